import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { hmacSha256 } from './hmac.ts';

const hex = (key: string, text: string) =>
  Buffer.from(hmacSha256(Buffer.from(key, 'hex'), text), 'base64url').toString('hex');

test('the vectors of RFC 4231 whose keys fit in a block', () => {
  assert.equal(
    hex('0b'.repeat(20), 'Hi There'),
    'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
  );
  assert.equal(
    hex(Buffer.from('Jefe').toString('hex'), 'what do ya want for nothing?'),
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  );
});

test('it is that of Node, whatever the key and the text', () => {
  const key = fc.uint8Array({ maxLength: 64 }).map((bytes) => Buffer.from(bytes));
  fc.assert(
    fc.property(key, fc.string({ unit: 'binary', maxLength: 300 }), fc.string(), (bytes, one, other) => {
      for (const text of [one, other, one]) {
        assert.equal(hmacSha256(bytes, text), createHmac('sha256', bytes).update(text).digest('base64url'));
      }
    }),
  );
});

test('a key longer than a block is refused', () => {
  assert.throws(() => hmacSha256(Buffer.alloc(65), ''), RangeError);
});
