import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, addMonths, daysBetween } from '../core/clock.ts';
import type { CountedMonth, MonthCell } from './packed.ts';
import { BUTTON_CHANNELS, ENDINGS } from './review.ts';
import { reviewStatistics, reviewsByChannel } from './review-statistics.ts';
import { firstOfMonth, numberOfReviews, type Period, periodBefore } from './statistics.ts';

/** Reviews of one day, as they are counted: `n` of one grade, through one button. */
type Told = {
  readonly day: string;
  readonly question: string;
  readonly buttonId: string;
  readonly channel: MonthCell[3];
  readonly ending: MonthCell[4];
  readonly grade: string;
  readonly n: number;
};

const FIRST = '2024-01-15';
const someDay = fc.integer({ min: 0, max: 400 }).map((days) => addDays(FIRST, days));
const someTold: fc.Arbitrary<Told> = fc.record({
  day: someDay,
  question: fc.constantFrom('satisfaction', 'satisfaction', 'clarity', 'topic'),
  buttonId: fc.constantFrom('a', 'b', 'c'),
  channel: fc.constantFrom(...BUTTON_CHANNELS),
  ending: fc.constantFrom(...ENDINGS),
  grade: fc.constantFrom('0', '5', '10', 'none'),
  n: fc.integer({ min: 1, max: 9 }),
});
const somePeriod = fc
  .tuple(someDay, someDay)
  .map((days) => days.toSorted())
  .map(([from = '', to = '']): Period => ({ from, to }));
const someFilters = fc.record(
  {
    buttonId: fc.constantFrom('a', 'b'),
    channel: fc.constantFrom(...BUTTON_CHANNELS),
    ending: fc.constantFrom(...ENDINGS),
    without: fc.constant(new Set(['c'])),
  },
  { requiredKeys: [] },
);

/** As they are packed: a cell for each, days after the last one absent. */
function monthsOf(told: readonly Told[]): CountedMonth[] {
  return [...Map.groupBy(told, ({ day }) => firstOfMonth(day))].map(([month, of]) => ({
    subjectId: 1,
    month,
    cells: of.map(({ day, question, buttonId, channel, ending, grade, n }): MonthCell => {
      const days = Array.from({ length: daysBetween(month, day) + 1 }, () => 0);
      return [question, 'avis 1', buttonId, channel, ending, grade, days.with(-1, n)];
    }),
  }));
}

test('the answers of a period are those of its days that pass, of the period before likewise', () => {
  fc.assert(
    fc.property(fc.array(someTold, { maxLength: 60 }), somePeriod, someFilters, (told, period, filters) => {
      const months = monthsOf(told);
      const reviewsOf = ({ from, to }: Period, channel?: string) =>
        told
          .filter(({ day }) => day >= from && day <= to)
          .filter(({ question, grade }) => question === 'satisfaction' && grade !== 'none')
          .filter((one) => filters.buttonId === undefined || one.buttonId === filters.buttonId)
          .filter((one) => filters.channel === undefined || one.channel === filters.channel)
          .filter((one) => filters.ending === undefined || one.ending === filters.ending)
          .filter((one) => filters.without?.has(one.buttonId) !== true)
          .filter((one) => channel === undefined || one.channel === channel)
          .reduce((sum, { n }) => sum + n, 0);
      const { counts, previous, byChannel } = reviewStatistics(months, period, filters);
      assert.equal(numberOfReviews(counts), reviewsOf(period));
      assert.equal(numberOfReviews(previous), reviewsOf(periodBefore(period)));
      const alone = reviewsByChannel(months, period, filters);
      for (const channel of BUTTON_CHANNELS) {
        const counted = byChannel.get(channel);
        assert.equal(counted === undefined ? 0 : numberOfReviews(counted), reviewsOf(period, channel));
        assert.equal(alone.get(channel) ?? 0, reviewsOf(period, channel));
      }
    }),
  );
});

test('a month is cut to the days of a period at both ends, and is whole between them', () => {
  const month = '2024-02-01';
  const told = Array.from({ length: 29 }, (_, at) => ({
    ...{ day: addDays(month, at), question: 'satisfaction', buttonId: 'a', channel: 'web' as const },
    ...{ ending: 'success' as const, grade: '10', n: 1 },
  }));
  const reviews = (from: string, to: string) =>
    numberOfReviews(reviewStatistics(monthsOf(told), { from, to }).counts);
  assert.equal(reviews('2024-01-01', addDays(addMonths(month, 1), 5)), 29);
  assert.equal(reviews('2024-02-29', '2024-02-29'), 1);
  assert.equal(reviews('2024-02-03', '2024-02-10'), 8);
  assert.equal(reviews('2024-03-01', '2024-03-31'), 0);
  assert.equal(reviews('2024-01-01', '2024-01-31'), 0);
});
