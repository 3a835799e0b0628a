/** From facts to the document of an edition: judged, compared with the edition before, and added up. Pure. */
import {
  type CriterionId,
  type Facts,
  getMethodology,
  isStale,
  judgeProcedure,
  type Result,
} from '../criteria/index.ts';
import { aggregateEdition } from './aggregate.ts';
import type { EditionHead, PublishedEdition } from './published-edition.ts';
import { type PublishedProcedure, type PublishedResult, publishResult } from './published-result.ts';

/** A procedure that is going to be in an edition: who it is, and what is known of it. */
export type Entry = { readonly who: Omit<PublishedProcedure, 'results'>; readonly facts: Facts };

/**
 * Judges the entries of an edition and adds them up.
 *
 * @param head names the methodology, and the day at which the age of declarations is reckoned
 * @param previous the edition with which values are compared to tell those that were not updated, or null
 */
export function composeEdition<Head extends EditionHead>(
  head: Head,
  entries: readonly Entry[],
  previous: Pick<PublishedEdition, 'procedures'> | null,
): { edition: Head } & Omit<PublishedEdition, 'edition'> {
  const before = new Map(previous?.procedures.map(({ id, results }) => [id, results]));
  const procedures = entries.map(({ who, facts }) => ({
    ...who,
    results: composeResults(head, facts, before.get(who.id) ?? null),
  }));
  return {
    edition: head,
    procedures,
    aggregates: aggregateEdition(head.methodology, procedures),
    totals: null,
  };
}

/** The results of one procedure, each told stale or not where the edition before has a number to compare with. */
export function composeResults(
  { methodology, cutoff_on }: Pick<EditionHead, 'methodology' | 'cutoff_on'>,
  facts: Facts,
  before: PublishedProcedure['results'] | null,
): PublishedProcedure['results'] {
  const judged = judgeProcedure(getMethodology(methodology), facts, cutoff_on);
  return Object.fromEntries(
    Object.entries(judged).map(([criterion, result]): [string, PublishedResult] => {
      const earlier = before?.[criterion as CriterionId];
      const comparable = typeof result.value === 'number' && typeof earlier?.value === 'number';
      const stale = comparable && (isStale(result, earlier) || isCarriedOver(result, earlier));
      return [criterion, publishResult(result, comparable ? stale : null)];
    }),
  );
}

/** True when a measure is the very one of the edition before, of the same source and days: nothing was measured since. */
function isCarriedOver(result: Result, earlier: PublishedResult): boolean {
  return (
    result.status === 'measured' &&
    earlier.status === 'measured' &&
    result.value === earlier.value &&
    result.source === earlier.source &&
    result.periodStart === earlier.period_start &&
    result.asOf === earlier.as_of
  );
}
