import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';
import { addDays } from '../core/clock.ts';
import { readCountsTogether } from './counts-together.sql.ts';
import { keepContributions } from './keep.sql.ts';
import { packCounts } from './pack.sql.ts';
import type { Answer, ButtonChannel, Contribution, Ending, OutReason } from './review.ts';
import { readFormCounts, readStatistics } from './statistics.sql.ts';
import {
  countReviews,
  numberOfReviews,
  type Period,
  periodBefore,
  type ReviewCounts,
  type ReviewFilters,
  STEPS,
} from './statistics.ts';
import { monthTotals, readSatisfaction, subjectTotals } from './totals.sql.ts';

const FIRST = '2025-11-17';
const DAYS = 200;
const BUTTONS = [
  ['aaaaaaaaaa', 'web'],
  ['bbbbbbbbbb', 'web'],
  ['cccccccccc', 'counter'],
] as const satisfies (readonly [string, ButtonChannel])[];
const ENDINGS = ['unknown', 'success', 'refused'] as const satisfies Ending[];

const GIVEN: readonly (readonly Omit<Answer, 'comment'>[])[] = [
  [said('satisfaction', '0'), said('clarity', '2.5'), said('help', 'none')],
  [said('satisfaction', '5'), said('help', 'tried', 'phone', 'email')],
  [said('satisfaction', '10'), said('help_reached', '1/2', 'phone=yes', 'email=no')],
  [said('satisfaction', '10'), said('help_quality', '7.5/1', 'phone=7.5'), said('comment', 'given')],
  [said('satisfaction', '10')],
];

function said(question: string, ...grades: string[]): Omit<Answer, 'comment'> {
  return { question, version: 'v1', grades };
}

/** 600 reviews of subject 1 and 60 of subject 2, spread over days, buttons, endings and answers; some out of figures. */
const REVIEWS: readonly Contribution[] = Array.from({ length: 660 }, (_, at) => {
  const [buttonId, channel] = BUTTONS[at % 3] ?? BUTTONS[0];
  return {
    review: {
      subjectId: at < 600 ? 1 : 2,
      id: `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`,
      buttonId,
      channel,
      ending: ENDINGS[(at >> 2) % 3] ?? 'unknown',
      step: null,
      serviceVersion: null,
      language: 'fr',
      openedOn: addDays(FIRST, (at * 37) % DAYS),
    },
    outReason: outReasonOf(at),
    answers: (GIVEN[(at * 7) % GIVEN.length] ?? []).map((answer) => ({ ...answer, comment: null })),
    receivedAtMs: 1_800_000_000_000 + at,
  };
});

function outReasonOf(at: number): OutReason | null {
  if (at % 20 === 0) return 'burst';
  return at % 33 === 0 ? 'duplicate' : null;
}

let db: TestDatabase;
before(async () => {
  db = await testDatabase();
  // Some are packed, and some not; those of a month and of a day lie on both sides.
  await keepContributions(db, REVIEWS.slice(0, 400));
  await packCounts(db);
  await keepContributions(db, REVIEWS.slice(400, 500));
  await packCounts(db, [1]);
  await keepContributions(db, REVIEWS.slice(500));
  await db.query(
    `insert into feedback.opening (subject_id, day, button_id, kind, n)
     values (1, '2026-01-10', 'aaaaaaaaaa', 'opened', 30), (1, '2026-01-11', 'bbbbbbbbbb', 'opened', 12),
            (1, '2026-01-11', 'bbbbbbbbbb', 'closed', 2), (1, '2027-01-11', 'aaaaaaaaaa', 'opened', 900)`,
  );
});

/** The same counts, one review after another. */
function countOneByOne(subjectId: number, { from, to }: Period, filters: ReviewFilters = {}): ReviewCounts {
  const { buttonId, channel, ending } = filters;
  const counted = REVIEWS.filter(
    ({ review, outReason }) =>
      outReason === null &&
      review.subjectId === subjectId &&
      review.openedOn >= from &&
      review.openedOn <= to &&
      (buttonId === undefined || review.buttonId === buttonId) &&
      (channel === undefined || review.channel === channel) &&
      (ending === undefined || review.ending === ending),
  );
  return countReviews(
    counted.flatMap(({ answers }) =>
      answers.flatMap(({ question, grades }) => grades.map((grade) => ({ question, grade, n: 1 }))),
    ),
  );
}

const somePeriod = fc.tuple(fc.nat(DAYS + 40), fc.nat(DAYS)).map(
  ([first, days]): Period => ({
    from: addDays(FIRST, first - 20),
    to: addDays(FIRST, first - 20 + days),
  }),
);
const someFilters = fc.record(
  {
    buttonId: fc.constantFrom(...BUTTONS.map(([id]) => id)),
    channel: fc.constantFrom(...BUTTONS.map(([, channel]) => channel)),
    ending: fc.constantFrom(...ENDINGS),
  },
  { requiredKeys: [] },
);

