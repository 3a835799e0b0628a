/**
 * Requests in turn: one at a time to a host, and a bounded number under way in all. A host that accepts no connection would
 * make those that wait for it late by a time-out each: they share the failure that they would meet.
 */
import type { Clock } from '../core/clock.ts';
import type { Outcome } from './outcome.ts';
import type { Probe } from './sample.ts';
import type { Demand } from './target.ts';

export type Asked = {
  readonly probe: Probe;
  /** When the request began, in ms since 1970. */
  readonly beganMs: number;
  /** True when no request was made: another one to the same origin, begun since this one was due, did not connect. */
  readonly isShared: boolean;
};

export type Lanes = {
  /** Asks once its turn has come; it was due at an instant in ms since 1970. */
  ask(demand: Demand, dueMs: number): Promise<Asked>;
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
  const unreached = new Map<string, { readonly beganMs: number; readonly probe: Probe }>();
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
    const beganMs = clock.now().getTime();
    const found = await probe(demand);
    const isUnreached = WITHOUT_CONNECTION.has(found.outcome) && found.detail.redirects.length === 0;
    if (isUnreached) unreached.set(origin, { beganMs, probe: found });
    else unreached.delete(origin);
    return { probe: found, beganMs, isShared: false };
  }

  return {
    async ask(demand, dueMs) {
      const { hostname, origin } = new URL(demand.url);
      return inTurn(hostname, async () => {
        const failure = unreached.get(origin);
        if (failure !== undefined && failure.beganMs >= dueMs)
          return { probe: failure.probe, beganMs: clock.now().getTime(), isShared: true };
        return withinLimit(() => request(demand, origin));
      });
    },
    underWay: () => underWay,
  };
}
