import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { fakeTime } from '../../test/support/fake-time.ts';
import { createOwnNetwork } from './own-network.ts';

const references = [
  { host: 'a', port: 53 },
  { host: 'b', port: 53 },
];

function start(answers: { reached: string[]; names: boolean }) {
  const time = fakeTime('2026-03-02T09:00:00Z');
  let checks = 0;
  const network = createOwnNetwork({
    references,
    clock: time.clock,
    reach: async ({ host }) => {
      checks += 1;
      return answers.reached.includes(host);
    },
    answersNames: async () => answers.names,
  });
  return { time, network, answers, checks: () => checks };
}

test('a failure is ours when no reference point answers; one that answers is enough', async () => {
  const { network } = start({ reached: [], names: true });
  assert.equal(await network.isOurs('timed_out'), true);
  const other = start({ reached: ['b'], names: true });
  assert.equal(await other.network.isOurs('timed_out'), false);
});

test('what a site itself answered is never our own, and costs no check', async () => {
  const { network, checks } = start({ reached: [], names: false });
  for (const outcome of ['server_error', 'unexpected_status', 'text_missing', 'certificate_expired'] as const)
    assert.equal(await network.isOurs(outcome), false);
  assert.equal(checks(), 0);
});

test('name servers that fail are ours; a name that they know nothing of is not', async () => {
  const { network } = start({ reached: ['a'], names: false });
  assert.equal(await network.isOurs('name_failed'), true);
  assert.equal(await network.isOurs('name_not_found'), false);
});

test('a thousand failures make one check, and the answer is not kept for long', async () => {
  const { network, checks, answers, time } = start({ reached: ['a'], names: true });
  const all = await Promise.all(Array.from({ length: 1_000 }, () => network.isOurs('reset')));
  assert.deepEqual([new Set(all), checks()], [new Set([false]), references.length]);
  answers.reached = [];
  await time.advance(2_900);
  assert.equal(await network.isOurs('reset'), false);
  await time.advance(200);
  assert.equal(await network.isOurs('reset'), true);
});

test('a reference point is reached by a connection', async (t) => {
  const server = createServer().listen(0, '127.0.0.1');
  t.after(() => server.close());
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const { clock, advance } = fakeTime('2026-03-02T09:00:00Z');
  const network = createOwnNetwork({ references: [{ host: '127.0.0.1', port }], clock });
  assert.equal(await network.isOurs('timed_out'), false);
  server.close();
  await once(server, 'close');
  await advance(10_000);
  assert.equal(await network.isOurs('timed_out'), true);
});
