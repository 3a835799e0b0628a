/** Reads what was counted. Whole months come from the counts of months, the days at the ends from those of days. */
import { addDays, addMonths, daysBetween } from '../core/clock.ts';
import type { Database, Queryable } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import { TOTALS, type TotalName } from './total.ts';
import {
  type Cell,
  completionOf,
  figuresOf,
  type Period,
  type VisitFigures,
  type VisitTotals,
} from './visit-figures.ts';
import { decodeSketch, estimateVisitors } from './visitor-sketch.ts';

/** A longer period is told by month. */
const LONGEST_BY_DAY = 92;

/**
 * What was counted of one subject over a period. Of several subjects all is added up but their
 * visitors, who are not told, and their days: the most of one. Read by statements that go side by side.
 */
export async function readVisits(
  db: Database,
  subjectIds: readonly number[],
  period: Period,
): Promise<VisitFigures> {
  const [totals, cells, durations, steps] = await Promise.all([
    listTotals(db, subjectIds, period),
    readCells(db, subjectIds, period),
    readDurations(db, subjectIds, period),
    listSteps(db, subjectIds),
  ]);
  return figuresOf({
    period,
    days: Math.max(0, ...totals.map(({ days }) => days)),
    visitorDays: subjectIds.length > 1 ? null : visitorDaysOf(totals),
    ...{ cells, durations, steps },
  });
}

/**
 * The visitors of each day of one subject, added up: the unit is `visitor_days`; null when a day's are not known.
 * @throws VigieError InvalidInput for several subjects: nobody is followed from one to another
 */
export async function readVisitorDays(
  db: Queryable,
  subjectIds: readonly number[],
  period: Period,
): Promise<number | null> {
  if (subjectIds.length > 1) {
    const why =
      'they are told apart within one procedure and one day, so that nobody is followed across services';
    throw new VigieError(
      'InvalidInput',
      `The visitors of several procedures cannot be counted together: ${why}.`,
    );
  }
  return visitorDaysOf(await listTotals(db, subjectIds, period));
}

/** The totals of every subject that was counted over a period, by subject. */
export async function listVisitTotals(db: Queryable, period: Period): Promise<VisitTotals[]> {
  const totals = await listTotals(db, null, period);
  return totals.map(
    ({ subjectId, visits, views, visitorDays, starts, submitted, refused, endings, days }) => ({
      ...{ subjectId, visits, views, visitorDays, starts, submitted, refused, days },
      completion: completionOf(starts, endings),
    }),
  );
}

/** The whole months of a period, by their first days, and the days that are left at its ends. */
export function stretchesOf({ from, to }: Period): { months: Period | null; days: Period[] } {
  const first = from.endsWith('-01') ? from : addMonths(firstOfMonth(from), 1);
  const end = firstOfMonth(addDays(to, 1));
  if (first >= end) return { months: null, days: from <= to ? [{ from, to }] : [] };
  const ends = [
    { from, to: addDays(first, -1) },
    { from: end, to },
  ];
  return { months: { from: first, to: addMonths(end, -1) }, days: ends.filter((one) => one.from <= one.to) };
}

const firstOfMonth = (day: string) => `${day.slice(0, 7)}-01`;

/** First and last of the months, first and last of each stretch of days. */
function stretchValues(period: Period, { byDay = false } = {}): unknown[] {
  const { months, days } = byDay ? { months: null, days: [period] } : stretchesOf(period);
  return [months?.from ?? null, months?.to ?? null, days.map(({ from }) => from), days.map(({ to }) => to)];
}

