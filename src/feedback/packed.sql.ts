/** Reads and writes packed counts. What answers changed since they were packed is read with them, in the same statement. */
import type { Queryable } from '../core/database.ts';
import { addUpMonths, addUpYears, type CountedMonth, type CountedYear } from './packed.ts';
import { firstOfMonth, type Period } from './statistics.ts';

/** The counts of a source with the columns of `feedback.daily`, as months are packed; one cell for each of its rows. */
export function monthsFrom(source: string): string {
  return `select subject_id as "subjectId", date_trunc('month', day::timestamp)::date as month,
    json_agg(json_build_array(question, version, button_id, channel, ending, grade,
      array_fill(0, array[extract(day from day)::integer - 1]) || n)) as cells
    from ${source} group by 1, 2`;
}

const PACKED_MONTH = 'select subject_id as "subjectId", month, cells from feedback.packed_month';

/** The counts of subjects over the months that a period touches, whole months: what is packed with what changed since. */
export async function readMonths(
  db: Queryable,
  subjectIds: readonly number[],
  { from, to }: Period,
): Promise<CountedMonth[]> {
  const parts = await db.query<CountedMonth>(
    `${PACKED_MONTH} where subject_id = any($1::bigint[]) and month between $2 and $3
     union all
     (${monthsFrom(`feedback.daily where subject_id = any($1::bigint[]) and day >= $2
        and day < date_trunc('month', $3::timestamp) + interval '1 month'`)})`,
    [subjectIds, firstOfMonth(from), to],
  );
  const months = Map.groupBy(parts, ({ subjectId, month }) => `${subjectId} ${month}`);
  // Most months are settled: what is packed of them is all there is.
  return [...months.values()].flatMap((same) => (same.length === 1 ? same : addUpMonths(same)));
}

/** What is packed of some months. */
export function readPackedMonths(
  tx: Queryable,
  months: readonly Pick<CountedMonth, 'subjectId' | 'month'>[],
): Promise<CountedMonth[]> {
  return tx.query<CountedMonth>(
    `${PACKED_MONTH} where (subject_id, month) in (select * from unnest($1::bigint[], $2::date[]))`,
    [months.map(({ subjectId }) => subjectId), months.map(({ month }) => month)],
  );
}

export async function writeMonths(tx: Queryable, months: readonly CountedMonth[]): Promise<void> {
  await tx.query(
    `insert into feedback.packed_month (subject_id, month, cells)
     select subject_id, month, cells::json
     from unnest($1::bigint[], $2::date[], $3::text[]) as given (subject_id, month, cells) order by 1, 2
     on conflict (subject_id, month) do update set cells = excluded.cells`,
    [
      months.map(({ subjectId }) => subjectId),
      months.map(({ month }) => month),
      months.map(({ cells }) => JSON.stringify(cells)),
    ],
  );
}

/**
 * The counts of subjects over the years that a period touches, whole years, likewise.
 *
 * @param questions those wanted; null for all
 * @param subjectIds the subjects wanted; all of them where nothing is said
 */
export async function readYears(
  db: Queryable,
  { from, to }: Period,
  questions: readonly string[] | null,
  subjectIds?: readonly number[],
): Promise<CountedYear[]> {
  const wanted = `($3::text[] is null or question = any($3::text[]))
    ${subjectIds === undefined ? '' : 'and subject_id = any($4::bigint[])'}`;
  const parts = await db.query<CountedYear & { isPacked: boolean }>(
    `select subject_id as "subjectId", year, question, grades, true as "isPacked" from feedback.packed_year
     where year between $1::integer and $2::integer and ${wanted}
     union all
     (select subject_id, extract(year from day)::integer, question,
        json_agg(json_build_array(grade, array_fill(0, array[extract(month from day)::integer - 1]) || n)), false
      from feedback.daily
      where day >= make_date($1::integer, 1, 1) and day < make_date($2::integer + 1, 1, 1) and ${wanted}
      group by 1, 2, 3)`,
    [yearOf(from), yearOf(to), questions, ...(subjectIds === undefined ? [] : [subjectIds])],
  );
  // Most years are settled: what is packed of them is all there is. A number is a fast key.
  const keyOf = ({ subjectId, year }: CountedYear) => subjectId * 10_000 + year;
  const changed = new Set(parts.filter(({ isPacked }) => !isPacked).map(keyOf));
  const settled = parts.filter((part) => !changed.has(keyOf(part)));
  return [...settled, ...addUpYears(parts.filter((part) => changed.has(keyOf(part))))];
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** What is packed of some years. */
export function readPackedYears(
  tx: Queryable,
  years: readonly Pick<CountedYear, 'subjectId' | 'year' | 'question'>[],
): Promise<CountedYear[]> {
  return tx.query<CountedYear>(
    `select subject_id as "subjectId", year, question, grades from feedback.packed_year
     where (subject_id, year, question) in (select * from unnest($1::bigint[], $2::integer[], $3::text[]))`,
    [
      years.map(({ subjectId }) => subjectId),
      years.map(({ year }) => year),
      years.map(({ question }) => question),
    ],
  );
}

export async function writeYears(tx: Queryable, years: readonly CountedYear[]): Promise<void> {
  await tx.query(
    `insert into feedback.packed_year (subject_id, year, question, grades)
     select subject_id, year, question, grades::json
     from unnest($1::bigint[], $2::integer[], $3::text[], $4::text[]) as given (subject_id, year, question, grades)
     order by 1, 2, 3
     on conflict (subject_id, year, question) do update set grades = excluded.grades`,
    [
      years.map(({ subjectId }) => subjectId),
      years.map(({ year }) => year),
      years.map(({ question }) => question),
      years.map(({ grades }) => JSON.stringify(grades)),
    ],
  );
}
