/** What must hold of any page at any size: measured inside the browser, told one line a fault. */
import type { Page } from 'playwright-core';
import type { Box, PageDocument, PageElement, PageStyle } from './journey-dom.ts';

declare const document: PageDocument;
declare function getComputedStyle(element: PageElement, pseudo?: string): PageStyle;
declare const CSSStyleSheet: new () => { replaceSync(text: string): void };

/** WCAG 2.2 criterion 2.5.8, in CSS pixels. */
const TARGET_SIZE = 24;

/** The faults that a check finds, each with where it was made. */
export async function found(
  page: Page,
  check: (page: Page) => Promise<string[]>,
  where: string,
): Promise<string[]> {
  return (await check(page)).map((fault) => `${where}: ${fault}`);
}

/** Structure: one h1, no skipped heading level, landmarks, no inline style. */
export function structureFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const all = (selector: string) => [...document.querySelectorAll(selector)];
    const headings = all('h1, h2, h3, h4, h5, h6').map(({ tagName }) => Number(tagName.slice(1)));
    if (headings.filter((level) => level === 1).length !== 1) faults.push(`h1: ${headings.join(' ')}`);
    if (headings[0] !== 1) faults.push(`the first heading is of level ${headings[0]}`);
    for (const [at, level] of headings.entries()) {
      if (level > (headings[at - 1] ?? level) + 1) faults.push(`heading levels skip: ${headings.join(' ')}`);
    }
    for (const landmark of ['header', 'main', 'footer']) {
      const count = all(`body > ${landmark}`).length;
      if (count !== 1) faults.push(`${count} ${landmark}`);
    }
    const navigations = all('nav').map((nav) => nav.getAttribute('aria-label') ?? '');
    if (!navigations.every((name) => name !== '') || new Set(navigations).size !== navigations.length) {
      faults.push(`navigations are not told apart: ${navigations.join(' | ')}`);
    }
    for (const styled of all('[style]')) faults.push(`inline style: ${styled.outerHTML.slice(0, 120)}`);
    return faults;
  });
}

/** Layout: the page does not scroll sideways, nothing is cut, no text covers another. */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const root = document.documentElement;
    const name = (element: PageElement) =>
      `${element.tagName.toLowerCase()}.${String(element.className)} "${element.textContent.trim().slice(0, 50)}"`;
    const isHidden = (element: PageElement) =>
      element.closest('.visually-hidden, .skip, details:not([open]) > :not(summary)') !== null;
    const scrolls = (element: PageElement) =>
      ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) &&
      element.scrollWidth > element.clientWidth;
    const hasScroller = (element: PageElement | null): boolean =>
      element !== null && (scrolls(element) || hasScroller(element.parentElement));

    if (root.scrollWidth > root.clientWidth) {
      const wide = [...document.querySelectorAll('body *')]
        .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1)
        .filter((element) => !isHidden(element) && !hasScroller(element.parentElement));
      faults.push(
        `the page is ${root.scrollWidth - root.clientWidth} px too wide: ${wide.slice(0, 3).map(name).join(', ')}`,
      );
    }
    for (const element of document.querySelectorAll('body *')) {
      if (isHidden(element) || element.closest('svg') !== null) continue;
      const style = getComputedStyle(element);
      const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      if (
        (cuts(style.overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (cuts(style.overflowY) && element.scrollHeight > element.clientHeight + 1)
      ) {
        faults.push(`cut: ${name(element)}`);
      }
      for (const pseudo of ['::before', '::after']) {
        const drawn = getComputedStyle(element, pseudo);
        if (/attr|[\p{L}]/u.test(drawn.content) && drawn.textOverflow === 'ellipsis') {
          faults.push(`may be cut: ${pseudo} of ${name(element)}`);
        }
      }
    }
    return [...new Set(faults)].slice(0, 8);
  });
}

