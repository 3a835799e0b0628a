/** Whether a figure is that of its answers, and these are counted within its days. Pure. */
import { addMonths } from '../core/clock.ts';
import type { GradeCounts } from '../core/figure.ts';
import {
  addClusters,
  agreesWithAnswers,
  type CriterionDefinition,
  faultOfAnswers,
  faultOfClusters,
  valueOfAnswers,
} from '../criteria/index.ts';
import { type Finding, finding, same } from './finding.ts';
import { clustersOf, type PublishedClusters } from './published-clusters.ts';
import type { PublishedPart, PublishedResult } from './published-result.ts';

/** A declaration may be dated after the cut-off, by as much as files of editions are read with. */
const LATEST_DECLARATION_MONTHS = 12;

/** What is wrong with the answers of a result, with its value or n beside them, with its parts. */
export function verifyAnswers(
  where: string,
  definition: CriterionDefinition,
  result: PublishedResult,
): Finding[] {
  // Answers that cannot be are why such a value is suspect.
  if (result.reason === 'out_of_range') return [];
  return [
    ...verifyRatio(where, definition, result),
    ...verifyClusters(where, definition, result),
    ...verifyValue(where, definition, result),
    ...verifyParts(where, definition, result),
  ];
}

function verifyRatio(where: string, definition: CriterionDefinition, result: PublishedResult): Finding[] {
  const { numerator, denominator } = result;
  const fault =
    (numerator === null) === (denominator === null)
      ? faultOfAnswers(definition, result)
      : 'a numerator and a denominator go together';
  return fault === null ? [] : [finding(`${where}, n`, result.n, fault)];
}

function verifyClusters(where: string, definition: CriterionDefinition, result: PublishedResult): Finding[] {
  const fault = faultOfClusters(definition, withReviews(result));
  return fault === null ? [] : [finding(`${where}, clusters`, result.clusters, fault)];
}

function withReviews(answers: PublishedPart | PublishedResult) {
  const { counts, numerator, denominator, clusters } = answers;
  return { counts, numerator, denominator, clusters: clusters ? clustersOf(clusters) : null };
}

/** A value that its own answers do not give; answers by grade and as a ratio each give it. */
function verifyValue(where: string, definition: CriterionDefinition, result: PublishedResult): Finding[] {
  const { value, counts, numerator, denominator } = result;
  if (typeof value !== 'number') return [];
  const known = [
    { counts, numerator: null, denominator: null },
    { counts: null, numerator, denominator },
  ];
  return known
    .filter((answers) => !agreesWithAnswers(definition, value, answers))
    .map((answers) => finding(`${where}, value`, value, valueOfAnswers(definition, answers)));
}

function verifyParts(where: string, definition: CriterionDefinition, result: PublishedResult): Finding[] {
  const { parts, period_start, as_of } = result;
  if (parts === null) return [];
  const place = `${where}, parts`;
  const sorted = parts.toSorted((a, b) => (a.period_start < b.period_start ? -1 : 1));
  const findings = sorted.flatMap((part, at) => {
    const days = [part.period_start, part.period_end];
    const [first, last] = [sorted[at - 1]?.period_end ?? '', part.period_end];
    const isWithin = period_start <= part.period_start && part.period_start <= last && last <= as_of;
    const fault =
      faultOfAnswers(definition, { ...part, n: null }) ?? faultOfClusters(definition, withReviews(part));
    return [
      ...(isWithin ? [] : [finding(place, days, [period_start, as_of])]),
      ...(first < part.period_start ? [] : [finding(place, days, `after ${first}`)]),
      ...(fault === null ? [] : [finding(place, days, fault)]),
    ];
  });
  const [whole, added] = [sumOf([result]), sumOf(parts)];
  return same(whole, added) ? findings : [...findings, finding(place, added, whole)];
}

/** The answers of several stretches together, grades without answers left out; null where none of them tells. */
function sumOf(
  stretches: readonly (Pick<PublishedPart, 'counts' | 'numerator' | 'denominator'> & {
    readonly clusters?: PublishedClusters | null;
  })[],
) {
  const added = (key: 'numerator' | 'denominator') => {
    const known = stretches.map((one) => one[key]).filter((side) => side !== null);
    return known.length === 0 ? null : known.reduce((sum, side) => sum + side, 0);
  };
  const counted = stretches.map(({ counts }) => counts).filter((counts) => counts !== null);
  const grouped = stretches.flatMap(({ clusters }) => (clusters ? clustersOf(clusters) : []));
  return {
    counts: counted.length === 0 ? null : sumCounts(counted),
    numerator: added('numerator'),
    denominator: added('denominator'),
    clusters: grouped.length === 0 ? null : addClusters(grouped),
  };
}

function sumCounts(list: readonly GradeCounts[]): Record<string, number> {
  const sums = new Map<number, number>();
  for (const [grade, count] of list.flatMap((counts) => Object.entries(counts))) {
    if (count !== 0) sums.set(Number(grade), (sums.get(Number(grade)) ?? 0) + count);
  }
  return Object.fromEntries(sums);
}

/** Days that do not run forward, or after the cut-off. */
export function verifyDays(
  where: string,
  { declaration }: CriterionDefinition,
  { period_start, as_of }: PublishedResult,
  cutoffOn: string,
): Finding[] {
  const latest = declaration === null ? cutoffOn : addMonths(cutoffOn, LATEST_DECLARATION_MONTHS);
  return [
    ...(period_start <= as_of ? [] : [finding(`${where}, period_start`, period_start, `to ${as_of}`)]),
    ...(as_of <= latest ? [] : [finding(`${where}, as_of`, as_of, `to ${latest}`)]),
  ];
}
