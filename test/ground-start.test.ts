import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { appendFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { claimDataDirectory, openDataDirectory } from '../src/core/data-directory.ts';
import { openStore } from '../src/core/store.ts';
import {
  killProcess,
  lives,
  openInProcess,
  postmasterOf,
  runOnServer,
  scratchDirectory,
  stateOf,
} from './support/ground.ts';

const open = (dataDirectory: string) => openStore({ databaseUrl: null, dataDirectory });

test('an empty directory becomes a migrated store, twice in a row, whatever its path', async (t) => {
  const directory = scratchDirectory(t, `a space, a "quote" and an é`);
  for (const start of ['first', 'second']) {
    const store = await open(directory);
    const [row] = await store.db.query<{ n: number }>('select count(*) as n from catalogue.subject');
    assert.equal(row?.n, 0, start);
    await store.close();
    assert.equal(postmasterOf(directory), null, 'closed, it is stopped');
  }
});

test('the server is private: no network, a socket closed to others, durable and checksummed', async (t) => {
  const directory = scratchDirectory(t);
  const store = await open(directory);
  const settings = await store.db.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name in
       ('listen_addresses', 'unix_socket_permissions', 'fsync', 'synchronous_commit', 'data_checksums', 'TimeZone',
        'server_encoding', 'full_page_writes', 'log_error_verbosity') order by name collate "C"`,
  );
  assert.deepEqual(
    settings.map(({ name, setting }) => `${name}=${setting}`),
    [
      'TimeZone=UTC',
      'data_checksums=on',
      'fsync=on',
      'full_page_writes=on',
      'listen_addresses=',
      'log_error_verbosity=terse',
      'server_encoding=UTF8',
      'synchronous_commit=on',
      'unix_socket_permissions=0700',
    ],
  );
  assert.equal(statSync(stateOf(directory)).mode & 0o077, 0);
  await store.close();
});

test('a server left by a killed process is adopted, then stopped by its adopter', async (t) => {
  const directory = scratchDirectory(t);
  const killed = await openInProcess(t, directory);
  const server = postmasterOf(directory);
  await killed.kill();
  assert.ok(server && lives(server), 'it outlives the process');
  const store = await open(directory);
  assert.equal(postmasterOf(directory), server);
  await store.close();
  assert.equal(postmasterOf(directory), null);
});

test('after a crash of the server itself, what was committed is there', async (t) => {
  const directory = await crashedStore(t);
  const store = await open(directory);
  assert.deepEqual(await store.db.query('select n from kept'), [{ n: 1 }]);
  await store.close();
});

test('a stale pid file whose number went to another program stops nothing, and spares that program', async (t) => {
  const directory = await crashedStore(t);
  const data = join(stateOf(directory), 'data');
  // As the server's own user: PostgreSQL itself takes such a process for the dead server.
  const { uid, gid } = statSync(data);
  const other = spawn('sleep', ['600'], { stdio: 'ignore', ...(process.geteuid?.() === 0 && { uid, gid }) });
  t.after(() => other.kill());
  const pidFile = join(data, 'postmaster.pid');
  const [, ...rest] = readFileSync(pidFile, 'utf8').split('\n');
  const socketLock = join(rest[3] ?? '', '.s.PGSQL.5432.lock');
  for (const file of [pidFile, socketLock]) {
    const lines = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, [other.pid, ...lines.slice(1)].join('\n'));
  }
  const store = await open(directory);
  assert.deepEqual(await store.db.query('select n from kept'), [{ n: 1 }]);
  await store.close();
  assert.equal(other.exitCode, null);
  assert.ok(lives(other.pid ?? 0));
});

test('a creation that was cut short is begun again', async (t) => {
  const directory = scratchDirectory(t);
  await openDataDirectory(directory);
  await (await open(directory)).close();
  const state = stateOf(directory);
  await rm(join(state, 'data', 'global'), { recursive: true });
  renameSync(join(state, 'data'), join(state, 'data.part'));
  await (await open(directory)).close();
  assert.equal(existsSync(join(state, 'data.part')), false);
});

test('starts at once on an empty directory all succeed, on one server', async (t) => {
  const directory = scratchDirectory(t);
  const [here, one, two] = await Promise.all([
    open(directory),
    openInProcess(t, directory),
    openInProcess(t, directory),
  ]);
  const server = postmasterOf(directory);
  assert.equal(await one.close(), 0);
  await here.close();
  assert.equal(postmasterOf(directory), server, 'one process still uses it');
  assert.equal(await two.close(), 0);
  assert.equal(postmasterOf(directory), null, 'the last one out stopped it');
});

test('processes that leave together leave no server behind', async (t) => {
  const directory = scratchDirectory(t);
  const processes = [await openInProcess(t, directory), await openInProcess(t, directory)];
  const store = await open(directory);
  const codes = await Promise.all([...processes.map((one) => one.close()), store.close()]);
  assert.deepEqual(codes, [0, 0, undefined]);
  assert.equal(postmasterOf(directory), null);
});

test('a server that dies under a running process is started again, at the same address', async (t) => {
  for (const length of [0, 120]) {
    const directory = scratchDirectory(t, 'x'.repeat(length));
    const restarted = Promise.withResolvers<void>();
    const log = {
      warn() {},
      info: (_: object, message: string) =>
        message.endsWith('has started') && restarts++ && restarted.resolve(),
    };
    let restarts = 0;
    const store = await openStore({ databaseUrl: null, dataDirectory: directory, log });
    await killProcess(postmasterOf(directory) ?? 0);
    await restarted.promise;
    assert.deepEqual(await store.db.query('select 1 as one'), [{ one: 1 }]);
    await store.close();
    assert.equal(postmasterOf(directory), null);
  }
});

test('a path too long for a socket gets its socket elsewhere, removed at the end', async (t) => {
  const directory = scratchDirectory(t, 'x'.repeat(120));
  const store = await open(directory);
  const host = typeof store.target === 'string' ? '' : store.target.host;
  assert.equal(host.startsWith(directory), false);
  assert.equal(statSync(host).mode & 0o777, 0o700);
  const sharer = await openInProcess(t, directory);
  await sharer.close();
  await store.close();
  assert.equal(existsSync(host), false);
});

test('a directory is served by one server at a time', async (t) => {
  const directory = scratchDirectory(t);
  const first = await openInProcess(t, directory, { claim: true });
  await assert.rejects(claimDataDirectory(directory), (error: Error) => {
    assert.equal(error.name, 'Conflict');
    assert.match(error.message, new RegExp(`VIGIE_DATA .*process ${first.pid}.*stop that process`));
    return true;
  });
  const beside = await openInProcess(t, directory);
  await beside.close();
  await first.kill();
  const claimed = await claimDataDirectory(directory);
  await assert.rejects(claimDataDirectory(directory), { name: 'Conflict' });
  await claimed.release();
  await (await claimDataDirectory(directory)).release();
});

test('a directory that cannot be used is refused by its setting name', async () => {
  await assert.rejects(open('/dev/null'), {
    name: 'InvalidInput',
    message: /^VIGIE_DATA \(\/dev\/null\) cannot be used/,
  });
});

test('a store of another major version of PostgreSQL is refused by its version', async (t) => {
  const directory = scratchDirectory(t);
  await (await open(directory)).close();
  await writeFile(join(stateOf(directory), 'data', 'PG_VERSION'), '9\n');
  await assert.rejects(open(directory), { name: 'Unavailable', message: /made by PostgreSQL 9/ });
});

test('a server that does not start says why, and where its log is', async (t) => {
  const directory = scratchDirectory(t);
  await (await open(directory)).close();
  await appendFile(join(stateOf(directory), 'data', 'postgresql.conf'), "shared_buffers = 'many'\n");
  await assert.rejects(open(directory), { name: 'Unavailable', message: /shared_buffers.*many.*its log: / });
});

test('a server whose fsync is off is refused, and stopped again', async (t) => {
  const directory = scratchDirectory(t);
  const store = await open(directory);
  await store.db.query('alter system set fsync = off');
  await store.close();
  await assert.rejects(open(directory), { name: 'InvalidInput', message: /fsync is off.*Turn it on/ });
  assert.equal(postmasterOf(directory), null);
});

/** A directory with a committed row, whose process and server were both killed. */
async function crashedStore(t: TestContext): Promise<string> {
  const directory = scratchDirectory(t);
  const user = await openInProcess(t, directory);
  await runOnServer(directory, 'create table kept (n integer); insert into kept values (1)');
  await user.kill();
  await killProcess(postmasterOf(directory) ?? 0);
  return directory;
}
