/** The usage of the made-up site: a portal through the years, a procedure whose visits are counted. */
import { findProcedure, recordOthers } from '../../src/catalogue/index.ts';
import { addDays, fixedClock } from '../../src/core/clock.ts';
import type { Database } from '../../src/core/database.ts';
import { NO_FIGURE } from '../../src/core/figure.ts';
import { bucketOf } from '../../src/core/time-histogram.ts';
import { NO_WORDS, type Observation, parsePeriod, recordObservations } from '../../src/observations/index.ts';
import {
  addVisitCounts,
  claimDays,
  createCounter,
  type Dimension,
  recordVisitors,
} from '../../src/visits/index.ts';

const CLOCK = fixedClock('2026-01-10T08:00:00Z');
/** What each day counts: reached steps, then the rest. */
export const DAY_COUNTS: Readonly<Record<string, number>> = {
  'whole all': 100,
  'device desktop': 60,
  'device mobile': 40,
  'country FR': 99,
  'country unknown': 1,
  'referrer search': 70,
  'referrer unknown': 30,
  'page /': 100,
  'step start': 40,
  'step identite': 36,
  'step submitted': 29,
  'step refused': 1,
  'step error': 2,
  'ending all': 30,
};

/** A figure of a subject, declared, of a period as files write it. */
export function told(
  subjectId: number,
  indicator: string,
  period: string,
  value: number | null,
  given: Partial<Observation> = {},
): Observation {
  const found = parsePeriod(period);
  if (found === null) throw new RangeError(`${period} is no period`);
  return {
    ...NO_FIGURE,
    ...NO_WORDS,
    ...found,
    subjectId,
    indicator,
    value,
    status: value === null ? 'not_reported' : 'declared',
    qualifier: 'exact',
    dimensions: {},
    source: 'Rapport <inventé>',
    origin: 'imported',
    ...given,
  };
}

/** Records figures at once. */
export async function recordTold(db: Database, figures: readonly Observation[]): Promise<void> {
  await db.transaction((tx) => recordObservations(tx, figures, { author: 'test', clock: CLOCK }));
}

/** Counts the same things on each day from one to another. */
export async function countDays(
  db: Database,
  subjectId: number,
  { from, days }: { readonly from: string; readonly days: number },
  counts: Readonly<Record<string, number>> = DAY_COUNTS,
): Promise<void> {
  const all = Array.from({ length: days }, (_, at) => ({ subjectId, day: addDays(from, at) }));
  await db.transaction(async (tx) => {
    await claimDays(tx, all, 'test');
    await addVisitCounts(tx, {
      counts: all.flatMap((where) =>
        Object.entries(counts).map(([name, visits]) => {
          const [dimension = '', value = ''] = name.split(' ');
          return { ...where, dimension: dimension as Dimension, value, visits, views: visits * 3 };
        }),
      ),
      durations: all.map((where) => ({ ...where, bucket: bucketOf(540_000), n: 1 })),
    });
    await recordVisitors(
      tx,
      all.map((where) => ({ ...where, visitors: 90 })),
    );
  });
}

/** A counter of a subject. */
export async function openCounter(db: Database, subjectId: number): Promise<void> {
  const opened = {
    origins: ['https://exemple.example.org'],
    paths: ['/'],
    steps: ['identite'],
    author: 'test',
  };
  await createCounter(db, { subjectId, ...opened }, new Date('2025-10-01T08:00:00Z'));
}

/** @param counted public id of the procedure whose visits are counted */
export async function stateJourneyUsage(db: Database, counted: string): Promise<void> {
  const [portal = 0] = await db.transaction((tx) =>
    recordOthers(tx, [
      { kind: 'portal', slug: 'portail', name: 'Portail d’essai & de <test>', validFrom: '2016-01-01' },
    ]),
  );
  const shares = { desktop: 0.549, mobile: 0.374, tablet: 0.076 };
  await recordTold(db, [
    told(portal, 'accounts', '2016', 23_500_000),
    told(portal, 'accounts', '2017', 27_500_000, {
      noteFr: 'une note',
      noteEn: null,
      acceptedBecause: 'vérifié',
    }),
    told(portal, 'accounts', '2018', 29_000_000, { populationFr: 'adultes', populationEn: 'adults' }),
    told(portal, 'visits', '2017-01', 1_000_000, { qualifier: 'more_than' }),
    told(portal, 'visits', '2017-02', 1_200_000),
    told(portal, 'users', '2017', null),
    told(portal, 'monthly_contacts', '2017-03', 22_000_000, { status: 'suspect' }),
    ...Object.entries(shares).map(([device, share]) =>
      told(portal, 'view_share', '2017', share, { dimensions: { device } }),
    ),
  ]);
  const procedure = await findProcedure(db, counted);
  if (procedure === null) throw new Error(`no procedure ${counted}`);
  const { subjectId } = procedure.current;
  await openCounter(db, subjectId);
  await countDays(db, subjectId, { from: '2025-11-15', days: 40 });
}
