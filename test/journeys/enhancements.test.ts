/** What the modules of `assets/` add to pages that are complete without them: exact values, copies; all of it light. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { loadAssets } from '../../src/web/assets.ts';
import { localisation } from '../../src/web/i18n/index.ts';
import { urlsIn } from '../../src/web/urls.ts';
import { axeViolations } from '../support/browser.ts';
import { found, layoutFaults, structureFaults, targetFaults } from '../support/journey-checks.ts';
import { LATEST_EDITION, publishJourneyEditions } from '../support/journey-editions.ts';
import { ADDED, openEnhanced, reaches, stateOf } from '../support/journey-enhanced.ts';
import { type JourneySite, openJourneySite } from '../support/journey-site.ts';

let site: JourneySite;
before(async () => {
  site = await openJourneySite(publishJourneyEditions);
});

const { messages } = localisation('fr');
const urls = urlsIn('fr');
const EDITION = urls.edition(LATEST_EDITION);
const MOST_BYTES = 10_000;

const open = (address: string, options: Parameters<JourneySite['visit']>[0] = {}) =>
  openEnhanced(site, address, options);

/** A chart of the components with the rows of its table. */
async function openChart(options: Parameters<JourneySite['visit']>[0] = {}) {
  const opened = await open(urls.components(), options);
  const chart = opened.page.locator('.chart').first();
  const rows = await chart
    .locator('tbody tr')
    .evaluateAll((trs) => trs.map((tr) => [...tr.children].map((cell) => cell.textContent ?? '')));
  const plot = chart.getByRole('slider');
  await plot.scrollIntoViewIfNeeded();
  return { ...opened, chart, rows, plot, readout: chart.locator('.chart-readout') };
}

/** Every figure of a row of the table is told. */
async function tells(told: string | null, row: readonly string[] | undefined): Promise<void> {
  assert.ok(row !== undefined);
  for (const text of row) assert.ok(told?.includes(text), `"${text}" is not in "${told}"`);
}

test('a chart tells the point under the pointer, then the last one again', async () => {
  const { page, faults, chart, rows, plot, readout } = await openChart({ width: 360 });
  const marker = chart.locator('.marker');
  assert.ok(rows.length > 3);
  await tells(await readout.innerText(), rows.at(-1));
  const box = await chart.locator('svg').boundingBox();
  assert.ok(box !== null);
  for (const at of rows.keys()) {
    const x: number = box.x + ((at + 0.5) * box.width) / rows.length;
    await page.mouse.move(x, box.y + box.height / 2);
    await tells(await readout.innerText(), rows[at]);
    const drawn = await marker.boundingBox();
    assert.ok(
      drawn !== null && Math.abs(drawn.x + drawn.width / 2 - x) < 2,
      `marked at ${drawn?.x}, not ${x}`,
    );
  }
  await page.mouse.move(box.x + 5, box.y + 5);
  await tells(await readout.innerText(), rows[0]);
  await page.mouse.move(0, 0);
  assert.equal(await marker.count(), 0);
  await tells(await readout.innerText(), rows.at(-1));

  // A finger: what it chose stays when it is lifted.
  const finger = { pointerType: 'touch', clientX: box.x + 5, clientY: box.y + 5 };
  for (const type of ['pointerdown', 'pointerleave']) await plot.dispatchEvent(type, finger);
  await tells(await readout.innerText(), rows[0]);
  assert.deepEqual(faults, []);
});

test('a chart is one stop of the keyboard, whose arrows tell each point and Escape leaves it', async () => {
  const { page, faults, chart, rows, plot, readout } = await openChart();
  const marker = chart.locator('.marker');
  await plot.focus();
  assert.equal(await plot.getAttribute('aria-label'), await chart.locator('figcaption').innerText());
  const last = rows.length - 1;
  for (const [key, at] of [
    ['ArrowRight', last],
    ['ArrowLeft', last - 1],
    ['ArrowDown', last - 2],
    ['ArrowUp', last - 1],
    ['Home', 0],
    ['ArrowLeft', 0],
    ['ArrowRight', 1],
    ['End', last],
    ['Home', 0],
  ] as const) {
    await page.keyboard.press(key);
    await tells(await plot.getAttribute('aria-valuetext'), rows[at]);
    await tells(await readout.innerText(), rows[at]);
    assert.equal(await plot.getAttribute('aria-valuenow'), String(at + 1));
    assert.equal(await marker.count(), 1);
  }
  await page.keyboard.press('Escape');
  assert.equal(await marker.count(), 0);
  await tells(await readout.innerText(), rows[last]);
  await page.keyboard.press('Home');
  await page.keyboard.press('Tab');
  assert.equal(await marker.count(), 0);

  await page.emulateMedia({ media: 'print' });
  assert.equal(await readout.isVisible(), false);
  assert.deepEqual(faults, []);
});

