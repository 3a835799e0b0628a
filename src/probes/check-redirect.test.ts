import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, test } from 'node:test';
import { redirectsToHttps } from './check-redirect.ts';

type Given = { readonly status: number; readonly headers?: Readonly<Record<string, string>> };

const to = (location: string, status = 301): Given => ({ status, headers: { location } });

/** What the proxy brings of each address; it answers by itself where it has nothing. */
const SITES: Readonly<Record<string, Given>> = {
  'http://direct.test/': to('https://direct.test/'),
  'http://in-full.test/page?a=1': to('http://www.in-full.test/page?a=1'),
  'http://www.in-full.test/page?a=1': to('/other', 302),
  'http://www.in-full.test/other': to('https://www.in-full.test/other', 308),
  'http://plain.test/': { status: 200 },
  'http://plain-at-last.test/': to('/home'),
  'http://plain-at-last.test/home': { status: 200 },
  'http://forgotten.test/': { status: 404 },
  'http://elsewhere.test/': to('ftp://elsewhere.test/'),
  'http://nowhere.test/': to('https://['),
  'http://round.test/': to('/'),
  'http://lost.test/': to('http://unknown.test/'),
  'http://forbids.test/': { status: 403 },
  'http://too-many.test/': { status: 429 },
  'http://fails.test/': { status: 502 },
  'http://forbids-at-last.test/': to('http://forbids.test/'),
  ...Object.fromEntries(
    Array.from({ length: 6 }, (_, at) => [`http://six.test/${6 - at}`, to(`http://six.test/${5 - at}`)]),
  ),
  'http://six.test/0': to('https://six.test/0'),
};

const asked: string[] = [];
const proxy = createServer(({ url = '' }, response) => {
  asked.push(url);
  const { status, headers } = SITES[url] ?? { status: 403, headers: { 'proxy-status': 'vigie' } };
  response.writeHead(status, headers).end();
});
await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
after(() => void proxy.close());
const address = proxy.address();
const proxyUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;

/** What is said of the address of a page. */
const CASES: readonly (readonly [url: string, expected: boolean | null])[] = [
  ['https://direct.test/', true],
  ['https://direct.test:8443/', true],
  ['https://in-full.test/page?a=1', true],
  ['https://plain.test/', false],
  ['https://plain-at-last.test/', false],
  ['https://forgotten.test/', false],
  ['https://elsewhere.test/', false],
  ['https://nowhere.test/', false],
  ['https://round.test/', false],
  ['https://six.test/5', true],
  ['https://six.test/6', false],
  ['https://unknown.test/', null],
  ['https://lost.test/', null],
  ['https://forbids.test/', null],
  ['https://forbids-at-last.test/', null],
  ['https://too-many.test/', null],
  ['https://fails.test/', null],
];

for (const [url, expected] of CASES) {
  test(`http:// leads to https://, does not, or cannot be seen: ${url} ${expected}`, async () => {
    assert.equal(await redirectsToHttps(proxyUrl, url, 'Vigie/test'), expected);
  });
}

test('redirects that never end are followed five times', async () => {
  asked.length = 0;
  await redirectsToHttps(proxyUrl, 'https://round.test/', 'Vigie/test');
  assert.equal(asked.length, 6);
});
