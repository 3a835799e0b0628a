/** A correction set figure by figure, applied to the procedures of an edition and judged again. Pure. */
import type { FieldError } from '../core/errors.ts';
import type { Fact } from '../core/figure.ts';
import {
  type CriterionDefinition,
  type CriterionId,
  type Facts,
  findCriterion,
  getMethodology,
  meanFromCounts,
} from '../criteria/index.ts';
import { composeResults } from './compose-edition.ts';
import { sameFigure } from './correction.ts';
import { readSetValue, type Setting, type SetValue } from './correction-file.ts';
import { factsOf } from './edition-facts.ts';
import { windowStart } from './published-cell.ts';
import type { PublishedEdition } from './published-edition.ts';
import type { PublishedProcedure } from './published-result.ts';
import { same } from './verify-edition.ts';

/** A fact that a correction states, of a procedure by its public id. */
export type StatedFact = { readonly procedure: string; readonly criterion: CriterionId; readonly fact: Fact };

export type AppliedSettings = {
  readonly procedures: readonly PublishedProcedure[];
  /** The facts of the settings that change something. */
  readonly stated: readonly StatedFact[];
  /** What is wrong with the settings, one fault each; nothing is applied when there is any. */
  readonly faults: readonly FieldError[];
};

/** A share rounded to a percent, or a mark to a tenth, agrees with its answers. */
const AGREEMENT = 0.005;
const PRECISION = 1e-9;

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
  const methodology = getMethodology(edition.methodology);
  const published = new Map(procedures.map((procedure) => [procedure.id, procedure]));
  const faults: FieldError[] = [];
  const stated: StatedFact[] = [];
  for (const setting of settings) {
    const procedure = published.get(setting.procedure);
    const definition = findCriterion(methodology, setting.criterion);
    const told =
      procedure === undefined
        ? `edition ${edition.slug} has no procedure "${setting.procedure}"`
        : definition === null
          ? `"${setting.criterion}" is no criterion of ${methodology.id}; write one of ${methodology.criteria.map(({ id }) => id).join(', ')}`
          : stateFact(procedure, definition, setting, edition.cutoff_on);
    if (typeof told === 'string') faults.push({ path: setting.where, message: told });
    else if (definition !== null) {
      stated.push({ procedure: setting.procedure, criterion: definition.id, fact: told });
    }
  }
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
  return {
    procedures: corrected,
    stated: stated.filter(
      ({ procedure, criterion }) =>
        published.get(procedure)?.results[criterion] !== after.get(procedure)?.results[criterion],
    ),
    faults,
  };
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
  const told = Object.entries(facts).filter(
    ([, { reason }]) => reason !== 'not_online' && reason !== 'proactive',
  );
  return { ...known, ...Object.fromEntries(told) };
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
  const fact: Fact = {
    ...periodOf(definition, known, cutoffOn),
    status: statusOf(definition, said, known),
    value: said.value,
    n: keptUnless(
      setting.n,
      said.value === null && said.status !== 'insufficient' ? null : (known?.n ?? null),
    ),
    counts: keptUnless(setting.counts, isSame ? known.counts : null),
    numerator: keptUnless(setting.numerator, isSame ? known.numerator : null),
    denominator: keptUnless(setting.denominator, isSame ? known.denominator : null),
    parts: isSame ? known.parts : null,
    source: setting.where,
    origin: 'overridden',
    sourcePrecision: known?.sourcePrecision ?? null,
    reason: said.reason,
    statedLevel: known?.statedLevel ?? null,
  };
  const isUnchanged =
    known !== undefined &&
    (said.status === null ||
      (said.status === known.status && (said.reason ?? known.reason) === known.reason)) &&
    ANSWERS.every((key) => same(known[key], fact[key]));
  return isUnchanged ? known : fromAnswers(definition, fact);
}

/** What a setting can say of a figure, its absence apart. */
const ANSWERS = ['value', 'n', 'counts', 'numerator', 'denominator'] as const;

function keptUnless<Value>(given: Value | undefined, kept: Value): Value {
  return given === undefined ? kept : given;
}

function statusOf(definition: CriterionDefinition, said: SetValue, known: Fact | undefined): Fact['status'] {
  if (said.status !== null) return said.status;
  if (known?.status === 'measured' || known?.status === 'declared') return known.status;
  return definition.sampling === 'none' && definition.windowMonths === null ? 'declared' : 'measured';
}

/** The days that the published figure speaks of; of a figure that nobody had given, the window of the criterion. */
function periodOf({ windowMonths }: CriterionDefinition, known: Fact | undefined, cutoffOn: string) {
  if (known !== undefined && known.status !== 'not_reported') {
    return { periodStart: known.periodStart, periodEnd: known.periodEnd };
  }
  const periodStart = windowMonths === null ? cutoffOn : windowStart(cutoffOn, windowMonths);
  return { periodStart, periodEnd: cutoffOn };
}

/**
 * A fact with the value that its answers give, unrounded, where they are known; or how far the value stated is from it.
 */
function fromAnswers(definition: CriterionDefinition, fact: Fact): Fact | string {
  const { value, counts, numerator, denominator } = fact;
  if (typeof value !== 'number') return fact;
  const mean = counts === null ? null : meanFromCounts(counts);
  const ratio = numerator !== null && denominator ? numerator / denominator : null;
  const recomputed = mean === null ? ratio : mean / definition.gradesPerUnit;
  if (recomputed === null) return fact;
  const margin = definition.unit === 'share' ? AGREEMENT : 10 * AGREEMENT;
  return Math.abs(recomputed - value) <= margin + PRECISION
    ? { ...fact, value: recomputed, sourcePrecision: null }
    : `the answers counted give ${recomputed}, not ${value}; correct the value or the counts`;
}
