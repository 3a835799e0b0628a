/** Where what a browser saw of a procedure contradicts what is declared of it. Pure. */
import { dayOf, daysBetween } from '../core/clock.ts';
import {
  CHECK_VALID_DAYS,
  type Check,
  type CheckKind,
  knownCheck,
  type LatestCheck,
} from '../probes/index.ts';

export const DIVERGENT_CRITERIA = ['accessibility', 'authentication', 'mobile'] as const;
export type DivergentCriterion = (typeof DIVERGENT_CRITERIA)[number];

/** A declared value, in the unit of its criterion. */
export type DeclaredValue = {
  readonly value: number | string | null;
  readonly source: string;
  readonly asOf: string | null;
};

/**
 * - `rate_differs`: the declaration of the site states another rate;
 * - `state_differs`: it states no rate, and a state that the declared rate is not of;
 * - `declaration_expired`: it is more than three years old;
 * - `declaration_not_found`: the page leads to none;
 * - `scheme_seen`, `scheme_not_seen`: FranceConnect is there though declared absent, or the other way about;
 * - `fit_differs`: the page fits a telephone otherwise than declared.
 */
export const CHECK_DIVERGENCES = [
  'rate_differs',
  'state_differs',
  'declaration_expired',
  'declaration_not_found',
  'scheme_seen',
  'scheme_not_seen',
  'fit_differs',
] as const;

export type CheckDivergence = {
  readonly code: (typeof CHECK_DIVERGENCES)[number];
  readonly criterion: DivergentCriterion;
  readonly declared: DeclaredValue & { readonly value: number | string };
  /** The check that says otherwise, and what it saw, in the unit of the criterion; null where it saw that there is none. */
  readonly check: Check;
  readonly seen: number | string | null;
};

/** Rates are declared in whole percents, and read with decimals. */
const SAME_RATE = 0.005 + 1e-9;

/**
 * What contradicts the declared values of a procedure. A check that could not tell contradicts by what was last known, one
 * that is too old to speak of the present by nothing.
 * @param checks the last of each target of the procedure, its first page first
 * @param today `YYYY-MM-DD`
 */
export function findCheckDivergences(
  declared: Readonly<Partial<Record<DivergentCriterion, DeclaredValue>>>,
  checks: readonly LatestCheck[],
  today: string,
): CheckDivergence[] {
  const known = checks.flatMap((latest) => {
    const check = knownCheck(latest);
    return check !== null && daysBetween(dayOf(check.checkedAt), today) <= CHECK_VALID_DAYS ? [check] : [];
  });
  return DIVERGENT_CRITERIA.flatMap((criterion) => {
    const value = declared[criterion];
    if (value?.value === null || value === undefined) return [];
    const found = RULES[criterion](value.value, known, today);
    return found === null ? [] : [{ ...found, criterion, declared: { ...value, value: value.value } }];
  });
}

type Found = Pick<CheckDivergence, 'code' | 'check' | 'seen'>;
type Rule = (declared: number | string, known: readonly Check[], today: string) => Found | null;

const RULES: Readonly<Record<DivergentCriterion, Rule>> = {
  accessibility(declared, known, today) {
    const [check] = ofKind(known, 'accessibility_declaration');
    if (check?.figures == null || typeof declared !== 'number') return null;
    const { mention, state, rate, expiresOn } = check.figures;
    if (mention === null) return { code: 'declaration_not_found', check, seen: null };
    if (rate !== null && Math.abs(rate - declared) > SAME_RATE)
      return { code: 'rate_differs', check, seen: rate };
    // Full is 100 %, partial from 50 % on (decree 2019-768, article 5).
    const stateOfDeclared = declared >= 1 ? 'full' : declared >= 0.5 ? 'partial' : 'none';
    if (rate === null && state !== null && state !== stateOfDeclared)
      return { code: 'state_differs', check, seen: state };
    return expiresOn !== null && expiresOn < today
      ? { code: 'declaration_expired', check, seen: rate ?? state }
      : null;
  },

  /** Any page of the procedure that offers it is enough; none is only known by a page where one signs in. */
  authentication(declared, known) {
    const seenOn = ofKind(known, 'authentication').map((check) => ({
      check,
      scheme: check.figures?.schemes.find((one) => one !== 'ProConnect') ?? null,
    }));
    const offered = seenOn.find(({ scheme }) => scheme !== null);
    const isDeclared = /^franceconnect/i.test(String(declared));
    if (!isDeclared) {
      const isAbsent = /^non$/i.test(String(declared).trim());
      if (!isAbsent || offered === undefined) return null;
      return { code: 'scheme_seen', check: offered.check, seen: offered.scheme };
    }
    const lacking = seenOn.find(({ check }) => check.result === 'fail');
    if (offered !== undefined || lacking === undefined) return null;
    return { code: 'scheme_not_seen', check: lacking.check, seen: null };
  },

  mobile(declared, known) {
    const [check] = ofKind(known, 'mobile');
    if (check?.figures == null || !['Oui', 'Partiel', 'Non'].includes(String(declared))) return null;
    const { verdict } = check.figures;
    return verdict === declared ? null : { code: 'fit_differs', check, seen: verdict };
  },
};

function ofKind<Kind extends CheckKind>(checks: readonly Check[], kind: Kind): Check<Kind>[] {
  return checks.filter((check) => check.kind === kind) as readonly Check[] as Check<Kind>[];
}
