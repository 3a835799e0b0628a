/** An import of reviews killed at any moment leaves none of them or all, and the same import then succeeds. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { importCatalogue } from '../src/catalogue/index.ts';
import type { Database } from '../src/core/database.ts';
import { openStore } from '../src/core/store.ts';
import { listButtons, recountDaily } from '../src/feedback/index.ts';
import { untilAlone } from './support/database.sql.ts';
import { PLAIN_ENVIRONMENT } from './support/environment.ts';
import { scratchDirectory } from './support/ground.ts';
import { COUNTS_BY_DAY } from './support/intake.sql.ts';

const CLI = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
/** Several batches. */
const REVIEWS = 18_000;
const KILLS = 5;

test('an import of reviews killed at random moments leaves none or all, and can be run again', async (t) => {
  const directory = scratchDirectory(t);
  const file = join(directory, 'avis.csv');
  // Held open for the whole test, so that a kill meets the import and not the start of the server.
  const store = await openStore({ databaseUrl: null, dataDirectory: directory });
  try {
    await store.db.transaction((tx) =>
      importCatalogue(
        tx,
        Buffer.from(
          'genre,identifiant,valable_depuis,nom\nDémarche,1,2020-01-01,Une\nDémarche,2,2020-01-01,Deux\n',
        ),
        { today: '2026-01-15', skipBad: false },
      ),
    );
    await writeFile(file, earlierReviews());
    const whole = await timedImport(directory, file, 'first');
    for (let kill = 0; kill < KILLS; kill += 1) {
      await killedImport(directory, file, `killed ${kill}`, ((kill + 0.5) / KILLS) * whole);
      await untilAlone(store.db);
      await noneOrAll(store.db);
    }
    for (let kill = 0; kill < KILLS; kill += 1) await timedImport(directory, file, `killed ${kill}`);
    assert.equal((await listButtons(store.db)).length, 2 * (KILLS + 1));
    assert.partialDeepStrictEqual(await recountDaily(store.db, { dryRun: true }), {
      reviews: REVIEWS * (KILLS + 1),
      differing: 0,
    });
  } finally {
    await store.close();
  }
});

function earlierReviews(): string {
  const day = (at: number) => new Date(Date.UTC(2010, 0, 1 + (at >> 1))).toISOString().slice(0, 10);
  const rows = Array.from(
    { length: REVIEWS },
    (_, at) =>
      `${at},${1 + (at % 2)},${day(at % 10_000)},${['Mal', 'Bien'][at % 2]},${1 + (at % 5)},"Avis ${at}"`,
  );
  return ['identifiant_avis,demarche,date,satisfaction,clarte,commentaire', ...rows].join('\n');
}

/** Of each source all reviews with all their answers and counts, or nothing, not even a button. */
async function noneOrAll(db: Database): Promise<void> {
  const rows = await db.query<{ reviews: number; answers: number; counted: number }>(
    `select (select count(*) from feedback.review) as reviews, (select count(*) from feedback.answer) as answers,
            (select sum(n)::bigint from ${COUNTS_BY_DAY} as counts) as counted`,
  );
  const imports = (rows[0]?.reviews ?? 0) / REVIEWS;
  assert.ok(Number.isInteger(imports), `${rows[0]?.reviews} reviews`);
  const answers = 3 * imports * REVIEWS;
  assert.deepEqual(rows, [{ reviews: imports * REVIEWS, answers, counted: answers }]);
  assert.equal((await listButtons(db)).length, 2 * imports);
}

function startImport(directory: string, file: string, source: string) {
  return spawn(process.execPath, [CLI, 'reviews', 'import', file, '--source', source], {
    env: { ...PLAIN_ENVIRONMENT, VIGIE_DATA: directory },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Milliseconds of an import that nothing disturbs. */
async function timedImport(directory: string, file: string, source: string): Promise<number> {
  const begun = performance.now();
  const [code] = await once(startImport(directory, file, source), 'exit');
  assert.equal(code, 0, source);
  return performance.now() - begun;
}

async function killedImport(directory: string, file: string, source: string, afterMs: number): Promise<void> {
  const child = startImport(directory, file, source);
  const timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
  await once(child, 'exit');
  clearTimeout(timer);
}
