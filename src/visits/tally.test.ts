import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bucketOf } from '../core/time-histogram.ts';
import { createTally, VISIT_MS, type VisitEvent } from './tally.ts';
import { hashVisitor } from './visitor-key.ts';
import { estimateVisitors } from './visitor-sketch.ts';

const TRAITS = { device: 'mobile', country: 'FR', referrer: 'search' };
const MINUTE_MS = 60_000;

const visitor = (name: string) => hashVisitor('salt', 7, name, '');

/** Counts events given as visitor, minute and step, and optionally the page; gives the counts by dimension and value. */
function countAll(events: readonly (readonly [string, number, string, string?])[], options = {}) {
  const tally = createTally(options);
  for (const [name, minute, step, page = null] of events) {
    const event: VisitEvent = {
      ...{ subjectId: 7, day: '2026-03-04', atMs: minute * MINUTE_MS, visitor: visitor(name), step, page },
    };
    tally.count(event, () => TRAITS);
  }
  const { counts, durations, sketches } = tally.take();
  const cells = Object.fromEntries(
    counts.map((one) => [`${one.dimension} ${one.value}`, [one.visits, one.views]]),
  );
  return { cells, durations, sketches };
}

test('a reload, a step back, a double click make neither two visits nor two completions', () => {
  const { cells } = countAll([
    ['a', 0, 'start'],
    ['a', 1, 'start'],
    ['a', 2, 'identite'],
    ['a', 3, 'start'],
    ['a', 4, 'identite'],
    ['a', 5, 'submitted'],
    ['a', 5, 'submitted'],
  ]);
  assert.deepEqual(cells, {
    'whole all': [1, 7],
    'device mobile': [1, 7],
    'country FR': [1, 7],
    'referrer search': [1, 7],
    'step start': [1, 3],
    'step identite': [1, 2],
    'step submitted': [1, 2],
    'ending all': [1, 0],
  });
});

test('a visit that is refused, then submitted, ends once', () => {
  const { cells } = countAll([
    ['a', 0, 'start'],
    ['a', 1, 'refused'],
    ['a', 2, 'submitted'],
    ['b', 2, 'error'],
  ]);
  assert.deepEqual(cells['step refused'], [1, 1]);
  assert.deepEqual(cells['step submitted'], [1, 1]);
  assert.deepEqual(cells['ending all'], [1, 0]);
  assert.deepEqual(cells['step error'], [1, 1]);
});

test('half an hour away begins another visit, of the same visitor', () => {
  const away = VISIT_MS / MINUTE_MS;
  const { cells, sketches } = countAll([
    ['a', 0, 'view'],
    ['a', away - 1, 'view'],
    ['a', 2 * away - 2, 'start'],
    ['a', 3 * away - 2, 'start'],
  ]);
  assert.deepEqual(cells['whole all'], [2, 4]);
  assert.deepEqual(cells['step start'], [2, 2]);
  assert.deepEqual(
    sketches.map(({ sketch }) => estimateVisitors(sketch)),
    [1],
  );
});

test('the time of a submission is that from the first start of the visit', () => {
  const { durations } = countAll([
    ['a', 0, 'start'],
    ['a', 4, 'start'],
    ['a', 10, 'submitted'],
    ['b', 0, 'submitted'],
    ['c', 0, 'start'],
    ['c', 3, 'refused'],
  ]);
  const bucket = bucketOf(10 * MINUTE_MS);
  assert.deepEqual(durations, [{ subjectId: 7, day: '2026-03-04', bucket, n: 1 }]);
});

test('a page is visited once a visit, and viewed as often as it is shown', () => {
  const { cells } = countAll([
    ['a', 0, 'view', '/aide'],
    ['a', 1, 'view', '/aide'],
    ['a', 2, 'view', '/contact'],
    ['b', 2, 'view', '/aide'],
  ]);
  assert.deepEqual(cells['page /aide'], [2, 3]);
  assert.deepEqual(cells['page /contact'], [1, 1]);
});

test('however many steps and pages there are, each ending and each start is its own', () => {
  const many = Array.from({ length: 60 }, (_, n) => ['a', 0, `step-${n}`] as const);
  const { cells } = countAll([...many, ['a', 1, 'start'], ['a', 2, 'submitted'], ['a', 2, 'error']]);
  for (const name of ['step start', 'step submitted', 'step error', 'step step-0'])
    assert.deepEqual(cells[name], [1, 1]);
  assert.deepEqual(cells['ending all'], [1, 0]);
});

