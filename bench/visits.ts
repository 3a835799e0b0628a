/**
 * Budgets of the counting of visits: 10,000 events a second a process, rows that grow with days and procedures and not with
 * traffic, a year's page in 50 ms, 50,000 lines of a log a second; and how far the estimate of visitors is from them.
 */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { recordProcedures } from '../src/catalogue/index.ts';
import { openStore } from '../src/core/store.ts';
import {
  addVisitor,
  createSketch,
  estimateVisitors,
  hashVisitor,
  openCountries,
  readLogs,
  recordDays,
  VISITOR_ERROR,
} from '../src/visits/index.ts';
import { median } from './median.ts';
import type { Figures } from './run.ts';
import { withDirectory } from './server.ts';
import { measureEvents } from './visits-http.ts';
import { writeMadeUpLog } from './visits-log.ts';
import { measureYear } from './visits-store.ts';

const BUDGETS = { eventsPerSecondBudget: 10_000, yearPageBudgetMs: 50, logLinesPerSecondBudget: 50_000 };
const LINES = 1_000_000;
const LOG_DAYS = 30;
const VISITORS = 1_000_000;
const SKETCHES = 5;

export async function measureVisits(): Promise<Figures> {
  return {
    ...BUDGETS,
    ...measureVisitors(),
    ...(await measureLog()),
    ...(await measureEvents()),
    ...(await measureYear()),
  };
}

/** Of a log of a million lines: from its first byte to its days in the store. */
async function measureLog(): Promise<Figures> {
  return withDirectory(async (directory) => {
    const path = join(directory, 'access.log');
    const bytes = await writeMadeUpLog(path, { lines: LINES, days: LOG_DAYS });
    const store = await openStore({ databaseUrl: null, dataDirectory: directory });
    try {
      const [subjectId = 0] = await store.db.transaction((tx) =>
        recordProcedures(tx, [{ publicId: '1', name: 'Démarche 1', validFrom: '2025-01-01' }]),
      );
      const findCountry = await openCountries();
      const [cpuBefore, begun] = [process.cpuUsage(), performance.now()];
      const reading = await readLogs(
        [{ name: 'access.log', bytes: createReadStream(path, { highWaterMark: 256 * 1024 }) }],
        {
          ...{ subjectId, findCountry, from: '2026-01-01', to: '2026-12-31', paths: [] },
          origins: ['https://a.example.fr'],
          steps: [
            { step: 'start', path: '/depot' },
            { step: 'submitted', path: '/confirmation' },
          ],
        },
      );
      const { recorded } = await store.db.transaction((tx) =>
        recordDays(tx, reading.days, { source: 'log', replace: false }),
      );
      const ms = performance.now() - begun;
      const { user, system } = process.cpuUsage(cpuBefore);
      return {
        logLinesPerSecond: Math.round((1_000 * reading.lines) / ms),
        logLinesPerCpuSecond: Math.round((1e6 * reading.lines) / (user + system)),
        logMB: Math.round(bytes / 1e6),
        logDays: recorded.length,
        logViews: reading.views,
        logRobots: reading.robots,
        logUnreadable: reading.unreadable.lines,
      };
    } finally {
      await store.close();
    }
  });
}

/** How far estimates are from a million visitors, each sketch with a salt of its own; in percent. */
function measureVisitors(): Figures {
  const errors = Array.from({ length: SKETCHES }, (_, salt) => {
    const sketch = createSketch();
    for (let at = 0; at < VISITORS; at += 1) {
      addVisitor(sketch, hashVisitor(`salt ${salt}`, 7, `${at >> 8}.${at % 256}`, 'a browser'));
    }
    return (100 * Math.abs(estimateVisitors(sketch) - VISITORS)) / VISITORS;
  });
  return {
    visitorStandardErrorPercent: Number((100 * VISITOR_ERROR).toFixed(2)),
    visitorErrorPercent: median(errors),
    visitorLargestErrorPercent: Number(Math.max(...errors).toFixed(2)),
  };
}
