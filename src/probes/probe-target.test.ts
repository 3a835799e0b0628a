import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import {
  type Neighbour,
  openFlappingServer,
  openHostileServers,
} from '../../test/support/hostile-servers.ts';
import { openHostileTls, trustTestRoot } from '../../test/support/hostile-tls.ts';
import { ask, openEcho } from '../../test/support/probing.ts';
import { verdictOf } from './outcome.ts';

/** Asks all neighbours, few at a time, those that stay silent together. */
async function askAll(neighbours: readonly (readonly [string, Neighbour])[]) {
  const [silent, others] = [true, false].map((isSilent) =>
    neighbours.filter(([, { demand }]) => (demand?.timeoutMs !== undefined) === isSilent),
  );
  const outcomes: Record<string, string> = {};
  const askOne = async ([name, { url, demand }]: readonly [string, Neighbour]) => {
    outcomes[name] = (await ask(url, demand)).outcome;
  };
  const left = [...(others ?? [])];
  const worker = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await askOne(next);
  };
  await Promise.all(Array.from({ length: 6 }, worker));
  await Promise.all((silent ?? []).map(askOne));
  return outcomes;
}

async function openNeighbourhood(t: TestContext) {
  trustTestRoot(t);
  const plain = await openHostileServers(t);
  const encrypted = await openHostileTls(t);
  return {
    neighbours: Object.entries({ ...plain.neighbours, ...encrypted.neighbours }),
    async emptied() {
      await plain.emptied();
      await encrypted.emptied();
    },
  };
}

test('each server of the neighbourhood gets the verdict that is right', async (t) => {
  const { neighbours } = await openNeighbourhood(t);
  const expected = Object.fromEntries(neighbours.map(([name, { outcome }]) => [name, outcome]));
  assert.deepEqual(sorted(await askAll(neighbours)), sorted(expected));
});

const sorted = (outcomes: Readonly<Record<string, string>>) =>
  Object.entries(outcomes).sort(([a], [b]) => (a < b ? -1 : 1));

test('hundreds of probes leave no connection, and no more memory than a few', async (t) => {
  const { neighbours, emptied } = await openNeighbourhood(t);
  const quick = neighbours.filter(([, { demand }]) => demand?.timeoutMs === undefined);
  const sockets = () => process.getActiveResourcesInfo().filter((name) => /TCPSocket|TLS|HTTP/.test(name));
  await askAll(quick);
  const before = process.memoryUsage().rss;
  for (let round = 0; round < 4; round += 1) await askAll(quick);
  await emptied();
  assert.deepEqual(sockets(), []);
  const grownMb = (process.memoryUsage().rss - before) / 1e6;
  assert.ok(grownMb < 100, `${grownMb} MB more`);
});

test('a server that flaps is seen as it is each time', async (t) => {
  const url = await openFlappingServer(t);
  const outcomes: string[] = [];
  for (let look = 0; look < 4; look += 1) outcomes.push((await ask(url)).outcome);
  assert.deepEqual(outcomes, ['up', 'server_error', 'up', 'server_error']);
});

test('a bomb is read no further than 2 MB, whichever side of it is large', async (t) => {
  const { neighbours } = await openHostileServers(t);
  for (const [name, most] of [
    ['bomb of gzip', 300_000],
    ['body without end', 2_200_000],
  ] as const) {
    const { detail } = await ask(neighbours[name]?.url ?? '');
    assert.ok(detail.bytes !== null && detail.bytes > 0 && detail.bytes < most, `${name}: ${detail.bytes}`);
  }
});

test('phases come in order, each counted from the beginning', async (t) => {
  trustTestRoot(t);
  const { neighbours } = await openHostileTls(t);
  for (const name of ['HTTP/2: fine', 'certificate good']) {
    const { nameMs, connectMs, tlsMs, firstByteMs, wholeMs, detail } = await ask(neighbours[name]?.url ?? '');
    const phases = [nameMs, connectMs, tlsMs, firstByteMs, wholeMs];
    assert.ok(phases.every((ms) => ms !== null && Number.isInteger(ms)));
    assert.deepEqual(
      phases,
      phases.toSorted((a, b) => Number(a) - Number(b)),
    );
    assert.equal(detail.httpVersion, name.startsWith('HTTP/2') ? '2' : '1.1');
  }
});

test('a certificate is told, whether it is accepted or not', async (t) => {
  trustTestRoot(t);
  const { neighbours } = await openHostileTls(t);
  const good = await ask(neighbours['certificate good']?.url ?? '');
  assert.deepEqual(good.detail.certificate, {
    subject: 'site.test',
    issuer: 'Vigie test intermediate',
    validFrom: new Date('2020-01-01T00:00:00Z'),
    validTo: new Date('2120-01-01T00:00:00Z'),
    chain: ['site.test', 'Vigie test intermediate'],
  });
  const expired = await ask(neighbours['certificate expired']?.url ?? '');
  assert.equal(expired.detail.certificate?.validTo.toISOString(), '2020-02-01T00:00:00.000Z');
  assert.equal(expired.detail.status, null, 'nothing is asked of a site that cannot be trusted');
});

