/**
 * What the article of an edition says, as data: sections of paragraphs of statements. A statement holds its figures with
 * their denominators, the procedures it names, and the page that proves it; each language has one sentence for each kind.
 */
import type { CriterionId, Level, MethodologyId } from '../criteria/index.ts';
import type { CountedShare } from './aggregate.ts';
import type { UntestableReason } from './comparison.ts';
import type { Selection, Total } from './published-edition.ts';
import type { PublishedProcedure, PublishedResult } from './published-result.ts';

/** The page where a reader checks a statement. */
export type Proof =
  | {
      readonly page: 'edition';
      readonly slug: string;
      readonly criterion: CriterionId | null;
      readonly level: Level | null;
    }
  | {
      readonly page: 'comparison';
      readonly slug: string;
      readonly previous: string;
      readonly anchor: 'entered' | 'left' | 'newly-online' | 'changes' | 'ministries' | 'totals';
    }
  | {
      readonly page: 'summary';
      readonly slug: string;
      readonly anchor: 'online' | 'criteria' | 'ministries' | 'volumes';
    }
  | { readonly page: 'procedure'; readonly id: string; readonly slug: string }
  | { readonly page: 'methodology'; readonly id: MethodologyId }
  | { readonly page: 'revision'; readonly slug: string; readonly revision: number }
  | { readonly page: 'revisions'; readonly slug: string }
  | { readonly page: 'editions' };

export type NamedProcedure = Pick<
  PublishedProcedure,
  'id' | 'slug' | 'name' | 'organisation' | 'ministry' | 'volume_total'
>;

/** What a list of procedures is ordered by; null where nothing is known to order it by. */
export type UseMeasure = 'volume' | 'reviews' | null;

/** What a procedure spares its users, or not yet. */
export const SERVICES = [
  'fully_online',
  'being_deployed',
  'partly_online',
  'not_online',
  'nothing_asked_again',
  'one_asked_again',
  'france_connect',
  'mobile',
  'help',
  'help_reachable',
] as const;
export type Service = (typeof SERVICES)[number];

/** A value of one procedure on both sides of a comparison. */
export type ChangedProcedure = NamedProcedure & {
  readonly criterion: CriterionId;
  readonly before: PublishedResult;
  readonly after: PublishedResult;
};

export type MarkedProcedure = NamedProcedure & { readonly result: PublishedResult };

/** A part of all: k of N procedures. */
type Part = { readonly count: number; readonly of: number };
type Named<Procedure extends NamedProcedure = NamedProcedure> = {
  readonly procedures: readonly Procedure[];
  /** Procedures that the statement speaks of and does not name. */
  readonly others: number;
};
/** One type a kind, also where several kinds hold the same data. */
type Says<Kind extends string, Data> = Kind extends string
  ? { readonly kind: Kind; readonly proof: Proof } & Readonly<Data>
  : never;

