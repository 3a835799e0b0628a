/** What the reviews of one subject say over a period, judged, beside the period before: the same for procedures and sites. */
import { dayOf } from '../core/clock.ts';
import type { Fact } from '../core/figure.ts';
import {
  type CriterionDefinition,
  completion,
  findCriterion,
  getMethodology,
  type IndexValue,
  judgeProcedure,
} from '../criteria/index.ts';
import {
  holdFalseDiscoveries,
  judgeChange,
  type PublishedResult,
  publishResult,
  type Verdict,
} from '../editions/index.ts';
import {
  type Button,
  type Evolution,
  type FormCounts,
  isOfImport,
  numberOfReviews,
  type Period,
  type ReviewCounts,
  type ReviewCriterion,
  type ReviewStatistics,
  readCountedMonths,
  readFormCounts,
  reviewFact,
  reviewStatistics,
  reviewsByChannel,
} from '../feedback/index.ts';
import { listFacts } from '../observations/index.ts';
import type { SubjectButtons } from './review-buttons.ts';
import { monthsTo, type ReviewView } from './review-query.ts';
import type { SiteContext } from './server.ts';

/** By which figures of reviews are judged, wherever they are not those of an edition. */
export const REVIEW_METHODOLOGY = getMethodology('vigie-1');

/** In the order in which they are shown. */
export const REVIEW_CRITERIA = [
  'satisfaction',
  'clarity',
  'help_reachable',
  'help_effective',
  'autonomy',
] as const satisfies ReviewCriterion[];

export type ReviewResults = Readonly<Record<ReviewCriterion, PublishedResult>>;

export type ReviewReport = {
  readonly view: ReviewView;
  /** The day of the answer, `YYYY-MM-DD`. */
  readonly today: string;
  /** Of the subject, the oldest first, closed ones too. */
  readonly buttons: readonly Button[];
  readonly statistics: ReviewStatistics;
  readonly results: ReviewResults;
  readonly before: ReviewResults;
  /** From the period before to this one. */
  readonly changes: Readonly<Record<ReviewCriterion, Verdict>>;
  /** By criterion, in the order of `REVIEW_CRITERIA`. */
  readonly evolutions: readonly Evolution[];
  readonly forms: FormFigures;
  readonly coverage: Coverage;
};

export type FormQuestions = Readonly<Record<'satisfaction' | 'clarity' | 'help' | 'comment', number>>;

/** From the form that is opened to the review that is counted. */
export type FormFigures = FormCounts & {
  /** Reviews that arrived: counted, quarantined and excluded. */
  readonly received: number;
  /** Those of them that came through a form: reviews of an earlier service were never opened here. */
  readonly answered: number;
  /** How many of these, in the figures, answered each question: the first is the only one that must be. */
  readonly questions: FormQuestions;
  /** Answered of opened; null under a filter by ending, which a form does not know yet. */
  readonly completion: IndexValue | null;
};

/** How many of those who carry the procedure out give a review. */
export type Coverage = {
  /** The year to the last day of the period; every review of the subject, whatever the view. */
  readonly period: Period;
  readonly reviews: { readonly total: number; readonly online: number };
  readonly volumes: { readonly total: Volume | null; readonly online: Volume | null };
};

/** How often it is carried out over the year to a day. */
export type Volume = { readonly value: number; readonly on: string };

/** Judges answers as those of one procedure. */
export function judgeReviews(counts: ReviewCounts, period: Period): ReviewResults {
  const results = REVIEW_CRITERIA.map((id) => [id, judgeReview(id, counts, period)] as const);
  return Object.fromEntries(results) as ReviewResults;
}

/** Judges what answers tell of one criterion: charts and lists judge counts by the hundred. */
export function judgeReview(
  criterion: ReviewCriterion,
  counts: ReviewCounts,
  period: Period,
): PublishedResult {
  const ofReviews = { ...REVIEW_METHODOLOGY, criteria: [definitionOf(criterion)] };
  const judged = judgeProcedure(ofReviews, { [criterion]: reviewFact(criterion, counts, period) }, period.to);
  const result = judged[criterion];
  if (result === undefined) throw new Error(`${criterion} was not judged`);
  return publishResult(result);
}

/** How each index changed. Of the five tests of a page, false discoveries are held as in any list of changes. */
export function compareReviews(
  before: ReviewResults,
  after: ReviewResults,
  isSameWording: ReviewStatistics['isSameWording'],
): Record<ReviewCriterion, Verdict> {
  const verdicts = REVIEW_CRITERIA.map((criterion) => {
    const definition = definitionOf(criterion);
    // Answers to another wording are a series of their own: the difference may be that of the words.
    const isSame = isSameWording[criterion];
    const comparability = { criterion, values: isSame, levels: isSame, reasons: [] };
    return { criterion, ...judgeChange(definition, comparability, before[criterion], after[criterion]) };
  });
  const held = holdFalseDiscoveries(verdicts).map(({ criterion, ...verdict }) => [criterion, verdict]);
  return Object.fromEntries(held) as Record<ReviewCriterion, Verdict>;
}

