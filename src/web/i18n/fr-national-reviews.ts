/** The French messages of the page of all reviews together. */
import { formats } from './formats.ts';

const { number, plural } = formats('fr');

const counted = (count: number, one: string, other: string): string =>
  `${number(count)} ${plural(count, { one, other })}`;
const reviews = (count: number) => counted(count, 'avis', 'avis');
const procedures = (count: number) => counted(count, 'démarche', 'démarches');

export const frNationalReviews = {
  title: 'Avis des usagers',
  description:
    'Les avis recueillis par le bouton « Je donne mon avis » : combien, sur combien de démarches, et la part des démarches très bien notées, ministère par ministère.',
  /** `reviewCount` and `procedureCount` have their nouns. */
  lead: (reviewCount: string, procedureCount: string, equipped: number) =>
    `${reviewCount} recueillis depuis le premier bouton. ${procedureCount} ${plural(equipped, { one: 'a', other: 'ont' })} aujourd’hui un bouton « Je donne mon avis ».`,
  leadNone:
    'Aucun avis n’a encore été recueilli. Ils seront comptés ici dès qu’une démarche sera équipée du bouton « Je donne mon avis ».',
  figures: 'L’essentiel',
  inAll: 'Avis recueillis en tout',
  inAllSince: (month: string) => `depuis ${month}`,
  ofSites: (count: string) => `${count} sur des lieux d’accueil`,
  inPeriod: 'Avis de la période',
  inPeriodDetail: (told: number) => `sur ${procedures(told)}`,
  equipped: 'Démarches équipées',
  equippedDetail: (all: number, share: string | null) =>
    `sur ${procedures(all)}${share === null ? '' : `, soit ${share}`}`,
  veryGood: 'Démarches très bien notées',
  veryGoodRatio: (good: string, all: number) =>
    `${good} sur ${counted(all, 'démarche équipée', 'démarches équipées')}`,
  noneRated: (equipped: number, minimum: number) =>
    `aucune note : moins de ${number(minimum)} avis sur ${plural(equipped, { one: 'la démarche équipée', other: `chacune des ${number(equipped)} démarches équipées` })}`,
  veryGoodMeaning: (bar: string, minimum: number) =>
    `« Très bien » veut dire une satisfaction strictement supérieure à ${bar} sur la période. Une démarche de moins de ${number(minimum)} avis n’a pas de note : elle compte parmi les équipées, pas parmi les très bien notées.`,
  unrated: (count: number) =>
    plural(count, {
      one: `${procedures(count)} équipée n’a pas encore assez d’avis pour être notée.`,
      other: `${procedures(count)} équipées n’ont pas encore assez d’avis pour être notées.`,
    }),
  pooled: 'Note moyenne, tous avis réunis',
  pooledDetail: (count: number) => `sur ${reviews(count)}`,
  deployment: 'Le déploiement du bouton',
  deploymentChart: 'Démarches équipées du bouton, à la fin de chaque mois',
  deploymentNote: 'Une démarche est équipée quand au moins un de ses boutons d’avis est ouvert ce jour-là.',
  deploymentCounted: 'Part des démarches suivies aujourd’hui',
  monthly: 'Les avis, mois par mois',
  monthlyChart: 'Avis recueillis chaque mois',
  monthlyCounted: 'Démarches et lieux qui en ont reçu',
  inProgress: (month: string) => `${month} (en cours)`,
  byMinistry: 'Par ministère',
  ministry: 'Ministère',
  noMinistry: 'Sans ministère connu',
  equippedColumn: 'Équipées',
  reviewsColumn: 'Avis de la période',
  veryGoodColumn: 'Très bien notées',
  satisfactionColumn: 'Satisfaction',
  byProcedure: 'Les démarches qui ont le plus d’avis',
  procedure: 'Démarche',
  shownOf: (shown: number, all: number) =>
    `Les ${number(shown)} premières sur ${number(all)} : le fichier les donne toutes.`,
  none: 'Aucune démarche n’est encore équipée',
  noneRemedy:
    'Une administration pose le bouton sur son site, et les avis arrivent ici. Cela se fait en une ligne, sans script ni cookie.',
  periodNote: (period: string) =>
    `La période est de mois entiers, ${period} ; le mois en cours s’arrête aujourd’hui.`,
  veryGoodRange: (least: string, most: string) => `de ${least} à ${most} selon les intervalles`,
  rangeMeaning:
    '« Selon les intervalles » : le premier nombre compte les démarches dont tout l’intervalle de confiance à 95 % dépasse la barre, le second celles dont une partie au moins la dépasse.',
  beforeTitle: 'À côté de la période précédente',
  figure: 'Chiffre',
  reviewsOfProcedures: 'Avis sur des démarches',
  thisPeriod: 'Cette période',
  periodBefore: 'Autant de mois avant',
  beforeDays: (period: string, before: string) =>
    `Cette période : ${period}. Autant de mois avant : ${before}.`,
  unratedColumn: 'Équipées, trop peu d’avis pour une note',
  beforeNote:
    'Ce ne sont pas toujours les mêmes démarches : un écart ne dit pas à lui seul que chacune a changé.',
  inProgressNote: 'Le mois en cours n’est pas fini : la période est plus courte que la précédente.',
  beforeNone: (period: string) =>
    `Autant de mois avant, ${period}, aucune démarche n’était équipée : il n’y a rien à quoi comparer.`,
};
