import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Outcome } from './outcome.ts';
import { NO_PHASES, type Phases, type Probe, type ProbeDetail } from './sample.ts';
import { type Demand, USUAL_DEMAND } from './target.ts';
import { adviseOn } from './target-advice.ts';

const NOW = new Date('2026-03-01T00:00:00Z');
const DEMAND: Demand = { ...USUAL_DEMAND, url: 'https://a.fr/' };

type Seen = {
  outcome?: Outcome;
  demand?: Partial<Demand>;
  detail?: Partial<ProbeDetail>;
  phases?: Partial<Phases>;
};

function advise({ outcome = 'up', demand = {}, detail = {}, phases = {} }: Seen) {
  const asked = { ...DEMAND, ...demand };
  const probe: Probe = {
    ...NO_PHASES,
    ...phases,
    outcome,
    detail: {
      ...{ url: asked.url, status: 200, httpVersion: '2', redirects: [], address: '192.0.2.1' },
      ...{ addresses: ['192.0.2.1', '2001:db8::1'], bytes: 10, retryAfterMs: null, error: null },
      certificate: certificate(200),
      ...detail,
    },
  };
  return adviseOn(asked, probe, { now: NOW, userAgent: 'Vigie/1 (+https://v.fr/sonde)' });
}

const codes = (seen: Seen) => advise(seen).map(({ code }) => code);

function certificate(days: number, chain = ['a.fr', 'Autorité']) {
  const validTo = new Date(NOW.getTime() + days * 86_400_000);
  return { subject: 'a.fr', issuer: 'Autorité', validFrom: NOW, validTo, chain };
}

test('of a page where all is well there is nothing to say', () => {
  assert.deepEqual(advise({}), []);
});

test('who blocks the robot is told how to recognise it', () => {
  for (const outcome of ['blocked_status', 'challenge', 'asked_to_wait'] as const) {
    const [first] = advise({ outcome, detail: { status: 403 } });
    assert.equal(first?.code, 'let_the_robot_in');
    assert.match(first?.text ?? '', /a\.fr.*"User-Agent: Vigie\/1 \(\+https:\/\/v\.fr\/sonde\)"/);
  }
});

test('a certificate is to be renewed from 30 days before its end', () => {
  const text = (days: number) => advise({ detail: { certificate: certificate(days) } })[0]?.text ?? null;
  assert.equal(text(30), null);
  assert.equal(text(29.9), 'the certificate expires in 29 days: renew it');
  assert.equal(text(1.5), 'the certificate expires in 1 day: renew it');
  assert.equal(text(0.5), 'the certificate expires in 0 days: renew it');
  assert.equal(text(-0.1), 'the certificate has expired: renew it now');
});

test('a certificate that is sent alone lacks its chain', () => {
  const alone = { status: null, certificate: certificate(90, ['a.fr']) };
  assert.deepEqual(codes({ outcome: 'certificate_not_trusted', detail: alone }), ['complete_the_chain']);
});

test('redirects that last are worth leaving out; one to a page of the day is not', () => {
  const via = (...statuses: number[]): Partial<ProbeDetail> => ({
    url: 'https://b.fr/',
    redirects: statuses.map((status) => ({ url: 'https://a.fr/', status })),
  });
  assert.deepEqual(codes({ detail: via(302) }), []);
  assert.deepEqual(codes({ detail: via(301) }), ['ask_the_last_address']);
  assert.match(advise({ detail: via(302, 302) })[0]?.text ?? '', /^2 redirects lead to https:\/\/b\.fr\//);
  assert.deepEqual(codes({ outcome: 'timed_out', detail: { ...via(301), status: null } }), []);
});

test('a page without encryption is told, whether it is asked for so or led to', () => {
  const plain = { demand: { url: 'http://a.fr/' }, detail: { certificate: null } };
  assert.deepEqual(codes(plain), ['serve_https']);
  const led = { url: 'https://a.fr/', redirects: [{ url: 'http://a.fr/', status: 302 }] };
  assert.deepEqual(codes({ demand: { url: 'http://a.fr/' }, detail: led }), ['ask_the_last_address']);
  const unled = {
    url: 'http://a.fr/',
    redirects: [{ url: 'https://a.fr/', status: 302 }],
    certificate: null,
  };
  assert.deepEqual(codes({ detail: unled }), ['serve_https']);
});

test('a name without IPv6 is told, an address that is no name is not', () => {
  const four = { addresses: ['192.0.2.1'] };
  assert.deepEqual(codes({ detail: four }), ['add_ipv6']);
  assert.deepEqual(codes({ demand: { url: 'https://192.0.2.1/' }, detail: four }), []);
  assert.deepEqual(
    codes({ outcome: 'name_not_found', detail: { addresses: [], status: null, certificate: null } }),
    [],
  );
});

test('each failure that the demand may be the cause of has its remedy', () => {
  assert.match(
    advise({ outcome: 'unexpected_status', detail: { status: 401 } })[0]?.text ?? '',
    /--status 401/,
  );
  assert.deepEqual(codes({ outcome: 'text_missing' }), ['choose_another_text']);
  const head = { outcome: 'unexpected_status' as const, demand: { method: 'HEAD' as const } };
  assert.deepEqual(codes({ ...head, detail: { status: 405 } }), ['check_the_status', 'use_get']);
  assert.deepEqual(codes({ phases: { nameMs: 501 } }), ['speed_up_names']);
  assert.deepEqual(codes({ phases: { nameMs: 500 } }), []);
});
