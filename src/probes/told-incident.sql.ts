/** Incidents as readers are told them: with their procedures, where they were seen from, and what is said of them. */
import type { Queryable } from '../core/database.ts';
import { type Outcome, outcomeOf } from './outcome.ts';

/** An incident with all that is said of it. */
export type ToldIncident = {
  readonly id: number;
  readonly targetId: number;
  readonly url: string;
  readonly startedAt: Date;
  readonly confirmedAt: Date;
  /** Null while it lasts. */
  readonly endedAt: Date | null;
  /** When samples that came later refuted it, so that it counts nowhere; null of one that stands. */
  readonly withdrawnAt: Date | null;
  readonly cause: Outcome;
  /** Names of the points of measure that saw it. */
  readonly vantages: readonly string[];
  /** The oldest first. */
  readonly notes: readonly IncidentNote[];
  /** The procedures that its target counted for while it lasted. */
  readonly subjectIds: readonly number[];
  /** When something was last said of it: that it is confirmed, goes on, ended or is withdrawn, a note. */
  readonly updatedAt: Date;
};

export type IncidentNote = { readonly writtenAt: Date; readonly author: string; readonly text: string };

export type IncidentListing = {
  /** Those that lasted beyond this instant, or were withdrawn since; those that last are always among them. */
  readonly since: Date;
  /** At most so many, those told of last. */
  readonly most?: number;
  /** Of one procedure. */
  readonly subjectId?: number;
};

type Row = Omit<ToldIncident, 'cause' | 'notes'> & {
  readonly cause: number;
  readonly notes: readonly (Omit<IncidentNote, 'writtenAt'> & { readonly writtenAt: string })[];
};

/** Incidents, the last begun first; those that were withdrawn among them. */
export async function listToldIncidents(
  db: Queryable,
  { since, most, subjectId }: IncidentListing,
): Promise<ToldIncident[]> {
  const rows = await db.query<Row>(
    `select incident.id, target_id as "targetId", url, started_at as "startedAt", confirmed_at as "confirmedAt",
       ended_at as "endedAt", withdrawn_at as "withdrawnAt", cause, vantages.names as vantages, notes.list as notes, uses.ids as "subjectIds",
       greatest(confirmed_at, resumed_at, ended_at, withdrawn_at, notes.last) as "updatedAt"
     from probes.incident join probes.target on target.id = target_id,
       lateral (select coalesce(array_agg(name order by vantage.id), '{}') as names
         from probes.vantage where vantage.id = any(vantage_ids)) as vantages,
       lateral (select max(written_at) as last, coalesce(jsonb_agg(jsonb_build_object(
           'writtenAt', written_at, 'author', author, 'text', text) order by written_at, id), '[]') as list
         from probes.incident_note where incident_id = incident.id) as notes,
       lateral (select coalesce(jsonb_agg(distinct subject_id), '[]') as ids
         from probes.target_use where target_use.target_id = incident.target_id and since < coalesce(ended_at, 'infinity')
           and coalesce(until, 'infinity') > started_at) as uses
     where (ended_at is null or greatest(ended_at, withdrawn_at) > $1) and ($3::bigint is null or uses.ids @> to_jsonb($3::bigint))
     order by greatest(confirmed_at, resumed_at, ended_at, withdrawn_at, notes.last) desc, incident.id desc limit $2`,
    [since, most ?? null, subjectId ?? null],
  );
  return rows
    .map(({ cause, notes, ...row }) => ({
      ...row,
      cause: outcomeOf(cause),
      notes: notes.map((note) => ({ ...note, writtenAt: new Date(note.writtenAt) })),
    }))
    .sort((one, other) => other.startedAt.getTime() - one.startedAt.getTime() || other.id - one.id);
}
