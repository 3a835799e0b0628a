/**
 * Indices from counts (method.md §1 and §3). Each says `null` when there is nothing to divide by: missing is never
 * zero, and zero is never missing. Shares are 0 to 1, marks 0 to 10, durations in milliseconds.
 */
import type { GradeCounts, Status } from '../core/figure.ts';
import type { Methodology } from './criterion.ts';
import { meanFromCounts, meanInterval, sampleOf } from './statistics.ts';

/** A ratio as it is stored and summed, and its value; the value is null when the denominator is zero. */
export type Ratio = {
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number | null;
};

/** An index whose absence has several meanings. */
export type IndexValue = { readonly status: Status; readonly value: number | null };

/** How many answered each of the five steps of the UK questionnaire, 1 the worst. */
export type FiveSteps = Readonly<Record<1 | 2 | 3 | 4 | 5, number>>;

/** Satisfaction, 0 to 10: Σ grade / n over the reviews that answered, grades 0, 5 and 10. */
export function satisfactionMark(counts: GradeCounts): number | null {
  return meanFromCounts(counts);
}

/** Satisfaction as the share of 2019–2020: Σ {0, 1, 2} / 2n, the grades 0, 5 and 10 counting 0, 1 and 2. */
export function satisfactionShare(counts: GradeCounts): number | null {
  const mark = meanFromCounts(counts);
  return mark === null ? null : mark / 10;
}

/**
 * National online rate of a methodology: the weights of the online statuses, over the procedures whose status has a
 * weight. Statuses "À venir" and "Démarche proactive" have none, and count on neither side.
 * @param statuses online status of each procedure, in the words of the source
 */
export function onlineRate(methodology: Methodology, statuses: readonly string[]): Ratio {
  const weights = statuses.flatMap((status) =>
    Object.hasOwn(methodology.onlineWeights, status) ? [methodology.onlineWeights[status] ?? 0] : [],
  );
  // Added in whole thousandths: ten Bêta at 0.1 are exactly one.
  const thousandths = weights.reduce((sum, weight) => sum + Math.round(weight * 1000), 0);
  return ratioOf(thousandths / 1000, weights.length);
}

/**
 * The share of procedures above `threshold` (strictly), among those that have the button.
 * @param shares satisfaction of each of those; null where it is not published
 */
export function veryGoodRate(shares: readonly (number | null)[], threshold: number): Ratio {
  return ratioOf(shares.filter((share) => share !== null && share > threshold).length, shares.length);
}

/** From so many answers on, t(0.975) is under `WIDEST`: far from a bound, an interval need not be computed. */
const FEWEST_FOR_WIDEST = 5;
const WIDEST = 3;

/**
 * What the 95 % interval of a procedure's satisfaction leaves of "very good": whether it is above `threshold` (strictly) for
 * sure, and whether it may be.
 * @param counts reviews by grade, 0 to 10
 * @param threshold a share, as in `veryGoodRate`
 */
export function veryGoodBounds(
  counts: GradeCounts,
  threshold: number,
): { readonly surely: boolean; readonly perhaps: boolean } {
  const sample = sampleOf(counts);
  if (sample === null) return { surely: false, perhaps: false };
  const { n, mean, deviation } = sample;
  const bound = threshold * 10;
  const isFar =
    deviation !== null &&
    n >= FEWEST_FOR_WIDEST &&
    Math.abs(mean - bound) > (WIDEST * deviation) / Math.sqrt(n);
  const [low, high] = (isFar ? null : meanInterval(counts, [0, 10])) ?? [mean, mean];
  return { surely: low > bound, perhaps: high > bound };
}

/**
 * Autonomy: reviews that say "I needed no help", among the distinct reviews that answered the help question. Both
 * counts must come from the same filters (button, period): a filter on one side only was a defect of earlier systems.
 */
export function autonomy(counts: { readonly neededNoHelp: number; readonly answered: number }): Ratio {
  return ratioOf(counts.neededNoHelp, counts.answered);
}

/** Help reachable: yes / (yes + no), answers by channel to "did you manage to reach the administration?". */
export function helpReachable(counts: { readonly yes: number; readonly no: number }): Ratio {
  return ratioOf(counts.yes, counts.yes + counts.no);
}

/** Help of 2020: at least two means of contact, and personal human help. Null when either is unknown. */
export function help2020(found: {
  readonly contactMeans: number | null;
  readonly personalHelp: boolean | null;
}): 'Oui' | 'Partiel' | 'Non' | null {
  if (found.contactMeans === null || found.personalHelp === null) return null;
  const met = Number(found.contactMeans >= 2) + Number(found.personalHelp);
  return met === 2 ? 'Oui' : met === 1 ? 'Partiel' : 'Non';
}

/**
 * Digital take-up: (digital + assisted digital) / all channels. Digital 0 is 0 %; a total of 0 makes no sense of the
 * question; more than all is kept and suspect.
 */
