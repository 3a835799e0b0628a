/** Facts for tests: plain ones, completed by what a test is about. */
import type { Fact } from '../../src/core/figure.ts';

/** A measured fact of the twelve months to 30 September 2025, without value nor n. */
export function fact(given: Partial<Fact>): Fact {
  return {
    status: 'measured',
    value: null,
    n: null,
    counts: null,
    numerator: null,
    denominator: null,
    clusters: null,
    parts: null,
    periodStart: '2024-10-01',
    periodEnd: '2025-09-30',
    source: 'a file',
    origin: 'imported',
    sourcePrecision: null,
    reason: null,
    statedLevel: null,
    ...given,
  };
}

/** The same, declared. */
export const declared = (value: number | string | null, given: Partial<Fact> = {}) =>
  fact({ status: 'declared', origin: 'declared', value, ...given });
