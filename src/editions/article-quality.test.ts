import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judged, rated } from '../../test/support/article-editions.ts';
import { compose, find, many, namesOf } from '../../test/support/article-statements.ts';
import { publishedProcedure } from '../../test/support/published.ts';
import type { ArticleSection } from './article-statement.ts';

test('"very good" is above the bound of the methodology that has one, and the good level elsewhere', () => {
  const of2020 = [0.8, 0.801, 0.5].map((share, at) =>
    publishedProcedure(`${at}`, judged('satisfaction', share, {}, 'observatoire-2020')),
  );
  const rule = (sections: readonly ArticleSection[]) => {
    const found = find(sections, 'well_rated');
    return [found?.count, found?.of, found?.above];
  };
  assert.deepEqual(rule(compose(of2020, null, 'observatoire-2020')), [1, 3, 0.8]);
  const marks = [8, 7.99].map((mark, at) => publishedProcedure(`${at}`, judged('satisfaction', mark)));
  assert.deepEqual(rule(compose(marks)), [1, 2, null]);
});

test('reviews are summed over the procedures whose number is known, and are unknown when none is', () => {
  const sections = compose([
    publishedProcedure('1', rated([10, 20, 70])),
    publishedProcedure('2', judged('satisfaction', 8.1)),
    publishedProcedure('3', {}),
  ]);
  const reviews = find(sections, 'reviews');
  assert.deepEqual([reviews?.total, reviews?.count, reviews?.of], [100, 1, 3]);
  assert.equal(find(sections, 'marked')?.count, 2);
  const uncounted = compose([publishedProcedure('2', judged('satisfaction', 8.1))]);
  assert.ok(find(uncounted, 'reviews_uncounted'));
  assert.equal(find(uncounted, 'reviews'), undefined);
});

test('rises and falls name three procedures at most each, the most used first; chance is no news', () => {
  const year = { period_start: '2023-10-01', as_of: '2024-09-30' };
  const pairs = (count: number, from: [number, number, number], to: [number, number, number]) => ({
    before: many(count, rated(from, year)),
    after: many(count, rated(to)),
  });
  const risen = pairs(5, [300, 300, 400], [100, 100, 800]);
  const better = find(compose(risen.after, risen.before), 'better');
  assert.deepEqual([namesOf(better), better?.others], [['5', '4', '3'], 2]);
  assert.equal(find(compose(risen.after, risen.before), 'worse'), undefined);
  assert.deepEqual(
    namesOf(find(compose(many(5, rated([300, 300, 400])), many(5, rated([100, 100, 800], year))), 'worse')),
    ['5', '4', '3'],
  );
  const same = pairs(5, [100, 100, 800], [101, 99, 800]);
  const sections = compose(same.after, same.before);
  assert.deepEqual([find(sections, 'tested')?.tested, find(sections, 'tested')?.better], [5, 0]);
  assert.equal(find(sections, 'better'), undefined);
});

test('marks that cannot be tested say why', () => {
  const marks = many(3, judged('satisfaction', 7));
  const year = { period_start: '2023-10-01', as_of: '2024-09-30' };
  const earlier = many(3, judged('satisfaction', 6, year));
  assert.deepEqual(find(compose(marks, earlier), 'none_tested')?.reasons, ['n_unknown']);
  assert.equal(find(compose(marks, marks), 'none_tested'), undefined);
  assert.equal(find(compose(many(3), many(3)), 'none_tested'), undefined);
});

test('what troubles users names the poor marks with most users', () => {
  const sections = compose(many(6, judged('satisfaction', 3)));
  const poor = find(sections, 'poorly_rated');
  assert.deepEqual(
    [namesOf(poor), poor?.others, poor?.count, poor?.measure],
    [['6', '5', '4'], 3, 6, 'volume'],
  );
  assert.equal(find(compose(many(2, judged('satisfaction', 9))), 'none_poorly_rated')?.of, 2);
});

test('a mark under the minimum of reviews is in no share', () => {
  const few = { ...judged('satisfaction', 9) };
  const sections = compose([
    publishedProcedure('1', few),
    publishedProcedure('2', {
      satisfaction: {
        ...(few.satisfaction ?? assert.fail()),
        status: 'insufficient',
        value: null,
        level: 'none',
        n: 12,
      },
    }),
  ]);
  assert.equal(find(sections, 'well_rated')?.of, 1);
  assert.equal(find(sections, 'marked')?.insufficient, 1);
});

test('marks of reviews that end a month or more before the cut-off say so, and whether they were told already', () => {
  const year = { period_start: '2023-10-01', as_of: '2024-09-30' };
  const old = many(3, rated([100, 100, 800], year));
  assert.partialDeepStrictEqual(find(compose(old, old), 'reviews_dated'), {
    count: 3,
    of: 3,
    lastOn: '2024-09-30',
    unchanged: 3,
  });
  assert.equal(find(compose(old), 'reviews_dated')?.unchanged, 0);
  assert.equal(find(compose(many(3, rated([100, 100, 800]))), 'reviews_dated'), undefined);
});

test('the period of reviews is told only when it is that of all of them', () => {
  const reviewed = (given: Parameters<typeof rated>[1]) =>
    find(
      compose([
        publishedProcedure('1', rated([10, 20, 70])),
        publishedProcedure('2', rated([10, 20, 70], given)),
      ]),
      'reviews',
    );
  assert.deepEqual(reviewed({})?.period, { start: '2024-10-01', end: '2025-09-30' });
  const shifted = reviewed({ period_start: '2024-07-01', as_of: '2025-06-30' });
  assert.deepEqual([shifted?.period, shifted?.isYear], [null, true]);
  assert.equal(reviewed({ period_start: '2025-07-01' })?.isYear, false);
});
