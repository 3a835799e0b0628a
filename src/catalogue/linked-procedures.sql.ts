import type { Queryable } from '../core/database.ts';
import { linkProcedure, type ProcedureLinks, type StatedLinks } from './linked-procedures.ts';

/** The steps before and after a procedure and those that go with it, as last known; empty for an unknown public id. */
export async function findProcedureLinks(db: Queryable, publicId: string): Promise<ProcedureLinks> {
  // Most procedures are tied to none: only those that tie or are tied are sent.
  const tied = await db.query<StatedLinks>(
    `with latest as materialized (
       select distinct on (subject_id) public_id, slug, name, kind, next_steps, related
       from catalogue.procedure_version join catalogue.procedure using (subject_id)
       order by subject_id, valid_from desc
     )
     select public_id as "publicId", slug, name, kind, next_steps as "nextSteps", related from latest
     where public_id = $1 or next_steps <> '{}' or related <> '{}'
        or public_id in (select unnest(next_steps || related) from latest)
     order by name, public_id`,
    [publicId],
  );
  return linkProcedure(tied, publicId);
}
