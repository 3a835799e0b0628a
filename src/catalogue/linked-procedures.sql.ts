import type { Queryable } from '../core/database.ts';
import { linkProcedure, type ProcedureLinks, type StatedLinks } from './linked-procedures.ts';

/** The steps before and after a procedure and those that go with it, as last known; empty for an unknown public id. */
export async function findProcedureLinks(db: Queryable, publicId: string): Promise<ProcedureLinks> {
  const all = await db.query<StatedLinks>(
    `select p.public_id as "publicId", v.slug, v.name, v.kind, v.next_steps as "nextSteps", v.related
     from catalogue.procedure p
     join lateral (
       select slug, name, kind, next_steps, related from catalogue.procedure_version
       where subject_id = p.subject_id order by valid_from desc limit 1
     ) v on true
     order by v.name, p.public_id`,
  );
  return linkProcedure(all, publicId);
}
