import { externalLink, type Html, html, httpAddress, mailLink } from '../design/index.ts';
import type { TextSection } from '../i18n/text-section.ts';
import { linkedText } from '../linked-text.ts';
import type { PageContext } from '../page-context.ts';

/** One part of a page of text under its heading, and what the page adds to it. */
export function textSection(
  context: PageContext,
  { id, title, text }: TextSection,
  after: Html | '' = '',
): Html {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${textBlocks(context, text)}${after}</section>
`;
}

/** Paragraphs, and lists where an entry is a list. */
export function textBlocks(context: PageContext, text: TextSection['text']): Html {
  return html`${text.map((block) =>
    typeof block === 'string'
      ? html`<p>${linkedText(context, block)}</p>`
      : html`<ul>${block.map((item) => html`<li>${linkedText(context, item)}</li>`)}</ul>`,
  )}`;
}

/** The parts of a long page, for its head. */
export function partLinks(label: string, parts: readonly { id: string; title: string }[]): Html {
  return html`<nav class="contents" aria-label="${label}"><ol>${parts.map(
    ({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`,
  )}</ol></nav>`;
}

/**
 * Where the public writes to those who run the site, as the setting states it: a mail address or the address of a form,
 * whose link bears `formLabel`; the text alone when it is neither.
 */
export function contactLink(contact: string, formLabel: string): Html {
  return httpAddress(contact) === undefined ? mailLink(contact) : externalLink(contact, formLabel);
}
