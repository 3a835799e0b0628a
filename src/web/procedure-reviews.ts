/** The reviews of one procedure, as its page and its files show them. */
import type { Procedure } from '../catalogue/index.ts';
import { addDays, dayOf } from '../core/clock.ts';
import type { PublishedResult } from '../editions/index.ts';
import { numberOfReviews, type Period, readStatistics } from '../feedback/index.ts';
import { listReviewButtons } from './review-buttons.ts';
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
  const buttons = await listReviewButtons(site.db, subjectId);
  const view = parseReviewQuery(parameters, buttons, dayOf(site.clock.now()));
  return readReviewReport(site, subjectId, buttons, view);
}

/** What the page of a procedure says of its reviews, which leads to theirs. */
export type ReviewSummary = {
  readonly period: Period;
  readonly satisfaction: PublishedResult;
  readonly reviews: number;
  /** The day of the first button that asks for them. */
  readonly since: string;
};

/**
 * The satisfaction of a procedure over the twelve months to yesterday: pages that are kept for the day stay true.
 * @returns null when no button asks for any
 */
export async function findReviewSummary(
  { db, clock }: Pick<SiteContext, 'db' | 'clock'>,
  { subjectId }: Pick<Procedure, 'subjectId'>,
): Promise<ReviewSummary | null> {
  const [first] = await listReviewButtons(db, subjectId);
  if (first === undefined) return null;
  const period = usualPeriod(addDays(dayOf(clock.now()), -1));
  const { counts } = await readStatistics(db, subjectId, period);
  const satisfaction = judgeReview('satisfaction', counts, period);
  return { period, satisfaction, reviews: numberOfReviews(counts), since: dayOf(first.createdAt) };
}
