/** Incidents as samples come: opened, gone on with, ended, or withdrawn when later samples refute them. */
import type { Queryable, Transaction } from '../core/database.ts';
import {
  CAUSE_WITHIN_MS,
  findIncidents,
  type Incident,
  SAME_WITHIN_MS,
  type Sighting,
  silentAfterMs,
} from './incident.ts';
import {
  compareIncidents,
  type IncidentChanges,
  isUnchanged,
  type KeptIncident,
} from './incident-changes.ts';
import { codeOf, outcomeOf, verdictOf } from './outcome.ts';
import { readSamples } from './sample.sql.ts';
import type { Sample } from './sample.ts';
import type { Target } from './target.ts';

/** What a batch says of a target. */
type Batch = {
  readonly targetId: number;
  readonly silentAfterMs: number;
  readonly closedAt: Date | null;
  readonly fromMs: number;
  readonly toMs: number;
  readonly hasFailures: boolean;
};

type Kept = KeptIncident & { readonly targetId: number };

/** Samples so long after a late batch, at least, show whether it changes anything; all that came since are read only if it does. */
const LATE_READ_MS = 900_000;
const SECOND_MS = 1_000;

/**
 * Brings incidents up to date with samples that have just been kept, in the same transaction: whatever the order in which
 * batches come, the same incidents come of them. Those who do so at once wait for one another, until the end of their transaction.
 */
export async function followIncidents(tx: Transaction, samples: readonly Sample[], now: Date): Promise<void> {
  if (samples.length === 0) return;
  await lockIncidents(tx);
  const batches = await describeBatches(tx, samples);
  const kept = Map.groupBy(await listKept(tx, batches), ({ targetId }) => targetId);
  const concerned = batches.filter(({ targetId, hasFailures }) => hasFailures || kept.has(targetId));
  if (concerned.length === 0) return;
  const endMs = now.getTime() + LATE_READ_MS;
  const lastMs = Math.max(...concerned.map(({ toMs }) => toMs));
  const memoriesMs = concerned.map((batch) => batch.silentAfterMs);
  const soonMs = Math.min(endMs, lastMs + Math.max(LATE_READ_MS, ...memoriesMs));
  const changes = await findChanges(tx, concerned, kept, soonMs);
  for (const [batch, change] of changes) {
    if (isUnchanged(change)) continue;
    const whole = soonMs < endMs ? await findChanges(tx, [batch], kept, endMs) : changes;
    await write(tx, batch.targetId, whole.get(batch) ?? change, now);
  }
}

