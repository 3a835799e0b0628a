/** Journeys by the keyboard alone: where the focus goes, and whether the eye can follow it. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { PageDocument, PageElement, PageStyle } from './journey-dom.ts';

declare const document: PageDocument;
declare function getComputedStyle(element: PageElement): PageStyle;

/** More than any page of the made-up site has. */
const MOST_STOPS = 400;

/** What has the focus. */
export type Focused = {
  tag: string;
  text: string;
  href: string | null;
  /** An outline or a shadow tells it from its neighbours. */
  visible: boolean;
  /** Something of it is in the window, and nothing covers that. */
  uncovered: boolean;
};

/** The element that has the focus; null when none has, as at the end of the page. */
export function focused(page: Page): Promise<Focused | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return null;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const [box] = element.getClientRects();
    const INSIDE = 3;
    const { clientHeight } = document.documentElement;
    const middle = box && (Math.max(box.top, 0) + Math.min(box.bottom, clientHeight)) / 2;
    const above = box && middle && document.elementFromPoint(box.left + INSIDE, middle);
    return {
      tag: element.tagName.toLowerCase(),
      text: element.textContent.trim() || (element.getAttribute('name') ?? ''),
      href: element.getAttribute('href'),
      visible: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
      uncovered:
        typeof above === 'object' && above !== null && (element.contains(above) || above.contains(element)),
    };
  });
}

/** Presses Tab, and gives where that leads after checking that it can be seen. */
export async function tab(page: Page): Promise<Focused | null> {
  await page.keyboard.press('Tab');
  const stop = await focused(page);
  if (stop === null) return null;
  assert.ok(
    stop.visible,
    `the focus cannot be seen on ${stop.tag} "${stop.text.slice(0, 60)}" of ${page.url()}`,
  );
  assert.ok(
    stop.uncovered,
    `${stop.tag} "${stop.text.slice(0, 60)}" of ${page.url()} has the focus, covered`,
  );
  return stop;
}

/** Presses Tab until the focus is on an element whose text begins with these words. */
export async function tabTo(page: Page, words: string): Promise<Focused> {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    const stop = await tab(page);
    assert.ok(stop !== null, `"${words}" is not met before the end of ${page.url()}`);
    if (stop.text.startsWith(words)) return stop;
  }
  assert.fail(`"${words}" is not met after ${MOST_STOPS} stops on ${page.url()}`);
}

/** The stops of the Tab key from the top of the page to its end: it must have one, or the keyboard is trapped. */
export async function tabThrough(page: Page): Promise<Focused[]> {
  const stops: Focused[] = [];
  for (let stop = await tab(page); stop !== null; stop = await tab(page)) {
    if (stops.length > 0 && stop.href === '#content') break;
    stops.push(stop);
    assert.ok(stops.length < MOST_STOPS, `the keyboard is trapped on ${page.url()}`);
  }
  return stops;
}
