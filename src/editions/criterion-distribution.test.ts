import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { publishedResult } from '../../test/support/published.ts';
import {
  type CriterionDefinition,
  findCriterion,
  getMethodology,
  levelOf,
  METHODOLOGIES,
} from '../criteria/index.ts';
import { type Distribution, distributeValues, type ValueBin } from './criterion-distribution.ts';

function definitionOf(methodology: string, criterion: string): CriterionDefinition {
  const definition = findCriterion(getMethodology(methodology), criterion);
  assert.ok(definition);
  return definition;
}

const NUMERIC = METHODOLOGIES.flatMap(({ criteria }) => criteria.filter(({ unit }) => unit !== 'category'));

const holds = ({ from, to, includesFrom, includesTo }: ValueBin, value: number) =>
  (value > from || (includesFrom && value === from)) &&
  (to === null || value < to || (includesTo && value === to));

const TOPS = { mark: 10, points: 10, share: 1, ms: 5000, count: 60, category: 0 };

/** Values on the scale of a criterion, its thresholds among them more often than chance would have it. */
const someValues = fc.constantFrom(...NUMERIC).chain((definition) => {
  const top = TOPS[definition.unit];
  const bounds = definition.legend.flatMap(({ when }) => ('bound' in when ? [when.bound] : []));
  const value = fc.oneof(
    fc.double({ min: 0, max: top, noNaN: true }),
    fc.constantFrom(0, top, ...bounds),
    fc.nat({ max: Math.ceil(top) }).filter((one) => one <= top),
  );
  return fc.record({ definition: fc.constant(definition), values: fc.array(value, { maxLength: 40 }) });
});

const distribute = (definition: CriterionDefinition, values: readonly number[]): Distribution => {
  const distribution = distributeValues(
    definition,
    values.map((value) => publishedResult({ value })),
  );
  assert.ok(distribution);
  return distribution;
};

test('every value is in exactly one stretch, whose count and level are its own', () => {
  fc.assert(
    fc.property(someValues, ({ definition, values }) => {
      const { bins } = distribute(definition, values);
      for (const value of values) {
        const found = bins.filter((bin) => holds(bin, value));
        assert.equal(found.length, 1, `${definition.id} ${value}`);
        assert.equal(found[0]?.level, levelOf(definition, value), `${definition.id} ${value}`);
      }
      for (const bin of bins) assert.equal(bin.count, values.filter((value) => holds(bin, value)).length);
      assert.equal(
        bins.reduce((sum, { count }) => sum + count, 0),
        values.length,
      );
    }),
  );
});

test('stretches begin and end with a value, whatever the order of the values', () => {
  fc.assert(
    fc.property(someValues, ({ definition, values }) => {
      const { bins } = distribute(definition, values);
      assert.ok(bins.length === 0 || ((bins[0]?.count ?? 0) > 0 && (bins.at(-1)?.count ?? 0) > 0));
      assert.deepEqual(distribute(definition, values.toReversed()).bins, bins);
    }),
  );
});

test('what has no value, and what is implausible, is in no stretch', () => {
  const satisfaction = definitionOf('vde-2025', 'satisfaction');
  const distribution = distributeValues(satisfaction, [
    publishedResult({ status: 'insufficient', n: 12 }),
    publishedResult({ status: 'suspect', value: 3 }),
    publishedResult({ status: 'declared', level: 'poor', reason: 'no_declaration' }),
    publishedResult({ value: 8, level: 'good' }),
  ]);
  assert.equal(distribution?.values, 1);
  assert.equal(distribution?.suspect, 1);
  assert.equal(distribution?.withoutValue, 1);
  assert.deepEqual(
    distribution?.bins.map(({ from, count }) => [from, count]),
    [[8, 1]],
  );
  assert.deepEqual(distributeValues(satisfaction, [])?.bins, []);
});

test('a threshold between two steps of the scale cuts the stretch where it falls', () => {
  const availability = definitionOf('vde-2025', 'availability');
  const { bins } = distribute(availability, [0.95, 0.985, 0.998, 0.999, 1]);
  assert.deepEqual(
    bins.map(({ from, to, level, count }) => [from, to, level, count]),
    [
      [0.9, 0.985, 'poor', 1],
      [0.985, 0.999, 'medium', 2],
      [0.999, 1, 'good', 2],
    ],
  );
});

test('whole numbers are told one by one', () => {
  const onceOnly = definitionOf('vde-2025', 'once_only');
  const { bins } = distribute(onceOnly, [0, 1, 1, 4, 5]);
  assert.deepEqual(
    bins.map(({ from, to, level, count }) => [from, to, level, count]),
    [
      [0, 0, 'good', 1],
      [1, 1, 'good', 2],
      [2, 2, 'medium', 0],
      [3, 3, 'medium', 0],
      [4, 4, 'medium', 1],
      [5, 5, 'poor', 1],
    ],
  );
});

test('a level that the value alone does not give is counted', () => {
  const accessibility = definitionOf('vde-2025', 'accessibility');
  const late = publishedResult({ status: 'declared', value: 0.8, level: 'poor', reason: 'expired' });
  const valid = publishedResult({ status: 'declared', value: 0.8, level: 'medium' });
  assert.equal(distributeValues(accessibility, [late, valid])?.otherwiseJudged, 1);
});

test('words are not spread', () => {
  assert.equal(distributeValues(definitionOf('vde-2025', 'online'), []), null);
});
