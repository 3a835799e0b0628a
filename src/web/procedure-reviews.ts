/** The reviews of one procedure, as its page and its files show them. */
import type { Procedure } from '../catalogue/index.ts';
import { addDays, dayOf } from '../core/clock.ts';
import type { PublishedResult } from '../editions/index.ts';
import { isOfImport, numberOfReviews, type Period, readStatistics } from '../feedback/index.ts';
import { readButtons } from './review-buttons.ts';
import { parseReviewQuery, usualPeriod } from './review-query.ts';
import { judgeReview, type ReviewReport, readReviewReport } from './review-report.ts';
import type { SiteContext } from './server.ts';

/**
 * What its reviews say, of the days and the reviews that an address asks for.
 * @throws VigieError InvalidInput naming each parameter that has no such value
 */
export async function readProcedureReport(
  site: Pick<SiteContext, 'db' | 'clock'>,
  { subjectId }: Pick<Procedure, 'subjectId'>,
  parameters: Readonly<Record<string, string>>,
): Promise<ReviewReport> {
  const buttons = await readButtons(site.db, subjectId);
  const view = parseReviewQuery(parameters, buttons.asking, dayOf(site.clock.now()));
  return readReviewReport(site, subjectId, buttons, view);
}

/** What the page of a procedure says of its reviews, which leads to theirs. */
export type ReviewSummary = {
  readonly period: Period;
  readonly satisfaction: PublishedResult;
  readonly reviews: number;
  /** The day of the first button that asks for them; null where all are of an earlier service. */
  readonly since: string | null;
};

/**
 * The satisfaction of a procedure over the twelve months to yesterday: pages that are kept for the day stay true.
 * @returns null when no button asks for any
 */
export async function findReviewSummary(
  { db, clock }: Pick<SiteContext, 'db' | 'clock'>,
  { subjectId }: Pick<Procedure, 'subjectId'>,
): Promise<ReviewSummary | null> {
  const period = usualPeriod(addDays(dayOf(clock.now()), -1));
  const [{ asking }, { counts }] = await Promise.all([
    readButtons(db, subjectId),
    readStatistics(db, subjectId, period),
  ]);
  if (asking.length === 0) return null;
  const first = asking.find((button) => !isOfImport(button));
  const satisfaction = judgeReview('satisfaction', counts, period);
  return {
    period,
    satisfaction,
    reviews: numberOfReviews(counts),
    since: first === undefined ? null : dayOf(first.createdAt),
  };
}
