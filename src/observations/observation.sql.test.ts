import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../test/support/database.ts';
import { fact } from '../../test/support/fact.ts';
import { fixedClock } from '../core/clock.ts';
import type { Queryable } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import type { Fact } from '../core/figure.ts';
import {
  INDICATORS,
  listFacts,
  listObservations,
  listObservationsOf,
  observe,
  recordObservations,
} from './index.ts';

const monday = fixedClock('2025-10-06T08:00:00Z');
const tuesday = fixedClock('2025-10-07T08:00:00Z');

async function newSubject(db: Queryable): Promise<number> {
  const [row] = await db.query<{ id: number }>(
    `insert into catalogue.subject (kind) values ('procedure') returning id`,
  );
  assert.ok(row);
  return row.id;
}

const mark = (subject: number, value: number, more: Partial<Fact> = {}) =>
  observe(subject, 'satisfaction', fact({ value, ...more }));

test('a value that is already known is not recorded again, whatever its source', async (t) => {
  const db = await testDatabase(t);
  const subject = await newSubject(db);
  const first = await recordObservations(db, [mark(subject, 7.9)], { author: 'a', clock: monday });
  const again = await recordObservations(db, [mark(subject, 7.9, { source: 'other.csv#L3' })], {
    author: 'b',
    clock: tuesday,
  });
  assert.deepEqual(first, { recorded: 1, superseded: 0, unchanged: 0 });
  assert.deepEqual(again, { recorded: 0, superseded: 0, unchanged: 1 });
});

test('a later value supersedes, and what was known on an earlier day can still be asked for', async (t) => {
  const db = await testDatabase(t);
  const subject = await newSubject(db);
  await recordObservations(db, [mark(subject, 7.9)], { author: 'a', clock: monday });
  const done = await recordObservations(db, [mark(subject, 8.1)], { author: 'b', clock: tuesday });
  assert.deepEqual(done, { recorded: 1, superseded: 1, unchanged: 0 });
  const valueOn = async (instant: Date) =>
    (await listObservations(db, subject, instant)).map(({ value, author }) => [value, author]);
  assert.deepEqual(await valueOn(new Date('2025-10-05T00:00:00Z')), []);
  assert.deepEqual(await valueOn(monday.now()), [[7.9, 'a']]);
  assert.deepEqual(await valueOn(tuesday.now()), [[8.1, 'b']]);
  assert.deepEqual(
    (await listObservationsOf(db, 'satisfaction', tuesday.now())).map(({ value }) => value),
    [8.1],
  );
});

test('a value taken back to what it once was is a third observation, not the first one', async (t) => {
  const db = await testDatabase(t);
  const subject = await newSubject(db);
  for (const [value, at] of [
    [7, '01'],
    [8, '02'],
    [7, '03'],
  ] as const) {
    await recordObservations(db, [mark(subject, value)], {
      author: 'a',
      clock: fixedClock(`2025-10-${at}T00:00:00Z`),
    });
  }
  const [count] = await db.query<{ n: number }>('select count(*) as n from observations.observation');
  assert.equal(count?.n, 3);
  assert.equal((await listObservations(db, subject, tuesday.now()))[0]?.value, 7);
});

test('an absence, a zero and a category are kept as what they are', async (t) => {
  const db = await testDatabase(t);
  const subject = await newSubject(db);
  const given = [
    observe(subject, 'satisfaction', fact({ status: 'not_reported' })),
    observe(subject, 'availability', fact({ value: 0 })),
    observe(subject, 'online', fact({ status: 'declared', value: 'Oui' })),
    observe(
      subject,
      'digital_share',
      fact({ value: 0.824012798433416, numerator: 282774, denominator: 343167 }),
    ),
    observe(subject, 'clarity', fact({ value: 9, n: 1000, counts: { '0': 50, '5': 100, '10': 850 } })),
  ];
  await recordObservations(db, given, { author: 'a', clock: monday });
  const kept = new Map(
    (await listObservations(db, subject, monday.now())).map((one) => [one.indicator, one]),
  );
  for (const one of given) {
    const { id, author, recordedAt, supersedes, ...rest } =
      kept.get(one.indicator) ?? assert.fail(one.indicator);
    assert.deepEqual(rest, one);
  }
});

test('nothing of what was observed can be changed or erased', async (t) => {
  const db = await testDatabase(t);
  const subject = await newSubject(db);
  await recordObservations(db, [mark(subject, 7.9)], { author: 'a', clock: monday });
  for (const statement of [
    'update observations.observation set value = 1',
    'delete from observations.observation',
    'truncate observations.observation cascade',
  ]) {
    await assert.rejects(db.query(statement), /never changed nor erased/, statement);
  }
});

test('two recordings of one value at once leave one chain, and the loser is told to try again', async (t) => {
  const db = await testDatabase(t);
  const subject = await newSubject(db);
  await recordObservations(db, [mark(subject, 1)], { author: 'a', clock: monday });
  const tries = await Promise.allSettled(
    [2, 3, 4, 5, 6, 7].map((value) =>
      db.transaction((tx) => recordObservations(tx, [mark(subject, value)], { author: 'a', clock: tuesday })),
    ),
  );
  for (const { status, reason } of tries.map((one) => ({ reason: null, ...one }))) {
    if (status === 'rejected') assert.ok((reason as unknown) instanceof VigieError);
  }
  const heads = await db.query(
    `select from observations.observation o
     where not exists (select from observations.observation later where later.supersedes = o.id)`,
  );
  assert.equal(heads.length, 1);
});

test('facts for judgement are those whose period ends last within the window, as known then', async (t) => {
  const db = await testDatabase(t);
  const subject = await newSubject(db);
  const quarter = (periodEnd: string, value: number) =>
    mark(subject, value, { periodStart: '2024-01-01', periodEnd });
  await recordObservations(
    db,
    [quarter('2025-03-31', 3), quarter('2025-06-30', 6), quarter('2025-09-30', 9)],
    {
      author: 'a',
      clock: monday,
    },
  );
  await recordObservations(db, [quarter('2025-06-30', 6.5)], { author: 'a', clock: tuesday });
  const valueTo = async (to: string, knownAt: Date) =>
    (await listFacts(db, ['satisfaction'], [subject], { from: '2025-01-01', to }, knownAt)).get(subject)
      ?.satisfaction?.value;
  assert.equal(await valueTo('2025-09-30', tuesday.now()), 9);
  assert.equal(await valueTo('2025-08-31', tuesday.now()), 6.5);
  assert.equal(await valueTo('2025-08-31', monday.now()), 6);
  assert.equal(await valueTo('2025-02-28', tuesday.now()), undefined);
});

test('an indicator that the registry lacks is refused, and no id stands there twice', async (t) => {
  const db = await testDatabase(t);
  const subject = await newSubject(db);
  await assert.rejects(
    recordObservations(db, [observe(subject, 'mood', fact({ value: 1 }))], { author: 'a', clock: monday }),
    RangeError,
  );
  assert.equal(new Set(INDICATORS.map(({ id }) => id)).size, INDICATORS.length);
});