test('what is told of a look can be kept and shown, whatever the site sent', async (t) => {
  trustTestRoot(t);
  const plain = await openHostileServers(t);
  const { neighbours } = await openHostileTls(t);
  const detailOf = async (one: Neighbour | undefined) => (await ask(one?.url ?? '')).detail;
  const unwritable = await detailOf(plain.neighbours['redirect to what nobody can write']);
  assert.equal(unwritable.error, 'redirected to ftp://x/ [2J');
  const long = await detailOf(plain.neighbours['redirect without an end']);
  assert.equal(long.url?.length, 2_000);
  const undated = await detailOf(neighbours['certificate that ends on no day']);
  assert.equal(undated.certificate, null);
});

test('a name of the certificate is that of the address, and not of the machine', async (t) => {
  trustTestRoot(t);
  const { neighbours } = await openHostileTls(t);
  const { port } = new URL(neighbours['certificate good']?.url ?? '');
  for (const [name, outcome] of [
    ['site.test', 'up'],
    ['site.test.', 'up'],
    ['stranger.test', 'certificate_wrong_name'],
  ] as const) {
    const probe = await ask(`https://${name}:${port}/`, {}, { resolve: async () => ['127.0.0.1'] });
    assert.equal(probe.outcome, outcome, name);
  }
});

test('redirects are followed and told, and their times add up', async (t) => {
  const { neighbours } = await openHostileServers(t);
  const { url = '' } = neighbours['redirect to a folder'] ?? {};
  const { outcome, detail } = await ask(url);
  assert.equal(outcome, 'up');
  assert.deepEqual(detail.redirects, [{ url, status: 302 }]);
  assert.equal(detail.url, new URL('/fine', url).href);
  const endless = await ask(neighbours['endless redirect']?.url ?? '');
  assert.equal(endless.detail.redirects.length, 6);
  assert.equal(endless.detail.status, 302);
});

test('the robot names itself, and sends nothing that was not set in the same chain', async (t) => {
  const { port, requests } = await openEcho(t);
  await ask(`http://127.0.0.1:${port}/page?a=1#part`);
  await ask(`http://127.0.0.1:${port}/`);
  assert.equal(requests[0]?.url, '/page?a=1');
  assert.deepEqual(Object.keys(requests[0]?.headers ?? {}).sort(), [
    ...['accept', 'accept-encoding', 'accept-language', 'connection', 'host', 'user-agent'],
  ]);
  assert.equal(requests[0]?.headers['user-agent'], 'Vigie/0 (+http://localhost/sonde)');
});

test('what the site asks of robots is told', async (t) => {
  const { neighbours } = await openHostileServers(t);
  const paced = await ask(neighbours['refusal of our pace']?.url ?? '');
  assert.deepEqual([paced.detail.retryAfterMs, verdictOf(paced.outcome)], [120_000, 'blocked']);
  const off = await ask(neighbours['service that is off']?.url ?? '');
  assert.deepEqual([off.detail.retryAfterMs, verdictOf(off.outcome)], [60_000, 'down']);
  assert.equal((await ask(neighbours.fine?.url ?? '')).detail.retryAfterMs, null);
});

test('a probe can be stopped, before and while it waits', async (t) => {
  const { neighbours, emptied } = await openHostileServers(t);
  const { url = '' } = neighbours.silence ?? {};
  const ended = AbortSignal.abort();
  assert.equal((await ask(url, {}, { signal: ended })).outcome, 'probe_failed');
  const ending = new AbortController();
  const probe = ask(url, {}, { signal: ending.signal });
  ending.abort();
  assert.equal((await probe).detail.error, 'the probe was stopped');
  await emptied();
});

test('what cannot be asked fails as a probe, and says nothing of the site', async () => {
  for (const url of [
    '',
    'zebra',
    'ftp://site.test/',
    'file:///etc/passwd',
    'http://name:secret@site.test/',
  ]) {
    const { outcome, detail } = await ask(url);
    assert.deepEqual([outcome, verdictOf(outcome)], ['probe_failed', 'unknown'], url);
    assert.doesNotMatch(detail.error ?? '', /secret/);
  }
  const strange = { resolve: () => Promise.reject(new TypeError('unforeseen')) };
  assert.equal((await ask('http://site.test/', { expectedStatus: 'zebra' })).outcome, 'probe_failed');
  assert.equal((await ask('http://site.test/', {}, strange)).outcome, 'probe_failed');
});
