/** Visits as a server counts them: who may count, what is answered, what is kept and what never is. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { guardKindOf } from '../src/core/http/guard.ts';
import { readVisits } from '../src/visits/index.ts';
import { loadAssets } from '../src/web/assets.ts';
import { send } from './support/http.ts';
import { assertVisitors, FIREFOX, PAGES, serveVisits, TODAY } from './support/visit-site.ts';
import { dumpVisits } from './support/visits.sql.ts';

const PHONE =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36';
const GOOGLEBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';

test('the image and the script count, and answer what other sites may use and nobody keeps', async (t) => {
  const { visits, db, counter, image, script } = await serveVisits(t);
  const shown = await image('start');
  assert.equal(shown.status, 200);
  assert.equal(shown.headers['content-type'], 'image/gif');
  assert.equal(shown.body.subarray(0, 6).toString(), 'GIF89a');
  const said = await script(['identite', '/aide/x?y', 'search'], { 'x-forwarded-for': '91.160.1.9' });
  assert.equal(said.status, 204);
  assert.equal(said.headers['content-length'], undefined);
  for (const { headers } of [shown, said]) {
    assert.equal(headers['cache-control'], 'no-store');
    assert.equal(headers['access-control-allow-origin'], PAGES);
    assert.equal(headers['cross-origin-resource-policy'], 'cross-origin');
    assert.equal(headers['set-cookie'], undefined);
  }
  await visits.flush();
  const figures = await readVisits(db, [counter.subjectId], TODAY);
  assert.deepEqual([figures.visits, figures.views, figures.days], [2, 2, 1]);
  assertVisitors(figures, 2);
  assert.deepEqual(
    figures.byReferrer.map(({ value }) => value),
    ['search', 'unknown'],
  );
  assert.deepEqual(figures.byPage, [{ value: '/aide', visits: 1, views: 1 }]);
  assert.deepEqual(
    figures.funnel.map(({ step, visits: n }) => [step, n]),
    [
      ['start', 1],
      ['identite', 1],
      ['pieces', 0],
      ['submitted', 0],
    ],
  );
});

test('devices and countries are those of visits', async (t) => {
  const { visits, db, counter, image } = await serveVisits(t);
  // The table of countries is read beside; what comes before it is of no known country.
  while (!(await countriesKnown())) await visits.flush();
  async function countriesKnown() {
    await image('view', { 'x-forwarded-for': '91.160.1.9', 'user-agent': `${FIREFOX} ${Math.random()}` });
    await visits.flush();
    const { byCountry } = await readVisits(db, [counter.subjectId], TODAY);
    return byCountry.some(({ value }) => value === 'FR');
  }
  await image('view', { 'user-agent': PHONE });
  await visits.flush();
  const { byDevice } = await readVisits(db, [counter.subjectId], TODAY);
  assert.equal(byDevice.find(({ value }) => value === 'mobile')?.visits, 1);
});

test('only pages of registered origins count; others are counted in the metrics and nowhere else', async (t) => {
  const { visits, db, metrics, closed, image, script } = await serveVisits(t);
  const refused = [
    await image('start', { origin: 'https://autre.example' }),
    await image('start', { origin: 'null' }),
    await image('start', { origin: `${PAGES}.example.org` }),
    await script(['start', '/', 'none'], { origin: 'http://demarche.exemple.fr' }),
  ];
  for (const answer of refused) {
    assert.equal(answer.status, 403);
    assert.equal(answer.headers['access-control-allow-origin'], undefined);
  }
  assert.equal((await image('start', {}, closed.id)).status, 410);
  assert.equal((await image('start', {}, 'aaaaaaaaaa')).status, 404);
  assert.equal((await image('inconnue')).status, 404);
  assert.equal((await script(['inconnue', '/', 'none'])).status, 404);
  await visits.flush();
  assert.doesNotMatch(await dumpVisits(db), /visits\.daily/);
  const text = await metrics.text();
  for (const [reason, n] of Object.entries({ origin: 4, closed: 1, unknown_counter: 1, unknown_step: 2 })) {
    assert.match(text, new RegExp(`vigie_visits_refused\\{reason="${reason}"\\} ${n}`));
  }
});

test('a browser that sends no Origin is known by its Referer, and by neither not at all', async (t) => {
  const { visits, db, counter, port } = await serveVisits(t);
  const get = (headers: Record<string, string>) =>
    send(port, `/mesure/${counter.id}/start.gif`, { headers: { 'user-agent': FIREFOX, ...headers } });
  assert.equal((await get({ referer: `${PAGES}/` })).status, 200);
  assert.equal((await get({ referer: 'https://autre.example/' })).status, 403);
  assert.equal((await get({ referer: 'jean' })).status, 403);
  assert.equal((await get({})).status, 403);
  await visits.flush();
  assert.equal((await readVisits(db, [counter.subjectId], TODAY)).visits, 1);
});

test('who asks not to be followed is not counted, but as one who asks; robots are counted apart', async (t) => {
  const { visits, db, counter, image, script } = await serveVisits(t);
  assert.equal((await image('start', { 'sec-gpc': '1' })).status, 200);
  assert.equal((await script(['start', '/', 'none'], { dnt: '1' })).status, 204);
  assert.equal((await image('start', { 'user-agent': GOOGLEBOT })).status, 200);
  assert.equal((await image('start', { 'user-agent': GOOGLEBOT, 'sec-gpc': '1' })).status, 200);
  await visits.flush();
  const figures = await readVisits(db, [counter.subjectId], TODAY);
  assert.deepEqual([figures.optedOut, figures.robots], [3, 1]);
  assert.deepEqual([figures.visits, figures.views, figures.visitorDays, figures.starts], [0, 0, 0, 0]);
  assert.deepEqual([figures.byDevice, figures.completion], [[], null]);
});

/** What would say who somebody is, in forms that addresses and headers can bear. */
const PLANTED = [
  'jean.dupont@exemple.fr',
  'jean.dupont%40exemple.fr',
  '185057800608436',
  '1 85 05 78 006 084 36',
  'Dupont-Martin',
  'eyJhbGciOiJIUzI1NiJ9.c2VjcmV0.jeton',
  '+33612345678',
  'FR7630006000011234567890189',
  '203.0.113.77',
  '2001:db8:85a3::8a2e:370:7334',
];