test('the answers of any period, under any filters, are those counted one by one, as a whole and apart', async () => {
  await fc.assert(
    fc.asyncProperty(somePeriod, someFilters, async (period, filters) => {
      const found = await readStatistics(db, 1, period, filters);
      assert.deepEqual(found.counts, countOneByOne(1, period, filters));
      assert.deepEqual(found.previous, countOneByOne(1, periodBefore(period), filters));
      for (const [ending, counts] of found.byEnding) {
        const same = filters.ending === undefined || filters.ending === ending;
        assert.deepEqual(same && counts, countOneByOne(1, period, { ...filters, ending }));
      }
      for (const [buttonId, counts] of found.byButton) {
        assert.deepEqual(counts, countOneByOne(1, period, { ...filters, buttonId }));
      }
      for (const [channel, counts] of found.byChannel) {
        assert.deepEqual(counts, countOneByOne(1, period, { ...filters, channel }));
      }
    }),
    { numRuns: 30 },
  );
});

test('the points of a chart have the answers of their days', async () => {
  await fc.assert(
    fc.asyncProperty(somePeriod, fc.constantFrom(...STEPS), async (period, step) => {
      const { counts: whole, evolutions } = await readStatistics(db, 1, period, {}, [], step);
      assert.deepEqual(whole, countOneByOne(1, period));
      const { satisfaction, clarity } = evolutions;
      for (const { points, breaks } of [satisfaction, clarity]) {
        assert.deepEqual(breaks, []);
        assert.ok(points.length > 0);
      }
      for (const { counts, ...days } of satisfaction.points) {
        assert.deepEqual(counts.satisfaction, countOneByOne(1, days).satisfaction);
      }
      for (const { counts, ...days } of clarity.points) {
        assert.deepEqual(counts.clarity, countOneByOne(1, days).clarity);
      }
    }),
    { numRuns: 20 },
  );
});

test('what is out of the figures is told by its reason, and forms by whether they were opened', async () => {
  const year = { from: '2025-11-01', to: '2026-10-31' };
  const buttonIds: readonly string[] = BUTTONS.map(([id]) => id);
  const { out, opened, closed } = await readFormCounts(db, 1, year, { buttonIds });
  const outOf = (reason: OutReason) => REVIEWS.slice(0, 600).filter((one) => one.outReason === reason).length;
  assert.deepEqual(
    out.toSorted((a, b) => (a.reason < b.reason ? -1 : 1)),
    [
      { state: 'quarantined', reason: 'burst', n: outOf('burst') },
      { state: 'excluded', reason: 'duplicate', n: outOf('duplicate') },
    ],
  );
  assert.deepEqual([opened, closed], [42, 2]);
  const ofButton = await readFormCounts(db, 1, year, { buttonIds, buttonId: 'aaaaaaaaaa' });
  assert.deepEqual([ofButton.opened, ofButton.closed], [30, 0]);
  assert.ok(ofButton.out.every(({ n }) => n < outOf('burst')));
  const ofEnding = await readFormCounts(db, 1, year, { buttonIds, ending: 'success' });
  assert.deepEqual([ofEnding.opened, ofEnding.closed], [null, null], 'a form opened has no ending yet');
});

test('totals of many are those of each, by subject and by month', async () => {
  const months = { from: '2025-12-20', to: '2026-03-02' };
  const whole = { from: '2025-12-01', to: '2026-03-31' };
  const satisfactionOf = (subjectId: number, period: Period) => countOneByOne(subjectId, period).satisfaction;
  const ever = await readSatisfaction(db);
  const expected = [1, 2].map((subjectId) => [subjectId, satisfactionOf(subjectId, whole)] as const);
  assert.deepEqual(subjectTotals(ever, months), new Map(expected));
  const ofTwo = await readSatisfaction(db, { period: months, subjectIds: [2] });
  assert.deepEqual(subjectTotals(ofTwo, months), new Map(expected.slice(1)));

  const january = { from: '2026-01-01', to: '2026-01-31' };
  const [one, other] = [satisfactionOf(1, january), satisfactionOf(2, january)];
  const sum = Object.entries(one).map(([grade, n]) => [grade, n + (other[grade] ?? 0)]);
  const told = monthTotals(ever).find(({ month }) => month === january.from);
  assert.deepEqual(told, { month: january.from, satisfaction: Object.fromEntries(sum), subjects: 2 });
  assert.deepEqual(
    monthTotals(ever).map(({ month }) => month),
    [
      '2025-11-01',
      '2025-12-01',
      '2026-01-01',
      '2026-02-01',
      '2026-03-01',
      '2026-04-01',
      '2026-05-01',
      '2026-06-01',
    ],
  );
  assert.equal(monthTotals(ofTwo)[0]?.subjects, 1);
});

test('the answers about several subjects are those of each, over the months that a period touches', async () => {
  const whole = { from: '2025-12-01', to: '2026-03-31' };
  const { counts, told } = await readCountsTogether(db, [1, 2], { from: '2025-12-20', to: '2026-03-02' });
  const [one, other] = [countOneByOne(1, whole), countOneByOne(2, whole)];
  assert.equal(numberOfReviews(counts), numberOfReviews(one) + numberOfReviews(other));
  assert.equal(counts.help.means.phone, one.help.means.phone + other.help.means.phone);
  assert.equal(counts.comments, 0, 'no index is made of comments');
  const tellReached = [one, other].filter(({ reached }) => reached.yes + reached.no > 0).length;
  assert.deepEqual([told.satisfaction, told.help_reachable], [2, tellReached]);
});
