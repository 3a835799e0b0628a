/** The commands of targets, maintenances, incidents and annotations as a person or a script runs them. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { recordProcedures } from '../src/catalogue/index.ts';
import { codeOf, TARGET_COLUMNS } from '../src/probes/index.ts';
import { withdrawIncident } from './support/availability-store.sql.ts';
import { openCommands } from './support/commands.ts';
import { scratchDirectory } from './support/ground.ts';
import { runCommand } from './support/start.ts';

type Json = Record<string, unknown>;

async function prepare(t: TestContext) {
  const ground = await openCommands(t);
  const procedures = [
    { publicId: '44', name: 'Demander un acte', publishedUrl: 'https://a.fr' },
    { publicId: '1764', name: 'Déclarer ses revenus', publishedUrl: 'https://a.fr/' },
    { publicId: '9', name: 'Sans adresse' },
  ];
  await ground.db.transaction((tx) =>
    recordProcedures(
      tx,
      procedures.map((one) => ({ ...one, validFrom: '2020-01-01' })),
    ),
  );
  return ground;
}

test('addresses are added, shared, listed and closed', async (t) => {
  const { run, fail } = await prepare(t);
  const added = await run('target', 'add', 'a.fr', '--procedure', '44', '--contains', 'Bienvenue');
  assert.deepEqual([added.url, added.outcome, added.role], ['https://a.fr/', 'created', 'home']);
  const more = ['--procedure', '1764', '--contains', 'Bienvenue', '--role', 'sign_in'];
  assert.equal((await run('target', 'add', 'https://a.fr/', ...more)).outcome, 'shared');
  const { targets } = (await run('target', 'list', '--procedure', '1764')) as { targets: Json[] };
  assert.deepEqual(
    targets.map(({ id, state, must_contain, interval_ms, procedures, seen, incident }) => ({
      ...{ id, state, must_contain, interval_ms, procedures, seen, incident },
    })),
    [
      {
        ...{ id: added.id, state: 'open', must_contain: 'Bienvenue', interval_ms: 60_000 },
        procedures: [
          { id: '44', name: 'Demander un acte', role: 'home' },
          { id: '1764', name: 'Déclarer ses revenus', role: 'sign_in' },
        ],
        ...{ seen: [], incident: null },
      },
    ],
  );
  const id = String(added.id);
  assert.equal((await run('target', 'close', id, '--procedure', '44', '--reason', 'x')).state, 'ended');
  assert.equal((await run('target', 'close', id, '--reason', 'refonte')).state, 'closed');
  assert.deepEqual((await run('target', 'list')).targets, []);
  assert.equal(((await run('target', 'list', '--all')).targets as Json[])[0]?.closed_reason, 'refonte');
  assert.match(await fail('target', 'close', id, '--reason', 'encore'), /was closed on .*: refonte/);
});

test('what cannot be probed is refused, with the option at fault and the remedy', async (t) => {
  const { db, fail } = await prepare(t);
  const add = (...words: string[]) => fail('target', 'add', ...words);
  assert.match(await add('ftp://a.fr', '--procedure', '44'), /<url>: "ftp:\/\/a\.fr" is not .* https:\/\//);
  assert.match(
    await add('a.fr', '--procedure', '44', '--interval', '1s'),
    /--interval: is 1s; write 10s to 1h/,
  );
  assert.match(await add('a.fr', '--procedure', '44', '--status', '2xx'), /--status: .*200-299/);
  assert.match(await add('a.fr', '--procedure', '7'), /no procedure "7"/);
  assert.match(await add('a.fr'), /Give an address and --procedure/);
  assert.match(await fail('target', 'close', 'x', '--reason', 'y'), /<id>: "x" is not a number/);
  assert.match(await fail('target', 'close', '7', '--reason', 'y'), /no target 7/);
  assert.deepEqual(await db.query('select id from probes.target'), []);
});

test('the home pages of the catalogue are tried dry, then added once', async (t) => {
  const { db, run } = await prepare(t);
  const dry = await run('target', 'add', '--all-procedures', '--dry-run');
  assert.deepEqual(await db.query('select id from probes.target'), []);
  const told = await run('target', 'add', '--all-procedures');
  assert.deepEqual({ ...told, dry_run: true }, dry);
  assert.deepEqual(
    [(told.added as Json[]).length, told.addresses, (told.without_address as Json[]).map(({ id }) => id)],
    [2, 1, ['9']],
  );
  const again = await run('target', 'add', '--all-procedures');
  assert.deepEqual([again.added, again.held], [[], 2]);
});

test('the template names the columns that an import reads, and a file imported twice changes nothing', async (t) => {
  const { directory, vigie, run, fail } = await prepare(t);
  const { out } = await vigie('target', 'template', '--plain');
  const columns = [...TARGET_COLUMNS.needed, ...TARGET_COLUMNS.optional];
  assert.equal(out.trim(), columns.join(','));
  const file = join(directory, 'cibles.csv');
  writeFileSync(file, `${out.trim()}\n44,a.fr,accueil,,,,,,,\n1764,a.fr,,,,,,,,\n`);
  const counts = async () => {
    const { created, shared, unchanged } = await run('target', 'import', file);
    return [created, shared, unchanged];
  };
  assert.deepEqual(await counts(), [1, 1, 0]);
  assert.deepEqual(await counts(), [0, 0, 2]);
  writeFileSync(file, `${out.trim()}\n45,a.fr,,,,,,,,\n44,x y,,,,,,,,\n`);
  const refusal = await fail('target', 'import', file);
  assert.match(refusal, /line 2, column "demarche": "45"/);
  assert.match(refusal, /line 3, column "adresse": "x y"/);
});

test('a maintenance is announced for all that is probed of a procedure, listed and cancelled', async (t) => {
  const { run, fail } = await prepare(t);
  await run('target', 'add', 'a.fr', '--procedure', '44');
  await run('target', 'add', 'a.fr/fin', '--procedure', '44', '--role', 'last_page');
  const announce = ['target', 'maintenance', 'announce'];
  const night = ['--start', '2999-03-01 01:00', '--end', '2999-03-01T04:00', '--repeats', 'weekly'];
  const { maintenances } = (await run(...announce, '--procedure', '44', ...night, '--reason', 'nuit')) as {
    maintenances: Json[];
  };
  assert.deepEqual(
    maintenances.map(({ target, state, starts_at, ends_at }) => [target, state, starts_at, ends_at]),
    [1, 2].map((target) => [target, 'to_come', '2999-03-01T00:00:00.000Z', '2999-03-01T03:00:00.000Z']),
  );
  assert.match(
    await fail(...announce, '1', '--end', 'demain', '--reason', 'x'),
    /--end: "demain" is not a day/,
  );
  assert.match(
    await fail(...announce, '1', '--end', '2099-04-01 22:00+99:99', '--reason', 'x'),
    /--end: "2099-04-01 22:00\+99:99" is not a day and an hour/,
  );
  assert.match(
    await fail(...announce, '1', '--start', '2020-01-01 00:00', '--end', '2020-01-02 00:00', '--reason', 'x'),
    /--start: is past/,
  );
  assert.match(await fail(...announce, '1', '7', ...night, '--reason', 'x'), /no open target 7/);
  const id = String(maintenances[0]?.id);
  assert.equal((await run('target', 'maintenance', 'cancel', id)).state, 'cancelled');
  const list = async (...words: string[]) =>
    ((await run('target', 'maintenance', 'list', ...words)).maintenances as Json[]).map(({ state }) => state);
  assert.deepEqual(await list(), ['to_come']);
  assert.deepEqual(await list('--all'), ['cancelled', 'to_come']);
  assert.deepEqual(await list('--all', '--target', '2'), ['to_come']);
  assert.match(await fail('target', 'maintenance', 'list', '--target', 'x'), /--target: "x" is not/);
});

test('incidents are listed with what people say of them, and days are annotated once', async (t) => {
  const { db, run, fail } = await prepare(t);
  await run('target', 'add', 'a.fr', '--procedure', '44');
  await db.query(
    `with vantage as (
       insert into probes.vantage (slug, name, author, created_at) values ('x', 'Lyon', 'a', now()) returning id)
     insert into probes.incident (target_id, started_at, confirmed_at, cause, vantage_ids)
     select 1, now(), now(), $1, array[id] from vantage`,
    [codeOf('server_error')],
  );
  await run('incident', 'note', '1', '--text', 'Une panne de disque.', '--author', 'Exploitation');
  const { incidents } = (await run('incident', 'list', '--open', '--procedure', '44')) as {
    incidents: Json[];
  };
  assert.deepEqual(
    incidents.map(({ id, cause, state, vantages, notes }) => [
      ...[id, cause, state, vantages],
      (notes as Json[]).map(({ author }) => author),
    ]),
    [[1, 'server_error', 'open', ['Lyon'], ['Exploitation']]],
  );
  await withdrawIncident(db, 1, new Date());
  const statesOf = async (...words: string[]) =>
    ((await run('incident', 'list', ...words)).incidents as Json[]).map(({ state }) => state);
  assert.deepEqual([await statesOf(), await statesOf('--open')], [['withdrawn'], []]);
  assert.match(await fail('incident', 'note', '7', '--text', 'x', '--author', 'y'), /no incident 7/);
  const said = ['--day', '2026-04-01', '--text', 'Ouverture', '--text-en', 'Opening'];
  assert.equal((await run('annotation', 'add', ...said)).outcome, 'added');
  assert.equal((await run('annotation', 'add', ...said)).outcome, 'unchanged');
  assert.equal((await run('annotation', 'add', ...said, '--procedure', '44')).outcome, 'added');
  const listed = (await run('annotation', 'list')).annotations as Json[];
  assert.deepEqual(
    listed.map(({ day, procedure, text_fr }) => [day, procedure, text_fr]),
    [
      ['2026-04-01', null, 'Ouverture'],
      ['2026-04-01', '44', 'Ouverture'],
    ],
  );
  assert.match(await fail('annotation', 'add', ...said, '--day', 'x'), /--day: "x" is not a day/);
});

/** Runs `vigie target test` where there is no store, nor may be one. */
function look(t: TestContext, url: string, allow: string, ...words: string[]) {
  return runCommand(join(scratchDirectory(t), 'none'), ['target', 'test', url, ...words], {
    VIGIE_DATABASE_URL: 'postgres://127.0.0.1:1/none',
    VIGIE_PROBE_ALLOW: allow,
  });
}

