/** What probes saw of a procedure, judged by every methodology that judges it. Pure. */
import {
  type CriterionDefinition,
  completeFacts,
  judgeProcedure,
  METHODOLOGIES,
  type Methodology,
} from '../criteria/index.ts';
import { type PublishedResult, publishResult } from '../editions/index.ts';
import { numberOfReviews, type ReviewCounts, reviewFact } from '../feedback/index.ts';
import { type Availability, type Period, probedFacts, type Response } from '../probes/index.ts';

const PROBED = ['availability', 'response_time', 'availability_speed'];

/** A methodology, and what it says of each of its criteria that probes tell. */
export type JudgedMethod = {
  readonly methodology: Methodology;
  readonly results: readonly {
    readonly definition: CriterionDefinition;
    readonly result: PublishedResult;
  }[];
};

/**
 * Availability and response time of a period under each methodology, the newest first; the mark of 2020 out of 10 among them.
 * @param reviews those of the same period: an availability that they contradict is suspect. Null where nobody asked for them
 */
export function judgeProbed(
  availability: Availability,
  response: Pick<Response, 'n' | 'meanMs'>,
  reviews: ReviewCounts | null,
  period: Period,
): JudgedMethod[] {
  const { minutes, coverage } = availability;
  const answers = { n: response.n, sumMs: (response.meanMs ?? 0) * response.n };
  const told = reviews !== null && numberOfReviews(reviews) > 0;
  const facts = {
    ...probedFacts(minutes, answers, period, coverage.denominator),
    ...(told && { satisfaction: reviewFact('satisfaction', reviews, period) }),
  };
  return METHODOLOGIES.map((methodology) => {
    const criteria = methodology.criteria.filter(({ id }) => PROBED.includes(id));
    const judged = judgeProcedure({ ...methodology, criteria }, completeFacts(methodology, facts), period.to);
    return {
      methodology,
      results: criteria.flatMap((definition) => {
        const result = judged[definition.id];
        return result === undefined ? [] : [{ definition, result: publishResult(result) }];
      }),
    };
  });
}
