/** Every figure of the article of 2017 and of the announcement of 2020 is on a page, as people say it and exact. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { Decimal } from 'decimal.js';
import { fixedClock } from '../src/core/clock.ts';
import { readCsv } from '../src/core/csv.ts';
import type { App } from '../src/core/http/context.ts';
import { loadShippedFigures } from '../src/observations/index.ts';
import { wordFigure } from '../src/web/figure-words.ts';
import { LOCALES } from '../src/web/i18n/index.ts';
import { openData } from '../src/web/open-data/routes.ts';
import { publicSite } from '../src/web/public/routes.ts';
import { createApp } from '../src/web/server.ts';
import { LOCALE_PREFIXES } from '../src/web/urls.ts';
import { testDatabase } from './support/database.ts';
import { appOptions } from './support/http.ts';
import { plain, readPage } from './support/page-words.ts';
import { sharedFigures } from './support/shared-data.ts';

let shipped: App;
before(async () => {
  const store = await testDatabase();
  await store.transaction((tx) => loadShippedFigures(tx, fixedClock('2026-01-15T12:00:00Z')));
  shipped = createApp(appOptions(store, [publicSite, openData]));
});

type Cells = Readonly<Record<string, string>>;

/** The lines of a file of figures of `data/figures.csv`. */
function linesOf(bytes: Uint8Array): Cells[] {
  return readCsv(bytes).rows.map(({ cells }) => cells as Cells);
}

const pages = new Map<string, string>();

/** A page of the shipped figures, read once. */
async function shippedPage(address: string): Promise<string> {
  const known = pages.get(address) ?? (await readPage(shipped, address));
  pages.set(address, known);
  return known;
}

/** Each line is a row of the page of its indicator: its service, then its words, then its exact value. */
async function findEach(lines: readonly Cells[]): Promise<void> {
  assert.equal(lines.length, 58);
  for (const { id, subject = '', indicator = '', unit, value = '', qualifier } of lines) {
    const isAbsent = qualifier === 'not_reported';
    const number = unit === 'percent' ? new Decimal(value || 0).div(100) : new Decimal(value || 0);
    for (const locale of LOCALES) {
      const figure = {
        indicator,
        status: isAbsent ? ('not_reported' as const) : ('declared' as const),
        value: isAbsent ? null : number.toNumber(),
        qualifier: isAbsent ? ('exact' as const) : (qualifier as 'exact'),
      };
      const { told: words, exact } = wordFigure(figure, locale);
      const page = await shippedPage(`${LOCALE_PREFIXES[locale]}/usages/${indicator}`);
      const rows = page.split(` ${subject} `).slice(1);
      const row = plain(` ${words} ${exact ?? '–'} `);
      assert.ok(
        rows.some((one) => one.slice(0, 400).includes(row)),
        `${id} (${locale}): ${row}`,
      );
    }
  }
}

test('each of the 58 figures that the project ships is on its page, in words and exact, French and English', async () => {
  await findEach(linesOf(readFileSync(new URL('../data/figures.csv', import.meta.url))));
});

test('so is each of the 58 figures of the seed file', async (t) => {
  const bytes = sharedFigures(t, 'seed-figures.csv');
  if (bytes !== null) await findEach(linesOf(bytes));
});

test('the figure that the article does not give is told as not reported: neither 0 nor blank', async () => {
  const page = await shippedPage('/usages/share');
  assert.match(
    page,
    /les services numériques sont avancés Pays : Allemagne non communiqué – .*le chiffre n’est pas donné/,
  );
  assert.match(await shippedPage('/en/usages/share'), /Germany not reported –/);
  const { series } = (await (await shipped.request('/usages/share.json')).json()) as {
    series: {
      dimensions: { country?: string; answer: string };
      figures: { status: string; value: unknown }[];
    }[];
  };
  const germany = series.find(
    ({ dimensions }) => dimensions.country === 'DE' && dimensions.answer.includes('advanced'),
  );
  assert.deepEqual(
    germany?.figures.map(({ status, value }) => [status, value]),
    [['not_reported', null]],
  );
});

test('a year is told beside another: every difference of declared values is a change', async () => {
  const page = await readPage(shipped, '/usages?annee=2017');
  assert.match(
    page,
    /Comptes 27,5 millions de comptes Valeur exacte : 27 500 000 \+4 millions \(\+17 %\) par rapport à 2016 : 23,5 millions/,
  );
  assert.match(
    page,
    /Foyers qui déclarent en ligne plus de 20 millions de foyers Valeur exacte : 20 000 000/,
  );
  assert.match(page, /Source : Article sur les indicateurs d’usage/);
  const english = await readPage(shipped, '/en/usages?annee=2017');
  assert.match(english, /\+4 million \(\+17%\) compared with 2016: 23\.5 million/);
  const alone = await readPage(shipped, '/usages?annee=2017&comparer=');
  assert.doesNotMatch(alone, /par rapport à 2016 : 23,5/);
  const filtered = await readPage(shipped, '/usages?annee=2017&q=ameli&indicateur=accounts');
  assert.match(filtered, /Ameli\.fr Comptes 27,5 millions/);
  assert.doesNotMatch(filtered, /Caf\.fr/);
});

test('shares of devices are one bar, and what the source does not give is no zero', async () => {
  assert.match(
    await shippedPage('/usages/view_share'),
    /ordinateur 54,9 % téléphone 37,4 % tablette 7,6 % Total des parts : 99,9 %/,
  );
  assert.match(
    await shippedPage('/usages/visit_share'),
    /téléphone 40 % non précisé par la source – .*ne donne pas les autres/,
  );
});
