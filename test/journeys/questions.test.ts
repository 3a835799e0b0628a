/** The four questions that readers come with, each answered on the demonstration by every kind of reader. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { localisation } from '../../src/web/i18n/index.ts';
import { urlsIn } from '../../src/web/urls.ts';
import { load } from '../support/demonstration.ts';
import { READERS, type Reader } from '../support/journey-reader.ts';
import { type JourneySite, openJourneySite } from '../support/journey-site.ts';

let site: JourneySite;
before(async () => {
  site = await openJourneySite(async (db) => {
    assert.ok(await load(db));
  });
});

const { messages, number } = localisation('fr');
const urls = urlsIn('fr');
const LATEST = 'demo-2026-t3';
const EARLIER = 'demo-2026-t2';
const FIRST = 'Démo T4 2025';

function ask(question: string, answer: (reader: Reader) => Promise<void>): void {
  for (const [how, open] of Object.entries(READERS)) {
    test(`${question} (${how})`, async () => {
      const reader = await open(site);
      await reader.page.goto(site.origin + urls.home());
      await answer(reader);
      assert.deepEqual(reader.faults, []);
      await reader.page.context().close();
    });
  }
}

async function json(page: Page, address: string) {
  return (await page.request.get(`${site.origin}${address}.json`)).json();
}

/** The text of a part of the page, its spaces made plain. */
async function textOf(page: Page, selector = 'main'): Promise<string> {
  return (await page.locator(selector).first().innerText()).replaceAll(/\s+/g, ' ');
}

ask('is my procedure online and does it work?', async (reader) => {
  const { page } = reader;
  // In the plural, without its accent, with an error.
  await reader.ask(messages.home.searchProcedure, 'alocations de foyers', /\/demarches\?/);
  assert.match(await textOf(page, '[role=status]'), /^\d démarches? sur 62/);
  await reader.follow('Demande d’allocation de foyer', /\/demarches\/demo2-/);

  const { results } = await json(page, '/demarches/demo2-x');
  const latest = results.find(
    (one: { edition: string; criterion: string }) =>
      one.edition === LATEST && one.criterion === 'satisfaction',
  );
  const head = await textOf(page, '.page-head');
  const mark = Math.floor(latest.result.value * 100) / 100;
  assert.ok(head.includes('Se fait en ligne, de bout en bout.'), head);
  assert.ok(
    head.includes(
      `Satisfaction : ${number(mark)} / 10 (${number(latest.result.n)} avis)`.replaceAll(/\s/g, ' '),
    ),
    head,
  );
  assert.match(head, /Disponible \d+,\d+ % du temps/);

  const source = page.locator('#satisfaction').getByText(messages.procedure.formula, { exact: true });
  assert.equal(await source.isVisible(), false);
  await reader.unfold(`${messages.procedure.whyThisFigure} Satisfaction des usagers`);
  assert.equal(await source.isVisible(), true);
});

ask('how does this ministry do, and since when?', async (reader) => {
  const { page } = reader;
  await reader.follow(messages.shell.organisations, /\/administrations$/);
  await reader.ask(messages.organisations.list.search, 'concorde', /q=concorde/);
  await reader.follow('Ministère de la Concorde civile', /\/administrations\/ministere-concorde$/);

  const { aggregate, whole, series } = await json(page, '/administrations/ministere-concorde');
  const told = await textOf(page);
  for (const { reaching } of [aggregate.criteria.accessibility, whole.criteria.accessibility]) {
    const { numerator, denominator } = reaching.by_number;
    assert.ok(told.includes(`${numerator} sur ${denominator}`), `${numerator} of ${denominator}`);
  }
  assert.equal(series.length, 4);
  assert.ok(told.includes(FIRST), 'the history does not reach the first edition');
});

ask('what changed this quarter?', async (reader) => {
  const { page } = reader;
  type Changed = { kind: string; better: boolean | null; procedure: { name: string } };
  const { changes } = (await json(page, `/editions/${LATEST}/comparaison/${EARLIER}`)) as {
    changes: Changed[];
  };
  const better = changes.filter((change) => change.better === true);
  const worse = changes.filter((change) => change.better === false);
  assert.ok(better.length > 0 && worse.length > 0);
  const home = await textOf(page);
  const [best, worst] = [better, worse].map((list) =>
    list.filter(({ procedure }) => home.includes(procedure.name)),
  );
  assert.ok(best && worst && best.length > 0 && worst.length > 0, 'the home page names none of them');

  await reader.follow(messages.home.seeComparison, /\/comparaison\//);
  const comparison = await textOf(page);
  for (const [change] of [best, worst]) {
    const { name } = change?.procedure ?? assert.fail();
    assert.ok(comparison.includes(name), name);
  }

  await page.goto(site.origin + urls.home());
  await reader.follow(messages.home.readArticle, /\/article$/);
  assert.ok((await page.locator('main p a').count()) > 5, 'the article does not prove what it says');
});

ask('give me the data', async (reader) => {
  const { page } = reader;
  await reader.follow(messages.shell.data, /\/donnees$/);
  const words = messages.texts.data.rows.edition;
  const example = page.getByRole('link', { name: `JSON – ${words}`, exact: true });
  const published = await page.request.get(site.origin + (await example.getAttribute('href')));
  assert.equal((await published.json()).edition.slug, LATEST);

  await reader.follow(messages.shell.editions, /\/editions$/);
  await reader.follow('Démo T3 2026', new RegExp(`/editions/${LATEST}$`));
  const { files } = await json(page, `/editions/${LATEST}/manifest`);
  for (const format of ['JSON', 'CSV']) {
    const link = page
      .locator('.page-data')
      .getByRole('link', { name: messages.shell.downloadAs(format), exact: true });
    const body = await (await page.request.get(site.origin + (await link.getAttribute('href')))).body();
    const listed = files.find(({ path }: { path: string }) => path.endsWith(`.${format.toLowerCase()}`));
    assert.equal(createHash('sha256').update(body).digest('hex'), listed.sha256, format);
  }
  const forSpreadsheets = messages.shell.downloadAs(messages.pageData.excel);
  const href = await page.getByRole('link', { name: forSpreadsheets }).getAttribute('href');
  const sheet = await (await page.request.get(site.origin + href)).text();
  assert.match(sheet, /^\ufeffedition;revision;/);
  const citation = await textOf(page, '.citation-text');
  assert.match(citation, /^Vigie, édition Démo T3 2026, révision 1, consulté le 15 janvier 2026, http/);
});
