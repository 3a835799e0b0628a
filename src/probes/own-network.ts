/**
 * Whether a failure is our own: reference points are tried, outside of what is observed. Where none of them answers, nothing
 * can be said of the site.
 */
import { Resolver } from 'node:dns/promises';
import { connect } from 'node:net';
import type { Clock } from '../core/clock.ts';
import type { Reference } from '../core/networks.ts';
import type { Outcome } from './outcome.ts';

export type OwnNetwork = {
  /** True when this outcome may come of our own network, and the reference points do not answer either. */
  isOurs(outcome: Outcome): Promise<boolean>;
};

export type OwnNetworkOptions = {
  readonly references: readonly Reference[];
  readonly clock: Clock;
  /** True when a connection is made. */
  readonly reach?: (reference: Reference) => Promise<boolean>;
  /** True when the name servers of this machine answer. */
  readonly answersNames?: () => Promise<boolean>;
};

/** An answer holds so long: a thousand failures at once make one check. */
const KEPT_MS = 3_000;
const REACH_WITHIN_MS = 3_000;

const MAY_BE_OURS: ReadonlySet<Outcome> = new Set([
  ...(['name_not_found', 'name_failed', 'refused', 'connection_timed_out', 'reset', 'unreachable'] as const),
  ...(['tls_failed', 'timed_out', 'body_timed_out', 'body_cut'] as const),
]);

export function createOwnNetwork(options: OwnNetworkOptions): OwnNetwork {
  const { references, clock, reach = connectTo, answersNames = askForRoot } = options;
  const isReached = keep(clock, () => anyOf(references.map((one) => reach(one))));
  const areNamesAnswered = keep(clock, answersNames);
  return {
    async isOurs(outcome) {
      if (!MAY_BE_OURS.has(outcome)) return false;
      if (!(await isReached())) return true;
      return outcome === 'name_failed' && !(await areNamesAnswered());
    },
  };
}

function keep(clock: Clock, check: () => Promise<boolean>): () => Promise<boolean> {
  let kept: { readonly atMs: number; readonly answer: Promise<boolean> } | undefined;
  return () => {
    const atMs = clock.now().getTime();
    if (kept === undefined || Math.abs(atMs - kept.atMs) >= KEPT_MS) kept = { atMs, answer: check() };
    return kept.answer;
  };
}

/** True as soon as one is. */
async function anyOf(checks: readonly Promise<boolean>[]): Promise<boolean> {
  const orThrow = async (check: Promise<boolean>) => {
    if (!(await check)) throw new Error('no answer');
  };
  return Promise.any(checks.map(orThrow)).then(
    () => true,
    () => false,
  );
}

function connectTo({ host, port }: Reference): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect({ host, port, timeout: REACH_WITHIN_MS });
  const end = (isReached: boolean) => {
    socket.destroy();
    resolve(isReached);
  };
  socket.on('connect', () => end(true));
  socket.on('timeout', () => end(false));
  socket.on('error', () => end(false));
  return promise;
}

/** Failures of the name servers themselves: any other answer, a refusal too, shows that they work. */
const SILENT = new Set(['ETIMEOUT', 'ECONNREFUSED', 'ESERVFAIL', 'ECANCELLED']);

/** The servers of the root are known to every name server. */
async function askForRoot(): Promise<boolean> {
  const resolver = new Resolver({ timeout: REACH_WITHIN_MS / 2, tries: 2 });
  return resolver.resolveNs('.').then(
    () => true,
    (error: NodeJS.ErrnoException) => !SILENT.has(error.code ?? ''),
  );
}
