/** What a year of 1,000 targets a minute from 3 points of measure takes in the store, and how fast it is read. */
import { recordProcedures } from '../src/catalogue/index.ts';
import { addDays } from '../src/core/clock.ts';
import type { Database } from '../src/core/database.ts';
import { openStore } from '../src/core/store.ts';
import {
  insertSamples,
  listFacts,
  listSubjectDays,
  packSamples,
  readAvailability,
  readResponse,
  readSamples,
  readTimeline,
  type Sample,
} from '../src/probes/index.ts';
import { median } from './median.ts';
import { copyDays, insertTargets, measureProbes, type StoredProbes } from './probes-store.sql.ts';
import type { Figures } from './run.ts';
import { withDirectory } from './server.ts';

const PROCEDURES = 250;
const TARGETS = 4 * PROCEDURES;
const VANTAGES = 3;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const FIRST_DAY = '2026-11-02';
/** Midnight in Paris. */
const FIRST_HOUR = Date.parse('2026-11-01T23:00:00Z');
/** Hours that are written as they are in life: from each point of measure, a batch a minute, packed hour by hour. */
const HOURS = 24;
/** Days of the period that is read: those before the first are copies of it. */
const PERIOD = { from: addDays(FIRST_DAY, -89), to: FIRST_DAY };
const READINGS = 9;
/** Days of detail that are kept at most: ninety, and what lacks of the oldest week, which is dropped whole. */
const MOST_DETAIL_DAYS = 97;
const YEAR_DAYS = 365;
const BUDGET_GB = 10;

/** Bytes of a sample, the projection of a year, the error of percentiles, and what reading ninety days takes. */
export async function measureProbeStore(): Promise<Figures> {
  return withDirectory(async (directory) => {
    const store = await openStore({ databaseUrl: null, dataDirectory: directory, statementTimeoutMs: 0 });
    try {
      const { db } = store;
      const named = Array.from({ length: PROCEDURES }, (_, at) => ({
        ...{ publicId: String(at + 1), name: `Démarche ${at + 1}`, validFrom: '2024-01-01' },
      }));
      const subjectIds = await db.transaction((tx) => recordProcedures(tx, named));
      const at = new Date('2026-01-01T00:00:00Z');
      const { targetIds, vantageIds } = await insertTargets(db, { subjectIds, vantages: VANTAGES, at });
      const written = await writeDay(db, targetIds, vantageIds);
      await copyDays(db, { first: FIRST_DAY, before: 89 });
      const figures = { ...written, ...projectYear(await measureProbes(db)) };
      const errors = await measureErrors(db, subjectIds, targetIds);
      return { ...figures, ...errors, ...(await measureReadings(db, subjectIds)) };
    } finally {
      await store.close();
    }
  });
}

/** Writes a day as it is written in life. */
async function writeDay(
  db: Database,
  targetIds: readonly number[],
  vantageIds: readonly number[],
): Promise<Figures> {
  const draw = createDraw();
  const [batches, packings]: [number[], number[]] = [[], []];
  for (let hour = 0; hour < HOURS; hour += 1) {
    const hourMs = FIRST_HOUR + hour * HOUR_MS;
    for (let minute = 0; minute < 60; minute += 1) {
      for (const [place, vantageId] of vantageIds.entries()) {
        const samples = targetIds.map((id) => drawSample(id, place, hourMs + minute * MINUTE_MS, draw));
        batches.push(await timeMs(() => db.transaction((tx) => insertSamples(tx, vantageId, samples))));
      }
    }
    packings.push(await timeMs(() => packSamples(db, new Date(hourMs + HOUR_MS + 10 * MINUTE_MS))));
  }
  return {
    batchOf1000SamplesMs: median(batches),
    packingOfAnHourMs: median(packings.slice(1), 0),
    longestPackingMs: Number(Math.max(...packings).toFixed(0)),
  };
}

/** Each target has a usual time of its own, and a point of measure its distance; one look in a thousand fails. */
function drawSample(targetId: number, place: number, minuteMs: number, draw: () => number): Sample {
  const at = new Date(
    minuteMs + ((targetId * 7_919 + place * 20_011) % MINUTE_MS) + Math.floor(draw() * 200),
  );
  const fate = draw();
  if (fate < 0.001) {
    const none = { nameMs: 3, connectMs: null, tlsMs: null, firstByteMs: null, wholeMs: null };
    return { ...none, targetId, at, outcome: 'refused' };
  }
  const usual = 60 + ((targetId * 104_729) % 700);
  const spread = Math.exp(0.35 * Math.sqrt(-2 * Math.log(draw())) * Math.cos(2 * Math.PI * draw()));
  const firstByteMs = 15 * (place + 1) + Math.round(usual * spread * (fate > 0.99 ? 4 : 1));
  const phases = { nameMs: 2 + place, connectMs: 8 * (place + 1), tlsMs: 15 * (place + 1) };
  const times = { ...phases, firstByteMs, wholeMs: firstByteMs + Math.round(40 * draw()) };
  return { ...times, targetId, at, outcome: firstByteMs > 2_000 ? 'slow' : 'up' };
}

