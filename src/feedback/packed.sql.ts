/** Reads and writes packed counts. What answers changed since they were packed is read with them, in the same statement. */
import type { Queryable } from '../core/database.ts';
import {
  addUpYears,
  blockOf,
  blockOfSome,
  type CountedBlock,
  type CountedMonth,
  type CountedYear,
  inBlocks,
  MONTHS,
  mergeMonths,
  yearsIn,
} from './packed.ts';
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
  // Most months are settled: what is packed of them is all there is.
  return mergeMonths(parts);
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
 * The counts of subjects over the years that a period touches, whole years, likewise. What is packed and what changed since come
 * in blocks of their own, and add up.
 *
 * @param questions those wanted; null for all
 * @param subjectIds the subjects wanted; all of them where nothing is said
 */
export async function readBlocks(
  db: Queryable,
  { from, to }: Period,
  questions: readonly string[] | null,
  subjectIds?: readonly number[],
): Promise<CountedBlock[]> {
  const asked = '($3::text[] is null or question = any($3))';
  const [ofBlocks, ofSubjects] =
    subjectIds === undefined
      ? ['', '']
      : ['and block = any($4::bigint[])', 'and subject_id = any($5::bigint[])'];
  const blocks = await db.query<CountedBlock>(
    `select year, question, cells from feedback.packed_year
     where year between $1::integer and $2::integer and ${asked} ${ofBlocks}
     union all
     (select year, question, json_agg(json_build_array(grade, json_build_array(subject_id),
        array_fill(0::bigint, array[month - 1]) || n || array_fill(0::bigint, array[${MONTHS} - month])))
      from (select extract(year from day)::integer as year, extract(month from day)::integer as month, question, subject_id,
              grade, sum(n) as n
            from feedback.daily
            where day >= make_date($1::integer, 1, 1) and day < make_date($2::integer + 1, 1, 1) and ${asked} ${ofSubjects}
            group by 1, 2, 3, 4, 5) as changed
      group by 1, 2)`,
    [
      yearOf(from),
      yearOf(to),
      questions,
      ...(subjectIds === undefined ? [] : [[...new Set(subjectIds.map(blockOf))], subjectIds]),
    ],
  );
  if (subjectIds === undefined) return blocks;
  const wanted = new Set(subjectIds);
  return blocks.map((block) => blockOfSome(block, wanted));
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/**
 * Adds counts to what is packed of their years. Who calls it has a lock by which nobody else writes these blocks.
 */
export async function addToYears(tx: Queryable, years: readonly CountedYear[]): Promise<void> {
  const blocks = inBlocks(years);
  const packed = await tx.query<CountedBlock>(
    `select year, question, cells from feedback.packed_year
     where (question, year, block) in (select * from unnest($1::text[], $2::integer[], $3::bigint[]))`,
    keysOf(blocks),
  );
  await writeBlocks(tx, inBlocks(addUpYears([...yearsIn(packed), ...years])));
}

/** Writes the counts of a subject in the place of all that is packed of its years; likewise. */
export async function replaceYears(
  tx: Queryable,
  subjectId: number,
  years: readonly CountedYear[],
): Promise<void> {
  const packed = await tx.query<CountedBlock>(
    'delete from feedback.packed_year where block = $1 returning year, question, cells',
    [blockOf(subjectId)],
  );
  const others = yearsIn(packed).filter((one) => one.subjectId !== subjectId);
  await writeBlocks(tx, inBlocks([...others, ...years]));
}

async function writeBlocks(tx: Queryable, blocks: ReturnType<typeof inBlocks>): Promise<void> {
  await tx.query(
    `insert into feedback.packed_year (question, year, block, cells)
     select question, year, block, cells::json
     from unnest($1::text[], $2::integer[], $3::bigint[], $4::text[]) as given (question, year, block, cells)
     order by 1, 2, 3
     on conflict (question, year, block) do update set cells = excluded.cells`,
    [...keysOf(blocks), blocks.map(({ cells }) => JSON.stringify(cells))],
  );
}

function keysOf(blocks: ReturnType<typeof inBlocks>): unknown[] {
  return [
    blocks.map(({ question }) => question),
    blocks.map(({ year }) => year),
    blocks.map(({ block }) => block),
  ];
}
