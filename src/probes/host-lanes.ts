/**
 * Requests in turn: one at a time to a host, none to one that asked to be left alone, and a bounded number under way in all. A
 * host that answers nobody would make those that wait for it late by a time-out each: they share the failure that they would meet.
 */
import type { Clock } from '../core/clock.ts';
import type { Outcome } from './outcome.ts';
import type { Probe } from './sample.ts';
import type { Demand } from './target.ts';

export type Asked = {
  readonly probe: Probe;
  /** When the request began, in ms since 1970. */
  readonly beganMs: number;
  /** True when no request was made: what another one met, begun to the same origin since this one was due, stands for it. */
  readonly isShared: boolean;
};

export type Lanes = {
  /** Asks once its turn has come; it was due at an instant in ms since 1970. Null when its host is to be left alone by then. */
  ask(demand: Demand, dueMs: number): Promise<Asked | null>;
  /** Leaves the hosts of these addresses alone until an instant, in ms since 1970. */
  leaveAlone(urls: readonly string[], untilMs: number): void;
  /** Requests that are under way. */
  underWay(): number;
};

export type LanesOptions = {
  readonly probe: (demand: Demand) => Promise<Probe>;
  readonly clock: Clock;
  /** Most requests under way. */
  readonly limit: number;
};

/** Outcomes that say nothing of what is asked: whatever is asked of that origin meets them. */
const WITHOUT_CONNECTION: ReadonlySet<Outcome> = new Set([
  'name_not_found',
  'name_failed',
  'refused',
  'connection_timed_out',
  'unreachable',
]);

export function createLanes({ probe, clock, limit }: LanesOptions): Lanes {
  /** The last request of each host that has one. */
  const last = new Map<string, Promise<unknown>>();
  const leftAloneUntilMs = new Map<string, number>();
  /** The last failure of each origin that a request which waits would meet too. */
  const failures = new Map<string, { readonly beganMs: number; readonly probe: Probe }>();
  /** Addresses whose last request timed out: a page may be slow by itself, and says nothing of one that answers. */
  const timedOut = new Set<string>();
  const waiting: (() => void)[] = [];
  let underWay = 0;

  async function inTurn<Result>(host: string, work: () => Promise<Result>): Promise<Result> {
    const done = (last.get(host) ?? Promise.resolve()).then(work);
    const end = done.catch(() => {});
    last.set(host, end);
    try {
      return await done;
    } finally {
      if (last.get(host) === end) last.delete(host);
    }
  }

  async function withinLimit<Result>(work: () => Promise<Result>): Promise<Result> {
    if (underWay >= limit) {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.push(resolve);
      await promise;
    } else underWay += 1;
    try {
      return await work();
    } finally {
      // The place passes to who waits for it, if any.
      const next = waiting.shift();
      if (next === undefined) underWay -= 1;
      else next();
    }
  }

  async function request(demand: Demand, origin: string): Promise<Asked> {
    const { url } = demand;
    const beganMs = clock.now().getTime();
    const found = await probe(demand);
    const isOfOrigin = found.detail.redirects.length === 0;
    const isTimedOut = isOfOrigin && found.outcome === 'timed_out';
    if (isTimedOut) timedOut.add(url);
    else timedOut.delete(url);
    if (isTimedOut || (isOfOrigin && WITHOUT_CONNECTION.has(found.outcome)))
      failures.set(origin, { beganMs, probe: found });
    else failures.delete(origin);
    return { probe: found, beganMs, isShared: false };
  }

  /** What a request would meet, as another one that began since it was due did. */
  function failureOf(url: string, origin: string, dueMs: number): Probe | null {
    const failure = failures.get(origin);
    if (failure === undefined || failure.beganMs < dueMs) return null;
    return failure.probe.outcome !== 'timed_out' || timedOut.has(url) ? failure.probe : null;
  }

  return {
    async ask(demand, dueMs) {
      const { hostname, origin } = new URL(demand.url);
      return inTurn(hostname, async () => {
        const beganMs = clock.now().getTime();
        if (beganMs < (leftAloneUntilMs.get(hostname) ?? 0)) return null;
        const failure = failureOf(demand.url, origin, dueMs);
        if (failure !== null) return { probe: failure, beganMs, isShared: true };
        return withinLimit(() => request(demand, origin));
      });
    },
    leaveAlone(urls, untilMs) {
      for (const url of urls) leftAloneUntilMs.set(new URL(url).hostname, untilMs);
    },
    underWay: () => underWay,
  };
}
