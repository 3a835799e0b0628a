/** Every kind of page, in each language, at each width, light and dark: what must hold everywhere. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { localeOf } from '../../src/web/urls.ts';
import { axeViolations } from '../support/browser.ts';
import {
  focusFaults,
  found,
  layoutFaults,
  overlapFaults,
  structureFaults,
  targetFaults,
} from '../support/journey-checks.ts';
import { publishJourneyEditions } from '../support/journey-editions.ts';
import { EVERY_COMPONENT, PAGE_KINDS } from '../support/journey-pages.ts';
import { type JourneySite, openJourneySite } from '../support/journey-site.ts';

let site: JourneySite;
before(async () => {
  site = await openJourneySite(publishJourneyEditions);
});

const WIDTHS = [320, 360, 768, 1280];
/** axe is slow: of each kind it sees both layouts, both palettes and both languages, in two runs… */
const AXE_RUNS = {
  fr: [{ width: 320, colorScheme: 'dark' }],
  en: [{ width: 1280, colorScheme: 'light' }],
} as const;
/** …and the other pairs where every component stands. */
const OTHER_AXE_RUNS = [
  { width: 320, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const;
/** Budget of a public page, compressed, with its files. */
const MOST_BYTES = 100_000;

/** Bytes that the network carried for a page and its files, compressed as they came, headers included. */
async function weigh(page: Page, open: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await open();
  await session.detach();
  return bytes;
}

for (const [kind, { paths, status = 200 }] of Object.entries(PAGE_KINDS)) {
  test(`${kind}: whole, light and accessible in both languages`, async () => {
    const { page, faults } = await site.visit();
    for (const path of paths) {
      const axeRuns = [...AXE_RUNS[localeOf(path)], ...(kind === EVERY_COMPONENT ? OTHER_AXE_RUNS : [])];
      const bytes = await weigh(page, async () => {
        const answer = await page.goto(site.origin + path);
        assert.equal(answer?.status(), status, path);
      });
      if (bytes === 0 || bytes > MOST_BYTES) faults.push(`${path} weighs ${bytes} bytes`);
      faults.push(...(await found(page, structureFaults, path)));
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        const where = `${path} at ${width} px`;
        for (const check of [layoutFaults, overlapFaults, targetFaults]) {
          faults.push(...(await found(page, check, where)));
        }
      }
      faults.push(...(await found(page, focusFaults, path)));
      for (const { width, colorScheme } of axeRuns) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        faults.push(...(await found(page, axeViolations, `${path} at ${width} px, ${colorScheme}`)));
      }
    }
    await page.context().close();
    assert.deepEqual(faults, []);
  });
}
