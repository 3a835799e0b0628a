import type { Localisation } from '../i18n/index.ts';
import { type Html, html } from './html.ts';

export type StackedPart = {
  readonly label: string;
  /** 0 to 1. */
  readonly share: number;
  /** As it is written: "54,9 %". */
  readonly text: string;
  /** What it is counted over, or its exact count. */
  readonly detail?: string;
};

export type StackedBar = {
  readonly title: Html | string;
  /** The head of the column of labels. */
  readonly partLabel: string;
  /** In their order; four kinds of ground, then the last one again. */
  readonly parts: readonly StackedPart[];
  /** What fills the rest of the bar, where the parts leave more than their rounding. */
  readonly rest?: string;
};

const GROUNDS = 4;
/** Under it, a rest is the rounding of parts, too thin to be drawn. */
const ROUNDING = 0.005;

/** The parts of a whole as one bar, and as a table whose rows carry the ground of each part. */
export function stackedBar(l: Localisation, { title, partLabel, parts, rest }: StackedBar): Html {
  let start = 0;
  const placed = parts.map((part, at) => {
    const x = start;
    start += part.share;
    return { ...part, x, ground: `part-${Math.min(at, GROUNDS - 1) + 1}` };
  });
  const left = Math.max(0, 1 - start);
  const drawn = (x: number, width: number, ground: string) =>
    html`<rect class="${ground}" x="${(100 * x).toFixed(2)}" width="${(100 * Math.min(width, Math.max(0, 1 - x))).toFixed(2)}" height="10"/>`;
  return html`<div class="stacked"><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">${
    left > ROUNDING ? drawn(start, left, 'rest') : ''
  }${placed.map(({ x, share, ground }) => drawn(x, share, ground))}${placed
    .slice(1)
    .map(({ x }) => html`<path d="M${(100 * x).toFixed(2)} 0V10"/>`)}</svg>
<table><caption>${title}</caption>
<thead class="visually-hidden"><tr><th scope="col">${partLabel}</th><th scope="col">${l.messages.figures.share}</th></tr></thead>
<tbody>${placed.map(
    ({ label, text, detail, ground }) =>
      html`<tr><th scope="row">${swatch(ground)}${label}</th><td class="numeric">${text}${detail ? html` <small>${detail}</small>` : ''}</td></tr>`,
  )}${
    rest !== undefined && left > ROUNDING
      ? html`<tr><th scope="row">${swatch('rest')}${rest}</th><td class="numeric">–</td></tr>`
      : ''
  }</tbody></table></div>`;
}

function swatch(ground: string): Html {
  return html`<svg class="swatch" viewBox="0 0 10 10" aria-hidden="true" focusable="false"><rect class="${ground}" width="10" height="10"/></svg>`;
}
