/** The runner of a point of measure on the world as it is. */
import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import type { Reference } from '../core/networks.ts';
import { verdictOf } from './outcome.ts';
import { createOwnNetwork } from './own-network.ts';
import { openProbeContext } from './probe-context.ts';
import { probeTarget } from './probe-target.ts';
import { createRunner, type Look, type Runner } from './runner.ts';

export type ProberOptions = {
  readonly vantage: string;
  readonly userAgent: string;
  /** Networks that are not public and that may be reached. */
  readonly allow: readonly string[];
  readonly references: readonly Reference[];
  readonly clock: Clock;
  readonly log: Pick<Log, 'error' | 'warn'>;
  readonly receive: (look: Look) => void;
  readonly observeLateness?: (ms: number) => void;
};

/** Targets that answer so shortly before a failure that is said to be ours leave a doubt, in ms. */
const DOUBT_WITHIN_MS = 5_000;
const WARN_EVERY_MS = 3_600_000;

export function openProber(options: ProberOptions): Runner {
  const { vantage, userAgent, allow, references, clock, log, receive, observeLateness } = options;
  const context = openProbeContext(userAgent, allow, clock);
  const doubt = doubtReferences(clock, log);
  return createRunner({
    ...{ vantage, clock, log },
    probe: (demand, signal) => probeTarget(demand, { ...context, signal }),
    network: createOwnNetwork({ references, clock }),
    receive(look) {
      doubt(look);
      receive(look);
    },
    ...(observeLateness && { observeLateness }),
  });
}

/**
 * Where a firewall keeps this machine from its reference points, no failure would ever count as one: it is told when they
 * do not answer while targets do.
 */
export function doubtReferences(clock: Clock, log: Pick<Log, 'warn'>): (look: Look) => void {
  let answeredMs = Number.NEGATIVE_INFINITY;
  let warnedMs = Number.NEGATIVE_INFINITY;
  return ({ sample: { outcome } }) => {
    const nowMs = clock.now().getTime();
    const verdict = verdictOf(outcome);
    if (verdict === 'up' || verdict === 'degraded') answeredMs = nowMs;
    if (outcome !== 'own_network' || nowMs - answeredMs > DOUBT_WITHIN_MS) return;
    if (nowMs - warnedMs < WARN_EVERY_MS) return;
    warnedMs = nowMs;
    log.warn(
      'no reference point answers although targets do: failures count as unknown; name others in VIGIE_PROBE_REFERENCES',
    );
  };
}
