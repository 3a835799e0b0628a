/** Counts rebuilt from the answers: what `vigie reviews recount` does, and what proves that counts follow answers. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Queryable, Transaction, Transactional } from '../core/database.ts';
import type { CountKey } from './counts.ts';
import { monthsFrom, readBlocks, readMonths, replaceYears, writeMonths } from './packed.sql.ts';
import { addUpMonths, addUpYears, type CountedMonth, type CountedYear, yearsIn, yearsOf } from './packed.ts';

/** A count that is not that of the answers. */
export type CountDifference = { readonly [Part in keyof CountKey]: CountKey[Part] | '' } & {
  readonly subjectId: number;
  /** Of a day, or of a month over all buttons, channels, endings and versions, which are empty then. */
  readonly table: 'daily' | 'monthly';
  /** What the tables hold, and what the answers give; 0 for what is not there. */
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
 * reviews, which are only read here without locks, so that none waits in a circle. Where an import holds it, it is asked for
 * again each second until that has ended.
 */
export async function recountDaily(db: Transactional, options: RecountOptions = {}): Promise<Recount> {
  const { dryRun = false, onProgress } = options;
  const subjectIds = options.subjectIds ?? (await listCountedSubjects(db));
  let [reviews, differing] = [0, 0];
  const differences: CountDifference[] = [];
  for (const [at, subjectId] of subjectIds.entries()) {
    const found = await withDays(db, async (tx) => {
      const [counted] = await tx.query<{ n: number }>(
        `select count(*) as n from feedback.review where subject_id = $1 and state in ('counted', 'released')`,
        [subjectId],
      );
      const months = await countAnswers(tx, subjectId);
      const wrong = await compare(tx, subjectId, months);
      if (!dryRun && wrong.length > 0) await putRight(tx, subjectId, months);
      return { reviews: counted?.n ?? 0, wrong };
    });
    reviews += found.reviews;
    differing += found.wrong.length;
    differences.push(...found.wrong.slice(0, MOST_TOLD - differences.length));
    onProgress?.(at + 1, subjectIds.length);
  }
  return { subjects: subjectIds.length, reviews, differing, differences };
}

/** Longest wait for the table of days, in ms: whoever answers meanwhile waits behind. */
const LONGEST_WAIT_MS = 300;
const PAUSE_MS = 1_000;
/** SQLSTATE of a lock that is not had in time. */
const LOCK_NOT_AVAILABLE = '55P03';

/** A transaction that alone writes counts. While an import has its own to commit, it asks again, so that nobody else waits. */
async function withDays<Result>(
  db: Transactional,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  for (;;) {
    try {
      return await db.transaction(async (tx) => {
        await tx.query(`set local lock_timeout = ${LONGEST_WAIT_MS}`);
        await tx.query('lock table feedback.daily in share row exclusive mode');
        await tx.query('set local lock_timeout = 0');
        return work(tx);
      });
    } catch (error) {
      if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error;
      await pause(PAUSE_MS);
    }
  }
}

/** Subjects with reviews, or with counts that would have none. */
async function listCountedSubjects(db: Queryable): Promise<number[]> {
  const walks = ['review', 'daily', 'packed_month'].map(
    (table) => `(with recursive walk as (
       (select subject_id from feedback.${table} order by subject_id limit 1)
       union all
       select (select next.subject_id from feedback.${table} as next
               where next.subject_id > walk.subject_id order by next.subject_id limit 1)
       from walk where walk.subject_id is not null)
     select subject_id from walk where subject_id is not null)`,
  );
  const rows = await db.query<{ subjectId: number }>(
    `select subject_id as "subjectId" from (${walks.join(' union ')}
       union
       select id::bigint
       from feedback.packed_year, json_array_elements(cells) as cell, json_array_elements_text(cell -> 1) as id) as known
     order by 1`,
  );
  return rows.map(({ subjectId }) => subjectId);
}

async function countAnswers(tx: Queryable, subjectId: number): Promise<CountedMonth[]> {
  const months = await tx.query<CountedMonth>(
    `with counted as (
       select review.subject_id, question, opened_on as day, button_id, channel, ending, version, grade,
              count(*)::integer as n
       from feedback.review join feedback.answer
         on answer.subject_id = review.subject_id and answer.review_id = review.id, unnest(grades) as grade
       where review.subject_id = $1 and state in ('counted', 'released')
       group by 1, 2, 3, 4, 5, 6, 7, 8
     ) ${monthsFrom('counted')}`,
    [subjectId],
  );
  return addUpMonths(months);
}

/** All the days that a date may be. */
const EVER = { from: '1900-01-01', to: '9999-01-01' };

/** What is held of a subject otherwise than its answers say, by day and by month. */
async function compare(
  tx: Queryable,
  subjectId: number,
  months: readonly CountedMonth[],
): Promise<CountDifference[]> {
  const held = addUpMonths(await readMonths(tx, [subjectId], EVER));
  const heldYears = addUpYears(yearsIn(await readBlocks(tx, EVER, null, [subjectId])));
  return [
    ...differencesOf('daily', countsOfDays(held), countsOfDays(months)),
    ...differencesOf('monthly', countsOfMonths(heldYears), countsOfMonths(yearsOf(months))),
  ];
}

type Counted = Omit<CountDifference, 'table' | 'held' | 'counted'> & { readonly n: number };

function countsOfDays(months: readonly CountedMonth[]): Counted[] {
  return months.flatMap(({ subjectId, month, cells }) =>
    cells.flatMap(([question, version, buttonId, channel, ending, grade, days]) =>
      days.map((n, at) => {
        const on = `${month.slice(0, 8)}${twoDigits(at + 1)}`;
        return { subjectId, question, buttonId, channel, ending, version, grade, on, n };
      }),
    ),
  );
}

function countsOfMonths(years: readonly CountedYear[]): Counted[] {
  const whole = { buttonId: '', channel: '', ending: '', version: '' } as const;
  return years.flatMap(({ subjectId, year, question, grades }) =>
    grades.flatMap(([grade, months]) =>
      months.map((n, at) => ({
        subjectId,
        question,
        ...whole,
        grade,
        on: `${year}-${twoDigits(at + 1)}-01`,
        n,
      })),
    ),
  );
}

const twoDigits = (number: number) => String(number).padStart(2, '0');

function differencesOf(
  table: CountDifference['table'],
  held: readonly Counted[],
  counted: readonly Counted[],
): CountDifference[] {
  const [heldByKey, countedByKey] = [byKey(held), byKey(counted)];
  const keys = [...new Set([...heldByKey.keys(), ...countedByKey.keys()])].filter(
    (key) => (heldByKey.get(key)?.n ?? 0) !== (countedByKey.get(key)?.n ?? 0),
  );
  return keys.toSorted().flatMap((key) => {
    const one = heldByKey.get(key) ?? countedByKey.get(key);
    if (one === undefined) return [];
    const { n: _, ...count } = one;
    return [{ table, ...count, held: heldByKey.get(key)?.n ?? 0, counted: countedByKey.get(key)?.n ?? 0 }];
  });
}

function byKey(counts: readonly Counted[]): Map<string, Counted> {
  return new Map(
    counts.map((one) => {
      const { question, buttonId, channel, ending, version, grade, on } = one;
      return [`${question} ${buttonId} ${channel} ${ending} ${version} ${grade} ${on}`, one];
    }),
  );
}

/** What answers say is all that is held from now on. */
async function putRight(tx: Queryable, subjectId: number, months: readonly CountedMonth[]): Promise<void> {
  for (const table of ['daily', 'packed_month']) {
    await tx.query(`delete from feedback.${table} where subject_id = $1`, [subjectId]);
  }
  await writeMonths(tx, months);
  await replaceYears(tx, subjectId, yearsOf(months));
}
