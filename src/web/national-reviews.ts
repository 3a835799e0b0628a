/**
 * The reviews of all procedures together: how many were collected, which procedures have the button, and how many of
 * these are rated very good. Packed years alone are read; marks of many procedures together have no level.
 */
import { type BriefProcedure, listBriefProcedures, type Organisation } from '../catalogue/index.ts';
import { addDays, addMonths, dayOf } from '../core/clock.ts';
import type { GradeCounts } from '../core/figure.ts';
import {
  getMethodology,
  type Ratio,
  satisfactionShare,
  veryGoodBounds,
  veryGoodRate,
} from '../criteria/index.ts';
import type { PublishedResult } from '../editions/index.ts';
import {
  type ButtonDays,
  countsOfSatisfaction,
  firstOfMonth,
  type MonthTotal,
  monthTotals,
  numberOfReviews,
  type Period,
  periodBefore,
  readSatisfaction,
  subjectTotals,
} from '../feedback/index.ts';
import { byName } from './names.ts';
import { listReviewButtonDays } from './review-buttons.ts';
import { parseReviewMonths, type ReviewView } from './review-query.ts';
import { definitionOf, judgeReview } from './review-report.ts';
import type { SiteContext } from './server.ts';

/** Above which share of its scale a satisfaction is very good: the rule of 2020, of which the article of that time tells. */
export const VERY_GOOD_ABOVE = getMethodology('observatoire-2020').veryGoodAbove ?? 1;

/** Under so many reviews a procedure has no mark. */
export const FEWEST_REVIEWS = definitionOf('satisfaction').minimumN ?? 1;

/** What some procedures come to together. */
export type ReviewGroup = {
  readonly procedures: number;
  /** Those with an open button for reviews at the end of the period. */
  readonly equipped: number;
  /** Those with a review in the period. */
  readonly told: number;
  /** Reviews of the period. */
  readonly reviews: number;
  /** Over all their reviews together; without level, which is of one procedure. */
  readonly satisfaction: PublishedResult;
  /** Equipped procedures above the bar, of the equipped ones; without value where none of them has a mark. */
  readonly veryGood: Ratio;
  /** How many of them are above the bar with the whole interval of their mark, and how many with a part of it. */
  readonly veryGoodRange: readonly [least: number, most: number];
  /** Equipped ones with too few reviews for a mark. */
  readonly unrated: number;
};

export type ReviewedProcedure = {
  readonly procedure: BriefProcedure;
  readonly isEquipped: boolean;
  /** Reviews of the period by grade. */
  readonly grades: GradeCounts;
  readonly reviews: number;
  /** Of an equipped one with enough reviews for a mark: its share, and what the interval leaves of "very good". */
  readonly rating: {
    readonly share: number | null;
    readonly bounds: ReturnType<typeof veryGoodBounds>;
  } | null;
  /** Judged when it is asked for: a page shows some of a thousand, and their intervals are a third of its price. */
  satisfaction(): PublishedResult;
};

export type ReviewMonth = {
  /** First day of the month. */
  readonly month: string;
  /** Last day that it speaks of: today for the month in progress. */
  readonly to: string;
  readonly reviews: number;
  /** Procedures and sites that received some. */
  readonly told: number;
  /** Procedures equipped on its last day. */
  readonly equipped: number;
};

export type NationalReviews = {
  readonly today: string;
  /** Whole months; the month in progress ends today. */
  readonly view: Pick<ReviewView, 'period' | 'isUsualPeriod'>;
  readonly reviewsInAll: number;
  /** Those of the period on reception sites and other subjects than procedures, which the groups leave out. */
  readonly reviewsElsewhere: number;
  /** From the first button or review to today, without a gap; empty before both. */
  readonly months: readonly ReviewMonth[];
  readonly whole: ReviewGroup;
  /** All of them over as many months just before. */
  readonly before: { readonly period: Period; readonly whole: ReviewGroup };
  /** The most reviews first; the procedures of no known ministry last. */
  readonly ministries: readonly { readonly ministry: Organisation | null; readonly group: ReviewGroup }[];
  /** Equipped or reviewed in the period, the most reviews first. */
  readonly procedures: readonly ReviewedProcedure[];
};

/**
 * What the reviews of all procedures say over the months that an address asks for.
 * @throws VigieError InvalidInput naming each parameter that has no such value
 */
export async function readNationalReviews(
  site: Pick<SiteContext, 'db' | 'clock' | 'remembered'>,
  parameters: Readonly<Record<string, string>>,
): Promise<NationalReviews> {
  const today = dayOf(site.clock.now());
  const view = parseReviewMonths(parameters, today);
  const { period } = view;
  const [{ procedures, buttonsOf }, satisfaction] = await Promise.all([
    site.remembered(readEquipment),
    readSatisfaction(site.db),
  ]);
  const months = monthTotals(satisfaction);
  const reviewedOver = (of: Period) => {
    const totals = subjectTotals(satisfaction, of);
    const reviewed = procedures.map((procedure) =>
      reviewedProcedure(
        procedure,
        isEquippedOn(buttonsOf.get(procedure.subjectId), of.to),
        totals.get(procedure.subjectId) ?? {},
        of,
      ),
    );
    const inAll = [...totals.values()].map((grades) => numberOfReviews({ satisfaction: grades }));
    return { reviewed, count: inAll.reduce((sum, n) => sum + n, 0) };
  };
  const { reviewed, count } = reviewedOver(period);
  const whole = groupOf(reviewed, period);
  const earlier = monthsBefore(period);
  const byMinistry = Map.groupBy(reviewed, ({ procedure }) => procedure.ministry?.subjectId ?? null);
  return {
    today,
    view,
    reviewsInAll: months.reduce((sum, month) => sum + numberOfReviews(month), 0),
    reviewsElsewhere: count - whole.reviews,
    months: monthsOf(months, [...buttonsOf.values()], today),
    whole,
    before: { period: earlier, whole: groupOf(reviewedOver(earlier).reviewed, earlier) },
    ministries: [...byMinistry.values()]
      .map((of) => ({ ministry: of[0]?.procedure.ministry ?? null, group: groupOf(of, period) }))
      .sort(
        (one, other) =>
          Number(one.ministry === null) - Number(other.ministry === null) ||
          other.group.reviews - one.group.reviews ||
          other.group.equipped - one.group.equipped ||
          byName({ name: one.ministry?.name ?? null }, { name: other.ministry?.name ?? null }),
      ),
    procedures: reviewed
      .filter(({ isEquipped, reviews }) => isEquipped || reviews > 0)
      .sort((one, other) => other.reviews - one.reviews || byName(one.procedure, other.procedure)),
  };
}

