import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../test/support/database.ts';
import { load } from '../../test/support/demonstration.ts';
import { findProcedure } from '../catalogue/index.ts';
import { fixedClock } from '../core/clock.ts';
import { leaveDemonstration } from '../core/demonstration.sql.ts';
import {
  listOpenTargets,
  listTargets,
  listToldIncidents,
  listVantages,
  packSamples,
  readAvailability,
  readResponse,
  statesNow,
} from '../probes/index.ts';
import { CHECKED_PROCEDURES } from './checks.ts';
import { loadProbes } from './load-probes.ts';
import { minuteDay, stretchesOf, WATCHED } from './probes.ts';

const CLOCK = fixedClock('2026-11-22T15:20:00Z');
const PERIOD = { from: '2026-08-23', to: '2026-11-22' };

test('the probes of the demonstration come once, are never asked for anything, and leave with it', async () => {
  const db = await testDatabase();
  assert.equal(await loadProbes(db, CLOCK), false, 'there is no demonstration yet');
  await load(db);
  assert.equal(await loadProbes(db, CLOCK), true);
  assert.equal(await loadProbes(db, CLOCK), false, 'they come once');
  const targets = await listTargets(db);
  assert.equal(
    targets.length,
    Object.values(WATCHED).reduce((sum, { pages = [] }) => sum + 1 + pages.length, 0),
  );
  assert.ok(targets.every(({ url }) => new URL(url).hostname.endsWith('.example')));
  assert.deepEqual(await listOpenTargets(db), [], 'nobody is asked');
  await db.transaction((tx) => leaveDemonstration(tx, { keep: false }));
  assert.deepEqual([await listTargets(db, { all: true }), await listVantages(db)], [[], []]);
});

test('its figures hold together, and are the same once the last samples are packed', async () => {
  const db = await testDatabase();
  await load(db);
  await loadProbes(db, CLOCK);
  const now = CLOCK.now();
  const subjectOf = async (publicId: string) =>
    (await findProcedure(db, publicId))?.current.subjectId ?? assert.fail(publicId);
  const subjectIds = await Promise.all(Object.keys(WATCHED).map(subjectOf));
  const before = await readAvailability(db, { subjectIds }, PERIOD, now);
  const states = new Map(
    statesNow(await listTargets(db), [], now).map((one) => [one.subjectId, one.verdict]),
  );
  for (const [publicId, watched] of Object.entries(WATCHED)) {
    const subjectId = await subjectOf(publicId);
    const { whole } = before.get(subjectId) ?? assert.fail(publicId);
    assert.equal(whole.unmonitoredMinutes, 0, publicId);
    const isBlocked = publicId === 'demo16';
    assert.equal(whole.minutes.blocked > 0, isBlocked, publicId);
    assert.equal(
      states.get(subjectId),
      isBlocked ? 'blocked' : publicId === 'demo47' ? 'down' : 'up',
      publicId,
    );
    const told = stretchesOf(watched, '2026-11-22', now.getTime()).length > 0;
    const { up, maintenance } = whole.minutes;
    assert.equal(up + maintenance === whole.coverage.denominator, !told || publicId === 'demo28', publicId);
    const { figures } = await readResponse(db, subjectId, PERIOD, now);
    assert.ok(figures.whole.n > 1_000 || publicId === 'demo47', publicId);
  }
  await packSamples(db, now);
  assert.deepEqual(await readAvailability(db, { subjectIds }, PERIOD, now), before);
});

test('outages that last go on, those that ended have what was said of them', async () => {
  const db = await testDatabase();
  await load(db);
  await loadProbes(db, CLOCK);
  const incidents = await listToldIncidents(db, { since: new Date('2026-01-01') });
  const open = incidents.filter(({ endedAt }) => endedAt === null);
  assert.deepEqual(
    open.map(({ url, cause }) => [new URL(url).pathname, cause]),
    [[new URL((await findProcedure(db, 'demo47'))?.current.url ?? '').pathname, 'unexpected_status']],
  );
  assert.ok(incidents.some(({ notes }) => notes.length === 1));
  assert.ok(CHECKED_PROCEDURES.every((publicId) => Object.hasOwn(WATCHED, publicId)));
});

test('a day is whole, whatever happened in it and however long it is', () => {
  const stretch = { fromMs: Date.parse('2026-10-25T00:50:00Z'), toMs: Date.parse('2026-10-25T01:20:00Z') };
  const { minutes } = minuteDay(1, '2026-10-25', [{ ...stretch, outcome: 'refused' }]);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);
  assert.equal(sum(minutes), 25 * 60);
  assert.equal(sum(minutes.filter((_, place) => place % 6 === 2)), 30);
});