const STEPS = ['view', 'start', 'one', 'two', 'submitted', 'refused', 'error'];
const events = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(200), fc.constantFrom(...STEPS)), {
  maxLength: 60,
});

test('whatever comes, parts add up to the whole, and no step is reached more often than there are visits', () => {
  fc.assert(
    fc.property(events, (some) => {
      const inOrder = some.toSorted(([, one], [, other]) => one - other);
      const { cells } = countAll(inOrder);
      const [visits = 0, views = 0] = cells['whole all'] ?? [];
      assert.equal(views, some.length);
      if (some.length > 0) assert.deepEqual(cells['device mobile'], [visits, views]);
      for (const [name, [reached = 0]] of Object.entries(cells)) assert.ok(reached <= visits, name);
      const endings = cells['ending all']?.[0] ?? 0;
      const each = ['submitted', 'refused'].map((step) => cells[`step ${step}`]?.[0] ?? 0);
      assert.ok(endings >= Math.max(...each) && endings <= (each[0] ?? 0) + (each[1] ?? 0));
    }),
  );
});

test('what is given back is counted once more, and with it the visitors, even of a day that is over', () => {
  const tally = createTally();
  const see = (name: string, day: string) =>
    tally.count(
      { subjectId: 7, day, atMs: 0, visitor: visitor(name), step: 'start', page: null },
      () => TRAITS,
    );
  see('a', '2026-03-04');
  see('b', '2026-03-05');
  const first = tally.take();
  assert.deepEqual(tally.take(), { counts: [], durations: [], sketches: [] });
  see('c', '2026-03-05');
  tally.giveBack(first);
  const again = tally.take();
  const whole = again.counts.filter(({ dimension }) => dimension === 'whole');
  assert.deepEqual(
    whole.map(({ day, visits }) => [day, visits]),
    [
      ['2026-03-04', 1],
      ['2026-03-05', 2],
    ],
  );
  const visitors = again.sketches.map(({ day, sketch }) => [day, estimateVisitors(sketch)]);
  assert.deepEqual(visitors, [
    ['2026-03-04', 1],
    ['2026-03-05', 2],
  ]);
});

test('memory is bounded: beyond it, who was seen longest ago begins another visit', () => {
  const tally = createTally({ remembered: 100 });
  const see = (name: number) =>
    tally.count(
      { subjectId: 7, day: '2026-03-04', atMs: 1, visitor: visitor(String(name)), step: 'view', page: null },
      () => TRAITS,
    );
  for (let name = 0; name < 1_000; name += 1) see(name);
  assert.ok(tally.remembered() <= 201, `${tally.remembered()}`);
  see(0);
  const [whole] = tally.take().counts;
  assert.equal(whole?.visits, 1_001);
});

test('nobody is remembered for longer than an hour, nor on another day, even where nobody else comes', () => {
  const tally = createTally();
  const day = '2026-03-04';
  const event = { subjectId: 7, day, atMs: 0, visitor: visitor('a'), step: 'view', page: null };
  tally.forget(day, 0);
  tally.count(event, () => TRAITS);
  tally.forget(day, VISIT_MS);
  assert.equal(tally.remembered(), 1);
  tally.forget(day, 2 * VISIT_MS);
  assert.equal(tally.remembered(), 0);
  tally.count({ ...event, atMs: 2 * VISIT_MS }, () => TRAITS);
  tally.forget('2026-03-05', 2 * VISIT_MS);
  assert.equal(tally.remembered(), 0);
  assert.equal(tally.take().counts.find(({ dimension }) => dimension === 'whole')?.visits, 2);
});

test('robots and those who ask not to be counted are in no other count', () => {
  const tally = createTally();
  tally.leaveOut({ subjectId: 7, day: '2026-03-04' }, 'robot');
  tally.leaveOut({ subjectId: 7, day: '2026-03-04' }, 'opted_out');
  const { counts, sketches } = tally.take();
  assert.deepEqual(
    counts.map(({ dimension, views, visits }) => [dimension, views, visits]),
    [
      ['robot', 1, 0],
      ['opted_out', 1, 0],
    ],
  );
  assert.deepEqual(sketches, []);
});
