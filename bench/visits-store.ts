/** What a year of visits of 250 procedures takes in the store, and how fast it is read, for little and much traffic. */
import { recordProcedures } from '../src/catalogue/index.ts';
import { addDays } from '../src/core/clock.ts';
import type { Database } from '../src/core/database.ts';
import { openStore } from '../src/core/store.ts';
import { bucketOf } from '../src/core/time-histogram.ts';
import {
  addVisitCounts,
  claimDays,
  listVisitTotals,
  readVisits,
  recordVisitors,
  type VisitCount,
} from '../src/visits/index.ts';
import { urlsIn } from '../src/web/urls.ts';
import { median } from './median.ts';
import type { Figures } from './run.ts';
import { withDirectory } from './server.ts';
import { openSite } from './site.ts';
import { analyzeVisits, emptyVisits, measureStored } from './visits.sql.ts';

const PROCEDURES = 250;
const DAYS = 365;
const YEAR = { from: '2025-01-01', to: '2025-12-31' };
const EVENTS = [1_000_000, 100_000_000];
const VIEWS_OF_A_VISIT = 4;
/** Procedures that are written at once. */
const WRITERS = 3;
const READINGS = 15;

/** For each traffic, rows and bytes of the store, and milliseconds of what a year is read by. */
export async function measureYear(): Promise<Figures> {
  return withDirectory(async (directory) => {
    const store = await openStore({ databaseUrl: null, dataDirectory: directory, statementTimeoutMs: 0 });
    try {
      const { db } = store;
      const named = Array.from({ length: PROCEDURES }, (_, at) => ({
        ...{ publicId: String(at + 1), name: `Démarche ${at + 1}`, validFrom: '2024-01-01' },
      }));
      const subjectIds = await db.transaction((tx) => recordProcedures(tx, named));
      const figures: Figures = {};
      for (const events of EVENTS) {
        await emptyVisits(db);
        await fillYear(db, subjectIds, events);
        await analyzeVisits(db);
        const { rows, bytes } = await measureStored(db);
        const row = `year.${events / 1e6} million events`;
        Object.assign(figures, { [`${row}.rows`]: rows, [`${row}.mB`]: Number((bytes / 1e6).toFixed(1)) });
        figures[`${row}.rowsADayAndProcedure`] = Number((rows / (PROCEDURES * DAYS)).toFixed(1));
        for (const [name, ms] of Object.entries(await measureReadings(db, subjectIds))) {
          figures[`${row}.${name}`] = ms;
        }
      }
      return figures;
    } finally {
      await store.close();
    }
  });
}

/** Every procedure has as much as any other, each day: as many rows as that traffic may make. */
async function fillYear(db: Database, subjectIds: readonly number[], events: number): Promise<void> {
  const visits = Math.max(1, Math.round(events / VIEWS_OF_A_VISIT / (subjectIds.length * DAYS)));
  const draw = createDraw();
  const waiting = [...subjectIds];
  const write = async () => {
    for (let subjectId = waiting.pop(); subjectId !== undefined; subjectId = waiting.pop()) {
      const where = { subjectId };
      const days = Array.from({ length: DAYS }, (_, day) =>
        dayOf({ ...where, day: addDays(YEAR.from, day) }, visits, draw),
      );
      await db.transaction(async (tx) => {
        await claimDays(tx, days, 'csv');
        await addVisitCounts(tx, {
          counts: days.flatMap(({ counts }) => counts),
          durations: days.flatMap(({ durations }) => durations),
        });
        await recordVisitors(tx, days);
      });
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
}

/** What visits are told apart by; each value is half as frequent as the one before, as countries nearly are. */
const VALUES: Readonly<Partial<Record<VisitCount['dimension'], readonly string[]>>> = {
  device: ['mobile', 'desktop', 'tablet', 'other'],
  country: ['FR', 'BE', 'DE', 'GB', 'ES', 'CH', 'IT', 'US', 'PT', 'MA', 'DZ', 'unknown'],
  referrer: ['none', 'administration', 'search', 'internal', 'other', 'social', 'unknown'],
  page: ['/depot', '/aide', '/contact', '/depot/pieces', '/depot/recapitulatif'],
  step: ['start', 'identite', 'pieces', 'submitted', 'refused', 'error'],
};

function dayOf(where: { subjectId: number; day: string }, visits: number, draw: () => number) {
  const counts: VisitCount[] = [
    { ...where, dimension: 'whole', value: 'all', visits, views: visits * VIEWS_OF_A_VISIT },
    { ...where, dimension: 'ending', value: 'all', visits: visits >> 1, views: 0 },
    { ...where, dimension: 'robot', value: 'all', visits: 0, views: visits >> 3 },
  ];
  for (const [dimension, values] of Object.entries(VALUES)) {
    const drawn = new Map<string, number>();
    for (let visit = 0; visit < visits; visit += 1) {
      const value = values[Math.min(values.length - 1, Math.floor(-Math.log2(draw())))] ?? '';
      drawn.set(value, (drawn.get(value) ?? 0) + 1);
    }
    for (const [value, n] of drawn) {
      const counted = { visits: n, views: n * VIEWS_OF_A_VISIT };
      counts.push({ ...where, dimension: dimension as VisitCount['dimension'], value, ...counted });
    }
  }
  const lasted = new Map<number, number>();
  for (let visit = 0; visit < visits >> 1; visit += 1) {
    const bucket = bucketOf(600_000 * Math.exp(draw() - 0.5));
    lasted.set(bucket, (lasted.get(bucket) ?? 0) + 1);
  }
  const durations = [...lasted].map(([bucket, n]) => ({ ...where, bucket, n }));
  return { ...where, visitors: visits, counts, durations };
}

/** Numbers above 0 and up to 1 that look drawn, and are the same at each run. */
function createDraw(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 1) / 2 ** 32;
  };
}

async function measureReadings(db: Database, subjectIds: readonly number[]): Promise<Record<string, number>> {
  let generation = 0;
  const site = openSite(db, () => generation);
  const urls = urlsIn('fr');
  const page = async (address: string) => {
    generation += 1;
    const response = await site.request(address);
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${address} answered ${response.status}`);
  };
  const one = { publicId: '7', name: 'Démarche 7', slug: 'demarche-7' };
  return {
    totalsOfAllMs: await medianMs(() => listVisitTotals(db, YEAR)),
    oneProcedureMs: await medianMs((at) => readVisits(db, subjectIds.slice(at, at + 1), YEAR)),
    allTogetherMs: await medianMs(() => readVisits(db, subjectIds, YEAR)),
    yearPageMs: await medianMs(() => page(`${urls.usages()}?annee=2025`)),
    procedurePageMs: await medianMs(() => page(urls.procedureUsage(one))),
  };
}

async function medianMs(work: (at: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let at = 0; at < READINGS; at += 1) {
    const begun = performance.now();
    await work(at);
    times.push(performance.now() - begun);
  }
  return median(times);
}
