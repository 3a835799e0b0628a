import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { type TestContext, test } from 'node:test';
import { HOST, send } from '../../../test/support/http.ts';
import { openLog } from '../log.ts';
import { createMetrics } from '../metrics.ts';
import { type Lane, withLanes } from './lane.ts';

const BAD_HEADER = 'a\nb';

const lane: Lane = {
  route: '/in',
  method: 'POST',
  pattern: /^\/in$/,
  bodyLimitBytes: 10,
  async answer({ body }) {
    if (body.toString() === 'defect') throw new Error('a defect');
    if (body.toString() === 'header') return { status: 303, headers: { location: BAD_HEADER }, body: '' };
    return { status: 200, headers: {}, body: body.toString() };
  },
  refuse({ code, message }) {
    if (code === 'Unavailable') throw new Error('a defect of the page of errors');
    return { status: 400, headers: {}, body: message };
  },
};

async function serveLane(t: TestContext) {
  const told: string[] = [];
  const log = openLog('error', { write: (line: string) => void told.push(line) });
  const server = createServer(
    withLanes([lane], (_, response) => response.end('other'), { log, metrics: createMetrics() }),
  );
  await once(server.listen(0, HOST), 'listening');
  t.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  const post = (body: string) => send(port, '/in', { method: 'POST', body });
  return { port, post, told };
}

test('a request that cannot even be refused ends alone, and is told', async (t) => {
  const { post, told } = await serveLane(t);
  await assert.rejects(post('defect'));
  await assert.rejects(post('header'));
  assert.equal(told.filter((line) => line.includes('could not even be refused')).length, 2);
  assert.equal((await post('still')).body.toString(), 'still');
});

test('a body that is too long, in pieces, or cut short harms no other', async (t) => {
  const { port, post } = await serveLane(t);
  assert.equal((await post('x'.repeat(200_000))).status, 400);
  const cut = connect(port, HOST);
  await once(cut, 'connect');
  cut.end('POST /in HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhalf');
  const pieces = connect(port, HOST);
  pieces.write('POST /in HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n');
  assert.equal((await post('beside')).body.toString(), 'beside');
  pieces.write(
    '1\r\nb\r\n0\r\n\r\nPOST /in HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 1\r\n\r\nc',
  );
  const answers = Buffer.concat(await pieces.toArray()).toString();
  assert.match(answers, /\r\n\r\nabHTTP\/1\.1 200 OK[\s\S]*\r\n\r\nc$/);
});
