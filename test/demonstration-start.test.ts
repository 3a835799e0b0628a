/** A first start shows the demonstration, killed at any moment it shows it the next time, and a real import removes it. */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Database } from '../src/core/database.ts';
import { findDemonstration, leaveDemonstration } from '../src/core/demonstration.sql.ts';
import { openStore } from '../src/core/store.ts';
import { listEditions, verifyStored } from '../src/editions/index.ts';
import { untilAlone } from './support/database.sql.ts';
import { emptyDatabase } from './support/database.ts';
import { load } from './support/demonstration.ts';
import { scratchDirectory } from './support/ground.ts';
import { send } from './support/http.ts';
import { publishedFile } from './support/published-file.ts';
import { freePort, runCommand, start } from './support/start.ts';

const LOADED = ['demo-2026-t3', 'demo-2026-t2', 'demo-2026-t1', 'demo-2025-t4'];
const EDITION = ['--slug', '2025-10', '--label', 'Octobre 2025', '--methodology', 'vde-2025', '--json'];
const KILLS = 4;

test('a first start shows it under a banner, and an import beside the server takes it away at once', async (t) => {
  const port = await freePort();
  const { said, spoke, directory } = start(t, { PORT: String(port) });
  await spoke;
  assert.match(said.out, /listening/, said.err);
  assert.deepEqual(await slugsOf(port), LOADED);
  for (const path of ['/', '/en', '/editions/demo-2026-t3', '/nulle-part', '/en/nowhere']) {
    const page = (await send(port, path)).body.toString();
    assert.match(page, /class="demonstration"/, path);
    assert.match(page, /<meta name="robots" content="noindex/, path);
  }

  const file = join(directory, 'edition.csv');
  await writeFile(file, publishedFile([{ 'Nom Démarche': 'Une vraie démarche' }]));
  const done = await runCommand(directory, ['import', 'edition', file, '--cutoff', '2025-09-30', ...EDITION]);
  assert.equal(done.code, 0, done.err);
  assert.equal(JSON.parse(done.out).demonstration, 'removed');
  const home = await untilThe(port, '/', (page) => !page.includes('class="demonstration"'));
  assert.doesNotMatch(home, /noindex|Mirevale/);
  assert.deepEqual(await slugsOf(port), ['2025-10']);
  assert.equal((await send(port, '/editions/demo-2026-t3')).status, 404);
  const again = await runCommand(directory, ['import', 'targets', 'data/targets.csv', '--json']);
  assert.deepEqual(
    new Set(JSON.parse(again.out).map(({ demonstration }: { demonstration: unknown }) => demonstration)),
    new Set([null]),
  );
});

test('a load killed at any moment leaves an empty store or a whole one, and the next start shows it', async (t) => {
  const directory = scratchDirectory(t);
  // Held open for the whole test, so that a kill meets the load and not the start of the store.
  const store = await openStore({ databaseUrl: null, dataDirectory: directory });
  try {
    const settings = { VIGIE_DATA: directory, PORT: String(await freePort()) };
    const begun = performance.now();
    const first = start(t, settings);
    await first.spoke;
    assert.match(first.said.out, /listening/, first.said.err);
    const whole = performance.now() - begun;
    first.child.kill('SIGKILL');
    await first.ended;
    await untilAlone(store.db);
    await wholeOrNothing(store.db);
    for (let kill = 0; kill < KILLS; kill += 1) {
      await store.db.transaction((tx) => leaveDemonstration(tx, { keep: false }));
      const { child, ended } = start(t, settings);
      const timer = setTimeout(() => child.kill('SIGKILL'), ((kill + 0.5) / KILLS) * whole);
      await ended;
      clearTimeout(timer);
      await untilAlone(store.db);
      await wholeOrNothing(store.db);
    }
    const last = start(t, settings);
    await last.spoke;
    assert.match(last.said.out, /listening/, last.said.err);
    assert.deepEqual(await storedSlugs(store.db), LOADED);
    last.child.kill('SIGTERM');
    await last.ended;
  } finally {
    await store.close();
  }
});

test('every import removes it, unless it is refused, or it is to be kept', async (t) => {
  const directory = scratchDirectory(t);
  const store = await openStore({ databaseUrl: null, dataDirectory: directory });
  const files: Record<string, string | Buffer> = {
    'edition.csv': publishedFile([{ 'Nom Démarche': 'Une vraie démarche' }]),
    'catalogue.csv':
      'genre,identifiant,nom,niveau\nAdministration,vraie,Une vraie administration,Organisme\n',
    'bad.csv': 'genre,identifiant\nRien,rien\n',
  };
  const path = (name: string) => join(directory, name);
  const dated = ['--cutoff', '2025-09-30', '--published', '2025-10-15', ...EDITION];
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(path(name), text);
    await load(store.db);
    const refused = await runCommand(directory, ['import', 'catalogue', path('bad.csv')]);
    assert.equal(refused.code, 1);
    await wholeOrNothing(store.db);
    assert.deepEqual(await storedSlugs(store.db), LOADED);

    const lines = await runCommand(directory, ['import', 'catalogue', path('catalogue.csv')]);
    assert.match(lines.out, /^the demonstration was removed$/m, lines.err);
    const exported = await runCommand(directory, ['export', 'catalogue']);
    assert.match(exported.out, /Une vraie administration/);
    assert.match(exported.out, /Service-Public\.fr/, 'what the project ships is real, and stays');
    assert.doesNotMatch(exported.out, /demo\d|Mirevale/);
    assert.deepEqual(await storedSlugs(store.db), []);
    assert.equal(await load(store.db), false);
  } finally {
    await store.close();
  }

  const other = scratchDirectory(t);
  const kept = await openStore({ databaseUrl: null, dataDirectory: other });
  try {
    await load(kept.db);
    const totals = [
      'import',
      'totals',
      'data/edition-2020-04.csv',
      '--slug',
      '2020-04',
      '--label',
      'Avril 2020',
    ];
    const words = [
      '--methodology',
      'observatoire-2020',
      '--cutoff',
      '2020-04-30',
      '--published',
      '2020-05-15',
    ];
    const first = await runCommand(other, [...totals, ...words, '--keep-demo', '--json']);
    assert.equal(JSON.parse(first.out).demonstration, 'kept', first.err);
    const second = await runCommand(other, ['import', 'edition', path('edition.csv'), ...dated]);
    assert.equal(JSON.parse(second.out).demonstration, 'kept', second.err);
    assert.deepEqual(await storedSlugs(kept.db), [...LOADED, '2025-10', '2020-04']);
    assert.equal((await findDemonstration(kept.db))?.kept, true);
  } finally {
    await kept.close();
  }
});

