/** Targets, and the procedures that each counts for, as the store keeps them. */
import type { Queryable } from '../core/database.ts';
import { findDemonstration } from '../core/demonstration.sql.ts';
import { VigieError } from '../core/errors.ts';
import { lockIncidents } from './follow-incidents.sql.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { type Demand, type Maintenance, type Role, type Target, USUAL_DEMAND } from './target.ts';
import { listLastUses, type TargetUse } from './target-use.sql.ts';

/** The last look of a point of measure at a target. */
export type LastLook = {
  readonly targetId: number;
  readonly vantage: string;
  readonly vantageName: string;
  readonly at: Date;
  readonly outcome: Outcome;
  /** Since when its verdict is this one. */
  readonly verdictSince: Date;
};

export type OpenIncident = {
  readonly id: number;
  readonly targetId: number;
  readonly startedAt: Date;
  readonly cause: Outcome;
};

export type HeldTarget = Target & {
  readonly author: string;
  readonly createdAt: Date;
  readonly closedAt: Date | null;
  readonly closedReason: string | null;
  /** The procedures that it counts for; of a closed target, those that it counted for. */
  readonly uses: readonly TargetUse[];
  /** By point of measure; none where it was not looked at yet. */
  readonly looks: readonly LastLook[];
  readonly incident: OpenIncident | null;
};

/** A target as those who probe need it. */
export type ProbedTarget = Target & { readonly maintenances: readonly Maintenance[] };

export type NewUse = {
  readonly demand: Demand;
  readonly subjectId: number;
  readonly role: Role;
  readonly author: string;
};

/**
 * - `created`: nobody asked this yet;
 * - `shared`: a target asks the same already, and counts for this procedure too from now on;
 * - `changed`: it did, in another role;
 * - `unchanged`: it was all there.
 */
export type UseOutcome = 'created' | 'shared' | 'changed' | 'unchanged';

const DEMAND = `target.id, url, method, expected_status as "expectedStatus", must_contain as "mustContain",
  must_not_contain as "mustNotContain", interval_ms as "intervalMs", timeout_ms as "timeoutMs", slow_ms as "slowMs"`;

