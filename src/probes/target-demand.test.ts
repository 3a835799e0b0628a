import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { USUAL_DEMAND } from './target.ts';
import { type DemandWords, parseDemand, parseDuration, writeDuration } from './target-demand.ts';

function read(words: Partial<DemandWords>) {
  const faults: string[] = [];
  const demand = parseDemand({ url: 'https://a.fr', ...words }, (field) => faults.push(field));
  return { demand, faults };
}

const addressOf = (url: string) => read({ url }).demand?.url ?? null;

test('what is not said is as usual, and what is blank is not said', () => {
  const usual = { ...USUAL_DEMAND, url: 'https://a.fr/' };
  assert.deepEqual(read({}), { demand: usual, faults: [] });
  const blank = {
    ...{ method: ' ', expectedStatus: '', mustContain: ' ', mustNotContain: '' },
    ...{ interval: '', timeout: ' ', slow: '' },
  };
  assert.deepEqual(read(blank), { demand: usual, faults: [] });
});

test('one page has one address, whatever the way it is written', () => {
  const same = ['https://A.fr', ' https://a.fr/ ', 'a.fr', 'https://a.fr:443/#haut', 'HTTPS://a.fr/./'];
  assert.deepEqual([...new Set(same.map(addressOf))], ['https://a.fr/']);
  assert.equal(addressOf('https://été.fr/É?q=à+b'), 'https://xn--t-9fab.fr/%C3%89?q=%C3%A0+b');
  assert.equal(addressOf('http://localhost:3000/x'), 'http://localhost:3000/x');
  assert.equal(addressOf('http://[::1]:8080'), 'http://[::1]:8080/');
  assert.notEqual(addressOf('http://a.fr/'), addressOf('https://a.fr/'));
});

test('what is no address of a page, or holds a secret, is refused', () => {
  const refused = [
    ...['', 'ftp://a.fr', 'file:///etc/passwd', 'gopher://a.fr', 'javascript:alert(1)', 'https:///chemin'],
    ...[
      'https://jean:secret@a.fr/',
      'https://jean@a.fr/',
      'http://',
      'un nom',
      'https://a.fr/x y',
      'serveur',
    ],
    ...['https://a.fr/a\nb', 'https:a.fr', `https://a.fr/${'x'.repeat(2_000)}`],
  ];
  for (const url of refused) assert.deepEqual(read({ url }), { demand: null, faults: ['url'] }, url);
});

test('statuses are written one way, so that the same demand is recognised', () => {
  const statuses = (expectedStatus: string) => read({ expectedStatus }).demand?.expectedStatus ?? null;
  assert.equal(statuses('200 - 299, 401'), '200-299,401');
  assert.equal(statuses('401-401'), '401');
  for (const wrong of ['2xx', '600', '299-200', '200;401', '200,,401'])
    assert.equal(statuses(wrong), null, wrong);
});

test('every field at fault is told at once', () => {
  const wrong = {
    ...{ url: 'x', method: 'POST', expectedStatus: 'ok' },
    ...{ interval: '5', timeout: '31s', slow: '0ms' },
  };
  assert.deepEqual(read(wrong).faults.toSorted(), Object.keys(wrong).toSorted());
});

test('durations are bounded, and fit in one another', () => {
  const faults = (interval: string, timeout = '', slow = '') => read({ interval, timeout, slow }).faults;
  assert.deepEqual(faults('10s', '10s', '10s'), []);
  assert.deepEqual(faults('1h', '30s', '500ms'), []);
  assert.deepEqual(faults('9s'), ['interval']);
  assert.deepEqual(faults('61min'), ['interval']);
  assert.deepEqual(faults('10s', '11s'), ['timeout']);
  assert.deepEqual(faults('1min', '999ms'), ['timeout']);
  assert.deepEqual(faults('1min', '5s', '6s'), ['slow']);
  assert.equal(read({ timeout: '1s' }).demand?.slowMs, 1_000);
});

test('a text that cannot be looked for is refused', () => {
  assert.deepEqual(read({ mustContain: 'Se connecter' }).demand?.mustContain, 'Se connecter');
  assert.deepEqual(read({ mustContain: 'x', method: 'head' }).faults, ['mustContain']);
  assert.deepEqual(read({ mustContain: 'a\tb' }).faults, ['mustContain']);
  assert.deepEqual(read({ mustNotContain: 'x'.repeat(501) }).faults, ['mustNotContain']);
  assert.deepEqual(read({ mustContain: 'Bienvenue', mustNotContain: 'venue' }).faults, ['mustNotContain']);
});

test('a duration is read back as it is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3_600_000 }), (ms) =>
      assert.equal(parseDuration(writeDuration(ms)), ms),
    ),
  );
  for (const wrong of ['', '5', '-5s', '5m', '1.5s', 's', '1h30min'])
    assert.equal(parseDuration(wrong), null, wrong);
});

test('whatever is written, a demand that is accepted is within what the store takes', () => {
  const word = fc.oneof(fc.string(), fc.constantFrom('10s', '1h', '30s', '2s', '1ms', 'HEAD', '200-299'));
  fc.assert(
    fc.property(
      fc.record({
        url: fc.oneof(
          fc.string().map((path) => `https://a.fr/${path}`),
          fc.string(),
        ),
        interval: word,
        timeout: word,
        slow: word,
        method: word,
      }),
      (words) => {
        const { demand, faults } = read(words);
        assert.equal(demand === null, faults.length > 0);
        if (demand === null) return;
        assert.match(demand.url, /^https?:\/\/[^/@]+\//);
        assert.ok(demand.intervalMs >= 10_000 && demand.intervalMs <= 3_600_000);
        assert.ok(demand.timeoutMs >= 1_000 && demand.timeoutMs <= Math.min(30_000, demand.intervalMs));
        assert.ok(demand.slowMs >= 1 && demand.slowMs <= demand.timeoutMs);
      },
    ),
  );
});
