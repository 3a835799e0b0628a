import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { openDatabase } from '../src/core/database.ts';
import { guard } from '../src/core/http/guard.ts';
import { listen } from '../src/core/http/listen.ts';
import { type Audience, createApp } from '../src/web/server.ts';
import { testDatabase } from './support/database.ts';
import { appOptions, HOST, LONG, send, serveApp, serveSamples } from './support/http.ts';

test('a request has an id, the one given when it is well formed', async (t) => {
  const { get } = await serveSamples(t);
  assert.equal(
    (await get('/page', { 'x-request-id': 'proxy-0123456789' })).headers['x-request-id'],
    'proxy-0123456789',
  );
  for (const bad of ['short', 'with space and more', 'x'.repeat(65), '<script>12345']) {
    const { headers } = await get('/page', { 'x-request-id': bad });
    assert.match(String(headers['x-request-id']), /^[0-9a-f-]{36}$/);
  }
});

test('every answer carries the security headers, whatever its status', async (t) => {
  const { get } = await serveSamples(t);
  const { headers: page } = await get('/page');
  const paths = [
    '/page',
    '/page',
    '/nothing',
    '/defect',
    '/refused',
    '/healthz',
    '/metrics',
    '/%00',
    '/short.json',
  ];
  for (const path of paths) {
    const { headers } = await get(path, path === '/page' ? { 'if-none-match': String(page.etag) } : {});
    assert.match(String(headers['content-security-policy']), /^default-src 'none'/, path);
    assert.doesNotMatch(String(headers['content-security-policy']), /unsafe/);
    assert.equal(headers['x-content-type-options'], 'nosniff', path);
    assert.equal(headers['referrer-policy'], 'same-origin', path);
  }
});

test('a page is compressed as the client accepts, and is the same page', async (t) => {
  const { get } = await serveSamples(t);
  const cases: [accepted: string, encoding: string | undefined, decode: (bytes: Buffer) => Buffer][] = [
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
    ['identity', undefined, (bytes) => bytes],
    ['', undefined, (bytes) => bytes],
  ];
  for (const round of ['rendered', 'kept']) {
    for (const [accepted, encoding, decode] of cases) {
      const { headers, body } = await get('/page', { 'accept-encoding': accepted });
      assert.equal(headers['content-encoding'], encoding, `${round} ${accepted}`);
      assert.equal(headers['content-length'], String(body.length));
      assert.equal(headers.vary, 'accept-encoding');
      assert.equal(decode(body).toString(), LONG);
    }
  }
});

test('an answer too small to gain from it is not compressed', async (t) => {
  const { headers } = await (await serveSamples(t)).get('/short.json', { 'accept-encoding': 'br' });
  assert.equal(headers['content-encoding'], undefined);
});

test('each encoding has its ETag, and any of them is answered 304', async (t) => {
  const { get } = await serveSamples(t);
  const etags = new Set<string>();
  for (const accepted of ['identity', 'br', 'gzip']) {
    etags.add(String((await get('/page', { 'accept-encoding': accepted })).headers.etag));
  }
  assert.equal(etags.size, 3);
  for (const etag of [...etags, `W/${[...etags][0]}`, `"other", ${[...etags][1]}`, '*']) {
    const answer = await get('/page', { 'if-none-match': etag, 'accept-encoding': 'br' });
    assert.equal(answer.status, 304, etag);
    assert.equal(answer.body.length, 0);
  }
  assert.equal((await get('/page', { 'if-none-match': '"other"' })).status, 200);
});

test('HEAD says what GET says, without the body', async (t) => {
  const { port, get } = await serveSamples(t);
  for (const path of ['/page', '/page', '/short.json', '/nothing', '/healthz']) {
    const wanted = await get(path, { 'accept-encoding': 'br' });
    const answer = await send(port, path, { method: 'HEAD', headers: { 'accept-encoding': 'br' } });
    assert.equal(answer.status, wanted.status);
    assert.equal(answer.body.length, 0);
    assert.equal(answer.headers['content-type'], wanted.headers['content-type'], path);
    assert.equal(answer.headers.etag, wanted.headers.etag);
  }
});

test('the log tells requests without address, query, agent or network', async (t) => {
  const { get, logged } = await serveSamples(t);
  for (const path of ['/page?name=Dupont', '/Dupont', '/defect?name=Dupont', '/%00Dupont']) {
    await get(path, {
      'user-agent': 'AgentOfDupont',
      referer: 'http://dupont.example/',
      'x-forwarded-for': '203.0.113.9',
    });
  }
  assert.ok(logged.length >= 4);
  assert.doesNotMatch(logged.join(''), /dupont|203\.0\.113|127\.0\.0\.1/i);
});

test('requests are measured by route pattern', async (t) => {
  const { get } = await serveSamples(t);
  for (const path of ['/page', '/page?x=1', '/made-up-1', '/made-up-2']) await get(path);
  const text = (await get('/metrics')).body.toString();
  assert.match(text, /duration_seconds_count\{method="GET",route="\/page",status="200"\} 2/);
  assert.match(text, /duration_seconds_count\{method="GET",route="none",status="404"\} 2/);
  assert.match(text, /vigie_http_kept_bytes [1-9]/);
  assert.doesNotMatch(text, /made-up/);
});

test('health and readiness tell the process from the store', async (t) => {
  const db = openDatabase((await testDatabase(t)).target);
  const { get } = await serveSamples(t, { db });
  assert.equal((await get('/healthz')).status, 200);
  assert.equal((await get('/readyz')).status, 200);
  await db.close();
  assert.equal((await get('/healthz')).status, 200);
  assert.equal((await get('/readyz')).status, 503);
});

test('an asset is served under the hash of its content, for ever', async (t) => {
  const { get } = await serveSamples(t);
  const href = /href="(\/assets\/vigie\.[0-9a-f]{16}\.css)"/.exec(
    (await get('/nothing')).body.toString(),
  )?.[1];
  const { status, headers } = await get(String(href));
  assert.equal(status, 200);
  assert.match(String(headers['content-type']), /^text\/css/);
  assert.match(String(headers['cache-control']), /immutable/);
  for (const path of ['/assets/vigie.css', '/assets/../package.json', '/assets/..%2fpackage.json']) {
    assert.equal((await get(path)).status, 404, path);
  }
});

test('a stop lets the request in flight finish and takes no other', async (t) => {
  const entered = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const slow: Audience = (app) => {
    app.get('/slow', guard('operations'), async (c) => {
      entered.resolve();
      await release.promise;
      return c.text('finished');
    });
  };
  const options = appOptions(await testDatabase(t), [slow]);
  const server = await serveApp(t, options);
  const answer = fetch(`${server.origin}/slow`);
  await entered.promise;
  const stopped = server.stop(10_000);
  await assert.rejects(send(server.port, '/slow'), { code: 'ECONNREFUSED' });
  release.resolve();
  assert.equal(await (await answer).text(), 'finished');
  await stopped;
});

test('a stop cuts what does not finish in its time', async (t) => {
  const { port, stop } = await serveSamples(t);
  const cut = assert.rejects(send(port, '/never'));
  await stop(20);
  await cut;
});

test('a taken port is told with the setting that changes it', async (t) => {
  const options = appOptions(await testDatabase(t), []);
  const { port } = await serveApp(t, options);
  await assert.rejects(
    listen(createApp(appOptions(options.db, [])), { host: HOST, port, log: options.log }),
    {
      code: 'Conflict',
      message: /PORT/,
    },
  );
});
