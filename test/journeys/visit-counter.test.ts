/** People go through a fictional procedure in a browser, by image and by script, with scripts on and off: all is counted. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { readVisits, type VisitFigures } from '../../src/visits/index.ts';
import { openBrowser } from '../support/browser.ts';
import { serveProcedure } from '../support/journey-visits.ts';
import { assertVisitors, serveVisits, TODAY } from '../support/visit-site.ts';
import { dumpVisits } from '../support/visits.sql.ts';

const browser = await openBrowser();
after(() => browser.close());

/** What each person does, page after page; "↺" reloads, "←" goes back. */
const PEOPLE: readonly (readonly string[])[] = [
  ['/', '/commencer', '/identite', '/pieces', '/fin'],
  ['/commencer', '↺', '/identite', '/pieces', '←', '/pieces', '/fin', '↺'],
  ['/commencer', '/identite', '/refus'],
  ['/commencer', '/identite', '/erreur', '/identite', '/pieces'],
  ['/commencer'],
  ['/aide/jean.dupont'],
];

const FUNNEL = [
  ['start', 5],
  ['identite', 4],
  ['pieces', 3],
  ['submitted', 2],
] as const;
/** Pages that were shown, those gone back to included. */
const VIEWS = PEOPLE.flat().length;

type Site = Awaited<ReturnType<typeof serveVisits>>;

async function goThrough(
  page: Page,
  origin: string,
  steps: readonly string[],
  counted: () => Promise<unknown>,
) {
  for (const step of steps) {
    const answered = counted();
    if (step === '↺') await page.reload();
    else if (step === '←') await page.goBack();
    else if (
      page.url().startsWith(origin) &&
      (await page.getByRole('link', { name: step, exact: true }).count()) > 0
    )
      await page.getByRole('link', { name: step, exact: true }).click();
    else await page.goto(`${origin}${step}?courriel=jean@exemple.fr`);
    await answered;
  }
}

async function letPeopleThrough(site: Site, origin: string, javaScript: boolean): Promise<string[]> {
  const complaints: string[] = [];
  for (const [at, steps] of PEOPLE.entries()) {
    const page = await browser.page({ width: 1280, javaScript });
    // Each comes from a network of their own, by the proxy in front.
    await page.context().route(`${site.origin}/**`, (route) =>
      route.continue({
        headers: { ...route.request().headers(), 'x-forwarded-for': `198.51.${at}.9`, 'user-agent': AGENT },
      }),
    );
    page.on('console', (message) => complaints.push(message.text()));
    page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
    // To its end: leaving the page before that would be told as a request that failed.
    const counted = async () => {
      const isCount = (url: string) => /\/mesure\/[a-z0-9]{10}/.test(url);
      const answer = await page.waitForResponse((one) => isCount(one.url()) && one.ok());
      await answer.finished();
    };
    await goThrough(page, origin, steps, counted);
    assert.deepEqual(await page.context().cookies(), []);
    assert.deepEqual((await page.context().storageState()).origins, []);
    await page.context().close();
  }
  return complaints;
}

const AGENT =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';

function assertExact(figures: VisitFigures): void {
  assert.equal(figures.visits, PEOPLE.length);
  assertVisitors(figures, PEOPLE.length);
  assert.equal(figures.views, VIEWS);
  assert.deepEqual(
    figures.funnel.map(({ step, visits }) => [step, visits]),
    FUNNEL,
  );
  assert.deepEqual([figures.submitted, figures.refused, figures.errors], [2, 1, 1]);
  assert.deepEqual(figures.completion, { numerator: 3, denominator: 5 });
  assert.equal(figures.duration?.n, 2);
  assert.deepEqual(figures.byDevice, [{ value: 'desktop', visits: PEOPLE.length, views: VIEWS }]);
  assert.deepEqual([figures.robots, figures.optedOut], [0, 0]);
}

for (const [format, javaScript] of [
  ['image', true],
  ['image', false],
  ['script', true],
  ['script', false],
] as const) {
  test(`by ${format}, scripts ${javaScript ? 'on' : 'off'}, a procedure is counted to the unit`, async (t) => {
    const procedure = await serveProcedure(t);
    const site = await serveVisits(t, { origins: [procedure.origin] });
    procedure.bear(site.counter, site.origin, format);
    const complaints = await letPeopleThrough(site, procedure.origin, javaScript);
    assert.deepEqual(
      complaints.filter((one) => !one.includes('favicon')),
      [],
    );
    await site.visits.flush();
    const figures = await readVisits(site.db, [site.counter.subjectId], TODAY);
    assertExact(figures);
    const byScript = format === 'script' && javaScript;
    assert.deepEqual(figures.byPage, byScript ? [{ value: '/aide', visits: 1, views: 1 }] : []);
    assert.deepEqual(
      figures.byReferrer.map(({ value }) => value),
      [byScript ? 'none' : 'unknown'],
    );
    assert.doesNotMatch(await dumpVisits(site.db), /jean|exemple|185057|198\.51/);
  });
}

test('a page that changes step by itself says so by an event', async (t) => {
  const procedure = await serveProcedure(t);
  const site = await serveVisits(t, { origins: [procedure.origin] });
  procedure.bear(site.counter, site.origin, 'script');
  const page = await browser.page({ width: 1280 });
  await page
    .context()
    .route(`${site.origin}/**`, (route) =>
      route.continue({ headers: { ...route.request().headers(), 'user-agent': AGENT } }),
    );
  const counted = () => page.waitForResponse((answer) => answer.status() === 204);
  const shown = counted();
  await page.goto(`${procedure.origin}/commencer`);
  await shown;
  const ended = counted();
  await page.evaluate("document.dispatchEvent(new CustomEvent('vigie', { detail: 'submitted' }))");
  await ended;
  await site.visits.flush();
  const { completion } = await readVisits(site.db, [site.counter.subjectId], TODAY);
  assert.deepEqual(completion, { numerator: 1, denominator: 1 });
  await page.context().close();
});

test('a browser that asks not to be followed is not counted; a site that is not registered is refused', async (t) => {
  const procedure = await serveProcedure(t);
  const site = await serveVisits(t, { origins: [procedure.origin] });
  const other = await serveVisits(t);
  const page = await browser.page({ width: 1280 });
  await page.context().setExtraHTTPHeaders({ 'sec-gpc': '1', 'user-agent': AGENT });
  procedure.bear(site.counter, site.origin, 'image');
  const shown = page.waitForResponse((answer) => answer.url().includes('/mesure/') && answer.ok());
  await page.goto(`${procedure.origin}/commencer`);
  await shown;
  procedure.bear(other.counter, other.origin, 'image');
  const refused = page.waitForEvent('requestfailed', (request) => request.url().includes('/mesure/'));
  await page.goto(`${procedure.origin}/commencer`);
  await refused;
  assert.match(await other.metrics.text(), /vigie_visits_refused\{reason="origin"\} 1/);
  assert.ok(
    await page.getByRole('heading', { name: 'start' }).isVisible(),
    'the page is none the worse for it',
  );
  await site.visits.flush();
  await other.visits.flush();
  const figures = await readVisits(site.db, [site.counter.subjectId], TODAY);
  assert.deepEqual([figures.optedOut, figures.views], [1, 0]);
  assert.equal((await readVisits(other.db, [other.counter.subjectId], TODAY)).days, 0);
  await page.context().close();
});
