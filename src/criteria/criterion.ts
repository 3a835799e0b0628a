/**
 * The vocabulary of the method: what a criterion, a level and a methodology are. A methodology is data: every
 * threshold, minimum and word of it stands in one object, and `judge.ts` only reads it.
 */
import type { Fact, Status } from '../core/figure.ts';
import type { ReasonCode } from './reasons.ts';
import type { Words } from './words.ts';

/** Ids of the public contract (design §6): added, never renamed. In the order of a public table. */
export const CRITERIA = [
  'online',
  'satisfaction',
  'accessibility',
  'once_only',
  'digital_share',
  'clarity',
  'autonomy',
  'help_reachable',
  'help_effective',
  'authentication',
  'availability',
  'response_time',
  'display_speed',
  'mobile',
  'help',
  'availability_speed',
] as const;
export type CriterionId = (typeof CRITERIA)[number];

/** `info`: shown, and neither good nor poor; `none`: no level can be drawn. */
export const LEVELS = ['good', 'medium', 'poor', 'info', 'none'] as const;
export type Level = (typeof LEVELS)[number];

/** What a value is counted in: marks 0 to 10, shares 0 to 1, milliseconds, a count, points, or a word. */
export const UNITS = ['mark', 'share', 'ms', 'count', 'points', 'category'] as const;
export type Unit = (typeof UNITS)[number];

/** Which way a value improves; `none` when neither way is better. */
export type Direction = 'more' | 'less' | 'none';

/**
 * The condition of one level, in the unit of the criterion. `otherwise` holds for any number that no earlier
 * condition took; `no_declaration` for no value: it tells readers the level of a declaration that is missing.
 */
export type Condition =
  | { readonly kind: 'at_least' | 'at_most' | 'below'; readonly bound: number }
  | { readonly kind: 'one_of'; readonly words: readonly string[] }
  | { readonly kind: 'otherwise' }
  | { readonly kind: 'no_declaration' };

/** One line of a legend: a value takes the level of the first line whose condition holds. */
export type LegendEntry = { readonly level: Level; readonly when: Condition; readonly words: Words };

/**
 * How the answers behind a value were drawn, which decides its interval: a mean of grades (Student), a share of
 * answers (Wilson), or no sample at all (a declaration, a count of everything, a probe).
 */
export type Sampling = 'mean_of_grades' | 'share_of_answers' | 'none';

/** How a criterion judges a declaration: for how long it is valid, and its level when it gives no rate. */
export type DeclarationRule = { readonly validMonths: number | null; readonly levelWithoutRate: Level };

export type CriterionDefinition = {
  readonly id: CriterionId;
  readonly label: Words;
  /** Fits the head of a narrow column. */
  readonly shortLabel: Words;
  /** What is measured, in one sentence. */
  readonly measures: Words;
  /** The data it is computed from. */
  readonly computedFrom: Words;
  readonly formula: Words;
  readonly unit: Unit;
  readonly direction: Direction;
  /** Decimals shown, of the unit as shown: a share is shown in percent. */
  readonly decimals: number;
  readonly legend: readonly LegendEntry[];
  readonly sampling: Sampling;
  /** Grades (0 to 10) in one unit of the value: 1 for a mark, 10 for the share that a mark of 10 makes whole. */
  readonly gradesPerUnit: number;
  /** Fewest answers for the value to be published; null where there is no minimum. */
  readonly minimumN: number | null;
  /** Months of data the value covers; null for a value at a date. */
  readonly windowMonths: number | null;
  readonly declaration: DeclarationRule | null;
  /** What reaching the objective means, in words: a result reaches it when its level is `good`. Null where none is set. */
  readonly objective: Words | null;
  readonly knownLimits: readonly Words[];
};

/**
 * Executable example of a methodology. `given` completes a measured fact of the cut-off day, without value nor n; `text` is the
 * number as displayed (percent for a share), null when no number is published.
 */
export type Vector = {
  readonly says: string;
  readonly criterion: CriterionId;
  readonly given: Readonly<Partial<Record<CriterionId, Partial<Fact>>>>;
  readonly expected: {
    readonly status: Status;
    readonly level: Level;
    readonly text: string | null;
    readonly reason?: ReasonCode | null;
    readonly borderline?: boolean | null;
  };
};

export const METHODOLOGY_IDS = ['observatoire-2020', 'vde-2025', 'vigie-1'] as const;
export type MethodologyId = (typeof METHODOLOGY_IDS)[number];

export type Methodology = {
  readonly id: MethodologyId;
  readonly label: Words;
  readonly summary: Words;
  /** When it was in use, in words. */
  readonly period: Words;
  /** Fewest answers in general; a criterion may have its own. */
  readonly minimumN: number;
  readonly windowMonths: number;
  /** In display order. */
  readonly criteria: readonly CriterionDefinition[];
  readonly predecessor: MethodologyId | null;
  /** What changed since the version before. */
  readonly changes: readonly Words[];
  /**
   * National online rate: what each online status counts for. A status without a weight leaves both the numerator
   * and the denominator.
   */
  readonly onlineWeights: Readonly<Record<string, number>>;
  readonly onlineRateFormula: Words;
  /** Share of satisfaction above which (strictly) a procedure counts as "very good"; null where there is no such rule. */
  readonly veryGoodAbove: number | null;
  readonly vectors: readonly Vector[];
};

/** The definition of a criterion in a methodology, or null when the methodology has not got it. */
export function findCriterion(methodology: Methodology, id: string): CriterionDefinition | null {
  return methodology.criteria.find((definition) => definition.id === id) ?? null;
}

/** The level of an unrounded value (in the unit of the definition), or null when no line of the legend speaks of it. */
export function levelOf(definition: CriterionDefinition, value: number | string): Level | null {
  return definition.legend.find((entry) => holds(entry.when, value))?.level ?? null;
}

function holds(condition: Condition, value: number | string): boolean {
  if (condition.kind === 'one_of') return typeof value === 'string' && condition.words.includes(value);
  if (typeof value === 'string') return false;
  switch (condition.kind) {
    case 'at_least':
      return value >= condition.bound;
    case 'at_most':
      return value <= condition.bound;
    case 'below':
      return value < condition.bound;
    case 'otherwise':
      return true;
    case 'no_declaration':
      return false;
  }
}

/** The bounds that separate the levels of a definition, in its unit. */
export function thresholdsOf(definition: CriterionDefinition): readonly number[] {
  return definition.legend.flatMap(({ when }) => ('bound' in when ? [when.bound] : []));
}
