/**
 * Whether an edition says what its own figures give: every result judged again, every aggregate added up again, from the
 * published document alone. Pure: it needs neither store nor network, so that anyone can run it on a downloaded file.
 */
import {
  CRITERIA,
  type CriterionDefinition,
  type CriterionId,
  findCriterion,
  getMethodology,
  meanFromCounts,
} from '../criteria/index.ts';
import { aggregateEdition } from './aggregate.ts';
import { composeResults } from './compose-edition.ts';
import { listDifferences } from './correction.ts';
import { factsOf } from './edition-facts.ts';
import type { PublishedEdition } from './published-edition.ts';
import type { PublishedProcedure, PublishedResult } from './published-result.ts';

/** Something that an edition says and that cannot be found again. */
export type Finding = {
  /** "procedure 1764, satisfaction, level", or the key of the document. */
  readonly where: string;
  readonly published: string;
  readonly recomputed: string;
};

export type Verification = {
  /** How many results, and numbers of aggregates, were recomputed. */
  readonly results: number;
  readonly aggregates: number;
  /**
   * Results whose interval cannot be recomputed: the edition was published before the answers behind its figures were.
   */
  readonly unverifiable: number;
  readonly findings: readonly Finding[];
};

/** Results with what they are judged by. */
export type JudgedProcedures = {
  readonly edition: Pick<PublishedEdition['edition'], 'methodology' | 'cutoff_on'>;
  readonly procedures: readonly Pick<PublishedProcedure, 'id' | 'results'>[];
};

/** Two computations of one number may differ by this much, relatively: the libraries' last digits. */
const PRECISION = 1e-9;
/** A share that a source rounded to a percent still agrees with its numerator and denominator. */
const AGREEMENT = 0.005;

/** Keys of a result that judgement gives; the others are what it is given. */
const JUDGED = ['status', 'value', 'level', 'n', 'unit', 'borderline', 'interval', 'reason'] as const;
const JUDGED_WITHOUT_ANSWERS = ['status', 'value', 'level', 'n', 'unit'] as const;

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
  // Editions carry their aggregates since they carry the answers behind their figures.
  const results = verifyResults(published, given.previous, published.aggregates !== null);
  const aggregates = verifyAggregates(published);
  return {
    results: results.checked,
    aggregates: aggregates.checked,
    unverifiable: results.unverifiable,
    findings: [
      ...results.findings,
      ...aggregates.findings,
      ...verifySelection(published),
      ...verifyCorrection(published, given.corrected ?? null),
    ],
  };
}

/**
 * Judges every result again; what a file that has results alone can be verified by.
 *
 * @param carriesAnswers false for an edition of before the answers behind its figures were published: an interval
 *   without them is then counted apart, not found at fault
 */
export function verifyResults(
  { edition, procedures }: JudgedProcedures,
  previous?: Pick<PublishedEdition, 'procedures'> | null,
  carriesAnswers = true,
): { checked: number; unverifiable: number; findings: Finding[] } {
  const methodology = getMethodology(edition.methodology);
  const before = new Map(previous?.procedures.map(({ id, results }) => [id, results]));
  const findings: Finding[] = [];
  let checked = 0;
  let unverifiable = 0;
  const seen = new Set<string>();
  for (const procedure of procedures) {
    if (seen.has(procedure.id)) findings.push(finding(`procedure ${procedure.id}`, 'twice', 'once'));
    seen.add(procedure.id);
    const judged = composeResults(edition, factsOf(procedure.results), before.get(procedure.id) ?? null);
    for (const id of criteriaOf(procedure, judged)) {
      const where = `procedure ${procedure.id}, ${id}`;
      const [found, again] = [procedure.results[id], judged[id]];
      if (found === undefined || again === undefined) {
        findings.push(
          finding(where, found === undefined ? 'absent' : 'there', again === undefined ? 'absent' : 'there'),
        );
        continue;
      }
      checked += 1;
      const definition = findCriterion(methodology, id);
      const partly = !carriesAnswers && lacksItsAnswers(found);
      if (partly) unverifiable += 1;
      findings.push(
        ...differences(where, found, again, partly ? JUDGED_WITHOUT_ANSWERS : JUDGED),
        ...wrongValue(where, definition, found),
      );
      if (previous && found.stale !== again.stale) {
        findings.push(finding(`${where}, stale`, found.stale, again.stale));
      }
    }
  }
  return { checked, unverifiable, findings };
}

