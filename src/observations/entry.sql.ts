/** What each dataset has sent, by the ids that its program gave. */
import type { Queryable } from '../core/database.ts';
import type { Observation, RecordedObservation } from './observation.ts';
import { fromRow, type Row } from './observation-row.ts';

/** A figure under the id of its sender: what holds of it now, whoever said it last. */
export type Entry = { readonly clientId: string; readonly held: RecordedObservation };

/**
 * Looks a figure up by its key for each row of the left side, in that order alone: joined as a set, PostgreSQL may plan it
 * row against row (see `recordObservations`).
 */
const ofSameKey = (one: string, columns: string) => `cross join lateral (
  select ${columns} from observations.observation as same
  where same.subject_id = ${one}.subject_id and same.indicator = ${one}.indicator
    and same.period_end = ${one}.period_end and same.period_start = ${one}.period_start
    and same.dimensions = ${one}.dimensions
  order by same.recorded_at desc, same.id desc`;

/** The figures of a dataset after an id, in the order of their ids; at most `limit`. */
export async function listEntries(
  db: Queryable,
  dataset: string,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<Entry[]> {
  const rows = await db.query<Row & { client_id: string }>(
    `select entry.client_id, held.*
     from observations.entry
     join observations.observation as sent on sent.id = entry.observation_id
     ${ofSameKey('sent', '*')} limit 1) as held
     where entry.dataset = $1 and entry.client_id > $2
     order by entry.client_id limit $3`,
    [dataset, after, limit],
  );
  return rows.map((row) => ({ clientId: row.client_id, held: fromRow(row) }));
}

/** What a dataset tells under some ids, by id. */
export async function findEntries(
  tx: Queryable,
  dataset: string,
  clientIds: readonly string[],
): Promise<Map<string, RecordedObservation>> {
  const rows = await tx.query<Row & { client_id: string }>(
    `select entry.client_id, sent.*
     from observations.entry join observations.observation as sent on sent.id = entry.observation_id
     where entry.dataset = $1 and entry.client_id = any($2)`,
    [dataset, clientIds],
  );
  return new Map(rows.map((row) => [row.client_id, fromRow(row)]));
}

/** What is held where a figure stands: its last observation, and the id by which the dataset tells it. */
export type Place = { readonly head: number | null; readonly clientId: string | null };

/** The place of each figure, in their order. */
export async function findPlaces(
  tx: Queryable,
  dataset: string,
  figures: readonly Observation[],
): Promise<Place[]> {
  const rows = await tx.query<{ at: number; id: number; clientId: string | null }>(
    `select given.at, held.id, entry.client_id as "clientId"
     from jsonb_to_recordset($2::jsonb) as given(at integer, subject_id bigint, indicator text, period_start date,
       period_end date, dimensions jsonb)
     ${ofSameKey('given', 'same.id, same.recorded_at')}) as held
     left join observations.entry on entry.observation_id = held.id and entry.dataset = $1
     order by given.at, held.recorded_at, held.id`,
    [dataset, JSON.stringify(figures.map(toKey))],
  );
  const byFigure = Map.groupBy(rows, ({ at }) => at);
  return figures.map((_, at) => {
    const held = byFigure.get(at) ?? [];
    const clientId = held.find((one) => one.clientId !== null)?.clientId ?? null;
    return { head: held.at(-1)?.id ?? null, clientId };
  });
}

function toKey({ subjectId, indicator, periodStart, periodEnd, dimensions }: Observation, at: number) {
  return {
    ...{ at, subject_id: subjectId, indicator, dimensions },
    ...{ period_start: periodStart, period_end: periodEnd },
  };
}

/** Keeps which observation each id now tells. */
export async function saveEntries(
  tx: Queryable,
  dataset: string,
  entries: readonly { readonly clientId: string; readonly observationId: number }[],
): Promise<void> {
  await tx.query(
    `insert into observations.entry (dataset, client_id, observation_id)
     select $1, given.client_id, given.observation_id from unnest($2::text[], $3::bigint[]) as given(client_id, observation_id)
     on conflict (dataset, client_id) do update set observation_id = excluded.observation_id
     where entry.observation_id <> excluded.observation_id`,
    [dataset, entries.map(({ clientId }) => clientId), entries.map(({ observationId }) => observationId)],
  );
}
