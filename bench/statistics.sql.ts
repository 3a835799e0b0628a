/** Statements of the measure of statistics: reviews made by the million, and their figures without the counts. */
import { daysBetween } from '../src/core/clock.ts';
import type { Queryable, Transactional } from '../src/core/database.ts';
import { type Period, packCounts, recountDaily } from '../src/feedback/index.ts';

/** How many reviews a procedure or site is given, by how many buttons. */
export type ReviewedSubject = {
  readonly subjectId: number;
  readonly reviews: number;
  readonly buttons: number;
};

/** Of the server while it is filled: no log of what is written, since what is not complete is made again. */
const WHILE_FILLED = {
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '2GB',
  checkpoint_timeout: '30min',
  shared_buffers: '1GB',
  maintenance_work_mem: '1GB',
  work_mem: '1GB',
};

/** Takes effect when the server starts again. */
export async function loosenServer(db: Queryable): Promise<void> {
  for (const [name, value] of Object.entries(WHILE_FILLED)) {
    await db.query(`alter system set ${name} = '${value}'`);
  }
}

/** Gives the server the settings it has for everybody, when it starts again. */
export async function tightenServer(db: Queryable): Promise<void> {
  await db.query('alter system reset all');
}

/** Where the server keeps the files of the database. */
export async function filesOf(db: Queryable): Promise<string> {
  const [row] = await db.query<{ path: string }>(
    `select current_setting('data_directory') || '/base/' || oid as path from pg_database where datname = current_database()`,
  );
  return row?.path ?? '';
}

/**
 * The store forgets the rows and indexes of all tables but its own; what is not written yet is written first.
 * @throws an error where PostgreSQL is older than 18 or lacks its own extension `pg_buffercache`, or where a page is in use
 */
export async function evictRows(db: Queryable): Promise<void> {
  await db.query('create extension if not exists pg_buffercache');
  const [evicted] = await db.query<{ skipped: number }>(
    `select coalesce(sum(skipped), 0)::bigint as skipped
     from pg_class as relation, lateral (
       select buffers_skipped as skipped from pg_buffercache_evict_relation(relation.oid)
     ) as evicted
     where relkind in ('r', 'i', 't') and oid >= ${FIRST_OF_USERS}`,
  );
  if (evicted?.skipped !== 0)
    throw new Error('the store did not forget all of its rows: something reads them');
}

/** Lower ids are of what PostgreSQL makes for itself. */
const FIRST_OF_USERS = 16_384;

/** Buttons of the web, then of a counter. */
export async function insertButtons(db: Queryable, subjects: readonly ReviewedSubject[], on: string) {
  await db.query(
    `insert into feedback.button (id, subject_id, channel, language, questionnaire, secret, created_at, author)
     select ${BUTTON_ID}, subject_id, ${CHANNEL}, 'fr', 'avis', sha256(subject_id::text::bytea), $4, 'bench'
     from ${SUBJECTS}, generate_series(0, buttons - 1) as button`,
    [...columnsOf(subjects), on],
  );
}

const SUBJECTS = `unnest($1::bigint[], $2::integer[], $3::integer[]) as subject (subject_id, reviews, buttons)`;
const BUTTON_ID = `lpad(subject_id::text, 9, '0') || button`;
const CHANNEL = `case button when 0 then 'web' else 'counter' end`;

function columnsOf(subjects: readonly ReviewedSubject[]): unknown[] {
  return [
    subjects.map(({ subjectId }) => subjectId),
    subjects.map(({ reviews }) => reviews),
    subjects.map(({ buttons }) => buttons),
  ];
}

/**
 * Each review of each subject, evenly spread over the days from $4 and the hours of the day, in the order of their keys.
 * Chance is a hash of the key: two stores of the same subjects hold the same.
 */
