/** "How do the procedures of this ministry do?" and "give me the data": all of it without scripts. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { localisation } from '../../src/web/i18n/index.ts';
import { urlsIn } from '../../src/web/urls.ts';
import { LATEST_EDITION, publishJourneyEditions, SUSTAINED_MINISTRY } from '../support/journey-editions.ts';
import { type JourneySite, openJourneySite } from '../support/journey-site.ts';

let site: JourneySite;
before(async () => {
  site = await openJourneySite(publishJourneyEditions);
});

const { messages } = localisation('fr');
const words = messages.edition;
const ADDRESS = urlsIn('fr').edition(LATEST_EDITION);

type Published = {
  procedures: {
    name: string;
    ministry: string;
    results: { satisfaction: { level: string; value: unknown } };
  }[];
};

async function openEdition(query = ''): Promise<{ page: Page; faults: string[] }> {
  const visit = await site.visit({ javaScript: false });
  await visit.page.goto(site.origin + ADDRESS + query);
  return visit;
}

const namesOf = (page: Page) => page.locator('.results tbody th a').allInnerTexts();
const queryOf = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);
const sortedBy = (page: Page) =>
  page.locator('[aria-sort]').evaluateAll((heads) => heads.map((head) => head.getAttribute('aria-sort')));

/** The column of satisfaction from the top: marks as numbers, null where there is none. */
async function marks(page: Page): Promise<(number | null)[]> {
  const cells = await page.locator('.results tbody td:nth-child(3)').allInnerTexts();
  return cells.map((cell) => {
    const mark = /^\d+,\d/.exec(cell)?.[0];
    return mark === undefined ? null : Number(mark.replace(',', '.'));
  });
}

async function published(page: Page): Promise<Published> {
  return (await page.request.get(`${site.origin}${ADDRESS}.json`)).json();
}

test('the procedures of a ministry that do well are found through the form, and counted', async () => {
  const { page, faults } = await openEdition();
  const { procedures } = await published(page);
  await page.getByLabel(words.ministry).selectOption(SUSTAINED_MINISTRY);
  await page.getByLabel(messages.methodology.criterion, { exact: true }).selectOption('satisfaction');
  await page.getByLabel(words.levelFilter, { exact: true }).selectOption(messages.levels.good);
  await page.getByRole('button', { name: messages.shell.filter }).click();

  const ofMinistry = procedures.filter(({ ministry }) => ministry === SUSTAINED_MINISTRY);
  const expected = ofMinistry.filter(({ results }) => results.satisfaction.level === 'good');
  assert.ok(expected.length > 1 && expected.length < ofMinistry.length);
  assert.deepEqual(
    await namesOf(page),
    expected.map(({ name }) => name),
  );
  const announced = await page.getByRole('status').allInnerTexts();
  assert.deepEqual(announced, [words.count(expected.length, procedures.length)]);

  // A chip removes its own filter and no other.
  const chips = page.locator('.active-filters .chip');
  assert.equal(await chips.count(), 3);
  await chips.filter({ hasText: messages.levels.good }).click();
  assert.deepEqual(queryOf(page), { ministere: SUSTAINED_MINISTRY, critere: 'satisfaction' });
  const levelled = ofMinistry.filter(({ results }) => results.satisfaction.level !== 'none');
  assert.ok(levelled.length < ofMinistry.length);
  assert.equal((await namesOf(page)).length, levelled.length);
  await page.getByRole('link', { name: messages.shell.clearFilters }).click();
  assert.equal((await namesOf(page)).length, procedures.length);
  assert.deepEqual(faults, []);
});

