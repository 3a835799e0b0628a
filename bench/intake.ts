/**
 * Budget of the intake: 10,000 reviews a second on two cores, 99 in 100 within 25 ms at 64 connections, from the request
 * to the commit on disk; beside what PostgreSQL takes of single-row inserts from 32 clients, in the same run.
 */
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { recordProcedures } from '../src/catalogue/index.ts';
import type { ConnectionTarget } from '../src/core/database.ts';
import { openEmbeddedServer } from '../src/core/embedded-server.ts';
import { openStore } from '../src/core/store.ts';
import { createButton, newReviewId, readRegistry, signForm } from '../src/feedback/index.ts';
import { countOfReviews, INSERT_ONE, makeInsertTable } from './intake.sql.ts';
import type { LoadOrder } from './intake-load.ts';
import { median } from './median.ts';
import type { LoadReport } from './raw-load.ts';
import type { Figures } from './run.ts';
import { type BenchServer, startServer, withDirectory } from './server.ts';

const LOAD = fileURLToPath(new URL('intake-load.ts', import.meta.url));
const BARE = fileURLToPath(new URL('intake-bare.ts', import.meta.url));
const CONNECTIONS = [16, 64, 256];
const MOST = Math.max(...CONNECTIONS);
const ROUNDS = 3;
const FOR_MS = 5_000;
const PROCEDURES = 200;
const TOKENS = 400_000;
const PGBENCH_CLIENTS = 32;

const BUDGETS = { perSecondBudget: 10_000, p99BudgetMsAt64: 25 };

const run = promisify(execFile);

/**
 * Of each number of connections, the median of the rounds; each round is beside one of pgbench, and one of Node's own server
 * that does nothing with the same requests.
 */
export async function measureIntake(): Promise<Figures> {
  return withDirectory(async (directory) => {
    const tokens = join(directory, 'tokens.txt');
    await writeFile(tokens, (await mintTokens(directory)).join('\n'));
    const store = await openEmbeddedServer({ dataDirectory: directory });
    const started: BenchServer[] = [];
    try {
      const server = await startServer(directory, { VIGIE_TRUSTED_PROXIES: '127.0.0.1' });
      started.push(server);
      const bareServer = await startServer(directory, {}, BARE);
      started.push(bareServer);
      const figures = await measureRounds({ server, bareServer, tokens, directory, target: store.target });
      return { ...BUDGETS, ...figures, counted: await count(directory) };
    } finally {
      for (const one of started) await one.stop();
      await store.close();
    }
  });
}

type Measured = {
  readonly server: BenchServer;
  readonly bareServer: BenchServer;
  readonly tokens: string;
  readonly directory: string;
  readonly target: Exclude<ConnectionTarget, string>;
};

async function measureRounds({ server, bareServer, tokens, directory, target }: Measured): Promise<Figures> {
  const rounds = new Map(CONNECTIONS.map((connections) => [connections, [] as Round[]]));
  const [inserts, bare]: [number[], Round[]] = [[], []];
  // What is compiled and planned at first is not of the measure.
  const first = { connections: 16, forMs: 2_000, tokens, from: 0 };
  await loadOnce(bareServer, first);
  let from = (await loadOnce(server, first)).sent;
  let acknowledged = from;
  for (let round = 0; round < ROUNDS; round += 1) {
    // Before the others, which are at work for a while after their last answer.
    bare.push(await loadOnce(bareServer, { connections: MOST, forMs: FOR_MS, tokens, from: 0 }));
    const single = await insertsPerSecond(directory, target);
    if (single !== null) inserts.push(single);
    for (const connections of CONNECTIONS) {
      const one = await loadOnce(server, { connections, forMs: FOR_MS, tokens, from });
      from += one.sent;
      acknowledged += one.sent - one.refused;
      rounds.get(connections)?.push(one);
    }
  }
  const figures: Figures = {};
  for (const [connections, all] of rounds) Object.assign(figures, told(`${connections} connections`, all));
  for (const [name, value] of Object.entries(told(`Node alone, ${MOST} connections`, bare)))
    if (!name.endsWith('.storeCpuUsEach')) figures[name] = value;
  figures.pgbenchInsertsPerSecond =
    inserts.length === 0 ? 'pgbench is not installed' : Math.round(median(inserts));
  if (inserts.length > 0) {
    const best = Math.max(...[...rounds.values()].map((all) => median(all.map((one) => one.perSecond))));
    figures.ratioToPgbench = Number((best / median(inserts)).toFixed(2));
  }
  return { ...figures, acknowledged };
}

type Round = LoadReport & { readonly serverCpuS: number; readonly storeCpuS: number };