/** As many whole months just before those of a period, the last of which may be in progress. */
function monthsBefore({ from, to }: Period): Period {
  return periodBefore({ from, to: addDays(addMonths(firstOfMonth(to), 1), -1) });
}

type Equipment = {
  readonly procedures: readonly BriefProcedure[];
  /** Those that ask for satisfaction, by procedure. */
  readonly buttonsOf: ReadonlyMap<number, readonly ButtonDays[]>;
};

/** What changes with the catalogue and with buttons, and not with reviews. */
async function readEquipment({ db }: SiteContext): Promise<Equipment> {
  const [procedures, buttons] = await Promise.all([listBriefProcedures(db), listReviewButtonDays(db)]);
  const subjects = new Set(procedures.map(({ subjectId }) => subjectId));
  const ofProcedures = buttons.filter(({ subjectId }) => subjects.has(subjectId));
  return { procedures, buttonsOf: Map.groupBy(ofProcedures, ({ subjectId }) => subjectId) };
}

/** Whether one of the buttons of a procedure is open at the end of a day. */
function isEquippedOn(buttons: readonly ButtonDays[] | undefined, day: string): boolean {
  return buttons?.some(({ from, closedOn }) => from <= day && (closedOn === null || closedOn > day)) ?? false;
}

function reviewedProcedure(
  procedure: BriefProcedure,
  isEquipped: boolean,
  grades: GradeCounts,
  period: Period,
): ReviewedProcedure {
  const reviews = numberOfReviews({ satisfaction: grades });
  const isRated = isEquipped && reviews >= FEWEST_REVIEWS;
  return {
    procedure,
    isEquipped,
    grades,
    reviews,
    rating: isRated
      ? { share: satisfactionShare(grades), bounds: veryGoodBounds(grades, VERY_GOOD_ABOVE) }
      : null,
    satisfaction: () => judgeReview('satisfaction', countsOfSatisfaction(grades), period),
  };
}

/** The mark of several procedures together is over all their answers, never a mean of their marks. */
function judge(grades: readonly GradeCounts[], period: Period): PublishedResult {
  const together: Record<string, number> = {};
  for (const counts of grades) {
    for (const [grade, n] of Object.entries(counts)) together[grade] = (together[grade] ?? 0) + n;
  }
  return judgeReview('satisfaction', countsOfSatisfaction(together), period);
}

function groupOf(list: readonly ReviewedProcedure[], period: Period): ReviewGroup {
  const ratings = list.filter(({ isEquipped }) => isEquipped).map(({ rating }) => rating);
  const rated = ratings.filter((rating) => rating !== null);
  const veryGood = veryGoodRate(
    ratings.map((rating) => rating?.share ?? null),
    VERY_GOOD_ABOVE,
  );
  const together = judge(
    list.map(({ grades }) => grades),
    period,
  );
  return {
    procedures: list.length,
    equipped: ratings.length,
    told: list.filter(({ reviews }) => reviews > 0).length,
    reviews: list.reduce((sum, { reviews }) => sum + reviews, 0),
    satisfaction: { ...together, level: 'none', borderline: null },
    veryGood: rated.length === 0 ? { ...veryGood, value: null } : veryGood,
    veryGoodRange: [
      rated.filter(({ bounds }) => bounds.surely).length,
      rated.filter(({ bounds }) => bounds.perhaps).length,
    ],
    unrated: ratings.length - rated.length,
  };
}

/** One a month from the first button or review to today, so that time runs evenly. */
function monthsOf(
  totals: readonly MonthTotal[],
  buttons: readonly (readonly ButtonDays[])[],
  today: string,
): ReviewMonth[] {
  const byMonth = new Map(totals.map((total) => [total.month, total]));
  const starts = [
    ...totals.map(({ month }) => month),
    ...buttons.flat().map(({ from }) => firstOfMonth(from)),
  ].toSorted();
  const months: ReviewMonth[] = [];
  for (let month = starts[0] ?? addDays(today, 1); month <= today; month = addMonths(month, 1)) {
    const last = addDays(addMonths(month, 1), -1);
    const to = last < today ? last : today;
    const total = byMonth.get(month);
    months.push({
      month,
      to,
      reviews: total === undefined ? 0 : numberOfReviews(total),
      told: total?.subjects ?? 0,
      equipped: buttons.filter((of) => isEquippedOn(of, to)).length,
    });
  }
  return months;
}
