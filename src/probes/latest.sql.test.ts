import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { testDatabase } from '../../test/support/database.ts';
import { addProbedTargets, listLatest } from '../../test/support/probes.sql.ts';
import { writeLatest } from './latest.sql.ts';
import type { Outcome } from './outcome.ts';
import { NO_PHASES, type Sample } from './sample.ts';

const START = Date.parse('2026-03-02T09:00:00Z');
const LETTERS: Readonly<Record<string, Outcome>> = { u: 'up', d: 'timed_out', e: 'server_error' };
const db = await testDatabase();
const [targetId = 0] = await addProbedTargets(db, ['https://site.example/']);
let vantages = 0;

/** Since which minute the last verdict holds, after batches of a letter a minute; a dot is a minute without a look. */
async function sinceMinute(...batches: readonly (readonly [minute: number, letters: string])[]) {
  vantages += 1;
  for (const [from, letters] of batches) {
    const samples = [...letters].flatMap((letter, at): Sample[] => {
      const outcome = LETTERS[letter];
      const when = new Date(START + (from + at) * 60_000);
      return outcome === undefined ? [] : [{ ...NO_PHASES, targetId, outcome, at: when }];
    });
    await writeLatest(db, vantages, samples.toReversed(), new Map());
  }
  return ((await listLatest(db)).at(-1)?.since.getTime() ?? Number.NaN) / 60_000 - START / 60_000;
}

test('a verdict holds since it was first seen, whatever else was seen before it', async () => {
  assert.equal(await sinceMinute([0, 'uuu'], [3, 'uuu']), 0);
  assert.equal(await sinceMinute([0, 'uuu'], [3, 'deu']), 5);
  assert.equal(await sinceMinute([0, 'uud'], [3, 'e']), 2, 'one failure after another is one verdict');
});

test('a silence begins it anew: nothing is told of what nobody looked at', async () => {
  assert.equal(await sinceMinute([0, 'uuu'], [4, 'u']), 0, 'one turn that was missed is none');
  assert.equal(await sinceMinute([0, 'uuu'], [7_200, 'uu']), 7_200);
  assert.equal(await sinceMinute([0, 'uuu....uu']), 7);
});

test('what is sent again changes nothing, and batches of any size amount to the same', async () => {
  assert.equal(await sinceMinute([0, 'uud'], [0, 'uud'], [2, 'du'], [3, 'uu']), 3);
  const line = fc.string({ unit: fc.constantFrom('u', 'd', '.'), minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(line, fc.nat(11), async (seen, at) => {
      const letters = `${seen}u`;
      const cut = Math.min(at, seen.length);
      const inOne = await sinceMinute([0, letters]);
      assert.equal(await sinceMinute([0, letters.slice(0, cut)], [cut, letters.slice(cut)]), inOne);
    }),
    { numRuns: 60 },
  );
});
