import type { Localisation } from '../i18n/index.ts';
import { type Html, html } from './html.ts';

export type Statistic = {
  label: string;
  /** "94,8 %"; null when it is not known. */
  value: string | null;
  /** Over what, and what is not known: "147 sur 155 démarches". */
  detail?: Html | string;
};

/** A few large figures side by side, each with what it is counted over. */
export function statistics(l: Localisation, entries: readonly Statistic[]): Html {
  return html`<dl class="statistics">${entries.map(
    ({ label, value, detail }) =>
      html`<div><dt>${label}</dt><dd>${value === null ? html`<span class="figure-value absent">${l.messages.figures.unknown}</span>` : html`<span class="figure-value">${value}</span>`}${detail ? html` <span class="detail">${detail}</span>` : ''}</dd></div>`,
  )}</dl>`;
}

/** A value with what it is counted over, in a cell; the word for "unknown" when there is none. */
export function detailed(l: Localisation, value: string | null, detail?: string): Html {
  const shown = value === null ? html`<span class="absent">${l.messages.figures.unknown}</span>` : value;
  return html`${shown}${detail ? html` <small>${detail}</small>` : ''}`;
}

/** What was, then what is; a reader who does not see the arrow hears "then". */
export function beforeAfter(l: Localisation, before: Html | string, after: Html | string): Html {
  return html`<span class="before">${before}</span> <span class="arrow" aria-hidden="true">→</span><span class="visually-hidden">${l.messages.figures.becomes}</span> <span class="after">${after}</span>`;
}
