/** The checks of the pages of a procedure, what was replied to them, and the declared values that they contradict. */
import type { Queryable } from '../core/database.ts';
import {
  type CheckDivergence,
  type DeclaredValue,
  findCheckDivergences,
  listResultsOfSubject,
} from '../editions/index.ts';
import { type CheckReply, type LatestCheck, listLatestChecks, listReplies } from '../probes/index.ts';
import type { ProbedAddress } from './procedure-probes-addresses.ts';

/** A page that is followed, the last check of each kind, and all that was replied, the last first. */
export type CheckedPage = {
  readonly address: ProbedAddress;
  readonly checks: readonly LatestCheck[];
  readonly replies: readonly CheckReply[];
};

/** The pages that were checked, in the order of the addresses. */
export async function readChecks(db: Queryable, addresses: readonly ProbedAddress[]): Promise<CheckedPage[]> {
  const ids = addresses.map(({ id }) => id);
  const [checks, replies] = await Promise.all([
    listLatestChecks(db, { targetIds: ids }),
    listReplies(db, ids),
  ]);
  const pages = addresses.map((address) => ({
    address,
    checks: checks.filter(({ targetId }) => targetId === address.id),
    replies: replies.filter(({ targetId }) => targetId === address.id),
  }));
  return pages.filter((page) => page.checks.length > 0);
}

const COMPARED: readonly CheckDivergence['criterion'][] = ['accessibility', 'authentication', 'mobile'];

/** Where these checks contradict what the latest edition has, declared or set by a person. */
export async function readDivergences(
  db: Queryable,
  subjectId: number,
  pages: readonly CheckedPage[],
  today: string,
): Promise<CheckDivergence[]> {
  if (pages.length === 0) return [];
  const results = await listResultsOfSubject(db, subjectId);
  const declared: Partial<Record<CheckDivergence['criterion'], DeclaredValue>> = {};
  for (const criterion of COMPARED) {
    // The latest edition comes first. What a machine measured was not declared by anybody.
    const last = results.find((one) => one.criterion === criterion)?.result;
    if (last === undefined || last.origin === 'automatic') continue;
    declared[criterion] = { value: last.value, source: last.source, asOf: last.as_of };
  }
  return findCheckDivergences(
    declared,
    pages.flatMap(({ checks }) => checks),
    today,
  );
}
