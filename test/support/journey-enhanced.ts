/** Pages that the modules of `assets/` enhance: opened so that a navigation shows, and told without what is added. */
import type { Page } from 'playwright-core';
import type { JourneySite } from './journey-site.ts';

/** What the modules add to a page. */
export const ADDED = '.copy, .copied, .chart-readout';

/** A page in which a later navigation shows: `stays` is false once the document is another one. */
export async function openEnhanced(
  site: JourneySite,
  address: string,
  options: Parameters<JourneySite['visit']>[0] = {},
) {
  const { page, faults } = await site.visit(options);
  await page.goto(site.origin + address);
  await page.evaluate('globalThis.isFirstDocument = true');
  const stays = () => page.evaluate<boolean>('globalThis.isFirstDocument === true');
  return { page, faults, stays };
}

/** Waits until the address asks for this and nothing else. */
export function reaches(page: Page, query: Record<string, string>): Promise<void> {
  return page.waitForURL((url) => String(new URLSearchParams(query)) === String(url.searchParams));
}

/** The words of the page's text and the state of its fields, without what the modules add. */
export async function stateOf(page: Page) {
  const shown = await page.evaluate<string>(
    `(() => {
      const main = document.querySelector('main').cloneNode(true);
      for (const added of main.querySelectorAll('${ADDED}')) added.remove();
      return main.textContent.replaceAll(/\\s+/g, ' ');
    })()`,
  );
  const fields = await page.evaluate<string>(
    "String(new URLSearchParams(new FormData(document.querySelector('.filters'))))",
  );
  const links = await page.evaluate<string>(
    "[...document.querySelectorAll('main a, .language a')].map((link) => link.getAttribute('href')).join()",
  );
  return { shown, fields, links, title: await page.title() };
}
