/** Each hour the counts of what was answered meanwhile are packed. */
import type { Transactional } from '../core/database.ts';
import type { Log } from '../core/log.ts';
import { packCounts } from './pack.sql.ts';

const HOUR_MS = 3_600_000;

/**
 * Packs counts once an hour. Two processes that do so at once pack each count once.
 *
 * @returns ends it, after what is under way
 */
export function packEachHour({
  db,
  log,
}: {
  readonly db: Transactional;
  readonly log: Pick<Log, 'warn'>;
}): () => Promise<void> {
  let work: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    work = work
      .then(() => packCounts(db))
      .catch((error: unknown) => log.warn({ err: error }, 'counts were not packed'));
  }, HOUR_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    return work;
  };
}