export type Statement =
  // The edition, and what it can and cannot say.
  | Says<
      'edition',
      {
        label: string;
        /** A figure of its source for an edition known by its totals; null where it does not say. */
        size: number | Total | null;
        cutoffOn: string;
        /** Null for a reconstructed edition, which was not published on a day of its time. */
        publishedOn: string | null;
        /** The day of the last correction; null where there was none. */
        revisedOn: string | null;
        methodology: MethodologyId;
        selection: Selection;
      }
    >
  | Says<'reconstructed' | 'first_edition' | 'known_by_totals', object>
  | Says<'previous_by_totals', { label: string }>
  | Says<
      'method_changed',
      { before: MethodologyId; after: MethodologyId; notCompared: readonly CriterionId[] }
    >
  /** Criteria of the methodology of which the edition has no figure at all. */
  | Says<'not_measured', { criteria: readonly CriterionId[] }>
  // What can be done online.
  | Says<
      'online_rate',
      {
        rate: CountedShare;
        full: number;
        /** Being deployed from place to place, which counts for as much. */
        deploying: number;
        /** Statuses that count for a part, and for how much. */
        partial: readonly { readonly status: string; readonly weight: number; readonly count: number }[];
        none: number;
        /** Proof of the procedures that are fully online. */
        fullProof: Proof;
      }
    >
  /** By the reason why they are left out. */
  | Says<'online_outside', Part & { planned: number; proactive: number; unreported: number }>
  | Says<'online_by_volume', { rate: CountedShare; of: number }>
  | Says<
      'online_change',
      {
        label: string;
        before: number;
        /** Difference in points of percentage. */
        points: number;
        /** Over the procedures known on both sides; null where these are all of them, or are not known one by one. */
        common: {
          readonly count: number;
          readonly before: number;
          readonly after: number;
          readonly points: number;
          readonly proof: Proof;
        } | null;
      }
    >
  // What entered and left.
  /** `ministries`: how many answer for them, 0 when it is not known of all. */
  | Says<'entered', { count: number; ministries: number }>
  | Says<
      'entered_group',
      Named & {
        ministry: string | null;
        /** True when the statement before is of the same ministry. */
        sameMinistry: boolean;
        services: readonly Service[];
      }
    >
  | Says<'entered_others', { count: number; measure: UseMeasure }>
  /** The two editions chose their procedures by different rules. */
  | Says<'selection_changed', object>
  | Says<'newly_online', Named>
  | Says<'left', Named & { measure: UseMeasure }>
  | Says<'none_entered', { left: number }>
  // Better uses.
  | Says<'reaching', Part & { whole: number; criterion: 'mobile' | 'once_only' | 'authentication' }>
  | Says<'usable_better', Named<ChangedProcedure> & { criterion: 'mobile' | 'once_only' | 'authentication' }>
  // Reviews.
  /** `period`: the one that all reviews are of, or null; `isYear`: those of each procedure are of twelve months. */
  | Says<
      'reviews',
      Part & {
        total: number;
        period: { readonly start: string; readonly end: string } | null;
        isYear: boolean;
      }
    >
  /**
   * Most reviews end a month or more before the cut-off, on `lastOn` at the latest; the marks of `unchanged` are those of
   * the edition before.
   */
  | Says<'reviews_dated', Part & { lastOn: string; cutoffOn: string; unchanged: number }>
  /** Marks without an interval, nor the answers to make one from. */
  | Says<'margin_unknown', Part>
  | Says<'reviews_uncounted', object>
  | Says<'marked', Part & { insufficient: number }>
  /** `above`: the share that must be exceeded, or null where the good level is what counts. */
  /** `borderline`: of those counted, too close to the threshold to conclude. */
  | Says<'well_rated', Part & { above: number | null; borderline: number }>
  // What improved and what troubles users.
  | Says<'tested', { tested: number; better: number; worse: number; falseDiscoveryRate: number }>
  | Says<'better' | 'worse', Named<ChangedProcedure>>
  | Says<'none_tested', { pairs: number; reasons: readonly UntestableReason[] }>
  | Says<'poorly_rated', Part & Named<MarkedProcedure> & { measure: UseMeasure; borderline: number }>
  | Says<'none_poorly_rated', { of: number }>
  // Availability.
  | Says<'available', Part & { whole: number; criterion: 'availability' | 'availability_speed' }>
  | Says<'suspect', { count: number; of: number; reason: 'probe_blocked' | null }>
  // Corrections.
  | Says<
      'corrected',
      { listProof: Proof; revision: number; reason: string; differences: number; correctedOn: string | null }
    >
  // Figures of an edition known by its totals.
  | Says<'total_online', { total: Total; of: Total | null }>
  | Says<'total_new', { total: Total }>
  | Says<'total_reviews', { reviews: Total; equipped: Total | null }>
  | Says<'total_well_rated', { rate: Total; of: Total | null; above: number | null }>;

export const SECTIONS = [
  'lead',
  'online',
  'entered',
  'uses',
  'reviews',
  'progress',
  'availability',
  'corrections',
] as const;

export type ArticleSection = {
  readonly kind: (typeof SECTIONS)[number];
  readonly paragraphs: readonly (readonly Statement[])[];
};

/** The procedures that a statement names, in its order. */
export function proceduresOf(statement: Statement): readonly NamedProcedure[] {
  return 'procedures' in statement ? statement.procedures : [];
}
