import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createMonthTally } from './month-tally.ts';
import { blockOf, type CountedMonth } from './packed.ts';
import type { ReviewHead } from './review.ts';

const DAYS = ['2024-02-29', '2024-03-01', '2024-03-31', '2025-03-31'] as const;

const someGiven = fc.record({
  subjectId: fc.constantFrom(1, 2, 15, 16, 40),
  buttonId: fc.constantFrom('one', 'other'),
  channel: fc.constantFrom('web', 'counter'),
  ending: fc.constantFrom('unknown', 'success'),
  openedOn: fc.constantFrom(...DAYS),
  question: fc.constantFrom('satisfaction', 'help'),
  version: fc.constantFrom('v1', 'import'),
  grades: fc.subarray(['0', '5', '10']),
  sign: fc.constantFrom(1, -1),
});

test('a tally gives the sum of what was added, without what comes to nothing', () =>
  fc.assert(
    fc.property(fc.array(someGiven, { maxLength: 60 }), (given) => {
      const [counts, expected] = [createMonthTally(), new Map<string, number>()];
      for (const { question, version, grades, sign, ...of } of given) {
        const head = { ...of, id: '', step: null, serviceVersion: null, language: 'fr' } as ReviewHead;
        counts.add(head, { question, version, grades }, sign as 1 | -1);
        for (const grade of grades) {
          const key = [
            of.subjectId,
            of.openedOn,
            question,
            version,
            of.buttonId,
            of.channel,
            of.ending,
            grade,
          ];
          expected.set(key.join(' '), (expected.get(key.join(' ')) ?? 0) + sign);
        }
      }
      assert.equal(
        counts.size(),
        given.reduce((sum, { grades }) => sum + grades.length, 0),
      );
      const blocks = [...counts.take()];
      assert.deepEqual(
        blocks.flatMap(countsOf).toSorted(),
        [...expected]
          .filter(([, n]) => n !== 0)
          .map(([key, n]) => `${key}: ${n}`)
          .toSorted(),
      );
      assertInOrder(blocks);
      assert.deepEqual([counts.size(), [...counts.take()]], [0, []], 'what was taken is no longer held');
    }),
  ));

function countsOf(months: readonly CountedMonth[]): string[] {
  return months.flatMap(({ subjectId, month, cells }) =>
    cells.flatMap(([question, version, buttonId, channel, ending, grade, days]) =>
      days.flatMap((n, at) => {
        const day = `${month.slice(0, 8)}${String(at + 1).padStart(2, '0')}`;
        const key = [subjectId, day, question, version, buttonId, channel, ending, grade].join(' ');
        return n === 0 ? [] : [`${key}: ${n}`];
      }),
    ),
  );
}

/** Each block once, in order, and each month of it once, with something in it. */
function assertInOrder(blocks: readonly (readonly CountedMonth[])[]): void {
  const held = blocks
    .filter((months) => months.length > 0)
    .map((months) => [...new Set(months.map(({ subjectId }) => blockOf(subjectId)))]);
  assert.deepEqual(
    held,
    held.flat().map((block) => [block]),
  );
  assert.deepEqual(
    held.flat(),
    [...new Set(held.flat())].toSorted((one, other) => one - other),
  );
  for (const months of blocks) {
    assert.equal(new Set(months.map(({ subjectId, month }) => `${subjectId} ${month}`)).size, months.length);
    assert.ok(months.every(({ cells }) => cells.length > 0));
  }
}
