/** The address of a page of reviews: of which days, and of which reviews. Parsed at the door, written back in links. */
import { z } from 'zod';
import { addDays, addMonths, isDay } from '../core/clock.ts';
import { VigieError } from '../core/errors.ts';
import {
  BUTTON_CHANNELS,
  type Button,
  ENDINGS,
  firstOfMonth,
  type Period,
  type ReviewFilters,
} from '../feedback/index.ts';
import { choiceParameter, parseQuery } from './query.ts';
import { withQuery } from './urls.ts';

/** Names of the parameters, as readers see them in the address. */
export const REVIEW_PARAMETERS = {
  from: 'du',
  to: 'au',
  button: 'bouton',
  channel: 'moyen',
  ending: 'fin',
} as const;

/** What an address asks for; what it does not say is absent. */
export type ReviewView = ReviewFilters & {
  readonly period: Period;
  /** True when the address names no day. */
  readonly isUsualPeriod: boolean;
};

/** No review is older, and a chart of months has at most so many points. */
const EARLIEST = '1990-01-01';
const USUAL_MONTHS = 12;

/** The twelve months to a day, that day included. */
export function usualPeriod(today: string): Period {
  return { from: monthsTo(today, USUAL_MONTHS), to: today };
}

/** The month of a day and the eleven before it: counts of many procedures or sites are kept by month. */
export function usualMonths(today: string): Period {
  return { from: addMonths(firstOfMonth(today), 1 - USUAL_MONTHS), to: today };
}

/** The months that a period touches; the month in progress ends today. */
export function wholeMonths({ from, to }: Period, today: string): Period {
  const last = addDays(addMonths(firstOfMonth(to), 1), -1);
  return { from: firstOfMonth(from), to: last < today ? last : today };
}

/** The first day of the `months` months that end with a day. */
export function monthsTo(day: string, months: number): string {
  return addMonths(addDays(day, 1), -months);
}

/** A day, or null where it is absent or blank. */
export const dayParameter = z
  .string()
  .refine((text) => text === '' || isDay(text))
  .transform((text) => text || null)
  .default(null);

const schema = z.object({
  [REVIEW_PARAMETERS.from]: dayParameter,
  [REVIEW_PARAMETERS.to]: dayParameter,
  [REVIEW_PARAMETERS.button]: z
    .string()
    .transform((text) => text || null)
    .default(null),
  [REVIEW_PARAMETERS.channel]: choiceParameter(BUTTON_CHANNELS),
  [REVIEW_PARAMETERS.ending]: choiceParameter(ENDINGS),
});

/**
 * What an address asks for of one subject.
 *
 * @param buttons those of the subject
 * @param today the last day that can be asked for, `YYYY-MM-DD`
 * @param usual the period of an address that names no day: the twelve months to today where nothing is said
 * @throws VigieError InvalidInput naming each parameter that has no such value
 */
export function parseReviewQuery(
  parameters: Readonly<Record<string, string>>,
  buttons: readonly Pick<Button, 'id'>[],
  today: string,
  usual: Period = usualPeriod(today),
): ReviewView {
  const { du, au, bouton, moyen, fin } = parseQuery(schema, parameters);
  if (bouton !== null && !buttons.some(({ id }) => id === bouton)) {
    refuse(REVIEW_PARAMETERS.button, 'no such button here; choose one in the form');
  }
  return {
    ...(du === null && au === null
      ? { period: usual, isUsualPeriod: true }
      : readPeriod({ du, au }, today, USUAL_MONTHS)),
    ...(bouton === null ? {} : { buttonId: bouton }),
    ...(moyen === null ? {} : { channel: moyen }),
    ...(fin === null ? {} : { ending: fin }),
  };
}

const monthsSchema = z.object({
  [REVIEW_PARAMETERS.from]: dayParameter,
  [REVIEW_PARAMETERS.to]: dayParameter,
});

/**
 * The months that an address asks for by any of their days. Without a first one, the eleven before the last are; without
 * days, the last month is that in progress.
 * @throws VigieError InvalidInput naming each parameter that has no such value
 */
export function parseReviewMonths(
  parameters: Readonly<Record<string, string>>,
  today: string,
): Pick<ReviewView, 'period' | 'isUsualPeriod'> {
  const { du, au } = parseQuery(monthsSchema, parameters);
  if (du === null && au === null) return { period: usualMonths(today), isUsualPeriod: true };
  const { period } = readPeriod({ du, au }, today, USUAL_MONTHS);
  const { from } = du === null ? usualMonths(period.to) : period;
  return { period: wholeMonths({ from, to: period.to }, today), isUsualPeriod: false };
}

/**
 * The period between two days of an address; where it names none, the months to today.
 * @throws VigieError InvalidInput for a day that has not come, one before 2000, or a first day after the last one
 */
export function readPeriod(
  { du, au }: { readonly du: string | null; readonly au: string | null },
  today: string,
  usualMonths: number,
): { readonly period: Period; readonly isUsualPeriod: boolean } {
  const to = au ?? today;
  const from = du ?? monthsTo(to, usualMonths);
  if (to > today) refuse(REVIEW_PARAMETERS.to, 'the day has not come yet; choose today or an earlier one');
  if (from < EARLIEST) refuse(REVIEW_PARAMETERS.from, `nothing is known before ${EARLIEST}`);
  if (from > to) refuse(REVIEW_PARAMETERS.from, 'the first day is after the last one');
  return { period: { from, to }, isUsualPeriod: du === null && au === null };
}

function refuse(path: string, message: string): never {
  throw new VigieError('InvalidInput', 'The address asks for something this page does not know.', [
    { path, message },
  ]);
}

/** An address with the view it shows, changed in part; the usual period is not written. */
export function reviewAddress(address: string, view: ReviewView, changes: Partial<ReviewView> = {}): string {
  const { period, isUsualPeriod, buttonId, channel, ending } = { ...view, ...changes };
  return withQuery(address, {
    ...(isUsualPeriod ? {} : { [REVIEW_PARAMETERS.from]: period.from, [REVIEW_PARAMETERS.to]: period.to }),
    [REVIEW_PARAMETERS.button]: buttonId,
    [REVIEW_PARAMETERS.channel]: channel,
    [REVIEW_PARAMETERS.ending]: ending,
  });
}

/** True when a view leaves some of the reviews of its period out. */
export function isFiltered({ buttonId, channel, ending }: ReviewFilters): boolean {
  return buttonId !== undefined || channel !== undefined || ending !== undefined;
}
