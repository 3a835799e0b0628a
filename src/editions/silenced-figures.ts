/** What an edition said of a procedure before its online status silenced it, or a person overrode it. Pure. */
import type { CriterionId, Facts } from '../criteria/index.ts';
import { factsOf } from './edition-facts.ts';
import type { PublishedEdition } from './published-edition.ts';
import type { PublishedResult } from './published-result.ts';

/** True when the online status of the procedure answers for this criterion. */
export function isSilenced({ reason }: Pick<PublishedResult, 'reason'>): boolean {
  return reason === 'not_online' || reason === 'proactive';
}

/**
 * The facts of a procedure in the last revision that tells them, its online status apart.
 *
 * @param revisions the latest first
 * @returns null when every revision silences them
 */
export function lastToldFacts(revisions: readonly PublishedEdition[], id: string): Facts | null {
  for (const { procedures } of revisions) {
    const { online, ...results } = procedures.find((procedure) => procedure.id === id)?.results ?? {};
    const told = Object.entries(results).filter(([, result]) => !isSilenced(result));
    if (told.length > 0) return factsOf(Object.fromEntries(told));
  }
  return null;
}

/** The result that a procedure had in the last revision where nobody had overridden it; null when there is none. */
export function lastNotOverridden(
  revisions: readonly PublishedEdition[],
  id: string,
  criterion: CriterionId,
): PublishedResult | null {
  for (const { procedures } of revisions) {
    const result = procedures.find((procedure) => procedure.id === id)?.results[criterion];
    if (result !== undefined && result.origin !== 'overridden') return result;
  }
  return null;
}
