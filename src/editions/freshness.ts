/** Which procedures have figures, and since when there is no new one (design §5, rule 10). Pure. */
import type { CriterionId } from '../criteria/index.ts';
import type { EditionHead, PublishedEdition } from './published-edition.ts';
import type { PublishedProcedure, PublishedResult } from './published-result.ts';

/** An edition as figures name it. */
export type EditionName = Pick<EditionHead, 'slug' | 'label' | 'cutoff_on'>;

/** What one edition says of the procedures asked for. Keys are those of public JSON: added, never renamed. */
export type EditionPart = {
  readonly edition: PublishedEdition['edition'];
  readonly procedures: readonly PublishedProcedure[];
};

export type CriterionFreshness = {
  readonly criterion: CriterionId;
  /**
   * In the edition asked for: `known` procedures have a figure, of `procedures`; the question makes no sense for
   * `not_applicable` of them.
   */
  readonly known: number;
  readonly not_applicable: number;
  readonly procedures: number;
  /** The last day that any figure speaks of, `YYYY-MM-DD`; null when there never was one. */
  readonly latest_on: string | null;
  /** The last edition with a new figure; null when there never was one. */
  readonly last_edition: EditionName | null;
  /** How many editions came after it, the latest of all included. */
  readonly editions_since: number;
};

/**
 * Coverage and freshness of each criterion.
 *
 * @param counted the procedures whose coverage is told
 * @param history every edition known by its procedures, the latest first, those without any of the procedures included
 */
export function freshnessOf(
  criteria: readonly CriterionId[],
  counted: readonly PublishedProcedure[],
  history: readonly EditionPart[],
): CriterionFreshness[] {
  const known: Map<string, PublishedProcedure>[] = [];
  const before = (at: number, id: string) => {
    known[at] ??= new Map(history[at + 1]?.procedures.map((one) => [one.id, one]));
    return known[at].get(id);
  };
  return criteria.map((criterion) => {
    const results = counted.map((procedure) => procedure.results[criterion]);
    const newIn = (at: number) =>
      (history[at]?.procedures ?? []).flatMap(({ id, results: of }) => {
        const result = of[criterion];
        return isNew(result, before(at, id)?.results[criterion]) ? [result] : [];
      });
    const last = history.findIndex((_, at) => newIn(at).length > 0);
    const edition = history[last]?.edition;
    return {
      criterion,
      known: results.filter(isFigure).length,
      not_applicable: results.filter((result) => result?.status === 'not_applicable').length,
      procedures: counted.length,
      latest_on: latestDay(history, newIn),
      last_edition: edition === undefined ? null : nameOf(edition),
      editions_since: last < 0 ? history.length : last,
    };
  });
}

/** An edition as figures name it. */
export function nameOf({ slug, label, cutoff_on }: EditionHead): EditionName {
  return { slug, label, cutoff_on };
}

/** True of a value, and of a verdict on the lack of one; a suspect value is none. */
function isFigure(result: PublishedResult | undefined): result is PublishedResult {
  return result?.status === 'measured' || result?.status === 'declared';
}

/**
 * A value that is that of the edition before to the last digit says nothing new; nor does one that was stated of the
 * same day before, as a declaration that stands is repeated in each edition.
 */
function isNew(
  result: PublishedResult | undefined,
  before: PublishedResult | undefined,
): result is PublishedResult {
  if (!isFigure(result) || result.stale === true) return false;
  return !(isFigure(before) && before.as_of === result.as_of && before.value === result.value);
}

/**
 * Editions before a day already found are not looked at: no figure speaks of a day after its cut-off.
 *
 * @param newIn the new figures of the edition at that place of the history
 */
function latestDay(
  history: readonly EditionPart[],
  newIn: (at: number) => readonly PublishedResult[],
): string | null {
  let latest: string | null = null;
  for (const [at, { edition }] of history.entries()) {
    if (latest !== null && latest >= edition.cutoff_on) break;
    for (const { as_of } of newIn(at)) if (latest === null || as_of > latest) latest = as_of;
  }
  return latest;
}
