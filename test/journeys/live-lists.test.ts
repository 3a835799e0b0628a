/** Lists and tables filtered, sorted and paged where they stand; without that, by plain navigation. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Page, Route } from 'playwright-core';
import { localisation } from '../../src/web/i18n/index.ts';
import { urlsIn } from '../../src/web/urls.ts';
import { LATEST_EDITION, PLAIN_NAME, publishJourneyEditions } from '../support/journey-editions.ts';
import { openEnhanced, reaches, stateOf } from '../support/journey-enhanced.ts';
import { focused, tabTo } from '../support/journey-keyboard.ts';
import { type JourneySite, openJourneySite } from '../support/journey-site.ts';

let site: JourneySite;
before(async () => {
  site = await openJourneySite(publishJourneyEditions);
});

const { messages } = localisation('fr');
const words = messages.edition;
const urls = urlsIn('fr');
const EDITION = urls.edition(LATEST_EDITION);

const open = (address: string) => openEnhanced(site, address);
const namesOf = (page: Page) => page.locator('.results tbody th a').allInnerTexts();
const queryOf = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);
const searchIn = (page: Page) => page.getByLabel(words.search, { exact: true });

test('what is typed filters the table where it stands, in silence but for the count', async () => {
  const { page, faults, stays } = await open(EDITION);
  const status = await page.getByRole('status').elementHandle();
  const all = await namesOf(page);
  await searchIn(page).pressSequentially('pied ');
  await reaches(page, { q: 'pied ' });
  assert.deepEqual(await namesOf(page), [PLAIN_NAME]);
  assert.equal(await status?.innerText(), words.count(1, all.length), 'the status announces');
  assert.equal(await searchIn(page).inputValue(), 'pied ', 'typed text is left alone');
  assert.equal(await searchIn(page).evaluate((field) => field.matches(':focus')), true);
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await reaches(page, {});
  assert.deepEqual(await namesOf(page), all);
  assert.equal(await page.locator('[aria-busy]').count(), 0);
  assert.ok(await stays());
  assert.deepEqual(faults, []);
});

test('a page brought up to date in place is that of its address without scripts', async () => {
  const { page, faults, stays } = await open(EDITION);
  await searchIn(page).fill('essai');
  await reaches(page, { q: 'essai' });
  await page.getByLabel(words.levelFilter, { exact: true }).selectOption('good');
  await reaches(page, { q: 'essai', niveau: 'good' });
  await page.getByRole('columnheader', { name: 'Satisfaction' }).getByRole('link').click();
  await reaches(page, { q: 'essai', niveau: 'good', tri: '-satisfaction' });
  await page.getByRole('button', { name: messages.shell.filter }).click();
  await reaches(page, { tri: '-satisfaction', q: 'essai', niveau: 'good' });
  assert.ok((await namesOf(page)).length > 1);
  assert.ok(await stays());

  const { page: plain } = await site.visit({ javaScript: false });
  await plain.goto(page.url());
  assert.deepEqual(await stateOf(page), await stateOf(plain));
  assert.deepEqual(faults, []);
});

test('by the keyboard, the focus stays on the column that sorts, and Back undoes what was followed', async () => {
  const { page, faults, stays } = await open(`${EDITION}?q=essai&niveau=good`);
  await tabTo(page, 'Satisfaction');
  for (const [sort, direction] of [
    ['-satisfaction', 'descending'],
    ['satisfaction', 'ascending'],
  ] as const) {
    await page.keyboard.press('Enter');
    await reaches(page, { q: 'essai', niveau: 'good', tri: sort });
    assert.equal((await focused(page))?.text, 'Satisfaction');
    assert.equal(await page.locator('[aria-sort]').getAttribute('aria-sort'), direction);
  }
  const chip = page.locator('.chip').filter({ hasText: 'essai' });
  await chip.focus();
  await page.keyboard.press('Enter');
  await reaches(page, { niveau: 'good', tri: 'satisfaction' });
  assert.equal(await searchIn(page).inputValue(), '');
  assert.notEqual(await focused(page), null, 'the focus is not lost with the link');
  const unfiltered = await namesOf(page);

  await page.goBack();
  await chip.waitFor();
  assert.ok((await namesOf(page)).length < unfiltered.length);
  assert.equal(await searchIn(page).inputValue(), 'essai');
  await page.goForward();
  await chip.waitFor({ state: 'detached' });
  assert.deepEqual(await namesOf(page), unfiltered);
  assert.ok(await stays());
  assert.deepEqual(faults, []);
});

test('an answer that comes late never replaces a later one', async () => {
  const { page, stays } = await open(EDITION);
  const held = Promise.withResolvers<Route>();
  await page.route(/q=e$/, (route) => held.resolve(route));
  await searchIn(page).fill('e');
  const late = await held.promise;
  assert.equal(await page.locator('[aria-busy="true"]').count(), 1);
  await searchIn(page).fill('pied');
  await reaches(page, { q: 'pied' });
  // The request was given up: there may be nobody left to answer.
  await late.continue().catch(() => {});
  await page.unroute(/q=e$/);
  await page.getByRole('columnheader', { name: 'Satisfaction' }).getByRole('link').click();
  await reaches(page, { q: 'pied', tri: '-satisfaction' });
  assert.deepEqual(await namesOf(page), [PLAIN_NAME]);
  assert.ok(await stays());
});

test('where an answer in place fails, the browser goes to the address', async () => {
  const failures: readonly ((route: Route) => Promise<void>)[] = [
    (route) => route.abort(),
    (route) => route.fulfill({ status: 503, contentType: 'text/html', body: 'late' }),
    (route) => route.fulfill({ contentType: 'application/json', body: '{}' }),
    (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>another page</p>' }),
  ];
  for (const fail of failures) {
    const { page, stays } = await open(EDITION);
    await page.route('**/*', (route) =>
      route.request().resourceType() === 'fetch' ? fail(route) : route.continue(),
    );
    await searchIn(page).fill('pied');
    await reaches(page, { q: 'pied' });
    assert.ok(!(await stays()));
    assert.deepEqual(await namesOf(page), [PLAIN_NAME]);
    await page.getByRole('link', { name: messages.shell.clearFilters }).click();
    await reaches(page, {});
    await page.context().close();
  }
});

