import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HeldMaintenance } from './maintenance.sql.ts';
import type { Outcome } from './outcome.ts';
import { isRecent, statesNow } from './state-now.ts';
import type { HeldTarget } from './target.sql.ts';
import { USUAL_DEMAND } from './target.ts';

const NOW = new Date('2026-01-15T12:00:00Z');
const before = (seconds: number) => new Date(NOW.getTime() - seconds * 1_000);

type Seen = readonly [outcome: Outcome, secondsAgo: number, sinceSeconds?: number];

function target(id: number, subjectIds: readonly number[], ...seen: readonly Seen[]): HeldTarget {
  return {
    ...USUAL_DEMAND,
    id,
    url: `https://site-${id}.example/`,
    author: 'test',
    createdAt: before(1_000_000),
    closedAt: null,
    closedReason: null,
    incident: null,
    uses: subjectIds.map((subjectId) => ({
      targetId: id,
      subjectId,
      role: 'home',
      since: before(1_000_000),
      until: null,
    })),
    looks: seen.map(([outcome, ago, since = 3_600], at) => ({
      targetId: id,
      vantage: `v${at}`,
      vantageName: `V${at}`,
      at: before(ago),
      outcome,
      verdictSince: before(since),
    })),
  };
}

const verdictOf = (...targets: readonly HeldTarget[]) => statesNow(targets, [], NOW)[0]?.verdict;

test('a point of measure that reached a target outweighs all that failed', () => {
  assert.equal(verdictOf(target(1, [7], ['server_error', 10], ['up', 20])), 'up');
  assert.equal(verdictOf(target(1, [7], ['server_error', 10], ['challenge', 20])), 'down');
  assert.equal(verdictOf(target(1, [7], ['challenge', 10], ['own_network', 20])), 'blocked');
});

test('what was seen more than two intervals and a time-out ago says nothing any more', () => {
  assert.equal(verdictOf(target(1, [7], ['server_error', 130])), 'down');
  assert.equal(verdictOf(target(1, [7], ['server_error', 131])), null);
  assert.equal(verdictOf(target(1, [7], ['up', 500], ['server_error', 5])), 'down');
  assert.equal(verdictOf(target(1, [7])), null);
  assert.ok(isRecent({ at: NOW }, USUAL_DEMAND, NOW));
});

test('a procedure is up when all its targets are, down when one is, and not known where one was not seen', () => {
  const up = target(1, [7], ['up', 5]);
  assert.equal(verdictOf(up, target(2, [7], ['slow', 5])), 'degraded');
  assert.equal(verdictOf(up, target(2, [7])), null);
  assert.equal(verdictOf(up, target(2, [7]), target(3, [7], ['reset', 5])), 'down');
});

test('a target that several procedures share counts for each of them, and for no other', () => {
  const states = statesNow(
    [target(1, [8, 7], ['reset', 5, 60]), target(2, [7], ['up', 5]), target(3, [9], ['up', 5])],
    [],
    NOW,
  );
  assert.deepEqual(
    states.map(({ subjectId, verdict, targets }) => [subjectId, verdict, targets.length]),
    [
      [7, 'down', 2],
      [8, 'down', 1],
      [9, 'up', 1],
    ],
  );
  assert.deepEqual(states[0]?.since, before(60), 'since the target that is down is');
});

test('a state is told since when it is sure', () => {
  const since = (...targets: readonly HeldTarget[]) => statesNow(targets, [], NOW)[0]?.since;
  const long: Seen = ['up', 5, 90_000];
  assert.deepEqual(since(target(1, [7], long), target(2, [7], ['up', 5, 600])), before(600), 'both are up');
  assert.deepEqual(since(target(1, [7], ['up', 5, 60]), target(2, [7], ['slow', 5, 600])), before(60));
  const down = [target(1, [7], ['reset', 5, 600]), target(2, [7], ['reset', 5, 60])];
  assert.deepEqual(since(...down), before(600), 'since the first of them is down');
  assert.deepEqual(since(target(1, [7], long, ['up', 5, 60])), before(90_000), 'one saw it up all along');
  assert.deepEqual(since(target(1, [7], ['reset', 5, 600], ['reset', 5, 60])), before(60), 'one saw it up');
});

test('a maintenance that covers now outweighs what is seen, and one that is over does not', () => {
  const maintenance = (from: number, to: number): HeldMaintenance => ({
    id: 1,
    targetId: 1,
    startsAt: before(from),
    endsAt: before(to),
    repeats: 'never',
    repeatsUntil: null,
    reason: 'x',
    author: 'test',
    createdAt: before(from),
    cancelledAt: null,
  });
  const stopped = target(1, [7], ['server_error', 5]);
  assert.equal(statesNow([stopped], [maintenance(60, -60)], NOW)[0]?.verdict, 'maintenance');
  assert.equal(statesNow([stopped], [maintenance(120, 60)], NOW)[0]?.verdict, 'down');
});
