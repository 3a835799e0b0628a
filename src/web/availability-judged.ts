/** The availability of a procedure as the method judges it: with its level, or doubted where reviews contradict it. */
import { type CriterionDefinition, findCriterion, judgeProcedure } from '../criteria/index.ts';
import { type PublishedResult, publishResult } from '../editions/index.ts';
import { numberOfReviews, type ReviewCounts, reviewFact } from '../feedback/index.ts';
import { type Availability, type Period, probedFacts } from '../probes/index.ts';
import { REVIEW_METHODOLOGY } from './review-report.ts';

/** The criterion by which availability is judged, wherever it is not that of an edition. */
export const AVAILABILITY: CriterionDefinition = availabilityOfMethod();

function availabilityOfMethod(): CriterionDefinition {
  const definition = findCriterion(REVIEW_METHODOLOGY, 'availability');
  if (definition === null) throw new Error(`${REVIEW_METHODOLOGY.id} does not define availability`);
  return definition;
}

/** Under this share, reviews of the same period are asked whether they contradict it (criteria/plausibility.ts). */
export const DOUBTED_UNDER = 0.5;

/**
 * The availability of a period, judged as editions judge it: without level nor value where too little was seen.
 * @param reviews those of the same period; null where nobody asked for them, which is right from `DOUBTED_UNDER` on
 */
export function judgeAvailability(
  { minutes, coverage }: Availability,
  reviews: ReviewCounts | null,
  period: Period,
): PublishedResult {
  const told = reviews !== null && numberOfReviews(reviews) > 0;
  const facts = {
    ...probedFacts(minutes, { n: 0, sumMs: 0 }, period, coverage.denominator),
    ...(told && { satisfaction: reviewFact('satisfaction', reviews, period) }),
  };
  const method = { ...REVIEW_METHODOLOGY, criteria: [AVAILABILITY] };
  const { availability } = judgeProcedure(method, facts, period.to);
  if (availability === undefined) throw new Error('availability was not judged');
  return publishResult(availability);
}
