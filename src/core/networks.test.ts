import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { clientAddressFrom, networkPrefix, parseNetworks, parseReferences } from './networks.ts';

test('without trusted proxies the header is not read', () => {
  const addressOf = clientAddressFrom([]);
  assert.equal(addressOf('203.0.113.9', '198.51.100.1'), '203.0.113.9');
});

test('the address is the last one that no trusted proxy bears', () => {
  const addressOf = clientAddressFrom(['10.0.0.0/8', '2001:db8::/32', '192.0.2.1']);
  assert.equal(addressOf('10.1.2.3', '198.51.100.1'), '198.51.100.1');
  assert.equal(addressOf('::ffff:10.1.2.3', '1.1.1.1, 198.51.100.1, 192.0.2.1'), '198.51.100.1');
  assert.equal(addressOf('2001:db8::1', '2001:db9::1'), '2001:db9::1');
  assert.equal(addressOf('203.0.113.9', '198.51.100.1'), '203.0.113.9', 'a stranger says what it likes');
  assert.equal(addressOf('10.1.2.3', '198.51.100.1:50123'), '198.51.100.1');
  assert.equal(addressOf('10.1.2.3', '[2001:db9::1]:50123'), '2001:db9::1');
  assert.equal(addressOf('10.1.2.3', undefined), '10.1.2.3');
  assert.equal(addressOf('10.1.2.3', '10.9.9.9'), '10.9.9.9');
});

test('whatever the header says, an answer comes of it', () => {
  const addressOf = clientAddressFrom(['127.0.0.0/8']);
  fc.assert(
    fc.property(fc.string(), (header) => {
      networkPrefix(addressOf('127.0.0.1', header));
    }),
  );
});

test('a list of networks is read whole or not at all', () => {
  assert.deepEqual(parseNetworks('10.0.0.0/8, ::1'), ['10.0.0.0/8', '::1']);
  for (const wrong of ['10.0.0.0/33', 'localhost', '10.0.0.1,', ''])
    assert.equal(parseNetworks(wrong), undefined);
});

test('a place to reach is a host and a port, an IPv6 address in brackets', () => {
  assert.deepEqual(parseReferences('198.41.0.4:53, [2001:503:ba3e::2:30]:53,dns.example.fr:853'), [
    { host: '198.41.0.4', port: 53 },
    { host: '2001:503:ba3e::2:30', port: 53 },
    { host: 'dns.example.fr', port: 853 },
  ]);
  for (const wrong of ['198.41.0.4', 'a:0', 'a:65536', '2001:db8::1:53', 'http://a:53', 'a:53,', ':53']) {
    assert.equal(parseReferences(wrong), undefined, wrong);
  }
});
