import { countDays, type DayCell, type DayRun, type DayState } from '../day-state.ts';
import type { Localisation } from '../i18n/index.ts';
import { type Html, html } from './html.ts';

export const HEIGHT = 12;

type Band = readonly [top: number, bottom: number];

/**
 * Where the bands of a day begin and end, from the top: each state has its own shape beside its colour. What is known fills
 * the height, what is not leaves it open.
 */
const BANDS: Readonly<Record<DayState, readonly Band[]>> = {
  up: [[0, 12]],
  degraded: [[4, 12]],
  partial: [[8, 12]],
  short: [[0, 7]],
  long: [[0, 12]],
  maintenance: [[4, 8]],
  blocked: [
    [1, 4],
    [8, 11],
  ],
  unknown: [[9, 11]],
  none: [[11, 12]],
};

/** Of a day with a short outage, the rest was up. */
const REST: readonly Band[] = [[7, 12]];

/** The days of a procedure as one drawing, and in words how many were what; `dayTable` says which. */
export function dayStrip(l: Localisation, cells: readonly DayCell[]): Html {
  const words = l.messages.probes.days;
  const counts = countDays(cells);
  return html`<div class="day-strip"><svg viewBox="0 0 ${cells.length} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true" focusable="false">${counts.map(
    ({ state }) =>
      html`<path class="day-${state}" d="${bandsOf(cells, state)}"/>${state === 'short' ? html`<path class="day-up" d="${bandsOf(cells, state, REST)}"/>` : ''}`,
  )}<path class="gaps" d="${cells
    .slice(1)
    .map((_, at) => `M${at + 1} 0V${HEIGHT}`)
    .join('')}"/></svg>
<p>${l.list(counts.map(({ state, days }) => words[state].count(days)))}</p></div>`;
}

/** Days in a row are one band: most strips are a single one. */
export function bandsOf(
  cells: readonly Pick<DayCell, 'state'>[],
  state: DayState,
  bands: readonly Band[] = BANDS[state],
): string {
  const path: string[] = [];
  for (let at = 0; at < cells.length; at += 1) {
    if (cells[at]?.state !== state) continue;
    const start = at;
    while (cells[at + 1]?.state === state) at += 1;
    const width = at + 1 - start;
    for (const [top, bottom] of bands) path.push(`M${start} ${top}h${width}V${bottom}h-${width}z`);
  }
  return path.join('');
}

/** What the shapes of a strip stand for. */
export function dayLegend(l: Localisation, states: readonly DayState[]): Html {
  const words = l.messages.probes;
  return html`<ul class="day-legend" aria-label="${words.legend}">${states.map(
    (state) => html`<li>${swatch(state)} ${words.days[state].label}</li>`,
  )}</ul>`;
}

/** The shape of a state, beside its word. */
export function swatch(state: DayState): Html {
  const drawn = (bands: readonly Band[], as: DayState) =>
    bands.map(
      ([top, bottom]) => html`<rect class="day-${as}" y="${top}" width="8" height="${bottom - top}"/>`,
    );
  return html`<svg class="day-swatch" viewBox="0 0 8 ${HEIGHT}" aria-hidden="true" focusable="false">${drawn(BANDS[state], state)}${state === 'short' ? drawn(REST, 'up') : ''}</svg>`;
}

/**
 * Everything that a strip shows, day by day; days in a row that were the same are one row.
 * @param coverageOf the coverage of some days together, as it is written
 */
export function dayTable(
  l: Localisation,
  caption: Html | string,
  runs: readonly DayRun[],
  coverageOf: (run: DayRun) => string,
): Html {
  const { probes, availability } = l.messages;
  return html`<table class="day-table"><caption class="visually-hidden">${caption}</caption>
<thead><tr><th scope="col">${availability.days}</th><th scope="col">${availability.stateHead}</th><th scope="col" class="numeric">${availability.downMinutes}</th><th scope="col" class="numeric">${probes.coverage}</th></tr></thead>
<tbody>${runs.map(
    (run) =>
      html`<tr><th scope="row">${run.from === run.to ? l.day(run.from, 'short') : l.days(run.from, run.to)}</th><td>${probes.days[run.state].label}</td><td class="numeric">${run.coverage.numerator === 0 ? '–' : l.number(run.downMinutes)}</td><td class="numeric">${coverageOf(run)}</td></tr>`,
  )}</tbody></table>`;
}

/** What a procedure or an address is now: a shape, a colour and a word. */
export function stateBadge(l: Localisation, state: keyof typeof SHAPES): Html {
  const { short, meaning } = l.messages.probes.verdicts[state];
  return html`<span class="state">${swatch(SHAPES[state])} <abbr title="${meaning}">${short}</abbr></span>`;
}

/** The shape of what a procedure or an address is at one moment. */
export const SHAPES = {
  up: 'up',
  degraded: 'degraded',
  down: 'long',
  blocked: 'blocked',
  unknown: 'unknown',
  maintenance: 'maintenance',
  unseen: 'none',
} as const satisfies Record<string, DayState>;
