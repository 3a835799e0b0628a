/** Each night the counts of a day that is past are put beside one another on disk, and each month those of the last one. */
import { addDays, addMonths, type Clock, dayOf } from '../core/clock.ts';
import type { Transactional } from '../core/database.ts';
import type { Log } from '../core/log.ts';
import { arrangeCounts, listSubjectsOfMonth } from './arrange.sql.ts';
import { firstOfMonth, type Period } from './statistics.ts';

/** Days after which few answers still come to a form: it lives for one. */
const SETTLED_DAYS = 2;
const LOOK_EVERY_MS = 3_600_000;

/** What is to be arranged on a day: the day that has settled, and on the third of a month the month before. */
export function periodsToArrange(today: string): Period[] {
  const settled = addDays(today, -SETTLED_DAYS);
  const month = addMonths(firstOfMonth(today), -1);
  const days = [settled, ...(settled === firstOfMonth(today) ? [month] : [])];
  return days.map((day) => ({ from: day, to: day }));
}

/**
 * Looks every hour whether it is another day, and arranges then. Two processes that do so at once, or one that starts
 * again, do the same work twice, which changes nothing.
 *
 * @returns ends it, after what is under way
 */
export function arrangeEachNight({
  db,
  clock,
  log,
}: {
  db: Transactional;
  clock: Clock;
  log: Pick<Log, 'warn'>;
}): () => Promise<void> {
  let done = dayOf(clock.now());
  let work: Promise<void> = Promise.resolve();

  async function arrange(): Promise<void> {
    const today = dayOf(clock.now());
    if (today === done) return;
    for (const period of periodsToArrange(today)) {
      await arrangeCounts(db, period, await listSubjectsOfMonth(db, period.from));
    }
    done = today;
  }

  const timer = setInterval(() => {
    work = work.then(arrange).catch((error: unknown) => log.warn({ err: error }, 'counts were not arranged'));
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    return work;
  };
}
