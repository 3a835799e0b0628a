/** What targets are to procedures. */
import type { Queryable } from '../core/database.ts';
import type { Role } from './target.ts';

/** What a target is to a procedure, from an instant until another; null while it is. */
export type TargetUse = {
  readonly targetId: number;
  readonly subjectId: number;
  readonly role: Role;
  readonly since: Date;
  readonly until: Date | null;
};

/** The uses that a target has, or had when it was closed. */
export function listLastUses(db: Queryable, ids: readonly number[]): Promise<TargetUse[]> {
  return db.query<TargetUse>(
    `select target_id as "targetId", subject_id as "subjectId", role, since, until
     from probes.target_use join probes.target on target.id = target_id
     where target_id = any($1::bigint[]) and until is not distinct from closed_at
     order by target_id, since, subject_id`,
    [ids],
  );
}

/** How each target counts for a procedure, or did last. */
export function listUsesOf(db: Queryable, subjectId: number): Promise<TargetUse[]> {
  return db.query<TargetUse>(
    `select distinct on (target_id) target_id as "targetId", subject_id as "subjectId", role, since, until
     from probes.target_use where subject_id = $1 order by target_id, since desc`,
    [subjectId],
  );
}
