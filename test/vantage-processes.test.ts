/** Points of measure as processes: one beside the server, one that is cut off and killed, on a site that fails. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer as createSite } from 'node:http';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { after, type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Queryable } from '../src/core/database.ts';
import { testDatabase } from './support/database.ts';
import { PLAIN_ENVIRONMENT } from './support/environment.ts';
import { openVantage } from './support/probe-site.ts';
import { addProbedTargets, listIncidents, listSeen, listWatches } from './support/probes.sql.ts';
import { temporaryPath } from './support/server.ts';
import { freePort, start } from './support/start.ts';

const CLI = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
const PACE_MS = 1_000;

/** A site that fails when it is told to. */
async function openSite(t: TestContext) {
  const state = { isDown: false };
  const site = createSite((_, response) => {
    response.statusCode = state.isDown ? 500 : 200;
    response.end('une page');
  });
  await once(site.listen(0, '127.0.0.1'), 'listening');
  t.after(() => site.close());
  return { state, url: `http://127.0.0.1:${(site.address() as AddressInfo).port}` };
}

/** A way to a server that can be cut. */
async function openWay(t: TestContext, port: number) {
  const sockets = new Set<Socket>();
  let isCut = false;
  const way = createServer((from) => {
    if (isCut) return from.destroy();
    const to = connect(port, '127.0.0.1');
    for (const socket of [from, to]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        from.destroy();
        to.destroy();
      });
    }
    return from.pipe(to).pipe(from);
  });
  await once(way.listen(0, '127.0.0.1'), 'listening');
  t.after(() => way.close());
  return {
    url: `http://127.0.0.1:${(way.address() as AddressInfo).port}`,
    cut() {
      isCut = true;
      for (const socket of sockets) socket.destroy();
    },
    mend() {
      isCut = false;
    },
  };
}

function startVantage(t: TestContext, server: string, token: string, directory: string, settings: object) {
  const env = { ...PLAIN_ENVIRONMENT, VIGIE_DATA: directory, VIGIE_LOG_LEVEL: 'warn', ...settings };
  const words = [CLI, 'vantage', '--server', server, '--token', token];
  const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'close');
  t.after(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { child, ended };
}

/** Waits until the store says so; what it waits for is told when it never comes. */
async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await holds()) return;
    await pause(100);
  }
  assert.fail(`${what}: it never came`);
}

/** The longest time between two samples of a point of measure, of the same target, in paces. */
function longestGap(seen: Awaited<ReturnType<typeof listSeen>>, vantage: string): number {
  const own = Map.groupBy(
    seen.filter((one) => one.vantage === vantage),
    ({ target }) => target,
  );
  const gaps = [...own.values()].flatMap((samples) =>
    samples.slice(1).map(({ at }, index) => at.getTime() - (samples[index]?.at.getTime() ?? 0)),
  );
  return Math.max(...gaps) / PACE_MS;
}

const scratches: string[] = [];

after(async () => {
  for (const path of scratches) await rm(path, { recursive: true, force: true });
});

/** The path of a directory to be, removed once the processes of all tests have ended. */
function scratch(): string {
  const path = temporaryPath();
  scratches.push(path);
  return path;
}

async function prepare(t: TestContext) {
  const { target, ...db } = await testDatabase(t);
  const site = await openSite(t);
  const targets = [1, 2, 3].map((at) => `${site.url}/${at}`);
  await addProbedTargets(db, targets, PACE_MS);
  const token = await openVantage(db, 'lyon');
  const reference = site.url.slice('http://'.length);
  const settings = { VIGIE_PROBE_ALLOW: '127.0.0.1', VIGIE_PROBE_REFERENCES: reference };
  const { user, host, port, database } = target;
  const directories = { server: scratch(), lyon: scratch() };
  const VIGIE_DATABASE_URL = `postgres://${user}@${encodeURIComponent(host)}:${port}/${database}`;
  const VIGIE_DATA = directories.server;
  const PORT = String(await freePort());
  const startServer = async () => {
    const server = start(t, { ...settings, VIGIE_DATABASE_URL, VIGIE_DATA, PORT });
    await server.spoke;
    assert.match(server.said.out, /listening/, server.said.err);
    return server;
  };
  const server = await startServer();
  const way = await openWay(t, Number(PORT));
  const startLyon = () => startVantage(t, way.url, token, directories.lyon, settings);
  return { db, site, server, startServer, way, startLyon };
}

const countOf = async (db: Queryable, vantage: string) =>
  (await listSeen(db)).filter((one) => one.vantage === vantage).length;

test('a point of measure that is cut off, killed and back loses nothing, tells nothing twice, and makes no false incident', async (t) => {
  const { db, site, way, startLyon } = await prepare(t);
  const lyon = startLyon();
  await until(
    'both measure',
    async () => (await countOf(db, 'lyon')) > 6 && (await countOf(db, 'local')) > 6,
  );
  way.cut();
  const before = await countOf(db, 'lyon');
  const local = await countOf(db, 'local');
  await until('the server goes on', async () => (await countOf(db, 'local')) > local + 30);
  const cutFor = await countOf(db, 'lyon');
  assert.ok(cutFor - before <= 30, 'it was cut off');
  lyon.child.kill('SIGKILL');
  await lyon.ended;
  const again = startLyon();
  const killed = await countOf(db, 'local');
  await until('it starts without the server', async () => (await countOf(db, 'local')) > killed + 12);
  way.mend();
  await until('what waited is sent', async () => (await countOf(db, 'lyon')) > cutFor + 40);
  // What the first process had seen is sent before what the second one sees.
  const watchesOf = async (slug: string) =>
    (await listWatches(db)).filter(({ vantage }) => vantage === slug).length;
  await until('both times at work are told', async () => (await watchesOf('lyon')) >= 2);
  const seen = await listSeen(db);
  const seconds = seen.map(({ target, vantage, at }) => `${vantage} ${target} ${at.getTime()}`);
  assert.equal(new Set(seconds).size, seconds.length);
  assert.ok(longestGap(seen, 'local') < 3, 'the server measured all the time');
  // Killed, it loses what it saw in the last second, and the time of a start.
  assert.ok(longestGap(seen, 'lyon') < 9, `${longestGap(seen, 'lyon')} paces`);
  assert.deepEqual(await listIncidents(db), []);
  assert.equal(await watchesOf('lyon'), 2);
  site.state.isDown = true;
  await until('both see the failure', async () => {
    const incidents = await listIncidents(db);
    return incidents.length === 3 && incidents.every(({ vantages }) => vantages === 2);
  });
  site.state.isDown = false;
  await until('it ends', async () => (await listIncidents(db)).every(({ endedAt }) => endedAt !== null));
  assert.equal((await listIncidents(db)).length, 3);
  again.child.kill('SIGTERM');
  const [code] = await again.ended;
  assert.equal(code, 0);
});

test('a server that is killed and started again measures at once, and what failed meanwhile is one incident', async (t) => {
  const { db, site, server, startServer } = await prepare(t);
  await until('it measures', async () => (await countOf(db, 'local')) > 6);
  site.state.isDown = true;
  await until('it fails', async () => (await listIncidents(db)).length === 3);
  server.child.kill('SIGKILL');
  await server.ended;
  await startServer();
  const count = await countOf(db, 'local');
  await until('it measures again', async () => (await countOf(db, 'local')) > count + 3);
  site.state.isDown = false;
  await until('it ends', async () => (await listIncidents(db)).every(({ endedAt }) => endedAt !== null));
  assert.equal((await listIncidents(db)).length, 3);
});
