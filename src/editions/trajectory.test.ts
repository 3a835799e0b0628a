import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { declared, fact } from '../../test/support/fact.ts';
import { editionHead, entry } from '../../test/support/published.ts';
import type { Facts } from '../criteria/index.ts';
import type { Target } from '../observations/index.ts';
import { composeEdition } from './compose-edition.ts';
import type { PublishedEdition, Total } from './published-edition.ts';
import { trajectoryOf } from './trajectory.ts';

const TODAY = '2025-11-01';

const online: Target = {
  code: 'en-ligne-2022',
  indicator: 'online',
  statistic: 'online_rate',
  value: 1,
  dueOn: '2022-12-31',
  label: { fr: 'Tout en ligne', en: 'All online' },
  source: 'un article',
};
const satisfaction: Target = {
  ...online,
  indicator: 'satisfaction',
  statistic: 'pooled',
  value: 8,
  dueOn: null,
};
const accessibility: Target = {
  ...online,
  indicator: 'accessibility',
  statistic: 'share_reaching',
  dueOn: null,
};

const headOf = (cutoff_on: string, methodology: string) =>
  editionHead({
    slug: cutoff_on,
    label: `au ${cutoff_on}`,
    published_at: `${cutoff_on}T00:00:00.000Z`,
    cutoff_on,
    methodology,
  });

function edition(cutoff: string, facts: readonly Facts[], methodology = 'vde-2025'): PublishedEdition {
  const entries = facts.map((given, at) => entry(String(at + 1), given));
  return composeEdition(headOf(cutoff, methodology), entries, null);
}

function announced(cutoff: string, totals: readonly Total[]): PublishedEdition {
  const head = headOf(cutoff, 'observatoire-2020');
  return { edition: head, procedures: [], aggregates: null, totals };
}
const of250: Total = {
  indicator: 'procedures',
  value: 250,
  qualifier: 'exact',
  unit: 'count',
  of: null,
  source: null,
};
const rate: Total = {
  indicator: 'online_rate',
  value: 0.72,
  qualifier: 'nearly',
  unit: 'share',
  of: 'procedures',
  source: null,
};

const statuses = (...words: string[]): Facts[] => words.map((word) => ({ online: declared(word) }));
const mark = (value: number, n: number): Facts => ({
  online: declared('Oui'),
  satisfaction: fact({ value, n }),
});

test('points follow the cut-offs whatever the order given, each with its k of N, its two sides and its methodology', () => {
  const { points } = trajectoryOf(
    online,
    [
      edition('2025-09-30', statuses('Oui', 'Partiel', 'À venir', 'Non')),
      announced('2020-04-30', [of250, rate]),
      edition('2025-06-30', statuses('Oui', 'Non')),
    ],
    TODAY,
  );
  assert.deepEqual(
    points.map(({ cutoff_on, methodology, value, qualifier, numerator, denominator, procedures }) => [
      cutoff_on,
      methodology,
      value,
      qualifier,
      numerator,
      denominator,
      procedures.known,
      procedures.of,
    ]),
    [
      ['2020-04-30', 'observatoire-2020', 0.72, 'nearly', null, null, null, 250],
      ['2025-06-30', 'vde-2025', 0.5, 'exact', 1, 2, 2, 2],
      ['2025-09-30', 'vde-2025', 0.5, 'exact', 1.5, 3, 3, 4],
    ],
  );
});

test('the distance is that of the last point with a value, in exact decimals, and the due day is told past', () => {
  const editions = [announced('2020-04-30', [of250, rate]), edition('2025-09-30', [])];
  const trajectory = trajectoryOf(online, editions, TODAY);
  assert.equal(trajectory.points.at(-1)?.value, null);
  assert.deepEqual([trajectory.distance, trajectory.reached, trajectory.days_left], [0.28, false, -1036]);
  assert.equal(trajectoryOf(online, editions, '2022-12-31').days_left, 0);
  assert.equal(trajectoryOf(online, editions, '2022-12-01').days_left, 30);
});

test('a mark over all answers is compared unrounded: 7.999 is not 8', () => {
  const just = trajectoryOf(satisfaction, [edition('2025-09-30', [mark(7.999, 500)])], TODAY);
  assert.deepEqual([just.reached, just.distance, just.days_left], [false, 0.001, null]);
  const over = trajectoryOf(satisfaction, [edition('2025-09-30', [mark(9, 300), mark(7, 300)])], TODAY);
  assert.deepEqual([over.reached, over.distance], [true, 0]);
  assert.deepEqual(over.points[0]?.procedures, { known: 2, of: 2 });
});

test('a value counted in another unit, or that the edition does not say, is unknown and never zero', () => {
  const share = edition(
    '2020-06-30',
    [{ online: declared('Oui'), satisfaction: fact({ value: 0.9, n: 500 }) }],
    'observatoire-2020',
  );
  const silent = edition('2025-09-30', [{ online: declared('Oui'), satisfaction: fact({ value: 9 }) }]);
  const { points, distance, reached, target } = trajectoryOf(
    satisfaction,
    [share, silent, announced('2020-04-30', [of250, rate])],
    TODAY,
  );
  assert.deepEqual(
    points.map(({ value, procedures }) => [value, procedures.known, procedures.of]),
    [
      [null, null, 250],
      [null, 0, 1],
      [null, 0, 1],
    ],
  );
  assert.deepEqual([distance, reached, target.unit], [null, null, 'mark']);
  assert.deepEqual(trajectoryOf(online, [], TODAY).points, []);
});

test('the share that reaches the objective counts the procedures with a level', () => {
  const facts = [1, 0.6, null].map((value) => ({ online: declared('Oui'), accessibility: declared(value) }));
  const { points } = trajectoryOf(accessibility, [edition('2025-09-30', facts)], TODAY);
  assert.equal(points[0]?.numerator, 1);
  assert.equal(points[0]?.value, (points[0]?.numerator ?? 0) / (points[0]?.denominator ?? 0));
  assert.equal(points[0]?.procedures.of, 3);
});

test('a target is reached exactly when no distance is left', () => {
  const marks = fc.array(
    fc.tuple(fc.double({ min: 0, max: 10, noNaN: true }), fc.integer({ min: 100, max: 9999 })),
    {
      minLength: 1,
      maxLength: 5,
    },
  );
  fc.assert(
    fc.property(marks, fc.double({ min: 0, max: 10, noNaN: true }), (given, value) => {
      const facts = given.map(([one, n]) => mark(one, n));
      const { distance, reached } = trajectoryOf(
        { ...satisfaction, value },
        [edition('2025-09-30', facts)],
        TODAY,
      );
      assert.equal(reached, distance !== null && distance <= 0);
    }),
  );
});
