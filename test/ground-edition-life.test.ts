/** A publication or a correction killed at any moment leaves nothing or a whole revision, and can be run again. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openStore, type Store } from '../src/core/store.ts';
import { freezeEdition, verifyStored } from '../src/editions/index.ts';
import { untilAlone } from './support/database.sql.ts';
import { build, importRows, today } from './support/edition-store.ts';
import { PLAIN_ENVIRONMENT } from './support/environment.ts';
import { scratchDirectory } from './support/ground.ts';

const CLI = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
const PROCEDURES = 250;
const KILLS = 5;

test('a publication killed at random moments leaves a frozen draft or a whole edition', async (t) => {
  const directory = scratchDirectory(t);
  const store = await openStore({ databaseUrl: null, dataDirectory: directory });
  try {
    await importRows(
      store.db,
      Array.from({ length: PROCEDURES }, (_, at) => ({ 'Nom Démarche': `Démarche ${at}` })),
    );
    const slugs = Array.from({ length: KILLS + 1 }, (_, at) => `essai-${at}`);
    for (const slug of slugs) {
      await build(store.db, { slug, label: slug, methodology: 'vigie-1' });
      await freezeEdition(store.db, slug, today);
    }
    const publish = (slug: string) => start(directory, ['publish', slug]);
    const whole = await timed(publish(slugs.at(-1) ?? ''));
    for (const [at, slug] of slugs.slice(0, KILLS).entries()) {
      await killed(publish(slug), ((at + 0.5) / KILLS) * whole);
      await untilAlone(store.db);
      const state = await stateOf(store, slug);
      assert.ok(state === 'frozen 1 0 0' || state === `published 2 ${PROCEDURES} ${PROCEDURES * 14}`, state);
      if (state.startsWith('frozen')) await timed(publish(slug));
      assert.deepEqual(
        (await verifyStored(store.db, slug)).map(({ findings }) => findings),
        [[]],
      );
    }
  } finally {
    await store.close();
  }
});

test('a correction killed at random moments leaves the revision before or a whole new one', async (t) => {
  const directory = scratchDirectory(t);
  const store = await openStore({ databaseUrl: null, dataDirectory: directory });
  try {
    await importRows(
      store.db,
      Array.from({ length: PROCEDURES }, (_, at) => ({ 'Nom Démarche': `Démarche ${at}` })),
    );
    const correct = (value: number) =>
      start(directory, [
        'correct',
        '2025-10',
        '--set',
        `7.satisfaction=${value}`,
        '--reason',
        'r',
        '--author',
        'a',
      ]);
    const whole = await timed(correct(9.9));
    let expected = 2;
    for (let kill = 0; kill < KILLS; kill += 1) {
      await killed(correct(kill + 1), ((kill + 0.5) / KILLS) * whole);
      await untilAlone(store.db);
      const verified = await verifyStored(store.db, '2025-10');
      assert.deepEqual(
        verified.flatMap(({ findings }) => findings),
        [],
      );
      assert.ok(
        verified.length === expected || verified.length === expected + 1,
        `${verified.length} revisions`,
      );
      expected = verified.length;
      const [{ value } = { value: null }] = await store.db.query<{ value: number }>(
        `select s.value from editions.result s
         join editions.entry n using (edition_id, revision, subject_id)
         where n.public_id = '7' and s.criterion = 'satisfaction' order by s.revision desc limit 1`,
      );
      const [{ observed } = { observed: null }] = await store.db.query<{ observed: number }>(
        `select value as observed from observations.observation
         where indicator = 'satisfaction' and origin = 'overridden' order by id desc limit 1`,
      );
      assert.equal(value, observed, 'what is published is what is observed');
    }
    await timed(correct(5.5));
    assert.equal((await verifyStored(store.db, '2025-10')).length, expected + 1);
  } finally {
    await store.close();
  }
});

/** State of the only revision of an edition, and how many files, entries and results it has. */
async function stateOf({ db }: Store, slug: string): Promise<string> {
  const [row] = await db.query<{ told: string }>(
    `select concat_ws(' ', r.state,
       (select count(*) from editions.file f where f.edition_id = e.id),
       (select count(*) from editions.entry n where n.edition_id = e.id),
       (select count(*) from editions.result s where s.edition_id = e.id)) as told
     from editions.edition e join editions.revision r on r.edition_id = e.id where e.slug = $1`,
    [slug],
  );
  return row?.told ?? 'none';
}

function start(directory: string, words: readonly string[]) {
  return spawn(process.execPath, [CLI, 'edition', ...words], {
    env: { ...PLAIN_ENVIRONMENT, VIGIE_DATA: directory },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Milliseconds of a command that nothing disturbs. */
async function timed(child: ReturnType<typeof start>): Promise<number> {
  const begun = performance.now();
  const [code] = await once(child, 'exit');
  assert.equal(code, 0);
  return performance.now() - begun;
}

async function killed(child: ReturnType<typeof start>, afterMs: number): Promise<void> {
  const timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
  await once(child, 'exit');
  clearTimeout(timer);
}
