import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { testDatabase } from '../../test/support/database.ts';
import { addWatch } from '../../test/support/probe-store.sql.ts';
import { openProbeStore, sampleOf, samplesEachMinute } from '../../test/support/probe-store.ts';
import type { Outcome } from './outcome.ts';
import { packSamples } from './pack-samples.sql.ts';
import { listSubjectDays, readAvailability } from './read-availability.sql.ts';
import { listOwnOutages, readResponse, readTimeline } from './read-response.sql.ts';
import { insertSamples } from './sample.sql.ts';
import { endUse } from './target.sql.ts';

/** A Monday: 8 h in Paris is 7 h UTC. */
const DAY = '2026-11-02';
const PERIOD = { from: DAY, to: DAY };
const END = new Date('2026-11-02T23:30:00Z');
const clock = (time: string) => `2026-11-02T${time}:00Z`;

/** A procedure with two targets, seen from one point of measure. */
async function open(t: TestContext) {
  const db = await testDatabase(t);
  const { subjectIds, targetIds, vantageIds } = await openProbeStore(db, { targets: 2, vantages: 1 });
  const [subjectId = 0, home = 0, form = 0, vantageId = 0] = [...subjectIds, ...targetIds, ...vantageIds];
  const see = (targetId: number, from: string, to: string, outcome: Outcome = 'up') =>
    insertSamples(db, vantageId, samplesEachMinute(targetId, clock(from), clock(to), outcome));
  return { db, subjectId, targetIds, home, form, vantageId, see };
}

test('a procedure is up while all its targets are; what one of them lacks is not monitored', async (t) => {
  const { db, subjectId, home, form, see } = await open(t);
  await see(home, '06:00', '10:00');
  await see(form, '06:00', '07:30');
  await see(form, '07:30', '08:00', 'server_error');
  await see(form, '08:00', '08:20', 'challenge');
  await see(form, '08:20', '08:30', 'maintenance');
  await packSamples(db, END);
  const { whole, business, other, days } =
    (await readAvailability(db, { subjectIds: [subjectId] }, PERIOD, END)).get(subjectId) ?? assert.fail();
  assert.deepEqual([whole.numerator, whole.denominator, whole.share], [90, 120, 0.75]);
  assert.deepEqual([whole.minutes.blocked, whole.maintenanceMinutes], [20, 10]);
  assert.deepEqual([whole.coverage.numerator, whole.coverage.denominator], [120, 1440]);
  assert.equal(whole.unmonitoredMinutes, 1440 - 150);
  assert.deepEqual([business.numerator, business.denominator, business.coverage.denominator], [30, 60, 720]);
  assert.deepEqual([other.numerator, other.denominator, other.coverage.denominator], [60, 60, 720]);
  assert.deepEqual(days, [{ day: DAY, availability: whole }]);
  const [seen, never] = await listSubjectDays(db, [subjectId, 999], PERIOD, END);
  assert.deepEqual(seen, { subjectId, whole, days });
  assert.deepEqual([never?.whole.share, never?.whole.unmonitoredMinutes, never?.days], [null, 1440, []]);
});

test('a target that counts no more leaves the procedure to the others', async (t) => {
  const { db, subjectId, home, form, see } = await open(t);
  await see(home, '06:00', '09:00');
  await see(form, '06:00', '07:00', 'refused');
  await db.transaction((tx) => endUse(tx, { targetId: form, subjectId }, 'fini', new Date(clock('07:00'))));
  await packSamples(db, END);
  const figures = (await readAvailability(db, { subjectIds: [subjectId] }, PERIOD, END)).get(subjectId);
  assert.deepEqual([figures?.whole.numerator, figures?.whole.denominator], [120, 180]);
});

test('the worst hours come first, by the clock of Paris, and response times by day and point of measure', async (t) => {
  const { db, subjectId, home, vantageId, see } = await open(t);
  await see(home, '06:00', '08:00');
  await see(home, '08:30', '09:00', 'refused');
  const slow = (minute: number) =>
    sampleOf(home, Date.parse(clock('09:00')) + minute * 60_000, 'slow', 3_000);
  await insertSamples(db, vantageId, [slow(0), slow(1)]);
  await packSamples(db, END);
  const { hours, figures } = await readResponse(db, subjectId, PERIOD, END);
  assert.equal(hours.length, 24);
  assert.deepEqual(
    hours
      .slice(0, 4)
      .map(({ hour, availability, answers, meanMs }) => [hour, availability.share, answers, meanMs]),
    [
      [9, 0, 0, null],
      [10, 1, 2, 3_000],
      [7, 1, 60, 100],
      [8, 1, 60, 100],
    ],
  );
  assert.equal(hours[0]?.availability.coverage.denominator, 120, 'an hour of each of two targets');
  const { whole, vantages, days } = figures;
  assert.deepEqual([whole.n, whole.apdex], [122, { score: 120 / 152, satisfied: 120, tolerated: 0, n: 152 }]);
  assert.deepEqual(
    vantages.map((one) => [one.vantageId, one.samples.down, one.samples.degraded, one.response.n]),
    [[vantageId, 30, 2, 122]],
  );
  assert.deepEqual(
    days.map(({ day, response }) => [day, response.n]),
    [[DAY, 122]],
  );
});

test('a target tells of the response of a procedure on the days on which it counts for it', async (t) => {
  const { db, subjectId, home, form, see } = await open(t);
  await see(home, '06:00', '07:00');
  await see(form, '06:00', '06:30');
  const before = new Date('2026-11-01T12:00:00Z');
  await db.transaction((tx) => endUse(tx, { targetId: form, subjectId }, 'fini', before));
  const read = () => readResponse(db, subjectId, { from: '2026-11-01', to: DAY }, END);
  const { figures, hours } = await read();
  assert.equal(figures.whole.n, 60);
  const seven = hours.find(({ hour }) => hour === 7);
  assert.deepEqual([seven?.answers, seven?.availability.coverage.denominator], [60, 180]);
  await packSamples(db, END);
  assert.deepEqual((await read()).figures, figures);
});

test('the last day is told minute by minute, of the procedure and of each target', async (t) => {
  const { db, subjectId, targetIds, home, form, see } = await open(t);
  await see(home, '06:00', '10:00');
  await see(form, '06:00', '09:58');
  await packSamples(db, new Date(clock('08:30')));
  const now = new Date('2026-11-02T10:00:30Z');
  const told = await readTimeline(db, subjectId, now);
  assert.equal(told.startsAt.toISOString(), '2026-11-01T10:01:00.000Z');
  assert.deepEqual([told.minutes.length, told.meanMs.length], [1440, 1440]);
  assert.deepEqual(told.minutes.slice(-5), ['up', 'up', null, null, null]);
  assert.equal(told.minutes.filter((one) => one === 'up').length, 238);
  assert.deepEqual(told.meanMs.slice(-3), [100, 100, null]);
  assert.deepEqual(
    told.targets.map(({ targetId, minutes }) => [targetId, minutes.filter((one) => one === 'up').length]),
    targetIds.map((id, at) => [id, at === 0 ? 240 : 238]),
  );
});

test('our own outages are read from when points of measure were at work', async (t) => {
  const { db, vantageId } = await open(t);
  await addWatch(db, vantageId, new Date('2026-10-30T00:00:00Z'), new Date(clock('05:00')));
  await addWatch(db, vantageId, new Date(clock('06:00')), new Date(clock('12:00')));
  assert.deepEqual(await listOwnOutages(db, PERIOD, new Date(clock('12:01'))), [
    { from: new Date(clock('05:00')), to: new Date(clock('06:00')) },
  ]);
});
