/**
 * What a browser can check of the page of a target: a closed list of kinds, and what each result holds. Kinds, advice and
 * reasons are added, never renamed: the store keeps them for ever.
 */
import type { CheckFigures } from './check-figures.ts';
import type { Role } from './target.ts';

export * from './check-figures.ts';

export const CHECK_KINDS = [
  'display_speed',
  'automatic_accessibility',
  'accessibility_declaration',
  'mobile',
  'authentication',
  'contact_and_help',
  'feedback_button',
  'https_and_headers',
] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

/** `unknown`: it could not be seen; says nothing of the site. */
export const CHECK_RESULTS = ['pass', 'fail', 'unknown'] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];

/** Days for which a result speaks of the present: checks are weekly, and four may fail in a row. */
export const CHECK_VALID_DAYS = 35;

/** A button is looked for where a procedure ends, a sign-in before its form is filled in; the rest everywhere. */
const KINDS_OF_SOME_ROLES: Readonly<Partial<Record<CheckKind, readonly Role[]>>> = {
  feedback_button: ['last_page'],
  authentication: ['home', 'sign_in', 'form'],
};

/** The kinds of check that are made of a page, by what it is to the procedures that it counts for. */
export function kindsFor(roles: readonly Role[]): CheckKind[] {
  return CHECK_KINDS.filter((kind) => {
    const wanted = KINDS_OF_SOME_ROLES[kind];
    return wanted === undefined || roles.some((role) => wanted.includes(role));
  });
}

/** Why a check could not tell. */
export const UNKNOWN_REASONS = [
  'browser_missing',
  'browser_crashed',
  'took_too_long',
  'page_not_reached',
  'page_refused_robot',
  'address_refused',
  'not_a_page',
  'declaration_not_reached',
  'declaration_is_a_file',
  'declaration_not_understood',
  'no_sign_in_seen',
  'form_not_reached',
  'button_not_known',
  'canary_refused',
  'not_measured',
] as const;
export type UnknownReason = (typeof UNKNOWN_REASONS)[number];

/** What to mend, by kind; their words are the interface's. */
export const CHECK_ADVICE = {
  display_speed: ['late_on_mobile', 'late_on_desktop', 'moves_while_loading', 'heavy', 'many_third_parties'],
  automatic_accessibility: ['mend_broken_rules'],
  accessibility_declaration: [
    'add_mention',
    'state_in_mention',
    'publish_declaration',
    'renew_declaration',
    'state_conformance',
    'state_rate',
    'date_declaration',
    'add_contact',
    'add_remedies',
    'agree_with_mention',
    'agree_with_rate',
  ],
  mobile: ['no_sideways_scroll', 'declare_viewport', 'let_zoom', 'larger_targets', 'larger_text'],
  authentication: ['offer_franceconnect'],
  contact_and_help: ['give_direct_contact', 'give_opening_hours', 'add_help_page'],
  feedback_button: ['add_button', 'mend_button_link'],
  https_and_headers: [
    'serve_https',
    'redirect_to_https',
    'renew_certificate',
    'add_hsts',
    'add_csp',
    'add_no_sniff',
    'limit_framing',
    'add_referrer_policy',
    'secure_cookies',
  ],
} as const satisfies Record<CheckKind, readonly string[]>;
export type CheckAdvice<Kind extends CheckKind = CheckKind> = (typeof CHECK_ADVICE)[Kind][number];

/** What was read, so that anybody can look again: where, what, and the hash of the whole. */
export type Excerpt = {
  readonly url: string;
  /** At most 500 characters; blank where the page has no such text. */
  readonly text: string;
  /** SHA-256 of the whole of what was read at the address, in hexadecimal. */
  readonly sha256: string;
};

export type CheckEvidence = {
  /** Address of the page after its redirects; of another that it leads to, where that is what could not be read. */
  readonly url: string;
  /** Null unless the result is unknown. */
  readonly reason: UnknownReason | null;
  readonly advice: readonly CheckAdvice[];
  readonly excerpts: readonly Excerpt[];
};

/** What a check comes to. Figures are null where nothing was measured. */
export type CheckOutcome<Kind extends CheckKind = CheckKind> = {
  [Each in Kind]: {
    readonly kind: Each;
    readonly result: CheckResult;
    readonly figures: CheckFigures[Each] | null;
    readonly evidence: CheckEvidence;
  };
}[Kind];

/** A check as it was made of a target. */
export type Check<Kind extends CheckKind = CheckKind> = CheckOutcome<Kind> & {
  readonly targetId: number;
  readonly checkedAt: Date;
};

/** The last check of a kind, and where it could not tell the last that could. */
export type LatestCheck<Kind extends CheckKind = CheckKind> = Check<Kind> & {
  /** Null when the last check could tell, and when none ever could. */
  readonly lastKnown:
    | (Check<Kind> & { /** Whole days before the last check. */ readonly ageDays: number })
    | null;
};

/** The check that tells of a target: the last, unless it could not tell; null when none ever could. */
export function knownCheck<Kind extends CheckKind>(latest: LatestCheck<Kind>): Check<Kind> | null {
  return latest.result === 'unknown' ? latest.lastKnown : latest;
}

/** What those who answer for a procedure reply to a check. */
export type CheckReply = {
  readonly targetId: number;
  readonly kind: CheckKind;
  readonly writtenAt: Date;
  readonly author: string;
  readonly text: string;
};

/** A check that could not tell, and why. */
export function unknownCheck<Kind extends CheckKind>(
  kind: Kind,
  url: string,
  reason: UnknownReason,
  excerpts: readonly Excerpt[] = [],
): CheckOutcome<Kind> {
  return {
    kind,
    result: 'unknown',
    figures: null,
    evidence: { url, reason, advice: [], excerpts },
  } as CheckOutcome<Kind>;
}