/** Those who change incidents do so one after another, until the end of their transaction. */
export async function lockIncidents(tx: Queryable): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('vigie.incidents'))`);
}

async function describeBatches(tx: Transaction, samples: readonly Sample[]): Promise<Batch[]> {
  const byTarget = Map.groupBy(samples, ({ targetId }) => targetId);
  const targets = await tx.query<Pick<Target, 'id' | 'intervalMs' | 'timeoutMs'> & { closedAt: Date | null }>(
    `select id, interval_ms as "intervalMs", timeout_ms as "timeoutMs", closed_at as "closedAt" from probes.target
     where id = any($1::bigint[])`,
    [[...byTarget.keys()]],
  );
  return targets.map(({ id, closedAt, ...pace }) => {
    const own = byTarget.get(id) ?? [];
    const times = own.map(({ at }) => at.getTime());
    // Packed samples are known to the second.
    const fromMs = Math.floor(Math.min(...times) / SECOND_MS) * SECOND_MS;
    const hasFailures = own.some(({ outcome }) => verdictOf(outcome) === 'down');
    return {
      ...{ targetId: id, closedAt, fromMs, toMs: Math.max(...times), hasFailures },
      silentAfterMs: silentAfterMs(pace),
    };
  });
}

/** Incidents that samples of these batches may change: the last confirmed before each, and all those confirmed since. */
async function listKept(tx: Transaction, batches: readonly Batch[]): Promise<Kept[]> {
  const rows = await tx.query<Omit<Kept, 'cause'> & { cause: number }>(
    `select incident.id, incident.target_id as "targetId", started_at as "startedAt", confirmed_at as "confirmedAt",
       resumed_at as "resumedAt", ended_at as "endedAt", cause, vantage_ids as "vantageIds",
       exists (select from probes.incident_note where incident_id = incident.id) as "isNoted"
     from probes.incident join unnest($1::bigint[], $2::timestamptz[]) as batch (target_id, since) using (target_id)
     where withdrawn_at is null and (ended_at is null or ended_at >= batch.since)
     order by incident.target_id, started_at, incident.id`,
    [
      batches.map(({ targetId }) => targetId),
      batches.map((batch) => new Date(batch.fromMs - memoryMs(batch))),
    ],
  );
  return rows.map((row) => ({ ...row, cause: outcomeOf(row.cause) }));
}

/** How far back an instant depends on what was before it, in ms. */
function memoryMs(batch: Batch): number {
  return SAME_WITHIN_MS + 2 * batch.silentAfterMs;
}

async function findChanges(
  tx: Transaction,
  batches: readonly Batch[],
  kept: ReadonlyMap<number, readonly Kept[]>,
  endMs: number,
): Promise<Map<Batch, IncidentChanges>> {
  const plans = batches.map((batch) => planOf(batch, kept.get(batch.targetId) ?? []));
  const read = await readSamples(
    tx,
    batches.map(({ targetId }) => targetId),
    new Date(Math.min(...plans.map(({ readFromMs }) => readFromMs))),
    new Date(endMs),
  );
  const byTarget = Map.groupBy(read, ({ targetId }) => targetId);
  return new Map(
    plans.map(({ batch, from, before, readFromMs }) => {
      const own = (byTarget.get(batch.targetId) ?? []).filter(({ at }) => at.getTime() >= readFromMs);
      const found = findIncidents(own as readonly Sighting[], {
        silentAfterMs: batch.silentAfterMs,
        from,
        before,
      });
      const known = (kept.get(batch.targetId) ?? []).filter(
        ({ id, confirmedAt }) => id === before?.id || (confirmedAt >= from && confirmedAt.getTime() < endMs),
      );
      return [
        batch,
        compareIncidents(
          found.map((one) => closedWith(batch, one)),
          known,
        ),
      ];
    }),
  );
}

type Plan = {
  readonly batch: Batch;
  readonly from: Date;
  readonly before: Kept | null;
  readonly readFromMs: number;
};

/** From where a batch is decided again, and what was known then. */
function planOf(batch: Batch, kept: readonly Kept[]): Plan {
  const from = new Date(batch.fromMs);
  const before = kept.findLast(({ confirmedAt }) => confirmedAt < from) ?? null;
  // Whether it had ended is not known of an instant before it was last resumed: the whole of it is decided again.
  if (before?.resumedAt && before.resumedAt >= from)
    return { ...planOf({ ...batch, fromMs: before.startedAt.getTime() }, kept), batch };
  const endedMs = before?.endedAt?.getTime() ?? Infinity;
  // An end is decided by the answer that comes after it: perhaps by one of this batch.
  const isDecidedAgain = endedMs >= batch.fromMs - batch.silentAfterMs - SECOND_MS;
  const decidedFromMs = Math.min(batch.fromMs, isDecidedAgain ? endedMs : Infinity);
  const known = before !== null && isDecidedAgain ? { ...before, endedAt: null } : before;
  const causeFromMs =
    before !== null && before.startedAt.getTime() + CAUSE_WITHIN_MS > decidedFromMs - memoryMs(batch)
      ? before.startedAt.getTime()
      : Infinity;
  return {
    batch,
    from: new Date(decidedFromMs),
    before: known,
    readFromMs: Math.min(decidedFromMs - memoryMs(batch), causeFromMs),
  };
}

/** Nothing goes on once a target is asked nothing more. */
function closedWith({ closedAt }: Batch, incident: Incident): Incident {
  if (closedAt === null || incident.endedAt !== null) return incident;
  return { ...incident, endedAt: closedAt > incident.startedAt ? closedAt : incident.startedAt };
}

async function write(tx: Transaction, targetId: number, changes: IncidentChanges, now: Date): Promise<void> {
  const { removed, withdrawn, changed, added, notesMoved } = changes;
  for (const { from, to } of notesMoved) {
    await tx.query('update probes.incident_note set incident_id = $2 where incident_id = $1', [from, to]);
  }
  if (removed.length > 0)
    await tx.query('delete from probes.incident where id = any($1::bigint[])', [removed]);
  if (withdrawn.length > 0) {
    await tx.query(
      `update probes.incident set withdrawn_at = $2, ended_at = coalesce(ended_at, confirmed_at)
       where id = any($1::bigint[])`,
      [withdrawn, now],
    );
  }
  // A target has one open incident at most, even for a moment.
  const ended = changed.toSorted(
    (one, other) => Number(one.endedAt === null) - Number(other.endedAt === null),
  );
  for (const { id, startedAt, confirmedAt, resumedAt, endedAt, cause, vantageIds } of ended) {
    await tx.query(
      `update probes.incident set started_at = $2, confirmed_at = $3, ended_at = $4, cause = $5, vantage_ids = $6,
         resumed_at = $7
       where id = $1`,
      [id, startedAt, confirmedAt, endedAt, codeOf(cause), vantageIds, resumedAt],
    );
  }
  for (const { startedAt, confirmedAt, resumedAt, endedAt, cause, vantageIds } of added) {
    await tx.query(
      `insert into probes.incident (target_id, started_at, confirmed_at, ended_at, cause, vantage_ids, resumed_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [targetId, startedAt, confirmedAt, endedAt, codeOf(cause), vantageIds, resumedAt],
    );
  }
}
