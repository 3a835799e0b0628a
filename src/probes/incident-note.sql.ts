/** What people say of an incident. */
import type { Queryable } from '../core/database.ts';
import { type FieldError, VigieError } from '../core/errors.ts';
import { textFaults } from './maintenance.ts';

export type NewIncidentNote = {
  readonly incidentId: number;
  readonly author: string;
  readonly text: string;
};

const LONGEST_TEXT = 1_000;
const LONGEST_AUTHOR = 120;

/** What is wrong with a note, by option of the command. */
export function incidentNoteFaults({ author, text }: NewIncidentNote): FieldError[] {
  return [...textFaults('--text', text, LONGEST_TEXT), ...textFaults('--author', author, LONGEST_AUTHOR)];
}

/**
 * Adds a note, whose faults were looked for (`incidentNoteFaults`): notes are neither changed nor erased.
 * @throws VigieError NotFound
 */
export async function addIncidentNote(
  db: Queryable,
  { incidentId, author, text }: NewIncidentNote,
  now: Date,
): Promise<void> {
  const added = await db.query(
    `insert into probes.incident_note (incident_id, written_at, author, text)
     select id, $2, $3, $4 from probes.incident where id = $1 returning 1`,
    [incidentId, now, author, text],
  );
  if (added.length > 0) return;
  throw new VigieError('NotFound', `There is no incident ${incidentId}; see "vigie incident list".`);
}
