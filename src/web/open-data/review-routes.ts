/** Reviews as files: those of one procedure, with the parameters of its page, and of all together. */
import type { Procedure } from '../../catalogue/index.ts';
import { dayOf } from '../../core/clock.ts';
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import type { Button } from '../../feedback/index.ts';
import { type NationalReviews, type ReviewGroup, readNationalReviews } from '../national-reviews.ts';
import { readProcedureAt } from '../procedure-at.ts';
import { readProcedureReport } from '../procedure-reviews.ts';
import { REVIEW_METHODOLOGY, type ReviewReport } from '../review-report.ts';
import type { SiteContext } from '../server.ts';
import { sendCsv } from './csv-answer.ts';
import { reviewReportJson } from './review-json.ts';
import {
  NATIONAL_REVIEW_COLUMNS,
  nationalReviewRows,
  PROCEDURE_REVIEW_COLUMNS,
  reviewRows,
} from './review-rows.ts';

export function reviewData(app: App, site: SiteContext, prefix: string): void {
  app.get(`${prefix}/avis.json`, guard('live'), async (c) =>
    c.json(toNationalJson(await readNationalReviews(site, c.req.query()))),
  );
  app.get(`${prefix}/avis.csv`, guard('live'), async (c) =>
    sendCsv(c, NATIONAL_REVIEW_COLUMNS, nationalReviewRows(await readNationalReviews(site, c.req.query()))),
  );
  app.get(`${prefix}/demarches/:ref{[a-z0-9-]+}/avis.json`, guard('live'), async (c) => {
    const { procedure, told } = await readReviewsAt(site, c.req.param('ref'), c.req.query());
    return c.json(toJson(procedure, told));
  });
  app.get(`${prefix}/demarches/:ref{[a-z0-9-]+}/avis.csv`, guard('live'), async (c) => {
    const { procedure, told } = await readReviewsAt(site, c.req.param('ref'), c.req.query());
    return sendCsv(c, PROCEDURE_REVIEW_COLUMNS, reviewRows(procedure.publicId, told));
  });
}

function readReviewsAt(site: SiteContext, segment: string, parameters: Readonly<Record<string, string>>) {
  return readProcedureAt(site.db, segment, (key) => readProcedureReport(site, key, parameters));
}

function toJson({ publicId, slug, name }: Procedure, report: ReviewReport) {
  return {
    procedure: { id: publicId, slug, name },
    ...reviewReportJson(report),
    buttons: report.buttons.map(toButtonJson),
  };
}

function toButtonJson({
  id,
  channel,
  step,
  language,
  questionnaire,
  createdAt,
  closedAt,
  closedReason,
}: Button) {
  return {
    id,
    channel,
    step,
    language,
    questionnaire,
    opened_on: dayOf(createdAt),
    closed_on: closedAt && dayOf(closedAt),
    closed_reason: closedReason,
  };
}

function toNationalJson(reviews: NationalReviews) {
  const { view, reviewsInAll, reviewsElsewhere, whole, before, ministries, procedures, months } = reviews;
  return {
    methodology: REVIEW_METHODOLOGY.id,
    period: view.period,
    reviews_in_all: reviewsInAll,
    reviews_elsewhere: reviewsElsewhere,
    whole: toGroupJson(whole),
    previous: { period: before.period, whole: toGroupJson(before.whole) },
    ministries: ministries.map(({ ministry, group }) => ({
      slug: ministry?.slug ?? null,
      name: ministry?.name ?? null,
      ...toGroupJson(group),
    })),
    procedures: procedures.map(({ procedure, isEquipped, reviews: n, satisfaction }) => ({
      id: procedure.publicId,
      slug: procedure.slug,
      name: procedure.name,
      equipped: isEquipped,
      reviews: n,
      satisfaction: satisfaction(),
    })),
    months: months.map(({ month, to, reviews: n, told, equipped }) => ({
      from: month,
      to,
      reviews: n,
      told,
      equipped,
    })),
  };
}

function toGroupJson({ veryGood, veryGoodRange, ...group }: ReviewGroup) {
  const { procedures, equipped, told, reviews, satisfaction, unrated } = group;
  return {
    procedures,
    equipped,
    told,
    reviews,
    satisfaction,
    very_good: veryGood,
    very_good_range: veryGoodRange,
    unrated,
  };
}
