/**
 * Counts how often forms are opened, in memory, and adds it to the store once a second: its cost does not grow with
 * traffic. A crash loses a second of these counts, never an answer; while the store is away they wait.
 */
import { type Clock, dayOf } from '../core/clock.ts';
import type { Queryable } from '../core/database.ts';
import type { Button } from './button.ts';
import { addOpenings } from './opening.sql.ts';
import type { Opening, OpeningKind } from './opening.ts';

export type OpeningCounter = {
  count(button: Pick<Button, 'id' | 'subjectId'>, kind: OpeningKind): void;
  /** Adds what is counted to the store, now. */
  flush(): Promise<void>;
  /** Flushes a last time, unless the store does not answer: a stop does not wait for it. */
  stop(): Promise<void>;
};

const FLUSH_MS = 1_000;
const LAST_FLUSH_MS = 2_000;

export function countOpenings({ db, clock }: { db: Queryable; clock: Clock }): OpeningCounter {
  let counts = new Map<string, Opening>();

  function add(opening: Opening): void {
    const { buttonId, day, kind } = opening;
    const key = `${buttonId} ${day} ${kind}`;
    counts.set(key, { ...opening, n: opening.n + (counts.get(key)?.n ?? 0) });
  }

  async function flush(): Promise<void> {
    if (counts.size === 0) return;
    const due = [...counts.values()];
    counts = new Map();
    // What could not be written waits for the next time.
    await addOpenings(db, due).catch(() => due.forEach(add));
  }

  let flushing: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    flushing = flushing.then(flush);
  }, FLUSH_MS);
  timer.unref();
  return {
    count: ({ id: buttonId, subjectId }, kind) =>
      add({ buttonId, subjectId, kind, day: dayOf(clock.now()), n: 1 }),
    flush,
    async stop() {
      clearInterval(timer);
      const { promise: late, resolve } = Promise.withResolvers<void>();
      const limit = setTimeout(resolve, LAST_FLUSH_MS);
      await Promise.race([flushing.then(flush), late]);
      clearTimeout(limit);
    },
  };
}
