import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findCriterion, getMethodology } from '../criteria/index.ts';
import { localisation } from './i18n/index.ts';
import { pooledDetail, pooledText, shareText, totalText } from './shares.ts';

const fr = localisation('fr');
const plain = (text: string | null) => text?.replaceAll(/[\u00a0\u202f]/g, ' ') ?? null;
const criterionOf = (id: string) => {
  const definition = findCriterion(getMethodology('vde-2025'), id);
  assert.ok(definition);
  return definition;
};

test('a share is cut at one decimal, and its ends are said of nothing else', () => {
  assert.equal(plain(shareText(fr, 144 / 155)), '92,9 %');
  assert.equal(plain(shareText(fr, 2 / 3)), '66,6 %');
  assert.equal(plain(shareText(fr, 0.9999)), '99,9 %');
  assert.equal(plain(shareText(fr, 0.00042)), '0,04 %');
  assert.equal(plain(shareText(fr, 0)), '0 %');
  assert.equal(plain(shareText(fr, 1)), '100 %');
  assert.equal(shareText(fr, null), null);
});

test('no share is shown above what it is, nor as nothing when it is something', () => {
  const share = fc.double({ min: 1e-12, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(share, (value) => {
      const shown = Number((shareText(localisation('en'), value) ?? '').replace('%', '')) / 100;
      assert.ok(shown > 0 && shown <= value * (1 + 1e-9), `${value} shows as ${shown}`);
    }),
  );
});

test('a total is written as its source words it, to the last digit and no more', () => {
  const total = { value: 0.72, unit: 'share', qualifier: 'exact' } as const;
  assert.equal(plain(totalText(fr, total)), '72 %');
  assert.equal(plain(totalText(fr, { ...total, value: 0.725, qualifier: 'nearly' })), 'près de 72,5 %');
  const reviews = { value: 900_000, unit: 'count', qualifier: 'more_than' } as const;
  assert.equal(plain(totalText(fr, reviews)), 'plus de 900 000');
});

test('a value over all answers says of how many answers, or of what sums', () => {
  const pooled = { numerator: 17_267_538.08, denominator: 2_107_855, value: 8.1919, procedures: 173 };
  const satisfaction = criterionOf('satisfaction');
  assert.equal(plain(pooledText(fr, satisfaction, pooled)), '8,19 / 10');
  assert.equal(plain(pooledDetail(fr, satisfaction, pooled)), '2 107 855 réponses, 173 démarches');
  const used = { numerator: 90, denominator: 100, value: 0.9, procedures: 1 };
  assert.equal(plain(pooledDetail(fr, criterionOf('digital_share'), used)), '90 sur 100, 1 démarche');
  assert.equal(pooledText(fr, satisfaction, { ...pooled, value: null }), null);
});
