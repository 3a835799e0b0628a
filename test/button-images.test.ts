/** The images of buttons as other sites fetch them. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { VigieError } from '../src/core/errors.ts';
import type { App } from '../src/core/http/context.ts';
import { parseQuestionnaire, type Registry, SHIPPED_QUESTIONNAIRES } from '../src/feedback/index.ts';
import { BUTTON_IMAGE_POLICY, buttonImage } from '../src/web/button-image.ts';
import { buttonImages } from '../src/web/button-images.ts';
import { publicSite } from '../src/web/public/routes.ts';
import { createApp } from '../src/web/server.ts';
import { testDatabase } from './support/database.ts';
import { appOptions } from './support/http.ts';

const [AVIS = assert.fail()] = SHIPPED_QUESTIONNAIRES;

const OWN = parseQuestionnaire({
  ...AVIS,
  id: 'consulats',
  wording: { fr: { ...AVIS.wording.fr, title: 'Votre visite' } },
});
const REGISTRY: Registry = { keys: [], buttons: new Map(), questionnaires: new Map([['consulats/1', OWN]]) };

let app: App;
let blind: App;
before(async () => {
  const db = await testDatabase();
  app = createApp(appOptions(db, [publicSite, buttonImages(() => REGISTRY)]));
  const away = () => Promise.reject(new VigieError('Unavailable', 'The store is away.'));
  blind = createApp(appOptions(db, [buttonImages(away)]));
});

const addressOf = (language: string) => buttonImage(AVIS, language)?.address ?? assert.fail();

test('any site may embed the image, and it may do nothing there', async () => {
  const answer = await app.request(addressOf('fr'));
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-type'), 'image/svg+xml; charset=utf-8');
  assert.equal(answer.headers.get('content-security-policy'), BUTTON_IMAGE_POLICY);
  assert.equal(answer.headers.get('cross-origin-resource-policy'), 'cross-origin');
  assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
  assert.equal(answer.headers.get('set-cookie'), null);
  assert.equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable');
  assert.equal(await answer.text(), buttonImage(AVIS, 'fr')?.svg);
});

test('an address pasted years ago shows the present drawing of the same words, and is asked again after a day', async () => {
  const old = addressOf('en').replace(/[0-9a-f]{16}/, '0123456789abcdef');
  const answer = await app.request(old);
  assert.equal(await answer.text(), buttonImage(AVIS, 'en')?.svg);
  assert.equal(answer.headers.get('cache-control'), 'public, max-age=86400');
});

test('a questionnaire of the installation has its images; what is none has not', async () => {
  const image = buttonImage(OWN, 'fr') ?? assert.fail();
  assert.match(await (await app.request(image.address)).text(), />Votre visite<\/text>/);
  for (const junk of ['x.svg', 'consulats-1-de.0123456789abcdef.svg', 'avis-1-fr.svg', 'avis-1-fr.zz.svg']) {
    assert.equal((await app.request(`/boutons/${junk}`)).status, 404, junk);
  }
});

test('while nothing can be read, the images of the product are served all the same', async () => {
  assert.equal((await blind.request(addressOf('fr'))).status, 200);
  assert.equal((await blind.request(buttonImage(OWN, 'fr')?.address ?? '')).status, 503);
});

test('no other answer has another policy than that of the site', async () => {
  const answer = await app.request('/aide');
  assert.match(answer.headers.get('content-security-policy') ?? '', /script-src 'self'/);
  assert.equal(answer.headers.get('cross-origin-resource-policy'), null);
});
