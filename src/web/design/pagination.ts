import type { Localisation } from '../i18n/index.ts';
import { type Html, html } from './html.ts';

export type Pagination = {
  /** From 1. */
  page: number;
  pages: number;
  hrefOf(page: number): string;
};

/** Links to the first, last and neighbouring pages; nothing when there is one page. */
export function pagination(l: Localisation, { page, pages, hrefOf }: Pagination): Html | '' {
  if (pages <= 1) return '';
  const { shell } = l.messages;
  return html`<nav class="pagination" aria-label="${shell.pagination}"><p>${shell.pageOf(page, pages)}</p><ul>${
    page > 1 ? html`<li><a rel="prev" href="${hrefOf(page - 1)}">${shell.previousPage}</a></li>` : ''
  }${shownPages(page, pages).map((shown) =>
    shown === null
      ? html`<li aria-hidden="true">…</li>`
      : html`<li><a href="${hrefOf(shown)}" aria-label="${shell.page(shown)}"${shown === page ? html` aria-current="page"` : ''}>${l.number(shown)}</a></li>`,
  )}${page < pages ? html`<li><a rel="next" href="${hrefOf(page + 1)}">${shell.nextPage}</a></li>` : ''}</ul></nav>`;
}

/** The pages to list, ascending; null stands for a gap. */
export function shownPages(page: number, pages: number): (number | null)[] {
  const near = [1, page - 1, page, page + 1, pages].filter((p) => p >= 1 && p <= pages);
  const sorted = [...new Set(near)].sort((a, b) => a - b);
  return sorted.flatMap((p, i) => {
    const previous = sorted[i - 1] ?? 0;
    if (p - previous === 2) return [p - 1, p];
    return p - previous > 2 ? [null, p] : [p];
  });
}
