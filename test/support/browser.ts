/** A real browser for journeys: the one of the packages, without sandbox, for it is only ever shown our own pages. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { findChromium, launchChromium } from '../../src/core/chromium.ts';

export type PageOptions = {
  /** Of the viewport, in CSS pixels. */
  width: number;
  height?: number;
  /** What the browser asks for in `Accept-Language`; `fr-FR` unless told. */
  locale?: string;
  /** False for a browser without scripts. */
  javaScript?: boolean;
  dark?: boolean;
  reducedMotion?: boolean;
  forcedColors?: boolean;
};

export type TestBrowser = {
  /** A page of its own context: no cookie, cache or history is shared with another. */
  page(options: PageOptions): Promise<Page>;
  close(): Promise<void>;
};

/** Beyond what a machine busy with other tests needs; who waits for what comes never sees it. */
const PATIENCE_MS = 180_000;

/** Opens a browser; close it at the end of the file's tests. */
export async function openBrowser(): Promise<TestBrowser> {
  const options = { proxy: null, debuggingPort: null, isSandboxed: false };
  const browser = await launchChromium(await findChromium(null), options);
  return {
    async page(options) {
      const context = await browser.newContext({
        viewport: { width: options.width, height: options.height ?? 900 },
        locale: options.locale ?? 'fr-FR',
        timezoneId: 'Europe/Paris',
        javaScriptEnabled: options.javaScript ?? true,
        colorScheme: options.dark ? 'dark' : 'light',
        reducedMotion: options.reducedMotion ? 'reduce' : 'no-preference',
        forcedColors: options.forcedColors ? 'active' : 'none',
      });
      context.setDefaultTimeout(PATIENCE_MS);
      return context.newPage();
    },
    close: () => browser.close(),
  };
}

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const AXE_OPTIONS: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations'],
};

/** What axe finds against WCAG 2.2 A and AA, one line a faulty element; the page must allow scripts. */
export async function axeViolations(page: Page): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in globalThis);
  if (!isThere) await page.evaluate(await axeSource);
  const { violations } = await page.evaluate(
    (options) =>
      (globalThis as unknown as { axe: { run(o: unknown): Promise<AxeResults> } }).axe.run(options),
    AXE_OPTIONS as unknown as Record<string, never>,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} — ${node.target.join(' ')} — ${node.html.slice(0, 160)}`),
  );
}
