/** What is counted: of a subject and a day, by one dimension at a time. Pure. */

/**
 * - `whole`: all views and visits; the value is `all`, as in the other dimensions that have but one;
 * - `device`, `country`, `referrer`: of the visit; its views count under the same value;
 * - `page`: the registered beginning of the path; `step`: the step that the page bears;
 * - `ending`: visits that reached a valid ending, `submitted` or `refused`, each once;
 * - `robot`, `opted_out`: views that are left out of all the others.
 */
export const DIMENSIONS = [
  'whole',
  'device',
  'country',
  'referrer',
  'page',
  'step',
  'ending',
  'robot',
  'opted_out',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The value of a dimension that has but one. */
export const ALL = 'all';

/** What an event says that is no step: a page was shown. */
export const VIEW = 'view';
/** The steps that every procedure has, under the same names. */
export const START = 'start';
export const SUBMITTED = 'submitted';
export const REFUSED = 'refused';
export const FAILED = 'error';
/** A decision that says no is a valid ending: the procedure did its work (method.md §3). */
export const VALID_ENDINGS: readonly string[] = [SUBMITTED, REFUSED];
export const COMMON_STEPS: readonly string[] = [START, SUBMITTED, REFUSED, FAILED];

/** Names of the steps of a procedure: nothing of a person fits in. */
export const STEP_NAME = /^[a-z0-9][a-z0-9_-]{0,39}$/;

export type SubjectDay = { readonly subjectId: number /** `YYYY-MM-DD`. */; readonly day: string };

/** How many views and visits are added under one value. */
export type VisitCount = SubjectDay & {
  readonly dimension: Dimension;
  readonly value: string;
  readonly views: number;
  readonly visits: number;
};

/** How many completed procedures took a time of this bucket (core/time-histogram.ts). */
export type DurationCount = SubjectDay & { readonly bucket: number; readonly n: number };

/** What is added to the store at once. */
export type VisitRows = {
  readonly counts: readonly VisitCount[];
  readonly durations: readonly DurationCount[];
};

/** Where the counts of a day come from: these pages count, or a file that was read. A day has one source. */
export const COUNTER_SOURCE = 'counter';
