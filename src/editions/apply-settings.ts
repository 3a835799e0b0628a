import type { FieldError } from '../core/errors.ts';
import type { Fact } from '../core/figure.ts';
import { type CriterionId, type Facts, findCriterion, getMethodology } from '../criteria/index.ts';
import { composeResults } from './compose-edition.ts';
import { sameFigure } from './correction.ts';
import type { Setting } from './correction-file.ts';
import { procedureCells, WHO_COLUMNS } from './edition-csv.ts';
import { factsOf } from './edition-facts.ts';
import type { PublishedEdition } from './published-edition.ts';
import type { PublishedProcedure } from './published-result.ts';
import { isSilenced } from './silenced-figures.ts';
import { stateFact } from './state-fact.ts';

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
  const column = WHO_COLUMNS.find((one) => one in others && others[one] !== String(published[one] ?? ''));
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
