/**
 * Pages read by statements that go side by side: whichever of them fails, and whenever, the page is one answer. A failure that
 * nobody hears would end the process, with every other request.
 */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { findProcedure, findSiteBySlug, recordSites } from '../src/catalogue/index.ts';
import { VigieError } from '../src/core/errors.ts';
import { createButton } from '../src/feedback/index.ts';
import { openData } from '../src/web/open-data/routes.ts';
import { publicSite } from '../src/web/public/routes.ts';
import { createApp } from '../src/web/server.ts';
import { type TestDatabase, testDatabase } from './support/database.ts';
import { OPINION_BUTTON } from './support/feedback-site.ts';
import { appOptions } from './support/http.ts';
import { publishProcedureStore, REQUEST } from './support/procedure-store.ts';

let db: TestDatabase;
let procedure = '';

before(async () => {
  db = await testDatabase();
  await publishProcedureStore(db);
  const site = { slug: 'lille', name: 'Lille', network: 'Impôts', municipality: 'Lille' };
  await db.transaction((tx) => recordSites(tx, [{ ...site, validFrom: '2020-01-01' }]));
  const found = (await findProcedure(db, REQUEST))?.current ?? assert.fail(REQUEST);
  const place = (await findSiteBySlug(db, 'lille'))?.current ?? assert.fail('lille');
  for (const { subjectId } of [found, place])
    await createButton(db, { ...OPINION_BUTTON, subjectId }, new Date('2025-12-01T09:00:00Z'));
  procedure = `/demarches/${REQUEST}-${found.slug}`;
});

/** A store of which the statement of one place fails at once, and the others take a moment; and how many were asked. */
function failingAt(place: number) {
  let asked = 0;
  const query: TestDatabase['query'] = async (text, values) => {
    // Whether all of it is a demonstration is left unsaid by a page that cannot know.
    if (!text.includes('core.demonstration')) asked += 1;
    if (asked === place) throw new VigieError('Unavailable', 'The store does not answer.');
    await pause(2);
    return db.query(text, values);
  };
  return { store: { ...db, query }, asked: () => asked };
}

const PAGES = ['', '/avis', '/disponibilite', '/usages', '/avis.json', '/avis.csv', '.json'];

// A rejection that nobody handles fails the test: its runner hears it.
test('whichever statement of a page fails, the page says that the store is away, and nothing is left unheard', async () => {
  const sites = ['', '.json', '.csv'].map((form) => `/lieux/lille${form}`);
  for (const address of [...PAGES.map((page) => `${procedure}${page}`), ...sites, '/lieux', '/avis']) {
    const whole = failingAt(0);
    const answer = await createApp(appOptions(whole.store, [publicSite, openData])).request(address);
    assert.equal(answer.status, 200, address);
    for (let place = 1; place <= whole.asked(); place += 1) {
      const app = createApp(appOptions(failingAt(place).store, [publicSite, openData]));
      assert.equal((await app.request(address)).status, 503, `${address}, statement ${place}`);
    }
    // Those that went on beside the one that failed end too.
    await pause(50);
  }
});
