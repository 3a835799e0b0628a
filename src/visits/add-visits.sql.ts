/** The one place that writes counts of visits. */
import type { Queryable, Transactional } from '../core/database.ts';
import type { DaySketch } from './tally.ts';
import { addTotals } from './total.sql.ts';
import { TOTALS, type TotalName, totalsOf } from './total.ts';
import { COUNTER_SOURCE, type SubjectDay, type VisitRows } from './visit-count.ts';
import { createSketch, decodeSketch, encodeSketch, estimateVisitors, mergeSketch } from './visitor-sketch.ts';

/** The visitors of a day that is counted and has none yet: a file that does not tell them leaves them unknown. */
const NOBODY = encodeSketch(createSketch());

/**
 * Takes days for a source, before anything is added to them: a day has one source, so that nothing is counted twice.
 * @returns those that another source holds, of which nothing may be added
 */
export async function claimDays(
  tx: Queryable,
  days: readonly SubjectDay[],
  source: string,
): Promise<SubjectDay[]> {
  if (days.length === 0) return [];
  const given = [days.map(({ subjectId }) => subjectId), days.map(({ day }) => day)];
  const isCounted = source === COUNTER_SOURCE;
  const claimed = await tx.query<SubjectDay>(
    `insert into visits.counted_day (subject_id, day, source, sketch)
     select distinct subject_id, day, $3, $4::bytea from unnest($1::bigint[], $2::date[]) as given (subject_id, day) order by 1, 2
     on conflict do nothing returning subject_id as "subjectId", day`,
    [...given, source, isCounted ? NOBODY : null],
  );
  await addTotals(
    tx,
    claimed.map((one) => ({ ...one, days: 1, known_days: isCounted ? 1 : 0 })),
  );
  return tx.query<SubjectDay>(
    `select distinct subject_id as "subjectId", day
     from visits.counted_day join unnest($1::bigint[], $2::date[]) as given (subject_id, day) using (subject_id, day)
     where source <> $3`,
    [...given, source],
  );
}

/** Adds to the counts and totals of days that are claimed, and of their months. Nothing may be negative. */
export async function addVisitCounts(tx: Queryable, { counts, durations }: VisitRows): Promise<void> {
  if (counts.length === 0 && durations.length === 0) return;
  await addTotals(tx, totalsOf(counts));
  await tx.query(
    `with given as (
       select * from unnest($1::bigint[], $2::date[], $3::text[], $4::text[], $5::bigint[], $6::bigint[])
         as given (subject_id, day, dimension, value, views, visits)
     ), days as (
       insert into visits.daily as held (subject_id, day, dimension, value, views, visits)
       select subject_id, day, dimension, value, sum(views), sum(visits) from given
       group by 1, 2, 3, 4 order by 1, 2, 3, 4
       on conflict (subject_id, day, dimension, value)
       do update set views = held.views + excluded.views, visits = held.visits + excluded.visits
     ), months as (
       insert into visits.monthly as held (subject_id, month, dimension, value, views, visits)
       select subject_id, date_trunc('month', day)::date, dimension, value, sum(views), sum(visits) from given
       group by 1, 2, 3, 4 order by 1, 2, 3, 4
       on conflict (subject_id, month, dimension, value)
       do update set views = held.views + excluded.views, visits = held.visits + excluded.visits
     )
     insert into visits.duration as held (subject_id, grain, start, bucket, n)
     select subject_id, grain, start, bucket, sum(n)
     from unnest($7::bigint[], $8::date[], $9::integer[], $10::bigint[]) as timed (subject_id, day, bucket, n),
       lateral (values ('day', day), ('month', date_trunc('month', day)::date)) as grains (grain, start)
     group by 1, 2, 3, 4 order by 1, 2, 3, 4
     on conflict (subject_id, grain, start, bucket) do update set n = held.n + excluded.n`,
    [
      counts.map(({ subjectId }) => subjectId),
      counts.map(({ day }) => day),
      counts.map(({ dimension }) => dimension),
      counts.map(({ value }) => value),
      counts.map(({ views }) => views),
      counts.map(({ visits }) => visits),
      durations.map(({ subjectId }) => subjectId),
      durations.map(({ day }) => day),
      durations.map(({ bucket }) => bucket),
      durations.map(({ n }) => n),
    ],
  );
}

type HeldSketch = SubjectDay & { readonly sketch: Buffer | null; readonly visitors: number | null };

/**
 * Makes of the sketches of days their union with these, under a lock of each row. What comes to a day whose visitors are a
 * number already is dropped: its views and visits are counted all the same.
 */
