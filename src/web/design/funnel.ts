import type { Localisation } from '../i18n/index.ts';
import { type Html, html } from './html.ts';

export type FunnelStep = {
  readonly label: Html | string;
  readonly count: number;
  /** Of the first step, as it is written; null where that has none. */
  readonly shareText: string | null;
  /** How many left since the step before, in words; null of the first one. */
  readonly lostText: string | null;
};

export type Funnel = {
  readonly title: string;
  readonly heads: {
    readonly step: string;
    readonly count: string;
    readonly share: string;
    readonly lost: string;
  };
  readonly steps: readonly FunnelStep[];
};

/** How many reach each step, and are lost on the way: a table whose rows carry their bar, the widest filling its cell. */
export function funnel(l: Localisation, { title, heads, steps }: Funnel): Html {
  const most = Math.max(1, ...steps.map(({ count }) => count));
  return html`<section class="scroll" aria-label="${l.messages.shell.scrollableTable(title)}" tabindex="0"><table class="distribution funnel"><caption>${title}</caption>
<thead><tr><th scope="col">${heads.step}</th><td></td><th scope="col" class="numeric">${heads.count}</th><th scope="col" class="numeric">${heads.share}</th><th scope="col" class="numeric">${heads.lost}</th></tr></thead>
<tbody>${steps.map(
    ({ label, count, shareText, lostText }) =>
      html`<tr><th scope="row">${label}</th><td class="bar-cell"><svg class="plain" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="${((100 * count) / most).toFixed(2)}" height="10"/></svg></td><td class="numeric">${l.number(count)}</td><td class="numeric">${shareText ?? '–'}</td><td class="numeric">${lostText ?? '–'}</td></tr>`,
  )}</tbody></table></section>`;
}
