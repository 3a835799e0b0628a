/**
 * What a request to a target comes to: a closed list. Each outcome belongs to one verdict; its code is what the store keeps
 * and never changes meaning. Outcomes are added at the end of their verdict, never renumbered.
 */

/**
 * - `up`: the right answer, in time;
 * - `degraded`: the right answer, late, at the second try, or to browsers only; it counts as up;
 * - `down`: no answer, or a wrong one: what a user would meet too;
 * - `blocked`: the site answered that it does not want this robot; says nothing of users;
 * - `unknown`: we could not look; says nothing of the site;
 * - `maintenance`: announced.
 *
 * The order is that of `probes.daily.verdicts`: a verdict may be added at the end.
 */
export const VERDICTS = ['up', 'degraded', 'down', 'blocked', 'unknown', 'maintenance'] as const;
export type Verdict = (typeof VERDICTS)[number];

const CODES = {
  up: 1,

  slow: 10,
  second_try: 11,
  chain_incomplete: 12,

  name_not_found: 20,
  name_failed: 21,
  refused: 22,
  connection_timed_out: 23,
  reset: 24,
  unreachable: 25,
  tls_failed: 30,
  certificate_expired: 31,
  certificate_not_trusted: 32,
  certificate_wrong_name: 33,
  timed_out: 40,
  body_timed_out: 41,
  body_cut: 42,
  malformed: 43,
  server_error: 50,
  unexpected_status: 51,
  too_many_redirects: 52,
  redirect_to_private: 53,
  redirect_to_nowhere: 54,
  back_later: 55,
  text_missing: 60,
  text_forbidden: 61,

  blocked_status: 70,
  challenge: 71,
  asked_to_wait: 72,

  own_network: 80,
  address_refused: 81,
  probe_failed: 82,

  maintenance: 90,
} as const;

export type Outcome = keyof typeof CODES;

/** The first code of each verdict, from the highest down. */
const FIRST: readonly (readonly [code: number, verdict: Verdict])[] = [
  [90, 'maintenance'],
  [80, 'unknown'],
  [70, 'blocked'],
  [20, 'down'],
  [10, 'degraded'],
  [1, 'up'],
];

export const OUTCOMES = Object.keys(CODES) as readonly Outcome[];

const BY_CODE: ReadonlyMap<number, Outcome> = new Map(OUTCOMES.map((outcome) => [CODES[outcome], outcome]));

/** What the store keeps of an outcome. */
export function codeOf(outcome: Outcome): number {
  return CODES[outcome];
}

/**
 * The outcome of a code of the store.
 * @throws RangeError for a code that no outcome has
 */
export function outcomeOf(code: number): Outcome {
  const outcome = BY_CODE.get(code);
  if (outcome === undefined) throw new RangeError(`${code} is the code of no outcome`);
  return outcome;
}

export function verdictOf(outcome: Outcome): Verdict {
  const code = CODES[outcome];
  return FIRST.find(([first]) => code >= first)?.[1] ?? 'unknown';
}
