import type { Level } from '../../criteria/index.ts';
import type { Localisation } from '../i18n/index.ts';
import { type Html, html } from './html.ts';

/** A level as colour, word and shape (the stylesheet draws the shape of each class). */
export function levelBadge(l: Localisation, level: Level, borderline = false): Html {
  const words = l.messages.levels;
  return html`<span class="level ${level}">${words[level]}</span>${
    borderline
      ? html` <span class="borderline" title="${words.borderlineMeaning}">${words.borderline}</span>`
      : ''
  }`;
}

/** The key to the levels, for the head of a table that uses them. */
export function levelLegend(l: Localisation): Html {
  return html`<ul class="legend" aria-label="${l.messages.levels.legend}">${(['good', 'medium', 'poor', 'info'] as const).map((level) => html`<li>${levelBadge(l, level)}</li>`)}</ul>`;
}
