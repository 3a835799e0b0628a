/** The address of the page of probes of a procedure: of which days. */
import { z } from 'zod';
import type { Period } from '../probes/index.ts';
import { parseQuery } from './query.ts';
import { dayParameter, REVIEW_PARAMETERS, readPeriod } from './review-query.ts';
import { withQuery } from './urls.ts';

/** Names of the parameters, as readers see them in the address: those of pages of reviews. */
export const PROBE_PARAMETERS = { from: REVIEW_PARAMETERS.from, to: REVIEW_PARAMETERS.to } as const;

export type ProbeView = {
  readonly period: Period;
  /** True when the address names no day: the three months to today. */
  readonly isUsualPeriod: boolean;
};

/** What availability is judged over (method.md §2). */
export const USUAL_MONTHS = 3;

const schema = z.object({ [PROBE_PARAMETERS.from]: dayParameter, [PROBE_PARAMETERS.to]: dayParameter });

/**
 * The days that an address asks for.
 * @throws VigieError InvalidInput naming the parameter that has no such value
 */
export function parseProbeQuery(parameters: Readonly<Record<string, string>>, today: string): ProbeView {
  return readPeriod(parseQuery(schema, parameters), today, USUAL_MONTHS);
}

/** An address of a period; the usual one is not written. */
export function probeAddress(address: string, { period, isUsualPeriod }: ProbeView): string {
  if (isUsualPeriod) return address;
  return withQuery(address, { [PROBE_PARAMETERS.from]: period.from, [PROBE_PARAMETERS.to]: period.to });
}