const DRAWN = `${SUBJECTS},
  lateral generate_series(0, reviews - 1) as at,
  lateral (select hashint8extended(subject_id << 32 | at, 0) as chance, at::bigint * $5 / reviews as days,
             at::bigint * $5 % reviews * 43200000 / reviews as ms) as drawn,
  lateral (select $4::date + days::integer as opened_on,
             extract(epoch from $4::date)::bigint * 1000 + days * 86400000 + 21600000 + ms as received_ms,
             case when buttons > 1 and chance >> 40 & 3 = 0 then 1 else 0 end as button) as opened,
  lateral (select ('0' || to_hex(received_ms) || to_hex(28672 + (chance & 4095)) || to_hex(-6917529027641081856 + at))::uuid
             as id) as named`;

const RECEIVED_AT = 'to_timestamp(received_ms::float8 / 1000)';

function drawnValues(subjects: readonly ReviewedSubject[], { from, to }: Period): unknown[] {
  return [...columnsOf(subjects), from, daysBetween(from, to) + 1];
}

/**
 * Makes the reviews of each subject; one in two hundred is out of the figures.
 *
 * @param subjects by id, ascending
 */
export async function insertReviews(
  db: Transactional,
  subjects: readonly ReviewedSubject[],
  period: Period,
): Promise<void> {
  await refill(db, 'feedback.review', (tx) =>
    tx.query(
      `insert into feedback.review
         (subject_id, id, button_id, channel, ending, language, opened_on, received_at, state, reason)
       select subject_id, id, ${BUTTON_ID}, ${CHANNEL},
              case when chance & 15 < 9 then 'success' when chance & 15 < 14 then 'unknown' else 'error' end, 'fr',
              opened_on, ${RECEIVED_AT},
              case when chance >> 20 & 1023 > 4 then 'counted' when chance & 3 = 0 then 'excluded' else 'quarantined' end,
              case when chance >> 20 & 1023 > 4 then null when chance & 3 = 0 then 'duplicate' else 'burst' end
       from ${DRAWN}`,
      drawnValues(subjects, period),
    ),
  );
}

/**
 * Makes the answers of those reviews: satisfaction of each, clarity of an eighth, help of a tenth, comments of a
 * twenty-fifth.
 */
export async function insertAnswers(
  db: Transactional,
  subjects: readonly ReviewedSubject[],
  period: Period,
): Promise<void> {
  await refill(db, 'feedback.answer', (tx) =>
    tx.query(
      `insert into feedback.answer
         (subject_id, review_id, question, version, language, grades, comment, answered_at)
       select subject_id, id, question, 'v1', 'fr', string_to_array(grades, ' '),
              case question when 'comment' then 'Tout est clair, mais la page des pièces est longue à charger.' end,
              ${RECEIVED_AT}
       from (select subject_id, id, received_ms,
               unnest(array['clarity', 'comment', 'help', 'help_quality', 'help_reached', 'satisfaction']) as question,
               unnest(array[
                 case when chance >> 4 & 7 = 0 then (array['0', '2.5', '5', '7.5', '10'])[1 + (chance >> 40 & 3)] end,
                 case when chance >> 28 & 1023 < 41 then 'given' end,
                 case chance >> 8 & 31 when 0 then 'none' when 1 then 'tried phone' when 2 then 'tried counter' end,
                 case chance >> 8 & 31 when 1 then 'phone=7.5 7.5/1' end,
                 case chance >> 8 & 31 when 1 then 'phone=yes 1/1' when 2 then 'counter=no 0/1' end,
                 case when chance >> 13 & 15 < 2 + subject_id % 3 then '0' when chance >> 13 & 15 < 6 then '5' else '10' end
               ]) as grades
             from ${DRAWN}) as given
       where grades is not null`,
      drawnValues(subjects, period),
    ),
  );
}

