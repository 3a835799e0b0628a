/** The French words of figures of usage: how many, of what, restricted to what. */
import type { Status } from '../../core/figure.ts';
import { formats } from './formats.ts';

const { number } = formats('fr');

/** What stands in the place of a value that there is not. */
const absent: Readonly<Record<Exclude<Status, 'measured' | 'declared' | 'suspect'>, string>> = {
  not_reported: 'non communiqué',
  not_applicable: 'sans objet',
  insufficient: 'trop peu de réponses',
};

/** The names of what figures are restricted to. */
const dimensions: Readonly<Record<string, string>> = {
  device: 'Appareil',
  country: 'Pays',
  form: 'Formulaires',
  change_from: 'Par rapport à',
  screens: 'Nombre d’écrans',
  cumulative_since: 'Compté depuis',
  range: 'Borne',
  channel: 'Accès',
  answer: 'Réponse',
  topic: 'Sujet',
  satisfaction_index: 'Indice de satisfaction',
};

/** The words of closed lists, and of the figures that the project ships; others are shown as they are. */
const values: Readonly<Record<string, string>> = {
  'device=desktop': 'ordinateur',
  'device=mobile': 'téléphone',
  'device=tablet': 'tablette',
  'device=other': 'autre',
  'range=low': 'basse',
  'range=high': 'haute',
  'channel=classic site': 'site classique',
  'channel=mobile': 'application ou site mobile',
  'form=CERFA': 'formulaires CERFA',
  'cumulative_since=launch (5 years)': 'le lancement (5 ans)',
  'satisfaction_index=above 80\u0020%': 'au-dessus de 80 %',
  'topic=digital administration': 'administration numérique',
  'topic=usage': 'usages',
  'answer=at least once a month': 'au moins une fois par mois',
  'answer=several times a month': 'plusieurs fois par mois',
  'answer=did an administrative procedure online in the last 12 months':
    'a fait une démarche administrative en ligne dans les 12 derniers mois',
  'answer=digital services are advanced': 'les services numériques sont avancés',
  'answer=ahead of or level with private companies':
    'en avance sur les entreprises privées, ou à leur niveau',
};

const VOWEL = /^[aeéèêiouyh]/i;

export const frFigureWords = {
  absent,
  dimensions,
  values,
  /** "290 millions de visites", "772 600 comptes", "27 millions d’usagers". */
  ofThings: (count: string, things: string) => {
    if (!/(million|milliard)s?$/.test(count)) return `${count} ${things}`;
    return VOWEL.test(things) ? `${count} d’${things}` : `${count} de ${things}`;
  },
  rank: (place: number) => (place === 1 ? '1er rang' : `${number(place)}e rang`),
  euros: (amount: string) => `${amount} €`,
};
