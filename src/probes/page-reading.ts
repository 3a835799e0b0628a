/** What is read of a page in the browser, once, for the checks that judge what it says. */
import { hash } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { Excerpt } from './check.ts';

export type PageLink = {
  /** What is read of it: its words, or those that stand for its images. */
  readonly text: string;
  /** Whole address; as written where it is none. */
  readonly href: string;
  /** Marks of a button of Vigie. */
  readonly buttonId: string | null;
  readonly snippetVersion: string | null;
};

export type PageReading = {
  readonly url: string;
  readonly language: string | null;
  /** Its words as shown, a line a block, cells of tables apart by tabs. */
  readonly text: string;
  /** Links, the first of the page first. */
  readonly links: readonly PageLink[];
  /** Words of buttons, and where forms lead. */
  readonly buttons: readonly string[];
  readonly formActions: readonly string[];
  /** Forms in which one writes a message: a field of several lines. */
  readonly messageForms: number;
  readonly hasPasswordField: boolean;
};

const MOST_CHARACTERS = 300_000;
const MOST_LINKS = 3_000;

/** The little of the browser's own objects that is used in pages: the project has no DOM types. */
type Element = {
  innerText?: string;
  textContent: string | null;
  href?: string | { baseVal: string };
  action?: unknown;
  value?: string;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<Element>;
  querySelector(selector: string): Element | null;
};
type Window = { document: Element & { documentElement: Element; body: Element | null; baseURI: string } };

/** Reads a page as it is now. @throws when the page or its browser went away */
export async function readPage(page: Page): Promise<PageReading> {
  const read = await page.evaluate(
    ([mostCharacters, mostLinks]) => {
      const { document } = globalThis as unknown as Window;
      const wordsOf = (element: Element) =>
        [
          element.innerText ?? element.textContent ?? '',
          ...[...element.querySelectorAll('img[alt], svg[aria-label], [role="img"][aria-label]')].map(
            (image) => image.getAttribute('alt') ?? image.getAttribute('aria-label') ?? '',
          ),
          element.getAttribute('aria-label') ?? '',
          element.getAttribute('title') ?? '',
        ]
          .map((words) => words.replaceAll(/\s+/g, ' ').trim())
          .filter((words, at, all) => words !== '' && all.indexOf(words) === at)
          .join(' — ')
          .slice(0, 300);
      const addressOf = (text: string) => {
        try {
          return new URL(text, document.baseURI).href;
        } catch {
          return text.slice(0, 2_000);
        }
      };
      const links = [...document.querySelectorAll('a[href], area[href]')].slice(0, mostLinks);
      const buttons = [
        ...document.querySelectorAll('button, [role="button"], input[type="submit"], input[type="image"]'),
      ];
      const forms = [...document.querySelectorAll('form')];
      return {
        language: document.documentElement.getAttribute('lang'),
        text: (document.body?.innerText ?? '').slice(0, mostCharacters),
        links: links.map((link) => ({
          text: wordsOf(link),
          href: addressOf(link.getAttribute('href') ?? ''),
          buttonId: link.getAttribute('data-vigie-button'),
          snippetVersion: link.getAttribute('data-vigie-version'),
        })),
        buttons: buttons
          .slice(0, mostLinks)
          .map((button) => `${wordsOf(button)} ${button.value ?? ''}`.trim()),
        formActions: forms.map((form) => addressOf(form.getAttribute('action') ?? '')),
        messageForms: forms.filter((form) => form.querySelector('textarea') !== null).length,
        hasPasswordField: document.querySelector('input[type="password"]') !== null,
      };
    },
    [MOST_CHARACTERS, MOST_LINKS] as const,
  );
  return { url: page.url(), ...read };
}

const EXCERPT_LENGTH = 500;

/** What is kept as evidence of a reading. */
export function excerptOf({ url, text }: Pick<PageReading, 'url' | 'text'>, excerpt: string): Excerpt {
  const words = excerpt.replaceAll(/\s+/g, ' ').trim();
  return { url, text: words.slice(0, EXCERPT_LENGTH), sha256: hash('sha256', text) };
}

/** Words compared whatever their case, accents, apostrophes and spaces. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[’ʼ`´]/g, "'")
    .replaceAll(/[‐‑‒–]/g, '-')
    .replaceAll(/[^\S\n]+/g, ' ');
}

export function hostOf(href: string): string | null {
  return URL.canParse(href) ? new URL(href).hostname : null;
}
