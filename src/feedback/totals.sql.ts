/**
 * Reviews of many procedures or sites at once: of the country, a ministry, a network of sites. Read from the counts of
 * months, satisfaction alone; periods are whole months, named by any of their days.
 */
import type { Queryable } from '../core/database.ts';
import type { GradeCounts } from '../core/figure.ts';
import { SATISFACTION_COLUMNS } from './counts.ts';
import { countReviews, firstOfMonth, type Period } from './statistics.ts';

/** What the reviews of one subject say over some months. */
export type SubjectTotal = {
  readonly subjectId: number;
  /** Reviews by grade `0`, `5` and `10`, zeros included. */
  readonly satisfaction: GradeCounts;
};

type GradeRow = Readonly<Record<(typeof SATISFACTION_COLUMNS)[number][1], number>>;

const SUMS = SATISFACTION_COLUMNS.map(([, column]) => `sum(${column})::bigint as ${column}`).join(', ');

/**
 * Reviews by grade of each subject, over the months from that of `from` to that of `to`. Subjects without any are absent.
 *
 * @param subjectIds the subjects wanted; all of them where nothing is said
 */
export async function listSubjectTotals(
  db: Queryable,
  { from, to }: Period,
  subjectIds?: readonly number[],
): Promise<SubjectTotal[]> {
  const rows = await db.query<GradeRow & { subjectId: number }>(
    `select subject_id as "subjectId", ${SUMS} from feedback.monthly_satisfaction
     where month between $1 and $2 ${subjectIds === undefined ? '' : 'and subject_id = any($3)'}
     group by 1 having sum(n_0 + n_2_5 + n_5 + n_7_5 + n_10) > 0 order by 1`,
    [firstOfMonth(from), to, ...(subjectIds === undefined ? [] : [subjectIds])],
  );
  return rows.map(({ subjectId, ...grades }) => ({ subjectId, satisfaction: satisfactionOf(grades) }));
}

/** Reviews of one month, of all the subjects asked for. */
export type MonthTotal = {
  /** First day of the month. */
  readonly month: string;
  readonly satisfaction: GradeCounts;
  /** Procedures and sites with a review in the month. */
  readonly subjects: number;
  /** Those of them whose first review of all is of this month: how the button spreads. */
  readonly newSubjects: number;
};

/** Reviews by grade of every month that has any, the oldest first. */
export async function listMonthTotals(db: Queryable, subjectIds?: readonly number[]): Promise<MonthTotal[]> {
  const rows = await db.query<GradeRow & { month: string; subjects: number; newSubjects: number }>(
    `with counted as not materialized (
       select * from feedback.monthly_satisfaction
       where n_0 + n_2_5 + n_5 + n_7_5 + n_10 > 0 ${subjectIds === undefined ? '' : 'and subject_id = any($1)'}
     ), beginners as (
       select month, count(*) as n from (select min(month) as month from counted group by subject_id) as firsts group by 1
     )
     select month, ${SUMS}, count(*) as subjects, coalesce(max(n), 0) as "newSubjects"
     from counted left join beginners using (month) group by month order by month`,
    subjectIds === undefined ? [] : [subjectIds],
  );
  return rows.map(({ month, subjects, newSubjects, ...grades }) => ({
    month,
    satisfaction: satisfactionOf(grades),
    subjects,
    newSubjects,
  }));
}

function satisfactionOf(row: GradeRow): GradeCounts {
  const rows = SATISFACTION_COLUMNS.map(([grade, column]) => ({
    question: 'satisfaction',
    grade,
    n: row[column],
  }));
  return countReviews(rows.filter(({ n }) => n > 0)).satisfaction;
}
