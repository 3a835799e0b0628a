import { DAY_STATES, type DayCell, type DayState, runsOf } from '../day-state.ts';
import type { Localisation } from '../i18n/index.ts';
import { dayLegend, dayStrip, dayTable, SHAPES, stateBadge } from './day-strip.ts';
import { html } from './html.ts';
import { type ComponentSample, LONG_NAME } from './sample.ts';

/** Days and states of procedures. */
export function availabilitySamples(l: Localisation): ComponentSample[] {
  const cells: DayCell[] = Array.from({ length: 27 }, (_, at) => ({
    day: `2026-01-${String(at + 1).padStart(2, '0')}`,
    state: stateAt(at),
    availability: null,
  }));
  return [
    {
      name: 'dayLegend, dayStrip, dayTable',
      description: 'Every kind of day, three of each; the table says which days they are.',
      sample: html`${dayLegend(l, DAY_STATES)}${dayStrip(l, cells)}${dayTable(l, LONG_NAME, runsOf(cells), () => '–')}`,
    },
    {
      name: 'stateBadge',
      description: 'What a procedure is now: a shape, a colour and a word.',
      sample: html`<p>${(Object.keys(SHAPES) as (keyof typeof SHAPES)[]).map((state) => html`${stateBadge(l, state)} `)}</p>`,
    },
  ];
}

function stateAt(at: number): DayState {
  return DAY_STATES[Math.floor(at / 3)] ?? 'none';
}
