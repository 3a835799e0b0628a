import type { Localisation } from '../i18n/index.ts';
import { linkLine } from './blocks.ts';
import { choiceForm } from './choice-form.ts';
import { html } from './html.ts';
import { levelBar } from './level-bar.ts';
import { type ComponentSample, LONG_NAME } from './sample.ts';
import { beforeAfter, detailed, statistics } from './statistics.ts';
import { table } from './table.ts';

/** Figures of a whole, what changed, and the choice of what to show. */
export function editionSamples(l: Localisation): ComponentSample[] {
  return [
    {
      name: 'statistics',
      description: 'A few large figures, each with what it is counted over.',
      sample: statistics(l, [
        { label: 'En nombre', value: l.percentText('94.8'), detail: '147 sur 155 démarches' },
        { label: 'En volume', value: null, detail: 'Aucun volume n’est connu.' },
      ]),
    },
    {
      name: 'levelBar',
      description: 'How many take each level: a bar, then counts and words.',
      sample: levelBar(l, { good: 56, medium: 48, poor: 7, info: 0, none: 49 }),
    },
    {
      name: 'table (cards), detailed, beforeAfter',
      description: 'A table whose rows become cards on a narrow screen.',
      sample: table(l, {
        caption: 'Par ministère',
        cards: true,
        columns: [{ label: 'Ministère' }, { label: 'Démarches', numeric: true }, { label: 'En ligne' }],
        rows: [
          [LONG_NAME, l.number(34), beforeAfter(l, detailed(l, '90,3 %', '28 sur 31'), '100 %')],
          ['Ministère de la Culture', l.number(6), detailed(l, null, 'volume connu\u00a0: 0 sur 6')],
        ],
      }),
    },
    {
      name: 'choiceForm, linkLine',
      description: 'A choice among a few, and where else to go.',
      sample: html`${choiceForm({ action: '#', submit: l.messages.summary.show, fields: [{ name: 'critere', label: l.messages.summary.groupCriterion, value: 'a', options: [{ value: 'a', label: 'Satisfaction' }] }] })}${linkLine(l.messages.editionPages.label, [{ href: '#', label: l.messages.editionPages.summary }])}`,
    },
  ];
}
