/** The addresses of what is told of one procedure: former ones, and of nobody. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { findProcedure } from '../src/catalogue/index.ts';
import type { App } from '../src/core/http/context.ts';
import { openData } from '../src/web/open-data/routes.ts';
import { publicSite } from '../src/web/public/routes.ts';
import { createApp } from '../src/web/server.ts';
import { type TestDatabase, testDatabase } from './support/database.ts';
import { appOptions } from './support/http.ts';
import { publishProcedureStore, REQUEST } from './support/procedure-store.ts';

let db: TestDatabase;
let app: App;
/** Without a parameter that is wrong, then with one; the first page takes none. */
const TOPICS = [
  { topic: '/avis', asked: '?fin=success', wrong: '?du=hier' },
  { topic: '/disponibilite', asked: '?du=2026-01-01', wrong: '?du=hier' },
  { topic: '/usages', asked: '?au=2025-12-31', wrong: '?au=hier' },
];
let present = '';

before(async () => {
  db = await testDatabase();
  await publishProcedureStore(db);
  app = createApp(appOptions(db, [publicSite, openData]));
  const found = await findProcedure(db, REQUEST);
  present = `/demarches/${REQUEST}-${found?.current.slug ?? assert.fail(REQUEST)}`;
});

test('a former address leads to the present one with what it asks, right or wrong; files answer where they are', async () => {
  assert.equal((await app.request(`/demarches/${REQUEST}-x`)).headers.get('location'), present);
  for (const prefix of ['', '/en']) {
    for (const { topic, asked, wrong } of TOPICS) {
      for (const query of [asked, wrong]) {
        const moved = await app.request(`${prefix}/demarches/${REQUEST}-x${topic}${query}`);
        assert.deepEqual(
          [moved.status, moved.headers.get('location')],
          [301, `${prefix}${present}${topic}${query}`],
        );
      }
    }
  }
  for (const { topic } of TOPICS) {
    for (const form of ['.json', '.csv']) {
      const [former, now] = await Promise.all([
        app.request(`/demarches/${REQUEST}-x${topic}${form}`),
        app.request(`${present}${topic}${form}`),
      ]);
      assert.deepEqual([former.status, now.status], [200, 200]);
      assert.equal(await former.text(), await now.text());
    }
  }
});

test('what is wrong at the present address is named; a procedure that is not there is not found, whatever is asked', async () => {
  for (const { topic, wrong } of TOPICS) {
    for (const form of ['', '.json', '.csv']) {
      assert.equal((await app.request(`${present}${topic}${form}${wrong}`)).status, 400, `${topic}${form}`);
      for (const nobody of ['999-x', 'pas-un-id']) {
        const answer = await app.request(`/demarches/${nobody}${topic}${form}${wrong}`);
        assert.equal(answer.status, 404, `${nobody}${topic}${form}`);
      }
    }
  }
});