test('links that lead elsewhere, and those opened apart, are the browser’s own', async () => {
  const { page } = await open(`${EDITION}?q=pied`);
  const clear = page.getByRole('link', { name: messages.shell.clearFilters });
  // Heard after the module: what it left to the browser is told, and a second window is spared.
  await page.evaluate(
    "document.addEventListener('click', (event) => { globalThis.taken = event.defaultPrevented; event.preventDefault(); }, { once: true })",
  );
  await clear.click({ modifiers: ['Control'] });
  assert.equal(await page.evaluate('globalThis.taken'), false);
  assert.deepEqual(queryOf(page), { q: 'pied' });
  await page.getByRole('link', { name: PLAIN_NAME }).click();
  await page.waitForURL(/\/demarches\//);
});

test('another page of a list comes in place, and Back leads to the one before', async () => {
  const { page, faults, stays } = await open(urls.procedures());
  const names = page.locator('main .scroll tbody th a');
  const first = await names.allInnerTexts();
  await page.getByRole('link', { name: messages.shell.nextPage }).click();
  await reaches(page, { page: '2' });
  const second = await names.allInnerTexts();
  assert.ok(second.length > 0 && !second.some((name) => first.includes(name)));
  assert.equal((await focused(page))?.tag, 'section', 'reading goes on from the head of the list');
  await page.goBack();
  await page.locator('[rel="prev"]').waitFor({ state: 'detached' });
  assert.deepEqual(await names.allInnerTexts(), first);
  assert.ok(await stays());
  assert.deepEqual(faults, []);
});

test('the list of organisations too: its own form that compares is replaced with the rows', async () => {
  const { page, faults, stays } = await open(urls.organisations());
  const rows = page.locator('main .scroll tbody tr');
  const all = await rows.count();
  await page.getByRole('search').getByRole('searchbox').fill('DGPR');
  await reaches(page, { q: 'DGPR' });
  const few = await rows.count();
  assert.ok(few > 0 && few < all);
  await page.getByRole('columnheader').getByRole('link').first().click();
  await reaches(page, { q: 'DGPR', tri: 'nom' });
  assert.equal(await rows.count(), few);
  assert.ok(await stays());
  const { page: plain } = await site.visit({ javaScript: false });
  await plain.goto(page.url());
  assert.deepEqual(await stateOf(page), await stateOf(plain));
  assert.deepEqual(faults, []);
});