export async function mergeSketches(tx: Queryable, sketches: readonly DaySketch[]): Promise<void> {
  if (sketches.length === 0) return;
  const held = await tx.query<HeldSketch>(
    `select subject_id as "subjectId", day, sketch, visitors
     from visits.counted_day join unnest($1::bigint[], $2::date[]) as given (subject_id, day) using (subject_id, day)
     order by subject_id, day for update of counted_day`,
    [sketches.map(({ subjectId }) => subjectId), sketches.map(({ day }) => day)],
  );
  const bySubjectDay = new Map(held.map((one) => [keyOf(one), one]));
  const changed = sketches.flatMap(({ sketch, ...where }) => {
    const before = bySubjectDay.get(keyOf(where));
    if (before === undefined || before.visitors !== null) return [];
    if (before.sketch === null) return [{ ...where, sketch: encodeSketch(sketch) }];
    const union = decodeSketch(before.sketch);
    return mergeSketch(union, sketch) ? [{ ...where, sketch: encodeSketch(union) }] : [];
  });
  await tx.query(
    `update visits.counted_day as held set sketch = given.sketch
     from unnest($1::bigint[], $2::date[], $3::bytea[]) as given (subject_id, day, sketch)
     where (held.subject_id, held.day) = (given.subject_id, given.day)`,
    [
      changed.map(({ subjectId }) => subjectId),
      changed.map(({ day }) => day),
      changed.map(({ sketch }) => sketch),
    ],
  );
}

const keyOf = ({ subjectId, day }: SubjectDay) => `${subjectId} ${day}`;

/** Puts the estimate of each sketch of the days before `day` in its place: the sketch is erased. */
export async function finishDays(db: Transactional, day: string): Promise<void> {
  await db.transaction(async (tx) => {
    const due = await tx.query<SubjectDay & { readonly sketch: Buffer }>(
      `select subject_id as "subjectId", day, sketch from visits.counted_day
       where day < $1 and sketch is not null order by subject_id, day for update skip locked`,
      [day],
    );
    const told = due.map(({ sketch, ...where }) => ({
      ...where,
      visitors: estimateVisitors(decodeSketch(sketch)),
    }));
    await setVisitors(tx, told);
    await addTotals(tx, told);
  });
}

type DayVisitors = SubjectDay & { readonly visitors: number };

async function setVisitors(tx: Queryable, days: readonly DayVisitors[]): Promise<void> {
  await tx.query(
    `update visits.counted_day as held set sketch = null, visitors = given.visitors
     from unnest($1::bigint[], $2::date[], $3::bigint[]) as given (subject_id, day, visitors)
     where (held.subject_id, held.day) = (given.subject_id, given.day)`,
    [
      days.map(({ subjectId }) => subjectId),
      days.map(({ day }) => day),
      days.map(({ visitors }) => visitors),
    ],
  );
}

/** Keeps the visitors of days as a source tells them, of days that it has claimed and not told yet. */
export async function recordVisitors(tx: Queryable, days: readonly DayVisitors[]): Promise<void> {
  await setVisitors(tx, days);
  await addTotals(
    tx,
    days.map((one) => ({ ...one, known_days: 1 })),
  );
}

/**
 * Erases what a source told of a subject over days, so that it may tell them again.
 * @returns how many days
 */
export async function forgetDays(
  tx: Queryable,
  { subjectId, from, to, source }: { subjectId: number; from: string; to: string; source: string },
): Promise<number> {
  const days = await tx.query<{ day: string }>(
    `delete from visits.counted_day where subject_id = $1 and day between $2 and $3 and source = $4 returning day`,
    [subjectId, from, to, source],
  );
  const given = [subjectId, days.map(({ day }) => day)];
  const totals = await tx.query<Record<TotalName, number> & SubjectDay>(
    `select subject_id as "subjectId", start as day, ${TOTALS.join(', ')} from visits.total
     where subject_id = $1 and grain = 'day' and start = any($2::date[])`,
    given,
  );
  await addTotals(
    tx,
    totals.map((total) => ({ ...total, ...Object.fromEntries(TOTALS.map((name) => [name, -total[name]])) })),
  );
  await tx.query(
    `delete from visits.total where subject_id = $1 and grain = 'day' and start = any($2::date[])`,
    given,
  );
  await tx.query(
    `with gone as (
       delete from visits.duration where subject_id = $1 and grain = 'day' and start = any($2::date[])
       returning start, bucket, n
     ), less as (
       select date_trunc('month', start)::date as month, bucket, sum(n) as n from gone group by 1, 2
     )
     update visits.duration as held set n = held.n - less.n from less
     where held.subject_id = $1 and held.grain = 'month' and (held.start, held.bucket) = (less.month, less.bucket)`,
    given,
  );
  await tx.query(
    `with gone as (
       delete from visits.daily where subject_id = $1 and day = any($2::date[]) returning day, dimension, value, views, visits
     ), less as (
       select date_trunc('month', day)::date as month, dimension, value, sum(views) as views, sum(visits) as visits
       from gone group by 1, 2, 3
     )
     update visits.monthly as held set views = held.views - less.views, visits = held.visits - less.visits from less
     where held.subject_id = $1 and (held.month, held.dimension, held.value) = (less.month, less.dimension, less.value)`,
    given,
  );
  return days.length;
}