export function digitalTakeUp(volumes: {
  readonly digital: number | null;
  readonly assistedDigital: number | null;
  readonly allChannels: number | null;
}): IndexValue {
  const { digital, allChannels } = volumes;
  if (digital === null || allChannels === null) return { status: 'not_reported', value: null };
  if (allChannels === 0) return { status: 'not_applicable', value: null };
  return shareOrSuspect((digital + (volumes.assistedDigital ?? 0)) / allChannels);
}

/**
 * Completion: valid ends (a correct refusal is one) / starts. A missing count of ends is missing, 0 is 0 %; more
 * ends than starts is kept and suspect. For a period, add the counts up first.
 */
export function completion(counts: {
  readonly starts: number | null;
  readonly ends: number | null;
}): IndexValue {
  const { starts, ends } = counts;
  if (starts === null || ends === null) return { status: 'not_reported', value: null };
  if (starts === 0) return { status: ends === 0 ? 'not_applicable' : 'suspect', value: null };
  return shareOrSuspect(ends / starts);
}

/**
 * Cost per transaction, in euros: the cost of twelve months over the transactions completed in them (performance data of
 * UK services). Null over none. Never used to rank procedures: what one asks of users and agents differs too much.
 */
export function costPerTransaction(year: {
  readonly costEuros: number | null;
  readonly completed: number | null;
}): Ratio | null {
  const { costEuros, completed } = year;
  return costEuros === null || completed === null ? null : ratioOf(costEuros, completed);
}

/** UK satisfaction score, 0 to 1: (mean step − 1) / 4 (GOV.UK service manual, measuring user satisfaction). */
export function ukSatisfactionScore(steps: FiveSteps): number | null {
  return overSteps(steps, { 1: 0, 2: 1, 3: 2, 4: 3, 5: 4 }, 4);
}

/** Share satisfied: answers 4 and 5 among all. */
export function shareSatisfied(steps: FiveSteps): number | null {
  return overSteps(steps, { 1: 0, 2: 0, 3: 0, 4: 1, 5: 1 }, 1);
}

/** Net satisfaction, −1 to 1: answers 4 and 5 less answers 1 and 2, among all. */
export function netSatisfaction(steps: FiveSteps): number | null {
  return overSteps(steps, { 1: -1, 2: -1, 3: 0, 4: 1, 5: 1 }, 1);
}

/**
 * Availability: up / (up + down). Time not monitored or in announced maintenance counts neither way and lowers the
 * coverage: (up + down) / all.
 */
export function availabilityOf(time: {
  readonly up: number;
  readonly down: number;
  readonly unmonitored: number;
  readonly maintenance: number;
}): { readonly availability: Ratio; readonly coverage: Ratio } {
  const seen = time.up + time.down;
  return {
    availability: ratioOf(time.up, seen),
    coverage: ratioOf(seen, seen + time.unmonitored + time.maintenance),
  };
}

/** Target of the Apdex, in milliseconds; an answer is tolerated up to four times as long (Apdex specification 1.1). */
export const APDEX_TARGET_MS = 500;

/** Apdex, 0 to 1, of response times in milliseconds: (satisfied + tolerated / 2) / samples. */
export function apdex(durationsMs: readonly number[]): number | null {
  const satisfied = durationsMs.filter((ms) => ms <= APDEX_TARGET_MS).length;
  const tolerated = durationsMs.filter((ms) => ms > APDEX_TARGET_MS && ms <= 4 * APDEX_TARGET_MS).length;
  return durationsMs.length === 0 ? null : (satisfied + tolerated / 2) / durationsMs.length;
}

/**
 * Availability and speed, points of 2019–2022 (−10 to 10). The upper bound of a band of availability belongs to the
 * lower band (99.9 % gives 4); that of a band of response times to the next (0.2 s gives 3).
 */
export function availabilitySpeedPoints(availability: number, responseMs: number): number {
  return availabilityPoints(availability) + speedPoints(responseMs);
}

function availabilityPoints(availability: number): number {
  if (availability > 0.999) return 6;
  if (availability > 0.995) return 4;
  if (availability > 0.99) return 3;
  if (availability > 0.98) return 2;
  return availability >= 0.95 ? 0 : -6;
}

function speedPoints(responseMs: number): number {
  if (responseMs < 200) return 4;
  if (responseMs < 400) return 3;
  if (responseMs < 600) return 2;
  if (responseMs < 800) return 1;
  return responseMs < 1000 ? 0 : -4;
}

/** A ratio of two counts, with its value. */
export function ratioOf(numerator: number, denominator: number): Ratio {
  return { numerator, denominator, value: denominator === 0 ? null : numerator / denominator };
}

function shareOrSuspect(value: number): IndexValue {
  return { status: value > 1 || value < 0 ? 'suspect' : 'measured', value };
}

function overSteps(steps: FiveSteps, weights: FiveSteps, scale: number): number | null {
  const all = [1, 2, 3, 4, 5] as const;
  const n = all.reduce((sum, step) => sum + steps[step], 0);
  return n === 0 ? null : all.reduce((sum, step) => sum + weights[step] * steps[step], 0) / (scale * n);
}
