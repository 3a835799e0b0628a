import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeTime } from '../../test/support/fake-time.ts';
import { probeOf, targetOf } from '../../test/support/probes.ts';
import type { Outcome } from './outcome.ts';
import { createRunner, type Look } from './runner.ts';
import type { Probe } from './sample.ts';
import { phaseOf } from './schedule.ts';
import type { Demand } from './target.ts';

const START = '2026-03-02T09:00:00Z';
const MINUTE = 60_000;

type Ask = (demand: Demand, signal: AbortSignal) => Promise<Probe>;

function start(ask: Ask, options: { limit?: number; isOurs?: (outcome: Outcome) => boolean } = {}) {
  const time = fakeTime(START);
  const looks: Look[] = [];
  const asked: { url: string; at: number }[] = [];
  const lateness: number[] = [];
  let aheadMs = 0;
  const clock = { now: () => new Date(time.clock.now().getTime() + aheadMs) };
  const defects: unknown[] = [];
  const runner = createRunner({
    ...{ vantage: 'local', clock, timers: time.timers },
    log: { error: (...words: unknown[]) => defects.push(words) } as never,
    probe: (demand, signal) => {
      asked.push({ url: demand.url, at: time.clock.now().getTime() - Date.parse(START) });
      return ask(demand, signal);
    },
    network: { isOurs: async (outcome) => options.isOurs?.(outcome) ?? false },
    receive: (look) => looks.push(look),
    observeLateness: (ms) => lateness.push(ms),
    ...(options.limit !== undefined && { limit: options.limit }),
  });
  const outcomes = () => looks.map(({ sample }) => sample.outcome);
  /** A request that lasts so long. */
  const lasting = async (ms: number, probe: Probe) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    time.timers.after(ms, resolve);
    await promise;
    return probe;
  };
  const setClock = (ms: number) => {
    aheadMs = ms;
  };
  return { time, setClock, runner, looks, outcomes, asked, lateness, lasting, defects };
}

test('each target is asked once a minute at its phase, and a new start keeps it', async () => {
  const { time, runner, looks, asked, lateness } = start(async () => probeOf('up'));
  runner.follow([targetOf(1), targetOf(2), targetOf(3, { intervalMs: 10_000 })]);
  await time.advance(10 * MINUTE);
  const of = (id: number) => asked.filter(({ url }) => url.includes(`-${id}.`)).map(({ at }) => at);
  assert.deepEqual([of(1).length, of(2).length, of(3).length], [10, 10, 60]);
  for (const [id, intervalMs] of [
    [1, 60_000],
    [3, 10_000],
  ] as const) {
    const phase = phaseOf({ id, intervalMs }, 'local');
    assert.deepEqual(
      of(id),
      of(id).map((_, index) => phase + index * intervalMs),
    );
  }
  assert.equal(looks.length, asked.length);
  assert.deepEqual(new Set(lateness), new Set([0]));
});

test('a clock that is set back, or forth, costs a turn at most', async () => {
  const { time, setClock, runner, asked } = start(async () => probeOf('up'));
  setClock(30 * MINUTE);
  runner.follow([targetOf(1)]);
  await time.advance(5 * MINUTE);
  setClock(0);
  await time.advance(5 * MINUTE);
  setClock(20 * MINUTE);
  await time.advance(5 * MINUTE);
  assert.ok(asked.length >= 13, String(asked.length));
});

test('targets come and go while others keep their phase; a stopped runner leaves nothing behind', async () => {
  const { time, runner, asked } = start(async () => probeOf('up'));
  runner.follow([targetOf(1)]);
  await time.advance(2 * MINUTE);
  runner.follow([targetOf(1), targetOf(2)]);
  await time.advance(2 * MINUTE);
  runner.follow([targetOf(2)]);
  await time.advance(2 * MINUTE);
  const count = (id: number) => asked.filter(({ url }) => url.includes(`-${id}.`)).length;
  assert.deepEqual([count(1), count(2)], [4, 4]);
  await runner.stop();
  assert.equal(time.waiting(), 0);
});

test('a failure is tried again five seconds later: the slot is that of the second try', async () => {
  const answers = [probeOf('timed_out'), probeOf('up'), probeOf('refused'), probeOf('server_error')];
  const { time, runner, looks, outcomes, asked } = start(async () => answers.shift() ?? probeOf('up'));
  runner.follow([targetOf(1)]);
  await time.advance(3 * MINUTE);
  assert.deepEqual(outcomes(), ['second_try', 'server_error', 'up']);
  const [first = 0, again = 0, next = 0] = asked.map(({ at }) => at);
  assert.deepEqual([again - first, next - first], [5_000, MINUTE]);
  assert.equal(looks[1]?.sample.at.getTime(), Date.parse(START) + next, 'a slot begins with its first try');
});

