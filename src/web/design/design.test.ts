import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { axeViolations, openBrowser, type TestBrowser } from '../../../test/support/browser.ts';
import { htmlErrors } from '../../../test/support/html.ts';
import { LOCALES, type Locale, localisation } from '../i18n/index.ts';
import { externalLink, html, lineChart, page, pageHead, resultsTable } from './index.ts';
import { shownPages } from './pagination.ts';
import { componentSamples } from './samples.ts';

const fr = localisation('fr');
const stylesheet = await readFile(new URL('../../../assets/vigie.css', import.meta.url), 'utf8');

function samplesPage(locale: Locale): string {
  const l = localisation(locale);
  const shell = {
    origin: 'https://vigie.example',
    stylesheet: '/vigie.css',
    icon: '/vigie.svg',
    home: '/',
    navigation: [{ href: '/editions', label: l.messages.shell.editions }],
    footer: [{ href: '/accessibilite', label: l.messages.shell.accessibility }],
  };
  const main = html`${pageHead({ title: 'Composants' })}${componentSamples(l).map(
    ({ name, sample }) => html`<section><h2>${name}</h2>${sample}</section>`,
  )}`;
  const paths = { fr: '/composants', en: '/en/composants' };
  return String(page(l, shell, { title: 'Composants', description: 'Composants', paths, main }));
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
        columns: [{ label: hostile, title: hostile }],
        rows: [
          {
            name: hostile,
            href: hostile,
            detail: hostile,
            cells: [{ status: 'measured', value: hostile, level: 'good' }],
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
  assert.equal(await table.getByRole('columnheader').count(), 9);
  const row = table.getByRole('row').nth(1);
  assert.equal(await row.getByRole('rowheader').count(), 1);
  assert.equal(await row.getByRole('cell').count(), 8);
  assert.equal(
    await view.evaluate("getComputedStyle(document.querySelector('.results tbody tr')).display"),
    'grid',
  );
  await view.context().close();
});
