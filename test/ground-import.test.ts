/** An import killed at any moment leaves no edition or a whole one, and the same import then succeeds. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openStore } from '../src/core/store.ts';
import { createEditionReader, listEditionFiles } from '../src/editions/index.ts';
import { untilAlone } from './support/database.sql.ts';
import { PLAIN_ENVIRONMENT } from './support/environment.ts';
import { scratchDirectory } from './support/ground.ts';
import { publishedFile } from './support/published-file.ts';

const CLI = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
const PROCEDURES = 250;
const KILLS = 8;

test('an import killed at random moments leaves no edition or a whole one, and can be run again', async (t) => {
  const directory = scratchDirectory(t);
  const file = join(directory, 'edition.csv');
  const rows = Array.from({ length: PROCEDURES }, (_, at) => ({ 'Nom Démarche': `Démarche ${at}` }));
  // Held open for the whole test, so that a kill meets the import and not the start of the server.
  const store = await openStore({ databaseUrl: null, dataDirectory: directory });
  try {
    await writeFile(file, publishedFile(rows));
    const whole = await timedImport(directory, file, 'first');
    for (let kill = 0; kill < KILLS; kill += 1) {
      const slug = `killed-${kill}`;
      await killedImport(directory, file, slug, ((kill + 0.5) / KILLS) * whole);
      await untilAlone(store.db);
      await wholeOrNothing(store.db, slug);
    }
    for (let kill = 0; kill < KILLS; kill += 1) await timedImport(directory, file, `killed-${kill}`);
    const [orphans] = await store.db.query<{ count: number }>(
      'select count(*) from editions.edition e where not exists (select from editions.file f where f.edition_id = e.id)',
    );
    assert.equal(orphans?.count, 0);
  } finally {
    await store.close();
  }
});

async function wholeOrNothing(db: Parameters<typeof createEditionReader>[0], slug: string): Promise<void> {
  const found = await createEditionReader(db).find(slug);
  const files = await listEditionFiles(db, slug);
  assert.deepEqual([found?.published.procedures.length ?? 0, files.length], found ? [PROCEDURES, 2] : [0, 0]);
  const [entries] = await db.query<{ count: number }>(
    'select count(*) from editions.entry n join editions.edition e on e.id = n.edition_id where e.slug = $1',
    [slug],
  );
  assert.equal(entries?.count, found ? PROCEDURES : 0);
}

function startImport(directory: string, file: string, slug: string) {
  const options = ['--slug', slug, '--label', slug, '--methodology', 'vde-2025', '--cutoff', '2025-09-30'];
  return spawn(process.execPath, [CLI, 'import', 'edition', file, ...options], {
    env: { ...PLAIN_ENVIRONMENT, VIGIE_DATA: directory },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Milliseconds of an import that nothing disturbs. */
async function timedImport(directory: string, file: string, slug: string): Promise<number> {
  const begun = performance.now();
  const [code] = await once(startImport(directory, file, slug), 'exit');
  assert.equal(code, 0, slug);
  return performance.now() - begun;
}

async function killedImport(directory: string, file: string, slug: string, afterMs: number): Promise<void> {
  const child = startImport(directory, file, slug);
  const timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
  await once(child, 'exit');
  clearTimeout(timer);
}
