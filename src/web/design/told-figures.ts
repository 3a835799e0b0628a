import type { Localisation } from '../i18n/index.ts';
import { type Html, html } from './html.ts';

export type ToldFigure = {
  readonly label: Html | string;
  /** What it is restricted to: "Appareil : téléphone". */
  readonly parts?: readonly (Html | string)[];
  /** As people say it: "290 millions de visites"; or why there is no value. */
  readonly told: string;
  /** To its last digit; null when there is none, and where the words say it already. */
  readonly exact: string | null;
  /** For machines; null when there is no value. */
  readonly value: number | string | null;
  /** How it changed. */
  readonly change?: Html | string | null;
  /** Population, period, note, source… */
  readonly notes: readonly (Html | string)[];
};

/** Figures in words, side by side, each with its exact value and what must be known of it. */
export function toldFigures(l: Localisation, figures: readonly ToldFigure[]): Html {
  return html`<dl class="told-figures">${figures.map(
    (one) =>
      html`<div><dt>${one.label}${(one.parts ?? []).map((part) => html`<span class="detail">${part}</span>`)}</dt><dd>${toldValue(l, one)}${one.change ? html`<p class="told-change">${one.change}</p>` : ''}${
        one.notes.length === 0
          ? ''
          : html`<ul class="told-notes">${one.notes.map((note) => html`<li>${note}</li>`)}</ul>`
      }</dd></div>`,
  )}</dl>`;
}

/** The words, and the exact value under them; on hover too, where it is told apart. */
function toldValue(l: Localisation, { told, exact, value }: ToldFigure): Html {
  if (value === null) return html`<p class="told-value absent">${told}</p>`;
  const exactly = exact === null ? null : l.messages.usages.exactly(exact);
  return html`<p class="told-value"><data value="${value}"${exactly === null ? '' : html` title="${exactly}"`}>${told}</data></p>${
    exactly === null ? '' : html`<p class="told-exact">${exactly}</p>`
  }`;
}