function criteriaOf(
  procedure: Pick<PublishedProcedure, 'results'>,
  judged: PublishedProcedure['results'],
): CriterionId[] {
  return CRITERIA.filter((id) => procedure.results[id] !== undefined || judged[id] !== undefined);
}

/** True when an interval is published and what it was computed from is not. */
function lacksItsAnswers({ interval, counts, n, numerator, reason, unit }: PublishedResult): boolean {
  if (interval !== null) return unit === 'mark' ? counts === null : n === null && numerator === null;
  return reason === 'no_variance' && counts === null;
}

function differences(
  where: string,
  found: PublishedResult,
  again: PublishedResult,
  keys: readonly (typeof JUDGED)[number][],
): Finding[] {
  return keys.flatMap((key) =>
    same(found[key], again[key]) ? [] : [finding(`${where}, ${key}`, found[key], again[key])],
  );
}

/** A value that its own answers do not give. */
function wrongValue(
  where: string,
  definition: CriterionDefinition | null,
  { value, counts, numerator, denominator, source_precision }: PublishedResult,
): Finding[] {
  if (definition === null || typeof value !== 'number') return [];
  const mean = counts === null ? null : meanFromCounts(counts);
  const ratio = numerator !== null && denominator ? numerator / denominator : null;
  const recomputed = mean === null ? ratio : mean / definition.gradesPerUnit;
  const margin = Math.max(source_precision ?? 0, definition.sampling === 'none' ? AGREEMENT : 0);
  if (recomputed === null || same(value, recomputed) || Math.abs(value - recomputed) <= margin) return [];
  return [finding(`${where}, value`, value, recomputed)];
}

function verifyAggregates({ edition, procedures, aggregates }: PublishedEdition) {
  if (aggregates === null) return { checked: 0, findings: [] };
  const [found, again] = [
    numbersOf(aggregates),
    numbersOf(aggregateEdition(edition.methodology, procedures)),
  ];
  const paths = new Set([...found.keys(), ...again.keys()]);
  const findings = [...paths].flatMap((path) =>
    same(found.get(path), again.get(path))
      ? []
      : [finding(`aggregates${path}`, found.get(path), again.get(path))],
  );
  return { checked: paths.size, findings };
}

/** Every leaf of a document, by its path; the items of a list by their name where they have one. */
function numbersOf(value: unknown, path = '', leaves = new Map<string, unknown>()): Map<string, unknown> {
  if (typeof value !== 'object' || value === null) return leaves.set(path, value);
  for (const [key, inner] of Object.entries(value)) {
    const name = Array.isArray(value) && typeof inner === 'object' && inner !== null && 'name' in inner;
    numbersOf(inner, `${path}.${name ? String((inner as { name: unknown }).name) : key}`, leaves);
  }
  return leaves;
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

function verifyCorrection(
  { edition, procedures }: PublishedEdition,
  corrected: PublishedEdition | null,
): Finding[] {
  const { revision, correction } = edition;
  if (revision > 1 !== (correction !== null)) {
    return [finding('edition.correction', correction === null ? 'absent' : 'there', `revision ${revision}`)];
  }
  if (correction === null || corrected === null) return [];
  const again = listDifferences(corrected.procedures, procedures);
  return same(correction.differences, again)
    ? []
    : [finding('edition.correction.differences', correction.differences.length, again.length)];
}

/** What an edition says at a place, and what was found again. */
export function finding(where: string, published: unknown, recomputed: unknown): Finding {
  return {
    where,
    published: JSON.stringify(published) ?? 'absent',
    recomputed: JSON.stringify(recomputed) ?? 'absent',
  };
}

/** True when two values are the same, numbers to the last digits of their computation. */
export function same(one: unknown, other: unknown): boolean {
  if (typeof one === 'number' && typeof other === 'number') {
    return one === other || Math.abs(one - other) <= PRECISION * Math.max(Math.abs(one), Math.abs(other));
  }
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) =>
    same((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
  );
}