test('the figures that the project ships come with it and stay when it leaves; importing them removes nothing', async (t) => {
  const directory = scratchDirectory(t);
  const server = start(t, { VIGIE_DATA: directory, PORT: String(await freePort()) });
  await server.spoke;
  assert.match(server.said.out, /listening/, server.said.err);
  const figures = async (file: string, ...options: string[]) => {
    const { code, out, err } = await runCommand(directory, ['import', 'figures', file, '--json', ...options]);
    assert.equal(code, 0, err);
    const { recorded, unchanged, demonstration } = JSON.parse(out);
    return { recorded, unchanged, demonstration };
  };
  const shipped = 'data/figures.csv';
  assert.deepEqual(await figures(shipped), { recorded: 0, unchanged: 58, demonstration: 'kept' });

  const header = (await readFile(shipped, 'utf8')).split('\n')[0];
  const own = join(directory, 'own.csv');
  await writeFile(own, `${header}\nown,Rapport,Un site,portal,visits,2018,5000,exact,visits,,,,,\n`);
  assert.deepEqual(await figures(own), { recorded: 1, unchanged: 0, demonstration: 'removed' });
  assert.deepEqual(await figures(shipped), { recorded: 0, unchanged: 58, demonstration: null });
  assert.deepEqual(await figures(own), { recorded: 0, unchanged: 1, demonstration: null });
  server.child.kill('SIGTERM');
  await server.ended;
});

test('an outside store is never filled', async (t) => {
  const { target } = await emptyDatabase(t);
  const url = `postgres://${target.user}@${encodeURIComponent(target.host)}:${target.port}/${target.database}`;
  const port = await freePort();
  const { said, spoke, child, ended } = start(t, { PORT: String(port), VIGIE_DATABASE_URL: url });
  await spoke;
  assert.match(said.out, /listening/, said.err);
  assert.deepEqual(await slugsOf(port), []);
  assert.doesNotMatch((await send(port, '/')).body.toString(), /class="demonstration"/);
  child.kill('SIGTERM');
  await ended;
});

async function wholeOrNothing(db: Database): Promise<void> {
  const slugs = await storedSlugs(db);
  const isLoaded = (await findDemonstration(db)) !== null;
  assert.deepEqual(slugs, isLoaded ? LOADED : []);
  const [rows] = await db.query<{ n: number }>(
    'select (select count(*) from catalogue.subject) + (select count(*) from observations.observation) as n',
  );
  assert.equal(rows?.n !== 0, isLoaded);
  if (isLoaded)
    assert.deepEqual(
      (await verifyStored(db, null)).flatMap(({ findings }) => findings),
      [],
    );
}

async function storedSlugs(db: Database): Promise<string[]> {
  return (await listEditions(db)).map(({ slug }) => slug);
}

async function slugsOf(port: number): Promise<string[]> {
  const { body } = await send(port, '/editions.json');
  const { editions } = JSON.parse(body.toString()) as { editions: { slug: string }[] };
  return editions.map(({ slug }) => slug);
}

/** The page once it says so: the server hears of a change a moment after the command has ended. */
async function untilThe(port: number, path: string, says: (page: string) => boolean): Promise<string> {
  for (;;) {
    const page = (await send(port, path)).body.toString();
    if (says(page)) return page;
  }
}
