/** Maintenances as the store keeps them. */
import type { Queryable } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import type { NewMaintenance } from './maintenance.ts';
import { lockTargets } from './target.sql.ts';
import type { Maintenance } from './target.ts';

export type HeldMaintenance = Maintenance & {
  readonly id: number;
  readonly targetId: number;
  readonly reason: string;
  readonly author: string;
  readonly createdAt: Date;
  readonly cancelledAt: Date | null;
};

const COLUMNS = `id, target_id as "targetId", starts_at as "startsAt", ends_at as "endsAt", repeats,
  repeats_until as "repeatsUntil", reason, author, created_at as "createdAt", cancelled_at as "cancelledAt"`;

/**
 * Announces a maintenance, whose faults were looked for (`maintenanceFaults`), of each of these targets.
 * @throws VigieError NotFound or Conflict for a target that is not there, or is closed
 */
export async function announceMaintenance(
  tx: Queryable,
  targetIds: readonly number[],
  { startsAt, endsAt, repeats, repeatsUntil, reason, author }: NewMaintenance,
  now: Date,
): Promise<HeldMaintenance[]> {
  await lockTargets(tx);
  const open = await tx.query<{ id: number }>(
    'select id from probes.target where id = any($1::bigint[]) and closed_at is null',
    [targetIds],
  );
  const missing = targetIds.filter((id) => !open.some((one) => one.id === id));
  if (missing.length > 0) {
    const names = missing.join(', ');
    throw new VigieError('NotFound', `There is no open target ${names}; see "vigie target list".`);
  }
  return tx.query<HeldMaintenance>(
    `insert into probes.maintenance
       (target_id, starts_at, ends_at, repeats, repeats_until, reason, author, created_at)
     select target_id, $2, $3, $4, $5, $6, $7, $8 from unnest($1::bigint[]) as given (target_id)
     returning ${COLUMNS}`,
    [targetIds, startsAt, endsAt, repeats, repeatsUntil, reason, author, now],
  );
}

/**
 * Cancels a maintenance: from then on its targets are judged again. What was seen until then stays as it was.
 * @throws VigieError NotFound, or Conflict when it was cancelled before
 */
export async function cancelMaintenance(db: Queryable, id: number, now: Date): Promise<HeldMaintenance> {
  const [cancelled] = await db.query<HeldMaintenance>(
    `update probes.maintenance set cancelled_at = $2 where id = $1 and cancelled_at is null returning ${COLUMNS}`,
    [id, now],
  );
  if (cancelled !== undefined) return cancelled;
  const [held] = await db.query<HeldMaintenance>(`select ${COLUMNS} from probes.maintenance where id = $1`, [
    id,
  ]);
  if (held === undefined || held.cancelledAt === null) {
    throw new VigieError(
      'NotFound',
      `There is no maintenance ${id}; see "vigie target maintenance list --all".`,
    );
  }
  const day = held.cancelledAt.toISOString().slice(0, 10);
  throw new VigieError('Conflict', `Maintenance ${id} was cancelled on ${day} already.`);
}

/**
 * Maintenances in the order in which they begin, of one target where it is given; those that are cancelled, and those of
 * targets that are closed, only where they are asked for.
 */
export function listMaintenances(
  db: Queryable,
  { targetId, all = false }: { readonly targetId?: number | undefined; readonly all?: boolean } = {},
): Promise<HeldMaintenance[]> {
  return db.query<HeldMaintenance>(
    `select ${COLUMNS} from probes.maintenance
     where ($1::bigint is null or target_id = $1)
       and ($2 or (cancelled_at is null
         and exists (select from probes.target where target.id = target_id and target.closed_at is null)))
     order by starts_at, id`,
    [targetId ?? null, all],
  );
}
