/** The addresses of a procedure that are followed, or were. */
import type { Queryable } from '../core/database.ts';
import { type HeldTarget, listTargets, listUsesOf, ROLES, type TargetUse } from '../probes/index.ts';

/** What an address is to the procedure, and since when until when it is followed for it; `until` is null while it is. */
export type ProbedAddress = HeldTarget & Pick<TargetUse, 'role' | 'since' | 'until'>;

/** In the order in which a user meets them; those that are followed no more last. */
export async function listAddresses(db: Queryable, subjectId: number): Promise<ProbedAddress[]> {
  const [targets, uses] = await Promise.all([
    listTargets(db, { subjectId, all: true }),
    listUsesOf(db, subjectId),
  ]);
  const held = targets.flatMap((target) => {
    const use = uses.find(({ targetId }) => targetId === target.id);
    return use === undefined ? [] : [{ ...target, role: use.role, since: use.since, until: use.until }];
  });
  const place = ({ role, until }: ProbedAddress) => ROLES.indexOf(role) + (until === null ? 0 : ROLES.length);
  return held.sort((one, other) => place(one) - place(other) || one.id - other.id);
}
