import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { axeViolations, openBrowser, type TestBrowser } from '../../../test/support/browser.ts';
import { htmlErrors } from '../../../test/support/html.ts';
import { SHELL, VISIT } from '../../../test/support/shell.ts';
import { LOCALES, type Locale, localisation } from '../i18n/index.ts';
import { externalLink, html, lineChart, page, pageHead, resultsTable } from './index.ts';
import { shownPages } from './pagination.ts';
import { componentSamples } from './samples.ts';

const fr = localisation('fr');
const stylesheet = await readFile(new URL('../../../assets/vigie.css', import.meta.url), 'utf8');

function samplesPage(locale: Locale): string {
  const l = localisation(locale);
  const main = html`${pageHead({ title: 'Composants' })}${componentSamples(l).map(
    ({ name, sample }) => html`<section><h2>${name}</h2>${sample}</section>`,
  )}`;
  const paths = { fr: '/composants', en: '/en/composants' };
  return String(page(l, SHELL, { title: 'Composants', description: 'Composants', paths, main }, VISIT));
}

/** The samples with their stylesheet inside, for a browser that has no server to ask. */
function styledSamples(): string {
  return samplesPage('fr').replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${stylesheet}</style>`);
}

test('every component is valid HTML in both languages, without inline style or script', async () => {
  for (const locale of LOCALES) {
    const document = samplesPage(locale);
    assert.deepEqual(await htmlErrors(document), []);
    assert.doesNotMatch(document, /<script|<style| style=| on[a-z]+=|undefined|\[object|NaN/);
  }
});

test('an address from data becomes a link only when it is http or https', () => {
  for (const address of [
    'javascript:alert(1)',
    'data:text/html,x',
    ' JAVASCRIPT:x',
    '//example.org',
    'ftp://x',
    '',
    null,
  ]) {
    assert.doesNotMatch(String(externalLink(address, 'x')), /href/, `${address}`);
  }
  assert.match(
    String(externalLink('https://example.org/?a=1&b="', 'x')),
    /href="https:\/\/example\.org\/\?a=1&amp;b=&quot;"/,
  );
});

test('what a table of results is given can never become markup', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), async (text) => {
      const hostile = `<b>"'&${text}`;
      const table = resultsTable(fr, {
        caption: hostile,
        rowColumn: { label: hostile, sort: { href: hostile, direction: null } },
        columns: [{ label: hostile, title: hostile }, { label: 'Volume' }],
        dataLang: 'en',
        rows: [
          {
            name: hostile,
            href: hostile,
            detail: hostile,
            note: hostile,
            cells: [
              { status: 'measured', value: hostile, level: 'good' },
              { text: hostile, detail: hostile, isData: true },
            ],
          },
        ],
      });
      assert.equal(String(table).split('<b>').length, 1);
      assert.equal(String(table).split('"\'').length, 1);
    }),
    { numRuns: 50 },
  );
});

test('a missing value shows its status in words, never a zero, and a suspect one draws no level', () => {
  const cells = [
    { status: 'not_reported', value: null, level: 'none' },
    { status: 'insufficient', value: null, level: 'none', n: 12 },
    { status: 'suspect', value: '0,50 %', level: 'none' },
    { status: 'measured', value: '0', level: 'good', n: 0 },
  ] as const;
  const table = String(
    resultsTable(fr, {
      caption: 'c',
      rowColumn: { label: 'r' },
      columns: cells.map((_, i) => ({ label: `${i}` })),
      rows: [{ name: 'x', href: '/x', detail: null, cells }],
    }),
  );
  assert.deepEqual(
    table.match(/<td.*?<\/td>/g)?.map((cell) => cell.replace(/ role="cell" data-label="\d"/, '')),
    [
      '<td class="absent">Non renseigné</td>',
      '<td class="absent">Peu de réponses <small>n\u00a012</small></td>',
      '<td class="suspect">0,50 % <small>Douteux</small></td>',
      '<td class="good">0 <small>Bon</small> <small>n\u00a00</small></td>',
    ],
  );
});

test('a line is not drawn across a gap nor a break of series, and a chart of one point or of none stands', () => {
  const point = (value: number | null, breakReason?: string) => ({
    label: 'T1',
    value,
    text: `${value}`,
    interval: null,
    intervalText: '',
    n: null,
    ...(breakReason && { breakReason }),
  });
  const draw = (points: ReturnType<typeof point>[]) =>
    String(lineChart(fr, { title: 't', points, tickText: String }));
  const drawn = draw([point(1), point(2), point(null), point(3), point(4, 'question'), point(5)]);
  assert.deepEqual(
    [...drawn.matchAll(/class="line" d="([^"]*)"/g)].map(([, d]) => d?.match(/M/g)?.length),
    [2, 1],
  );
  assert.equal(drawn.match(/class="break"/g)?.length, 1);
  for (const points of [[point(5)], [point(null)]]) assert.doesNotMatch(draw(points), /NaN|undefined/);
});

