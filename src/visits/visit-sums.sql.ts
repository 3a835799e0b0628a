/** Visits of many subjects together, added up by the store: what is told of each of them is many times as much. */
import { addDays, addMonths, daysBetween } from '../core/clock.ts';
import type { Queryable } from '../core/database.ts';
import { stretchesOf } from './read-visits.sql.ts';
import type { Dimension } from './visit-count.ts';
import type { CountedValue, Period } from './visit-figures.ts';

/**
 * What was counted under the values of one dimension over a period, subjects together, by visits, the most first. Visits and
 * views add up; visitors do not, and are not among the dimensions.
 *
 * @param subjectIds none gives nothing
 * @param of the dimension, or one of its values alone
 */
export async function sumVisits(
  db: Queryable,
  subjectIds: readonly number[],
  period: Period,
  { dimension, value }: { readonly dimension: Dimension; readonly value?: string },
): Promise<CountedValue[]> {
  if (subjectIds.length === 0) return [];
  const { months, stretches } = signedStretches(period);
  return db.query<CountedValue>(
    `select value, sum(views)::bigint as views, sum(visits)::bigint as visits from (
       select value, views, visits from visits.monthly
       where month between $1 and $2 and subject_id = any($6::bigint[])
         and dimension = $7 and ($8::text is null or value = $8)
       union all
       select value, sign * views, sign * visits
       from unnest($3::date[], $4::date[], $5::int[]) as stretch (first_on, last_on, sign)
       join visits.daily on day between first_on and last_on
       where subject_id = any($6::bigint[]) and dimension = $7 and ($8::text is null or value = $8)
     ) as counts
     group by value having sum(visits) > 0 or sum(views) > 0
     order by visits desc, views desc, value collate "C"`,
    [
      months?.from ?? null,
      months?.to ?? null,
      stretches.map(({ from }) => from),
      stretches.map(({ to }) => to),
      stretches.map(({ sign }) => sign),
      ...[subjectIds, dimension, value ?? null],
    ],
  );
}

type Stretch = Period & { readonly sign: 1 | -1 };

/**
 * The months of a period, and the days to add to them or to take away: of the months at its ends, whichever are fewer, those
 * inside or those outside. Days are thirty times as many rows as months.
 */
export function signedStretches(period: Period): {
  readonly months: Period | null;
  readonly stretches: Stretch[];
} {
  const { months, days } = stretchesOf(period);
  if (months === null) return { months, stretches: days.map((one) => ({ ...one, sign: 1 })) };
  const ends = days.map((inside) => {
    const month = `${inside.from.slice(0, 7)}-01`;
    const outside =
      inside.from === month
        ? { from: addDays(inside.to, 1), to: addDays(addMonths(month, 1), -1) }
        : { from: month, to: addDays(inside.from, -1) };
    return daysBetween(outside.from, outside.to) < daysBetween(inside.from, inside.to)
      ? { month, stretch: { ...outside, sign: -1 as const } }
      : { month: null, stretch: { ...inside, sign: 1 as const } };
  });
  const all = [months.from, months.to, ...ends.flatMap(({ month }) => month ?? [])].sort();
  return {
    months: { from: all[0] ?? months.from, to: all.at(-1) ?? months.to },
    stretches: ends.map(({ stretch }) => stretch),
  };
}
