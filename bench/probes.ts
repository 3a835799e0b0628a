/**
 * Budget of probing: a thousand targets a minute on at most a tenth of a core. A server as `npm start` runs it probes a
 * thousand sites of another process for ten minutes (`VIGIE_BENCH_MINUTES` for another time), half of them over HTTP/2, a
 * quarter over HTTPS and a quarter over HTTP; then it is killed and started again.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Database } from '../src/core/database.ts';
import { openStore } from '../src/core/store.ts';
import { outcomeOf, verdictOf } from '../src/probes/index.ts';
import { nextStart } from '../src/probes/schedule.ts';
import { cpuSeconds, storeCpuSeconds } from './intake.ts';
import { addBenchTargets, type Looked, listLooks } from './probes.sql.ts';
import { measureBare } from './probes-bare.ts';
import { measurePhases } from './probes-curl.ts';
import { measureProbeStore } from './probes-store.ts';
import type { Figures } from './run.ts';
import { type BenchServer, startServer, withDirectory } from './server.ts';
import { trusting } from './trusting.ts';

const FLEET = fileURLToPath(new URL('probes-fleet.ts', import.meta.url));
const TARGETS = 1_000;
const INTERVAL_MS = 60_000;
const MINUTES = Number(process.env.VIGIE_BENCH_MINUTES ?? 10);

export async function measureProbes(): Promise<Figures> {
  return {
    ...{ targets: TARGETS, minutes: MINUTES, cpuShareBudgetPercent: 10 },
    ...(await measureRunner()),
    ...(await measurePhases()),
    ...(await measureProbeStore()),
  };
}

async function measureRunner(): Promise<Figures> {
  return withDirectory(async (directory) => {
    const { certificate, root } = makeCertificate(directory);
    const fleet = await startFleet(certificate);
    const store = await openStore({ databaseUrl: null, dataDirectory: directory });
    const settings = { VIGIE_PROBE_ALLOW: '127.0.0.0/8,::1', NODE_EXTRA_CA_CERTS: root };
    let server: BenchServer | undefined;
    try {
      await addBenchTargets(store.db, urlsOf(fleet.ports), INTERVAL_MS);
      server = await startServer(directory, settings);
      // What is compiled at first is not of the measure.
      await pause(INTERVAL_MS);
      const steady = await measureSteady(store.db, server.pid);
      const killedAt = new Date();
      process.kill(server.pid, 'SIGKILL');
      const restarted = await startServer(directory, settings);
      server = restarted;
      const gaps = await measureRestart(store.db, killedAt, new Date());
      await restarted.stop();
      server = undefined;
      return { ...steady, ...gaps, ...(await trusting(root, () => measureBare(fleet.ports))) };
    } finally {
      await server?.stop();
      fleet.stop();
      await store.close();
    }
  });
}

/** Names below `localhost` are this machine, whatever name servers say: each is a host of its own. */
function urlsOf({ plain, tls, http2 }: Ports): string[] {
  return Array.from({ length: TARGETS }, (_, at) => {
    const [scheme, port] = at % 4 === 0 ? ['http', plain] : at % 4 === 1 ? ['https', tls] : ['https', http2];
    return `${scheme}://site-${at}.vigie.localhost:${port}/`;
  });
}

async function measureSteady(db: Database, pid: number): Promise<Figures> {
  const since = new Date();
  const [cpuBefore, storeBefore] = [cpuSeconds(pid), storeCpuSeconds()];
  await pause(MINUTES * INTERVAL_MS);
  const [cpuS, storeS] = [cpuSeconds(pid) - cpuBefore, storeCpuSeconds() - storeBefore];
  // Samples are kept each five seconds.
  const until = Date.now();
  await pause(12_000);
  const looks = (await listLooks(db, since)).filter(({ at }) => at.getTime() < until);
  const late = looks.map(latenessMs).sort((one, other) => one - other);
  const quantile = (share: number) => Math.round(late[Math.floor(share * (late.length - 1))] ?? Number.NaN);
  const failures = looks.filter(({ outcome }) => verdictOf(outcomeOf(outcome)) !== 'up').length;
  return {
    cpuSharePercent: Number(((100 * cpuS) / (MINUTES * 60)).toFixed(2)),
    cpuMsASample: Number(((1_000 * cpuS) / looks.length).toFixed(2)),
    storeCpuSharePercent: Number(((100 * storeS) / (MINUTES * 60)).toFixed(2)),
    memoryMB: memoryOf(pid),
    samples: looks.length,
    samplesDue: MINUTES * TARGETS,
    samplesNotUp: failures,
    latenessP50Ms: quantile(0.5),
    latenessP99Ms: quantile(0.99),
    latenessMaxMs: quantile(1),
  };
}

/** A timer may fire a little early: less than nothing. */
function latenessMs({ targetId, at }: Looked): number {
  const target = { id: targetId, intervalMs: INTERVAL_MS };
  const next = nextStart(target, 'local', at.getTime()) - at.getTime();
  return next < INTERVAL_MS / 2 ? -next : INTERVAL_MS - next;
}

/** Until all targets are looked at again: since the server is back, and since the last look before it was killed. */
async function measureRestart(db: Database, killedAt: Date, readyAt: Date): Promise<Figures> {
  await pause(INTERVAL_MS + 12_000);
  const byTarget = Map.groupBy(
    await listLooks(db, new Date(killedAt.getTime() - 2 * INTERVAL_MS)),
    ({ targetId }) => targetId,
  );
  const gaps = [...byTarget.values()].map((looks) => {
    const times = looks.map(({ at }) => at.getTime());
    const before = Math.max(...times.filter((at) => at <= killedAt.getTime()));
    const after = Math.min(...times.filter((at) => at > killedAt.getTime()));
    return { gapS: (after - before) / 1_000, againS: (after - readyAt.getTime()) / 1_000 };
  });
  const worst = (of: 'gapS' | 'againS') => Number(Math.max(...gaps.map((gap) => gap[of])).toFixed(1));
  return {
    restartS: (readyAt.getTime() - killedAt.getTime()) / 1_000,
    restartAllAgainS: worst('againS'),
    restartLongestGapS: worst('gapS'),
    restartTargets: gaps.length,
  };
}

/** Resident memory, in MB. */
function memoryOf(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1_000);
}

export type Ports = { readonly plain: number; readonly tls: number; readonly http2: number };

async function startFleet(certificate: string): Promise<{ ports: Ports; stop(): void }> {
  const child = spawn(process.execPath, [FLEET, certificate], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { ports: JSON.parse(line) as Ports, stop: () => void child.kill() };
}

/** A certificate of all the sites, and the root that signed it. */
function makeCertificate(directory: string): { certificate: string; root: string } {
  const file = (name: string) => join(directory, name);
  const openssl = (...words: string[]) => execFileSync('openssl', words, { stdio: 'pipe' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...key,
    '-keyout',
    file('root.key'),
    '-out',
    file('root.pem'),
    '-days',
    '30',
    '-subj',
    '/CN=root',
  );
  openssl(
    ...['req', '-x509', ...key, '-keyout', file('site.key'), '-out', file('site.crt'), '-days', '30'],
    ...['-subj', '/CN=site', '-addext', 'subjectAltName=DNS:*.vigie.localhost'],
    ...['-addext', 'basicConstraints=critical,CA:FALSE'],
    ...['-CA', file('root.pem'), '-CAkey', file('root.key')],
  );
  execFileSync('sh', ['-c', `cat site.key site.crt > site.pem`], { cwd: directory });
  return { certificate: file('site.pem'), root: file('root.pem') };
}
