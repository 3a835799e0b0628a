import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanDetail } from './clean-detail.ts';
import { NO_DETAIL, type ProbeDetail } from './sample.ts';

const DAY = new Date('2026-03-01T00:00:00Z');
const certificate = { subject: 'a', issuer: 'b', validFrom: DAY, validTo: DAY, chain: ['a', 'b'] };

test('what is right stays as it is', () => {
  const detail: ProbeDetail = {
    ...NO_DETAIL,
    ...{ url: 'https://a.example/', status: 200, redirects: [{ url: 'http://a.example/é', status: 301 }] },
    ...{ address: '::1', addresses: ['::1'], certificate, error: '', retryAfterMs: 5 },
  };
  assert.deepEqual(cleanDetail(detail), detail);
  assert.deepEqual(cleanDetail(NO_DETAIL), NO_DETAIL);
});

test('no text keeps a character of control or a half of one, and none is without end', () => {
  const texts = ['a\0b', 'a\r\nb', 'a\u009bb', 'a\ud800', `${'x'.repeat(1_999)}😀`, 'y'.repeat(9_999)];
  const clean = ['a b', 'a b', 'a b', 'a\ufffd', `${'x'.repeat(1_999)}\ufffd`, 'y'.repeat(2_000)];
  for (const [at, text] of texts.entries()) {
    const cleaned = cleanDetail({
      ...{ ...NO_DETAIL, url: text, redirects: [{ url: text, status: 302 }], address: text },
      ...{ addresses: [text], error: text },
      certificate: { ...certificate, subject: text, issuer: text, chain: [text] },
    });
    const { url, redirects, address, addresses, error } = cleaned;
    const all = [url, redirects[0]?.url, address, ...addresses, error];
    const { subject, issuer, chain } = cleaned.certificate ?? certificate;
    assert.deepEqual(new Set([...all, subject, issuer, ...chain]), new Set([clean[at]]));
  }
});

test('lists are bounded', () => {
  const many = Array(500).fill('a');
  const {
    redirects,
    addresses,
    certificate: kept,
  } = cleanDetail({
    ...{ ...NO_DETAIL, redirects: many.map((url) => ({ url, status: 302 })), addresses: many },
    certificate: { ...certificate, chain: many },
  });
  assert.deepEqual([redirects.length, addresses.length, kept?.chain.length], [20, 20, 20]);
});

test('a certificate whose days are none, or of no year that can be written, is left out', () => {
  for (const day of ['Bad time value', '0000-06-01T00:00:00Z', '+010000-01-01T00:00:00Z']) {
    for (const wrong of [{ validFrom: new Date(day) }, { validTo: new Date(day) }])
      assert.equal(
        cleanDetail({ ...NO_DETAIL, certificate: { ...certificate, ...wrong } }).certificate,
        null,
      );
  }
  const validTo = new Date('9999-12-31T23:59:59Z');
  assert.notEqual(cleanDetail({ ...NO_DETAIL, certificate: { ...certificate, validTo } }).certificate, null);
});
