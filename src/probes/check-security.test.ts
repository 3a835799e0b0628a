import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSecurity, type Exchange } from './check-security.ts';

const GOOD: Readonly<Record<string, string>> = {
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'content-security-policy': "default-src 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'set-cookie': 'a=1; Secure; HttpOnly; SameSite=Lax\nb=2; path=/; secure; httponly; samesite=strict',
};

function exchange(headers: Readonly<Record<string, string>>, changes: Partial<Exchange> = {}): Exchange {
  return {
    url: 'https://a.test/',
    answers: [Object.entries(headers).map(([name, value]) => ({ name, value }))],
    redirectsToHttps: true,
    certificateEndsAt: new Date('2026-06-01T00:00:00Z'),
    now: new Date('2026-03-01T00:00:00Z'),
    ...changes,
  };
}

const adviceOf = (...given: Parameters<typeof exchange>) => checkSecurity(exchange(...given)).evidence.advice;

test('a site that asks for all that browsers can do passes', () => {
  const { result, figures, evidence } = checkSecurity(exchange(GOOD));
  assert.deepEqual([result, evidence.advice], ['pass', []]);
  assert.deepEqual(figures, {
    https: true,
    redirectsToHttps: true,
    certificateDays: 92,
    hstsSeconds: 31_536_000,
    csp: true,
    noSniff: true,
    framing: true,
    referrerPolicy: true,
    cookies: 2,
    cookiesNotSecure: 0,
    cookiesNotHttpOnly: 0,
    cookiesNotSameSite: 0,
  });
});

test('each thing that lacks is told, and only a referrer policy may lack', () => {
  const without = (name: string) => Object.fromEntries(Object.entries(GOOD).filter(([one]) => one !== name));
  assert.deepEqual(adviceOf(without('strict-transport-security')), ['add_hsts']);
  assert.deepEqual(adviceOf({ ...GOOD, 'strict-transport-security': 'max-age=300' }), ['add_hsts']);
  assert.deepEqual(adviceOf(without('content-security-policy')), ['add_csp', 'limit_framing']);
  assert.deepEqual(adviceOf(without('x-content-type-options')), ['add_no_sniff']);
  assert.deepEqual(adviceOf({ ...without('content-security-policy'), 'x-frame-options': 'DENY' }), [
    'add_csp',
  ]);
  assert.deepEqual(adviceOf({ ...GOOD, 'set-cookie': 'a=1; HttpOnly' }), ['secure_cookies']);
  assert.equal(checkSecurity(exchange(without('referrer-policy'))).result, 'pass');
});

test('a certificate that nobody renewed, and a redirect that lacks, fail; a port 80 that is shut does not', () => {
  assert.deepEqual(adviceOf(GOOD, { certificateEndsAt: new Date('2026-03-14T00:00:00Z') }), [
    'renew_certificate',
  ]);
  assert.deepEqual(adviceOf(GOOD, { certificateEndsAt: new Date('2026-03-15T00:00:00Z') }), []);
  assert.deepEqual(adviceOf(GOOD, { redirectsToHttps: false }), ['redirect_to_https']);
  assert.deepEqual(adviceOf(GOOD, { redirectsToHttps: null, certificateEndsAt: null }), []);
});

test('cookies of the redirects that lead to the page are counted, headers of the page alone', () => {
  const answers = [
    [
      { name: 'set-cookie', value: 'early=1' },
      { name: 'content-security-policy', value: "default-src 'self'" },
    ],
    [{ name: 'set-cookie', value: 'late=1; Secure' }],
  ];
  const { figures } = checkSecurity(exchange({}, { answers }));
  assert.deepEqual([figures?.cookies, figures?.cookiesNotSecure, figures?.csp], [2, 1, false]);
});
