import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CRITERIA, METHODOLOGIES, type Methodology } from '../criteria/index.ts';
import { compareMethodologies } from './comparability.ts';

function methodology(id: string): Methodology {
  const found = METHODOLOGIES.find((one) => one.id === id);
  assert.ok(found !== undefined);
  return found;
}
const between = (before: string, after: string) =>
  new Map(
    compareMethodologies(methodology(before), methodology(after)).map(({ criterion, ...told }) => [
      criterion,
      told,
    ]),
  );

test('a methodology is comparable with itself in everything, without a reason', () => {
  for (const each of METHODOLOGIES) {
    const criteria = compareMethodologies(each, each);
    assert.deepEqual(
      criteria.map(({ criterion }) => criterion).toSorted(),
      [...each.criteria].map(({ id }) => id).toSorted(),
    );
    for (const { values, levels, reasons } of criteria) {
      assert.deepEqual({ values, levels, reasons }, { values: true, levels: true, reasons: [] });
    }
  }
});

test('the criteria of both methodologies are told, in the order of the public tables', () => {
  const told = [...between('observatoire-2020', 'vigie-1').keys()];
  assert.deepEqual(told, [...CRITERIA]);
});

test('another minimum of answers forbids nothing; another source forbids the values', () => {
  const told = between('vde-2025', 'vigie-1');
  assert.deepEqual(told.get('satisfaction'), { values: true, levels: true, reasons: ['minimum'] });
  assert.deepEqual(told.get('once_only'), { values: true, levels: true, reasons: [] });
  assert.deepEqual(told.get('accessibility'), { values: false, levels: false, reasons: ['source'] });
  assert.deepEqual(told.get('mobile'), { values: false, levels: false, reasons: ['absent_before'] });
  assert.deepEqual(between('vigie-1', 'vde-2025').get('mobile')?.reasons, ['absent_after']);
});

test('other thresholds leave the values comparable and not the levels', () => {
  const told = between('observatoire-2020', 'vde-2025');
  assert.deepEqual(told.get('online'), { values: true, levels: false, reasons: ['thresholds'] });
  assert.deepEqual(told.get('satisfaction')?.values, false);
  assert.ok(told.get('satisfaction')?.reasons.includes('unit'));
});

test('each difference of definition has its reason, whatever its words', () => {
  const vigie = methodology('vigie-1');
  const changedBy = (change: object) => {
    const criteria = vigie.criteria.map((one) => (one.id === 'satisfaction' ? { ...one, ...change } : one));
    const told = compareMethodologies(vigie, { ...vigie, criteria });
    return told.find(({ criterion }) => criterion === 'satisfaction');
  };
  const words = { fr: 'autre chose', en: 'something else' };
  assert.deepEqual(changedBy({ windowMonths: 3 })?.reasons, ['window']);
  assert.deepEqual(changedBy({ formula: words })?.reasons, ['formula']);
  assert.deepEqual(changedBy({ sampling: 'share_of_answers' })?.reasons, ['formula']);
  assert.deepEqual(changedBy({ direction: 'less' })?.reasons, ['formula']);
  assert.deepEqual(changedBy({ computedFrom: words })?.reasons, ['source']);
  assert.deepEqual(changedBy({ declaration: { validMonths: 1, levelWithoutRate: 'poor' } })?.reasons, [
    'thresholds',
  ]);
  assert.deepEqual(changedBy({ label: words, knownLimits: [], decimals: 1 })?.reasons, []);
});
