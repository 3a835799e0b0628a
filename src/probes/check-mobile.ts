/** Whether a page can be used in a window as wide as a telephone: measured in the browser, then judged. */
import type { Page } from 'playwright-core';
import type { CheckAdvice, CheckFigures, CheckOutcome, MobileVerdict } from './check.ts';

/** The narrowest telephones in common use, in CSS pixels. */
export const PHONE_WIDTH = 360;

export type MobileMeasure = Omit<CheckFigures['mobile'], 'verdict'>;

/** The least size of what is touched (WCAG 2.2, 2.5.8) and of a text that is read without zoom, in CSS pixels. */
const TARGET_SIZE = 24;
const TEXT_SIZE = 12;
/** Small print is known on every page; beyond this share, the text is small. */
const SMALL_TEXT_SHARE = 0.4;
/** A border or a rounding. */
const TOLERANCE = 1;

type Box = { left: number; right: number; top: number; bottom: number; width: number; height: number };
type Element = {
  tagName: string;
  textContent: string | null;
  parentElement: Element | null;
  clientWidth: number;
  getBoundingClientRect(): Box;
  getAttribute(name: string): string | null;
  closest(selector: string): Element | null;
  checkVisibility(options: object): boolean;
};
type Walker = { nextNode(): { textContent: string | null; parentElement: Element | null } | null };
type Window = {
  innerWidth: number;
  scrollX: number;
  scrollTo(x: number, y: number): void;
  getComputedStyle(element: Element): { display: string; fontSize: string };
  document: {
    documentElement: Element;
    querySelector(selector: string): Element | null;
    querySelectorAll(selector: string): Iterable<Element>;
    createTreeWalker(root: Element, what: number): Walker;
  };
};

/** Measures a page that is shown in such a window. @throws when the page or its browser went away */
export function measureMobile(page: Page): Promise<MobileMeasure> {
  return page.evaluate(
    ({ targetSize, textSize }) => {
      const window = globalThis as unknown as Window;
      const { document } = window;

      const viewport = (
        document.querySelector('meta[name="viewport" i]')?.getAttribute('content') ?? ''
      ).toLowerCase();
      const scale = Number(/maximum-scale\s*=\s*([\d.]+)/.exec(viewport)?.[1] ?? Number.POSITIVE_INFINITY);
      const blocksZoom = scale < 2 || /user-scalable\s*=\s*(?:no|0)\b/.test(viewport);
      const fits = /width\s*=\s*device-width|initial-scale/.test(viewport);

      window.scrollTo(100_000, 0);
      const pageWidth = Math.max(window.innerWidth, document.documentElement.clientWidth + window.scrollX);
      window.scrollTo(0, 0);

      const visible = { contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true };
      const isInSentence = (element: Element) => {
        const around = element.parentElement?.textContent?.trim().length ?? 0;
        const own = element.textContent?.trim().length ?? 0;
        return window.getComputedStyle(element).display === 'inline' && around > own;
      };
      const touched = [
        ...document.querySelectorAll(
          'a[href], button, input:not([type="hidden"]), select, textarea, summary, [role="button"], [role="link"]',
        ),
      ].filter((one) => one.checkVisibility(visible) && one.getBoundingClientRect().width > 1);
      const boxes = touched.map((element) => ({ element, box: element.getBoundingClientRect() }));
      const small = boxes.filter(
        ({ element, box }) => (box.width < targetSize || box.height < targetSize) && !isInSentence(element),
      );
      const middle = ({ left, right, top, bottom }: Box) => ({
        x: (left + right) / 2,
        y: (top + bottom) / 2,
      });
      // The exception of 2.5.8: a circle of 24 pixels around a small one touches no other.
      const isCrowded = ({ element, box }: { element: Element; box: Box }) => {
        const { x, y } = middle(box);
        return boxes.some((other) => {
          if (other.element === element) return false;
          const { left, right, top, bottom } = other.box;
          const near = { x: Math.min(Math.max(x, left), right), y: Math.min(Math.max(y, top), bottom) };
          if (Math.hypot(near.x - x, near.y - y) < targetSize / 2) return true;
          const isSmall = other.box.width < targetSize || other.box.height < targetSize;
          const their = middle(other.box);
          return isSmall && Math.hypot(their.x - x, their.y - y) < targetSize;
        });
      };

      let [characters, smallCharacters] = [0, 0];
      const SHOW_TEXT = 4;
      const walker = document.createTreeWalker(document.documentElement, SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const { parentElement } = node;
        const length = node.textContent?.replaceAll(/\s+/g, '').length ?? 0;
        if (
          length === 0 ||
          parentElement === null ||
          parentElement.closest('script, style, noscript') !== null
        )
          continue;
        if (!parentElement.checkVisibility(visible)) continue;
        characters += length;
        if (Number.parseFloat(window.getComputedStyle(parentElement).fontSize) < textSize)
          smallCharacters += length;
      }

      return {
        pageWidth: Math.round(pageWidth),
        viewport:
          viewport === ''
            ? ('missing' as const)
            : !fits
              ? ('fixed' as const)
              : blocksZoom
                ? ('blocks_zoom' as const)
                : ('fits' as const),
        targets: touched.length,
        smallTargets: small.filter(isCrowded).length,
        characters,
        smallCharacters,
      };
    },
    { targetSize: TARGET_SIZE, textSize: TEXT_SIZE },
  );
}

/** Non: it has to be scrolled sideways, or is shown as on a computer. Partiel: it fits, and something is too small or fixed. */
export function checkMobile(url: string, measure: MobileMeasure): CheckOutcome<'mobile'> {
  const { pageWidth, viewport, smallTargets, characters, smallCharacters } = measure;
  const scrollsSideways = pageWidth > PHONE_WIDTH + TOLERANCE;
  const isForComputers = viewport === 'missing' || viewport === 'fixed';
  const advice: CheckAdvice[] = [];
  if (isForComputers) advice.push('declare_viewport');
  else if (scrollsSideways) advice.push('no_sideways_scroll');
  if (viewport === 'blocks_zoom') advice.push('let_zoom');
  if (smallTargets > 0) advice.push('larger_targets');
  if (smallCharacters > SMALL_TEXT_SHARE * characters) advice.push('larger_text');
  const verdict: MobileVerdict =
    scrollsSideways || isForComputers ? 'Non' : advice.length > 0 ? 'Partiel' : 'Oui';
  return {
    kind: 'mobile',
    result: verdict === 'Oui' ? 'pass' : 'fail',
    figures: { verdict, ...measure },
    evidence: { url, reason: null, advice, excerpts: [] },
  };
}
