/**
 * The counting of this process: what events are checked against, the sums in memory, and the second's work that puts them in
 * the store. While the store is away sums wait, and take no more room for it; a crash loses the last second of them.
 */
import { type Clock, dayOf } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import type { Log } from '../core/log.ts';
import type { Metrics } from '../core/metrics.ts';
import { finishDays } from './add-visits.sql.ts';
import { createBatchWriter } from './batch-writer.ts';
import { followCounters } from './counter-registry.ts';
import { type FindCountry, openCountries, UNKNOWN_COUNTRY } from './country.ts';
import { createSalts } from './salts.ts';
import { createTally } from './tally.ts';
import { type Arrival, createVisitIntake, type Outcome, REFUSALS, type Refusal } from './visit-intake.ts';

export type Visits = {
  receive(arrival: Arrival): Outcome;
  /** Puts all that was received so far in the store, unless it does not answer. */
  flush(): Promise<void>;
  /** Flushes a last time, unless the store does not answer: a stop does not wait for it. */
  stop(): Promise<void>;
};

export type VisitsOptions = {
  readonly db: Pick<Database, 'query' | 'transaction'>;
  readonly clock: Clock;
  readonly generation: () => number | undefined;
  readonly log: Pick<Log, 'warn'>;
  readonly metrics: Pick<Metrics, 'counter' | 'gauge'>;
  /** Reads the table of countries; it is read once there is a counter. */
  readonly countries?: () => Promise<FindCountry>;
};

const FLUSH_MS = 1_000;
const LAST_FLUSH_MS = 2_000;
/** Tomorrow's salt is shared so long before midnight, that all processes turn the day with the same one. */
const AHEAD_MS = 30 * 60_000;
/** Sketches of a day stay open so long after it, for processes that could not write at once. */
const GRACE_MS = 60 * 60_000;

/** Starts to count, once the counters are read; or at once while the store is away. */
export async function openVisits(options: VisitsOptions): Promise<Visits> {
  const { db, clock, generation, log, metrics, countries = openCountries } = options;
  const registry = followCounters({ db, clock, generation });
  const salts = createSalts((bytes) => crypto.getRandomValues(new Uint8Array(bytes)));
  const tally = createTally();
  const writer = createBatchWriter({ db, log });
  const refuse = metrics.counter(
    'vigie_visits_refused',
    'Events of visits that are not counted, by reason',
    'reason',
    REFUSALS,
  );
  metrics.gauge('vigie_visits_remembered', 'Visitors of the last hour, by their hash of the day', () =>
    tally.remembered(),
  );
  let findCountry: FindCountry | undefined;
  let isReadingCountries = false;
  let finishedBefore = '';

  function learnCountries(): void {
    if (isReadingCountries) return;
    isReadingCountries = true;
    countries().then(
      (found) => {
        findCountry = found;
      },
      (error: unknown) => log.warn({ err: error }, 'the table of countries cannot be read: visits have none'),
    );
  }

  async function work(): Promise<void> {
    const nowMs = clock.now().getTime();
    const dayAfter = (ms: number) => dayOf(new Date(nowMs + ms));
    tally.forget(dayAfter(0), nowMs);
    await registry.refresh();
    if (registry.isEmpty()) return;
    learnCountries();
    await salts.share(db, [dayAfter(0), dayAfter(AHEAD_MS)]);
    const batch = tally.take();
    // What could not be written waits for the next time.
    await writer.write(batch).catch((error: unknown) => {
      tally.giveBack(batch);
      throw error;
    });
    const over = dayAfter(-GRACE_MS);
    if (over === finishedBefore) return;
    await finishDays(db, over);
    finishedBefore = over;
  }

  let isAway = false;
  async function tryWork(): Promise<void> {
    try {
      await work();
      isAway = false;
    } catch (error) {
      if (!isAway) log.warn({ err: error }, 'visits cannot be written: their counts wait');
      isAway = true;
    }
  }

  const intake = createVisitIntake({
    findCounter: registry.find,
    saltOf: salts.saltOf,
    findCountry: (network) => findCountry?.(network) ?? UNKNOWN_COUNTRY,
    tally,
    clock,
  });
  let working: Promise<void> | undefined;
  const beginWork = () => {
    working ??= tryWork().finally(() => {
      working = undefined;
    });
    return working;
  };
  /** Work that has begun may have taken its batch already: what was received since waits for the next. */
  const flush = async () => {
    await working;
    await beginWork();
  };
  await beginWork();
  const timer = setInterval(beginWork, FLUSH_MS);
  timer.unref();
  return {
    receive(arrival) {
      const outcome = intake.receive(arrival);
      const refusal = REFUSALS.find((one): one is Refusal => one === outcome);
      if (refusal !== undefined) refuse(refusal);
      return outcome;
    },
    flush,
    async stop() {
      clearInterval(timer);
      const { promise: late, resolve } = Promise.withResolvers<void>();
      const limit = setTimeout(resolve, LAST_FLUSH_MS);
      await Promise.race([flush(), late]);
      clearTimeout(limit);
    },
  };
}