async function serve(t: TestContext): Promise<string> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://x');
    if (pathname === '/vers') response.writeHead(301, { location: '/' });
    else if (pathname === '/robot') response.writeHead(403);
    else if (pathname === '/panne') response.writeHead(500);
    response.end('<h1>Bienvenue</h1>');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('an address is tried without any store, and the status says whether it could be looked at', async (t) => {
  const site = await serve(t);
  const tried = async (path: string, ...words: string[]) => {
    const { out, err, code } = await look(t, site + path, '127.0.0.0/8', '--json', ...words);
    assert.deepEqual([code, err], [0, '']);
    return JSON.parse(out) as Json & { phases: Json; advice: Json[]; redirects: Json[] };
  };
  const up = await tried('/', '--contains', 'Bienvenue');
  assert.deepEqual([up.verdict, up.outcome, up.status, up.http_version], ['up', 'up', 200, '1.1']);
  assert.deepEqual([up.bytes, up.certificate, up.phases.tls_ms], [18, null, null]);
  assert.equal(typeof up.phases.first_byte_ms, 'number');
  assert.deepEqual(up.addresses, { ipv4: ['127.0.0.1'], ipv6: [] });
  const led = await tried('/vers');
  assert.deepEqual(led.redirects, [{ url: `${site}/vers`, status: 301 }]);
  assert.deepEqual(
    [led.last_url, led.advice.map(({ code }) => code)],
    [`${site}/`, ['ask_the_last_address', 'serve_https']],
  );
  assert.equal((await tried('/panne')).verdict, 'down');
  assert.equal((await tried('/', '--not-contains', 'Bienvenue')).outcome, 'text_forbidden');
  const blocked = await tried('/robot');
  assert.deepEqual([blocked.verdict, blocked.advice[0]?.code], ['blocked', 'let_the_robot_in']);
  const { out, code } = await look(t, `${site}/vers`, '127.0.0.1');
  assert.equal(code, 0);
  for (const line of [/^up: /, /^redirect: .* answered 301$/m, /^times from the start: .*first byte \d+ ms/m])
    assert.match(out, line);
});

test('a private address is not looked at unless its network is allowed', async (t) => {
  const site = await serve(t);
  for (const url of [site, 'http://169.254.169.254/', 'http://[::1]/', 'http://localhost/']) {
    const { out, code } = await look(t, url, '10.0.0.0/8', '--json');
    const told = JSON.parse(out) as Json;
    assert.deepEqual([code, told.verdict, told.outcome], [1, 'unknown', 'address_refused'], url);
  }
  const { err, code } = await look(t, 'file:///etc/passwd', '', '--json');
  assert.deepEqual([code, /<url>: .* write http:\/\/ or https:\/\//.test(err)], [1, true]);
});
