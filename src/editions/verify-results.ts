/** Whether results are what their own figures give: every one judged again. Pure. */
import { CRITERIA, type CriterionId, findCriterion, getMethodology } from '../criteria/index.ts';
import { composeResults } from './compose-edition.ts';
import { factsOf } from './edition-facts.ts';
import { type Finding, finding, same } from './finding.ts';
import type { PublishedEdition } from './published-edition.ts';
import type { PublishedProcedure, PublishedResult } from './published-result.ts';
import { verifyAnswers, verifyDays } from './verify-answers.ts';
import { faultOfReason } from './verify-reasons.ts';

/** Results with what they are judged by. */
export type JudgedProcedures = {
  readonly edition: Pick<PublishedEdition['edition'], 'methodology' | 'cutoff_on'>;
  readonly procedures: readonly Pick<PublishedProcedure, 'id' | 'results'>[];
};

/** Keys of a result that judgement gives or takes away; the others are what it is given. */
const JUDGED = [
  'status',
  'value',
  'level',
  'n',
  'unit',
  'borderline',
  'interval',
  'reason',
  'counts',
  'numerator',
  'denominator',
  'clusters',
  'parts',
] as const;

/**
 * Judges every result again; what a file that has results alone can be verified by.
 *
 * @param previous the edition with which values were compared to tell those that were not updated, where it is at hand
 */
export function verifyResults(
  { edition, procedures }: JudgedProcedures,
  previous?: Pick<PublishedEdition, 'procedures'> | null,
): { checked: number; findings: Finding[] } {
  const before = new Map(previous?.procedures.map(({ id, results }) => [id, results]));
  const findings: Finding[] = [];
  let checked = 0;
  const seen = new Set<string>();
  for (const procedure of procedures) {
    if (seen.has(procedure.id)) findings.push(finding(`procedure ${procedure.id}`, 'twice', 'once'));
    seen.add(procedure.id);
    const judged = composeResults(edition, factsOf(procedure.results), before.get(procedure.id) ?? null);
    for (const id of CRITERIA) {
      const [found, again] = [procedure.results[id], judged[id]];
      if (found === undefined && again === undefined) continue;
      const where = `procedure ${procedure.id}, ${id}`;
      if (found === undefined || again === undefined) {
        const [one, other] = found === undefined ? ['absent', 'there'] : ['there', 'absent'];
        findings.push(finding(where, one, other));
        continue;
      }
      checked += 1;
      findings.push(...differences(where, found, again), ...verifyResult(where, edition, procedure, id));
      if (previous && found.stale !== again.stale) {
        findings.push(finding(`${where}, stale`, found.stale, again.stale));
      }
    }
  }
  return { checked, findings };
}

function differences(where: string, found: PublishedResult, again: PublishedResult): Finding[] {
  return JUDGED.flatMap((key) =>
    same(found[key], again[key]) ? [] : [finding(`${where}, ${key}`, found[key], again[key])],
  );
}

/** What judgement believes of a result, checked: its answers, its days, its reason. */
function verifyResult(
  where: string,
  { methodology, cutoff_on: cutoffOn }: JudgedProcedures['edition'],
  { results }: Pick<PublishedProcedure, 'results'>,
  id: CriterionId,
): Finding[] {
  const definition = findCriterion(getMethodology(methodology), id);
  const result = results[id];
  if (definition === null || result === undefined) return [];
  const fault = faultOfReason({ definition, result, cutoffOn, online: results.online?.value });
  return [
    ...verifyAnswers(where, definition, result),
    ...verifyDays(where, definition, result, cutoffOn),
    ...(fault === null ? [] : [finding(`${where}, reason`, `${result.status}, ${result.reason}`, fault)]),
  ];
}