test('pages listed hold the first, the last and this one, in order, and no gap hides a single page', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (a, b) => {
      const [here, last] = [Math.min(a, b), Math.max(a, b)];
      const shown = shownPages(here, last);
      const pages = shown.filter((p) => p !== null);
      for (const p of [1, here, last]) assert.ok(pages.includes(p));
      assert.deepEqual(
        pages,
        pages.toSorted((x, y) => x - y),
      );
      for (const [i, p] of shown.entries()) {
        if (p === null) assert.ok((shown[i + 1] ?? 0) - (shown[i - 1] ?? 0) > 2);
      }
    }),
  );
});

let browser: TestBrowser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

for (const [width, dark] of [
  [1280, false],
  [1280, true],
  [320, false],
  [320, true],
] as const) {
  test(`at ${width} px${dark ? ', dark,' : ''} axe finds nothing and the page does not scroll sideways`, async () => {
    const view = await browser.page({ width, dark });
    await view.setContent(styledSamples());
    assert.deepEqual(await axeViolations(view), []);
    assert.equal(await view.evaluate('document.documentElement.scrollWidth'), width);
    await view.context().close();
  });
}

test('laid out as cards, the table of results is still a table for assistive technology', async () => {
  const view = await browser.page({ width: 360 });
  await view.setContent(styledSamples());
  const table = view.getByRole('table', { name: /octobre 2025/ });
  assert.equal(await table.getByRole('columnheader').count(), 10);
  const row = table.getByRole('row').nth(1);
  assert.equal(await row.getByRole('rowheader').count(), 1);
  assert.equal(await row.getByRole('cell').count(), 9);
  assert.equal(
    await view.evaluate("getComputedStyle(document.querySelector('.results tbody tr')).display"),
    'grid',
  );
  await view.context().close();
});

const A_PAGE = {
  title: 'Essai',
  description: 'Essai',
  paths: { fr: '/essai', en: '/en/essai' },
  main: html`${pageHead({ title: 'Essai' })}`,
};

test('no text of data ends the block that describes a page, and a machine reads it back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), async (name) => {
      const hostile = `${name}</script><script>alert(1)</script><!--`;
      const structured = { '@type': 'Dataset', name: hostile };
      const document = String(await page(fr, SHELL, { ...A_PAGE, structured }, VISIT));
      const [, block = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(document) ?? [];
      const read = JSON.parse(block);
      assert.equal(read.name, hostile);
      assert.equal(read['@context'], 'https://schema.org');
      assert.equal(document.match(/<script/g)?.length, 1);
    }),
  );
});

test('a page of data ends with its files and a citation that leads back to it', async () => {
  const data = {
    formats: ['json', 'csv'] as const,
    cite: { title: 'Essai', edition: { label: 'Octobre 2025', revision: 2 } },
  };
  const told = async (whole: boolean) =>
    String(
      await page(fr, SHELL, { ...A_PAGE, data: { ...data, whole } }, { ...VISIT, query: '?tri=nom&q=é' }),
    );
  const filtered = await told(false);
  for (const href of ['/essai.json?tri=nom&amp;q=é', '/essai.csv?tri=nom&amp;q=%C3%A9&amp;excel=1'])
    assert.ok(filtered.includes(`href="${href}"`), href);
  assert.match(
    filtered,
    /Vigie, «\u00a0Essai\u00a0», édition Octobre 2025, révision 2, consulté le 15 janvier 2026, https:\/\/vigie\.example\/essai\?tri=nom&amp;q=é</,
  );
  assert.ok((await told(true)).includes('href="/essai.csv?excel=1"'));
  assert.deepEqual(await htmlErrors(filtered), []);
});

test('while the store holds a demonstration, every page says so and no engine keeps it', async () => {
  for (const locale of LOCALES) {
    const l = localisation(locale);
    const draw = async (isDemonstration: boolean) =>
      String(await page(l, SHELL, A_PAGE, { ...VISIT, isDemonstration }));
    const shown = await draw(true);
    assert.ok(shown.includes(l.messages.shell.demonstration.label));
    assert.match(shown, /<meta name="robots" content="noindex">/);
    assert.deepEqual(await htmlErrors(shown), []);
    assert.doesNotMatch(await draw(false), /noindex|class="demonstration"/);
  }
});
