/** Sentences with links and code in them, as messages write them: `[words](help)`, `[n](glossary#n)`, `` `.csv` ``. */
import { externalLink, type Html, html } from './design/index.ts';
import { OUTSIDE } from './outside-addresses.ts';
import type { PageContext } from './page-context.ts';
import type { Urls } from './urls.ts';

const PARTS = /\[([^\]]+)\]\(([A-Za-z]+)(#[a-z0-9-]+)?\)|`([^`]+)`/g;

/**
 * The text with its links. A link names a page of the site without parameters (a function of `urls.ts`), or an address
 * of others (`outside-addresses.ts`), so that no message holds an address.
 *
 * @throws Error on a name that is neither: a fault of the message
 */
export function linkedText({ urls }: Pick<PageContext, 'urls'>, text: string): Html {
  const parts: (Html | string)[] = [];
  let end = 0;
  for (const match of text.matchAll(PARTS)) {
    const [whole, words = '', name = '', part = '', code] = match;
    parts.push(text.slice(end, match.index));
    parts.push(code === undefined ? link(urls, words, name, part) : html`<code>${code}</code>`);
    end = match.index + whole.length;
  }
  return html`${[...parts, text.slice(end)]}`;
}

function link(urls: Urls, words: string, name: string, part: string): Html {
  if (Object.hasOwn(OUTSIDE, name)) return externalLink(OUTSIDE[name as keyof typeof OUTSIDE], words);
  if (!Object.hasOwn(urls, name)) throw new Error(`a text links ${name}, which is no address`);
  const addressOf: () => string = urls[name as 'help'];
  return html`<a href="${addressOf()}${part}">${words}</a>`;
}

/** What the text says, without links. */
export function plainText(text: string): string {
  return text.replaceAll(PARTS, (_, words?: string, _name?: string, _part?: string, code?: string) =>
    String(words ?? code),
  );
}
