import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { holdFalseRises, judgeShareChange, peopleNeeded, type WaveShare } from './share-change.ts';
import { twoProportionTest } from './statistics.ts';

const SAME = { sameWording: true, samePopulation: true };
const of = (share: number | null, n: number | null, other: Partial<WaveShare> = {}): WaveShare => ({
  share,
  n,
  isExact: true,
  isPart: false,
  ...other,
});

test('670 of 1000 against 620 of 1000: pooled z 2.3365, p 0.0195, a rise; read backwards, a fall', () => {
  const change = judgeShareChange(of(0.62, 1000), of(0.67, 1000), SAME);
  assert.equal(change.kind, 'rise');
  assert.ok(Math.abs((change.test?.statistic ?? 0) - 2.3365) < 5e-5, String(change.test?.statistic));
  assert.ok(Math.abs((change.test?.p ?? 0) - 0.0195) < 5e-5, String(change.test?.p));
  assert.equal(judgeShareChange(of(0.67, 1000), of(0.62, 1000), SAME).kind, 'fall');
});

test('67 % against 62 % of an unknown number of people cannot be tested; 704 people a wave would settle it', () => {
  const change = judgeShareChange(of(0.62, null), of(0.67, null), SAME);
  assert.deepEqual(change, { kind: 'not_testable', reason: 'n_unknown', test: null, peopleNeeded: 704 });
  assert.equal(judgeShareChange(of(0.62, 704), of(0.67, 704), SAME).kind, 'rise');
  const fewer = judgeShareChange(of(0.62, 703), of(0.67, 703), SAME);
  assert.deepEqual([fewer.kind, fewer.peopleNeeded], ['no_significant_change', 704]);
});

test('each reason why a change cannot be tested is told', () => {
  const [a, b] = [of(0.62, 1000), of(0.67, 1000)];
  const reasonOf = (...of: Parameters<typeof judgeShareChange>) => judgeShareChange(...of).reason;
  assert.equal(reasonOf(a, b, { ...SAME, sameWording: false }), 'wording_changed');
  assert.equal(reasonOf(a, b, { ...SAME, samePopulation: false }), 'population_changed');
  assert.equal(reasonOf(of(null, 1000), b, SAME), 'absent');
  assert.equal(reasonOf(a, of(0.5, 1000, { isExact: false }), SAME), 'inexact');
  assert.equal(reasonOf(a, of(0.67, null), SAME), 'n_unknown');
  assert.equal(reasonOf(of(0.62, null, { isPart: true }), b, SAME), 'part_n_unknown');
  assert.equal(reasonOf(a, of(0.67, 29), SAME), 'too_few');
  assert.equal(reasonOf(of(0, 1000), of(0, 1000), SAME), 'no_variance');
});

test('no number of people makes two equal shares a change', () => {
  assert.equal(peopleNeeded(0.5, 0.5), null);
});

test('the number of people needed is the smallest that makes the difference significant', () => {
  const percent = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);
  fc.assert(
    fc.property(percent, percent, (before, after) => {
      fc.pre(before !== after);
      const n = peopleNeeded(before, after);
      assert.ok(n !== null);
      const pOf = (people: number) =>
        twoProportionTest({ k: before * people, n: people }, { k: after * people, n: people })?.p ?? 1;
      assert.ok(pOf(n) <= 0.05, `${n} people give p ${pOf(n)}`);
      if (n > 30) assert.ok(pOf(n - 1) > 0.05, `${n - 1} people give p ${pOf(n - 1)}`);
      assert.equal(peopleNeeded(after, before), n);
    }),
    { numRuns: 500 },
  );
});

test('of many changes, those that chance alone explains are not claimed', () => {
  const lucky = judgeShareChange(of(0.62, 1000), of(0.67, 1000), SAME);
  const still = judgeShareChange(of(0.5, 1000), of(0.501, 1000), SAME);
  assert.equal(holdFalseRises([lucky])[0]?.kind, 'rise');
  const many = holdFalseRises([lucky, ...Array.from({ length: 19 }, () => ({ ...still }))]);
  assert.ok(many.every(({ kind }) => kind === 'no_significant_change'));
  const untested = judgeShareChange(of(0.62, null), of(0.67, null), SAME);
  assert.deepEqual(holdFalseRises([lucky, untested]), [lucky, untested]);
});
