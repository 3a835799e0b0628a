/** What points of measure fetch and send: who is admitted, what is kept, what is refused. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createToken, listTokens, revokeToken } from '../src/accounts/index.ts';
import {
  announceMaintenance,
  cancelMaintenance,
  closeVantage,
  codeOf,
  findVantage,
} from '../src/probes/index.ts';
import { testDatabase } from './support/database.ts';
import { AT, openVantage, probeSite, sentBatch, sentDetail, sentSample } from './support/probe-site.ts';
import { listIncidents, listLatest, listSeen, listWatches } from './support/probes.sql.ts';

test('a point of measure is told what to probe, and the time of the server', async (t) => {
  const { request } = await probeSite(await testDatabase(t));
  const { status, body, headers } = await request('targets');
  assert.deepEqual([status, headers.get('cache-control')], [200, 'no-store']);
  const { targets, ...rest } = body as { targets: Record<string, unknown>[] };
  assert.deepEqual(rest, { vantage: 'lyon', server_time: '2026-01-15T12:00:00.000Z' });
  assert.equal(targets.length, 3);
  assert.deepEqual(targets[0], {
    id: 1,
    url: 'https://a.example/',
    method: 'GET',
    expected_status: '200-299',
    must_contain: null,
    must_not_contain: null,
    interval_ms: 60_000,
    timeout_ms: 10_000,
    slow_ms: 2_000,
    maintenances: [],
  });
});

test('samples are kept once, however often they are sent', async (t) => {
  const db = await testDatabase(t);
  const { send } = await probeSite(db);
  const batch = sentBatch([
    sentSample(1, '2026-01-15T11:58:00Z'),
    sentSample(2, '2026-01-15T11:58:10.5Z', { outcome: 'timed_out', first_byte_ms: null, whole_ms: null }),
    sentSample(1, '2026-01-15T11:59:00Z'),
  ]);
  const first = await send(batch);
  const expected = { received: 3, unknown_targets: 0, server_time: '2026-01-15T12:00:00.000Z' };
  assert.deepEqual([first.status, first.body], [200, { ...expected, created: 3, known: 0 }]);
  assert.deepEqual((await send(batch)).body, { ...expected, created: 0, known: 3 });
  const seen = await listSeen(db);
  assert.deepEqual(
    seen.map(({ target, vantage, at }) => [target, vantage, at.toISOString()]),
    [
      [1, 'lyon', '2026-01-15T11:58:00.000Z'],
      [2, 'lyon', '2026-01-15T11:58:10.500Z'],
      [1, 'lyon', '2026-01-15T11:59:00.000Z'],
    ],
  );
  const vantage = await findVantage(db, 'lyon');
  assert.deepEqual([vantage?.seenAt, vantage?.skewMs], [AT, 12]);
  const [watch] = await listWatches(db);
  assert.deepEqual(
    [watch?.from.toISOString(), watch?.to.toISOString()],
    ['2026-01-15T11:00:00.000Z', '2026-01-15T11:59:00.000Z'],
  );
});

test('two batches that arrive together are both kept, and so are all that come after', async (t) => {
  const db = await testDatabase(t);
  const { send } = await probeSite(db);
  const others = await Promise.all(['paris', 'lille'].map((slug) => openVantage(db, slug)));
  const minutes = Array.from({ length: 20 }, (_, at) => `2026-01-15T11:${String(at + 10)}:00Z`);
  const batches = minutes.map((at) => sentBatch([1, 2, 3].map((target) => sentSample(target, at))));
  const answers = await Promise.all(
    [undefined, ...others].flatMap((secret) =>
      batches.flatMap((batch) => [send(batch, secret), send(batch, secret)]),
    ),
  );
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
  const created = answers.reduce((sum, { body }) => sum + Number(body.created), 0);
  assert.deepEqual([created, (await listSeen(db)).length], [180, 180]);
});

test('failures that two points of measure send make an incident', async (t) => {
  const db = await testDatabase(t);
  const { send } = await probeSite(db);
  const paris = await openVantage(db, 'paris');
  const failure = (at: string) =>
    sentBatch([sentSample(2, at, { outcome: 'refused', first_byte_ms: null, whole_ms: null })]);
  await send(failure('2026-01-15T11:58:00Z'));
  assert.deepEqual(await listIncidents(db), []);
  await send(failure('2026-01-15T11:58:20Z'), paris);
  const [incident] = await listIncidents(db);
  assert.deepEqual(
    [incident?.startedAt.toISOString(), incident?.endedAt, incident?.vantages],
    ['2026-01-15T11:58:00.000Z', null, 2],
  );
});

test('what is told beside a sample is kept with the last one, and cut where it is long', async (t) => {
  const db = await testDatabase(t);
  const { send } = await probeSite(db);
  const at = '2026-01-15T11:59:00Z';
  const redirects = [{ url: 'https://a.example/', status: 302 }];
  const detail = sentDetail(at, { redirects, error: 'e'.repeat(9_999) });
  const { status } = await send(sentBatch([sentSample(1, at)], { details: [detail] }));
  const [latest] = await listLatest(db);
  assert.deepEqual(
    [status, latest?.detail],
    [
      200,
      {
        ...{ url: 'https://a.example/x', status: 200, httpVersion: '2', bytes: 5_120, address: '192.0.2.1' },
        ...{
          redirects,
          addresses: ['192.0.2.1'],
          retryAfterMs: null,
          error: 'e'.repeat(2_000),
        },
        certificate: {
          ...{ subject: 'a.example', issuer: 'CA', chain: ['a.example', 'CA'] },
          ...{ validFrom: '2026-01-01T00:00:00.000Z', validTo: '2026-04-01T00:00:00.000Z' },
        },
      },
    ],
  );
});

test('what the store could not write is told without it', async (t) => {
  const db = await testDatabase(t);
  const { send } = await probeSite(db);
  const at = '2026-01-15T11:59:00Z';
  const { certificate } = sentDetail(at);
  const detail = sentDetail(at, {
    ...{ url: 'https://a.example/\ud800', address: '192.0.2.1\0', addresses: Array(300).fill('192.0.2.1') },
    error: 'redirected to ftp://x/\0',
    certificate: {
      ...certificate,
      ...{ valid_from: '0000-01-01T00:00:00Z', valid_to: '9999-12-31T23:59:59-23:00' },
    },
  });
  assert.equal((await send(sentBatch([sentSample(1, at)], { details: [detail] }))).status, 200);
  const [latest] = await listLatest(db);
  assert.deepEqual(latest?.detail, {
    ...{ url: 'https://a.example/\ufffd', status: 200, httpVersion: '2', bytes: 5_120, redirects: [] },
    ...{ address: '192.0.2.1 ', addresses: Array(20).fill('192.0.2.1'), retryAfterMs: null },
    ...{ error: 'redirected to ftp://x/ ', certificate: null },
  });
});

test('a maintenance is one where it was announced and not cancelled by then, and says nothing elsewhere', async (t) => {
  const db = await testDatabase(t);
  const { send } = await probeSite(db);
  const clock = (time: string) => new Date(`2026-01-15T${time}:00Z`);
  const night = { startsAt: clock('11:00'), endsAt: clock('11:50'), reason: 'x', author: 'y' };
  const [first] = await announceMaintenance(
    db,
    [1, 2],
    { ...night, repeats: 'never', repeatsUntil: null },
    clock('10:00'),
  );
  await cancelMaintenance(db, first?.id ?? 0, clock('11:30'));
  const stopped = {
    ...{ outcome: 'maintenance', name_ms: null, connect_ms: null, tls_ms: null },
    ...{ first_byte_ms: null, whole_ms: null },
  };
  const looks = [
    ...[1, 2, 3].map((target) => sentSample(target, '2026-01-15T11:20:00Z', stopped)),
    ...[1, 2, 3].map((target) => sentSample(target, '2026-01-15T11:40:00Z', stopped)),
    ...[1, 2, 3].map((target) => sentSample(target, '2026-01-15T11:55:00Z', stopped)),
    sentSample(1, '2026-01-15T11:25:00Z'),
  ];
  assert.equal((await send(sentBatch(looks))).body.created, looks.length);
  const seen = await listSeen(db);
  assert.deepEqual(
    [1, 2, 3].map((id) => seen.flatMap(({ target, outcome }) => (target === id ? [outcome] : []))),
    [
      ['maintenance', 'up', 'probe_failed', 'probe_failed'] as const,
      ['maintenance', 'maintenance', 'probe_failed'] as const,
      ['probe_failed', 'probe_failed', 'probe_failed'] as const,
    ].map((outcomes) => outcomes.map((outcome) => codeOf(outcome))),
  );
});

test('one process at a time is a point of measure', async (t) => {
  const db = await testDatabase(t);
  const { request, headersOf, token } = await probeSite(db);
  const statusOf = async (holder: string, path = 'targets', init = {}) => {
    const headers = { ...headersOf(token), 'vigie-holder': holder };
    return (await request(path, { headers, ...init })).status;
  };
  assert.deepEqual([await statusOf('one'), await statusOf('one'), await statusOf('other')], [200, 200, 409]);
  const post = { method: 'POST', body: JSON.stringify(sentBatch([sentSample(1, '2026-01-15T11:59:00Z')])) };
  assert.equal(await statusOf('other', 'samples', post), 409);
  assert.deepEqual(await listSeen(db), []);
  await db.query(`update probes.vantage set held_until = now() - interval '1 s'`);
  assert.deepEqual([await statusOf('other'), await statusOf('one')], [200, 409]);
});

test('targets that nobody knows are counted, and refuse nothing', async (t) => {
  const db = await testDatabase(t);
  const { send } = await probeSite(db);
  const at = '2026-01-15T11:59:00Z';
  const { status, body } = await send(sentBatch([sentSample(1, at), sentSample(999, at)]));
  assert.deepEqual(
    [status, body.received, body.created, body.known, body.unknown_targets],
    [200, 2, 1, 0, 1],
  );
});

test('every fault is told by index and field, and nothing is kept', async (t) => {
  const db = await testDatabase(t);
  const { send } = await probeSite(db);
  const at = '2026-01-15T11:59:00Z';
  const right = sentSample(1, at);
  const faultsOf = ({ body }: { body: Record<string, unknown> }) =>
    (body.error as { fields: { path: string }[] }).fields.map(({ path }) => path);
  const shapes = await send(
    sentBatch([
      right,
      sentSample(1, 'yesterday'),
      sentSample(1, at, { outcome: 'sleepy' }),
      sentSample(1, at, { target: -4 }),
      sentSample(1, at, { name_ms: 1.5, whole_ms: 1e9 }),
      sentSample(1, at, { first_byte_ms: null }),
      { ...right, more: 1 },
    ]),
  );
  assert.equal(shapes.status, 400);
  assert.deepEqual(faultsOf(shapes), [
    'samples.1.at',
    'samples.2.outcome',
    'samples.3.target',
    'samples.4.name_ms',
    'samples.4.whole_ms',
    'samples.5.first_byte_ms',
    'samples.6',
  ]);
  const times = await send(
    sentBatch([
      right,
      sentSample(1, '2026-01-15T12:00:59Z'),
      sentSample(1, '2026-01-15T12:01:01Z'),
      sentSample(1, '2025-10-01T00:00:00Z'),
    ]),
  );
  assert.deepEqual([times.status, faultsOf(times)], [400, ['samples.2.at', 'samples.3.at']]);
  for (const body of [null, [], { samples: [right] }, sentBatch(Array(2_001).fill(right))]) {
    assert.equal((await send(body)).status, 400);
  }
  assert.deepEqual(await listSeen(db), []);
});

test('a token opens its own point of measure, until it is revoked or that one is closed', async (t) => {
  const db = await testDatabase(t);
  const { request, send, token, headersOf } = await probeSite(db);
  const usage = { scope: 'usage', target: 'lyon', label: 'x', author: 'x' } as const;
  const other = await createToken(db, usage, AT);
  const paris = await openVantage(db, 'paris');
  const statusOf = async (secret: string) =>
    (await request('targets', { headers: headersOf(secret) })).status;
  assert.deepEqual(
    [await statusOf(token), await statusOf(other.secret), await statusOf(`${token}x`), await statusOf('')],
    [200, 403, 401, 401],
  );
  const [used] = await listTokens(db, { scope: 'vantage', target: 'lyon' });
  assert.deepEqual(used?.lastUsedAt, AT);
  await closeVantage(db, 'paris', 'moved', AT);
  assert.deepEqual([await statusOf(paris), (await send(sentBatch([]), paris)).status], [403, 403]);
  await revokeToken(db, token.slice(4, 14), { reason: 'lost', author: 'x' }, AT);
  assert.equal(await statusOf(token), 401);
});
