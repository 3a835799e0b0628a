import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publishedResult } from '../../test/support/published.ts';
import { answersToCompare } from './compared-answers.ts';
import type { PublishedPart } from './published-result.ts';

const QUARTERS = [
  ['2024-04-01', '2024-06-30'],
  ['2024-07-01', '2024-09-30'],
  ['2024-10-01', '2024-12-31'],
  ['2025-01-01', '2025-03-31'],
  ['2025-04-01', '2025-06-30'],
] as const;

/** One part a quarter, each with its own number of good answers. */
const parts: readonly PublishedPart[] = QUARTERS.map(([period_start, period_end], at) => ({
  period_start,
  period_end,
  counts: { '0': 1, '10': 10 + at },
  numerator: 10 + at,
  denominator: 11 + at,
}));
const over = (
  first: number,
  last: number,
  given: readonly PublishedPart[] | null = parts.slice(first, last + 1),
) =>
  publishedResult({
    period_start: QUARTERS[first]?.[0] ?? '',
    as_of: QUARTERS[last]?.[1] ?? '',
    n: 50,
    value: 0.5,
    parts: given,
  });

test('of windows a quarter apart, what left is compared with what entered, in either order', () => {
  const forward = answersToCompare(over(0, 3), over(1, 4));
  assert.deepEqual(forward, {
    over: 'parts',
    before: { counts: { '0': 1, '10': 10 }, numerator: 10, denominator: 11, clusters: null },
    after: { counts: { '0': 1, '10': 14 }, numerator: 14, denominator: 15, clusters: null },
  });
  const backward = answersToCompare(over(1, 4), over(0, 3));
  assert.deepEqual(backward, { over: 'parts', before: forward?.after, after: forward?.before });
});

test('several parts on a side are added up, whatever their order', () => {
  const shuffled = [parts[3], parts[1], parts[0], parts[2]].filter((part) => part !== undefined);
  const compared = answersToCompare(over(0, 3, shuffled), over(2, 4, parts.slice(2)));
  assert.deepEqual(compared?.before, {
    counts: { '0': 2, '10': 21 },
    numerator: 21,
    denominator: 23,
    clusters: null,
  });
});

test('windows that are apart are compared whole, and a share without its two sides is its value times n', () => {
  const compared = answersToCompare(over(0, 1, null), over(2, 4, null));
  assert.deepEqual(compared, {
    over: 'windows',
    before: { counts: null, numerator: 25, denominator: 50, clusters: null },
    after: { counts: null, numerator: 25, denominator: 50, clusters: null },
  });
});

test('two years in a row may share the day they meet on, and no week', () => {
  const year = publishedResult({ period_start: '2022-03-31', as_of: '2023-03-31' });
  const from = (period_start: string) => publishedResult({ period_start, as_of: '2024-03-31' });
  assert.equal(answersToCompare(year, from('2023-03-31'))?.over, 'windows');
  assert.equal(answersToCompare(from('2023-03-31'), year)?.over, 'windows');
  assert.equal(answersToCompare(year, from('2023-03-25')), null);
});

test('windows that overlap cannot be compared when what entered or left is not known, or is nothing', () => {
  const cases = {
    'parts unknown': [over(0, 3), over(1, 4, null)],
    'the same window': [over(0, 3), over(0, 3)],
    'one inside the other': [over(0, 4), over(1, 4)],
    'one strictly inside the other': [over(0, 4), over(1, 3)],
    'a part missing': [over(0, 3, parts.slice(1, 4)), over(1, 4)],
    'a hole between parts': [
      over(
        0,
        3,
        parts.filter((_, at) => at !== 1),
      ),
      over(3, 4),
    ],
    'a part that straddles': [
      over(0, 3, [{ ...(parts[0] as PublishedPart), period_end: '2024-07-15' }, ...parts.slice(1, 4)]),
      over(1, 4),
    ],
  } as const;
  for (const [name, [before, after]] of Object.entries(cases)) {
    assert.equal(answersToCompare(before, after), null, name);
    assert.equal(answersToCompare(after, before), null, `${name}, the other way round`);
  }
});

test('answers of a part that are not known leave the sum unknown, not smaller', () => {
  const unknown = parts.map((part, at) => (at === 1 ? { ...part, counts: null, denominator: null } : part));
  const compared = answersToCompare(over(0, 3, unknown.slice(0, 4)), over(2, 4, parts.slice(2)));
  assert.deepEqual(compared?.before, { counts: null, numerator: 21, denominator: null, clusters: null });
});

test('reviews of what entered and of what left are added up, and one part that does not tell them leaves them unknown', () => {
  const clusters = {
    reviews: 8,
    answers: 11,
    total: 10,
    answers_squared: 17,
    total_squared: 16,
    answers_by_total: 16,
  };
  const told = parts.map((part) => ({ ...part, clusters }));
  const compared = answersToCompare(over(0, 3, told.slice(0, 4)), over(2, 4, told.slice(2)));
  assert.deepEqual(compared?.before.clusters, {
    clusters: 16,
    answers: 22,
    total: 20,
    answersSquared: 34,
    totalSquared: 32,
    answersByTotal: 32,
  });
  const silent = [...told.slice(0, 1), ...parts.slice(1, 4)];
  assert.equal(answersToCompare(over(0, 3, silent), over(2, 4, told.slice(2)))?.before.clusters, null);
});