/** Pairs of texts of which one covers another. */
export function overlapFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const SHOW_TEXT = 4;
    const walker = document.createTreeWalker(document.body, SHOW_TEXT);
    const drawn: { text: string; box: Box }[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (node.textContent.trim() === '' || parent === null) continue;
      if (parent.closest('.visually-hidden, .skip, option, details:not([open]) > :not(summary)') !== null)
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const view = parent.closest('.scroll')?.getBoundingClientRect();
      for (const box of range.getClientRects()) {
        // What its region has scrolled away is not drawn.
        if (view && (box.top >= view.bottom || box.left >= view.right)) continue;
        drawn.push({ text: node.textContent.trim().slice(0, 40), box });
      }
    }
    drawn.sort((a, b) => a.box.top - b.box.top);
    const faults: string[] = [];
    // Lines may touch and tall ascenders meet: only what hides letters counts.
    const SIDE = 2;
    for (const [at, one] of drawn.entries()) {
      const depth = one.box.height / 3;
      for (const other of drawn.slice(at + 1)) {
        if (other.box.top > one.box.bottom - depth) break;
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
        if (across > SIDE && down > depth) faults.push(`"${one.text}" and "${other.text}" overlap`);
      }
    }
    return faults.slice(0, 5);
  });
}

/**
 * Targets smaller than 24 × 24 px, links within a sentence excepted; so is a target around whose centre a circle of
 * 24 px meets no other target (the spacing exception of criterion 2.5.8).
 */
export function targetFaults(page: Page): Promise<string[]> {
  return page.evaluate((size) => {
    const isShown = (element: PageElement) => {
      const { width, height } = element.getBoundingClientRect();
      return width > 0 && height > 0 && getComputedStyle(element).visibility === 'visible';
    };
    const inSentence = (element: PageElement) => {
      const text = element.parentElement?.textContent.trim() ?? '';
      return (
        getComputedStyle(element).display === 'inline' && text.length > element.textContent.trim().length
      );
    };
    const targets = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
      .filter((element) => element.closest('.skip, details:not([open]) > :not(summary)') === null)
      .filter((element) => element.type !== 'hidden' && isShown(element))
      .map((element) => ({ element, box: element.getBoundingClientRect() }));
    const clear = (at: Box, box: Box) => {
      const across = Math.max(box.left - (at.left + at.right) / 2, (at.left + at.right) / 2 - box.right, 0);
      const down = Math.max(box.top - (at.top + at.bottom) / 2, (at.top + at.bottom) / 2 - box.bottom, 0);
      return Math.hypot(across, down) >= size / 2;
    };
    return targets
      .filter(({ box }) => box.width < size || box.height < size)
      .filter(({ element }) => !inSentence(element))
      .filter(({ element, box }) =>
        targets.some((other) => other.element !== element && !clear(box, other.box)),
      )
      .map(
        ({ element, box }) =>
          `${Math.round(box.width)} × ${Math.round(box.height)} px: ${element.outerHTML.slice(0, 120)}`,
      )
      .slice(0, 5);
  }, TARGET_SIZE);
}

/** What takes the focus without showing it: neither an outline nor a shadow tells it from its neighbours. */
export async function focusFaults(page: Page): Promise<string[]> {
  // A focus given by a script is shown to who used the keyboard last.
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const faults: string[] = [];
    const stops = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
    for (const element of document.querySelectorAll(stops)) {
      if (element.closest('details:not([open]) > :not(summary)') !== null) continue;
      const { width, height } = element.getBoundingClientRect();
      if (width === 0 || height === 0 || getComputedStyle(element).visibility !== 'visible') continue;
      element.focus();
      if (document.activeElement !== element) continue;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const isShown = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
      if (!isShown) faults.push(`the focus cannot be seen on ${element.outerHTML.slice(0, 120)}`);
    }
    return faults.slice(0, 5);
  });
}

/** Sets the spacing of text of WCAG criterion 1.4.12 on every element, as a reader's own style would. */
export async function spaceText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    );
    document.adoptedStyleSheets = [sheet];
  });
}
