/**
 * The counters as they are now, in memory: read again when public data change. Events never wait for it; while the store is
 * away, the counters that are known go on.
 */
import type { Clock } from '../core/clock.ts';
import type { Queryable } from '../core/database.ts';
import { listCounters } from './counter.sql.ts';
import type { Counter } from './counter.ts';

export type CounterRegistry = {
  find(id: string): Counter | undefined;
  isEmpty(): boolean;
  /** Reads the counters, if they may have changed. */
  refresh(): Promise<void>;
};

export type RegistryOptions = {
  readonly db: Queryable;
  readonly clock: Clock;
  /** Names the state of public data; undefined while changes cannot be heard. */
  readonly generation: () => number | undefined;
};

/** While changes cannot be heard, the store is asked again after so long, in ms. */
const BLIND_REFRESH_MS = 5_000;

export function followCounters({ db, clock, generation }: RegistryOptions): CounterRegistry {
  let known: ReadonlyMap<string, Counter> = new Map();
  let readAt: { generation: number | undefined; ms: number } | undefined;

  function isFresh(): boolean {
    if (readAt === undefined) return false;
    const now = generation();
    if (now !== undefined) return now === readAt.generation;
    return clock.now().getTime() - readAt.ms < BLIND_REFRESH_MS;
  }

  return {
    find: (id) => known.get(id),
    isEmpty: () => known.size === 0,
    async refresh() {
      if (isFresh()) return;
      // Asked before: what changes while they are read makes another generation.
      const asked = { generation: generation(), ms: clock.now().getTime() };
      known = new Map((await listCounters(db)).map((counter) => [counter.id, counter]));
      readAt = asked;
    },
  };
}
