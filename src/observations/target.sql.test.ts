import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../test/support/database.ts';
import { fixedClock } from '../core/clock.ts';
import { listTargets, recordTargets, type TargetLine } from './index.ts';

const clock = fixedClock('2026-02-01T08:00:00Z');
const signed = { author: 'test', clock };

const target = (given: Partial<TargetLine> = {}): TargetLine => ({
  code: 'satisfaction-8',
  indicator: 'satisfaction',
  statistic: 'pooled',
  value: 8,
  dueOn: null,
  label: { fr: 'Huit sur dix', en: 'Eight out of ten' },
  source: 'la méthode',
  withdrawn: false,
  ...given,
});
const online = target({
  code: 'en-ligne',
  indicator: 'online',
  statistic: 'online_rate',
  value: 1,
  dueOn: '2022-12-31',
});

test('targets come back as they were declared, those with a term first', async (t) => {
  const db = await testDatabase(t);
  const done = await recordTargets(db, [target(), online], signed);
  assert.deepEqual(
    done.map(({ outcome }) => outcome),
    ['created', 'created'],
  );
  const { withdrawn, ...first } = online;
  const { withdrawn: _, ...second } = target();
  assert.deepEqual(await listTargets(db), [first, second]);
});

test('the same words change nothing; another value, term or word supersedes and what was said is kept', async (t) => {
  const db = await testDatabase(t);
  const outcomeOf = async (given: Partial<TargetLine>) =>
    (await recordTargets(db, [target(given)], signed)).map(({ outcome }) => outcome)[0];
  assert.equal(await outcomeOf({}), 'created');
  assert.equal(await outcomeOf({}), 'unchanged');
  assert.equal(await outcomeOf({ value: 8.5 }), 'changed');
  assert.equal(await outcomeOf({ value: 8.5 }), 'unchanged');
  assert.equal(await outcomeOf({ value: 8.5, dueOn: '2027-12-31' }), 'changed');
  assert.equal(await outcomeOf({ label: { fr: 'Huit', en: 'Eight' } }), 'changed');
  assert.deepEqual(
    (await listTargets(db)).map(({ value, dueOn, label }) => [value, dueOn, label.fr]),
    [[8, null, 'Huit']],
  );
  const [count] = await db.query<{ n: number }>('select count(*) as n from observations.target');
  assert.equal(count?.n, 4);
  await assert.rejects(db.query('delete from observations.target'), /never changed nor erased/);
});

test('a target that is withdrawn holds no more, may come back, and one never known is not there to withdraw', async (t) => {
  const db = await testDatabase(t);
  const outcomeOf = async (withdrawn: boolean) =>
    (await recordTargets(db, [target({ withdrawn })], signed)).map(({ outcome }) => outcome)[0];
  assert.equal(await outcomeOf(true), 'unchanged');
  assert.equal(await outcomeOf(false), 'created');
  assert.equal(await outcomeOf(true), 'withdrawn');
  assert.equal(await outcomeOf(true), 'unchanged');
  assert.deepEqual(await listTargets(db), []);
  assert.equal(await outcomeOf(false), 'changed');
  assert.equal((await listTargets(db)).length, 1);
});

test('two declarations of one target at once keep it once, and an unsigned one is refused', async (t) => {
  const db = await testDatabase(t);
  const both = await Promise.all(
    [1, 2, 3].map(() => db.transaction((tx) => recordTargets(tx, [target()], signed))),
  );
  assert.deepEqual(
    both
      .flat()
      .map(({ outcome }) => outcome)
      .sort(),
    ['created', 'unchanged', 'unchanged'],
  );
  await assert.rejects(recordTargets(db, [online], { author: ' ', clock }), { code: 'InvalidInput' });
});
