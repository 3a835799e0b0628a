/** The demonstration in a database, and its editions by the hash of their bytes. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fixedClock } from '../../src/core/clock.ts';
import type { Queryable, Transactional } from '../../src/core/database.ts';
import { type DemonstrationFiles, loadDemonstration } from '../../src/demonstration/index.ts';
import { findEditionFile, listEditions, listRevisions } from '../../src/editions/index.ts';

const file = (name: string) => new URL(`../../data/demonstration/${name}`, import.meta.url);

export const DEMONSTRATION_FILES: DemonstrationFiles = {
  catalogue: readFileSync(file('catalogue.csv')),
  targets: readFileSync(file('targets.csv')),
};

/** Where the hashes of the editions are kept: `node test/golden/write-demonstration.ts` writes them. */
export const GOLDEN_HASHES = fileURLToPath(new URL('../golden/demonstration.json', import.meta.url));

/** Loads the demonstration; false when the store holds anything. */
export function load(db: Transactional, at = '2026-11-01T00:00:00Z'): Promise<boolean> {
  return loadDemonstration(db, DEMONSTRATION_FILES, fixedClock(at));
}

/** The SHA-256 of the JSON of each revision, by edition and revision: `demo-2026-t1/2`. */
export async function editionHashes(db: Queryable): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const { slug } of (await listEditions(db)).toReversed()) {
    for (const { number } of (await listRevisions(db, slug)).toReversed()) {
      const found = await findEditionFile(db, slug, 'json', number);
      hashes[`${slug}/${number}`] = found?.sha256 ?? 'none';
    }
  }
  return hashes;
}
