import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fact } from '../../test/support/fact.ts';
import { CRITERIA, findCriterion, METHODOLOGY_IDS, type Vector } from './criterion.ts';
import { displayedValue } from './display.ts';
import { type Facts, judgeProcedure } from './judge.ts';
import { findMethodology, getMethodology, METHODOLOGIES } from './methodologies.ts';
import { REASONS } from './reasons.ts';
import type { Words } from './words.ts';

const CUTOFF = '2025-09-30';

function completed(given: Vector['given']): Facts {
  const ofTheDay = { periodStart: CUTOFF, periodEnd: CUTOFF };
  return Object.fromEntries(
    Object.entries(given).map(([criterion, each]) => [criterion, fact({ ...ofTheDay, ...each })]),
  );
}

for (const methodology of METHODOLOGIES) {
  for (const vector of methodology.vectors) {
    test(`${methodology.id}: ${vector.says}`, () => {
      const result = judgeProcedure(methodology, completed(vector.given), CUTOFF)[vector.criterion];
      const definition = findCriterion(methodology, vector.criterion);
      assert.ok(result !== undefined && definition !== null);
      const { text, ...expected } = vector.expected;
      const shown = typeof result.value === 'number' ? displayedValue(definition, result.value).text : null;
      assert.equal(shown, text);
      assert.partialDeepStrictEqual(result, expected);
    });
  }

  test(`${methodology.id}: criteria are distinct ids of the contract, and each has an example or is one of 2025`, () => {
    const ids = methodology.criteria.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.every((id) => CRITERIA.includes(id)));
    assert.ok(methodology.vectors.every(({ criterion }) => ids.includes(criterion)));
  });

  test(`${methodology.id}: a legend ends with what takes every other number, and thresholds run one way`, () => {
    for (const { id, legend, unit, direction } of methodology.criteria) {
      if (unit === 'category') continue;
      assert.ok(
        legend.some(({ when }) => when.kind === 'otherwise'),
        id,
      );
      const bounds = legend.flatMap(({ when }) => ('bound' in when ? [when.bound] : []));
      const ordered = bounds.toSorted((a, b) => (direction === 'more' ? b - a : a - b));
      assert.deepEqual(bounds, ordered, id);
    }
  });
}

test('ids, the registry and the chain of predecessors agree', () => {
  assert.deepEqual(METHODOLOGIES.map(({ id }) => id).toSorted(), [...METHODOLOGY_IDS].toSorted());
  assert.equal(getMethodology('vigie-1').predecessor, 'vde-2025');
  assert.equal(getMethodology('vde-2025').predecessor, 'observatoire-2020');
  assert.equal(getMethodology('observatoire-2020').predecessor, null);
});

test('an unknown methodology is not found, and the error names those that exist', () => {
  assert.equal(findMethodology('vde-2024'), null);
  assert.throws(() => getMethodology('vde-2024'), { code: 'NotFound', message: /vde-2025/ });
});

test('minimum n: 100 in 2025 but 50 for the effectiveness of help, 30 in vigie-1 everywhere', () => {
  const minima = (id: string) =>
    Object.fromEntries(getMethodology(id).criteria.flatMap((d) => (d.minimumN ? [[d.id, d.minimumN]] : [])));
  const reviews = { satisfaction: 100, clarity: 100, autonomy: 100, help_reachable: 100, help_effective: 50 };
  assert.deepEqual(minima('vde-2025'), reviews);
  assert.deepEqual(minima('vigie-1'), Object.fromEntries(Object.keys(reviews).map((key) => [key, 30])));
  assert.deepEqual(minima('observatoire-2020'), { satisfaction: 100 });
});

/** Every text in both languages, wherever it stands in the data. */
function wordsIn(value: unknown): Words[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('fr' in value && 'en' in value) return [{ fr: String(value.fr), en: String(value.en) }];
  return Object.values(value).flatMap(wordsIn);
}

test('French words keep their spaces together, and neither language uses a typewriter apostrophe or quote', () => {
  for (const { fr, en } of wordsIn([METHODOLOGIES, REASONS])) {
    assert.doesNotMatch(fr, /[ \w)][:;?!%»](?=\s|$|[,.])|(?<![\u00a0])[:;?!%»]|«(?!\u00a0)|['"]|\d\.\d/, fr);
    assert.doesNotMatch(en, /['"]|\s[:;?!%]|\d,\d\b(?!\d\d)/, en);
    assert.ok(fr.trim() === fr && fr !== '' && en.trim() === en && en !== '');
  }
});

test('short labels fit a narrow column', () => {
  for (const { criteria } of METHODOLOGIES) {
    for (const { shortLabel } of criteria)
      assert.ok(shortLabel.fr.length <= 18 && shortLabel.en.length <= 18);
  }
});
