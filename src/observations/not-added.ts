/** Why values of an indicator are not added up, for whoever asks for their sum. */
import { type Axis, type Indicator, type Nature, type Words, words } from './indicator-definition.ts';

const TWICE = words(
  'ce qui est compté ici peut l’être aussi là : une somme compterait deux fois',
  'what is counted here may be counted there too: a sum would count it twice',
);
const SAME_PEOPLE: Readonly<Record<Axis, Words>> = {
  time: words(
    'les personnes d’un mois sont en partie celles du mois suivant : additionner compterait les fidèles plusieurs fois',
    'the people of one month are in part those of the next: a sum would count regular users several times',
  ),
  devices: words(
    'une même personne vient avec son ordinateur et son téléphone : additionner la compterait deux fois',
    'one person comes with a computer and a phone: a sum would count them twice',
  ),
  subjects: words(
    'une même personne utilise plusieurs services : additionner la compterait plusieurs fois',
    'one person uses several services: a sum would count them several times',
  ),
};
const NO_SENSE = words('cette donnée ne s’additionne pas', 'this figure does not add up');
const UNEVEN = words(
  'une moyenne de taux ou de notes donnerait autant de poids à dix réponses qu’à dix mille, et les deux nombres à diviser ne sont pas connus',
  'a mean of rates or marks would give ten answers as much weight as ten thousand, and the two numbers to divide are not known',
);

const WHY: Readonly<Record<Exclude<Nature, 'rate'>, Readonly<Record<Axis, Words>>>> = {
  flow: {
    time: words(
      'cette donnée est dite par mois : sa somme sur l’année serait une autre donnée',
      'this figure is told by the month: its sum over the year would be another figure',
    ),
    devices: TWICE,
    subjects: SAME_PEOPLE.subjects,
  },
  stock: {
    time: words(
      'c’est un état à une date : la dernière valeur remplace les précédentes, elle ne s’y ajoute pas',
      'it is a state at a date: the last value takes the place of the earlier ones, and is not added to them',
    ),
    devices: TWICE,
    subjects: TWICE,
  },
  people: SAME_PEOPLE,
  rank: { time: NO_SENSE, devices: NO_SENSE, subjects: NO_SENSE },
  word: { time: NO_SENSE, devices: NO_SENSE, subjects: NO_SENSE },
};

const RATIO_WHY: Readonly<Record<Axis, Words>> = {
  time: SAME_PEOPLE.time,
  devices: words(
    'chaque part est rapportée au même tout : les deux nombres à diviser ne s’additionnent pas',
    'each part is over the same whole: the two numbers to divide do not add up',
  ),
  subjects: words(
    'les populations de deux services se recoupent, ou ne sont pas de même nature',
    'the populations of two services overlap, or are not of one kind',
  ),
};

/** Why values of an indicator are not added up along an axis, in both languages; null where they may be. */
export function whyNotAdded({ nature, additive, ratio }: Indicator, over: Axis): Words | null {
  if (additive[over]) return null;
  if (nature !== 'rate') return WHY[nature][over];
  return ratio === null ? UNEVEN : RATIO_WHY[over];
}
