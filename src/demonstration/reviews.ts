/** What users of the demonstration say, counted by quarter: grades and shares, with the parts of each year. Pure. */
import type { Fact, FactPart, GradeCounts } from '../core/figure.ts';
import { meanFromCounts } from '../criteria/index.ts';
import type { DemonstrationEdition } from './calendar.ts';
import { type Chance, chanceOf, drawBetween, drawOutcomes } from './chance.ts';
import type { Profile } from './profiles.ts';

/** Uses online of a year for one review a quarter. */
const USES_A_REVIEW = 400;
/** Reviews of the most used in a quarter: chance is drawn one review after another. */
const MOST_REVIEWS = 600;

const SOURCE = 'Avis fictifs de la démonstration';

const INDICATORS = ['satisfaction', 'clarity', 'autonomy', 'help_reachable', 'help_effective'] as const;

/** The answers of one quarter, by indicator. */
type QuarterAnswers = Readonly<
  Record<(typeof INDICATORS)[number], Pick<FactPart, 'counts' | 'numerator' | 'denominator'>>
>;

/** What the reviews of a procedure give at the cut-off of an edition, by indicator; nothing when nobody is asked. */
export function reviewFacts(
  publicId: string,
  profile: Profile,
  { quarters, lastQuarter }: DemonstrationEdition,
): Readonly<Record<string, Fact>> {
  if (profile.mark === null || profile.opensAt > lastQuarter) return {};
  const first = lastQuarter - quarters.length + 1;
  const habits = habitsOf(publicId);
  const answers = quarters.map((_, at) => answersOf(publicId, profile, habits, first + at));
  return Object.fromEntries(
    INDICATORS.map((indicator) => [
      indicator,
      yearOf(
        quarters.map(({ from, to }, at) => ({
          periodStart: from,
          periodEnd: to,
          ...(answers[at]?.[indicator] ?? NOTHING),
          clusters: null,
        })),
      ),
    ]),
  );
}

const NOTHING = { counts: null, numerator: null, denominator: null } as const;

/** The figure of a year from its parts. */
export function yearOf(parts: readonly FactPart[]): Fact {
  const counts = sumCounts(parts);
  const [numerator, denominator] = [
    sum(parts.map((part) => part.numerator)),
    sum(parts.map((part) => part.denominator)),
  ];
  const value =
    counts !== null ? meanFromCounts(counts) : numerator && denominator && numerator / denominator;
  return {
    status: 'measured',
    value: value ?? null,
    n: counts === null ? denominator : sum(Object.values(counts)),
    counts,
    numerator,
    denominator,
    clusters: null,
    parts,
    periodStart: parts[0]?.periodStart ?? '',
    periodEnd: parts.at(-1)?.periodEnd ?? '',
    source: SOURCE,
    origin: 'automatic',
    sourcePrecision: null,
    reason: null,
    statedLevel: null,
  };
}

function sumCounts(parts: readonly FactPart[]): GradeCounts | null {
  const grades = Object.keys(parts[0]?.counts ?? {});
  if (grades.length === 0) return null;
  return Object.fromEntries(
    grades.map((grade) => [grade, sum(parts.map(({ counts }) => counts?.[grade] ?? 0)) ?? 0]),
  );
}

function sum(values: readonly (number | null)[]): number | null {
  return values.reduce((total, value) => (total === null || value === null ? null : total + value), 0);
}

type Habits = {
  /** How the mark for clarity, and that for help, differ from satisfaction. */
  readonly clarity: number;
  readonly effective: number;
  /** Shares of users who need no help, and of those who reach somebody. */
  readonly autonomy: number;
  readonly reachable: number;
};

function habitsOf(publicId: string): Habits {
  const chance = chanceOf(`${publicId} habits`);
  return {
    clarity: drawBetween(chance, -0.4, 0.7),
    autonomy: drawBetween(chance, 0.55, 0.93),
    reachable: drawBetween(chance, 0.52, 0.93),
    effective: drawBetween(chance, -0.9, 0.5),
  };
}

/** The answers of a quarter, counted from 0: the same in each edition that has it. */
function answersOf(publicId: string, profile: Profile, habits: Habits, quarter: number): QuarterAnswers {
  const chance = chanceOf(`${publicId} reviews ${quarter}`);
  const { volume, digital, trend, opensAt } = profile;
  const expected = Math.min(MOST_REVIEWS, ((volume ?? 0) * Math.min(digital, 1)) / USES_A_REVIEW);
  const reviews = quarter < opensAt ? 0 : Math.round(expected * drawBetween(chance, 0.9, 1.1));
  const mark = (profile.mark ?? 0) + trend * quarter;
  const needless = drawShare(chance, Math.round(reviews * 0.92), habits.autonomy);
  const attempts = needless.denominator - needless.numerator;
  const reached = drawShare(chance, attempts, habits.reachable);
  return {
    satisfaction: drawGrades(chance, reviews, THREE_GRADES, threeWeights(mark)),
    clarity: drawGrades(chance, Math.round(reviews * 0.86), FIVE_GRADES, fiveWeights(mark + habits.clarity)),
    autonomy: { counts: null, ...needless },
    help_reachable: { counts: null, ...reached },
    help_effective: drawGrades(chance, reached.numerator, FIVE_GRADES, fiveWeights(mark + habits.effective)),
  };
}

const THREE_GRADES = ['0', '5', '10'];
const FIVE_GRADES = ['0', '2.5', '5', '7.5', '10'];

/** Weights of the grades 0, 5 and 10 whose mean is a mark. */
function threeWeights(mark: number): number[] {
  const share = shareOf(mark);
  const middle = 1.2 * share * (1 - share);
  return [1 - share - middle / 2, middle, share - middle / 2];
}

/** Weights of five grades whose mean is a mark: those of a binomial law. */
function fiveWeights(mark: number): number[] {
  const share = shareOf(mark);
  return [1, 4, 6, 4, 1].map((ways, at) => ways * share ** at * (1 - share) ** (4 - at));
}

function shareOf(mark: number): number {
  return Math.min(0.97, Math.max(0.05, mark / 10));
}

function drawGrades(chance: Chance, n: number, grades: readonly string[], weights: readonly number[]) {
  const drawn = drawOutcomes(chance, n, weights);
  return {
    counts: Object.fromEntries(grades.map((grade, at) => [grade, drawn[at] ?? 0])),
    numerator: null,
    denominator: null,
  };
}

function drawShare(chance: Chance, n: number, share: number) {
  const [numerator = 0] = drawOutcomes(chance, n, [share, 1 - share]);
  return { numerator, denominator: n };
}
