import type { Interval } from '../../core/figure.ts';
import type { Localisation } from '../i18n/index.ts';
import { type Html, html } from './html.ts';

export type ShareBar = {
  label: Html | string;
  /** 0 to 1; null draws no bar. */
  share: number | null;
  /** The share as it is written, or why there is none. */
  text: string;
  interval: Interval | null;
  /** Interval and number of people in words, or why there is no interval. */
  notes?: Html | string | null;
  /** A part of the row above: "of which". */
  isPart?: boolean;
  /** Not one of those compared, but what they are compared with. */
  isReference?: boolean;
  /** Why the series starts anew with this row: a line is drawn across. */
  breakReason?: string;
};

/**
 * Shares side by side, each on its own scale from 0 to 100 % with its interval across the end of its bar: a table whose
 * rows carry their drawing.
 */
export function shareBars(
  l: Localisation,
  chart: { title: Html | string; rowLabel: string; bars: readonly ShareBar[] },
): Html {
  const words = l.messages.surveys;
  return html`<table class="distribution share-bars"><caption>${chart.title}</caption>
<thead class="visually-hidden"><tr><th scope="col">${chart.rowLabel}</th><td></td><th scope="col">${words.share}</th></tr></thead>
<tbody>${chart.bars.map(
    (bar) =>
      html`${bar.breakReason === undefined ? '' : html`<tr class="series-break"><td colspan="3">${bar.breakReason}</td></tr>`}<tr><th scope="row"${bar.isPart ? html` class="part"` : ''}>${bar.isPart ? html`<span class="of-which">${words.ofWhich}</span> ` : ''}${bar.label}</th>${cells(bar)}</tr>`,
  )}</tbody></table>`;
}

/** Without a share there is no bar, not even an empty one, which would say zero. */
function cells(bar: ShareBar): Html {
  const notes = bar.notes ? html` <small>${bar.notes}</small>` : '';
  if (bar.share === null) return html`<td colspan="2"><span class="absent">${bar.text}</span>${notes}</td>`;
  return html`<td class="bar-cell">${drawing(bar)}</td><td><strong>${bar.text}</strong>${notes}</td>`;
}

function drawing({ share, interval, isReference }: ShareBar): Html {
  return html`<svg${isReference ? html` class="reference"` : ''} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="track" width="100" height="10"/>${
    share === null ? '' : html`<rect width="${(100 * share).toFixed(2)}" height="10"/>`
  }${interval === null ? '' : whisker(interval)}</svg>`;
}

/** Drawn twice, so that it shows on the bar and beside it. */
function whisker(interval: Interval): Html {
  const [low, high] = interval.map((end) => (100 * end).toFixed(2));
  const path = `M${low} 5H${high}M${low} 1.5V8.5M${high} 1.5V8.5`;
  return html`<path class="halo" d="${path}"/><path d="${path}"/>`;
}
