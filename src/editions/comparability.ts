/** Which criteria of two methodologies mean the same. Told from the definitions alone, so for any two editions. */
import { isDeepStrictEqual } from 'node:util';
import { CRITERIA, type CriterionDefinition, findCriterion, type Methodology } from '../criteria/index.ts';
import type { ComparabilityReason, CriterionComparability } from './comparison.ts';

/** Differences of definition under which two values are no longer the same quantity. */
const FORBID_VALUES: ReadonlySet<ComparabilityReason> = new Set<ComparabilityReason>([
  'absent_before',
  'absent_after',
  'unit',
  'formula',
  'source',
  'window',
]);

/** Whether each criterion of either methodology can be compared, in the order of the public tables. */
export function compareMethodologies(before: Methodology, after: Methodology): CriterionComparability[] {
  return CRITERIA.flatMap((criterion) => {
    const sides = [findCriterion(before, criterion), findCriterion(after, criterion)] as const;
    return sides[0] === null && sides[1] === null ? [] : [compareDefinitions(criterion, ...sides)];
  });
}

function compareDefinitions(
  criterion: CriterionComparability['criterion'],
  before: CriterionDefinition | null,
  after: CriterionDefinition | null,
): CriterionComparability {
  const reasons = listDifferences(before, after);
  const values = !reasons.some((reason) => FORBID_VALUES.has(reason));
  return { criterion, values, levels: values && !reasons.includes('thresholds'), reasons };
}

/** What of a definition each reason stands for. A change of wording is taken for a change of what is measured. */
const COMPARED: Readonly<Partial<Record<ComparabilityReason, (definition: CriterionDefinition) => unknown>>> =
  {
    unit: ({ unit }) => unit,
    formula: ({ formula, sampling, gradesPerUnit, direction }) => [
      formula,
      sampling,
      gradesPerUnit,
      direction,
    ],
    source: ({ computedFrom }) => computedFrom,
    window: ({ windowMonths }) => windowMonths,
    thresholds: ({ legend, declaration }) => [legend.map(({ level, when }) => [level, when]), declaration],
    minimum: ({ minimumN }) => minimumN,
  };

function listDifferences(
  before: CriterionDefinition | null,
  after: CriterionDefinition | null,
): ComparabilityReason[] {
  if (before === null) return ['absent_before'];
  if (after === null) return ['absent_after'];
  return Object.entries(COMPARED).flatMap(([reason, read]) =>
    isDeepStrictEqual(read(before), read(after)) ? [] : [reason as ComparabilityReason],
  );
}
