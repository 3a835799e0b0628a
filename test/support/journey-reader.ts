/** Readers who do the same by other means: with a pointer, on a phone, without scripts, by the keyboard alone. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { PageOptions } from './browser.ts';
import { tab, tabTo } from './journey-keyboard.ts';
import type { JourneySite } from './journey-site.ts';

export type Reader = {
  readonly page: Page;
  /** What the console and the network complained of. */
  readonly faults: readonly string[];
  /** Follows the link that has these words, and waits for the address it leads to. */
  follow(words: string, address: RegExp): Promise<void>;
  /** Types in the field of this label, sends its form, and waits for the address. */
  ask(label: string, text: string, address: RegExp): Promise<void>;
  /** Unfolds what is under these words. */
  unfold(words: string): Promise<void>;
};

/** By how they are called in the name of a test. */
export const READERS: Readonly<Record<string, (site: JourneySite) => Promise<Reader>>> = {
  'with a mouse': (site) => pointing(site, { width: 1280 }),
  'on a phone': (site) => pointing(site, { width: 360 }),
  'without scripts': (site) => pointing(site, { width: 1280, javaScript: false }),
  'on a phone, without scripts': (site) => pointing(site, { width: 360, javaScript: false }),
  'by the keyboard alone': (site) => typing(site, { width: 1280 }),
};

async function pointing(site: JourneySite, options: PageOptions): Promise<Reader> {
  const { page, faults } = await site.visit(options);
  return {
    page,
    faults,
    async follow(words, address) {
      await page.getByRole('link', { name: words, exact: true }).first().click();
      await page.waitForURL(address);
    },
    async ask(label, text, address) {
      const field = page.getByLabel(label, { exact: true });
      await field.fill(text);
      await page.locator('form').filter({ has: field }).getByRole('button').first().click();
      await page.waitForURL(address);
    },
    unfold: (words) => page.getByText(words, { exact: true }).first().click(),
  };
}

async function typing(site: JourneySite, options: PageOptions): Promise<Reader> {
  const { page, faults } = await site.visit(options);
  return {
    page,
    faults,
    async follow(words, address) {
      await tabTo(page, words);
      await page.keyboard.press('Enter');
      await page.waitForURL(address);
    },
    async ask(label, text, address) {
      const named = page.getByLabel(label, { exact: true });
      const isThere = () => named.evaluate((field) => field.matches(':focus'));
      while (!(await isThere())) assert.ok(await tab(page), `"${label}" is not met by the keyboard`);
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
      await page.waitForURL(address);
    },
    async unfold(words) {
      await tabTo(page, words);
      await page.keyboard.press('Space');
    },
  };
}
