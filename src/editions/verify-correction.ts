/** Whether a revision says what it changed. Pure. */
import { listDifferences, sideOf, wordOf } from './correction.ts';
import { type Finding, finding, same } from './finding.ts';
import {
  type Difference,
  type DifferenceSide,
  PROCEDURE_WORDS,
  type PublishedEdition,
} from './published-edition.ts';
import type { PublishedProcedure } from './published-result.ts';

/**
 * Verifies the correction of a revision: there is one, dated, exactly when the revision is not the first; what it says
 * that figures became is what they are.
 *
 * @param corrected the revision that it corrects, where it is at hand: its whole list is then computed again
 */
export function verifyCorrection(
  { edition, procedures }: PublishedEdition,
  corrected: PublishedEdition | null,
): Finding[] {
  const { revision, correction, revised_at } = edition;
  const isFirst = revision === 1;
  const findings = [
    ...((correction === null) === isFirst
      ? []
      : [finding('edition.correction', correction === null ? 'absent' : 'there', `revision ${revision}`)]),
    ...((revised_at === null) === isFirst
      ? []
      : [finding('edition.revised_at', revised_at, `revision ${revision}`)]),
  ];
  if (correction === null) return findings;
  const { corrects, differences } = correction;
  if (corrects !== revision - 1)
    findings.push(finding('edition.correction.corrects', corrects, revision - 1));
  findings.push(...verifyDifferences(differences, procedures));
  if (corrected === null) return findings;
  const again = listDifferences(corrected.procedures, procedures);
  return same(differences, again)
    ? findings
    : [...findings, finding('edition.correction.differences', differences.length, again.length)];
}

function verifyDifferences(
  differences: readonly Difference[],
  procedures: readonly PublishedProcedure[],
): Finding[] {
  const known = new Map(procedures.map((procedure) => [procedure.id, procedure]));
  const seen = new Set<string>();
  if (differences.length === 0) return [finding('edition.correction.differences', 0, 'some')];
  return differences.flatMap(({ procedure: id, name, field, before, after }) => {
    const procedure = known.get(id);
    const where = `edition.correction, procedure ${id}, ${field}`;
    const isRepeated = seen.has(where);
    seen.add(where);
    const now = procedure === undefined ? null : sideNow(procedure, field);
    return [
      ...(isRepeated ? [finding(where, 'twice', 'once')] : []),
      ...(same(after, now) ? [] : [finding(`${where}, after`, after, now)]),
      ...(same(before, after) ? [finding(`${where}, before`, before, 'something else')] : []),
      ...(procedure === undefined || procedure.name === name
        ? []
        : [finding(`${where}, name`, name, procedure.name)]),
    ];
  });
}

/** The side of a difference that a procedure as it stands makes. */
function sideNow(procedure: PublishedProcedure, field: Difference['field']): DifferenceSide | null {
  if (field === 'procedure') return { value: procedure.name };
  const word = PROCEDURE_WORDS.find((one) => one === field);
  if (word !== undefined) return { value: wordOf(procedure, word) };
  return sideOf(procedure.results[field as Exclude<typeof field, (typeof PROCEDURE_WORDS)[number]>]);
}