/** The citation of a page and its button, in a browser where pages may copy. */
async function openCitation() {
  const opened = await open(EDITION);
  const { page } = opened;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const copy = page.getByRole('button', { name: messages.pageData.copy });
  return { ...opened, copy, said: page.getByText(messages.pageData.copied, { exact: true }) };
}

const copied = (page: Page) => page.evaluate<string>('navigator.clipboard.readText()');
const citationOf = (page: Page): Locator => page.locator('.citation-text');

test('a citation is copied by a button that says so for a moment, and follows the filters', async () => {
  const { page, faults, copy, said } = await openCitation();
  await page.clock.install({ time: 0 });
  // Time stands still but for what is told, however slow the machine.
  await page.clock.pauseAt(600_000);
  await copy.focus();
  await page.keyboard.press('Enter');
  await said.waitFor();
  assert.equal(await copied(page), await citationOf(page).innerText());
  await page.clock.fastForward(2_000);
  assert.equal(await said.count(), 1);
  await page.clock.fastForward(1_001);
  assert.equal(await said.count(), 0);
  await page.clock.resume();

  await page.getByRole('columnheader', { name: 'Satisfaction' }).getByRole('link').click();
  await reaches(page, { tri: '-satisfaction' });
  await copy.click();
  await said.waitFor();
  assert.match(await copied(page), /tri=-satisfaction$/);
  assert.deepEqual(faults, []);
});

test('without a clipboard there is no button to copy, and refused the text is selected', async () => {
  const { page } = await site.visit();
  await page.addInitScript("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
  await page.goto(site.origin + EDITION);
  assert.ok(await citationOf(page).isVisible());
  assert.equal(await page.locator('.copy').count(), 0);

  const { page: refused, copy, said } = await openCitation();
  await refused.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error("refused"))');
  await copy.click();
  const selected = await refused.evaluate<string>('String(getSelection())');
  assert.equal(selected.trim(), await citationOf(refused).innerText());
  assert.equal(await said.count(), 0);
});

test('what is added is accessible at any width, light and dark, and with forced colours', async () => {
  const faults: string[] = [];
  for (const options of [{ width: 320, dark: true }, { width: 1280 }, { width: 360, forcedColors: true }]) {
    for (const address of [EDITION, urls.components()]) {
      const { page, faults: met } = await open(address, options);
      if (address === EDITION) {
        await page.getByLabel(messages.edition.search, { exact: true }).fill('essai');
        await reaches(page, { q: 'essai' });
      } else {
        await page.locator('.plot').first().focus();
        await page.keyboard.press('Home');
        await page.evaluate('scrollTo(0, 0)');
      }
      const where = `${address} at ${options.width} px`;
      const checks = [layoutFaults, structureFaults, targetFaults];
      for (const check of options.forcedColors ? checks : [...checks, axeViolations]) {
        met.push(...(await found(page, check, where)));
      }
      faults.push(...met);
      await page.context().close();
    }
  }
  assert.deepEqual(faults, []);
});

test('without scripts the same page is there, but for what they add', async () => {
  for (const address of [EDITION, urls.components()]) {
    const { page } = await open(address);
    const { page: plain } = await site.visit({ javaScript: false });
    await plain.goto(site.origin + address);
    assert.ok((await page.locator(ADDED).count()) > 0);
    assert.equal(await plain.locator(ADDED).count(), 0);
    assert.deepEqual(await stateOf(page), await stateOf(plain));
  }
});

test('all the modules of the site together weigh 10 kB at most, as they are written', () => {
  // Those of forms and of visits are on no other page, and have budgets of their own.
  const isOfSite = (name: string) => name.endsWith('.js') && !['form.js', 'mesure.js'].includes(name);
  const modules = loadAssets().files.filter(({ name }) => isOfSite(name));
  const bytes = modules.reduce((sum, module) => sum + module.bytes.byteLength, 0);
  assert.ok(modules.length > 0 && bytes <= MOST_BYTES, `${bytes} bytes`);
});
