/**
 * The server as a point of measure: it probes once there is a target, as long as no other process of this store does, and
 * keeps what it sees every few seconds. While the store is away it goes on, and samples wait.
 */
import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import type { Log } from '../core/log.ts';
import { recordSamples } from './record-samples.ts';
import type { Look, Runner } from './runner.ts';
import { listOpenTargets, type ProbedTarget } from './target.sql.ts';
import { ensureVantage, holdVantage, releaseVantage } from './vantage.sql.ts';
import { LOCAL_VANTAGE } from './vantage.ts';
import type { WaitingSamples } from './waiting-samples.ts';

export type LocalVantageOptions = {
  readonly db: Pick<Database, 'query' | 'transaction'>;
  readonly clock: Clock;
  /** Names the state of public data; undefined while changes cannot be heard. */
  readonly generation: () => number | undefined;
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
  /** Names this process, the same after a restart: it takes up again at once what it held. */
  readonly holder: string;
  readonly waiting: WaitingSamples;
  readonly openRunner: (receive: (look: Look) => void) => Runner;
};

export type LocalVantage = {
  /** Does what has to be done every few seconds; never throws. */
  tick(): Promise<void>;
  /** Targets that this process probes. */
  targets(): number;
  /** Stops to probe, and keeps what waits. */
  stop(): Promise<void>;
};

/** Changes of targets are looked for once a minute, and soon after public data changed. */
const REFRESH_MS = 60_000;
const REFRESH_SOON_MS = 10_000;
const HOLD_FOR_MS = 30_000;
const HOLD_AGAIN_MS = 10_000;
/** A process that did not work for so long was not at work: it was stopped, or asleep. */
const PAUSE_MS = 60_000;
/** Samples of a transaction: what waited for hours does not make a long one. */
const BATCH = 5_000;

export function createLocalVantage(options: LocalVantageOptions): LocalVantage {
  const { db, clock, generation, log, holder, waiting, openRunner } = options;
  let targets: readonly ProbedTarget[] = [];
  let read: { readonly ms: number; readonly generation: number | undefined } | undefined;
  let vantageId: number | undefined;
  let runner: Runner | undefined;
  let isHeld = false;
  let heldMs = Number.NEGATIVE_INFINITY;
  let startedAt: Date | undefined;
  let tickedMs = Number.NEGATIVE_INFINITY;
  let isAway = false;
  const nowMs = () => clock.now().getTime();
  /** A clock that was set back holds up nothing. */
  const sinceMs = (instantMs: number) => Math.abs(nowMs() - instantMs);

  async function refresh(): Promise<void> {
    const age = read === undefined ? Number.POSITIVE_INFINITY : sinceMs(read.ms);
    const isChanged = read !== undefined && generation() !== read.generation;
    if (age < (isChanged ? REFRESH_SOON_MS : REFRESH_MS)) return;
    const asked = { ms: nowMs(), generation: generation() };
    targets = await listOpenTargets(db);
    read = asked;
  }

  async function hold(): Promise<void> {
    if (sinceMs(heldMs) < HOLD_AGAIN_MS) return;
    const asked = nowMs();
    // Not held yet, held by another process, or gone with the demonstration: it is looked for.
    if (vantageId === undefined || !isHeld) {
      const about = { slug: LOCAL_VANTAGE, name: 'Vigie', author: 'vigie' };
      vantageId = (await ensureVantage(db, about, clock.now())).id;
    }
    isHeld = await holdVantage(db, vantageId, holder, HOLD_FOR_MS);
    heldMs = asked;
  }

  function probe(): void {
    const isAtWork = isHeld && targets.length > 0;
    if (isAtWork) {
      if (startedAt === undefined || sinceMs(tickedMs) > PAUSE_MS) startedAt = clock.now();
      runner ??= openRunner(waiting.add);
    } else startedAt = undefined;
    tickedMs = nowMs();
    runner?.follow(isAtWork ? targets : []);
  }

  async function write(): Promise<void> {
    if (vantageId === undefined) return;
    const id = vantageId;
    do {
      const { samples, details } = waiting.take(BATCH);
      if (samples.length === 0 && startedAt === undefined) return;
      const now = clock.now();
      const watch = startedAt === undefined ? null : { startedAt, until: now };
      const batch = { vantageId: id, samples, details, watch, skewMs: 0 };
      try {
        await db.transaction((tx) => recordSamples(tx, batch, now));
      } catch (error) {
        // What is wrong in itself would be wrong for ever.
        if (!(error instanceof VigieError && error.code === 'InvalidInput')) waiting.giveBack(samples);
        throw error;
      }
    } while (waiting.size() > 0);
  }

  async function work(): Promise<void> {
    await refresh();
    if (targets.length > 0) await hold();
    probe();
    await write();
  }

  return {
    async tick() {
      try {
        await work();
        isAway = false;
      } catch (error) {
        // Probing goes on as it was.
        if (isHeld && sinceMs(tickedMs) <= PAUSE_MS) tickedMs = nowMs();
        if (!isAway) log.warn({ err: error }, 'samples cannot be kept now: they wait');
        isAway = true;
      }
    },
    targets: () => (isHeld ? targets.length : 0),
    async stop() {
      await runner?.stop();
      if (vantageId === undefined) return;
      await write();
      if (isHeld) await releaseVantage(db, vantageId, holder);
    },
  };
}
