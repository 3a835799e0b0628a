import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mergeBatch } from './batch.ts';
import { type Count, ordered, type Tally, tally } from './counts.ts';
import type { Contribution, OutReason } from './review.ts';

const head = (subjectId: number, id: string) => ({
  subjectId,
  id,
  buttonId: 'abcdefghij',
  channel: 'web' as const,
  ending: 'unknown' as const,
  step: null,
  serviceVersion: null,
  language: 'fr',
  openedOn: '2026-03-04',
});

const someContribution: fc.Arbitrary<Contribution> = fc.record({
  review: fc.tuple(fc.integer({ min: 9, max: 11 }), fc.constantFrom('a', 'b')).map(([n, id]) => head(n, id)),
  isNew: fc.boolean(),
  outReason: fc.constantFrom<OutReason | null>(null, null, 'burst', 'duplicate'),
  answers: fc.array(
    fc.record({
      question: fc.constantFrom('satisfaction', 'clarity'),
      version: fc.constant('v1'),
      grades: fc.array(fc.constantFrom('0', '5', '10'), { maxLength: 2 }),
      comment: fc.constant(null),
    }),
    { maxLength: 3 },
  ),
  receivedAtMs: fc.integer({ min: 1, max: 4 }),
});

test('each review is there once, with the last answer to each question, whatever came between', () => {
  fc.assert(
    fc.property(fc.array(someContribution, { maxLength: 12 }), (contributions) => {
      const batch = mergeBatch(contributions);
      const keys = batch.map(({ head: { subjectId, id } }) => [subjectId, id] as const);
      assert.deepEqual(
        keys,
        keys.toSorted(([a, x], [b, y]) => a - b || (x < y ? -1 : 1)),
      );
      const byReview = Object.groupBy(contributions, ({ review: { subjectId, id } }) => `${subjectId} ${id}`);
      assert.equal(batch.length, Object.keys(byReview).length);
      for (const { head: of, isNew, outReason, receivedAtMs, answers } of batch) {
        const all = byReview[`${of.subjectId} ${of.id}`] ?? [];
        assert.equal(
          isNew,
          all.every((one) => one.isNew === true),
        );
        assert.equal(outReason, all.find((one) => one.outReason !== null)?.outReason ?? null);
        assert.equal(receivedAtMs, Math.min(...all.map((one) => one.receivedAtMs)));
        const said = all.flatMap((one) => one.answers.map((answer) => ({ answer, at: one.receivedAtMs })));
        const questions = [...new Set(said.map(({ answer }) => answer.question))];
        assert.deepEqual(answers.map(({ answer }) => answer.question).toSorted(), questions.toSorted());
        for (const { answer, answeredAtMs } of answers) {
          const same = said.filter((one) => one.answer.question === answer.question);
          const latest = Math.max(...same.map(({ at }) => at));
          assert.equal(answeredAtMs, latest);
          assert.equal(answer, same.findLast(({ at }) => at === latest)?.answer);
        }
      }
    }),
  );
});

test('counts of one key are added up, and those that cancel out are not written', () => {
  const keyOf = ({ n: _, ...key }: Count) => JSON.stringify(key);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(someContribution, fc.constantFrom(1 as const, -1 as const)), { maxLength: 12 }),
      (given) => {
        const counts: Tally = [];
        const expected = new Map<string, number>();
        for (const [{ review, answers }, sign] of given)
          for (const answer of answers) tally(counts, review, answer, sign);
        for (const count of counts) expected.set(keyOf(count), (expected.get(keyOf(count)) ?? 0) + count.n);
        const written = ordered(counts);
        assert.deepEqual(
          new Map(written.map((count) => [keyOf(count), count.n])),
          new Map([...expected].filter(([, n]) => n !== 0)),
        );
        assert.equal(new Set(written.map(keyOf)).size, written.length);
        assert.deepEqual(
          written,
          ordered(counts.toReversed()),
          'every process writes them in the same order',
        );
      },
    ),
  );
});
