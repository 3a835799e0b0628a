import type { Localisation } from '../i18n/index.ts';
import { asFormat, withParameters } from '../urls.ts';
import { downloadLinks } from './blocks.ts';
import { type Html, html } from './html.ts';
import { inFrench } from './in-french.ts';

/** What of a page is data: the same as files, and how to cite it. */
export type PageData = {
  /** `excel` is the CSV that spreadsheets of French offices open as it is. */
  formats: readonly ('json' | 'csv')[];
  /** True when the files hold the whole, whatever the address of the page asks. */
  whole?: boolean;
  /** What is cited: the title of the page unless it is an edition as a whole. */
  cite: { title?: string; edition?: { label: string; revision: number } };
};

/** The files of a page and its citation, at its end. */
export function pageData(
  l: Localisation,
  { formats, whole, cite }: PageData,
  at: { origin: string; path: string; query: string; today: string },
): Html {
  const words = l.messages.pageData;
  const files = whole ? at.path : `${at.path}${at.query}`;
  const csv = asFormat(files, 'csv');
  const links = [
    ...(formats.includes('json') ? [{ format: 'JSON', href: asFormat(files, 'json') }] : []),
    ...(formats.includes('csv')
      ? [
          { format: 'CSV', href: csv },
          { format: words.excel, href: withParameters(csv, { excel: 1 }) },
        ]
      : []),
  ];
  const parts = [
    l.messages.shell.siteName,
    ...(cite.title === undefined ? [] : [words.titled(cite.title)]),
    ...(cite.edition === undefined
      ? []
      : [words.edition(cite.edition.label), words.revision(l.number(cite.edition.revision))]),
    words.consulted(l.day(at.today)),
    `${at.origin}${at.path}${at.query}`,
  ];
  return html`<section class="page-data" aria-labelledby="page-data"><h2 id="page-data">${words.heading}</h2>
${links.length === 0 ? '' : html`<div data-live="files">${downloadLinks(l, links)}</div>`}
<p class="citation"><span>${words.cite}</span> <span class="citation-text" data-live="citation" data-copy="${words.copy}" data-copied="${words.copied}">${inFrench(l, parts.join(', '), cite.edition?.label ?? '')}</span></p></section>`;
}
