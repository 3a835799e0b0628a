/** Figures of usage that administrations declare come into the store from a file. */
import {
  listOrganisations,
  listOthers,
  listSites,
  type OrganisationNode,
  type SubjectKind,
  subjectIdsByPublicId,
} from '../catalogue/index.ts';
import { type Clock, dayOf } from '../core/clock.ts';
import type { Queryable } from '../core/database.ts';
import { assessPlausibility } from './assess-plausibility.ts';
import type { Dimensions } from './dimension.ts';
import { type Recording, recordObservations } from './observation.sql.ts';
import { writePeriod } from './period.ts';
import { readUsage, type SubjectFinder } from './usage-file.ts';

/** A value that was kept as doubtful: where it stands in the file, and the code of the reason. */
export type DoubtfulLine = {
  readonly line: number;
  readonly indicator: string;
  readonly period: string;
  readonly dimensions: Dimensions;
  readonly value: number | string | null;
  readonly reason: string | null;
};

/** What an import of usage did. */
export type UsageImport = Recording & { readonly figures: number; readonly suspect: readonly DoubtfulLine[] };

/**
 * Reads a file of usage and keeps its figures. Read twice, it changes nothing the second time.
 *
 * @param file its bytes, and its name as the source of what names no other
 * @param author who declares them; @param clock tells the instant of recording
 * @throws VigieError InvalidInput with every fault at once
 */
export async function importUsage(
  tx: Queryable,
  { bytes, name }: { readonly bytes: Uint8Array; readonly name: string },
  { author, clock }: { author: string; clock: Clock },
): Promise<UsageImport> {
  const lines = readUsage(bytes, { find: await subjectFinder(tx), name, today: dayOf(clock.now()) });
  const assessed = await assessPlausibility(
    tx,
    lines.map(({ observation }) => observation),
  );
  const recording = await recordObservations(tx, assessed, { author, clock });
  const suspect = assessed.flatMap((one, at): DoubtfulLine[] => {
    if (one.status !== 'suspect') return [];
    const { indicator, dimensions, value, reason } = one;
    return [{ line: lines[at]?.line ?? 0, indicator, period: writePeriod(one), dimensions, value, reason }];
  });
  return { figures: lines.length, ...recording, suspect };
}

/** Finds subjects as files name them, of one reading of the catalogue. */
async function subjectFinder(tx: Queryable): Promise<SubjectFinder> {
  const procedures = await subjectIdsByPublicId(tx);
  const keyed: [string, number][] = [
    ...flatten(await listOrganisations(tx)).map(
      (one) => [`organisation ${one.slug}`, one.subjectId] as const,
    ),
    ...(await listSites(tx)).map((one) => [`site ${one.slug}`, one.subjectId] as const),
    ...(await listOthers(tx)).map((one) => [`${one.kind} ${one.slug}`, one.subjectId] as const),
  ].map(([key, id]) => [key, id]);
  const others = new Map(keyed);
  return (kind: SubjectKind, identifier) =>
    kind === 'procedure' ? procedures.get(identifier) : others.get(`${kind} ${identifier}`);
}

function flatten(nodes: readonly OrganisationNode[]): OrganisationNode[] {
  return nodes.flatMap((node) => [node, ...flatten(node.children)]);
}
