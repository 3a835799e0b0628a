import type { Level } from '../../criteria/index.ts';
import type { Localisation } from '../i18n/index.ts';
import { type Html, html } from './html.ts';
import { levelBadge } from './level.ts';

/** The order of the bar: from the best to what is not known. */
const ORDER: readonly Level[] = ['good', 'medium', 'poor', 'info', 'none'];

/** How things spread over levels, as one bar and as counts with their words; levels that nothing takes are left out. */
export function levelBar(l: Localisation, counts: Readonly<Record<Level, number>>): Html {
  const total = ORDER.reduce((sum, level) => sum + counts[level], 0);
  const taken = ORDER.filter((level) => counts[level] > 0);
  let start = 0;
  const parts = taken.map((level) => {
    const part = { level, start, width: (100 * counts[level]) / total };
    start += part.width;
    return part;
  });
  return html`<div class="levels"><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">${parts.map(
    (part) =>
      html`<rect class="${part.level}" x="${part.start.toFixed(2)}" width="${part.width.toFixed(2)}" height="10"/>`,
  )}</svg><ul>${taken.map((level) => html`<li>${levelBadge(l, level)} ${l.number(counts[level])}</li>`)}</ul></div>`;
}
