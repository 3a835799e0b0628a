import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawBinomial, seededRandom } from '../../test/support/random.ts';
import {
  benjaminiHochberg,
  meanFromCounts,
  meanInterval,
  sampleOf,
  studentQuantile,
  studentTest,
  testMeans,
  testShares,
  twoProportionTest,
  unpooledProportionTest,
  welchTest,
  wilsonInterval,
} from './statistics.ts';

const round4 = (value: number | undefined) => Math.round((value ?? Number.NaN) * 1e4) / 1e4;
const grades = (bad: number, medium: number, good: number) => ({ '0': bad, '5': medium, '10': good });

test('1,000 answers of mean 9 have the interval [8.8417, 9.1583]', () => {
  const counts = grades(50, 100, 850);
  assert.equal(meanFromCounts(counts), 9);
  assert.deepEqual(meanInterval(counts, [0, 10])?.map(round4), [8.8417, 9.1583]);
});

test('answers that are all the same have a mean and no interval', () => {
  assert.equal(meanFromCounts(grades(0, 0, 40)), 10);
  assert.equal(meanInterval(grades(0, 0, 40), [0, 10]), null);
});

test('one answer has a mean and no interval; none has no mean', () => {
  assert.equal(meanFromCounts({ '7.5': 1 }), 7.5);
  assert.equal(meanInterval({ '7.5': 1 }, [0, 10]), null);
  assert.equal(meanFromCounts({ '0': 0 }), null);
});

test('answers that are all zero have the mean zero, not none', () => {
  assert.equal(meanFromCounts({ '0': 12 }), 0);
});

test('Student quantiles agree with the tables', () => {
  for (const [df, expected] of [
    [1, 12.706205],
    [9, 2.262157],
    [29, 2.04523],
    [999, 1.962341],
  ] as const) {
    assert.ok(Math.abs(studentQuantile(df) - expected) < 1e-6, `df ${df}`);
  }
});

test('Wilson gives [0.4902, 0.9433] for 8 of 10, [0, 0.1135] for 0 of 30 and nothing for 0 of 0', () => {
  assert.deepEqual(wilsonInterval(8, 10)?.map(round4), [0.4902, 0.9433]);
  assert.deepEqual(wilsonInterval(0, 30)?.map(round4), [0, 0.1135]);
  assert.equal(wilsonInterval(0, 0), null);
});

test('60/120/820 after 50/100/850 is no significant change: t 1.6859, df 1986.7, p 0.0920', () => {
  const before = sampleOf(grades(60, 120, 820));
  const after = sampleOf(grades(50, 100, 850));
  assert.ok(before !== null && after !== null);
  const outcome = welchTest(before, after);
  assert.equal(round4(outcome?.statistic), 1.6859);
  assert.equal(Math.round((outcome?.df ?? 0) * 10) / 10, 1986.7);
  assert.equal(round4(outcome?.p), 0.092);
});

test('670 of 1,000 after 620 of 1,000 is a change: z 2.3365, p 0.0195', () => {
  const outcome = twoProportionTest({ k: 620, n: 1000 }, { k: 670, n: 1000 });
  assert.equal(round4(outcome?.statistic), 2.3365);
  assert.equal(round4(outcome?.p), 0.0195);
});

test('with one spread for both sides, Student finds the same t and its own degrees of freedom', () => {
  // R: t.test(extra ~ group, data = sleep, var.equal = TRUE) gives t = -1.8608, df = 18, p-value = 0.07919.
  const outcome = studentTest(
    { n: 10, mean: 2.33, deviation: 2.002249 },
    { n: 10, mean: 0.75, deviation: 1.78901 },
  );
  assert.deepEqual([round4(outcome?.statistic), outcome?.df, round4(outcome?.p)], [-1.8608, 18, 0.0792]);
});

test('of two tests the more cautious is told, by its name', () => {
  const [before, after] = [sampleOf(grades(60, 120, 820)), sampleOf(grades(50, 100, 850))];
  const few = sampleOf(grades(0, 1, 29));
  assert.ok(before !== null && after !== null && few !== null);
  assert.deepEqual(testMeans(before, after), { name: 'welch', ...welchTest(before, after) });
  assert.deepEqual(testMeans(few, after), { name: 'student', ...studentTest(few, after) });
  const [some, most] = [
    { k: 620, n: 1000 },
    { k: 670, n: 1000 },
  ];
  assert.deepEqual(testShares(some, most), { name: 'two_proportions', ...twoProportionTest(some, most) });
  const small = { k: 24, n: 30 };
  assert.deepEqual(testShares(small, { k: 980, n: 1000 }), {
    name: 'two_proportions_unpooled',
    ...unpooledProportionTest(small, { k: 980, n: 1000 }),
  });
});

