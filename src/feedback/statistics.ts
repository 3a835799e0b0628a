/** The figures of reviews, from how many answers gave each grade. Pure. */
import { addDays, addMonths, daysBetween } from '../core/clock.ts';
import type { ClusterSums, GradeCounts } from '../core/figure.ts';
import {
  CONTACT_MEANS,
  type ContactMeans,
  FIVE_GRADES,
  OTHER_MEANS,
  type OtherMeans,
} from './questionnaire.ts';
import type { ButtonChannel, Ending } from './review.ts';

/** From a first day to a last one, `YYYY-MM-DD`, both included. */
export type Period = { readonly from: string; readonly to: string };

/** Which reviews are counted; all of them where nothing is said. */
export type ReviewFilters = {
  readonly buttonId?: string | undefined;
  readonly channel?: ButtonChannel | undefined;
  readonly ending?: Ending | undefined;
  /** Buttons whose answers are none of these reviews: they ask something else. */
  readonly without?: ReadonlySet<string> | undefined;
};

/** What a review says of a procedure, as editions judge it, and the question that tells it. */
export const REVIEW_QUESTIONS = {
  satisfaction: 'satisfaction',
  clarity: 'clarity',
  autonomy: 'help',
  help_reachable: 'help_reached',
  help_effective: 'help_quality',
} as const;
export type ReviewCriterion = keyof typeof REVIEW_QUESTIONS;

/** How many answers gave one grade to a question. */
export type GradeCount = { readonly question: string; readonly grade: string; readonly n: number };

/** Answers counted, under the same filters throughout. */
export type ReviewCounts = {
  /** By grade `0`, `5` and `10`, zeros included. Its sum is how many reviews are counted. */
  readonly satisfaction: GradeCounts;
  /** By the five grades, zeros included. */
  readonly clarity: GradeCounts;
  readonly help: {
    /** Distinct reviews that answered the question: the denominator of autonomy. */
    readonly answered: number;
    /** Those of them that needed no help. */
    readonly none: number;
    /** How many tried each means; a review may have tried several. */
    readonly means: Readonly<Record<ContactMeans | OtherMeans, number>>;
  };
  /** Answers to "did you reach somebody?": one for each means of contact that a review tried. */
  readonly reached: {
    readonly yes: number;
    readonly no: number;
    readonly clusters: ClusterSums;
    readonly means: Readonly<Record<ContactMeans, { readonly yes: number; readonly no: number }>>;
  };
  /** How good the help was: one answer for each means by which a review reached somebody. */
  readonly quality: {
    readonly counts: GradeCounts;
    readonly clusters: ClusterSums;
    readonly means: Readonly<Record<ContactMeans, GradeCounts>>;
  };
  /** Reviews with a comment. */
  readonly comments: number;
  /** Answers to other questions, by question, then by grade. */
  readonly others: Readonly<Record<string, Readonly<Record<string, number>>>>;
};

/** Length of the points of a chart. */
export const STEPS = ['day', 'week', 'month'] as const;
export type Step = (typeof STEPS)[number];

/** One point of a chart: `from` and `to` cut to the period of the chart. A point without answers is there, with zeros. */
export type EvolutionPoint = Period & { readonly counts: ReviewCounts };

/** Another wording or scale of the question is answered from the point that starts on `on`: the series breaks there. */
export type SeriesBreak = { readonly on: string; readonly versions: readonly string[] };

/** How one index evolved. The counts of a point hold the answers to its own question alone. */
export type Evolution = {
  readonly criterion: ReviewCriterion;
  readonly step: Step;
  readonly points: readonly EvolutionPoint[];
  readonly breaks: readonly SeriesBreak[];
};

const LONGEST_BY_DAY = 35;
const LONGEST_BY_WEEK = 184;

/** The step by which a period is drawn: days up to five weeks, weeks up to six months, then months. */
export function stepOf({ from, to }: Period): Step {
  const days = daysBetween(from, to) + 1;
  if (days <= LONGEST_BY_DAY) return 'day';
  return days <= LONGEST_BY_WEEK ? 'week' : 'month';
}

