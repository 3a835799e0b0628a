import type { Localisation } from '../i18n/index.ts';
import { type Html, html } from './html.ts';
import { table } from './table.ts';

export type Place = {
  /** Whose place, on what. */
  label: string;
  /** From 1, the best. */
  place: number | null;
  /** The place as it is written: "9e sur 28", or why there is none. */
  text: string;
};

const STEP = 10;
const HEIGHT = 20;

/** Places in a ranking, each as a dot among all the dots there are, and the same in a table. */
export function placeScale(
  l: Localisation,
  chart: { title: string; among: number; places: readonly Place[]; note: string },
): Html {
  const words = l.messages.surveys;
  const drawn = chart.places.filter(({ place }) => place !== null);
  return html`<figure class="places"><figcaption>${chart.title}</figcaption>
${drawn.map(({ label, place }) => scale(l, label, place ?? 0, chart.among))}
<p class="note">${chart.note}</p>
${table(l, {
  caption: chart.title,
  captionHidden: true,
  columns: [{ label: words.subject }, { label: words.placeColumn }],
  rows: chart.places.map(({ label, place, text }) => [
    label,
    place === null ? html`<span class="absent">${text}</span>` : text,
  ]),
})}</figure>`;
}

function scale(l: Localisation, label: string, place: number, among: number): Html {
  const x = (at: number) => (at - 0.5) * STEP;
  const all = Array.from({ length: among }, (_, at) => at + 1);
  // A line of no length with round ends is a disc, and stays one when the drawing is stretched.
  const dots = all
    .filter((at) => at !== place)
    .map((at) => `M${x(at)} ${HEIGHT / 2}h0`)
    .join('');
  return html`<div class="place-scale" aria-hidden="true"><p>${label}</p><svg viewBox="0 0 ${among * STEP} ${HEIGHT}" preserveAspectRatio="none" focusable="false"><path class="dots" d="${dots}"/><path class="told" d="M${x(place)} ${HEIGHT / 2}h0"/></svg><ol>${all.map(
    (at) => html`<li${at === place ? html` class="told"` : ''}>${placeLabel(l, at, place, among)}</li>`,
  )}</ol></div>`;
}

/** The place told, and the first and the last where they do not touch it. */
function placeLabel(l: Localisation, at: number, place: number, among: number): string {
  const { ordinal } = l.messages.surveys;
  if (at === place) return ordinal(at);
  const isFar = Math.abs(at - place) > among / 8;
  return isFar && (at === 1 || at === among) ? ordinal(at) : '';
}
