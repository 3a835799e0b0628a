/** Days of targets from points of measure in the store. */
import type { Queryable } from '../core/database.ts';
import { type DayCounts, type HoursCounts, histogramOf, recountDays, stepsOf } from './packed-day.ts';
import { BY_HOUR, type HourRow, PACKED, readHourRow, readNumbers, writeNumbers } from './packed-hour.sql.ts';
import { mergeChanges } from './packed-hour.ts';
import { boundsOf } from './paris-hours.ts';

type Row = Pick<DayCounts, 'targetId' | 'vantageId' | 'day'> &
  Record<'verdicts' | 'responseMs' | 'businessSteps' | 'otherSteps' | 'business' | 'other', string>;

export type DaysWanted = {
  readonly targetIds: readonly number[];
  /** First and last day. */
  readonly from: string;
  readonly to: string;
};

const COLUMNS = `target_id as "targetId", vantage_id as "vantageId", day, verdicts::text as verdicts,
  response_ms::text as "responseMs", business_steps::text as "businessSteps", other_steps::text as "otherSteps",
  business::text as business, other::text as other`;

const WANTED = 'target_id = any($1::bigint[]) and day between $2 and $3';

/** Days as they were last packed. */
export async function readPackedDaily(
  db: Queryable,
  { targetIds, from, to }: DaysWanted,
): Promise<DayCounts[]> {
  const rows = await db.query<Row>(`select ${COLUMNS} from probes.daily where ${WANTED}`, [
    targetIds,
    from,
    to,
  ]);
  return rows.map(readRow);
}

/** What is read of days at one instant, each as lists of rows. */
type Snapshot = {
  readonly days: readonly Row[] | null;
  readonly packed: readonly JsonHour[] | null;
  readonly recent: readonly JsonHour[] | null;
};
type JsonHour = Omit<HourRow, 'hour'> & { readonly hour: string };

/** Days with all that is known of them, packed or not. */
export async function readDaily(db: Queryable, wanted: DaysWanted): Promise<DayCounts[]> {
  const { fromMs, toMs } = boundsOf(wanted);
  // One statement: what is packed between two would be counted twice, or not at all.
  const [snapshot] = await db.query<Snapshot>(
    `with recent as (
       select * from probes.recent_sample
       where target_id = any($1::bigint[]) and at >= $4 and at < $5
     ), recent_hours as (${BY_HOUR}),
     packed_hours as (
       select ${PACKED} from probes.sample
       where exists (
         select from recent_hours
         where ("targetId", "vantageId", recent_hours.hour) = (target_id, vantage_id, sample.hour)
       ) and target_id = any($1::bigint[]) and hour >= $4 and hour < $5
     ), days as (
       select ${COLUMNS} from probes.daily where ${WANTED}
     )
     select (select json_agg(days) from days) as days, (select json_agg(packed_hours) from packed_hours) as packed,
       (select json_agg(recent_hours) from recent_hours) as recent`,
    [wanted.targetIds, wanted.from, wanted.to, new Date(fromMs), new Date(toMs)],
  );
  const hours = (rows: readonly JsonHour[] | null | undefined) =>
    (rows ?? []).map((row) => readHourRow({ ...row, hour: new Date(row.hour) }));
  const changes = mergeChanges(hours(snapshot?.packed), hours(snapshot?.recent));
  return recountDays((snapshot?.days ?? []).map(readRow), changes);
}

function readRow(row: Row): DayCounts {
  return {
    ...{ targetId: row.targetId, vantageId: row.vantageId, day: row.day },
    verdicts: readNumbers(row.verdicts),
    responseMs: readNumbers(row.responseMs),
    business: countsOf(row.business, row.businessSteps),
    other: countsOf(row.other, row.otherSteps),
  };
}

function countsOf(sums: string, steps: string): HoursCounts {
  const [answers = 0, sumMs = 0, satisfied = 0, tolerated = 0, failed = 0] = readNumbers(sums);
  return { answers, sumMs, satisfied, tolerated, failed, histogram: histogramOf(readNumbers(steps)) };
}

function sumsText({ answers, sumMs, satisfied, tolerated, failed }: HoursCounts): string {
  return writeNumbers([answers, sumMs, satisfied, tolerated, failed]);
}

export async function writeDaily(tx: Queryable, days: readonly DayCounts[]): Promise<void> {
  await tx.query(
    `insert into probes.daily as held
       (target_id, vantage_id, day, verdicts, response_ms, business_steps, other_steps, business, other)
     select target_id, vantage_id, day, verdicts::smallint[], response_ms::integer[], business_steps::smallint[],
       other_steps::smallint[], business::integer[], other::integer[]
     from unnest($1::bigint[], $2::smallint[], $3::date[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
       as given (target_id, vantage_id, day, verdicts, response_ms, business_steps, other_steps, business, other)
     on conflict (target_id, vantage_id, day) do update set
       verdicts = excluded.verdicts, response_ms = excluded.response_ms, business_steps = excluded.business_steps,
       other_steps = excluded.other_steps, business = excluded.business, other = excluded.other`,
    [
      days.map(({ targetId }) => targetId),
      days.map(({ vantageId }) => vantageId),
      days.map(({ day }) => day),
      days.map(({ verdicts }) => writeNumbers(verdicts)),
      days.map(({ responseMs }) => writeNumbers(responseMs)),
      days.map(({ business }) => writeNumbers(stepsOf(business.histogram))),
      days.map(({ other }) => writeNumbers(stepsOf(other.histogram))),
      days.map(({ business }) => sumsText(business)),
      days.map(({ other }) => sumsText(other)),
    ],
  );
}
