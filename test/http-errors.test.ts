import assert from 'node:assert/strict';
import { test } from 'node:test';
import { send, sendBytes, serveSamples } from './support/http.ts';

test('a body beyond the limit is refused, its length announced or not', async (t) => {
  const { port } = await serveSamples(t);
  const post = (body: Buffer, headers: Record<string, string>) =>
    send(port, '/form', { method: 'POST', body, headers: { accept: 'application/json', ...headers } });
  const large = Buffer.alloc(64 * 1024 + 1, 'x');
  const allowed = large.subarray(1);
  for (const header of ['content-length', 'transfer-encoding']) {
    const headersOf = (body: Buffer) => ({
      [header]: header === 'content-length' ? String(body.length) : 'chunked',
    });
    const refused = await post(large, headersOf(large));
    assert.equal(refused.status, 413);
    assert.equal(JSON.parse(refused.body.toString()).error.code, 'InvalidInput');
    assert.equal((await post(allowed, headersOf(allowed))).body.toString(), '65536');
  }
});

test('a handler that never ends is answered for', async (t) => {
  const { get } = await serveSamples(t, { handlerLimitMs: 20 });
  const { status, headers } = await get('/never');
  assert.equal(status, 503);
  assert.equal(headers['retry-after'], '10');
});

test('data addresses and clients of JSON get errors as JSON, others as a page', async (t) => {
  const { get } = await serveSamples(t);
  const json: [string, Record<string, string>][] = [
    ['/none.json', {}],
    ['/none.csv', { accept: 'text/html' }],
    ['/api/v1/none', {}],
    ['/none', { accept: 'application/json' }],
  ];
  for (const [path, headers] of json) {
    const answer = await get(path, headers);
    assert.equal(answer.status, 404);
    assert.equal(answer.headers['cache-control'], 'no-store');
    const expected = { code: 'NotFound', message: 'There is nothing at this address.', fields: [] };
    assert.deepEqual(JSON.parse(answer.body.toString()), { error: expected });
  }
  const pages: [string, RegExp][] = [
    ['/none', /<html lang="fr">.*Page introuvable/s],
    ['/en/none', /<html lang="en">/],
    ['/apiary', /<html/],
  ];
  for (const [path, expected] of pages) {
    const answer = await get(path, { accept: 'text/html,application/json' });
    assert.match(answer.body.toString(), expected);
  }
});

test('an error of the list is shown with its fields', async (t) => {
  const answer = await (await serveSamples(t)).get('/refused', { accept: 'application/json' });
  assert.equal(answer.status, 409);
  const expected = {
    code: 'Conflict',
    message: 'Taken.',
    fields: [{ path: 'slug', message: 'choose another' }],
  };
  assert.deepEqual(JSON.parse(answer.body.toString()), { error: expected });
});

test('a defect is logged whole and shown with nothing but its id', async (t) => {
  const { get, logged } = await serveSamples(t);
  for (const accept of ['application/json', 'text/html']) {
    logged.length = 0;
    const answer = await get('/defect', { accept });
    assert.equal(answer.status, 500);
    assert.doesNotMatch(answer.body.toString(), /hunter2/);
    assert.match(answer.body.toString(), new RegExp(String(answer.headers['x-request-id'])));
    const line = logged.map((text) => JSON.parse(text)).find(({ level }) => level === 'error');
    assert.equal(line.request, answer.headers['x-request-id']);
    assert.equal(line.err.message, 'the password is hunter2');
    assert.match(line.err.stack, /support\/http\.ts/);
  }
});

test('a known address under another method is answered 405 with those allowed', async (t) => {
  const { port } = await serveSamples(t);
  const cases: [string, string, string][] = [
    ['POST', '/page', 'GET, HEAD'],
    ['OPTIONS', '/page', 'GET, HEAD'],
    ['GET', '/form', 'POST'],
    ['PROPFIND', '/form', 'POST'],
  ];
  for (const [method, path, allowed] of cases) {
    const answer = await send(port, path, { method, headers: { accept: 'application/json' } });
    assert.equal(answer.status, 405, `${method} ${path}`);
    assert.equal(answer.headers.allow, allowed);
  }
});

test('malformed addresses and heads are refused, never a defect', async (t) => {
  const { port, get, logged } = await serveSamples(t);
  const addresses = [
    '/%E0%A4%A',
    '/%',
    '/%zz',
    '/a%00b',
    '/page?x=%00',
    '/page?q=%ff',
    '/%0d%0aset-cookie:x',
    '/a%7f',
  ];
  for (const path of addresses) assert.equal((await get(path)).status, 400, path);
  assert.equal((await get(`/page?q=${'x'.repeat(5_000)}`)).status, 414);
  assert.equal((await get(`/page?q=${'x'.repeat(20_000)}`)).status, 431);
  assert.equal((await get('/page', { host: 'a b/c' })).status, 400);
  const heads = ['GET //page', 'TRACE /page', 'OPTIONS *', 'CONNECT a:1', 'BREW /page'];
  for (const head of heads) {
    const answer = await sendBytes(port, `${head} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n`);
    assert.match(answer, /^(HTTP\/1\.1 4\d\d |$)/, head);
  }
  assert.match(await sendBytes(port, Buffer.from([0, 1, 2, 255, 13, 10, 13, 10])), /^HTTP\/1\.1 400 /);
  assert.ok(!logged.some((line) => JSON.parse(line).level === 'error'));
});
