import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { guardAddresses, literalAddresses } from './address-guard.ts';

const isAllowed = guardAddresses([]);

test('public addresses may be reached', () => {
  for (const address of [
    ...[
      '8.8.8.8',
      '1.1.1.1',
      '193.252.1.1',
      '172.15.255.255',
      '172.32.0.0',
      '100.63.255.255',
      '223.255.255.255',
    ],
    ...[
      '2001:660::1',
      '2606:4700::1111',
      '2a01:cb00::1',
      '::ffff:8.8.8.8',
      '64:ff9b::808:808',
      '2002:808:808::1',
    ],
  ]) {
    assert.equal(isAllowed(address), true, address);
  }
});

/** IANA's registries of special purposes: the first and the last address of each range. */
const SPECIAL = [
  ...['0.0.0.0', '0.255.255.255', '10.0.0.0', '10.255.255.255', '100.64.0.0', '100.127.255.255', '127.0.0.1'],
  ...['127.255.255.255', '169.254.0.0', '169.254.169.254', '169.254.255.255', '172.16.0.0', '172.31.255.255'],
  ...['192.0.0.0', '192.0.0.255', '192.0.2.1', '192.88.99.1', '192.168.0.0', '192.168.255.255', '198.18.0.0'],
  ...['198.19.255.255', '198.51.100.1', '203.0.113.1', '224.0.0.0', '239.255.255.255', '240.0.0.0'],
  '255.255.255.255',
];

test('addresses of special purposes may not, written as they are or within an IPv6 address', () => {
  for (const address of SPECIAL) {
    const hexadecimal = asHexadecimal(address);
    for (const written of [
      address,
      `::ffff:${address}`,
      `::ffff:${hexadecimal}`,
      `::${hexadecimal}`,
      `64:ff9b::${hexadecimal}`,
      `2002:${hexadecimal}::1`,
    ]) {
      assert.equal(isAllowed(written), false, written);
    }
  }
});

test('IPv6 addresses that are not public may not be reached', () => {
  for (const address of [
    ...[
      '::',
      '::1',
      'fe80::1',
      'febf::1',
      'fe80::1%eth0',
      'fec0::1',
      'fc00::1',
      'fdff::1',
      'ff02::1',
      'ff0e::1',
    ],
    ...['100::1', '2001:db8::1', '3fff::1', '5f00::1', '64:ff9b:1::1', '2001::1', '2001:0:4136:e378::1'],
    ...['2001:2::1', '2001:10::1', '2001:20::1', '4000::1', '8000::1', 'e000::1'],
  ]) {
    assert.equal(isAllowed(address), false, address);
  }
});

test('what is no address in full may not be reached', () => {
  for (const text of [
    '',
    'localhost',
    '010.0.0.1',
    '0x7f.0.0.1',
    '127.1',
    '2130706433',
    '1.2.3.4.5',
    '8.8.8.8/8',
    ' 8.8.8.8',
  ]) {
    assert.equal(isAllowed(text), false, text);
  }
});

const privateAddress = fc.oneof(
  fc.tuple(fc.constantFrom(0, 10, 127, 224, 239, 240, 255), octet(), octet(), octet()),
  fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), octet(), octet()),
  fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), octet(), octet()),
  fc.tuple(fc.constant(192), fc.constant(168), octet(), octet()),
  fc.tuple(fc.constant(169), fc.constant(254), octet(), octet()),
);

function octet() {
  return fc.integer({ min: 0, max: 255 });
}

test('no private address can be reached, whatever it is wrapped in', () => {
  fc.assert(
    fc.property(privateAddress, fc.integer({ min: 0, max: 0xffff }), (octets, rest) => {
      const address = octets.join('.');
      const hexadecimal = asHexadecimal(address);
      assert.equal(isAllowed(address), false);
      assert.equal(isAllowed(`::ffff:${address}`), false);
      assert.equal(isAllowed(`64:ff9b::${hexadecimal}`), false);
      assert.equal(isAllowed(`2002:${hexadecimal}:${rest.toString(16)}::`), false);
    }),
  );
});

test('only global unicast is reached of IPv6', () => {
  fc.assert(
    fc.property(fc.ipV6(), (address) => {
      const literal = literalAddresses(new URL(`http://[${address}]/`).hostname)?.[0] ?? '';
      const first = Number.parseInt(literal.split(':')[0] || '0', 16);
      const isCarrier = /^::ffff:|^64:ff9b:/.test(literal);
      if (isAllowed(literal)) assert.ok(isCarrier || (first >= 0x2000 && first <= 0x3fff), literal);
    }),
  );
});

test('the operator allows networks, and no more than them', () => {
  const allowing = guardAddresses(['10.0.0.0/8', '::1', 'fd00:1::/32', '127.0.0.1']);
  for (const address of ['10.1.2.3', '::ffff:10.1.2.3', '::1', 'fd00:1::5', '127.0.0.1', '8.8.8.8']) {
    assert.equal(allowing(address), true, address);
  }
  for (const address of ['11.0.0.1', '127.0.0.2', 'fd00:2::1', '::2', '192.168.0.1']) {
    assert.equal(allowing(address), address === '11.0.0.1', address);
  }
});

test('a host that is an address is known as one, in any spelling that a browser takes', () => {
  const read = (host: string) => literalAddresses(new URL(`http://${host}/`).hostname);
  for (const spelling of [
    '127.0.0.1',
    '127.0.0.1.',
    '0x7f.1',
    '0x7f000001',
    '2130706433',
    '017700000001',
    '127.1',
  ]) {
    assert.deepEqual(read(spelling), ['127.0.0.1'], spelling);
  }
  assert.deepEqual(read('[::ffff:127.0.0.1]'), ['::ffff:7f00:1']);
  for (const name of ['localhost', 'LOCALHOST', 'localhost.', 'a.localhost']) {
    assert.deepEqual(read(name), ['127.0.0.1', '::1'], name);
  }
  for (const name of ['service-public.fr', 'localhost.fr', '127.0.0.1.nip.io'])
    assert.equal(read(name), null, name);
});

function asHexadecimal(address: string): string {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
  return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
}