/** The counts as a server at work has them: packed, but for those of the last hour; and the forms opened, six for a review. */
export async function insertCounts(db: Transactional, { to }: Period): Promise<void> {
  await db.query('analyze feedback.review, feedback.answer');
  await recountDaily(db);
  // Out of what is packed, and in again.
  await addLastHour(db, to, -1);
  await packCounts(db);
  await addLastHour(db, to, 1);
  await db.query('truncate feedback.opening');
  await db.query(
    `insert into feedback.opening (subject_id, day, button_id, kind, n)
     select subject_id, opened_on, button_id, 'opened', 6 * count(*)
     from feedback.review where state = 'counted' group by 1, 2, 3 order by 2, 3`,
  );
}

/** Adds the counts of what was received in the last hour of a day `sign` times, in an order of chance. */
async function addLastHour(db: Queryable, day: string, sign: 1 | -1): Promise<void> {
  await db.query(
    `insert into feedback.daily (subject_id, question, day, button_id, channel, ending, version, grade, n)
     select review.subject_id, question, opened_on, button_id, channel, ending, version, grade, $2 * count(*)
     from feedback.review
     join feedback.answer on answer.subject_id = review.subject_id and answer.review_id = review.id,
       unnest(grades) as grade
     where received_at >= $1::date + interval '17 hours' and state = 'counted'
     group by 1, 2, 3, 4, 5, 6, 7, 8 order by hashtextextended(grade || ending, review.subject_id)`,
    [day, sign],
  );
}

/** What autovacuum would have done by then. */
export async function vacuum(db: Queryable): Promise<void> {
  await Promise.all([
    db.query('vacuum (analyze) feedback.answer'),
    db.query('vacuum (analyze) feedback.review'),
  ]);
  await db.query('vacuum (analyze)');
}

/** Empties a table and fills it again, its key made once it is full. */
async function refill(
  db: Transactional,
  table: string,
  fill: (tx: Queryable) => Promise<unknown>,
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query(`truncate ${table}`);
    const restoreKey = await dropKey(tx, table);
    await fill(tx);
    await restoreKey(tx);
  });
}

/** Takes the primary key of a table away; what is given back makes it again. */
async function dropKey(db: Queryable, table: string): Promise<(db: Queryable) => Promise<unknown>> {
  const [key] = await db.query<{ name: string; definition: string }>(
    `select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
     where conrelid = $1::regclass and contype = 'p'`,
    [table],
  );
  if (key === undefined) throw new Error(`${table} has no primary key`);
  await db.query(`alter table ${table} drop constraint ${key.name}`);
  return (on) => on.query(`alter table ${table} add constraint ${key.name} ${key.definition}`);
}

/** What a page tells, from the reviews and answers themselves: how many of them gave each grade, by subject. */
export function countWithoutCounts(
  db: Queryable,
  { from, to }: Period,
  questions: readonly string[],
  subjectIds: readonly number[] | null,
): Promise<{ subjectId: number; question: string; grade: string; n: number }[]> {
  return db.query(
    `select review.subject_id as "subjectId", question, grade, count(*) as n
     from feedback.review
     join feedback.answer on answer.subject_id = review.subject_id and answer.review_id = review.id, unnest(grades) as grade
     where state in ('counted', 'released') and opened_on between $1 and $2 and question = any($3)
       ${subjectIds === null ? '' : 'and review.subject_id = any($4)'}
     group by 1, 2, 3`,
    [from, to, questions, ...(subjectIds === null ? [] : [subjectIds])],
  );
}

/** Rows of the large tables, and bytes of all. */
export async function sizesOf(db: Queryable): Promise<Record<string, number>> {
  const rows = await db.query<{ name: string; n: number }>(
    `select relname || 'Rows' as name, reltuples::bigint as n from pg_class
     where relnamespace = 'feedback'::regnamespace and relkind = 'r'
       and relname in ('review', 'answer', 'daily', 'packed_month', 'packed_year')
     union all
     select 'bytes', pg_database_size(current_database())`,
  );
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
}
