/** The addresses of pages of usage: of which year, beside which other, of what. */
import { z } from 'zod';
import { isDay } from '../core/clock.ts';
import { VigieError } from '../core/errors.ts';
import { choiceParameter, parseQuery, textParameter } from './query.ts';
import { USAGE_IDS } from './usage-indicators.ts';
import type { UsageFilter } from './usage-year.ts';

/** Names of the parameters, as readers see them in the address. */
export const USAGE_PARAMETERS = {
  year: 'annee',
  compared: 'comparer',
  words: 'q',
  indicator: 'indicateur',
} as const;

export type UsageView = {
  readonly year: string;
  /** Null when nothing is compared. */
  readonly compared: string | null;
  readonly filter: UsageFilter;
};

const yearSchema = z.object({
  [USAGE_PARAMETERS.year]: textParameter,
  [USAGE_PARAMETERS.compared]: z.string().trim().optional(),
  [USAGE_PARAMETERS.words]: textParameter,
  [USAGE_PARAMETERS.indicator]: choiceParameter(USAGE_IDS),
});

/**
 * The year that an address asks for, the latest by default; beside the year before it, unless the address names another one,
 * or a blank for none.
 *
 * @param years those of which something is known, the latest first
 * @returns null when there is none, whatever the address asks
 * @throws VigieError InvalidInput naming each parameter that has no such value
 */
export function parseUsageQuery(
  parameters: Readonly<Record<string, string>>,
  years: readonly string[],
): UsageView | null {
  const { annee, comparer, q, indicateur } = parseQuery(yearSchema, parameters);
  const [latest] = years;
  if (latest === undefined) return null;
  const year = annee ?? latest;
  const before = String(Number(year) - 1);
  const compared = comparer ?? (years.includes(before) ? before : '');
  const faults = [
    { path: USAGE_PARAMETERS.year, isRight: years.includes(year) },
    {
      path: USAGE_PARAMETERS.compared,
      isRight: compared === '' || (years.includes(compared) && compared !== year),
    },
  ].filter(({ isRight }) => !isRight);
  if (faults.length > 0) {
    throw new VigieError(
      'InvalidInput',
      'The address asks for something this page does not know.',
      faults.map(({ path }) => ({ path, message: `no such year here; choose one of ${years.join(', ')}` })),
    );
  }
  return { year, compared: compared || null, filter: { words: q, indicator: indicateur } };
}

/** The name of the parameter that chooses the last day of the twelve months of a procedure. */
export const UNTIL = 'au';

const untilSchema = z.object({
  [UNTIL]: z
    .string()
    .refine((text) => text === '' || isDay(text))
    .transform((text) => text || null)
    .default(null),
});

const EARLIEST = '2000-01-01';

/**
 * The last day of the twelve months that an address asks for.
 * @param yesterday the last one that is over, and the one of an address that asks for none
 * @throws VigieError InvalidInput for what is no day, or one that is not over
 */
export function parseUntil(parameters: Readonly<Record<string, string>>, yesterday: string): string {
  const until = parseQuery(untilSchema, parameters)[UNTIL] ?? yesterday;
  if (until <= yesterday && until >= EARLIEST) return until;
  throw new VigieError('InvalidInput', 'The address asks for something this page does not know.', [
    { path: UNTIL, message: `choose a day that is over, ${yesterday} at the latest` },
  ]);
}