test('a column sorts both ways, says so, and leaves what is unknown last', async () => {
  const { page } = await openEdition('?q=essai');
  assert.deepEqual(await sortedBy(page), []);
  const head = page.getByRole('columnheader', { name: 'Satisfaction' });
  for (const [direction, sign] of [
    ['descending', -1],
    ['ascending', 1],
    ['descending', -1],
  ] as const) {
    await head.getByRole('link').click();
    assert.equal(await head.getAttribute('aria-sort'), direction);
    assert.deepEqual(await sortedBy(page), [direction]);
    const shown = await marks(page);
    const known = shown.filter((mark) => mark !== null);
    assert.ok(known.length > 10 && known.length < shown.length);
    assert.deepEqual(
      known,
      known.toSorted((a, b) => sign * (a - b)),
      direction,
    );
    assert.ok(
      shown.slice(known.length).every((mark) => mark === null),
      `${direction}: an unknown mark is not last`,
    );
    assert.equal(queryOf(page).q, 'essai');
  }

  // Filtering keeps the order; going back restores what was there.
  const before = { names: await namesOf(page), url: page.url() };
  await page.getByLabel(words.ministry).selectOption(SUSTAINED_MINISTRY);
  await page.getByRole('button', { name: messages.shell.filter }).click();
  assert.equal(queryOf(page).tri, '-satisfaction');
  assert.ok((await namesOf(page)).length < before.names.length);
  await page.goBack();
  assert.deepEqual({ names: await namesOf(page), url: page.url() }, before);
});

test('an address alone gives the same rows and the same form to whoever opens it', async () => {
  const query = `?q=essai&ministere=${encodeURIComponent(SUSTAINED_MINISTRY)}&critere=satisfaction&niveau=medium&tri=-satisfaction`;
  const [first, second] = [await openEdition(query), await openEdition(query)];
  assert.ok((await namesOf(first.page)).length > 1);
  assert.deepEqual(await namesOf(first.page), await namesOf(second.page));
  assert.equal(await first.page.getByLabel(words.ministry, { exact: true }).inputValue(), SUSTAINED_MINISTRY);
  assert.equal(await first.page.getByLabel(words.levelFilter, { exact: true }).inputValue(), 'medium');
  assert.equal(await first.page.getByLabel(words.search).inputValue(), 'essai');
});

test('a filter that keeps nothing says so and how to go on', async () => {
  const { page } = await openEdition('?q=zzzz');
  assert.ok(await page.getByText(words.emptyRemedy).isVisible());
  await page.locator('.empty').getByRole('link').click();
  assert.ok((await namesOf(page)).length > 0);
});

test('an address with a value that does not exist gives a page with the remedy', async () => {
  const { page } = await site.visit({ javaScript: false });
  for (const query of ['?niveau=excellent', '?critere=__proto__', '?tri=--nom']) {
    const answer = await page.goto(site.origin + ADDRESS + query);
    assert.equal(answer?.status(), 400, query);
    assert.equal(
      await page.getByRole('heading', { level: 1 }).innerText(),
      messages.errors.titles.InvalidInput,
    );
    assert.ok(await page.getByText(messages.errors.remedies.InvalidInput).isVisible());
  }
  await page.getByRole('main').getByRole('link').first().click();
  assert.ok(page.url().startsWith(site.origin));
});

test('the files of an edition are those of its manifest, at its address and at that of its revision', async () => {
  const { page } = await openEdition();
  const follow = async (link: string) => {
    const href = await page.getByRole('link', { name: link, exact: true }).getAttribute('href');
    return page.request.get(site.origin + href);
  };
  const manifest: { files: { path: string; bytes: number; sha256: string }[] } = await (
    await follow(words.manifest)
  ).json();
  assert.equal(manifest.files.length, 4, 'two revisions, each as JSON and CSV');
  for (const [format, type] of [
    ['JSON', 'application/json'],
    ['CSV', 'text/csv'],
  ] as const) {
    const answer = await follow(messages.shell.downloadAs(format));
    assert.ok(answer.headers()['content-type']?.startsWith(type));
    const body = await answer.body();
    const listed = manifest.files.find(({ path }) => path.endsWith(`.${format.toLowerCase()}`));
    assert.equal(createHash('sha256').update(body).digest('hex'), listed?.sha256, format);
    assert.equal(body.length, listed?.bytes);
    const revision = await page.request.get(site.origin + (listed?.path ?? ''));
    assert.deepEqual(await revision.body(), body);
  }
});
