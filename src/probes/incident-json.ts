/** What commands and files tell alike of an incident. Pure. */
import type { ToldIncident } from './told-incident.sql.ts';

/** An incident in the names of published files; instants in ISO 8601, null where they have not come. */
export function incidentJson(incident: ToldIncident) {
  const { id, targetId, url, startedAt, confirmedAt, endedAt, withdrawnAt, cause, vantages, notes } =
    incident;
  return {
    id,
    target: targetId,
    url,
    started_at: startedAt.toISOString(),
    confirmed_at: confirmedAt.toISOString(),
    ended_at: endedAt?.toISOString() ?? null,
    withdrawn_at: withdrawnAt?.toISOString() ?? null,
    cause,
    vantages,
    notes: notes.map(({ writtenAt, author, text }) => ({
      written_at: writtenAt.toISOString(),
      author,
      text,
    })),
  };
}
