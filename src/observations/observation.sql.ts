import { type Clock, isDay } from '../core/clock.ts';
import type { Queryable } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import type { Fact, GradeCounts, Origin, Status } from '../core/figure.ts';
import { getIndicator } from './indicator.ts';
import type { Observation, Qualifier, RecordedObservation } from './observation.ts';

/** What `recordObservations` did; `superseded` is how many of the recorded ones replace an earlier value. */
export type Recording = { recorded: number; superseded: number; unchanged: number };

/** At most this many observations travel in one statement: the parameter is one JSON text. */
const BATCH = 5_000;

/**
 * Keeps observations. One that says what is already known (whatever its source) changes nothing and the first
 * source stands; one that says otherwise supersedes, and the earlier one stays readable.
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
  const news = batch.map(toRow).flatMap((row) => {
    const head = heads.get(keyOf(row));
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

type Keyed = Pick<Row, 'subject_id' | 'indicator' | 'period_start' | 'period_end' | 'dimensions'>;
type Content = Pick<
  Row,
  | 'status'
  | 'qualifier'
  | 'value'
  | 'category'
  | 'numerator'
  | 'denominator'
  | 'n'
  | 'counts'
  | 'unit'
  | 'source_precision'
  | 'reason'
  | 'stated_level'
>;

function keyOf({ subject_id, indicator, period_start, period_end, dimensions }: Keyed): string {
  return JSON.stringify([subject_id, indicator, period_start, period_end, sorted(dimensions)]);
}

/** What an observation says, its source and author apart. */
function contentOf(row: Content): string {
  const { status, qualifier, value, category, numerator, denominator, n, counts, unit } = row;
  const { source_precision, reason, stated_level } = row;
  const numbers = [value, numerator, denominator, n, source_precision];
  return JSON.stringify([
    status,
    qualifier,
    category,
    counts && sorted(counts),
    unit,
    reason,
    stated_level,
    numbers,
  ]);
}

function sorted(record: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1));
}

const COLUMNS = `subject_id, indicator, period_start, period_end, dimensions, status, qualifier, value, category,
  numerator, denominator, n, counts, unit, source, origin, source_precision, reason, stated_level, supersedes`;

const INSERT = `
insert into observations.observation (${COLUMNS}, author, recorded_at)
select ${COLUMNS}, $2, $3
from jsonb_to_recordset($1::jsonb) as given(
  subject_id bigint, indicator text, period_start date, period_end date, dimensions jsonb, status text,
  qualifier text, value numeric, category text, numerator numeric, denominator numeric, n bigint, counts jsonb,
  unit text, source text, origin text, source_precision numeric, reason text, stated_level text, supersedes bigint)`;

function toRow(one: Observation): Keyed & Content & Pick<Row, 'source' | 'origin'> {
  return {
    subject_id: one.subjectId,
    indicator: one.indicator,
    period_start: one.periodStart,
    period_end: one.periodEnd,
    dimensions: one.dimensions,
    status: one.status,
    qualifier: one.qualifier,
    value: typeof one.value === 'number' ? one.value : null,
    category: typeof one.value === 'string' ? one.value : null,
    numerator: one.numerator,
    denominator: one.denominator,
    n: one.n,
    counts: one.counts,
    unit: getIndicator(one.indicator).unit,
    source: one.source,
    origin: one.origin,
    source_precision: one.sourcePrecision,
    reason: one.reason,
    stated_level: one.statedLevel,
  };
}

type Row = {
  unit: string;
  id: number;
  subject_id: number;
  indicator: string;
  period_start: string;
  period_end: string;
  dimensions: Record<string, string>;
  status: Status;
  qualifier: Qualifier;
  value: number | null;
  category: string | null;
  numerator: number | null;
  denominator: number | null;
  n: number | null;
  counts: GradeCounts | null;
  source: string;
  origin: Origin;
  source_precision: number | null;
  reason: string | null;
  stated_level: string | null;
  author: string;
  recorded_at: Date;
  supersedes: number | null;
};

function fromRow(row: Row): RecordedObservation {
  return {
    id: row.id,
    subjectId: row.subject_id,
    indicator: row.indicator,
    periodStart: row.period_start,
    periodEnd: row.period_end,
    dimensions: row.dimensions,
    status: row.status,
    qualifier: row.qualifier,
    value: row.value ?? row.category,
    numerator: row.numerator,
    denominator: row.denominator,
    n: row.n,
    counts: row.counts,
    clusters: null,
    parts: null,
    source: row.source,
    origin: row.origin,
    sourcePrecision: row.source_precision,
    reason: row.reason,
    statedLevel: row.stated_level,
    author: row.author,
    recordedAt: row.recorded_at,
    supersedes: row.supersedes,
  };
}

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
