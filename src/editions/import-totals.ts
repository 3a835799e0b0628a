/** Editions of the past whose procedures are not known one by one: totals that were announced become an edition. */
import type { Clock } from '../core/clock.ts';
import type { Transactional } from '../core/database.ts';
import { getMethodology } from '../criteria/index.ts';
import { findEdition } from './edition.sql.ts';
import { checkWords, draftInTheWay, refuseAnother } from './edition-words.ts';
import type { EditionImport } from './import-edition.ts';
import { findDraft, lockEditions, publishRevision } from './publish.sql.ts';
import { type PublishedEdition, sha256, type Total } from './published-edition.ts';
import { readTotals } from './totals-file.ts';

/** What an import did. `unchanged`: the same file had been imported with the same words. */
export type TotalsOutcome = {
  readonly slug: string;
  readonly outcome: 'published' | 'unchanged';
  readonly totals: number;
};

/**
 * Publishes the totals of a file as an edition without procedures.
 *
 * @throws VigieError InvalidInput with every fault of the file, or of the words; NotFound for an unknown methodology;
 *   Conflict when an edition of this slug exists as a draft, from another file, or from the same one with other words
 */
export async function importTotals(
  db: Transactional,
  given: EditionImport,
  clock: Clock,
): Promise<TotalsOutcome> {
  getMethodology(given.methodology);
  checkWords(given, clock);
  const totals = readTotals(given.file.bytes);
  const published = composeTotals(given, totals, clock);
  const outcome = await db.transaction(async (tx): Promise<TotalsOutcome['outcome']> => {
    await lockEditions(tx);
    const existing = await findEdition(tx, given.slug);
    if (existing !== null) {
      refuseAnother(existing, published, given.publishedAt !== null);
      return 'unchanged';
    }
    if ((await findDraft(tx, given.slug)) !== null) throw draftInTheWay(given.slug);
    const { author } = given;
    await publishRevision(tx, published, { subjects: new Map(), author, recordedAt: clock.now() });
    return 'published';
  });
  return { slug: given.slug, outcome, totals: totals.length };
}

function composeTotals(given: EditionImport, totals: readonly Total[], clock: Clock): PublishedEdition {
  return {
    edition: {
      slug: given.slug,
      label: given.label,
      published_at: (given.publishedAt ?? clock.now()).toISOString(),
      cutoff_on: given.cutoffOn,
      methodology: given.methodology,
      selection: { rule: 'as_announced' },
      revision: 1,
      reconstructed: false,
      source: { name: given.file.name, sha256: sha256(given.file.bytes) },
      notes: [],
      revised_at: null,
      correction: null,
      previous: null,
    },
    procedures: [],
    aggregates: null,
    totals,
  };
}
