import type { Queryable } from '../core/database.ts';
import { listEditions } from './edition.sql.ts';
import type { EditionReader } from './edition-reader.ts';
import type { PublishedEdition } from './published-edition.ts';

/** The edition of the latest cut-off whose procedures are known one by one; null when there is none. */
export async function findLatestEdition(
  db: Queryable,
  editions: EditionReader,
): Promise<PublishedEdition | null> {
  const latest = (await listEditions(db)).find(({ knownBy }) => knownBy === 'procedures');
  return latest === undefined ? null : ((await editions.find(latest.slug))?.published ?? null);
}
