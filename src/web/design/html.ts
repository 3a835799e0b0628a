/** Markup as a value, and the one place where an address that comes from data becomes a link. */
import { html, raw } from 'hono/html';
import { escapeToBuffer } from 'hono/utils/html';

export { html, raw };

/** Markup that is already escaped. */
export type Html = ReturnType<typeof html>;

/** A link to a page of ours: `href` is made by `urls.ts`, never taken from data. */
export type Link = { href: string; label: string };

/** A link whose words may be marked up: those of another language. */
export type MarkedLink = { href: string; label: Html | string };

/**
 * `text` with the five signs of HTML escaped, for an element's text or a quoted attribute. Only for markup that is
 * built as one string because it is large; everywhere else `html` escapes by itself.
 */
export function escapeText(text: string): string {
  if (!/[&<>"']/.test(text)) return text;
  const buffer: [string] = [''];
  escapeToBuffer(text, buffer);
  return buffer[0];
}

/** The address, trimmed, when it is http or https; undefined for `javascript:`, `data:`, no scheme, junk. */
export function httpAddress(address: string | null): string | undefined {
  if (address === null || !URL.canParse(address)) return undefined;
  return /^https?:$/.test(new URL(address).protocol) ? address.trim() : undefined;
}

/** A link to another site from an address found in data; the label alone when the address is not http(s). */
export function externalLink(address: string | null, label: string): Html {
  const href = httpAddress(address);
  if (href === undefined) return html`<span>${label}</span>`;
  return html`<a href="${href}" rel="external noopener">${label}</a>`;
}
