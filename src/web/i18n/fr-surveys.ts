/** The French messages of the pages of surveys. */
import type { UntestableWaves } from '../../criteria/index.ts';
import { formats } from './formats.ts';

const { number, plural } = formats('fr');

const people = (count: number) =>
  `${number(count)} ${plural(count, { one: 'personne interrogée', other: 'personnes interrogées' })}`;
const ordinal = (place: number) => `${number(place)}${place === 1 ? 'er' : 'e'}`;

const untestable: Readonly<Record<UntestableWaves, string>> = {
  wording_changed: 'Pas de comparaison : la question a changé entre les deux vagues.',
  population_changed: 'Pas de comparaison : les deux vagues n’ont pas interrogé la même population.',
  absent: 'Pas de comparaison : l’une des deux vagues ne donne pas de chiffre.',
  inexact: 'Pas de comparaison : l’un des deux chiffres n’est qu’approché.',
  n_unknown:
    'On ne peut pas dire si cet écart dépasse le hasard du choix des personnes : leur nombre est inconnu.',
  part_n_unknown:
    'On ne peut pas dire si cet écart dépasse le hasard du choix des personnes : le nombre de celles à qui ce chiffre se rapporte est inconnu.',
  too_few: 'Trop peu de personnes interrogées pour dire si cet écart dépasse le hasard de leur choix.',
  no_variance: 'Toutes les personnes ont répondu de même dans les deux vagues : il n’y a rien à comparer.',
};

export const frSurveys = {
  title: 'Baromètres et enquêtes',
  intro:
    'Ce que des personnes interrogées disent des services publics numériques, ou la place du pays parmi d’autres. Ces chiffres valent pour la population interrogée ; ils ne comptent pas des usages.',
  description:
    'Les enquêtes et baromètres sur les services publics numériques : ce qu’ils demandent, à qui, à combien de personnes, et ce qu’ils trouvent.',
  /** In the site plan, after the name of the list. */
  eachSurvey: 'et une page par enquête',
  none: 'Aucune enquête n’est encore décrite',
  noneRemedy: 'Une enquête paraît ici dès que son fichier est importé.',
  howToRead: 'Comment lire ces chiffres',
  reading: [
    'Une enquête interroge une partie de la population. Le chiffre trouvé serait un peu différent avec d’autres personnes : [l’intervalle](glossary#interval) ou [marge d’erreur](glossary#margin-of-error) dit de combien. Il se calcule à partir du nombre de personnes interrogées, noté n.',
    'Une [vague](glossary#wave) est une réalisation de l’enquête. Deux vagues ne se comparent que si la question et la population sont les mêmes.',
    'L’intervalle suppose des personnes tirées au hasard. Quand une enquête les choisit autrement (quotas, panel), l’incertitude réelle est souvent plus grande.',
    'Quand une source ne dit pas combien de personnes ont répondu, nous écrivons « n inconnu » et ne donnons pas d’intervalle.',
  ],
  one: 'Enquête',
  index: 'Indice',
  producer: (name: string) => `Réalisation : ${name}`,
  population: 'Population',
  populationIs: (who: string) => `Population : ${who}`,
  waves: (count: number) => `${number(count)} ${plural(count, { one: 'vague', other: 'vagues' })}`,
  latestWave: (wave: string) => `Dernière vague : ${wave}`,
  people,
  peopleUnknown: 'n inconnu',
  noPeople: 'Indice calculé : personne n’est interrogé pour lui',
  headline: (wave: string) => `En ${wave}`,
  /** A group and its figure: "France : 66 %". */
  ofGroup: (group: string, value: string) => `${group} : ${value}`,
  coverage: 'Chiffres connus',
  coveragePeople: 'Parts dont le nombre de personnes est connu',
  notReported: 'non communiqué',
  place: (place: number, among: number) => `${ordinal(place)} sur ${number(among)}`,
  ordinal,
  withoutInterval: {
    inexact: 'chiffre approché',
    n_unknown: 'n inconnu',
    part_n_unknown: 'n inconnu',
  },
  interval: (low: string, high: string, n: string) => `de ${low} à ${high} · n = ${n}`,
  wavesTitle: 'Les vagues',
  wave: 'Vague',
  method: 'Méthode',
  methodUnknown: 'Non décrite par la source',
  asked: 'Personnes interrogées',
  source: 'Source',
  ofPart: (who: string, count: string) => `Ces parts portent sur : ${who} (${count}).`,
  wordingTitle: 'Libellé exact de la question',
  wordingUnknown: 'Libellé exact non donné par la source : le titre ci-dessus est de nous.',
  quoted: (text: string) => `« ${text} »`,
  answersIn: (wave: string) => `Réponses, ${wave}`,
  answerBy: (answer: string, wave: string) => `${answer}, ${wave}`,
  answer: 'Réponse',
  group: 'Groupe',
  share: 'Part',
  ofWhich: 'dont',
  breaks: {
    wording: 'Rupture de série : la question a changé',
    population: 'Rupture de série : la population interrogée a changé',
  },
  barsNote: 'Chaque barre va de 0 à 100 %.',
  unknownNote:
    'n inconnu : la source ne dit pas sur combien de personnes la part porte. Il n’y a donc pas d’intervalle.',
  whiskerNote: 'Le trait en travers du bout de la barre est l’intervalle à 95 %.',
  groupsNote:
    'Les parts de groupes différents ne s’additionnent pas, et leur moyenne n’est pas celle de l’ensemble.',
  groupsUntested:
    'Les écarts entre groupes ne sont pas testés : le nombre de personnes de chacun est inconnu.',
  againstReference: (group: string, gap: string, reference: string) =>
    `${group} : ${gap} que la référence « ${reference} ».`,
  evolution: 'Évolution',
  between: (from: string, to: string) => `Entre ${from} et ${to}`,
  change: (between: string, before: string, after: string, gap: string | null) =>
    `${between} : ${before} puis ${after}${gap === null ? '' : `, ${gap}`}.`,
  pointsMore: (points: string, size: number) =>
    `${points} ${plural(size, { one: 'point', other: 'points' })} de plus`,
  pointsLess: (points: string, size: number) =>
    `${points} ${plural(size, { one: 'point', other: 'points' })} de moins`,
  noPoint: 'pas un point d’écart',
  kinds: {
    rise: 'Hausse',
    fall: 'Baisse',
    no_significant_change: 'Pas de changement établi',
    not_testable: 'Non testable',
  },
  verdicts: {
    rise: 'Cette hausse dépasse ce que le hasard du choix des personnes peut expliquer',
    fall: 'Cette baisse dépasse ce que le hasard du choix des personnes peut expliquer',
    no_significant_change: 'Le hasard du choix des personnes suffit à expliquer l’écart',
  },
  test: (z: string, p: string) => `(test de deux proportions : z = ${z}, ${p}).`,
  needed: (count: string) =>
    `Pour qu’un tel écart soit significatif, il faudrait au moins ${count} personnes par vague.`,
  untestable,
  held: 'Quand plusieurs évolutions sont testées, la part de fausses découvertes est tenue à 5 % sur l’ensemble de la page.',
  placesTitle: (wave: string) => `Places, ${wave}`,
  placeColumn: 'Place',
  placesNote: (among: number) =>
    `Chaque point est une des ${number(among)} places ; le grand point marque la place obtenue. Les places des autres ne sont pas données par la source.`,
  subject: 'Sujet',
};
