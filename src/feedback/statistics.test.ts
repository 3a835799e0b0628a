import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, daysBetween } from '../core/clock.ts';
import { answersOf, factPeriod, quartersOf } from './review-facts.ts';
import {
  countReviews,
  evolve,
  numberOfReviews,
  type Period,
  periodBefore,
  pointsOf,
  STEPS,
  stepOf,
} from './statistics.ts';

const somePeriod = fc
  .record({ first: fc.nat(1_200), days: fc.integer({ min: 1, max: 900 }) })
  .map(({ first, days }): Period => {
    const from = addDays('2023-01-01', first);
    return { from, to: addDays(from, days - 1) };
  });

/** Every day of periods, in order. */
function daysOf(periods: readonly Period[]): string[] {
  return periods.flatMap(({ from, to }) =>
    Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => addDays(from, at)),
  );
}

test('points and quarters fill their period, without a day twice', () => {
  fc.assert(
    fc.property(somePeriod, fc.constantFrom(...STEPS), (period, step) => {
      assert.deepEqual(daysOf(pointsOf(period, step)), daysOf([period]));
      assert.deepEqual(daysOf(quartersOf(period)), daysOf([period]));
    }),
  );
  assert.deepEqual(pointsOf({ from: '2026-01-01', to: '2026-01-13' }, 'week'), [
    { from: '2026-01-01', to: '2026-01-04' },
    { from: '2026-01-05', to: '2026-01-11' },
    { from: '2026-01-12', to: '2026-01-13' },
  ]);
});

test('a period is drawn by days, weeks or months by its span', () => {
  const span = (days: number) => stepOf({ from: '2026-01-01', to: addDays('2026-01-01', days - 1) });
  assert.deepEqual(
    [span(1), span(35), span(36), span(184), span(185), span(1_100)],
    ['day', 'day', 'week', 'week', 'month', 'month'],
  );
});

test('the period before whole months is as many months, else as many days, and has no day in common', () => {
  assert.deepEqual(periodBefore({ from: '2025-01-01', to: '2025-12-31' }), {
    from: '2024-01-01',
    to: '2024-12-31',
  });
  assert.deepEqual(periodBefore({ from: '2026-02-01', to: '2026-02-28' }), {
    from: '2026-01-01',
    to: '2026-01-31',
  });
  assert.deepEqual(periodBefore({ from: '2026-02-10', to: '2026-02-12' }), {
    from: '2026-02-07',
    to: '2026-02-09',
  });
});

test('a fact speaks of the twelve months to the end of a window, in four quarters', () => {
  assert.deepEqual(factPeriod({ from: '1990-01-01', to: '2025-12-31' }), {
    from: '2025-01-01',
    to: '2025-12-31',
  });
  assert.deepEqual(factPeriod({ from: '2025-11-01', to: '2025-12-31' }).from, '2025-11-01');
  assert.deepEqual(
    quartersOf({ from: '2024-12-31', to: '2025-12-30' }).map(({ from }) => from),
    ['2024-12-31', '2025-03-31', '2025-06-30', '2025-09-30'],
  );
});

const grades = (question: string, given: Readonly<Record<string, number>>) =>
  Object.entries(given).map(([grade, n]) => ({ question, grade, n }));

test('answers are counted by what they say, and no answer is no zero of a review', () => {
  const counts = countReviews([
    ...grades('satisfaction', { '0': 50, '5': 60, '10': 850 }),
    ...grades('satisfaction', { '5': 40 }),
    ...grades('clarity', { '7.5': 3 }),
    ...grades('help', { none: 6, tried: 4, phone: 3, email: 2 }),
    ...grades('comment', { given: 7 }),
    ...grades('topic', { failure: 2 }),
  ]);
  assert.deepEqual(counts.satisfaction, { '0': 50, '5': 100, '10': 850 });
  assert.equal(numberOfReviews(counts), 1000);
  assert.deepEqual(counts.clarity, { '0': 0, '2.5': 0, '5': 0, '7.5': 3, '10': 0 });
  assert.deepEqual([counts.help.answered, counts.help.none, counts.help.means.phone], [10, 6, 3]);
  assert.deepEqual(answersOf('autonomy', counts), {
    n: 10,
    counts: null,
    numerator: 6,
    denominator: 10,
    clusters: null,
  });
  assert.deepEqual([counts.comments, counts.others], [7, { topic: { failure: 2 } }]);
});

