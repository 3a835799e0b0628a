/** A store with an imported edition, from which others are built, corrected and verified. */
import { fixedClock } from '../../src/core/clock.ts';
import type { Database, Transactional } from '../../src/core/database.ts';
import {
  buildEdition,
  createEditionReader,
  type EditionBuild,
  type FactReader,
  freezeEdition,
  importEdition,
  type PublishedEdition,
  publishEdition,
} from '../../src/editions/index.ts';
import { listFacts } from '../../src/observations/index.ts';
import { publishedFile } from './published-file.ts';

/** What the features tell: observations, as the commands ask them. */
export const READERS: readonly FactReader[] = [listFacts];

export const IMPORTED = '2025-10';
export const BUILT = '2025-12';

/** The day on which all of this happens. */
export const today = fixedClock('2026-01-20T09:00:00Z');

type Row = Parameters<typeof publishedFile>[0][number];

/** Publishes an edition of October 2025 from rows of a published file. */
export async function importRows(
  db: Transactional,
  rows: readonly Row[],
  given: { slug?: string } = {},
): Promise<void> {
  await importEdition(
    db,
    {
      file: { bytes: publishedFile(rows), name: 'octobre.csv' },
      slug: given.slug ?? IMPORTED,
      label: 'Octobre 2025',
      methodology: 'vde-2025',
      cutoffOn: '2025-09-30',
      publishedAt: new Date('2025-10-15T00:00:00Z'),
      author: 'test',
    },
    today,
  );
}

/** Builds the draft of an edition at the end of 2025, of the 250 most used procedures unless told. */
export function build(db: Database, given: Partial<EditionBuild> = {}, readers = READERS) {
  return buildEdition(
    db,
    {
      slug: BUILT,
      label: 'T4 2025',
      methodology: 'vde-2025',
      cutoffOn: '2025-12-31',
      selection: { rule: 'top', count: 250 },
      author: 'test',
      ...given,
    },
    readers,
    today,
  );
}

/** Builds, freezes and publishes. */
export async function publishBuilt(
  db: Database,
  given: Partial<EditionBuild> = {},
  readers = READERS,
): Promise<PublishedEdition> {
  await build(db, given, readers);
  await freezeEdition(db, given.slug ?? BUILT, today);
  return publishEdition(db, given.slug ?? BUILT, 'test', today);
}

/** A published edition, by its bytes. */
export async function readEdition(db: Database, slug: string, revision?: number): Promise<PublishedEdition> {
  const found = await createEditionReader(db).find(slug, revision);
  if (found === null) throw new Error(`no edition ${slug}`);
  return found.published;
}
