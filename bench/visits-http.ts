/** Events a second of one process through real HTTP, with the load generator beside it. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { recordProcedures } from '../src/catalogue/index.ts';
import { openStore } from '../src/core/store.ts';
import { createCounter } from '../src/visits/index.ts';
import { cpuSeconds, storeCpuSeconds } from './intake.ts';
import { median } from './median.ts';
import type { LoadReport } from './raw-load.ts';
import type { Figures } from './run.ts';
import { startServer, withDirectory } from './server.ts';
import { countOfViews } from './visits.sql.ts';
import type { VisitLoadOrder } from './visits-load.ts';

const LOAD = fileURLToPath(new URL('visits-load.ts', import.meta.url));
const ORIGIN = 'https://demarche.example.fr';
const PROCEDURES = 250;
const ROUNDS = 3;
const FOR_MS = 4_000;
const HOWS = ['script', 'image'] as const;

const run = promisify(execFile);

type Round = LoadReport & { readonly serverCpuS: number; readonly storeCpuS: number };

/** Of each way to count, the median of the rounds; then what was acknowledged, and what the store holds of it. */
export async function measureEvents(): Promise<Figures> {
  return withDirectory(async (directory) => {
    const store = await openStore({ databaseUrl: null, dataDirectory: directory });
    try {
      const counters = await openCounters(store.db);
      const server = await startServer(directory, { VIGIE_TRUSTED_PROXIES: '127.0.0.1' });
      const rounds = new Map(HOWS.map((how) => [how, [] as Round[]]));
      let acknowledged = 0;
      const loadOnce = async (how: VisitLoadOrder['how'], forMs: number): Promise<Round> => {
        const order: VisitLoadOrder = {
          ...{
            port: Number(new URL(server.url).port),
            connections: 64,
            forMs,
            counters,
            origin: ORIGIN,
            how,
          },
        };
        const before = [cpuSeconds(server.pid), storeCpuSeconds()] as const;
        const { stdout } = await run(process.execPath, [LOAD, JSON.stringify(order)]);
        const report = JSON.parse(stdout) as LoadReport;
        acknowledged += report.sent - report.refused;
        const [serverCpuS, storeCpuS] = [cpuSeconds(server.pid) - before[0], storeCpuSeconds() - before[1]];
        return { ...report, serverCpuS, storeCpuS };
      };
      try {
        // What is compiled and planned at first is not of the measure.
        await loadOnce('script', 2_000);
        for (let round = 0; round < ROUNDS; round += 1)
          for (const how of HOWS) rounds.get(how)?.push(await loadOnce(how, FOR_MS));
      } finally {
        await server.stop();
      }
      const figures: Figures = {};
      for (const [how, all] of rounds) Object.assign(figures, told(how, all));
      return { ...figures, acknowledged, counted: await countOfViews(store.db) };
    } finally {
      await store.close();
    }
  });
}

function told(how: string, rounds: readonly Round[]): Figures {
  const of = (read: (round: Round) => number) => Number(median(rounds.map(read)).toFixed(2));
  return {
    [`events.${how}.perSecond`]: of(({ perSecond }) => perSecond),
    [`events.${how}.p99Ms`]: of(({ p99Ms }) => p99Ms),
    [`events.${how}.refused`]: of(({ refused }) => refused),
    [`events.${how}.serverCpuUsEach`]: of(({ serverCpuS, sent }) => (1e6 * serverCpuS) / sent),
    [`events.${how}.storeCpuUsEach`]: of(({ storeCpuS, sent }) => (1e6 * storeCpuS) / sent),
    [`events.${how}.loadCpuUsEach`]: of(({ cpuS, sent }) => (1e6 * cpuS) / sent),
  };
}

async function openCounters(db: Awaited<ReturnType<typeof openStore>>['db']): Promise<string[]> {
  const named = Array.from({ length: PROCEDURES }, (_, at) => ({
    ...{ publicId: String(at + 1), name: `Démarche ${at + 1}`, validFrom: '2025-01-01' },
  }));
  const subjectIds = await db.transaction((tx) => recordProcedures(tx, named));
  const ids: string[] = [];
  for (const subjectId of subjectIds) {
    const counter = { subjectId, origins: [ORIGIN], paths: ['/depot'], steps: [], author: 'bench' };
    ids.push((await createCounter(db, counter, new Date())).id);
  }
  return ids;
}