function told(row: string, rounds: readonly Round[]): Figures {
  const of = (read: (round: Round) => number) => Number(median(rounds.map(read)).toFixed(2));
  return {
    [`intake.${row}.perSecond`]: of(({ perSecond }) => perSecond),
    [`intake.${row}.p50Ms`]: of(({ p50Ms }) => p50Ms),
    [`intake.${row}.p99Ms`]: of(({ p99Ms }) => p99Ms),
    [`intake.${row}.refused`]: of(({ refused }) => refused),
    [`intake.${row}.serverCpuUsEach`]: of(({ serverCpuS, sent }) => (1e6 * serverCpuS) / sent),
    [`intake.${row}.storeCpuUsEach`]: of(({ storeCpuS, sent }) => (1e6 * storeCpuS) / sent),
    [`intake.${row}.loadCpuUsEach`]: of(({ cpuS, sent }) => (1e6 * cpuS) / sent),
  };
}

/** Forms of two hundred procedures, opened now, as the server itself would sign them. */
async function mintTokens(directory: string): Promise<string[]> {
  const store = await openStore({ databaseUrl: null, dataDirectory: directory });
  try {
    const now = new Date();
    const named = Array.from({ length: PROCEDURES }, (_, at) => ({
      publicId: String(at + 1),
      name: `Démarche ${at + 1}`,
      validFrom: '2025-01-01',
    }));
    const subjectIds = await store.db.transaction((tx) => recordProcedures(tx, named));
    const words = {
      channel: 'web',
      step: null,
      language: 'fr',
      questionnaire: 'avis',
      author: 'bench',
    } as const;
    const buttons: { readonly id: string }[] = [];
    for (const subjectId of subjectIds)
      buttons.push(await createButton(store.db, { ...words, subjectId }, now));
    const { keys } = await readRegistry(store.db, now);
    const [key] = keys;
    if (key === undefined) throw new Error('there is no key to sign with');
    return Array.from({ length: TOKENS }, (_, at) => {
      const buttonId = buttons[at % buttons.length]?.id ?? '';
      const reviewId = newReviewId(now.getTime(), crypto.getRandomValues(new Uint8Array(10)));
      const journey = {
        ...({ ending: 'unknown', step: null, serviceVersion: null } as const),
        ...{ isCounted: true, isKept: false },
      };
      const asked = { questionnaire: 'avis', version: 1, language: 'fr' };
      return `${buttonId} ${signForm({ reviewId, buttonId, ...asked, ...journey }, key)}`;
    });
  } finally {
    await store.close();
  }
}

async function loadOnce(
  server: { url: string; pid: number },
  order: Omit<LoadOrder, 'port'>,
): Promise<Round> {
  const before = [cpuSeconds(server.pid), storeCpuSeconds()] as const;
  const asked: LoadOrder = { port: Number(new URL(server.url).port), ...order };
  const { stdout } = await run(process.execPath, [LOAD, JSON.stringify(asked)]);
  const report = JSON.parse(stdout) as LoadReport;
  return {
    ...report,
    serverCpuS: cpuSeconds(server.pid) - before[0],
    storeCpuS: storeCpuSeconds() - before[1],
  };
}

/** User and system time of a process, from the kernel. */
export function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  const ticks = [11, 12].reduce((sum, at) => sum + Number(fields[at] ?? 0), 0);
  return ticks / 100;
}

/** That of all processes of PostgreSQL: other servers of the machine must be quiet. */
export function storeCpuSeconds(): number {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .reduce((sum, pid) => {
      try {
        return readFileSync(`/proc/${pid}/comm`, 'utf8') === 'postgres\n'
          ? sum + cpuSeconds(Number(pid))
          : sum;
      } catch {
        return sum;
      }
    }, 0);
}

/** Single-row inserts a second by Debian's pgbench, 32 clients, on the same server; null where it is not installed. */
async function insertsPerSecond(
  directory: string,
  target: Exclude<ConnectionTarget, string>,
): Promise<number | null> {
  const pgbench = existsSync('/usr/bin/pgbench') ? '/usr/bin/pgbench' : null;
  if (pgbench === null) return null;
  const script = join(directory, 'insert.sql');
  await writeFile(script, INSERT_ONE);
  await makeInsertTable(target);
  const { host, port, user, database } = target;
  const where = ['-h', host, '-p', String(port), '-U', user];
  const how = ['-n', '-f', script, '-c', String(PGBENCH_CLIENTS), '-j', '1', '-T', '5', '-M', 'prepared'];
  const said = execFileSync(pgbench, [...where, ...how, database], { encoding: 'utf8', stdio: 'pipe' });
  return Number(/tps = ([\d.]+)/.exec(said)?.[1] ?? Number.NaN);
}

async function count(directory: string): Promise<number> {
  const store = await openStore({ databaseUrl: null, dataDirectory: directory });
  try {
    return await countOfReviews(store.db);
  } finally {
    await store.close();
  }
}
