import { type Clock, isDay } from '../core/clock.ts';
import type { Queryable } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import type { Fact } from '../core/figure.ts';
import type { Observation, RecordedObservation } from './observation.ts';
import { COLUMN_TYPES, contentOf, fromRow, keepWords, keyOf, type Row, toRow } from './observation-row.ts';

/** What `recordObservations` did; `superseded` is how many of the recorded ones replace an earlier value. */
export type Recording = { recorded: number; superseded: number; unchanged: number };

/** At most this many observations travel in one statement: the parameter is one JSON text. */
const BATCH = 5_000;

/**
 * Keeps observations. One that says what is already known (whatever its source) changes nothing and the first
 * source stands; one that says otherwise supersedes, and the earlier one stays readable. A population, a note or a
 * reference that is not given stays the one that is known.
 *
 * @param author who declares or imports; @param clock tells the instant of recording
 * @throws VigieError Conflict when another recording superseded the same value meanwhile
 */
export async function recordObservations(
  tx: Queryable,
  observations: readonly Observation[],
  { author, clock }: { author: string; clock: Clock },
): Promise<Recording> {
  const done: Recording = { recorded: 0, superseded: 0, unchanged: 0 };
  for (let at = 0; at < observations.length; at += BATCH) {
    const batch = observations.slice(at, at + BATCH);
    const rows = await insertNews(tx, batch, author, clock.now());
    done.recorded += rows.length;
    done.superseded += rows.filter((row) => row.supersedes !== null).length;
    done.unchanged += batch.length - rows.length;
  }
  return done;
}

async function insertNews(tx: Queryable, batch: readonly Observation[], author: string, at: Date) {
  const heads = await readHeads(tx, batch);
  const news = batch.map(toRow).flatMap((given) => {
    const head = heads.get(keyOf(given));
    const row = keepWords(given, head);
    return head !== undefined && contentOf(head) === contentOf(row)
      ? []
      : [{ ...row, supersedes: head?.id ?? null }];
  });
  try {
    await tx.query(INSERT, [JSON.stringify(news), author, at]);
  } catch (error) {
    const { constraint } = error as { constraint?: string };
    if (constraint === 'observation_is_superseded_once' || constraint === 'observation_key_starts_once') {
      throw new VigieError('Conflict', 'Another recording changed the same value; run this one again.');
    }
    throw error;
  }
  return news;
}

/**
 * The last observation of each key that a batch might be about. Compared here and not by a join: with statistics
 * taken while an import was under way, PostgreSQL planned that join row against row, and 2,000 observations took
 * twelve seconds instead of a tenth of one.
 */
async function readHeads(tx: Queryable, batch: readonly Observation[]): Promise<Map<string, Row>> {
  const ends = batch.map(({ periodEnd }) => periodEnd).sort();
  const rows = await tx.query<Row>(
    `select * from observations.observation
     where subject_id = any($1) and period_end between $2 and $3 order by id`,
    [[...new Set(batch.map(({ subjectId }) => subjectId))], ends[0], ends.at(-1)],
  );
  const superseded = new Set(rows.map(({ supersedes }) => supersedes));
  return new Map(rows.filter(({ id }) => !superseded.has(id)).map((row) => [keyOf(row), row]));
}

const COLUMNS = Object.keys(COLUMN_TYPES).join(', ');

const INSERT = `
insert into observations.observation (${COLUMNS}, supersedes, author, recorded_at)
select ${COLUMNS}, supersedes, $2, $3
from jsonb_to_recordset($1::jsonb) as given(
  ${Object.entries(COLUMN_TYPES)
    .map((column) => column.join(' '))
    .join(', ')}, supersedes bigint)`;

/**
 * Every observation of one subject as known at an instant: of each key the last one recorded by then.
 * Newest period first.
 */
export async function listObservations(
  db: Queryable,
  subjectId: number,
  knownAt: Date,
): Promise<RecordedObservation[]> {
  const rows = await db.query<Row>(
    `select distinct on (indicator, period_end, period_start, dimensions) *
     from observations.observation
     where subject_id = $1 and recorded_at <= $2
     order by indicator, period_end desc, period_start, dimensions, recorded_at desc, id desc`,
    [subjectId, knownAt],
  );
  return rows.map(fromRow);
}

/** What holds now of some subjects: of each key the observation that no other one supersedes. */
export async function listHeads(
  db: Queryable,
  subjectIds: readonly number[],
): Promise<RecordedObservation[]> {
  const rows = await db.query<Row>(
    `select * from observations.observation as told
     where subject_id = any($1)
       and not exists (select from observations.observation as later where later.supersedes = told.id)
     order by id`,
    [subjectIds],
  );
  return rows.map(fromRow);
}

/**
 * Every observation of one indicator, of whole subjects, as known at an instant; by subject, oldest period first.
 */
export async function listObservationsOf(
  db: Queryable,
  indicator: string,
  knownAt: Date,
): Promise<RecordedObservation[]> {
  const rows = await db.query<Row>(
    `select distinct on (subject_id, period_end, period_start) *
     from observations.observation
     where indicator = $1 and dimensions = '{}' and recorded_at <= $2
     order by subject_id, period_end, period_start, recorded_at desc, id desc`,
    [indicator, knownAt],
  );
  return rows.map(fromRow);
}

/**
 * The reader for judgement (design §2): of each subject and indicator, the whole-subject observation whose
 * period ends last within the window, as known at an instant.
 *
 * @param window first and last day within which the period must end
 * @returns facts by subject id, then by indicator
 */
export async function listFacts(
  db: Queryable,
  indicators: readonly string[],
  subjectIds: readonly number[],
  window: { from: string; to: string },
  knownAt: Date,
): Promise<Map<number, Record<string, Fact>>> {
  if (!isDay(window.from) || !isDay(window.to)) throw new RangeError('window: two days, YYYY-MM-DD');
  const rows = await db.query<Row>(
    `select distinct on (subject_id, indicator) *
     from observations.observation
     where subject_id = any($1) and indicator = any($2) and dimensions = '{}'
       and period_end between $3 and $4 and recorded_at <= $5
     order by subject_id, indicator, period_end desc, period_start desc, recorded_at desc, id desc`,
    [subjectIds, indicators, window.from, window.to, knownAt],
  );
  const facts = new Map<number, Record<string, Fact>>();
  for (const row of rows) {
    const ofSubject = facts.get(row.subject_id) ?? {};
    ofSubject[row.indicator] = fromRow(row);
    facts.set(row.subject_id, ofSubject);
  }
  return facts;
}
