/** What is asked of an address, and what must come back. */

export const METHODS = ['GET', 'HEAD'] as const;
export type Method = (typeof METHODS)[number];

/** What a target is to a procedure, in the order in which a user meets them. */
export const ROLES = ['home', 'sign_in', 'form', 'last_page'] as const;
export type Role = (typeof ROLES)[number];

export type Demand = {
  readonly url: string;
  readonly method: Method;
  /** Statuses that are right, as `200-299` or `200,401`. */
  readonly expectedStatus: string;
  readonly mustContain: string | null;
  readonly mustNotContain: string | null;
  readonly intervalMs: number;
  readonly timeoutMs: number;
  /** Beyond which a first byte is late, in ms. */
  readonly slowMs: number;
};

export type Target = Demand & { readonly id: number };

/** What is asked where nothing is said. Answers later than 4 T (Apdex, T = 0.5 s) frustrate: they are late. */
export const USUAL_DEMAND: Omit<Demand, 'url'> = {
  method: 'GET',
  expectedStatus: '200-299',
  mustContain: null,
  mustNotContain: null,
  intervalMs: 60_000,
  timeoutMs: 10_000,
  slowMs: 2_000,
};

export const REPETITIONS = ['never', 'daily', 'weekly'] as const;
export type Repetition = (typeof REPETITIONS)[number];

/** A time at which a target is stopped on purpose; it comes again at the same hour of Paris. */
export type Maintenance = {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly repeats: Repetition;
  /** The last day on which it begins; null where it has none. */
  readonly repeatsUntil: string | null;
};