/** The points of a chart of a period; weeks start on Monday, and those at its ends are cut. */
export function pointsOf({ from, to }: Period, step: Step): Period[] {
  const points: Period[] = [];
  for (let first = from; first <= to; ) {
    const last = endOf(first, step);
    points.push({ from: first, to: last < to ? last : to });
    first = addDays(last, 1);
  }
  return points;
}

function endOf(day: string, step: Step): string {
  switch (step) {
    case 'day':
      return day;
    case 'week':
      return addDays(day, 6 - ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
    case 'month':
      return addDays(addMonths(firstOfMonth(day), 1), -1);
  }
}

export function firstOfMonth(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

/** The period of the same length just before: as many months before whole months, else as many days. */
export function periodBefore({ from, to }: Period): Period {
  const next = addDays(to, 1);
  if (from.endsWith('-01') && next.endsWith('-01')) {
    return { from: addMonths(from, -monthsBetween(from, next)), to: addDays(from, -1) };
  }
  return { from: addDays(from, -(daysBetween(from, to) + 1)), to: addDays(from, -1) };
}

function monthsBetween(from: string, to: string): number {
  const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return months(to) - months(from);
}

/** Adds answers up by what they say. A grade that no question of ours has is left out. */
export function countReviews(rows: readonly GradeCount[]): ReviewCounts {
  const byQuestion = new Map<string, Map<string, number>>();
  for (const { question, grade, n } of rows) {
    const grades = byQuestion.get(question) ?? new Map<string, number>();
    byQuestion.set(question, grades.set(grade, (grades.get(grade) ?? 0) + n));
  }
  // Most counts are of one question, and made by the thousand: of the others, what nobody said is not made again.
  const told = <Counts>(question: string, read: (grades: Grades) => Counts, untold: Counts) => {
    const grades = byQuestion.get(question);
    return grades === undefined ? untold : read(grades);
  };
  const known: ReadonlySet<string> = new Set([...Object.values(REVIEW_QUESTIONS), 'comment']);
  const others = [...byQuestion].filter(([question]) => !known.has(question));
  return {
    satisfaction: told('satisfaction', gradesOfSatisfaction, UNTOLD.satisfaction),
    clarity: told('clarity', clarityOf, UNTOLD.clarity),
    help: told('help', helpOf, UNTOLD.help),
    reached: told('help_reached', reachedOf, UNTOLD.reached),
    quality: told('help_quality', qualityOf, UNTOLD.quality),
    comments: byQuestion.get('comment')?.get('given') ?? 0,
    others: Object.fromEntries(others.map(([question, grades]) => [question, Object.fromEntries(grades)])),
  };
}

type Grades = ReadonlyMap<string, number>;

/** Reviews by grade `0`, `5` and `10`, zeros included; what is no mark is left out. */
export const gradesOfSatisfaction = (grades: Grades) => gradesOf(grades, ['0', '5', '10']);
const clarityOf = (grades: Grades) => gradesOf(grades, FIVE_GRADES);

const MARK = /^\d+(\.\d+)?$/;

/** Whether a grade is one of a scale. */
export const isMark = (grade: string) => MARK.test(grade);

/** Marks alone, the expected ones first and always there. */
function gradesOf(grades: Grades, expected: readonly string[]): GradeCounts {
  const marks: Record<string, number> = {};
  for (const grade of expected) marks[grade] = grades.get(grade) ?? 0;
  for (const [grade, n] of grades) if (!(grade in marks) && isMark(grade)) marks[grade] = n;
  return marks;
}

function helpOf(grades: Grades): ReviewCounts['help'] {
  const none = grades.get('none') ?? 0;
  return {
    answered: none + (grades.get('tried') ?? 0),
    none,
    means: byMeans([...CONTACT_MEANS, ...OTHER_MEANS], (means) => grades.get(means) ?? 0),
  };
}

function reachedOf(grades: Grades): ReviewCounts['reached'] {
  const means = byMeans(CONTACT_MEANS, (one) => ({
    yes: grades.get(`${one}=yes`) ?? 0,
    no: grades.get(`${one}=no`) ?? 0,
  }));
  const sumOf = (said: 'yes' | 'no') => CONTACT_MEANS.reduce((sum, one) => sum + means[one][said], 0);
  return { yes: sumOf('yes'), no: sumOf('no'), clusters: clustersOf(grades), means };
}

function qualityOf(grades: Grades): ReviewCounts['quality'] {
  const means = byMeans(CONTACT_MEANS, (one) =>
    Object.fromEntries(FIVE_GRADES.map((grade) => [grade, grades.get(`${one}=${grade}`) ?? 0])),
  );
  const counts = Object.fromEntries(
    FIVE_GRADES.map((grade) => [
      grade,
      CONTACT_MEANS.reduce((sum, one) => sum + (means[one][grade] ?? 0), 0),
    ]),
  );
  return { counts, clusters: clustersOf(grades), means };
}

function byMeans<Means extends string, Value>(
  list: readonly Means[],
  toValue: (means: Means) => Value,
): Readonly<Record<Means, Value>> {
  return Object.fromEntries(list.map((means) => [means, toValue(means)])) as Record<Means, Value>;
}

const CLUSTER = /^(\d+(?:\.\d+)?)\/(\d+)$/;

/** Sums over reviews, from how many of them said `total/answers`. */
function clustersOf(grades: Grades): ClusterSums {
  const sums = { clusters: 0, answers: 0, total: 0, answersSquared: 0, totalSquared: 0, answersByTotal: 0 };
  for (const [grade, n] of grades) {
    const [, said, size] = CLUSTER.exec(grade) ?? [];
    if (said === undefined || size === undefined) continue;
    const [total, answers] = [Number(said), Number(size)];
    sums.clusters += n;
    sums.answers += n * answers;
    sums.total += n * total;
    sums.answersSquared += n * answers ** 2;
    sums.totalSquared += n * total ** 2;
    sums.answersByTotal += n * answers * total;
  }
  return sums;
}

/** What no answer tells. */
const NONE: Grades = new Map();
const UNTOLD = {
  satisfaction: gradesOfSatisfaction(NONE),
  clarity: clarityOf(NONE),
  help: helpOf(NONE),
  reached: reachedOf(NONE),
  quality: qualityOf(NONE),
};

/** The counts of reviews that answered the first question alone. */
export function countsOfSatisfaction(satisfaction: GradeCounts): ReviewCounts {
  return { ...UNTOLD, satisfaction, comments: 0, others: {} };
}

/** How many reviews are counted: those that answered the first question. */
export function numberOfReviews({ satisfaction }: Pick<ReviewCounts, 'satisfaction'>): number {
  return Object.values(satisfaction).reduce((sum, n) => sum + n, 0);
}

/** The first day of the point that a day belongs to. */
export function startOf(day: string, step: Step): string {
  if (step === 'month') return firstOfMonth(day);
  return step === 'day' ? day : addDays(endOf(day, 'week'), -6);
}

/** Answers of one point, by the first day of the point that they belong to, and by the version of their question. */
export type VersionedCount = GradeCount & { readonly start: string; readonly version: string };

/**
 * How an index evolved over the points of a chart, and the breaks of its series.
 * @param periods those points, by `pointsOf`
 */
export function evolve(
  criterion: ReviewCriterion,
  periods: readonly Period[],
  step: Step,
  rows: readonly VersionedCount[],
): Evolution {
  const byStart = Map.groupBy(rows, ({ start }) => start);
  const breaks: SeriesBreak[] = [];
  /** Wordings of the last point that has answers, and those that its series began with. */
  let before: readonly string[] = [];
  let begun: readonly string[] = [];
  const points = periods.map((point) => {
    const answers = byStart.get(startOf(point.from, step)) ?? [];
    const versions = [...new Set(answers.map(({ version }) => version))].sort();
    const fresh = versions.filter((one) => !before.includes(one));
    // A point of several wordings ends a series where the next one is of fewer, unless it is the one that took over.
    const isNarrower = versions.length < before.length && !versions.every((one) => begun.includes(one));
    if (versions.length > 0 && (fresh.length > 0 || isNarrower)) {
      if (before.length > 0) breaks.push({ on: point.from, versions: fresh.length > 0 ? fresh : versions });
      begun = breaks.at(-1)?.versions ?? (versions.length > 1 ? [] : versions);
    }
    if (versions.length > 0) before = versions;
    return { ...point, counts: countReviews(answers) };
  });
  return { criterion, step, points, breaks };
}
