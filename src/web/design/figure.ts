import type { Status } from '../../core/figure.ts';
import type { Level } from '../../criteria/index.ts';
import type { Localisation } from '../i18n/index.ts';
import { type Html, html } from './html.ts';
import { levelBadge } from './level.ts';

/** A figure as it is shown: every text is already cut, in the display unit and in the reader's language. */
export type ShownFigure = {
  status: Status;
  /** "8,2", "99,85 %", "FranceConnect"; null when the status says why there is none. */
  value: string | null;
  /** "/ 10", "ms"; set smaller, after the value. */
  unit?: string;
  level: Level;
  borderline?: boolean | null;
  interval?: readonly [low: string, high: string] | null;
  /** Null where n does not apply, `unknown` where the source does not say. */
  n?: number | 'unknown' | null;
};

/** One figure at full size: value, level, interval and n — "8,2 / 10 · Bon · [8,0 – 8,4] · n = 1 204". */
export function figure(l: Localisation, shown: ShownFigure): Html {
  const { statuses } = l.messages;
  if (shown.value === null) {
    return html`<p class="figure absent"><span class="figure-value">${statuses[shown.status].label}</span>${figureNotes(l, shown)}</p>`;
  }
  return html`<p class="figure"><span class="figure-value">${shown.value}${
    shown.unit ? html`<span class="figure-unit"> ${shown.unit}</span>` : ''
  }</span> ${shown.status === 'suspect' ? html`<span class="level suspect">${statuses.suspect.label}</span>` : ''}${
    shown.level === 'none' ? '' : levelBadge(l, shown.level, shown.borderline ?? false)
  }${figureNotes(l, shown)}</p>`;
}

/** The figure, its interval and its n on one line of text, for a sentence or a cell of a small table. */
export function inlineFigure(l: Localisation, shown: ShownFigure): Html {
  if (shown.value === null)
    return html`<span class="absent">${l.messages.statuses[shown.status].short}</span>`;
  return html`<span class="inline-figure"><strong>${shown.value}</strong>${shown.unit ? ` ${shown.unit}` : ''}${figureNotes(l, shown)}</span>`;
}

function figureNotes(l: Localisation, { interval, n }: ShownFigure): Html | '' {
  const words = l.messages.figures;
  if (!interval && n == null) return '';
  return html` <span class="figure-notes">${
    interval
      ? html`<span title="${words.interval}"><span class="visually-hidden">${words.interval} </span>[${interval[0]} – ${interval[1]}]</span>`
      : ''
  }${interval && n != null ? ' · ' : ''}${
    n == null
      ? ''
      : n === 'unknown'
        ? words.sampleSizeUnknown
        : html`<span title="${words.sampleSizeMeaning}"><abbr title="${words.sampleSizeMeaning}">${words.sampleSize}</abbr> = ${l.number(n)}</span>`
  }</span>`;
}
