/** Facts that a methodology computes from other facts. */
import type { Fact } from '../core/figure.ts';
import { type CriterionId, findCriterion, type Methodology } from './criterion.ts';
import { availabilitySpeedPoints } from './indices.ts';
import type { Facts } from './judge.ts';
import { isProbeBlocked } from './plausibility.ts';

/** The facts from which the points of availability and speed of 2020 are drawn. */
const AVAILABILITY_SPEED_INPUTS: readonly CriterionId[] = ['availability', 'response_time'];

/** The criteria whose facts are needed to judge by a methodology: its own, and those it computes from. */
export function factsNeeded(methodology: Methodology): CriterionId[] {
  const own = methodology.criteria.map(({ id }) => id);
  return own.includes('availability_speed') ? [...own, ...AVAILABILITY_SPEED_INPUTS] : own;
}

/**
 * The facts given, with those that the methodology computes from them where nobody states them: the points of
 * availability and speed (method of 2019–2022).
 */
export function completeFacts(methodology: Methodology, facts: Facts): Facts {
  const points = facts.availability_speed === undefined ? availabilitySpeedFact(facts) : null;
  return findCriterion(methodology, 'availability_speed') === null || points === null
    ? facts
    : { ...facts, availability_speed: points };
}

function availabilitySpeedFact(facts: Facts): Fact | null {
  const { availability, response_time } = facts;
  const [up, response] = [availability?.value, response_time?.value];
  if (availability === undefined || typeof up !== 'number' || typeof response !== 'number') return null;
  const blocked = availability.status === 'suspect' || isProbeBlocked(up, facts);
  return {
    ...availability,
    value: availabilitySpeedPoints(up, response),
    ...(blocked ? { status: 'suspect' as const, reason: availability.reason ?? 'probe_blocked' } : {}),
    numerator: null,
    denominator: null,
    sourcePrecision: null,
    statedLevel: null,
  };
}
