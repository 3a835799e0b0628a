/** What a probe needs of the world: given as an argument, so that tests choose the network. */
import { createSecureContext, type SecureContext } from 'node:tls';
import type { Clock } from '../core/clock.ts';
import { guardAddresses } from './address-guard.ts';
import { resolveName } from './probe-name.ts';

export type ProbeContext = {
  /** How the robot names itself: see `robotName`. */
  readonly userAgent: string;
  readonly clock: Clock;
  /**
   * The addresses of a name, of both families.
   * @throws an error with a code of the name system (`ENOTFOUND`, `ESERVFAIL`…)
   */
  readonly resolve: (name: string, signal: AbortSignal) => Promise<readonly string[]>;
  /** Whether an address may be reached. */
  readonly isAllowed: (address: string) => boolean;
  /** What is trusted, read once: 0.5 ms a probe. What Node trusts, read each time, when it is not given. */
  readonly secureContext?: SecureContext;
  /** Stops the probe, which then says `probe_failed`. */
  readonly signal?: AbortSignal;
};

/**
 * The world as it is.
 * @param allowedNetworks networks that may be reached though they are not public (`VIGIE_PROBE_ALLOW`)
 */
export function openProbeContext(
  userAgent: string,
  allowedNetworks: readonly string[],
  clock: Clock,
): ProbeContext {
  const resolve = (name: string, signal: AbortSignal) => resolveName(name, signal);
  const isAllowed = guardAddresses(allowedNetworks);
  return { userAgent, clock, resolve, isAllowed, secureContext: createSecureContext() };
}

/**
 * The name of the robot in its requests, with the page that explains it to those who find it in their logs.
 * @param page the whole address of that page
 */
export function robotName(version: string, page: string): string {
  return `Vigie/${version} (+${page})`;
}