/** Those who change targets do so one after another, until the end of their transaction. Taken before that of incidents. */
export async function lockTargets(tx: Queryable): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('vigie.targets'))`);
}

/**
 * Has an address probed for a procedure. A demand that a target has already is not made twice: that target counts for this
 * procedure too. One at the usual pace shares a target of any pace.
 *
 * @throws VigieError Conflict when the same is asked at another pace already
 */
export async function addTarget(
  tx: Queryable,
  { demand, subjectId, role, author }: NewUse,
  now: Date,
): Promise<{ target: Target; outcome: UseOutcome }> {
  await lockTargets(tx);
  const held = await findSameDemand(tx, demand);
  if (held !== null) refuseOtherPace(held, demand);
  const target = held ?? (await createTarget(tx, demand, author, now));
  const [use] = await tx.query<{ role: Role }>(
    'select role from probes.target_use where target_id = $1 and subject_id = $2 and until is null',
    [target.id, subjectId],
  );
  if (use?.role === role) return { target, outcome: 'unchanged' };
  if (use !== undefined) await endUses(tx, target.id, now, subjectId);
  await tx.query(
    'insert into probes.target_use (target_id, subject_id, role, since) values ($1, $2, $3, $4)',
    [target.id, subjectId, role, now],
  );
  if (use !== undefined) return { target, outcome: 'changed' };
  return { target, outcome: held === null ? 'created' : 'shared' };
}

async function findSameDemand(tx: Queryable, demand: Demand): Promise<Target | null> {
  const [found] = await tx.query<Target>(
    `select ${DEMAND} from probes.target
     where closed_at is null and url = $1 and method = $2 and expected_status = $3
       and must_contain is not distinct from $4 and must_not_contain is not distinct from $5`,
    [demand.url, demand.method, demand.expectedStatus, demand.mustContain, demand.mustNotContain],
  );
  return found ?? null;
}

function refuseOtherPace(held: Target, demand: Demand): void {
  const paces = ['intervalMs', 'timeoutMs', 'slowMs'] as const;
  const isUsual = paces.every((pace) => demand[pace] === USUAL_DEMAND[pace]);
  if (isUsual || paces.every((pace) => demand[pace] === held[pace])) return;
  const { id, intervalMs, timeoutMs, slowMs } = held;
  const pace = `every ${intervalMs / 1_000} s, with a time-out of ${timeoutMs / 1_000} s, slow beyond ${slowMs} ms`;
  throw new VigieError(
    'Conflict',
    `target ${id} asks the same ${pace}; leave out the pace to share it, or close it first`,
  );
}

async function createTarget(tx: Queryable, demand: Demand, author: string, now: Date): Promise<Target> {
  const [created] = await tx.query<Target>(
    `insert into probes.target (url, method, expected_status, must_contain, must_not_contain, interval_ms, timeout_ms,
       slow_ms, author, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning ${DEMAND}`,
    [
      ...[demand.url, demand.method, demand.expectedStatus, demand.mustContain, demand.mustNotContain],
      ...[demand.intervalMs, demand.timeoutMs, demand.slowMs, author, now],
    ],
  );
  if (created === undefined) throw new Error('an insertion returned no row');
  return created;
}

/** Ends the uses of a target, of one procedure where it is given; how many it ended. */
async function endUses(tx: Queryable, targetId: number, now: Date, subjectId?: number): Promise<number> {
  const ended = await tx.query(
    `update probes.target_use set until = $2
     where target_id = $1 and until is null and ($3::bigint is null or subject_id = $3) returning 1`,
    [targetId, now, subjectId ?? null],
  );
  return ended.length;
}

/**
 * Closes a target, for ever: it is asked nothing more, and what was measured stays. Its open incident ends with it.
 * @throws VigieError NotFound, or Conflict when it was closed before
 */
export async function closeTarget(tx: Queryable, id: number, reason: string, now: Date): Promise<void> {
  await lockTargets(tx);
  // An incident that a batch is opening is ended with the others.
  await lockIncidents(tx);
  const target = await findTarget(tx, id);
  if (target === null) throw new VigieError('NotFound', `There is no target ${id}; see "vigie target list".`);
  if (target.closedAt !== null) {
    const day = target.closedAt.toISOString().slice(0, 10);
    throw new VigieError('Conflict', `Target ${id} was closed on ${day}: ${target.closedReason}`);
  }
  await tx.query('update probes.target set closed_at = $2, closed_reason = $3 where id = $1', [
    id,
    now,
    reason,
  ]);
  await endUses(tx, id, now);
  await tx.query(
    'update probes.incident set ended_at = greatest(started_at, $2) where target_id = $1 and ended_at is null',
    [id, now],
  );
}

/**
 * Ends the use of a target by one procedure; the last use closes the target.
 * @throws VigieError NotFound when it does not count for this procedure
 */
export async function endUse(
  tx: Queryable,
  { targetId, subjectId }: { readonly targetId: number; readonly subjectId: number },
  reason: string,
  now: Date,
): Promise<'ended' | 'closed'> {
  await lockTargets(tx);
  if ((await endUses(tx, targetId, now, subjectId)) === 0)
    throw new VigieError('NotFound', `Target ${targetId} does not count for this procedure.`);
  const others = await tx.query('select from probes.target_use where target_id = $1 and until is null', [
    targetId,
  ]);
  if (others.length > 0) return 'ended';
  await closeTarget(tx, targetId, reason, now);
  return 'closed';
}

export type TargetListing = {
  readonly id?: number;
  /** Those that count for this procedure. */
  readonly subjectId?: number | undefined;
  /** Closed ones too, and those that count no more. */
  readonly all?: boolean;
};

/** Targets, the oldest first, with what is known of each now. */
export async function listTargets(db: Queryable, listing: TargetListing = {}): Promise<HeldTarget[]> {
  const { id, subjectId, all = false } = listing;
  const targets = await db.query<Omit<HeldTarget, 'uses' | 'looks' | 'incident'>>(
    `select ${DEMAND}, author, created_at as "createdAt", closed_at as "closedAt", closed_reason as "closedReason"
     from probes.target
     where ($1::bigint is null or id = $1) and ($2 or closed_at is null) and ($3::bigint is null or exists (
       select from probes.target_use
       where target_id = target.id and subject_id = $3 and ($2 or until is null)))
     order by id`,
    [id ?? null, all, subjectId ?? null],
  );
  if (targets.length === 0) return [];
  const ids = targets.map((target) => target.id);
  const [uses, looks, incidents] = [
    Map.groupBy(await listLastUses(db, ids), ({ targetId }) => targetId),
    Map.groupBy(await listLooks(db, ids), ({ targetId }) => targetId),
    Map.groupBy(await listOpenIncidents(db, ids), ({ targetId }) => targetId),
  ];
  return targets.map((target) => ({
    ...target,
    uses: uses.get(target.id) ?? [],
    looks: looks.get(target.id) ?? [],
    incident: incidents.get(target.id)?.[0] ?? null,
  }));
}

/** A target, closed or not; null when there is none of this id. */
export async function findTarget(db: Queryable, id: number): Promise<HeldTarget | null> {
  const [found] = await listTargets(db, { id, all: true });
  return found ?? null;
}

async function listLooks(db: Queryable, ids: readonly number[]): Promise<LastLook[]> {
  const rows = await db.query<Omit<LastLook, 'outcome'> & { outcome: number }>(
    `select target_id as "targetId", vantage.slug as vantage, vantage.name as "vantageName", at, outcome,
       verdict_since as "verdictSince"
     from probes.latest join probes.vantage on vantage.id = vantage_id
     where target_id = any($1::bigint[]) and vantage.closed_at is null order by target_id, vantage_id`,
    [ids],
  );
  return rows.map((row) => ({ ...row, outcome: outcomeOf(row.outcome) }));
}

async function listOpenIncidents(db: Queryable, ids: readonly number[]): Promise<OpenIncident[]> {
  const rows = await db.query<Omit<OpenIncident, 'cause'> & { cause: number }>(
    `select id, target_id as "targetId", started_at as "startedAt", cause
     from probes.incident where target_id = any($1::bigint[]) and ended_at is null`,
    [ids],
  );
  return rows.map((row) => ({ ...row, cause: outcomeOf(row.cause) }));
}

/** Names that nobody can have (RFC 2606). */
const RESERVED = /\.(?:example|invalid|test)$/;

/**
 * What is to be probed now, with the maintenances that are not cancelled. While the store holds the demonstration, addresses
 * of reserved names are not: they are its own.
 */
export async function listOpenTargets(db: Queryable): Promise<ProbedTarget[]> {
  const open = await db.query<Target>(
    `select ${DEMAND} from probes.target where closed_at is null order by id`,
  );
  const asked = open.filter(({ url }) => !RESERVED.test(new URL(url).hostname));
  const isAllAsked = asked.length === open.length || (await findDemonstration(db)) === null;
  const targets = isAllAsked ? open : asked;
  const rows = await db.query<Maintenance & { targetId: number }>(
    `select target_id as "targetId", starts_at as "startsAt", ends_at as "endsAt", repeats,
       repeats_until as "repeatsUntil"
     from probes.maintenance where cancelled_at is null order by id`,
  );
  const maintenances = Map.groupBy(rows, ({ targetId }) => targetId);
  return targets.map((target) => ({
    ...target,
    maintenances: (maintenances.get(target.id) ?? []).map(({ targetId: _, ...maintenance }) => maintenance),
  }));
}

/** Those of these ids that are targets, closed or not. */
export async function listKnownTargets(db: Queryable, ids: readonly number[]): Promise<number[]> {
  const rows = await db.query<{ id: number }>('select id from probes.target where id = any($1::bigint[])', [
    [...new Set(ids)],
  ]);
  return rows.map(({ id }) => id);
}
