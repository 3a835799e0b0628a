import type { Localisation } from '../i18n/index.ts';
import { progressBar } from './blocks.ts';
import { distributionChart } from './distribution-chart.ts';
import { figure, inlineFigure } from './figure.ts';
import { type Html, html } from './html.ts';
import { levelBadge } from './level.ts';
import { lineChart } from './line-chart.ts';
import type { ComponentSample } from './sample.ts';
import { sparkline } from './sparkline.ts';

/** Levels, figures and charts. */
export function figureSamples(l: Localisation): ComponentSample[] {
  const mark = {
    status: 'measured',
    value: l.number('8.2'),
    unit: l.messages.units.outOfTen,
    level: 'good',
    interval: [l.number('8.0'), l.number('8.4')],
    n: 1204,
  } as const;
  return [
    {
      name: 'levelBadge',
      description: 'Colour, word and shape; a borderline level says so.',
      sample: html`<p>${(['good', 'medium', 'poor', 'info', 'none'] as const).map((level) => html`${levelBadge(l, level)} `)}</p><p>${levelBadge(l, 'medium', true)}</p>`,
    },
    {
      name: 'figure, inlineFigure',
      description:
        'A figure never stands alone: level, interval, n, or the status that says why there is none.',
      sample: html`${figure(l, mark)}${figure(l, { ...mark, value: l.number('7.98'), level: 'medium', borderline: true, interval: [l.number('7.90'), l.number('8.06')], n: 1_250_431 })}${figure(
        l,
        { status: 'suspect', value: l.percentText('0.25'), level: 'none' },
      )}${figure(l, { status: 'insufficient', value: null, level: 'none', n: 12 })}<p>${inlineFigure(l, mark)}</p>`,
    },
    {
      name: 'lineChart',
      description: 'Interval band, thresholds, a gap and a break of series.',
      sample: lineSample(l),
    },
    {
      name: 'distributionChart',
      description: 'How answers are distributed; the table is the chart.',
      sample: distributionChart(l, {
        title: 'Répartition des 1 000 avis',
        bars: [
          { label: 'Très bien', count: 850, shareText: l.percentText('85'), level: 'good' },
          { label: 'Moyen', count: 100, shareText: l.percentText('10'), level: 'medium' },
          { label: 'Pas bien', count: 50, shareText: l.percentText('5'), level: 'poor' },
        ],
      }),
    },
    {
      name: 'sparkline',
      description: 'The shape of a series, with a gap and a new start; it decorates a figure told in words.',
      sample: html`<p>${sparkline(
        [0.71, 0.74, null, 0.78, 0.5, 0.58, 0.61].map((value, i) => ({ value, startsAnew: i === 4 })),
      )}</p>`,
    },
    {
      name: 'progressBar',
      description: 'Coverage beside every aggregate.',
      sample: html`${progressBar(l, { label: 'Démarches dont la note est connue', done: 148, total: 160 })}${progressBar(l, { label: 'Administrations à jour', done: 0, total: 1320 })}`,
    },
  ];
}

function lineSample(l: Localisation): Html {
  const values = [6.9, 7.1, 7.2, null, 7.4, 7.3, 7.9, 8.0, 8.1, 8.2];
  return lineChart(l, {
    title: 'Satisfaction, de 2023 à 2025',
    domain: [5, 10],
    tickText: (tick) => l.number(tick),
    thresholds: [{ value: 8, text: `${l.messages.levels.good} ≥ 8` }],
    points: values.map((value, i) => ({
      label: `T${((i + 1) % 4) + 1} ${2023 + Math.floor((i + 1) / 4)}`,
      value,
      text: value === null ? '' : l.number(value, { decimals: 1 }),
      interval: value === null ? null : [value - 0.3, value + 0.3],
      intervalText:
        value === null
          ? ''
          : `[${l.number(value - 0.3, { decimals: 1 })} – ${l.number(value + 0.3, { decimals: 1 })}]`,
      n: value === null ? null : 900 + 37 * i,
      ...(i === 6 && { breakReason: 'nouvelle formulation de la question' }),
    })),
  });
}
