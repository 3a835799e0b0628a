import type { Localisation } from '../i18n/index.ts';
import { placeScale } from './place-scale.ts';
import { type ComponentSample, LONG_NAME } from './sample.ts';
import { shareBars } from './share-bars.ts';

/** What surveys find: shares and places. */
export function surveySamples(l: Localisation): ComponentSample[] {
  const words = l.messages.surveys;
  const bar = (label: string, share: number, n: number | null) => ({
    label,
    share,
    text: l.percentText(String(share * 100)),
    interval: n === null ? null : ([share - 0.03, share + 0.03] as const),
    notes:
      n === null
        ? words.withoutInterval.n_unknown
        : words.interval(l.percentText('59'), l.percentText('65'), l.number(n)),
  });
  return [
    {
      name: 'shareBars',
      description:
        'Shares with their interval, a part of an answer, a reference, a share that nobody gave and a break of series.',
      sample: shareBars(l, {
        title: 'Ont fait une démarche en ligne',
        rowLabel: words.wave,
        bars: [
          bar('2016', 0.62, 1000),
          { ...bar('Chaque semaine', 0.27, 1000), isPart: true },
          { ...bar('2017', 0.67, null), breakReason: words.breaks.wording },
          { label: LONG_NAME, share: null, text: words.notReported, interval: null },
          { ...bar('Union', 0.34, null), isReference: true },
        ],
      }),
    },
    {
      name: 'placeScale',
      description: 'A place among others, at the ends of the scale as within it.',
      sample: placeScale(l, {
        title: 'Indice inventé',
        among: 28,
        note: words.placesNote(28),
        places: [1, 9, 27].map((place) => ({
          label: `Sujet ${place}`,
          place,
          text: words.place(place, 28),
        })),
      }),
    },
  ];
}