test('a small side with few answers apart makes Welch alone claim changes, and not the more cautious of two', () => {
  const LISTS = 40;
  const random = seededRandom(2025);
  const draw = (n: number) => {
    const apart = drawBinomial(random, n, 0.05);
    const bad = drawBinomial(random, apart, 0.4);
    return sampleOf(grades(bad, apart - bad, n - apart)) ?? assert.fail();
  };
  const wrong = { welch: 0, both: 0 };
  for (let list = 0; list < LISTS; list += 1) {
    const pairs = Array.from({ length: 135 }, () => [draw(100), draw(1000)] as const);
    const claims = (test: typeof welchTest) =>
      benjaminiHochberg(
        pairs.map(([before, after]) => test(before, after)?.p ?? 1),
        0.05,
      ).includes(true);
    wrong.welch += claims(welchTest) ? 1 : 0;
    wrong.both += claims(testMeans) ? 1 : 0;
  }
  assert.ok(wrong.welch > LISTS * 0.9 && wrong.both <= LISTS * 0.1, JSON.stringify(wrong));
});

test('a change that cannot be tested has no outcome', () => {
  assert.equal(testMeans({ n: 4, mean: 5, deviation: 0 }, { n: 9, mean: 6, deviation: 0 }), null);
  assert.equal(testMeans({ n: 1, mean: 5, deviation: null }, { n: 9, mean: 5, deviation: 1 }), null);
  assert.equal(testShares({ k: 5, n: 5 }, { k: 9, n: 9 }), null);
  assert.equal(testShares({ k: 0, n: 0 }, { k: 1, n: 2 }), null);
  assert.equal(twoProportionTest({ k: 0, n: 0 }, { k: 1, n: 2 }), null);
  assert.equal(twoProportionTest({ k: 5, n: 5 }, { k: 9, n: 9 }), null);
  assert.equal(welchTest({ n: 1, mean: 5, deviation: null }, { n: 9, mean: 5, deviation: 1 }), null);
  assert.equal(welchTest({ n: 4, mean: 5, deviation: 0 }, { n: 9, mean: 6, deviation: 0 }), null);
});

test('Benjamini–Hochberg reproduces the example of the authors: four discoveries at 5 %', () => {
  const published = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ];
  assert.deepEqual(
    benjaminiHochberg(published, 0.05),
    published.map((_, index) => index < 4),
  );
  assert.deepEqual(benjaminiHochberg([], 0.05), []);
});

const someCounts = fc
  .record({ '0': fc.nat(500), '2.5': fc.nat(500), '5': fc.nat(500), '7.5': fc.nat(500), '10': fc.nat(500) })
  .filter((counts) => (sampleOf(counts)?.deviation ?? 0) > 0);

test('the interval of a mean contains it, stays on the scale, and shrinks when every answer counts four times', () => {
  fc.assert(
    fc.property(someCounts, (counts) => {
      const mean = meanFromCounts(counts);
      const interval = meanInterval(counts, [0, 10]);
      const more = Object.fromEntries(Object.entries(counts).map(([grade, n]) => [grade, n * 4]));
      const narrower = meanInterval(more, [0, 10]);
      assert.ok(mean !== null && interval !== null && narrower !== null);
      assert.ok(interval[0] >= 0 && interval[0] <= mean && mean <= interval[1] && interval[1] <= 10);
      assert.ok(narrower[1] - narrower[0] < interval[1] - interval[0]);
    }),
  );
});

const someShare = fc
  .integer({ min: 1, max: 100_000 })
  .chain((n) => fc.record({ n: fc.constant(n), k: fc.nat(n) }));

test('the interval of a share contains it, stays within 0 and 1, and shrinks with n', () => {
  fc.assert(
    fc.property(someShare, ({ k, n }) => {
      const interval = wilsonInterval(k, n);
      const narrower = wilsonInterval(4 * k, 4 * n);
      assert.ok(interval !== null && narrower !== null);
      assert.ok(0 <= interval[0] && interval[0] <= k / n && k / n <= interval[1] && interval[1] <= 1);
      assert.ok(narrower[1] - narrower[0] < interval[1] - interval[0]);
    }),
  );
});

const somePs = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 60 });

test('Benjamini–Hochberg takes the smallest p-values, takes more at a higher rate, and no more than plain 5 % would', () => {
  fc.assert(
    fc.property(somePs, (ps) => {
      const found = benjaminiHochberg(ps, 0.05);
      const looser = benjaminiHochberg(ps, 0.2);
      const largest = Math.max(-1, ...ps.filter((_, index) => found[index]));
      ps.forEach((p, index) => {
        assert.equal(found[index], p <= largest);
        if (found[index]) assert.ok(looser[index] && p <= 0.05);
      });
    }),
  );
});
