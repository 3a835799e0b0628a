/** Every kind of page as readers set it: enlarged, spaced out, in the colours of a contrast theme, on paper. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { found, layoutFaults, overlapFaults, spaceText } from '../support/journey-checks.ts';
import { publishJourneyEditions } from '../support/journey-editions.ts';
import { PAGE_KINDS } from '../support/journey-pages.ts';
import { type JourneySite, openJourneySite } from '../support/journey-site.ts';

let site: JourneySite;
before(async () => {
  site = await openJourneySite(publishJourneyEditions);
});

/** 1,280 × 1,024 px at 400 %. */
const ZOOMED = { width: 320, height: 256 };
/** A sheet of A4 within margins of 12 mm, at 96 px an inch; the stylesheet lays it down for the wide tables. */
const UPRIGHT_SHEET = { width: 703, height: 1032 };
const LYING_SHEET = { width: 1032, height: 703 };

test('at 400 % of zoom every page reads in one column under nothing, and spaced text loses nothing', async () => {
  const { page, faults } = await site.visit(ZOOMED);
  for (const path of frenchPaths()) {
    await page.goto(site.origin + path);
    for (const check of [layoutFaults, overlapFaults]) faults.push(...(await found(page, check, path)));
    const stuck = await page.locator('main *').evaluateAll(
      (elements) =>
        elements.filter((element) => {
          const view = globalThis as unknown as { getComputedStyle(e: unknown): { position: string } };
          return ['fixed', 'sticky'].includes(view.getComputedStyle(element).position);
        }).length,
    );
    if (stuck > 0) faults.push(`${path}: ${stuck} elements stay in a window 256 px high`);

    await spaceText(page);
    for (const width of [1280, ZOOMED.width]) {
      await page.setViewportSize({ ...ZOOMED, width });
      for (const check of [layoutFaults, overlapFaults]) {
        const spaced = await found(page, check, `${path}, spaced, at ${width} px`);
        // A wide table with wider letters may make a wide page scroll: that loses nothing.
        faults.push(...spaced.filter((fault) => width < 1280 || !fault.includes('too wide')));
      }
    }
  }
  assert.deepEqual(faults, []);
});

test('with the forced colours of a contrast theme, levels keep word and shape and all can be read', async () => {
  const { page, faults } = await site.visit({ forcedColors: true, width: 360 });
  for (const path of frenchPaths()) {
    await page.goto(site.origin + path);
    faults.push(...(await found(page, layoutFaults, path)));
    const marks = await page.locator('.level:is(.good, .medium, .poor)').evaluateAll((levels) =>
      levels.map((level) => {
        const view = globalThis as unknown as {
          getComputedStyle(e: unknown, pseudo?: string): { backgroundColor: string; color: string };
          document: { body: unknown };
        };
        const ground = view.getComputedStyle(view.document.body).backgroundColor;
        const { backgroundColor } = view.getComputedStyle(level, '::before');
        const seen = backgroundColor !== ground && view.getComputedStyle(level).color !== ground;
        return seen && (level.textContent ?? '').trim() !== '';
      }),
    );
    if (!marks.every(Boolean)) faults.push(`${path}: a level cannot be seen`);
  }
  assert.deepEqual(faults, []);
});

test('on paper there is no navigation, and tables and figures are whole with the words of their levels', async () => {
  const { page, faults } = await site.visit();
  await page.emulateMedia({ media: 'print' });
  for (const path of frenchPaths()) {
    await page.setViewportSize(UPRIGHT_SHEET);
    await page.goto(site.origin + path);
    if ((await page.locator('.results').count()) > 0) await page.setViewportSize(LYING_SHEET);
    faults.push(...(await found(page, layoutFaults, path)));
    const shown = await page
      .locator('.site-nav, .skip, .filters, .search, .pagination')
      .locator('visible=true')
      .count();
    if (shown > 0) faults.push(`${path}: ${shown} parts are of no use on paper`);
    const scrolling = await page
      .locator('.scroll')
      .evaluateAll(
        (regions) => regions.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1).length,
      );
    if (scrolling > 0) faults.push(`${path}: ${scrolling} tables are cut at the edge of the sheet`);
    const levels = page.locator('.results td:is(.good, .medium, .poor) > small:first-child');
    const words = await levels.count();
    if ((await levels.locator('visible=true').count()) !== words)
      faults.push(`${path}: a level has lost its word`);
  }
  assert.deepEqual(faults, []);
});

/** The first address of each kind. */
function frenchPaths(): string[] {
  return Object.values(PAGE_KINDS).flatMap(({ paths: [path] }) => path ?? []);
}
