/** Changes the counts that figures are made of, beside the rows of answers that they count. */
import type { Queryable } from '../core/database.ts';
import { columnsOf } from './columns.ts';
import { type Count, SATISFACTION_COLUMNS } from './counts.ts';

/**
 * Adds to the counts of days, and to those of their months. What is taken away is so once every row is there and locked
 * in its order: a row proposed with a negative count is refused before it is seen that another one is held.
 */
export async function addCounts(tx: Queryable, counts: readonly Count[]): Promise<void> {
  if (counts.length === 0) return;
  await tx.query(
    `with given as (${GIVEN_COUNTS}
     ), days as (
       insert into feedback.daily as held
         (subject_id, question, day, button_id, channel, ending, version, grade, n)
       select * from given
       on conflict (subject_id, question, day, button_id, channel, ending, version, grade)
       do update set n = held.n + excluded.n
     ), satisfied as (
       insert into feedback.monthly_satisfaction as held (subject_id, month, n_0, n_2_5, n_5, n_7_5, n_10)
       ${GIVEN_SATISFACTION} order by 1, 2
       on conflict (subject_id, month) do update set n_0 = held.n_0 + excluded.n_0,
         n_2_5 = held.n_2_5 + excluded.n_2_5, n_5 = held.n_5 + excluded.n_5,
         n_7_5 = held.n_7_5 + excluded.n_7_5, n_10 = held.n_10 + excluded.n_10
     )
     insert into feedback.monthly as held
       (subject_id, question, month, button_id, channel, ending, version, grade, n)
     select subject_id, question, date_trunc('month', day)::date as month, button_id, channel, ending, version, grade,
            sum(n)::integer
     from given group by 1, 2, 3, 4, 5, 6, 7, 8 order by 1, 2, 3, 4, 5, 6, 7, 8
     on conflict (subject_id, question, month, button_id, channel, ending, version, grade)
     do update set n = held.n + excluded.n`,
    countColumns(counts.map((one) => ({ ...one, n: Math.max(0, one.n) }))),
  );
  const taken = counts.filter(({ n }) => n < 0);
  if (taken.length === 0) return;
  await tx.query(
    `with given as (${GIVEN_COUNTS}
     ), days as (
       update feedback.daily as held set n = held.n + given.n from given
       where (held.subject_id, held.question, held.day, held.button_id, held.channel, held.ending, held.version,
              held.grade)
           = (given.subject_id, given.question, given.day, given.button_id, given.channel, given.ending,
              given.version, given.grade)
     ), satisfied as (
       update feedback.monthly_satisfaction as held set n_0 = held.n_0 + less.n_0, n_2_5 = held.n_2_5 + less.n_2_5,
         n_5 = held.n_5 + less.n_5, n_7_5 = held.n_7_5 + less.n_7_5, n_10 = held.n_10 + less.n_10
       from (${GIVEN_SATISFACTION}) as less
       where held.subject_id = less.subject_id and held.month = less.month
     ), months as (
       select subject_id, question, date_trunc('month', day)::date as month, button_id, channel, ending, version, grade,
              sum(n)::integer as n
       from given group by 1, 2, 3, 4, 5, 6, 7, 8
     )
     update feedback.monthly as held set n = held.n + months.n from months
     where (held.subject_id, held.question, held.month, held.button_id, held.channel, held.ending, held.version,
            held.grade)
         = (months.subject_id, months.question, months.month, months.button_id, months.channel, months.ending,
            months.version, months.grade)`,
    countColumns(taken),
  );
}

const sumOfGrade = (grade: string, column: string) =>
  `coalesce(sum(n) filter (where grade = '${grade}'), 0)::integer as ${column}`;

/** What is given of satisfaction, one row for a subject and month. */
const GIVEN_SATISFACTION = `
       select subject_id, date_trunc('month', day)::date as month, ${SATISFACTION_COLUMNS.map(
         ([grade, column]) => sumOfGrade(grade, column),
       ).join(', ')}
       from given where question = 'satisfaction' group by 1, 2`;

const GIVEN_COUNTS = `
       select * from unnest($1::bigint[], $2::text[], $3::date[], $4::text[], $5::text[], $6::text[], $7::text[],
         $8::text[], $9::integer[])
         as given (subject_id, question, day, button_id, channel, ending, version, grade, n)`;

function countColumns(counts: readonly Count[]): string[] {
  const rows = counts.map((one) => [
    one.subjectId,
    one.question,
    one.on,
    one.buttonId,
    one.channel,
    one.ending,
    one.version,
    one.grade,
    one.n,
  ]);
  return columnsOf(rows, 9);
}
