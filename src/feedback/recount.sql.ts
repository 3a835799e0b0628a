/** Counts rebuilt from the answers: what `vigie reviews recount` does, and what proves that counts follow answers. */
import type { Queryable, Transactional } from '../core/database.ts';
import { type CountKey, SATISFACTION_COLUMNS } from './counts.ts';

/** A count that is not that of the answers. */
export type CountDifference = CountKey & {
  readonly table: 'daily' | 'monthly' | 'monthly_satisfaction';
  /** What the table holds, and what the answers give; 0 for what is not there. */
  readonly held: number;
  readonly counted: number;
};

export type Recount = {
  /** Procedures and sites recounted. */
  readonly subjects: number;
  /** Reviews in the figures. */
  readonly reviews: number;
  /** How many counts differed, and the first of them. */
  readonly differing: number;
  readonly differences: readonly CountDifference[];
};

export type RecountOptions = {
  /** Only compares; changes nothing. */
  readonly dryRun?: boolean;
  /** Procedures and sites to recount; all of them where nothing is said. */
  readonly subjectIds?: readonly number[] | undefined;
  /** Told after each subject how many are done, of how many. */
  readonly onProgress?: (done: number, of: number) => void;
};

const MOST_TOLD = 100;

/**
 * Counts again, by day and by month, the answers of reviews that are in the figures, and puts right what differs. Safe
 * beside the intake: each subject is a transaction of its own, which writers of counts wait for, a tenth of a second
 * for 30,000 reviews. What they had written and not committed is not seen here, and is added by them afterwards.
 *
 * The lock on the table of days is taken first and nothing else is waited for: writers take it after their locks on
 * reviews, which are only read here without locks, so that none waits in a circle.
 */
export async function recountDaily(db: Transactional, options: RecountOptions = {}): Promise<Recount> {
  const { dryRun = false, onProgress } = options;
  const subjectIds = options.subjectIds ?? (await listCountedSubjects(db));
  let [reviews, differing] = [0, 0];
  const differences: CountDifference[] = [];
  for (const [at, subjectId] of subjectIds.entries()) {
    const found = await db.transaction(async (tx) => {
      await tx.query('lock table feedback.daily in share row exclusive mode');
      const [counted] = await tx.query<{ n: number }>(
        `select count(*) as n from feedback.review where subject_id = $1 and state in ('counted', 'released')`,
        [subjectId],
      );
      const wrong = [
        ...(await compare(tx, 'daily', subjectId)),
        ...(await compare(tx, 'monthly', subjectId)),
      ];
      if (!dryRun) await putRight(tx, wrong);
      const satisfaction = await compareSatisfaction(tx, subjectId);
      if (!dryRun && satisfaction.length > 0) await countSatisfaction(tx, subjectId);
      return { reviews: counted?.n ?? 0, wrong: [...wrong, ...satisfaction] };
    });
    reviews += found.reviews;
    differing += found.wrong.length;
    differences.push(...found.wrong.slice(0, MOST_TOLD - differences.length));
    onProgress?.(at + 1, subjectIds.length);
  }
  return { subjects: subjectIds.length, reviews, differing, differences };
}

const TABLES = {
  daily: { column: 'day', day: 'opened_on' },
  monthly: { column: 'month', day: `date_trunc('month', opened_on::timestamp)::date` },
} as const;

/** Subjects with reviews, or with counts that would have none. */
async function listCountedSubjects(db: Queryable): Promise<number[]> {
  const walks = ['review', 'daily', 'monthly'].map(
    (table) => `(with recursive walk as (
       (select subject_id from feedback.${table} order by subject_id limit 1)
       union all
       select (select next.subject_id from feedback.${table} as next
               where next.subject_id > walk.subject_id order by next.subject_id limit 1)
       from walk where walk.subject_id is not null)
     select subject_id from walk where subject_id is not null)`,
  );
  const rows = await db.query<{ subjectId: number }>(
    `select subject_id as "subjectId" from (${walks.join(' union ')}) as known order by 1`,
  );
  return rows.map(({ subjectId }) => subjectId);
}

