/**
 * Whether an edition says what its own figures give: every result judged again, every aggregate added up again, from the
 * published document alone. Pure: it needs neither store nor network, so that anyone can run it on a downloaded file.
 */
import { type Finding, finding } from './finding.ts';
import type { PublishedEdition } from './published-edition.ts';
import { verifyAggregates } from './verify-aggregates.ts';
import { verifyCorrection } from './verify-correction.ts';
import { verifyResults } from './verify-results.ts';

export type Verification = {
  /** How many results, and figures of aggregates, were recomputed. */
  readonly results: number;
  readonly aggregates: number;
  readonly findings: readonly Finding[];
};

/**
 * Verifies an edition against itself.
 *
 * @param given.previous the edition it was compared with to tell values that were not updated, where it is at hand
 * @param given.corrected the revision that it corrects, where it is at hand
 */
export function verifyEdition(
  published: PublishedEdition,
  given: { previous?: PublishedEdition | null; corrected?: PublishedEdition | null } = {},
): Verification {
  const results = verifyResults(published, given.previous);
  const aggregates = verifyAggregates(published);
  return {
    results: results.checked,
    aggregates: aggregates.checked,
    findings: [
      ...results.findings,
      ...aggregates.findings,
      ...verifyRepetition(published),
      ...verifySelection(published),
      ...verifyCorrection(published, given.corrected ?? null),
    ],
  };
}

/** Without an edition before, no value can be told to be its. */
function verifyRepetition({ edition, procedures }: PublishedEdition): Finding[] {
  if (edition.previous !== null) return [];
  return procedures.flatMap(({ id, results }) =>
    Object.entries(results)
      .filter(([, { stale }]) => stale !== null)
      .map(([criterion, { stale }]) => finding(`procedure ${id}, ${criterion}, stale`, stale, null)),
  );
}

function verifySelection({ edition, procedures }: PublishedEdition): Finding[] {
  const { selection } = edition;
  if (selection.rule === 'list') {
    return procedures
      .filter(({ selection_reason }) => selection_reason === null)
      .map(({ id }) => finding(`procedure ${id}, selection_reason`, null, 'a reason'));
  }
  if (selection.rule !== 'top') return [];
  const expected = Math.min(selection.count, selection.candidates);
  const volumes = procedures.map(({ volume_total }) => volume_total ?? -1);
  const unranked = procedures.filter((_, at) => at > 0 && (volumes[at - 1] ?? 0) < (volumes[at] ?? 0));
  return [
    ...(edition.revision === 1 && procedures.length !== expected
      ? [finding('selection', procedures.length, expected)]
      : []),
    ...(edition.revision === 1
      ? unranked.map(({ id }) => finding(`procedure ${id}, rank`, 'after a less used one', 'before it'))
      : []),
  ];
}
