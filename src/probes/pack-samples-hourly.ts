/** Every few minutes the samples of hours that are over are packed. */
import type { Clock } from '../core/clock.ts';
import type { Transactional } from '../core/database.ts';
import type { Log } from '../core/log.ts';
import { packSamples } from './pack-samples.sql.ts';

/** An hour is packed ten minutes after its end, or so much later. */
const EVERY_MS = 5 * 60_000;

/**
 * Packs samples from now on. Two processes that do so at once pack each sample once.
 *
 * @returns ends it, after what is under way
 */
export function packSamplesHourly({
  db,
  clock,
  log,
}: {
  readonly db: Transactional;
  readonly clock: Clock;
  readonly log: Pick<Log, 'warn'>;
}): () => Promise<void> {
  let work: Promise<void> = Promise.resolve();
  const pack = () => {
    work = work
      .then(() => packSamples(db, clock.now()))
      .catch((error: unknown) => log.warn({ err: error }, 'samples were not packed'));
  };
  pack();
  const timer = setInterval(pack, EVERY_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    return work;
  };
}