function readCells(db: Queryable, subjectIds: readonly number[], period: Period): Promise<Cell[]> {
  const byDay = daysBetween(period.from, period.to) < LONGEST_BY_DAY;
  return db.query<Cell>(
    `select start, dimension, value, sum(views)::bigint as views, sum(visits)::bigint as visits from (
       select month as start, dimension, value, views, visits from visits.monthly
       where month between $1 and $2 and subject_id = any($5::bigint[])
       union all
       select case when $6 then day else date_trunc('month', day)::date end, dimension, value, views, visits
       from unnest($3::date[], $4::date[]) as stretch (first_on, last_on)
       join visits.daily on day between first_on and last_on
       where subject_id = any($5::bigint[])
     ) as cells group by start, dimension, value`,
    [...stretchValues(period, { byDay }), subjectIds, byDay],
  );
}

type SubjectTotals = Readonly<Record<Exclude<TotalName, 'known_days' | 'visitors'> | 'subjectId', number>> & {
  readonly visitorDays: number | null;
};

/** The totals of subjects, by subject; of all subjects where none is given. */
async function listTotals(
  db: Queryable,
  subjectIds: readonly number[] | null,
  period: Period,
): Promise<SubjectTotals[]> {
  const rows = await db.query<Record<TotalName | 'subjectId', number>>(
    `select subject_id as "subjectId", ${TOTALS.map((name) => `sum(${name})::bigint as ${name}`).join(', ')}
     from (
       select * from visits.total where grain = 'month' and start between $1 and $2
       union all
       select total.* from unnest($3::date[], $4::date[]) as stretch (first_on, last_on)
       join visits.total on grain = 'day' and start between first_on and last_on
     ) as totals
     where $5::bigint[] is null or subject_id = any($5)
     group by subject_id order by subject_id`,
    [...stretchValues(period), subjectIds],
  );
  if (rows.length === 0) return [];
  const today = await estimateOpenDays(db, subjectIds, period);
  return rows.map(({ known_days, visitors, ...totals }) => {
    const areKnown = known_days === totals.days;
    return { ...totals, visitorDays: areKnown ? visitors + (today.get(totals.subjectId) ?? 0) : null };
  });
}

/** The visitors of the days that are not over, by subject. */
async function estimateOpenDays(
  db: Queryable,
  subjectIds: readonly number[] | null,
  { from, to }: Period,
): Promise<Map<number, number>> {
  const rows = await db.query<{ subjectId: number; sketch: Buffer }>(
    `select subject_id as "subjectId", sketch from visits.counted_day
     where sketch is not null and day between $2 and $3 and ($1::bigint[] is null or subject_id = any($1))`,
    [subjectIds, from, to],
  );
  const estimates = new Map<number, number>();
  for (const { subjectId, sketch } of rows) {
    estimates.set(subjectId, (estimates.get(subjectId) ?? 0) + estimateVisitors(decodeSketch(sketch)));
  }
  return estimates;
}

function visitorDaysOf([total]: readonly SubjectTotals[]): number | null {
  return total === undefined ? 0 : total.visitorDays;
}

async function readDurations(
  db: Queryable,
  subjectIds: readonly number[],
  period: Period,
): Promise<Map<number, number>> {
  const rows = await db.query<{ bucket: number; n: number }>(
    `select bucket, sum(n)::bigint as n from (
       select bucket, n from visits.duration
       where grain = 'month' and start between $1 and $2 and subject_id = any($5::bigint[])
       union all
       select bucket, n from unnest($3::date[], $4::date[]) as stretch (first_on, last_on)
       join visits.duration on grain = 'day' and start between first_on and last_on
       where subject_id = any($5::bigint[])
     ) as durations group by bucket`,
    [...stretchValues(period), subjectIds],
  );
  return new Map(rows.map(({ bucket, n }) => [bucket, n]));
}

/** The steps of the counters of subjects, in their order, those of open counters first. */
async function listSteps(db: Queryable, subjectIds: readonly number[]): Promise<string[]> {
  const rows = await db.query<{ steps: string[] }>(
    `select steps from visits.counter where subject_id = any($1::bigint[])
     order by closed_at desc nulls first, created_at, id`,
    [subjectIds],
  );
  return [...new Set(rows.flatMap(({ steps }) => steps))];
}