test('reviews are the clusters of their answers on help', () => {
  const counts = countReviews([
    ...grades('help_reached', {
      '1/1': 3,
      '1/2': 2,
      '0/1': 1,
      'phone=yes': 4,
      'phone=no': 1,
      'email=yes': 1,
      'email=no': 2,
    }),
    ...grades('help_quality', { '12.5/2': 2, '10/1': 1, 'phone=10': 3, 'email=2.5': 2 }),
  ]);
  const reached = answersOf('help_reachable', counts);
  assert.deepEqual([reached.numerator, reached.denominator, reached.n], [5, 8, 8]);
  assert.deepEqual(reached.clusters, {
    clusters: 6,
    answers: 8,
    total: 5,
    answersSquared: 12,
    totalSquared: 5,
    answersByTotal: 7,
  });
  const quality = answersOf('help_effective', counts);
  assert.deepEqual(quality.counts, { '0': 0, '2.5': 2, '5': 0, '7.5': 0, '10': 3 });
  assert.deepEqual([quality.n, quality.clusters?.answers, quality.clusters?.total], [5, 5, 35]);
  assert.deepEqual(counts.quality.means.phone['10'], 3);
});

/** An answer of a point, to a wording of its question. */
const said = (start: string, version: string) => ({
  question: 'satisfaction',
  grade: '10',
  n: 1,
  start,
  version,
});

test('a series breaks where another version of its question is first answered, and only there', () => {
  const { points, breaks } = evolve(
    'satisfaction',
    pointsOf({ from: '2026-01-10', to: '2026-05-31' }, 'month'),
    'month',
    [said('2026-02-01', 'v1'), said('2026-04-01', 'v1'), said('2026-04-01', 'v2'), said('2026-05-01', 'v2')],
  );
  assert.deepEqual(breaks, [{ on: '2026-04-01', versions: ['v2'] }]);
  assert.deepEqual(
    points.map(({ from, counts }) => [from, numberOfReviews(counts)]),
    [
      ['2026-01-10', 0],
      ['2026-02-01', 1],
      ['2026-03-01', 0],
      ['2026-04-01', 2],
      ['2026-05-01', 1],
    ],
  );
});

test('a series that returns to an earlier wording breaks again, and so does one in which two crossed for a while', () => {
  const broken = (...said_: readonly (readonly [month: string, ...versions: string[]])[]) =>
    evolve(
      'satisfaction',
      pointsOf({ from: '2026-01-01', to: '2026-06-30' }, 'month'),
      'month',
      said_.flatMap(([month, ...versions]) => versions.map((version) => said(`2026-${month}-01`, version))),
    ).breaks.map(({ on, versions }) => `${on.slice(5, 7)} ${versions}`);
  assert.deepEqual(broken(['01', 'old'], ['02', 'v1'], ['04', 'old'], ['05', 'old']), ['02 v1', '04 old']);
  assert.deepEqual(broken(['01', 'old'], ['02', 'old', 'v1'], ['03', 'old']), ['02 v1', '03 old']);
  assert.deepEqual(broken(['01', 'old'], ['02', 'old', 'v1'], ['03', 'v1'], ['04', 'v1']), ['02 v1']);
});

test('a first point of two wordings ends its series where one of them goes on alone', () => {
  const { breaks } = evolve(
    'satisfaction',
    pointsOf({ from: '2026-01-01', to: '2026-04-30' }, 'month'),
    'month',
    [
      said('2026-01-01', 'import'),
      said('2026-01-01', 'v1'),
      said('2026-03-01', 'v1'),
      said('2026-04-01', 'v1'),
    ],
  );
  assert.deepEqual(breaks, [{ on: '2026-03-01', versions: ['v1'] }]);
});
