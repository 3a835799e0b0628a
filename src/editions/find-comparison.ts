import type { Queryable } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import { compareEditions } from './compare-editions.ts';
import type { Comparison } from './comparison.ts';
import { listEntryIdentities } from './edition.sql.ts';
import type { EditionReader } from './edition-reader.ts';
import type { PublishedEdition } from './published-edition.ts';

/** Two editions, the one of the earlier cut-off first, and what changed. */
export type EditionPair = {
  readonly before: PublishedEdition;
  readonly after: PublishedEdition;
  readonly comparison: Comparison;
};

/**
 * The last revisions of two published editions compared by the identity of their procedures, told chronologically
 * whichever is named first; null when one is not there.
 *
 * @throws VigieError InvalidInput for an edition and itself
 */
export async function findComparison(
  db: Queryable,
  editions: EditionReader,
  slug: string,
  other: string,
): Promise<EditionPair | null> {
  if (slug === other) throw new VigieError('InvalidInput', 'An edition is not compared with itself.');
  const found = await Promise.all([editions.find(slug), editions.find(other)]);
  const [before, after] = found.flatMap((one) => (one === null ? [] : [one.published])).sort(byCutoff);
  if (before === undefined || after === undefined) return null;
  const identitiesOf = ({ edition }: PublishedEdition) =>
    listEntryIdentities(db, edition.slug, edition.revision);
  const who = { before: await identitiesOf(before), after: await identitiesOf(after) };
  return { before, after, comparison: compareEditions(before, after, who) };
}

/** In the order of the list of editions, the other way round. */
function byCutoff({ edition: one }: PublishedEdition, { edition: other }: PublishedEdition): number {
  const keyOf = ({ cutoff_on, published_at, slug }: PublishedEdition['edition']) =>
    `${cutoff_on} ${published_at} ${slug}`;
  return keyOf(one) < keyOf(other) ? -1 : 1;
}
