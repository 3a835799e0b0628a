/** A correction set figure by figure, applied to the procedures of an edition and judged again. Pure. */
import { Decimal } from 'decimal.js';
import { isDay } from '../core/clock.ts';
import type { FieldError } from '../core/errors.ts';
import type { Fact } from '../core/figure.ts';
import {
  type CriterionDefinition,
  type CriterionId,
  type Facts,
  faultOfAnswers,
  findCriterion,
  getMethodology,
  isNearAnswers,
  valueOfAnswers,
} from '../criteria/index.ts';
import { composeResults } from './compose-edition.ts';
import { sameFigure } from './correction.ts';
import { OTHER_COLUMNS, readSetValue, type Setting, type SetValue } from './correction-file.ts';
import { procedureCells } from './edition-csv.ts';
import { factsOf } from './edition-facts.ts';
import { same } from './finding.ts';
import { windowStart } from './published-cell.ts';
import type { PublishedEdition } from './published-edition.ts';
import type { PublishedProcedure } from './published-result.ts';
import { isSilenced } from './silenced-figures.ts';

/** A fact that a correction states, of a procedure by its public id. */
export type StatedFact = { readonly procedure: string; readonly criterion: CriterionId; readonly fact: Fact };

export type AppliedSettings = {
  readonly procedures: readonly PublishedProcedure[];
  /** The facts of the settings that change something. */
  readonly stated: readonly StatedFact[];
  /** What is wrong with the settings, one fault each; nothing is applied when there is any. */
  readonly faults: readonly FieldError[];
};

/**
 * Sets figures in an edition. The whole procedure is judged again: an online status answers for its other criteria.
 *
 * @param known.previous the edition with which values are compared to tell those that were not updated, or null
 * @param known.facts what is known of the procedures whose online status is set, by public id: an edition does not
 *   tell the figures of a procedure that it said not to be online
 */
export function applySettings(
  { edition, procedures }: PublishedEdition,
  settings: readonly Setting[],
  known: {
    readonly previous: Pick<PublishedEdition, 'procedures'> | null;
    readonly facts: ReadonlyMap<string, Facts>;
  },
): AppliedSettings {
  const published = new Map(procedures.map((procedure) => [procedure.id, procedure]));
  const { stated, faults } = stateFacts(edition, published, settings);
  if (faults.length > 0) return { procedures, stated: [], faults };
  const before = new Map(known.previous?.procedures.map(({ id, results }) => [id, results]));
  const byProcedure = Map.groupBy(stated, ({ procedure }) => procedure);
  const corrected = procedures.map((procedure) => {
    const news = byProcedure.get(procedure.id);
    if (news === undefined) return procedure;
    const facts = {
      ...unsilenced(procedure, news, known.facts.get(procedure.id) ?? {}),
      ...Object.fromEntries(news.map((one) => [one.criterion, one.fact])),
    };
    const judged = composeResults(edition, facts, before.get(procedure.id) ?? null);
    return { ...procedure, results: keepUnchanged(procedure.results, judged) };
  });
  const after = new Map(corrected.map((procedure) => [procedure.id, procedure]));
  const changed = stated.filter(
    ({ procedure, criterion }) =>
      published.get(procedure)?.results[criterion] !== after.get(procedure)?.results[criterion],
  );
  const silenced = changed.filter(({ procedure, criterion, fact }) => {
    const result = after.get(procedure)?.results[criterion];
    return fact.value !== null && result !== undefined && isSilenced(result);
  });
  if (silenced.length > 0) return { procedures, stated: [], faults: silenced.map(silencedFault) };
  return { procedures: corrected, stated: changed, faults };
}

function silencedFault({ fact, procedure }: StatedFact): FieldError {
  const message = `procedure ${procedure} is not online, so this criterion is not applicable; correct its online status, or leave this out`;
  return { path: fact.source, message };
}

