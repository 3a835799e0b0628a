/**
 * Runs the targets of one point of measure: each at its phase, a failure tried again on a new connection, and what may be the
 * fault of our own network checked before anything is said of the site.
 */
import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import { type Asked, createLanes } from './host-lanes.ts';
import { isInMaintenance } from './maintenance.ts';
import { type Outcome, verdictOf } from './outcome.ts';
import type { OwnNetwork } from './own-network.ts';
import { NO_PHASES, type Probe, type ProbeDetail, type Sample } from './sample.ts';
import { nextStart, SECOND_TRY_AFTER_MS } from './schedule.ts';
import type { ProbedTarget } from './target.sql.ts';
import type { Demand } from './target.ts';

/** A sample, and what is told beside it; null where nothing was asked. */
export type Look = { readonly sample: Sample; readonly detail: ProbeDetail | null };

export type Timers = {
  /** Runs something after so many ms; gives what takes it back. */
  after(ms: number, run: () => void): () => void;
};

export type RunnerOptions = {
  /** Slug of the point of measure. */
  readonly vantage: string;
  readonly probe: (demand: Demand, signal: AbortSignal) => Promise<Probe>;
  readonly network: OwnNetwork;
  readonly clock: Clock;
  readonly log: Pick<Log, 'error'>;
  readonly receive: (look: Look) => void;
  /** Told how late each request begins, in ms. */
  readonly observeLateness?: (ms: number) => void;
  readonly timers?: Timers;
  /** Most requests under way. */
  readonly limit?: number;
};

export type Runner = {
  /** What is probed from now on: those that are new begin at their next phase, the others keep theirs. */
  follow(targets: readonly ProbedTarget[]): void;
  /** Gives up what is under way, and resolves once nothing is. */
  stop(): Promise<void>;
};

const LONGEST_WAIT_MS = 3_600_000;
/** A site that says that it is not there may be back before the time that it named. */
const LONGEST_ABSENCE_MS = 300_000;
/** All of a thousand targets that time out twice, each minute, are under way at once: 333 of them. */
const LIMIT = 400;

const systemTimers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

type Followed = {
  target: ProbedTarget;
  cancel: () => void;
  /** It said that it would be there then, and is not asked before. */
  backAtMs: number;
};

export function createRunner(options: RunnerOptions): Runner {
  const { vantage, probe, network, clock, log, receive, timers = systemTimers, limit = LIMIT } = options;
  const followed = new Map<number, Followed>();
  const stopping = new AbortController();
  const pauses = new Set<() => void>();
  const underWay = new Set<Promise<void>>();
  const lanes = createLanes({ clock, limit, probe: (demand) => probe(demand, stopping.signal) });
  const nowMs = () => clock.now().getTime();

  function plan(one: Followed, afterMs: number): void {
    const dueMs = nextStart(one.target, vantage, afterMs);
    one.cancel = timers.after(dueMs - nowMs(), () => {
      const work = look(one, dueMs)
        .catch((error: unknown) => log.error({ err: error, target: one.target.id }, 'a probe met a defect'))
        .finally(() => {
          underWay.delete(work);
          // A timer may fire a little early: its slot is over all the same.
          const wasSetBack = dueMs - nowMs() >= one.target.intervalMs;
          if (followed.get(one.target.id) === one) plan(one, wasSetBack ? nowMs() : Math.max(nowMs(), dueMs));
        });
      underWay.add(work);
    });
  }

  async function look(one: Followed, dueMs: number): Promise<void> {
    const { target } = one;
    const tell = (outcome: Outcome) =>
      receive({
        sample: { ...NO_PHASES, targetId: target.id, at: clock.now(), outcome },
        detail: null,
      });
    if (isInMaintenance(target.maintenances, clock.now())) return tell('maintenance');
    if (nowMs() < one.backAtMs) return tell('back_later');
    const judged = await judge(target, dueMs);
    if (stopping.signal.aborted) return;
    if (judged === null) return tell('asked_to_wait');
    const { beganMs, probe: found } = judged;
    respect(one, found);
    const { detail, ...seen } = found;
    receive({ sample: { ...seen, targetId: target.id, at: new Date(beganMs) }, detail });
  }

  /** What a slot comes to, begun with its first try; null when the host is to be left alone. */
  async function judge(
    target: ProbedTarget,
    dueMs: number,
  ): Promise<Pick<Asked, 'beganMs' | 'probe'> | null> {
    const first = await lanes.ask(target, dueMs);
    if (first === null) return null;
    const { beganMs } = first;
    if (!first.isShared) options.observeLateness?.(beganMs - dueMs);
    if (verdictOf(first.probe.outcome) !== 'down') return first;
    if (await network.isOurs(first.probe.outcome)) return { beganMs, probe: ours(first.probe) };
    // A site that says when to come back has said that it is not there.
    if ((first.probe.detail.retryAfterMs ?? 0) > SECOND_TRY_AFTER_MS) return first;
    await pause(SECOND_TRY_AFTER_MS);
    if (stopping.signal.aborted) return first;
    const again = await lanes.ask(target, nowMs());
    if (again === null) return null;
    const { probe: second } = again;
    const verdict = verdictOf(second.outcome);
    if (verdict === 'up' || verdict === 'degraded')
      return { beganMs, probe: { ...second, outcome: 'second_try' } };
    const isOurs = verdict === 'down' && (await network.isOurs(second.outcome));
    return { beganMs, probe: isOurs ? ours(second) : second };
  }

  async function pause(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const cancel = timers.after(ms, resolve);
    const wake = () => {
      cancel();
      resolve();
    };
    pauses.add(wake);
    await promise;
    pauses.delete(wake);
  }

  /**
   * Retry-After is respected. Of a site that refuses the robot, for all that is asked of its host, and of the one that it
   * redirected to; of one that says that it is not there, its word is taken for some minutes: it is down until it is asked again.
   */
  function respect(one: Followed, { outcome, detail: { retryAfterMs, url } }: Probe): void {
    if (retryAfterMs === null) return;
    const until = (longestMs: number) => nowMs() + Math.min(retryAfterMs, longestMs);
    if (verdictOf(outcome) === 'blocked')
      lanes.leaveAlone([one.target.url, url ?? one.target.url], until(LONGEST_WAIT_MS));
    else if (verdictOf(outcome) === 'down') one.backAtMs = until(LONGEST_ABSENCE_MS);
  }

  return {
    follow(targets) {
      const wanted = new Set(targets.map(({ id }) => id));
      for (const [id, one] of followed) {
        if (wanted.has(id)) continue;
        one.cancel();
        followed.delete(id);
      }
      for (const target of targets) {
        const known = followed.get(target.id);
        if (known !== undefined) {
          known.target = target;
          continue;
        }
        const one: Followed = { target, cancel: () => {}, backAtMs: 0 };
        followed.set(target.id, one);
        plan(one, nowMs());
      }
    },
    async stop() {
      for (const one of followed.values()) one.cancel();
      followed.clear();
      stopping.abort();
      for (const wake of pauses) wake();
      await Promise.allSettled(underWay);
    },
  };
}

function ours({ detail }: Probe): Probe {
  return { ...NO_PHASES, outcome: 'own_network', detail };
}
