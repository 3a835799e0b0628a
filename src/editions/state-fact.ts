/** One figure that a correction sets, as a fact: its status, its days, its answers. Pure. */
import { Decimal } from 'decimal.js';
import { isDay } from '../core/clock.ts';
import type { Fact } from '../core/figure.ts';
import {
  type CriterionDefinition,
  type CriterionId,
  faultOfAnswers,
  isNearAnswers,
  valueOfAnswers,
} from '../criteria/index.ts';
import { readSetValue, type Setting, type SetValue } from './correction-file.ts';
import { factsOf } from './edition-facts.ts';
import { same } from './finding.ts';
import { windowStart } from './published-cell.ts';
import type { PublishedProcedure } from './published-result.ts';

/** The fact that a setting states of a procedure, or what is wrong with it. */
export function stateFact(
  { results }: PublishedProcedure,
  definition: CriterionDefinition,
  setting: Setting,
  cutoffOn: string,
): Fact | string {
  const said = readSetValue(definition, setting.value);
  if (typeof said === 'string') return said;
  const published = results[definition.id];
  const known = published === undefined ? undefined : factsOf({ [definition.id]: published })[definition.id];
  const isSame = known !== undefined && said.value !== null && said.value === known.value;
  const status = statusOf(definition, said, setting, known);
  if (status === null)
    return `"${setting.status}" is no status of a value; write measured, declared or suspect`;
  const fewer = said.status === 'insufficient' && isUnderMinimum(definition, known?.n ?? null);
  const answers = {
    n: keptUnless(setting.n, isSame || fewer ? (known?.n ?? null) : null),
    counts: keptUnless(setting.counts, isSame ? known.counts : null),
    numerator: keptUnless(setting.numerator, isSame ? known.numerator : null),
    denominator: keptUnless(setting.denominator, isSame ? known.denominator : null),
  };
  const keepsAnswers =
    known !== undefined &&
    same(answers, {
      n: known.n,
      counts: known.counts,
      numerator: known.numerator,
      denominator: known.denominator,
    });
  if (
    keepsAnswers &&
    isStatedAgain(known, said, setting, definition.declaration === null ? known.periodEnd : cutoffOn)
  ) {
    return known;
  }
  if (status === 'insufficient' && !isUnderMinimum(definition, answers.n)) {
    const minimum = definition.minimumN;
    return minimum === null
      ? 'this criterion has no minimum of answers; write not_reported'
      : `n ${answers.n} is not under the minimum of ${minimum}; write the value`;
  }
  const day = periodOf(definition, known, setting, cutoffOn);
  if (typeof day === 'string') return day;
  return withAnswers(definition, {
    ...day,
    ...answers,
    status,
    value: said.value,
    clusters: keepsAnswers ? known.clusters : null,
    // Answers by stretches are those of the answers that were published.
    parts: null,
    source: setting.where,
    origin: 'overridden',
    sourcePrecision: isSame ? known.sourcePrecision : stepOf(said.value),
    reason: status === 'suspect' ? (known?.reason ?? null) : said.reason,
    statedLevel: known?.statedLevel ?? null,
  });
}

/** True when answers are fewer than a criterion wants, or of an unknown number. */
function isUnderMinimum({ minimumN }: CriterionDefinition, n: number | null): boolean {
  return minimumN !== null && (n === null || n < minimumN);
}

/**
 * True when a setting says no more than what is published: a file gives back what it does not correct. A doubtful value
 * set by hand, or with another status, is not that: a person accepts it.
 *
 * @param undated the day of a setting that gives none
 */
function isStatedAgain(known: Fact, said: SetValue, { status, day }: Setting, undated: string): boolean {
  const isAbsence = said.status !== null;
  const sameStatus = isAbsence
    ? said.status === known.status
    : (status ?? acceptedStatus(known)) === known.status;
  return (
    sameStatus &&
    same(said.value, known.value) &&
    (said.reason ?? known.reason) === known.reason &&
    (day ?? undated) === known.periodEnd
  );
}

function acceptedStatus({ status }: Fact): Fact['status'] {
  return status === 'suspect' ? 'measured' : status;
}

/** The step that the digits of a value show: a value of one decimal is known to a tenth. */
function stepOf(value: number | string | null): number | null {
  return typeof value === 'number' ? Number(`1e-${new Decimal(value).decimalPlaces()}`) : null;
}

function keptUnless<Value>(given: Value | undefined, kept: Value): Value {
  return given === undefined ? kept : given;
}

const VALUED = ['measured', 'declared', 'suspect'] as const;
/** Criteria that a machine measures; other figures that do not rest on answers are declared. */
const PROBED: readonly CriterionId[] = [
  'availability',
  'response_time',
  'display_speed',
  'availability_speed',
  'mobile',
];

/** The status of a fact that is set; null when the one written does not go with a value. */
function statusOf(
  { id, sampling }: CriterionDefinition,
  said: SetValue,
  { status }: Setting,
  known: Fact | undefined,
): Fact['status'] | null {
  if (said.status !== null) return said.status;
  if (status !== undefined) return VALUED.find((one) => one === status) ?? null;
  const kept = known === undefined ? undefined : acceptedStatus(known);
  if (kept === 'measured' || kept === 'declared') return kept;
  return sampling === 'none' && !PROBED.includes(id) ? 'declared' : 'measured';
}

/**
 * The days that a fact speaks of: those of the published figure; of one that nobody had given, the window of the
 * criterion. A declaration is dated by its file, else at the cut-off: its age decides its level.
 */
function periodOf(
  { windowMonths, declaration }: CriterionDefinition,
  known: Fact | undefined,
  { day }: Setting,
  cutoffOn: string,
): Pick<Fact, 'periodStart' | 'periodEnd'> | string {
  if (day !== undefined && !isDay(day)) return `"${day}" is not a day; write YYYY-MM-DD`;
  if (declaration !== null) {
    const dated = day ?? cutoffOn;
    return { periodStart: dated, periodEnd: dated };
  }
  if (known !== undefined && known.status !== 'not_reported') {
    if (day !== undefined && day !== known.periodEnd) {
      return `column periode_fin is not that of the edition, ${known.periodEnd}; the period of a figure is not corrected so`;
    }
    return { periodStart: known.periodStart, periodEnd: known.periodEnd };
  }
  const periodStart = windowMonths === null ? cutoffOn : windowStart(cutoffOn, windowMonths);
  return { periodStart, periodEnd: cutoffOn };
}

/** A fact with the value that its answers give, unrounded, where they are known; or what is wrong with them. */
function withAnswers(definition: CriterionDefinition, fact: Fact): Fact | string {
  const { value } = fact;
  const fault = faultOfAnswers(definition, fact);
  if (fault !== null) return `${fault}; correct the answers`;
  const given = valueOfAnswers(definition, fact);
  if (typeof value !== 'number' || given === null) return fact;
  return isNearAnswers(definition, value, fact)
    ? { ...fact, value: given, sourcePrecision: null }
    : `the answers counted give ${given}, not ${value}; correct the value or the answers`;
}
