/** The probes of this process: its own point of measure, the packing of samples, and their figures in `/metrics`. */
import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import type { Log } from '../core/log.ts';
import type { Metrics } from '../core/metrics.ts';
import type { Reference } from '../core/networks.ts';
import { createLocalVantage } from './local-vantage.ts';
import { VERDICTS, type Verdict, verdictOf } from './outcome.ts';
import { packSamplesHourly } from './pack-samples-hourly.ts';
import { openProber } from './prober.ts';
import { LOCAL_VANTAGE } from './vantage.ts';
import { createWaitingSamples } from './waiting-samples.ts';

export type ProbesOptions = {
  readonly db: Pick<Database, 'query' | 'transaction'>;
  readonly clock: Clock;
  readonly generation: () => number | undefined;
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
  readonly metrics: Pick<Metrics, 'counter' | 'gauge' | 'histogram'>;
  /** Whether this process probes. */
  readonly isOn: boolean;
  /** Names this process among those of its store, the same after a restart. */
  readonly holder: string;
  readonly userAgent: string;
  readonly allow: readonly string[];
  readonly references: readonly Reference[];
};

export type Probes = { stop(): Promise<void> };

const TICK_MS = 5_000;
/** Two hours of a thousand targets a minute: 20 MB. */
const WAITING_LIMIT = 120_000;
const LAST_TICK_MS = 5_000;
/** Seconds. */
const LATENESS_BOUNDS = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30];

/** Starts to probe, and to pack what comes from elsewhere; returns at once. */
export function openProbes(options: ProbesOptions): Probes {
  const { db, clock, log, metrics, isOn } = options;
  const stopPacking = packSamplesHourly({ db, clock, log });
  if (!isOn) return { stop: stopPacking };
  const waiting = createWaitingSamples(WAITING_LIMIT);
  const count = metrics.counter(
    'vigie_probe_samples',
    'Samples that this server took, by verdict',
    'verdict',
    VERDICTS,
  );
  const observeLateness = metrics.histogram(
    'vigie_probe_lateness_seconds',
    'Time from when a request was due to when it began',
    LATENESS_BOUNDS,
  );
  const vantage = createLocalVantage({
    ...options,
    waiting,
    openRunner: (receive) =>
      openProber({
        ...options,
        vantage: LOCAL_VANTAGE,
        observeLateness: (ms) => observeLateness(ms / 1_000),
        receive(look) {
          const verdict: Verdict = verdictOf(look.sample.outcome);
          count(verdict);
          receive(look);
        },
      }),
  });
  metrics.gauge('vigie_probe_targets', 'Targets that this server probes', () => vantage.targets());
  metrics.gauge('vigie_probe_waiting_samples', 'Samples that wait for the store', () => waiting.size());
  metrics.gauge('vigie_probe_lost_samples', 'Samples that waited too long and were lost', () =>
    waiting.dropped(),
  );
  let ticking: Promise<void> | undefined;
  const begin = () => {
    ticking ??= vantage.tick().finally(() => {
      ticking = undefined;
    });
  };
  begin();
  const timer = setInterval(begin, TICK_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      const { promise: late, resolve } = Promise.withResolvers<void>();
      const limit = setTimeout(resolve, LAST_TICK_MS);
      const last = (ticking ?? Promise.resolve())
        .then(() => vantage.stop())
        .catch((error: unknown) => log.warn({ err: error }, 'the last samples were not kept'));
      await Promise.race([last, late]);
      clearTimeout(limit);
      await stopPacking();
    },
  };
}