/** Numbers above 0 and up to 1 that look drawn, and are the same at each run. */
function createDraw(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 1) / 2 ** 32;
  };
}

/** A year from the bytes of a row of each table: an hour of detail, a day of a target or a procedure. */
function projectYear(stored: readonly StoredProbes[]): Figures {
  const rowBytes = (name: string) => {
    const table = stored.find((one) => one.name === name);
    return table === undefined ? Number.NaN : table.bytes / table.rows;
  };
  const gB = (bytes: number) => Number((bytes / 1e9).toFixed(2));
  const aDayOfDetail = rowBytes('sample') * TARGETS * VANTAGES * 24;
  const aDay =
    rowBytes('daily') * TARGETS * VANTAGES +
    rowBytes('target_day') * TARGETS +
    rowBytes('subject_day') * PROCEDURES;
  const waiting = stored.find(({ name }) => name === 'recent_sample')?.bytes ?? Number.NaN;
  return {
    samplesWritten: TARGETS * VANTAGES * HOURS * 60,
    bytesASample: Number((rowBytes('sample') / 60).toFixed(1)),
    ...Object.fromEntries(
      stored.flatMap(({ name, rows, bytes }) => [
        [`stored.${name}.rows`, rows],
        [`stored.${name}.mB`, Number((bytes / 1e6).toFixed(1))],
        [`stored.${name}.bytesARow`, rows === 0 ? 0 : Math.round(bytes / rows)],
      ]),
    ),
    detailOf90DaysGb: gB(90 * aDayOfDetail),
    detailAtMostGb: gB(MOST_DETAIL_DAYS * aDayOfDetail),
    daysOfAYearGb: gB(YEAR_DAYS * aDay),
    yearAtMostGb: gB(MOST_DETAIL_DAYS * aDayOfDetail + YEAR_DAYS * aDay + waiting),
    yearBudgetGb: BUDGET_GB,
  };
}

/** How far percentiles are from those of the samples themselves, in percent, over some procedures. */
async function measureErrors(
  db: Database,
  subjectIds: readonly number[],
  targetIds: readonly number[],
): Promise<Figures> {
  let largest = 0;
  const end = new Date(FIRST_HOUR + HOURS * HOUR_MS);
  for (let at = 0; at < subjectIds.length; at += 50) {
    const samples = await readSamples(db, targetIds.slice(4 * at, 4 * at + 4), new Date(FIRST_HOUR), end);
    const times = samples.flatMap(({ firstByteMs }) => firstByteMs ?? []).sort((one, other) => one - other);
    const day = { from: FIRST_DAY, to: FIRST_DAY };
    const { whole } = (await readResponse(db, subjectIds[at] ?? 0, day, end)).figures;
    for (const [share, told] of [
      [0.5, whole.p50Ms],
      [0.75, whole.p75Ms],
      [0.95, whole.p95Ms],
    ] as const) {
      const exact = times[Math.ceil(share * times.length) - 1] ?? Number.NaN;
      largest = Math.max(largest, (100 * Math.abs((told ?? Number.NaN) - exact)) / exact);
    }
  }
  return { percentileStatedErrorPercent: 1, percentileLargestErrorPercent: Number(largest.toFixed(2)) };
}

async function measureReadings(db: Database, subjectIds: readonly number[]): Promise<Figures> {
  const now = new Date(FIRST_HOUR + HOURS * HOUR_MS - MINUTE_MS);
  const one = (at: number) => subjectIds.slice(at, at + 1);
  const criteria = ['availability', 'response_time'];
  return {
    availabilityOf1ProcedureMs: await medianMs((at) =>
      readAvailability(db, { subjectIds: one(at) }, PERIOD, now),
    ),
    responseOf1ProcedureMs: await medianMs((at) => readResponse(db, subjectIds[at] ?? 0, PERIOD, now)),
    timelineOf1ProcedureMs: await medianMs((at) => readTimeline(db, subjectIds[at] ?? 0, now)),
    daysOf250ProceduresMs: await medianMs(() => listSubjectDays(db, subjectIds, PERIOD, now)),
    availabilityOf250ProceduresMs: await medianMs(() => readAvailability(db, { subjectIds }, PERIOD, now)),
    factsOf250ProceduresMs: await medianMs(() => listFacts(db, criteria, subjectIds, PERIOD, now)),
  };
}

async function medianMs(work: (at: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let at = 0; at < READINGS; at += 1) times.push(await timeMs(() => work(at)));
  return median(times);
}

async function timeMs(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
