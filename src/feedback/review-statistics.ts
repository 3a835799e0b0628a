/** The figures of reviews of one procedure or site over a period, from its counts by day. Pure. */
import { type CountedMonth, daysWithin, type MonthCell, sumOf } from './packed.ts';
import type { ButtonChannel, Ending } from './review.ts';
import {
  countReviews,
  type Evolution,
  evolve,
  type GradeCount,
  isMark,
  type Period,
  periodBefore,
  pointsOf,
  REVIEW_QUESTIONS,
  type ReviewCounts,
  type ReviewCriterion,
  type ReviewFilters,
  type Step,
  startOf,
  stepOf,
  type VersionedCount,
} from './statistics.ts';

/** The answers about one subject over a period. */
export type ReviewStatistics = {
  readonly period: Period;
  readonly counts: ReviewCounts;
  /** The period of the same length just before, to compare with: it has no review in common. */
  readonly previousPeriod: Period;
  readonly previous: ReviewCounts;
  /** The same answers as `counts`, apart; what has none is absent. */
  readonly byButton: ReadonlyMap<string, ReviewCounts>;
  readonly byChannel: ReadonlyMap<ButtonChannel, ReviewCounts>;
  readonly byEnding: ReadonlyMap<Ending, ReviewCounts>;
  /** Whether both periods answered the same wordings of what tells each index, where both answered. */
  readonly isSameWording: Readonly<Record<ReviewCriterion, boolean>>;
  /** How each index evolved over the period. */
  readonly evolutions: Readonly<Record<ReviewCriterion, Evolution>>;
};

const QUESTIONS = [...Object.values(REVIEW_QUESTIONS), 'comment'];

type GroupCount = GradeCount & {
  readonly buttonId: string;
  readonly channel: ButtonChannel;
  readonly ending: Ending;
};

/**
 * The answers over a period, under filters, with those of the period before and the points of its charts.
 *
 * @param months of one subject, those that both periods touch
 * @param questions further questions to count, of other questionnaires (`counts.others`)
 * @param step of the points
 */
export function reviewStatistics(
  months: readonly CountedMonth[],
  period: Period,
  filters: ReviewFilters = {},
  questions: readonly string[] = [],
  step: Step = stepOf(period),
): ReviewStatistics {
  const previousPeriod = periodBefore(period);
  const asked = new Set([...QUESTIONS, ...questions]);
  const [now, before]: [GroupCount[], GradeCount[]] = [[], []];
  const points: VersionedCount[] = [];
  const [versions, versionsBefore] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  for (const { month, cells } of months) {
    const [nowDays, earlierDays] = [daysWithin(month, period), daysWithin(month, previousPeriod)];
    for (const cell of cells) {
      const [question, version, buttonId, channel, ending, grade, days] = cell;
      if (!asked.has(question) || !passes(cell, filters)) continue;
      const n = sumOf(days, ...nowDays);
      if (n !== 0) now.push({ question, grade, buttonId, channel, ending, n });
      if (n !== 0) note(versions, question, version);
      const earlier = sumOf(days, ...earlierDays);
      if (earlier !== 0) before.push({ question, grade, n: earlier });
      if (earlier !== 0) note(versionsBefore, question, version);
      if (step === 'month' && n !== 0) points.push({ start: month, version, question, grade, n });
      if (step !== 'month') points.push(...pointsOfDays(month, cell, period, step));
    }
  }
  const byQuestion = Map.groupBy(points, ({ question }) => question);
  const periods = pointsOf(period, step);
  const evolutions = Object.entries(REVIEW_QUESTIONS).map(([criterion, question]) => {
    const answers = byQuestion.get(question) ?? [];
    return [criterion, evolve(criterion as ReviewCriterion, periods, step, answers)];
  });
  const isSameWording = Object.entries(REVIEW_QUESTIONS).map(([criterion, question]) => {
    const [after, earlier] = [versions.get(question), versionsBefore.get(question)];
    const isSame =
      after === undefined || earlier === undefined || after.symmetricDifference(earlier).size === 0;
    return [criterion, isSame];
  });
  return {
    period,
    counts: countReviews(now),
    previousPeriod,
    previous: countReviews(before),
    byButton: countsBy(now, ({ buttonId }) => buttonId),
    byChannel: countsBy(now, ({ channel }) => channel),
    byEnding: countsBy(now, ({ ending }) => ending),
    isSameWording: Object.fromEntries(isSameWording) as Record<ReviewCriterion, boolean>,
    evolutions: Object.fromEntries(evolutions) as Record<ReviewCriterion, Evolution>,
  };
}

/** How many reviews were counted over a period under filters, by channel; channels without any are absent. */
export function reviewsByChannel(
  months: readonly CountedMonth[],
  period: Period,
  filters: ReviewFilters,
): ReadonlyMap<ButtonChannel, number> {
  const sums = new Map<ButtonChannel, number>();
  for (const { month, cells } of months) {
    const within = daysWithin(month, period);
    for (const cell of cells) {
      const [question, , , channel, , grade, days] = cell;
      if (question !== REVIEW_QUESTIONS.satisfaction || !isMark(grade) || !passes(cell, filters)) continue;
      const n = sumOf(days, ...within);
      if (n !== 0) sums.set(channel, (sums.get(channel) ?? 0) + n);
    }
  }
  return sums;
}

function note(versions: Map<string, Set<string>>, question: string, version: string): void {
  const ofQuestion = versions.get(question) ?? new Set();
  versions.set(question, ofQuestion.add(version));
}

function passes([, , ofButton, ofChannel, ofEnding]: MonthCell, filters: ReviewFilters): boolean {
  const { buttonId = ofButton, channel = ofChannel, ending = ofEnding, without } = filters;
  const isOne = buttonId === ofButton && channel === ofChannel && ending === ofEnding;
  return isOne && without?.has(ofButton) !== true;
}

function pointsOfDays(
  month: string,
  [question, version, , , , grade, days]: MonthCell,
  { from, to }: Period,
  step: Step,
): VersionedCount[] {
  return days.flatMap((n, at) => {
    const day = `${month.slice(0, 8)}${String(at + 1).padStart(2, '0')}`;
    return n === 0 || day < from || day > to
      ? []
      : [{ start: startOf(day, step), version, question, grade, n }];
  });
}

function countsBy<Key extends string>(
  rows: readonly GroupCount[],
  keyOf: (row: GroupCount) => Key,
): Map<Key, ReviewCounts> {
  const groups = Map.groupBy(rows, keyOf);
  return new Map([...groups].map(([key, group]) => [key, countReviews(group)]));
}
