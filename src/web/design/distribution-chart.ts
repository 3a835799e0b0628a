import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { Level } from '../../criteria/index.ts';
import type { Localisation } from '../i18n/index.ts';
import { type Html, html } from './html.ts';

export type Bar = {
  label: string;
  count: number;
  /** The share as it is written: "62 %". */
  shareText: string;
  /** Gives the bar the colour of a level; without it, the accent. */
  level?: Level;
};

/** How answers are distributed: a table whose rows carry their bar, the longest filling the width. */
export function distributionChart(l: Localisation, chart: { title: string; bars: readonly Bar[] }): Html {
  const words = l.messages.figures;
  const width = scaleLinear([0, max(chart.bars, (bar) => bar.count) || 1], [0, 100]);
  return html`<table class="distribution"><caption>${chart.title}</caption>
<thead class="visually-hidden"><tr><th scope="col">${words.value}</th><td></td><th scope="col">${words.share}</th><th scope="col">${words.count}</th></tr></thead>
<tbody>${chart.bars.map(
    (bar) =>
      html`<tr><th scope="row">${bar.label}</th><td class="bar-cell"><svg class="${bar.level ?? 'plain'}" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="${width(bar.count).toFixed(2)}" height="10"/></svg></td><td class="numeric">${bar.shareText}</td><td class="numeric count">${l.number(bar.count)}</td></tr>`,
  )}</tbody></table>`;
}
