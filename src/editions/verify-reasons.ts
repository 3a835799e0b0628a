/** Which statuses each reason can stand beside: what judgement never writes together was written by another hand. Pure. */
import { addMonths } from '../core/clock.ts';
import type { Status } from '../core/figure.ts';
import {
  availabilitySpeedPoints,
  type CriterionDefinition,
  isOutOfRange,
  isReasonCode,
  levelOf,
  type ReasonCode,
  valueOfAnswers,
} from '../criteria/index.ts';
import type { PublishedResult } from './published-result.ts';

/** A result with what its reason is judged by. */
type Reasoned = {
  readonly definition: CriterionDefinition;
  readonly result: PublishedResult;
  readonly cutoffOn: string;
  /** The online status of the same procedure, as published. */
  readonly online: PublishedResult['value'] | undefined;
};

type ReasonRule = {
  readonly statuses: readonly Status[];
  /** What else must hold, and in which words. */
  readonly when?: { readonly says: string; readonly holds: (one: Reasoned) => boolean };
};

const STATED: readonly Status[] = ['measured', 'declared'];
/** Figures whose doubt rests on others: the two volumes of a share, the availability behind points. */
const DOUBTED_BY_OTHERS = ['digital_share', 'availability_speed'];
/** Availability under which a source holds its own probe for blocked. */
const BLOCKED_UNDER = 0.8;

const WITHOUT_RATE: ReasonRule = {
  statuses: ['declared'],
  when: {
    says: 'a declaration without a rate',
    holds: ({ definition, result }) => definition.declaration !== null && result.value === null,
  },
};

const RULES: Readonly<Record<ReasonCode, ReasonRule>> = {
  n_unknown: { statuses: STATED },
  variance_unknown: { statuses: STATED },
  no_variance: { statuses: STATED },
  under_minimum: { statuses: ['insufficient'] },
  no_declaration: WITHOUT_RATE,
  declaration_rejected: WITHOUT_RATE,
  declaration_without_rate: WITHOUT_RATE,
  declaration_expired: {
    statuses: ['declared'],
    when: { says: 'a declaration past its term', holds: isPastTerm },
  },
  probe_blocked: {
    statuses: ['suspect'],
    when: { says: `an availability under ${BLOCKED_UNDER}`, holds: isLowAvailability },
  },
  out_of_range: {
    statuses: ['suspect'],
    when: { says: 'a value outside its range', holds: isBeyondRange },
  },
  unreadable: {
    statuses: ['suspect', 'not_reported'],
    when: { says: 'no value, or a word without level', holds: isUnreadable },
  },
  not_online: silencedBy('Non'),
  proactive: silencedBy('Démarche proactive'),
  planned: { statuses: ['not_reported'] },
  no_figure: { statuses: ['not_reported'] },
  outdated: { statuses: ['not_reported'] },
  coverage_too_low: { statuses: ['not_reported'] },
  nothing_to_count: {
    statuses: ['not_reported', 'not_applicable'],
    when: { says: 'no answers', holds: ({ result }) => result.n === null || result.n === 0 },
  },
  // Both were found beside other figures of the store, which an edition does not carry.
  sudden_change: { statuses: ['suspect'] },
  part_over_whole: { statuses: ['suspect'] },
  stale_window: {
    // Answers too few, of a window that is past, say that it is.
    statuses: [...STATED, 'insufficient'],
    when: {
      says: 'data that stop a month before the cut-off',
      holds: ({ result, cutoffOn }) => result.as_of <= addMonths(cutoffOn, -1),
    },
  },
};
const WITHOUT_REASON: ReasonRule = { statuses: [...STATED, 'not_reported', 'not_applicable'] };

/**
 * What the reason of a result asks for and the result is not; and what `insufficient` asks for.
 * @returns it in words, or null when status and reason go together
 */
export function faultOfReason(one: Reasoned): string | null {
  const { definition, result } = one;
  const { status, reason, n } = result;
  const rule = reason !== null && isReasonCode(reason) ? RULES[reason] : WITHOUT_REASON;
  if (!rule.statuses.includes(status)) return rule.statuses.join(' or ');
  if (rule.when !== undefined && !rule.when.holds(one)) return rule.when.says;
  if (status !== 'insufficient') return null;
  if (definition.minimumN === null) return 'a criterion with a minimum';
  return n !== null && n >= definition.minimumN ? `fewer answers than ${definition.minimumN}` : null;
}

function silencedBy(word: string): ReasonRule {
  return {
    statuses: ['not_applicable'],
    when: {
      says: `an online status "${word}"`,
      holds: ({ definition, online }) => definition.id !== 'online' && online === word,
    },
  };
}

function isPastTerm({ definition: { declaration }, result, cutoffOn }: Reasoned): boolean {
  if (declaration === null) return false;
  if (result.value === null) return true;
  return declaration.validMonths !== null && addMonths(result.as_of, declaration.validMonths) < cutoffOn;
}

function isLowAvailability({ definition: { id }, result: { value } }: Reasoned): boolean {
  if (typeof value !== 'number') return false;
  if (id === 'availability') return value < BLOCKED_UNDER;
  return id === 'availability_speed' && value <= availabilitySpeedPoints(BLOCKED_UNDER, 0);
}

function isBeyondRange({ definition, result }: Reasoned): boolean {
  const { unit, id } = definition;
  if (unit === 'category') return false;
  const given = [result.value, valueOfAnswers(definition, result)];
  return (
    DOUBTED_BY_OTHERS.includes(id) ||
    given.some((value) => typeof value === 'number' && isOutOfRange(unit, value))
  );
}

function isUnreadable({ definition, result: { status, value } }: Reasoned): boolean {
  if (status === 'not_reported') return true;
  return typeof value === 'string' && (definition.unit !== 'category' || levelOf(definition, value) === null);
}
