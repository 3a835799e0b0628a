import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hashVisitor, truncateAddress } from './visitor-key.ts';

test('of an address 24 bits of IPv4 or 48 of IPv6 are left', () => {
  assert.equal(truncateAddress('203.0.113.77'), '203.0.113.0');
  assert.equal(truncateAddress('::ffff:203.0.113.77'), '203.0.113.0');
  assert.equal(truncateAddress('2001:db8:1:2:3:4:5:6'), '2001:db8:1::');
  for (const none of ['', 'jean@exemple.fr', '203.0.113', '::1%eth0 x']) {
    assert.equal(truncateAddress(none), 'unknown', none);
  }
});

test('neighbours of a network cannot be told apart', () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.nat(255), (address, last) => {
      const neighbour = address.replace(/\d+$/, String(last));
      assert.equal(truncateAddress(neighbour), truncateAddress(address));
    }),
  );
  fc.assert(
    fc.property(fc.ipV6(), (address) => {
      assert.match(truncateAddress(address), /::$|^\d+\.\d+\.\d+\.0$/);
    }),
  );
});

test('a visitor has another key in another procedure, and under another salt', () => {
  const key = (salt: string, subjectId: number) => hashVisitor(salt, subjectId, '203.0.113.0', 'Firefox');
  assert.equal(key('monday', 1), key('monday', 1));
  assert.equal(new Set([key('monday', 1), key('monday', 2), key('tuesday', 1)]).size, 3);
});
