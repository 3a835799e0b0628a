/** A clock that goes on only when it is told to, and the timers that follow it. */
import { setImmediate } from 'node:timers/promises';

type Timer = { readonly atMs: number; readonly run: () => void };

export function fakeTime(from: string) {
  let nowMs = Date.parse(from);
  const waiting = new Set<Timer>();
  const next = (until: number) =>
    [...waiting].filter(({ atMs }) => atMs <= until).sort((one, other) => one.atMs - other.atMs)[0];
  return {
    clock: { now: () => new Date(nowMs) },
    timers: {
      after(ms: number, run: () => void) {
        const timer = { atMs: nowMs + Math.max(0, ms), run };
        waiting.add(timer);
        return () => {
          waiting.delete(timer);
        };
      },
    },
    /** Lets so many ms go by, each timer at its time, with all that follows from it. */
    async advance(ms: number): Promise<void> {
      const until = nowMs + ms;
      await setImmediate();
      for (let timer = next(until); timer !== undefined; timer = next(until)) {
        waiting.delete(timer);
        nowMs = timer.atMs;
        timer.run();
        await setImmediate();
      }
      nowMs = until;
    },
    /** Timers that wait. */
    waiting: () => waiting.size,
  };
}
