import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHostileServers } from '../../test/support/hostile-servers.ts';
import { ask, CONTEXT, failure, openClosedPort, openEcho, PATIENT } from '../../test/support/probing.ts';
import { guardAddresses } from './address-guard.ts';
import { openProbeContext, type ProbeContext } from './probe-context.ts';
import { probeTarget } from './probe-target.ts';
import { USUAL_DEMAND } from './target.ts';

test('an address that may not be reached is not, however it is written', async () => {
  for (const host of [
    ...['127.0.0.2', '0x7f.2', '2130706434', '017700000002', '127.2', '１２７.0.0.2', '127.0.0.2.', '0'],
    ...['[::ffff:127.0.0.2]', '[::127.0.0.2]', '[64:ff9b::7f00:2]', '[2002:7f00:2::1]', '169.254.169.254'],
    ...['[fe80::1]', '[fd00::1]', '100.64.0.1', '192.168.1.1', '224.0.0.1', '255.255.255.255'],
  ]) {
    const { outcome, detail } = await ask(`http://${host}/`);
    assert.equal(outcome, 'address_refused', host);
    assert.equal(detail.address, null);
  }
});

test('localhost is the loopback, and refused with it', async (t) => {
  const { port } = await openEcho(t);
  assert.equal((await ask(`http://localhost:${port}/`)).outcome, 'up');
  const isAllowed = guardAddresses([]);
  for (const name of ['localhost', 'LOCALHOST.', 'a.localhost']) {
    assert.equal((await ask(`http://${name}:${port}/`, {}, { isAllowed })).outcome, 'address_refused');
  }
});

test('names: none, unknown, refused, dead', async (t) => {
  const { port } = await openEcho(t);
  const failing = (code: string) => ({ resolve: () => Promise.reject(failure(code)) });
  assert.equal((await ask('http://nowhere.test/')).outcome, 'name_not_found');
  assert.equal((await ask('http://empty.test/')).outcome, 'name_not_found');
  assert.equal((await ask('http://private.test/')).outcome, 'address_refused');
  for (const code of ['ESERVFAIL', 'ETIMEOUT', 'EREFUSED', 'ECONNREFUSED']) {
    assert.equal((await ask('http://site.test/', {}, failing(code))).outcome, 'name_failed', code);
  }
  const dead = { resolve: () => new Promise<never>(() => {}) };
  assert.equal((await ask('http://dead.test/', { timeoutMs: 50 }, dead)).outcome, 'name_failed');
  const { outcome, detail } = await ask(`http://mixed.test:${port}/`);
  assert.deepEqual([outcome, detail.address], ['up', '127.0.0.1']);
  assert.deepEqual(detail.addresses, ['10.0.0.1', '127.0.0.1']);
});

test('a name that changes its address between two looks is connected to at the one that was checked', async (t) => {
  const { port, requests } = await openEcho(t);
  let looks = 0;
  const checked: string[] = [];
  const changing: Partial<ProbeContext> = {
    async resolve() {
      looks += 1;
      return looks === 1 ? ['192.0.2.1'] : ['127.0.0.1'];
    },
    isAllowed(address) {
      checked.push(address);
      return address === '192.0.2.1';
    },
  };
  const probe = await ask(`http://rebound.test:${port}/`, { timeoutMs: 200 }, changing);
  assert.deepEqual([looks, checked], [1, ['192.0.2.1']]);
  assert.notEqual(probe.outcome, 'up');
  assert.equal(requests.length, 0, 'what the name points to by now was not asked');
  assert.equal((await ask(`http://rebound.test:${port}/`, {}, changing)).outcome, 'address_refused');
});

test('each redirect is resolved and checked anew', async (t) => {
  const { neighbours } = await openHostileServers(t);
  const { url = '' } = neighbours['redirect to a folder'] ?? {};
  const named = url.replace('127.0.0.1', 'site.test');
  assert.equal((await ask(url, {}, { isAllowed: allowOnce() })).outcome, 'redirect_to_private');
  assert.equal((await ask(named, {}, { isAllowed: allowOnce() })).outcome, 'address_refused');
});

function allowOnce() {
  let asked = 0;
  return () => {
    asked += 1;
    return asked === 1;
  };
}

test('the next address is tried when one refuses', async (t) => {
  const { port } = await openEcho(t);
  const closed = await openClosedPort();
  const resolve = async () => ['::1', '127.0.0.1'];
  const { outcome, detail } = await ask(`http://two.test:${port}/`, {}, { resolve });
  assert.deepEqual([outcome, detail.address], ['up', '127.0.0.1']);
  assert.equal((await ask(`http://two.test:${closed}/`, {}, { resolve })).outcome, 'refused');
});

test('the next address is tried beside one that stays silent', async (t) => {
  const { port } = await openEcho(t);
  // 192.0.2.0/24 is for documentation: nobody answers there.
  const silent: Partial<ProbeContext> = {
    resolve: async () => ['192.0.2.1', '127.0.0.1'],
    isAllowed: () => true,
  };
  assert.equal((await ask(`http://two.test:${port}/`, {}, silent)).detail.address, '127.0.0.1');
});

test('the world as it is refuses what is not public', async (t) => {
  const { port } = await openEcho(t);
  const demand = { ...USUAL_DEMAND, ...PATIENT, url: `http://127.0.0.1:${port}/` };
  const refusing = openProbeContext('Vigie', [], CONTEXT.clock);
  assert.equal((await probeTarget(demand, refusing)).outcome, 'address_refused');
  const allowing = openProbeContext('Vigie', ['127.0.0.0/8'], CONTEXT.clock);
  assert.equal((await probeTarget(demand, allowing)).outcome, 'up');
});