test('nothing of a person that an address, a referrer, a header or a browser bears reaches store, log or metrics', async (t) => {
  const { visits, db, metrics, logged, counter, image, script, port } = await serveVisits(t);
  const secret = fc.constantFrom(...PLANTED);
  const place = fc.constantFrom(
    'path',
    'query',
    'referer',
    'referrer',
    'agent',
    'forwarded',
    'step',
    'origin',
    'cookie',
    'url',
  );
  await fc.assert(
    fc.asyncProperty(secret, place, fc.boolean(), async (planted, where, isBot) => {
      const header = Buffer.from(planted).toString('latin1');
      const headers: Record<string, string> = {
        'x-forwarded-for': where === 'forwarded' ? header : '198.51.100.23',
        'user-agent': `${isBot ? GOOGLEBOT : FIREFOX}${where === 'agent' ? ` ${header}` : ''}`,
        referer: where === 'referer' ? `${PAGES}/dossier/${header}?nom=${header}` : `${PAGES}/`,
        ...(where === 'origin' ? { origin: `https://${header}` } : {}),
        ...(where === 'cookie' ? { cookie: `session=${header}` } : {}),
      };
      const path =
        where === 'path' ? `/aide/${planted}` : where === 'query' ? `/aide?nom=${planted}` : '/contact';
      await script(
        [where === 'step' ? planted : 'start', path, where === 'referrer' ? planted : 'search'],
        headers,
      );
      await image('identite', headers);
      if (where === 'url') {
        const encoded = encodeURIComponent(planted);
        for (const address of [
          `/mesure/${counter.id}/start.gif?nom=${encoded}`,
          `/mesure/${counter.id}/${encoded}.gif`,
          `/mesure/${encoded}`,
        ]) {
          await send(port, address, { headers: { ...headers, origin: PAGES } });
        }
      }
    }),
    { numRuns: 150 },
  );
  await visits.flush();
  const kept = await dumpVisits(db);
  assert.match(kept, /visits\.daily .*"identite"/, 'something was counted');
  const everywhere = `${kept}\n${logged.join('\n')}\n${await metrics.text()}`;
  for (const planted of [...PLANTED, '198.51.100', '127.0.0.1', 'Firefox', 'Gecko', '/dossier', 'session=']) {
    assert.ok(!everywhere.includes(planted), planted);
  }
  const pages = kept.split('\n').filter((row) => row.includes('"dimension": "page"'));
  for (const row of pages) assert.match(row, /"value": "\/(aide|contact)"/);
});

test('the application answers as the lanes do', async (t) => {
  const { app, counter } = await serveVisits(t);
  const headers = { origin: PAGES, 'user-agent': FIREFOX };
  const image = await app.request(`/mesure/${counter.id}/start.gif`, { headers });
  assert.deepEqual([image.status, image.headers.get('cache-control')], [200, 'no-store']);
  const said = await app.request(`/mesure/${counter.id}`, {
    method: 'POST',
    body: 'start\n/\nnone',
    headers,
  });
  assert.equal(said.status, 204);
  assert.equal((await app.request(`/mesure/${counter.id}`)).status, 405);
  const routes = app.routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/mesure'));
  const guarded = routes.filter(({ handler }) => guardKindOf(handler) !== undefined);
  assert.deepEqual([new Set(guarded.map(({ path }) => path)).size, guarded.length], [3, 3]);
});

test('the script has an address that never changes, weighs 1 kB at most, and keeps nothing in the browser', async (t) => {
  const { port } = await serveVisits(t);
  const whole = await send(port, '/mesure/mesure.js');
  assert.equal(whole.status, 200);
  assert.equal(whole.headers['cross-origin-resource-policy'], 'cross-origin');
  assert.match(String(whole.headers['content-type']), /^text\/javascript/);
  for (const compress of [gzipSync, brotliCompressSync]) {
    const bytes = compress(whole.body).length;
    assert.ok(bytes <= 1_000, `${bytes} bytes`);
  }
  const sent = await send(port, '/mesure/mesure.js', { headers: { 'accept-encoding': 'gzip' } });
  assert.ok(sent.body.length <= 1_000, `${sent.body.length} bytes as sent`);
  const code = whole.body.toString().replace(/\/\*.*?\*\//s, '');
  assert.doesNotMatch(code, /cookie|storage|indexedDB|caches|location\.(?!pathname|host\b)/i);
  assert.deepEqual(
    whole.body,
    Buffer.from(loadAssets().files.find(({ name }) => name === 'mesure.js')?.bytes ?? []),
  );
});
