/** The addresses of a procedure that are followed, or were. */
import type { Queryable } from '../core/database.ts';
import { type HeldTarget, listTargets, ROLES, type Role } from '../probes/index.ts';

/** What an address is to the procedure, and since when it is followed. */
export type ProbedAddress = HeldTarget & { readonly role: Role; readonly since: Date };

/** In the order in which a user meets them; closed ones last. */
export async function listAddresses(db: Queryable, subjectId: number): Promise<ProbedAddress[]> {
  const targets = await listTargets(db, { subjectId, all: true });
  const held = targets.flatMap((target) => {
    const use = target.uses.find((one) => one.subjectId === subjectId);
    return use === undefined ? [] : [{ ...target, role: use.role, since: use.since }];
  });
  const place = ({ role, closedAt }: ProbedAddress) =>
    ROLES.indexOf(role) + (closedAt === null ? 0 : ROLES.length);
  return held.sort((one, other) => place(one) - place(other) || one.id - other.id);
}
