import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type CriterionDefinition,
  findCriterion,
  levelOf,
  type MethodologyId,
  thresholdsOf,
} from './criterion.ts';
import { displayDecimal, displayedInterval, displayedValue } from './display.ts';
import { getMethodology, METHODOLOGIES } from './methodologies.ts';
import { RANGES } from './plausibility.ts';

function definitionOf(methodology: MethodologyId, id: string): CriterionDefinition {
  const definition = findCriterion(getMethodology(methodology), id);
  assert.ok(definition !== null);
  return definition;
}

test('7.985 shows 7.98, which binary rounding would show 7.99', () => {
  assert.equal(displayDecimal(7.985, { decimals: 2, direction: 'more', scale: 1 }), '7.98');
  assert.equal(displayDecimal(7.985, { decimals: 1, direction: 'more', scale: 1 }), '7.9');
  assert.equal(displayDecimal(0.9985, { decimals: 2, direction: 'more', scale: 100 }), '99.85');
  assert.equal(displayDecimal(2.01, { decimals: 1, direction: 'less', scale: 1 }), '2.1');
  assert.equal(displayDecimal(-0.001, { decimals: 1, direction: 'none', scale: 1 }), '0.0');
});

test('a share shows in percent, with the number of decimals to format it with', () => {
  const availability = definitionOf('vde-2025', 'availability');
  assert.deepEqual(displayedValue(availability, 0.99894), { text: '99.89', decimals: 2, unit: 'percent' });
  assert.deepEqual(displayedValue(availability, 1), { text: '100.00', decimals: 2, unit: 'percent' });
  assert.deepEqual(displayedValue(availability, 0), { text: '0.00', decimals: 2, unit: 'percent' });
});

test('a decimal is added rather than crossing a bound', () => {
  const response = definitionOf('vde-2025', 'response_time');
  assert.equal(displayedValue(response, 398.2).text, '399');
  assert.equal(displayedValue(response, 399.5).text, '399.5');
  assert.equal(displayedValue(response, 399.97).text, '399.97');
});

test('a share that is not whole never shows as 100 %, one that is not nothing never as 0 %', () => {
  const takeUp = definitionOf('vde-2025', 'digital_share');
  assert.equal(displayedValue(takeUp, 0.9996).text, '99.96');
  assert.equal(displayedValue(takeUp, 0.0004).text, '0.04');
  assert.equal(displayedValue(takeUp, 0.824012).text, '82.4');
});

test('a source already rounded shows with its own decimals', () => {
  const satisfaction = definitionOf('vde-2025', 'satisfaction');
  assert.equal(displayedValue(satisfaction, 7.9, 0.1).text, '7.9');
  assert.equal(displayedValue(definitionOf('vde-2025', 'availability'), 0.99, 0.01).text, '99');
});

test('an interval is widened to the displayed decimals', () => {
  const [low, high] = displayedInterval(definitionOf('vigie-1', 'satisfaction'), [8.84171, 9.15829]);
  assert.deepEqual([low.text, high.text], ['8.84', '9.16']);
});

test('a word has no decimals to show', () => {
  assert.throws(() => displayedValue(definitionOf('vde-2025', 'online'), 1), TypeError);
});

for (const methodology of METHODOLOGIES) {
  for (const definition of methodology.criteria) {
    const { unit } = definition;
    if (unit === 'category') continue;
    const [least, most] = RANGES[unit];
    const anywhere = fc.double({ min: least, max: Math.min(most, 20_000), noNaN: true });
    const nearThresholds = thresholdsOf(definition).map((bound) =>
      fc.double({ min: -1e-3, max: 1e-3, noNaN: true }).map((gap) => Math.min(most, bound * (1 + gap))),
    );
    const scale = unit === 'share' ? 100 : 1;

    test(`${methodology.id}: ${definition.id} as shown has the level of the real value, and is no better`, () => {
      fc.assert(
        fc.property(fc.oneof(anywhere, ...nearThresholds), (value) => {
          const shown = Number(displayedValue(definition, value).text) / scale;
          assert.equal(levelOf(definition, shown), levelOf(definition, value));
          if (definition.direction === 'more') assert.ok(shown <= value + 1e-12);
          if (definition.direction === 'less') assert.ok(shown >= value - 1e-12);
        }),
      );
    });

    test(`${methodology.id}: the level of ${definition.id} is monotone`, () => {
      const rank = { poor: 0, medium: 1, good: 2, info: 3, none: 4 };
      fc.assert(
        fc.property(fc.oneof(anywhere, ...nearThresholds), anywhere, (a, b) => {
          const [lower, upper] = [Math.min(a, b), Math.max(a, b)].map(
            (v) => rank[levelOf(definition, v) ?? 'none'],
          );
          assert.ok(lower !== undefined && upper !== undefined);
          if (definition.direction === 'none') assert.equal(lower, upper);
          else assert.ok(definition.direction === 'more' ? lower <= upper : lower >= upper);
        }),
      );
    });
  }
}