test('a second try that is blocked confirms nothing', async () => {
  const answers = [probeOf('timed_out'), probeOf('challenge')];
  const { time, runner, outcomes } = start(async () => answers.shift() ?? probeOf('up'));
  runner.follow([targetOf(1)]);
  await time.advance(MINUTE);
  assert.deepEqual(outcomes(), ['challenge']);
});

test('while our own network is down nothing is said of sites, at either try', async () => {
  let isOurs = true;
  const { time, runner, outcomes, asked } = start(async () => probeOf('unreachable'), {
    isOurs: (outcome) => outcome === 'unreachable' && isOurs,
  });
  runner.follow([targetOf(1)]);
  await time.advance(MINUTE);
  assert.deepEqual([outcomes(), asked.length], [['own_network'], 1]);
  isOurs = false;
  await time.advance(phaseOf(targetOf(1), 'local') + 1_000);
  isOurs = true;
  await time.advance(MINUTE - phaseOf(targetOf(1), 'local') - 1_000);
  assert.deepEqual(outcomes(), ['own_network', 'own_network']);
});

test('a host is asked one thing at a time, and hosts do not wait for one another', async () => {
  const busy = new Map<string, number>();
  let most = 0;
  const site = start(async ({ url }) => {
    const { hostname } = new URL(url);
    busy.set(hostname, (busy.get(hostname) ?? 0) + 1);
    assert.equal(busy.get(hostname), 1);
    most = Math.max(
      most,
      [...busy.values()].reduce((sum, n) => sum + n, 0),
    );
    const found = await site.lasting(9_000, probeOf('slow'));
    busy.set(hostname, 0);
    return found;
  });
  const shared = [1, 2, 3, 4].map((id) => targetOf(id, { url: `https://shared.example:44${id}/` }));
  site.runner.follow([...shared, ...Array.from({ length: 40 }, (_, at) => targetOf(at + 10))]);
  await site.time.advance(5 * MINUTE);
  assert.ok(most > 4, String(most));
  const own = site.looks.filter(({ sample }) => sample.targetId === 2);
  assert.ok(own.length >= 4);
});

test('no more requests than the limit are under way, and all are made', async () => {
  let [now, most] = [0, 0];
  const site = start(
    async () => {
      now += 1;
      most = Math.max(most, now);
      const found = await site.lasting(2_000, probeOf('up'));
      now -= 1;
      return found;
    },
    { limit: 3 },
  );
  site.runner.follow(Array.from({ length: 60 }, (_, at) => targetOf(at + 1)));
  await site.time.advance(3 * MINUTE);
  assert.equal(most, 3);
  assert.equal(new Set(site.looks.map(({ sample }) => sample.targetId)).size, 60);
});

test('targets of a host that lets nobody in share the failure instead of waiting for it in turn', async () => {
  const site = start(() => site.lasting(10_000, probeOf('connection_timed_out')));
  const targets = Array.from({ length: 30 }, (_, at) =>
    targetOf(at + 1, { url: `https://shared.example/${at}` }),
  );
  site.runner.follow(targets);
  await site.time.advance(10 * MINUTE);
  const counts = targets.map(({ id }) => site.looks.filter(({ sample }) => sample.targetId === id).length);
  assert.ok(Math.min(...counts) >= 9, String(counts));
  assert.deepEqual(new Set(site.outcomes()), new Set(['connection_timed_out']));
  assert.ok(site.asked.length < 65, String(site.asked.length));
});

test('so do those of a host that lets everybody in and says nothing; a page that answered is asked itself', async () => {
  const isStuck = () => site.time.clock.now().getTime() - Date.parse(START) > MINUTE;
  const site = start(async ({ url }) =>
    isStuck() && !url.endsWith('/quick') ? site.lasting(10_000, probeOf('timed_out')) : probeOf('up'),
  );
  const targets = Array.from({ length: 30 }, (_, at) =>
    targetOf(at + 1, { url: `https://shared.example/${at === 0 ? 'quick' : at}` }),
  );
  site.runner.follow(targets);
  await site.time.advance(30 * MINUTE);
  const [quick = [], ...stuck] = targets.map(({ id }) =>
    site.looks.filter(({ sample }) => sample.targetId === id).map(({ sample }) => sample),
  );
  assert.deepEqual(new Set(quick.map(({ outcome }) => outcome)), new Set(['up']));
  for (const looks of stuck) {
    const down = looks.filter(({ outcome }) => outcome === 'timed_out').map(({ at }) => at.getTime());
    // Once each has been asked itself: ten seconds for each of thirty.
    const later = down.filter((at) => at > Date.parse(START) + 7 * MINUTE);
    const gaps = later.slice(1).map((at, index) => at - (later[index] ?? 0));
    assert.ok(Math.max(...gaps) <= 2 * MINUTE, String(gaps));
  }
});

