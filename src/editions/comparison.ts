/** What a comparison of two editions says. Keys are those of its JSON (docs/open-data.md): added, never renamed. */
import type { CriterionId, TestName } from '../criteria/index.ts';
import type { Aggregate } from './aggregate.ts';
import type { PublishedProcedure, PublishedResult } from './published-result.ts';

/**
 * How a value changed.
 *
 * - `rise`, `fall`: the value itself went up or down, and a test (or, of declared values, any difference) says so;
 * - `no_significant_change`: it was tested and the difference may be chance; or a declared value is the same;
 * - `not_testable`: no test can be made, for the `reason` given.
 */
export const CHANGE_KINDS = ['rise', 'fall', 'no_significant_change', 'not_testable'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Why two values cannot be tested. */
export const UNTESTABLE_REASONS = [
  'absent_before',
  'absent_after',
  'absent_both',
  'criterion_not_comparable',
  'n_unknown',
  'variance_unknown',
  'no_variance',
  'too_few',
  'windows_overlap',
  'probe_series',
  'no_direction',
  'suspect',
] as const;
export type UntestableReason = (typeof UNTESTABLE_REASONS)[number];

/** Why a criterion of two methodologies cannot be compared, or its levels cannot. */
export const COMPARABILITY_REASONS = [
  'absent_before',
  'absent_after',
  'unit',
  'formula',
  'source',
  'window',
  'thresholds',
  'minimum',
] as const;
export type ComparabilityReason = (typeof COMPARABILITY_REASONS)[number];

/** Whether the values, and whether the levels, of a criterion mean the same on both sides. */
export type CriterionComparability = {
  readonly criterion: CriterionId;
  readonly values: boolean;
  readonly levels: boolean;
  /** Every difference of definition, those that forbid nothing (`minimum`) included; empty when there is none. */
  readonly reasons: readonly ComparabilityReason[];
};

export type ComparedEdition = {
  readonly slug: string;
  readonly label: string;
  readonly cutoff_on: string;
  readonly methodology: string;
  readonly revision: number;
};

export type ComparedProcedure = Pick<
  PublishedProcedure,
  'id' | 'slug' | 'name' | 'organisation' | 'ministry'
>;

/** One value of one procedure on both sides. */
export type Change = {
  readonly procedure: ComparedProcedure;
  readonly criterion: CriterionId;
  readonly kind: ChangeKind;
  /** True when the change is for the better, false for the worse; null when there is none or neither way is better. */
  readonly better: boolean | null;
  readonly reason: UntestableReason | null;
  readonly before: PublishedResult | null;
  readonly after: PublishedResult | null;
  /** The test that was made, the more cautious of two; null for a declared value and where none can be. */
  readonly test: {
    readonly name: TestName;
    /** What was compared: whole windows that do not overlap, or what entered with what left. */
    readonly over: 'windows' | 'parts';
    readonly statistic: number;
    readonly df: number | null;
    readonly p: number;
  } | null;
  /** True when the value after is that of before to the last digit, and so has probably not been updated. */
  readonly stale: boolean;
};

export type Renaming = { readonly before: string; readonly after: string };

export type Comparison = {
  readonly before: ComparedEdition;
  readonly after: ComparedEdition;
  readonly criteria: readonly CriterionComparability[];
  readonly procedures: { readonly before: number; readonly after: number; readonly in_both: number };
  /** In the words of the later edition. */
  readonly entered: readonly ComparedProcedure[];
  /** In the words of the earlier one. */
  readonly left: readonly ComparedProcedure[];
  readonly renamed: readonly { readonly procedure: ComparedProcedure; readonly before: string }[];
  /** Procedures that another organisation or ministry answers for. */
  readonly moved: readonly {
    readonly procedure: ComparedProcedure;
    readonly before: Pick<ComparedProcedure, 'organisation' | 'ministry'>;
  }[];
  readonly organisations_renamed: readonly Renaming[];
  readonly ministries_renamed: readonly Renaming[];
  /** In both editions, and fully online only in the later one. */
  readonly newly_online: readonly {
    readonly procedure: ComparedProcedure;
    readonly before: string;
    readonly after: string;
  }[];
  /** Every procedure in both editions × every criterion of either methodology. */
  readonly changes: readonly Change[];
  /** How many tests the false discovery rate was held over, and at what rate. */
  readonly tests: { readonly made: number; readonly false_discovery_rate: number };
  readonly whole: { readonly before: Aggregate | null; readonly after: Aggregate | null };
  /** By ministry, one that was renamed on one line; null on the side where it has no procedure. */
  readonly ministries: readonly {
    readonly name: string | null;
    readonly before: Aggregate | null;
    readonly after: Aggregate | null;
  }[];
};
