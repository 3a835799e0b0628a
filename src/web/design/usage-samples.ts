import type { Localisation } from '../i18n/index.ts';
import { funnel } from './funnel.ts';
import { type ComponentSample, LONG_NAME } from './sample.ts';
import { stackedBar } from './stacked-bar.ts';
import { toldFigures } from './told-figures.ts';

/** How much services are used: figures in words, parts of a whole, steps. */
export function usageSamples(l: Localisation): ComponentSample[] {
  const words = l.messages.usages.procedure;
  const part = (label: string, share: number) => ({
    label,
    share,
    text: l.percentText((share * 100).toFixed(1)),
  });
  return [
    {
      name: 'toldFigures',
      description:
        'A figure in words with its exact value and its change, a long one with its notes, an absent one.',
      sample: toldFigures(l, [
        {
          label: 'Comptes',
          told: '27,5 millions de comptes',
          exact: l.number(27_500_000),
          value: 27_500_000,
          change: '+4 millions (+17 %) par rapport à 2016',
          notes: ['Déclaré'],
        },
        {
          label: LONG_NAME,
          parts: ['Appareil : téléphone'],
          told: '40 %',
          exact: null,
          value: 0.4,
          notes: [LONG_NAME],
        },
        { label: 'Usagers', told: 'non communiqué', exact: null, value: null, notes: [] },
      ]),
    },
    {
      name: 'stackedBar',
      description:
        'Parts that make the whole but for their rounding, then parts that leave a rest, and more than four.',
      sample: stackedBar(l, {
        title: 'Pages vues par appareil',
        partLabel: words.device,
        parts: [part('ordinateur', 0.549), part('téléphone', 0.374), part('tablette', 0.076)],
      }),
    },
    {
      name: 'stackedBar with a rest',
      description: 'Parts of which the source does not give all.',
      sample: stackedBar(l, {
        title: LONG_NAME,
        partLabel: words.device,
        parts: [part('téléphone', 0.4)],
        rest: l.messages.usages.one.untoldPart,
      }),
    },
    {
      name: 'funnel',
      description: 'Steps of a procedure, one of which is reached more often than the step before.',
      sample: funnel(l, {
        title: words.funnelTitle,
        heads: { step: words.step, count: words.reached, share: words.ofStarts, lost: words.lost },
        steps: [
          { label: words.steps.start, count: 1200, shareText: l.percentText(100), lostText: null },
          { label: LONG_NAME, count: 1300, shareText: l.percentText('108.3'), lostText: words.more },
          {
            label: words.steps.submitted,
            count: 900,
            shareText: l.percentText(75),
            lostText: words.lostOf(l.number(400), l.percentText('30.7')),
          },
        ],
      }),
    },
  ];
}
