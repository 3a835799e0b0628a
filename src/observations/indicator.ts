/**
 * The registry of indicators, as data: what can be observed about a subject, in what unit, what may be done with it.
 * The ids shared with a criterion name the figure that this criterion judges.
 */
import type { Indicator, RatioSide, Words } from './indicator-definition.ts';
import { AUDIENCE_INDICATORS } from './indicators-audience.ts';
import { CRITERION_INDICATORS } from './indicators-criteria.ts';
import { OFFER_INDICATORS } from './indicators-offer.ts';
import { SERVICE_INDICATORS } from './indicators-service.ts';
import { SURVEY_INDICATORS } from './indicators-survey.ts';

export const INDICATORS: readonly Indicator[] = [
  ...CRITERION_INDICATORS,
  ...SERVICE_INDICATORS,
  ...OFFER_INDICATORS,
  ...AUDIENCE_INDICATORS,
  ...SURVEY_INDICATORS,
];

const byId = new Map(INDICATORS.map((one) => [one.id, one]));

/** The indicator of this id; undefined when the registry has none. */
export function findIndicator(id: string): Indicator | undefined {
  return byId.get(id);
}

/** The indicator of this id; a RangeError when the registry has none, which is a defect of the caller. */
export function getIndicator(id: string): Indicator {
  const found = byId.get(id);
  if (found === undefined) throw new RangeError(`no indicator ${id} in the registry`);
  return found;
}

/** One side of a quotient in words: those of the indicator it names, or its own. */
export function wordsOfSide(side: RatioSide): Words {
  return typeof side === 'string' ? getIndicator(side).label : side;
}
