/** Small blocks of a page, each a few lines of markup. */
import type { Localisation } from '../i18n/index.ts';
import { type Html, html, type Link, type MarkedLink } from './html.ts';

/** Terms and their descriptions in two columns: "why this figure", facts about an edition. */
export function definitionList(entries: readonly { term: string; description: Html | string }[]): Html {
  return html`<dl class="definitions">${entries.map(
    ({ term, description }) => html`<div><dt>${term}</dt><dd>${description}</dd></div>`,
  )}</dl>`;
}

/** The same page for machines: one link a format, `size` as text ("84 ko") where known. */
export function downloadLinks(
  l: Localisation,
  links: readonly { format: string; href: string; size?: string }[],
): Html {
  return html`<ul class="downloads">${links.map(
    ({ format, href, size }) =>
      html`<li><a href="${href}">${l.messages.shell.downloadAs(format)}</a>${size ? html` <span>${size}</span>` : ''}</li>`,
  )}</ul>`;
}

/** "k of N" as text with a bar; `label` says of what. */
export function progressBar(l: Localisation, bar: { label: string; done: number; total: number }): Html {
  const share = bar.total > 0 ? Math.min(100, (100 * bar.done) / bar.total) : 0;
  return html`<div class="progress"><p><span>${bar.label}</span> <span class="progress-count">${l.messages.figures.coverage(l.number(bar.done), l.number(bar.total))}</span></p><svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="track" width="100" height="4"/><rect class="done" width="${share.toFixed(2)}" height="4"/></svg></div>`;
}

/** What a list shows when it is empty: why, and what to do. */
export function emptyState(title: string, body?: Html | string, action?: Link): Html {
  return html`<div class="empty"><p class="empty-title">${title}</p>${body ? html`<p>${body}</p>` : ''}${
    action ? html`<p><a href="${action.href}">${action.label}</a></p>` : ''
  }</div>`;
}

/** A part that the reader unfolds. */
export function disclosure(summary: Html | string, body: Html | string, open = false): Html {
  return html`<details class="disclosure"${open ? html` open` : ''}><summary>${summary}</summary><div>${body}</div></details>`;
}

/** The few facts that head a page, in one line: date, method, count… */
export function factLine(facts: readonly (Html | string)[]): Html {
  return html`<ul class="facts">${facts.map((fact) => html`<li>${fact}</li>`)}</ul>`;
}

/** The title of a page with what introduces it; `over` is a short line above the title. */
export function pageHead(head: {
  title: Html | string;
  over?: Html | string;
  lead?: Html | string;
  lang?: string;
}): Html {
  return html`<div class="page-head">${head.over ? html`<p class="over">${head.over}</p>` : ''}<h1${head.lang ? html` lang="${head.lang}"` : ''}>${head.title}</h1>${
    head.lead ? html`<p class="lead">${head.lead}</p>` : ''
  }</div>`;
}

/** A few links on one line that say where else to go: other pages of the same thing, parts of a long page. */
export function linkLine(label: string, links: readonly MarkedLink[]): Html {
  return html`<nav class="link-line" aria-label="${label}"><ul>${links.map(
    ({ href, label }) => html`<li><a href="${href}">${label}</a></li>`,
  )}</ul></nav>`;
}
