/** "Is my procedure online, does it work, and how do you know?" */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { LOCALES, localisation } from '../../src/web/i18n/index.ts';
import { inLocale, urlsIn } from '../../src/web/urls.ts';
import {
  EARLIER_EDITION,
  FORMER_NAME,
  LATEST_EDITION,
  LONG_NAME_ID,
  PLAIN_ID,
  PLAIN_NAME,
  PRESENT_NAME,
  publishJourneyEditions,
  RENAMED_ID,
} from '../support/journey-editions.ts';
import { focused, tab, tabThrough, tabTo } from '../support/journey-keyboard.ts';
import { type JourneySite, openJourneySite } from '../support/journey-site.ts';

let site: JourneySite;
before(async () => {
  site = await openJourneySite(publishJourneyEditions);
});

/** The mark of the plain procedure, as each language writes it. */
const MARK = { fr: '8,1', en: '8.1' };

for (const locale of LOCALES) {
  for (const javaScript of [true, false]) {
    const how = javaScript ? 'with the mouse' : 'without scripts';
    test(`a citizen finds a procedure and how its mark was made, ${how}, in ${locale}`, async () => {
      const { messages } = localisation(locale);
      const { page, faults } = await site.visit({ width: 360, javaScript });
      await page.goto(site.origin + urlsIn(locale).home());
      await page.getByLabel(messages.home.searchProcedure).fill('licence PECHE');
      await page.getByRole('button', { name: messages.shell.search }).click();
      const count = await page.getByRole('status').innerText();
      assert.ok(count.startsWith(messages.units.procedures(1)), count);
      await page.getByRole('link', { name: PLAIN_NAME }).click();
      assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), PLAIN_NAME);

      const mark = page.locator('#satisfaction');
      assert.match(await mark.locator('.figure').innerText(), new RegExp(`^${MARK[locale]}`));
      assert.ok((await mark.innerText()).includes(messages.levels.good));
      const source = mark.getByText(messages.figures.fileLine(`essai-${LATEST_EDITION}.csv`, '31'));
      assert.equal(await source.isVisible(), false);
      await mark.getByText(messages.procedure.whyThisFigure).click();
      assert.equal(await source.isVisible(), true);
      await mark.getByRole('link', { name: messages.procedure.seeMethodology }).click();
      await assertAtMethod(page);
      assert.deepEqual(faults, []);
    });
  }
}

for (const locale of LOCALES) {
  test(`a citizen stuck in a procedure learns whom to call and what comes next, in ${locale}`, async () => {
    const { messages } = localisation(locale);
    const { page, faults } = await site.visit({ width: 360, javaScript: false });
    const words = messages.procedure;
    await page.goto(site.origin + urlsIn(locale).procedure({ publicId: LONG_NAME_ID, slug: 'x' }));
    await page.getByRole('navigation', { name: words.contents }).getByText(words.ifItFails).click();
    const help = page.getByRole('region', { name: words.ifItFails });
    await assertInWindow(page, help);
    assert.equal(
      await help.getByRole('link', { name: '01 23 45 67 89' }).getAttribute('href'),
      'tel:0123456789',
    );
    const steps = page.getByRole('region', { name: words.steps }).getByRole('listitem');
    assert.equal(await steps.count(), 3);
    assert.equal(await steps.nth(1).getAttribute('aria-current'), 'step');
    await steps.nth(2).getByRole('link').click();
    assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), PLAIN_NAME);
    assert.deepEqual(faults, []);
  });
}

/** The page of the method is open, and its part on satisfaction in the window. */
async function assertAtMethod(page: Page): Promise<void> {
  assert.match(page.url(), /\/methodologie\/vde-2025#satisfaction$/);
  await assertInWindow(page, page.locator('#satisfaction-title'));
}

async function assertInWindow(page: Page, target: Locator): Promise<void> {
  // A page that is still loading may not have scrolled yet.
  await page.waitForLoadState();
  const box = await target.boundingBox();
  const height = page.viewportSize()?.height ?? 0;
  assert.ok(box !== null && box.y >= -1 && box.y < height, `it is at ${box?.y} px of ${height}`);
}

test('the keyboard alone leads from the top of the home page to the method of a figure', async () => {
  const { messages } = localisation('fr');
  const { page } = await site.visit();
  await page.goto(site.origin);
  assert.equal((await tab(page))?.text, messages.shell.skipToContent);
  await page.keyboard.press('Enter');
  assert.equal((await focused(page))?.tag, 'main');
  assert.equal((await tab(page))?.tag, 'input');
  await page.keyboard.type('peche');
  await tab(page);
  await page.keyboard.press('Space');
  await page.waitForURL(/q=peche/);

  await tabTo(page, PLAIN_NAME);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/demarches\/30-/);
  const question = `${messages.procedure.whyThisFigure} Satisfaction`;
  await tabTo(page, question);
  await page.keyboard.press('Space');
  await tabTo(page, messages.procedure.seeMethodology);
  await page.keyboard.press('Enter');
  await page.waitForURL(/#satisfaction$/);
  await assertAtMethod(page);
});

test('the keyboard passes by every link and field of a page and is trapped by none', async () => {
  const { page } = await site.visit();
  const edition = `${urlsIn('fr').edition(LATEST_EDITION)}?critere=satisfaction&niveau=good`;
  for (const address of [
    urlsIn('fr').home(),
    urlsIn('fr').procedure({ publicId: PLAIN_ID, slug: 'x' }),
    edition,
  ]) {
    await page.goto(site.origin + address);
    const stops = await tabThrough(page);
    const targets = page.locator(
      'a[href], button, input:not([type=hidden]), select, summary, [tabindex="0"]',
    );
    const seen = await targets.locator('visible=true').count();
    // The skip link is out of the window until it has the focus, so the browser counts it as seen too.
    assert.equal(stops.length, seen, `${address}: ${stops.length} stops for ${seen} targets`);
  }
});

test('the language switch keeps the page', async () => {
  const { page } = await site.visit();
  const urls = urlsIn('fr');
  for (const address of [
    urls.home(),
    urls.procedures(),
    urls.procedure({ publicId: RENAMED_ID, slug: 'demander-un-certificat-d-immatriculation' }),
    urls.edition(LATEST_EDITION),
    urls.editionRevision(LATEST_EDITION, 1),
    urls.methodology('vigie-1'),
    urls.accessibility(),
  ]) {
    await page.goto(site.origin + address);
    for (const [from, to] of [
      ['fr', 'en'],
      ['en', 'fr'],
    ] as const) {
      await page.getByRole('link', { name: localisation(from).messages.shell.otherLanguage }).click();
      assert.equal(page.url(), site.origin + inLocale(address, to));
      assert.equal(await page.locator('html').getAttribute('lang'), to);
    }
  }
});

test('a renamed procedure is found by its old address and tells both its names', async () => {
  const { page } = await site.visit({ javaScript: false });
  const urls = urlsIn('fr');
  const former = urls.procedure({ publicId: RENAMED_ID, slug: 'demander-une-carte-grise' });
  await page.goto(site.origin + former);
  assert.equal(
    new URL(page.url()).pathname,
    `/demarches/${RENAMED_ID}-demander-un-certificat-d-immatriculation`,
  );
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), PRESENT_NAME);
  const names = page.getByRole('table').filter({ hasText: FORMER_NAME });
  assert.ok((await names.innerText()).includes(PRESENT_NAME));

  // What was published stays as published, and leads to the page of today.
  await page.goto(site.origin + urls.edition(EARLIER_EDITION));
  await page.getByRole('link', { name: FORMER_NAME }).click();
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), PRESENT_NAME);
});