test('another address of the same host is asked all the same when a redirect was what failed', async () => {
  const redirects = [{ url: 'https://elsewhere.example/', status: 302 }];
  const { time, runner, asked } = start(async () => probeOf('refused', { redirects }));
  runner.follow([1, 2].map((id) => targetOf(id, { url: `https://shared.example/${id}` })));
  await time.advance(MINUTE);
  assert.equal(asked.length, 4);
});

test('a site that says when it will be there is not asked before, and is down meanwhile by its own word', async () => {
  const answers = [probeOf('server_error', { retryAfterMs: 150_000 })];
  const { time, runner, outcomes, asked } = start(async () => answers.shift() ?? probeOf('up'));
  runner.follow([targetOf(1)]);
  await time.advance(5 * MINUTE);
  assert.deepEqual(outcomes(), ['server_error', 'back_later', 'back_later', 'up', 'up']);
  assert.equal(asked.length, 3);
});

test('a site that refuses the robot is left alone with all its addresses, an hour at most', async () => {
  const { time, runner, asked } = start(async () => probeOf('blocked_status', { retryAfterMs: 1e9 }));
  runner.follow([1, 2].map((id) => targetOf(id, { url: `https://shared.example/${id}` })));
  await time.advance(60 * MINUTE);
  assert.equal(asked.length, 1);
  await time.advance(MINUTE);
  assert.equal(asked.length, 2);
});

test('so is the host that an address redirects to, by all that waits for it', async () => {
  const refused = probeOf('blocked_status', { retryAfterMs: 1e9, url: 'https://www.shared.example/' });
  const site = start(async ({ url }) =>
    url.includes('www') ? site.lasting(10_000, probeOf('timed_out')) : refused,
  );
  const urls = ['https://www.shared.example/', 'https://shared.example/'];
  site.runner.follow(urls.map((url, at) => targetOf(at + 1, { url })));
  await site.time.advance(10 * MINUTE);
  assert.ok(site.asked.length <= 3, String(site.asked.length));
  assert.ok(site.outcomes().filter((one) => one === 'asked_to_wait').length >= 16);
});

test('nothing is asked during a maintenance, and each of its slots says so', async () => {
  const startsAt = new Date(Date.parse(START) + 2 * MINUTE);
  const endsAt = new Date(Date.parse(START) + 4 * MINUTE);
  const maintenances = [{ startsAt, endsAt, repeats: 'never', repeatsUntil: null } as const];
  const { time, runner, outcomes, asked } = start(async () => probeOf('up'));
  runner.follow([targetOf(1, { maintenances })]);
  await time.advance(5 * MINUTE);
  assert.deepEqual(outcomes(), ['up', 'up', 'maintenance', 'maintenance', 'up']);
  assert.equal(asked.length, 3);
});

test('a stop gives up what is under way, and tells nothing of it', async () => {
  const site = start((_, signal) => {
    const { promise, resolve } = Promise.withResolvers<Probe>();
    signal.addEventListener('abort', () => resolve(probeOf('probe_failed')));
    return promise;
  });
  site.runner.follow([targetOf(1), targetOf(2)]);
  await site.time.advance(MINUTE);
  await site.runner.stop();
  assert.deepEqual([site.looks, site.asked.length, site.time.waiting()], [[], 2, 0]);
});

test('a stop between two tries makes no second one', async () => {
  const { time, runner, asked, looks } = start(async () => probeOf('timed_out'));
  runner.follow([targetOf(1)]);
  await time.advance(phaseOf(targetOf(1), 'local') + 1_000);
  await runner.stop();
  await time.advance(MINUTE);
  assert.deepEqual([asked.length, looks, time.waiting()], [1, [], 0]);
});

test('a defect of a probe costs its slot, not the next ones', async () => {
  let calls = 0;
  const { time, runner, outcomes, defects } = start(async () => {
    calls += 1;
    if (calls === 1) throw new Error('a defect');
    return probeOf('up');
  });
  runner.follow([targetOf(1)]);
  await time.advance(3 * MINUTE);
  assert.deepEqual([outcomes(), defects.length], [['up', 'up'], 1]);
});
