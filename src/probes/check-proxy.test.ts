import assert from 'node:assert/strict';
import { type AddressInfo, createServer } from 'node:net';
import { after, test } from 'node:test';
import { type SitePage, serveSite, soundPage } from '../../test/support/checked-site.ts';
import { findFreePort } from '../core/chromium.ts';
import { guardAddresses } from './address-guard.ts';
import { openCheckBrowser, usualDemand } from './check-browser.ts';

/** The only address that may be reached: the site that is checked, and not what else listens on the loopback. */
const SITE = '127.0.0.1';
const INNER = '127.0.0.2';

/** What listens where nobody may knock; how often somebody did. */
async function innerService() {
  let knocks = 0;
  const server = createServer((socket) => {
    knocks += 1;
    socket.end('HTTP/1.1 200 OK\r\ncontent-length: 6\r\naccess-control-allow-origin: *\r\n\r\nsecret');
  });
  await new Promise<void>((done) => server.listen(0, INNER, done));
  after(() => void server.close());
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    knocks: () => knocks,
  };
}

const inner = await innerService();
const names: Readonly<Record<string, readonly string[]>> = {
  'site.test': [SITE],
  'inner.test': [INNER],
  'metadata.test': ['169.254.169.254'],
  'mapped.test': [`::ffff:${INNER}`],
};
const browser = await openCheckBrowser({
  chromiumPath: null,
  userAgent: 'Vigie/test (+http://vigie.test/sonde)',
  isAllowed: guardAddresses([SITE]),
  resolve: async (name) => {
    const found = names[name];
    if (found === undefined) throw Object.assign(new Error(name), { code: 'ENOTFOUND' });
    return found;
  },
});
after(() => browser.close());

/** Ways in which a page asks for another address, and what it is told of each. */
const WAYS: Readonly<Record<string, string>> = {
  fetch: `fetch(url).then((one) => one.text()).then(tell, () => tell('refused'))`,
  image: `Object.assign(new Image(), { src: url, onload: () => tell('shown'), onerror: () => tell('refused') })`,
  websocket: `Object.assign(new WebSocket(url.replace('http', 'ws')),
    { onopen: () => tell('open'), onerror: () => tell('refused') })`,
};

const ADDRESSES = [
  `http://${INNER}:${inner.port}/`,
  `http://inner.test:${inner.port}/`,
  `http://mapped.test:${inner.port}/`,
  `https://${INNER}:${inner.port}/`,
  'http://169.254.169.254/latest/meta-data/',
  'http://metadata.test/latest/meta-data/',
  'http://[::1]:1/',
  'http://nowhere.test/',
];

for (const [way, script] of Object.entries(WAYS)) {
  test(`what a page asks for beyond the addresses that may be reached gets nothing: ${way}`, async (t) => {
    const asking = `Promise.all(${JSON.stringify(ADDRESSES)}.map((url) => new Promise((tell) => { ${script} })))
      .then((told) => { document.title = told.join(' ') })`;
    const site = await serveSite(t, () => ({ '/': soundPage(`<script>${asking}</script>`) }));
    const visit = await browser.visit(usualDemand(`${site.origin}/`), 'desktop');
    await visit.page.waitForFunction('document.title !== "Démarche"');
    assert.equal(await visit.page.title(), ADDRESSES.map(() => 'refused').join(' '));
    await visit.close();
    assert.equal(inner.knocks(), 0);
  });
}

test('a page that may not be reached is refused, whatever led to it', async (t) => {
  const moved = (location: string): SitePage => ({ status: 302, headers: { location }, body: '' });
  const site = await serveSite(t, () => ({ '/moved': moved(`http://${INNER}:${inner.port}/`) }));
  for (const url of [...ADDRESSES.slice(0, 6), `${site.origin}/moved`]) {
    await assert.rejects(browser.visit(usualDemand(url), 'desktop'), { reason: 'address_refused' }, url);
  }
  assert.equal(inner.knocks(), 0);
});

test('what the proxy answers in place of a site is not judged as the site', async () => {
  const refused = { ...usualDemand(`http://${INNER}:${inner.port}/`), expectedStatus: '403' };
  await assert.rejects(browser.visit(refused, 'desktop'), { reason: 'address_refused' });
  for (const [url, expectedStatus] of [
    ['http://nowhere.test/', '200'],
    ['http://nowhere.test/', '403'],
    [`http://${SITE}:${await findFreePort()}/`, '502'],
  ] as const) {
    const demand = { ...usualDemand(url), expectedStatus };
    await assert.rejects(browser.visit(demand, 'desktop'), { reason: 'page_not_reached' }, url);
  }
});

test('an image whose status is none takes nothing from the page', async (t) => {
  const odd = createServer((socket) => {
    socket.once('data', () => socket.end('HTTP/1.1 000 Odd\r\ncontent-length: 0\r\n\r\n'));
  });
  await new Promise<void>((done) => odd.listen(0, SITE, done));
  t.after(() => void odd.close());
  const { port } = odd.address() as AddressInfo;
  const image = `<h1>Bonjour</h1><img alt="" src="http://${SITE}:${port}/x.png">`;
  const site = await serveSite(t, () => ({ '/': soundPage(image) }));
  const visit = await browser.visit(usualDemand(`${site.origin}/`), 'desktop');
  await visit.page.waitForLoadState('load');
  assert.equal(await visit.page.textContent('h1'), 'Bonjour');
  await visit.close();
});

test('what goes around the proxy is not opened', async () => {
  for (const url of ['file:///etc/hostname', 'data:text/html,Bonjour', 'chrome://version/', 'about:blank'])
    await assert.rejects(browser.visit(usualDemand(url), 'desktop'), { reason: 'address_refused' }, url);
});

test('what may be reached is, by its name too, and learns whose robot it is', async (t) => {
  const site = await serveSite(t, () => ({ '/': soundPage('<h1>Bonjour</h1>') }));
  const visit = await browser.visit(usualDemand(`http://site.test:${site.port}/`), 'mobile');
  assert.equal(await visit.page.textContent('h1'), 'Bonjour');
  assert.match(
    site.asked[0]?.headers['user-agent'] ?? '',
    /Mobile Safari.* Vigie\/test \(\+http:\/\/vigie\.test\/sonde\)$/,
  );
  await visit.close();
});

test('a file is no page, an error is not reached, a refusal of robots is told', async (t) => {
  const site = await serveSite(t, () => ({
    '/file': { headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.4' },
    '/error': { status: 500, body: soundPage('erreur') },
    '/robots': { status: 403, body: soundPage('no robots') },
  }));
  const reasons = { '/file': 'not_a_page', '/error': 'page_not_reached', '/robots': 'page_refused_robot' };
  for (const [path, reason] of Object.entries(reasons)) {
    await assert.rejects(browser.visit(usualDemand(`${site.origin}${path}`), 'desktop'), { reason }, path);
  }
});
