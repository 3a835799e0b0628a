/** From what probes and checks saw to facts for judgement. Pure. */
import { addDays, addMonths, dayOf } from '../core/clock.ts';
import { type Fact, NO_FIGURE } from '../core/figure.ts';
import { availabilityOf, type Minutes } from './availability.ts';
import type { Check, CheckKind } from './check.ts';
import type { Period } from './paris-hours.ts';
import { ROLES, type Role } from './target.ts';

/** Least share of the minutes of a period that must have been seen up or down for it to be judged. */
export const MINIMUM_COVERAGE = 0.5;
/** Months to the end of the window that availability and response times speak of (method.md §2). */
const PROBED_MONTHS = 3;

const PROBED = 'Sondes de Vigie, minute par minute';
const CHECKED = 'Contrôle automatique de Vigie';

export type ProbeCriterion = 'availability' | 'response_time';
export type CheckCriterion = 'display_speed' | 'mobile' | 'accessibility' | 'authentication';

/** The kind of check that tells of each criterion. */
export const KIND_OF: Readonly<Record<CheckCriterion, CheckKind>> = {
  display_speed: 'display_speed',
  mobile: 'mobile',
  accessibility: 'accessibility_declaration',
  authentication: 'authentication',
};

/** The three months to the end of a window, or less where it is shorter. */
export function probedPeriod({ from, to }: Period): Period {
  const earliest = addMonths(addDays(to, 1), -PROBED_MONTHS);
  return { from: from > earliest ? from : earliest, to };
}

/**
 * What the minutes and response times of a procedure tell. Where too little of the period was seen, the facts say so without
 * a figure, and any other source is believed.
 *
 * @param answers right answers of its targets and the sum of their times to the first byte, in ms
 */
export function probedFacts(
  minutes: Minutes,
  answers: { readonly n: number; readonly sumMs: number },
  period: Period,
  periodMinutes: number,
): Partial<Record<ProbeCriterion, Fact>> {
  const { numerator, denominator, share, coverage } = availabilityOf(minutes, periodMinutes);
  if (share === null) return {};
  const about = { ...NO_FIGURE, ...daysOf(period), source: PROBED, origin: 'automatic' as const };
  if ((coverage.share ?? 0) < MINIMUM_COVERAGE) {
    const unseen: Fact = { ...about, status: 'not_reported', reason: 'coverage_too_low' };
    return { availability: unseen, response_time: unseen };
  }
  const measured = { ...about, status: 'measured' as const };
  return {
    availability: { ...measured, value: share, numerator, denominator },
    ...(answers.n > 0 && {
      response_time: { ...measured, value: answers.sumMs / answers.n, n: answers.n },
    }),
  };
}

function daysOf({ from, to }: Period): Pick<Fact, 'periodStart' | 'periodEnd'> {
  return { periodStart: from, periodEnd: to };
}

/** A check of a target that could tell, and what the target is to the procedure. */
export type RoleCheck = { readonly role: Role; readonly check: Check };

/**
 * What the checks of a procedure tell of a criterion: that of the page that users meet first. Absences are not told: that a
 * robot did not find a declaration or a button to sign in does not prove that there is none.
 *
 * @param checks of the kind of the criterion, at most one a target
 */
export function checkedFact(criterion: CheckCriterion, checks: readonly RoleCheck[]): Fact | null {
  const inOrder = checks.toSorted((one, other) => ROLES.indexOf(one.role) - ROLES.indexOf(other.role));
  for (const { check } of inOrder) {
    const fact = READINGS[criterion](check);
    if (fact !== null) return fact;
  }
  return null;
}

const READINGS: Readonly<Record<CheckCriterion, (check: Check) => Fact | null>> = {
  display_speed: (check) =>
    check.kind === 'display_speed' && check.figures !== null
      ? { ...measured(check), value: check.figures.mobile.lcpMs, n: check.figures.mobile.runs }
      : null,
  mobile: (check) =>
    check.kind === 'mobile' && check.figures !== null
      ? { ...measured(check), value: check.figures.verdict }
      : null,
  accessibility: readDeclaration,
  authentication: (check) => {
    if (check.kind !== 'authentication') return null;
    const scheme = (['FranceConnect+', 'FranceConnect'] as const).find((one) =>
      check.figures?.schemes.includes(one),
    );
    return scheme === undefined ? null : { ...measured(check), value: scheme };
  },
};

/**
 * A declaration that was read: its rate at its day. One without a day cannot be judged, since it may be out of date; one
 * whose rate was not found tells nothing, unless it says that the service does not conform.
 */
function readDeclaration(check: Check): Fact | null {
  if (check.kind !== 'accessibility_declaration' || check.figures === null) return null;
  const { rate, state, declaredOn, auditedOn } = check.figures;
  const day = declaredOn ?? auditedOn;
  if (day === null || (rate === null && state !== 'none')) return null;
  const declared = { ...measured(check), status: 'declared' as const, periodStart: day, periodEnd: day };
  return rate === null ? { ...declared, reason: 'declaration_without_rate' } : { ...declared, value: rate };
}

function measured({ checkedAt, evidence }: Check): Fact {
  const day = dayOf(checkedAt);
  return {
    ...NO_FIGURE,
    ...{ status: 'measured', periodStart: day, periodEnd: day },
    ...{ source: `${CHECKED} : ${evidence.url}`, origin: 'automatic' },
  };
}
