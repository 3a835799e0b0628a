/** A correction by the whole source file of an imported edition. */
import type { Queryable } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import { type CriterionId, type Facts, getMethodology } from '../criteria/index.ts';
import { recordObservations } from '../observations/index.ts';
import { aggregateEdition } from './aggregate.ts';
import { keepUnchanged } from './apply-settings.ts';
import { composeEdition, type Entry } from './compose-edition.ts';
import { sameFigure } from './correction.ts';
import type { Corrected, Means } from './correction-means.ts';
import { factsOf } from './edition-facts.ts';
import { identifyEntries } from './identify-entries.ts';
import { entryOf, observationsOf } from './import-edition.ts';
import { type PublishedEdition, sha256 } from './published-edition.ts';
import { readPublishedEdition } from './published-format.ts';
import type { PublishedProcedure } from './published-result.ts';
import { readQuarterly } from './quarterly-format.ts';
import { recordSubjects } from './record-subjects.ts';
import { lastNotOverridden } from './silenced-figures.ts';
import type { SourceFile, SourceReading, SourceRow } from './source-row.ts';

const MOST_TOLD = 20;

/**
 * The source file of an imported edition, read again as it was the first time. What a person has set since stays, where
 * the file says what it said before.
 */
export async function readSourceAgain(
  tx: Queryable,
  { author, removing }: { readonly author: string; readonly removing?: boolean },
  published: PublishedEdition,
  file: SourceFile,
  { previous, revisions, clock }: Means,
): Promise<Corrected> {
  const { edition } = published;
  const { rows, notes } = readSource(file, edition);
  if (rows.length === 0) {
    throw new VigieError('InvalidInput', `${file.name} has no row for edition ${edition.slug}.`);
  }
  if (removing !== true) refuseRemovals(published, rows, file.name);
  const head = { ...edition, source: { name: file.name, sha256: sha256(file.bytes) }, notes };
  const read = composeEdition(head, rows.map(entryOf), previous);
  const old = new Map(published.procedures.map(({ id, results }) => [id, results]));
  const entries = rows.map((row, at) => {
    const { who, facts } = entryOf(row);
    const results = read.procedures[at]?.results ?? {};
    return { who, facts: { ...facts, ...keptOverrides(revisions, who.id, results, old.get(who.id) ?? {}) } };
  });
  const composed = composeEdition(head, entries, previous);
  const procedures = composed.procedures.map((procedure) => ({
    ...procedure,
    results: keepUnchanged(old.get(procedure.id) ?? {}, procedure.results),
  }));
  const subjectIds = await recordSubjects(tx, rows, edition.cutoff_on);
  await recordObservations(tx, observationsOf(withoutOverrides(rows, entries), subjectIds), {
    author,
    clock,
  });
  const subjects = await identifyEntries(tx, subjectIds, edition.cutoff_on);
  return { ...composed, procedures, aggregates: aggregateEdition(edition.methodology, procedures), subjects };
}

function refuseRemovals(
  { edition, procedures }: PublishedEdition,
  rows: readonly SourceRow[],
  fileName: string,
): void {
  const there = new Set(rows.map(({ publicId }) => publicId));
  const lost = procedures.filter(({ id }) => !there.has(id));
  if (lost.length === 0) return;
  throw new VigieError(
    'InvalidInput',
    `${fileName} lacks ${lost.length} of the ${procedures.length} procedures of edition ${edition.slug}: complete it, or say that they leave (--removing).`,
    lost.slice(0, MOST_TOLD).map(({ id, name }) => ({ path: id, message: name })),
  );
}

/** The facts that a person set and that the file does not contradict: it says what it said when they were set. */
function keptOverrides(
  revisions: readonly PublishedEdition[],
  id: string,
  read: PublishedProcedure['results'],
  now: PublishedProcedure['results'],
): Facts {
  const kept = Object.entries(now).filter(([criterion, result]) => {
    const [first, again] = [
      lastNotOverridden(revisions, id, criterion as CriterionId),
      read[criterion as CriterionId],
    ];
    return (
      result.origin === 'overridden' && first !== null && again !== undefined && sameFigure(first, again)
    );
  });
  return factsOf(Object.fromEntries(kept));
}

/** The rows without the figures that a person has set since, which stay as they were observed. */
function withoutOverrides(rows: readonly SourceRow[], entries: readonly Entry[]): SourceRow[] {
  return rows.map((row, at) => {
    const kept = Object.entries(row.facts).filter(
      ([criterion]) => entries[at]?.facts[criterion as CriterionId]?.origin !== 'overridden',
    );
    return { ...row, facts: Object.fromEntries(kept) };
  });
}

function readSource({ bytes, name }: SourceFile, edition: PublishedEdition['edition']): SourceReading {
  const { rule } = edition.selection;
  if (rule === 'as_published') {
    return readPublishedEdition(bytes, name, getMethodology(edition.methodology), edition.cutoff_on);
  }
  if (rule === 'as_scanned') {
    const quarter = readQuarterly(bytes, name).find(({ quarterEnd }) => quarterEnd === edition.cutoff_on);
    return quarter?.reading ?? { rows: [], notes: [] };
  }
  throw new VigieError(
    'InvalidInput',
    `${name} is no file of figures: it needs the columns id, critere and valeur.`,
  );
}