/** The facts that settings state, or everything that is wrong with them. */
function stateFacts(
  edition: PublishedEdition['edition'],
  published: ReadonlyMap<string, PublishedProcedure>,
  settings: readonly Setting[],
): { stated: StatedFact[]; faults: FieldError[] } {
  const methodology = getMethodology(edition.methodology);
  const faults: FieldError[] = [];
  const stated: StatedFact[] = [];
  const set = new Map<string, string>();
  for (const setting of settings) {
    const { where, procedure: id, criterion } = setting;
    const procedure = published.get(id);
    const definition = findCriterion(methodology, criterion);
    const earlier = set.get(`${id}.${criterion}`);
    set.set(`${id}.${criterion}`, where);
    if (procedure === undefined) {
      faults.push({ path: where, message: `edition ${edition.slug} has no procedure "${id}"` });
    } else if (definition === null) {
      const known = methodology.criteria.map((one) => one.id).join(', ');
      faults.push({
        path: where,
        message: `"${criterion}" is no criterion of ${methodology.id}; write one of ${known}`,
      });
    } else if (earlier !== undefined) {
      faults.push({ path: where, message: `sets ${id}.${criterion} again, after ${earlier}; keep one` });
    } else {
      const told =
        otherChange(procedure, setting) ?? stateFact(procedure, definition, setting, edition.cutoff_on);
      if (typeof told === 'string') faults.push({ path: where, message: told });
      else stated.push({ procedure: id, criterion: definition.id, fact: told });
    }
  }
  return { stated, faults };
}

/** A cell of a line of figures that differs from the edition and that a correction of figures does not change. */
function otherChange(procedure: PublishedProcedure, { others = {} }: Setting): string | null {
  const published = procedureCells(procedure);
  const column = OTHER_COLUMNS.find((one) => one in others && others[one] !== String(published[one] ?? ''));
  if (column === undefined) return null;
  return `column ${column} is not that of the edition; figures alone are corrected so, the rest by the source file or the catalogue`;
}

/** A figure that is the same stays as it was published, its source included. */
export function keepUnchanged(
  old: PublishedProcedure['results'],
  now: PublishedProcedure['results'],
): PublishedProcedure['results'] {
  return Object.fromEntries(
    Object.entries(now).map(([criterion, result]) => {
      const published = old[criterion as CriterionId];
      return [criterion, published !== undefined && sameFigure(published, result) ? published : result];
    }),
  );
}

/**
 * The facts of a procedure. When its online status is set, those that this status alone had told are what is known of
 * them.
 */
function unsilenced({ results }: PublishedProcedure, news: readonly StatedFact[], known: Facts): Facts {
  const facts = factsOf(results);
  if (!news.some(({ criterion }) => criterion === 'online')) return facts;
  const told = Object.keys(facts).filter((criterion) => {
    const result = results[criterion as CriterionId];
    return result !== undefined && !isSilenced(result);
  }) as CriterionId[];
  return { ...known, ...Object.fromEntries(told.map((criterion) => [criterion, facts[criterion]])) };
}

/** The fact that a setting states, or what is wrong with it. */
function stateFact(
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
  const answers = {
    n: keptUnless(setting.n, isSame || said.status === 'insufficient' ? (known?.n ?? null) : null),
    counts: keptUnless(setting.counts, isSame ? known.counts : null),
    numerator: keptUnless(setting.numerator, isSame ? known.numerator : null),
    denominator: keptUnless(setting.denominator, isSame ? known.denominator : null),
  };
  if (
    known !== undefined &&
    isStatedAgain(known, said, setting, definition.declaration === null ? known.periodEnd : cutoffOn) &&
    same(answers, {
      n: known.n,
      counts: known.counts,
      numerator: known.numerator,
      denominator: known.denominator,
    })
  ) {
    return known;
  }
  const day = periodOf(definition, known, setting, cutoffOn);
  if (typeof day === 'string') return day;
  return withAnswers(definition, {
    ...day,
    ...answers,
    status,
    value: said.value,
    parts: isSame ? known.parts : null,
    source: setting.where,
    origin: 'overridden',
    sourcePrecision: isSame ? known.sourcePrecision : stepOf(said.value),
    reason: status === 'suspect' ? (known?.reason ?? null) : said.reason,
    statedLevel: known?.statedLevel ?? null,
  });
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