const KEY = 'question, button_id, channel, ending, version, grade';

function compare(tx: Queryable, table: keyof typeof TABLES, subjectId: number): Promise<CountDifference[]> {
  const { column, day } = TABLES[table];
  return tx.query<CountDifference>(
    `with counted as (
       select ${KEY}, ${day} as ${column}, count(*)::integer as n
       from feedback.review join feedback.answer
         on answer.subject_id = review.subject_id and answer.review_id = review.id, unnest(grades) as grade
       where review.subject_id = $1 and state in ('counted', 'released')
       group by ${KEY}, 7
     ), held as (
       select ${KEY}, ${column}, n from feedback.${table} where subject_id = $1
     )
     select '${table}' as table, $1::bigint as "subjectId", question, ${column} as on, button_id as "buttonId", channel,
            ending, version, grade, coalesce(held.n, 0) as held, coalesce(counted.n, 0) as counted
     from counted full join held using (${KEY}, ${column})
     where coalesce(held.n, 0) <> coalesce(counted.n, 0)
     order by ${KEY}, ${column}`,
    [subjectId],
  );
}

const UNPIVOTED = SATISFACTION_COLUMNS.map(([grade, column]) => `('${grade}', ${column})`).join(', ');

/** What the rows of satisfaction hold otherwise than the answers. */
function compareSatisfaction(tx: Queryable, subjectId: number): Promise<CountDifference[]> {
  return tx.query<CountDifference>(
    `with counted as (
       select date_trunc('month', opened_on::timestamp)::date as month, grade, count(*)::integer as n
       from feedback.review join feedback.answer
         on answer.subject_id = review.subject_id and answer.review_id = review.id, unnest(grades) as grade
       where review.subject_id = $1 and state in ('counted', 'released') and question = 'satisfaction'
       group by 1, 2
     ), held as (
       select month, graded.grade, graded.n from feedback.monthly_satisfaction,
         lateral (values ${UNPIVOTED}) as graded (grade, n)
       where subject_id = $1
     )
     select 'monthly_satisfaction' as table, $1::bigint as "subjectId", 'satisfaction' as question, month as on,
            '' as "buttonId", '' as channel, '' as ending, '' as version, grade,
            coalesce(held.n, 0) as held, coalesce(counted.n, 0) as counted
     from counted full join held using (month, grade)
     where coalesce(held.n, 0) <> coalesce(counted.n, 0)
     order by month, grade`,
    [subjectId],
  );
}

async function countSatisfaction(tx: Queryable, subjectId: number): Promise<void> {
  const sums = SATISFACTION_COLUMNS.map(
    ([grade]) => `coalesce(sum(n) filter (where grade = '${grade}'), 0)::integer`,
  );
  await tx.query('delete from feedback.monthly_satisfaction where subject_id = $1', [subjectId]);
  await tx.query(
    `insert into feedback.monthly_satisfaction (subject_id, month, n_0, n_2_5, n_5, n_7_5, n_10)
     select subject_id, month, ${sums.join(', ')} from feedback.monthly
     where subject_id = $1 and question = 'satisfaction' group by 1, 2`,
    [subjectId],
  );
}

async function putRight(tx: Queryable, wrong: readonly CountDifference[]): Promise<void> {
  for (const table of ['daily', 'monthly'] as const) {
    const rows = wrong.filter((one) => one.table === table);
    if (rows.length === 0) continue;
    const { column } = TABLES[table];
    await tx.query(
      `insert into feedback.${table} (subject_id, ${KEY}, ${column}, n)
       select "subjectId", question, "buttonId", channel, ending, version, grade, "on", counted
       from jsonb_to_recordset($1::jsonb) as given("subjectId" bigint, question text, "buttonId" text, channel text,
         ending text, version text, grade text, "on" date, counted integer)
       on conflict (subject_id, question, ${column}, button_id, channel, ending, version, grade)
       do update set n = excluded.n`,
      [JSON.stringify(rows)],
    );
  }
}
