import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { resolveName } from './probe-name.ts';

const FOUR = 1;
const REFUSED_BY_SERVER = 2;
const NO_SUCH_NAME = 3;

/** What a name server says of a question of one type: an address as bytes, a code of failure, or nothing at all. */
type Reply = readonly number[] | number | null;
type Replies = (type: number) => Reply | Promise<Reply>;

/** A name server on this machine until the end of the test (RFC 1035 §4). */
async function openNameServer(t: TestContext, reply: Replies): Promise<string> {
  const server = createSocket('udp4');
  server.on('message', async (question, from) => {
    const end = question.indexOf(0, 12) + 5;
    const said = await reply(question.readUInt16BE(end - 4));
    if (said === null) return;
    const code = typeof said === 'number' ? said : 0;
    const answers = typeof said === 'number' || said.length === 0 ? 0 : 1;
    const header = Buffer.from([0, 0, 0x81, 0x80 | code, 0, 1, 0, answers, 0, 0, 0, 0]);
    question.copy(header, 0, 0, 2);
    const parts = [header, question.subarray(12, end)];
    if (answers === 1 && typeof said !== 'number') {
      const type = question.subarray(end - 4, end - 2);
      parts.push(Buffer.from([0xc0, 12, ...type, 0, 1, 0, 0, 0, 60, 0, said.length, ...said]));
    }
    server.send(Buffer.concat(parts), from.port, from.address);
  });
  server.bind(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  return `127.0.0.1:${server.address().port}`;
}

const ADDRESS = [192, 0, 2, 7];
const IPV6_ADDRESS = [0x20, 0x01, 0x0d, 0xb8, ...Array(11).fill(0), 7];

test('both families of a name are found', async (t) => {
  const server = await openNameServer(t, (type) => (type === FOUR ? ADDRESS : IPV6_ADDRESS));
  const found = await resolveName('site.test', new AbortController().signal, [server]);
  assert.deepEqual([...found].sort(), ['192.0.2.7', '2001:db8::7']);
});

test('a family that nobody answers for does not hide the other', async (t) => {
  const server = await openNameServer(t, (type) => (type === FOUR ? ADDRESS : null));
  assert.deepEqual(await resolveName('site.test', new AbortController().signal, [server]), ['192.0.2.7']);
});

test('an IPv4 address that comes late is waited for: IPv6 alone may lead nowhere', async (t) => {
  const server = await openNameServer(t, (type) => (type === FOUR ? pause(300, ADDRESS) : IPV6_ADDRESS));
  const found = await resolveName('site.test', new AbortController().signal, [server]);
  assert.deepEqual([...found].sort(), ['192.0.2.7', '2001:db8::7']);
});

test('an IPv4 address that cannot be known does not hide the other family', async (t) => {
  const replies: Replies = (type) => (type === FOUR ? REFUSED_BY_SERVER : IPV6_ADDRESS);
  const server = await openNameServer(t, replies);
  assert.deepEqual(await resolveName('site.test', new AbortController().signal, [server]), ['2001:db8::7']);
});

test('a name that does not exist, one without address, and one that cannot be known are told apart', async (t) => {
  const { signal } = new AbortController();
  const unknown = await openNameServer(t, () => NO_SUCH_NAME);
  await assert.rejects(resolveName('site.test', signal, [unknown]), { code: 'ENOTFOUND' });
  const empty = await openNameServer(t, () => []);
  await assert.rejects(resolveName('site.test', signal, [empty]), { code: 'ENODATA' });
  const half = await openNameServer(t, (type) => (type === FOUR ? REFUSED_BY_SERVER : []));
  await assert.rejects(resolveName('site.test', signal, [half]), { code: 'ESERVFAIL' });
});

test('a name server that is dead is left when the probe ends', async (t) => {
  const ending = new AbortController();
  let questions = 0;
  const dead = await openNameServer(t, () => {
    questions += 1;
    ending.abort();
    return null;
  });
  await assert.rejects(resolveName('site.test', ending.signal, [dead]), { code: 'ECANCELLED' });
  assert.ok(questions > 0);
});
