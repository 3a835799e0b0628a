/** The results of one subject, criterion by criterion. */
import { CRITERIA, type CriterionDefinition, findCriterion, getMethodology } from '../criteria/index.ts';
import type { ResultInEdition } from '../editions/index.ts';

/** One criterion in every edition of the procedure whose methodology has it, the latest first. */
export type CriterionHistory = {
  /** As the latest of these methodologies has it. */
  readonly definition: CriterionDefinition;
  readonly results: readonly ResultInEdition[];
};

/** By criterion, in the order of a public table. */
export function historiesOf(results: readonly ResultInEdition[]): CriterionHistory[] {
  const byCriterion = Map.groupBy(results, ({ criterion }) => criterion);
  return CRITERIA.flatMap((id) => {
    const those = byCriterion.get(id);
    const [latest] = those ?? [];
    if (those === undefined || latest === undefined) return [];
    const definition = findCriterion(getMethodology(latest.methodology), id);
    return definition === null ? [] : [{ definition, results: those }];
  });
}