/** The definition of an index of reviews. */
export function definitionOf(criterion: ReviewCriterion): CriterionDefinition {
  const definition = findCriterion(REVIEW_METHODOLOGY, criterion);
  if (definition === null) throw new Error(`${REVIEW_METHODOLOGY.id} does not define ${criterion}`);
  return definition;
}

/** All that a page of reviews shows. Counts alone are read, but for the few reviews that figures leave out. */
export async function readReviewReport(
  { db, clock }: Pick<SiteContext, 'db' | 'clock'>,
  subjectId: number,
  { asking: buttons, others }: SubjectButtons,
  view: ReviewView,
): Promise<ReviewReport> {
  const { period, isUsualPeriod: _, ...asked } = view;
  const without = new Set(others.map(({ id }) => id));
  const filters = { ...asked, without };
  const year = { from: monthsTo(period.to, VOLUME_MONTHS), to: period.to };
  const [months, forms, volumes] = await Promise.all([
    readCountedMonths(db, subjectId, [period, year]),
    readFormCounts(db, subjectId, period, { ...filters, buttonIds: buttons.map(({ id }) => id) }),
    readVolumes(db, subjectId, period.to, clock.now()),
  ]);
  const statistics = reviewStatistics(months, period, filters);
  const results = judgeReviews(statistics.counts, period);
  const before = judgeReviews(statistics.previous, statistics.previousPeriod);
  return {
    view,
    today: dayOf(clock.now()),
    buttons,
    statistics,
    results,
    before,
    changes: compareReviews(before, results, statistics.isSameWording),
    evolutions: REVIEW_CRITERIA.map((criterion) => statistics.evolutions[criterion]),
    forms: formFigures(forms, statistics, buttons),
    coverage: { period: year, reviews: reviewsOf(reviewsByChannel(months, year, { without })), volumes },
  };
}

/** A review that was released is counted: it is not added twice. */
function formFigures(
  forms: FormCounts,
  { counts, byButton }: ReviewStatistics,
  buttons: readonly Button[],
): FormFigures {
  const left = forms.out.filter(({ state }) => state !== 'released');
  const received = left.reduce((sum, { n }) => sum + n, numberOfReviews(counts));
  const imports = new Set(buttons.filter(isOfImport).map(({ id }) => id));
  const byForm = [...byButton].filter(([id]) => !imports.has(id)).map(([, ofButton]) => ofButton);
  const sumOf = (told: (ofButton: ReviewCounts) => number) => byForm.reduce((sum, one) => sum + told(one), 0);
  const questions = {
    satisfaction: sumOf(numberOfReviews),
    clarity: sumOf(({ clarity }) => Object.values(clarity).reduce((sum, n) => sum + n, 0)),
    help: sumOf(({ help }) => help.answered),
    comment: sumOf(({ comments }) => comments),
  };
  const answered = received - numberOfReviews(counts) + questions.satisfaction;
  return {
    ...forms,
    received,
    answered,
    questions,
    completion: forms.opened === null ? null : completion({ starts: forms.opened, ends: answered }),
  };
}

const VOLUME_MONTHS = 12;
/** No volume is known of an earlier day. */
const EARLIEST_VOLUME = '1990-01-01';

function reviewsOf(byChannel: ReturnType<typeof reviewsByChannel>): Coverage['reviews'] {
  return { total: [...byChannel.values()].reduce((sum, n) => sum + n, 0), online: byChannel.get('web') ?? 0 };
}

/** @param to a day, `YYYY-MM-DD` */
async function readVolumes(
  db: SiteContext['db'],
  subjectId: number,
  to: string,
  now: Date,
): Promise<Coverage['volumes']> {
  const facts = await listFacts(
    db,
    ['volume_total', 'volume_online'],
    [subjectId],
    { from: EARLIEST_VOLUME, to },
    now,
  );
  const known = facts.get(subjectId);
  return { total: volumeOf(known?.volume_total), online: volumeOf(known?.volume_online) };
}

/** A volume of zero has no share of it. */
function volumeOf(fact: Fact | undefined): Volume | null {
  if (typeof fact?.value !== 'number' || fact.value === 0 || fact.status === 'suspect') return null;
  return { value: fact.value, on: fact.periodEnd };
}
