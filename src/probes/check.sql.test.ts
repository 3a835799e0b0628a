import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { testDatabase } from '../../test/support/database.ts';
import { recordProcedures } from '../catalogue/index.ts';
import type { Database } from '../core/database.ts';
import { listChecks, listLatestChecks, listReplies, recordCheck, replyToCheck } from './check.sql.ts';
import {
  CHECK_KINDS,
  CHECK_VALID_DAYS,
  type Check,
  type CheckResult,
  kindsFor,
  knownCheck,
  unknownCheck,
} from './check.ts';
import { addTarget } from './target.sql.ts';
import { USUAL_DEMAND } from './target.ts';

const START = new Date('2026-01-05T03:00:00Z');

function on(day: number): Date {
  return new Date(START.getTime() + day * 86_400_000);
}

function check(targetId: number, day: number, result: CheckResult): Check {
  const about = { targetId, checkedAt: on(day) };
  if (result === 'unknown')
    return { ...unknownCheck('authentication', 'https://a.test/', 'no_sign_in_seen'), ...about };
  return {
    kind: 'authentication',
    result,
    figures: { schemes: result === 'pass' ? ['FranceConnect'] : [], asksToSignIn: true },
    evidence: { url: 'https://a.test/', reason: null, advice: [], excerpts: [] },
    ...about,
  };
}

async function targets(db: Database): Promise<[number, number]> {
  return db.transaction(async (tx) => {
    const [subjectId = 0] = await recordProcedures(tx, [
      { publicId: '1', name: 'Une', validFrom: '2025-01-01' },
    ]);
    const add = async (url: string) => {
      const use = { demand: { ...USUAL_DEMAND, url }, subjectId, role: 'home' as const, author: 'test' };
      return (await addTarget(tx, use, START)).target.id;
    };
    return [await add('https://a.test/'), await add('https://b.test/')];
  });
}

test('the last check is told, and one that could not tell carries the last that could with its age', async (t) => {
  const db = await testDatabase(t);
  const [one, other] = await targets(db);
  for (const made of [
    check(one, 0, 'fail'),
    check(one, 7, 'pass'),
    check(one, 14, 'unknown'),
    check(one, 21, 'unknown'),
  ])
    await recordCheck(db, made);
  await recordCheck(db, check(other, 3, 'unknown'));
  const [first, second] = await listLatestChecks(db);
  assert.deepEqual(first, {
    ...check(one, 21, 'unknown'),
    lastKnown: { ...check(one, 7, 'pass'), ageDays: 14 },
  });
  assert.deepEqual(second, { ...check(other, 3, 'unknown'), lastKnown: null });
  assert.deepEqual(first && knownCheck(first), { ...check(one, 7, 'pass'), ageDays: 14 });
  assert.equal(second && knownCheck(second), null);
});

test('what was known at an earlier instant is told as it was', async (t) => {
  const db = await testDatabase(t);
  const [one] = await targets(db);
  await recordCheck(db, check(one, 0, 'fail'));
  await recordCheck(db, check(one, 7, 'pass'));
  const told = async (day: number) =>
    (await listLatestChecks(db, { targetIds: [one], kinds: ['authentication'], knownAt: on(day) })).map(
      ({ result }) => result,
    );
  assert.deepEqual(
    [await told(-1), await told(0), await told(6), await told(7)],
    [[], ['fail'], ['fail'], ['pass']],
  );
  assert.deepEqual(await listLatestChecks(db, { kinds: ['mobile'] }), []);
});

test('whatever the checks, the last and the last known are those that a walk finds', async (t) => {
  const db = await testDatabase(t);
  const [one] = await targets(db);
  const results = fc.array(fc.constantFrom<CheckResult>('pass', 'fail', 'unknown'), {
    minLength: 1,
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(results, async (given) => {
      await db.query('delete from probes.check_result');
      for (const [day, result] of given.entries()) await recordCheck(db, check(one, day, result));
      const [latest] = await listLatestChecks(db);
      assert.equal(latest?.result, given.at(-1));
      const known = given.findLastIndex((result) => result !== 'unknown');
      const expected = known < 0 ? undefined : check(one, known, given[known] ?? 'unknown').checkedAt;
      assert.deepEqual(latest && knownCheck(latest)?.checkedAt, expected);
    }),
    { numRuns: 30 },
  );
});

test('a check is written once: the same is not there twice, and the history is whole', async (t) => {
  const db = await testDatabase(t);
  const [one] = await targets(db);
  await recordCheck(db, check(one, 0, 'fail'));
  await recordCheck(db, check(one, 0, 'pass'));
  await recordCheck(db, check(one, 7, 'pass'));
  const history = await listChecks(db, one, 'authentication', 10);
  assert.deepEqual(history, [check(one, 7, 'pass'), check(one, 0, 'fail')]);
  assert.deepEqual(await listChecks(db, one, 'mobile', 10), []);
});

test('whatever characters a page holds, its check is kept', async (t) => {
  const db = await testDatabase(t);
  const [one] = await targets(db);
  const made = check(one, 0, 'fail');
  const excerpts = [{ url: 'https://a.test/', text: 'cut in \ud83d, and \0', sha256: 'ab'.repeat(32) }];
  await recordCheck(db, { ...made, evidence: { ...made.evidence, excerpts } });
  const [kept] = await listLatestChecks(db);
  assert.equal(kept?.evidence.excerpts[0]?.text, 'cut in \ufffd, and ');
});

test('a reply stands beside the check it is about, and nowhere else', async (t) => {
  const db = await testDatabase(t);
  const [one, other] = await targets(db);
  await recordCheck(db, check(one, 0, 'fail'));
  const reply = {
    targetId: one,
    kind: 'authentication' as const,
    writtenAt: on(1),
    author: 'équipe',
    text: 'En juin.',
  };
  await replyToCheck(db, reply);
  assert.deepEqual(await listReplies(db, [one, other]), [reply]);
  assert.deepEqual(await listReplies(db, [other]), []);
  for (const about of [{ targetId: other }, { kind: 'mobile' as const }]) {
    await assert.rejects(replyToCheck(db, { ...reply, ...about }), { code: 'NotFound' });
  }
});

test('each kind is checked somewhere, a button on last pages only, and a result outlives four that fail', () => {
  assert.deepEqual(kindsFor(['home', 'sign_in', 'form', 'last_page']), CHECK_KINDS);
  assert.ok(!kindsFor(['home']).includes('feedback_button'));
  assert.ok(!kindsFor(['last_page']).includes('authentication'));
  assert.ok(CHECK_VALID_DAYS >= 5 * 7);
});
