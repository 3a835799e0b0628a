/** What makes a value suspect or stale at entry (design §5, rule 9). Nothing is dropped: a flag, and its reason. */
import type { Fact, Interval } from '../core/figure.ts';
import type { CriterionId, Unit } from './criterion.ts';

/** Bounds that a value of each unit cannot leave. Points are those of the 2020 availability scale: −6 −4 to 6 + 4. */
export const RANGES: Readonly<Record<Exclude<Unit, 'category'>, Interval>> = {
  mark: [0, 10],
  share: [0, 1],
  ms: [0, Number.MAX_VALUE],
  count: [0, Number.MAX_VALUE],
  points: [-10, 10],
};

/** True when a number cannot be: take-up or completion over 1, mark outside 0 to 10, negative duration, not finite. */
export function isOutOfRange(unit: Exclude<Unit, 'category'>, value: number): boolean {
  const [low, high] = RANGES[unit];
  return !(value >= low && value <= high);
}

/** Criteria that rest on what users say of a procedure they could use. */
const ANSWERED: readonly CriterionId[] = [
  'satisfaction',
  'clarity',
  'autonomy',
  'help_reachable',
  'help_effective',
];

/**
 * True when an availability cannot be believed: under one half while users managed to answer a question on the procedure,
 * be it fewer of them than the minimum. The robot was blocked; the service was not down.
 */
export function isProbeBlocked(
  availability: number,
  facts: Readonly<
    Partial<Record<CriterionId, Pick<Fact, 'status' | 'value' | 'n' | 'counts' | 'denominator'>>>
  >,
): boolean {
  return availability < 0.5 && ANSWERED.some((id) => isAnswered(facts[id]));
}

function isAnswered(
  fact: Pick<Fact, 'status' | 'value' | 'n' | 'counts' | 'denominator'> | undefined,
): boolean {
  if (fact === undefined) return false;
  const { status, value, counts, denominator, n } = fact;
  const counted = Object.values(counts ?? {}).some((count) => count > 0) || (denominator ?? 0) > 0;
  return (status === 'insufficient' || value !== null || counted) && n !== 0;
}

/**
 * True when a measured value has probably not been updated: the same as the last period's to the last digit, with n
 * unchanged, and not round. A number of at most two significant digits (1, 0.85, 8.9, 250) is round: it recurs by chance.
 */
export function isStale(
  current: Pick<Fact, 'status' | 'value' | 'n'>,
  previous: Pick<Fact, 'status' | 'value' | 'n'>,
): boolean {
  const { value } = current;
  if (current.status !== 'measured' || previous.status !== 'measured' || typeof value !== 'number')
    return false;
  const round = Number(value.toPrecision(2)) === value;
  return value === previous.value && current.n === previous.n && !round;
}
