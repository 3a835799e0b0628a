import type { Verdict } from '../../probes/index.ts';
import type { Localisation } from '../i18n/index.ts';
import { minuteStrip } from './minute-strip.ts';
import { pairedChart } from './paired-chart.ts';
import type { ComponentSample } from './sample.ts';

/** What probes see: minutes, and days of traffic beside days of answers. */
export function probeSamples(l: Localisation): ComponentSample[] {
  const some = (n: number, verdict: Verdict | null) => Array.from({ length: n }, () => verdict);
  return [
    {
      name: 'minuteStrip',
      description: 'A day minute by minute, with an outage, a refusal of the robot and a gap.',
      sample: minuteStrip(l, {
        startsAt: new Date('2025-10-14T12:00:00Z'),
        caption: 'Minutes',
        minutes: [
          ...some(600, 'up'),
          ...some(25, 'down'),
          ...some(300, 'up'),
          ...some(120, 'blocked'),
          ...some(60, null),
          ...some(335, 'degraded'),
        ],
      }),
    },
    {
      name: 'pairedChart',
      description: 'Traffic above, response below, with gaps, a lone point, an outage and an annotation.',
      sample: pairedChart(l, {
        title: 'Visites et temps de réponse',
        points: Array.from({ length: 30 }, (_, at) => {
          const bar = at === 7 ? null : 1_000 + 400 * (at % 7);
          const value = at > 10 && at < 15 && at !== 12 ? null : 210 + 9 * (at % 7);
          return {
            label: l.day(`2025-09-${String(at + 1).padStart(2, '0')}`, 'short'),
            bar,
            values: [value, value && value * 3],
            marks: at === 20 ? ['incident' as const] : at === 3 ? ['annotation' as const] : [],
            cells: [bar === null ? '–' : l.number(bar), value === null ? '–' : l.number(value), '–'],
          };
        }),
        bars: { label: 'Visites par jour', tickText: (value) => l.number(value) },
        lines: {
          label: 'Temps de réponse (ms)',
          names: ['Médiane', '95e centile'],
          tickText: (value) => l.number(value),
        },
        markNames: { incident: 'Panne', annotation: 'Événement' },
        heads: ['Jour', 'Visites', 'Médiane', ''],
      }),
    },
  ];
}
