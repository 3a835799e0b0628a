/** The French messages of the pages of reception sites. */
import { formats } from './formats.ts';

const { number, plural } = formats('fr');

const counted = (count: number, one: string, other: string): string =>
  `${number(count)} ${plural(count, { one, other })}`;
const sites = (count: number) => counted(count, 'lieu', 'lieux');

const list = {
  title: 'Lieux d’accueil',
  /** After the title, in the site plan. */
  eachSite: 'une page par lieu',
  description:
    'Les guichets où les usagers sont reçus, réseau par réseau, et ce que disent les avis qu’ils y laissent.',
  intro:
    'Centres des impôts, tribunaux, consulats, caisses : là où l’on est reçu. Les avis y sont recueillis et comptés comme ceux des démarches en ligne.',
  period: (from: string, to: string) => `Avis reçus du ${from} au ${to}.`,
  networks: 'Réseaux',
  networksNote:
    'La moyenne d’un réseau porte sur tous les avis de ses lieux réunis : un lieu compte d’autant plus qu’il a d’avis.',
  network: 'Réseau',
  siteCount: 'Lieux',
  told: 'Lieux avec des avis',
  satisfaction: 'Satisfaction',
  search: 'Nom, commune ou code postal',
  everyNetwork: 'Tous',
  sites: 'Lieux',
  site: 'Lieu',
  organisation: 'Administration',
  openButtons: 'Boutons ouverts',
  count: (shown: number, all: number) => (shown === all ? sites(all) : `${sites(shown)} sur ${number(all)}`),
  noNetwork: 'Sans réseau',
  unordered:
    'Les lieux n’accueillent ni les mêmes personnes ni pour les mêmes démarches : l’ordre n’est pas un classement.',
  empty: 'Aucun lieu ne correspond',
  emptyRemedy: 'Vérifiez l’orthographe, ou cherchez par la commune.',
  none: 'Aucun lieu d’accueil n’est connu',
  noneRemedy: 'Ils viennent du catalogue.',
};

const one = {
  description: (name: string) =>
    `${name} : adresse, horaires, accessibilité des locaux, et ce que disent les avis de ses usagers à côté de ceux de son réseau.`,
  links: 'Autres pages',
  listOfNetwork: 'Les lieux du réseau',
  visit: 'Y aller',
  address: 'Adresse',
  hours: 'Horaires',
  premises: 'Accessibilité des locaux',
  notStated: 'Non renseigné',
  ownedBy: 'Administration responsable',
  position: 'Position (latitude, longitude)',
  coordinates: (latitude: string, longitude: string) => `${latitude} ; ${longitude}`,
  figures: 'Ce que disent les avis',
  figuresNote: (period: string) =>
    `Avis reçus ${period}, par les mêmes questions et la même méthode que les démarches en ligne.`,
  criterion: 'Question',
  here: 'Ce lieu',
  ofNetwork: 'Son réseau',
  method: 'Comment ces chiffres sont calculés',
  leftOut: (count: number) =>
    `${counted(count, 'avis reçu et mis à part', 'avis reçus et mis à part')} : envois en rafale, textes presque identiques ou doublons. Ils ne comptent pas dans ces chiffres.`,
  coverage: (told: number, all: number) => `${number(told)} sur ${sites(all)}`,
  networkNote: (period: string) =>
    `La moyenne du réseau porte sur tous les avis de ses lieux réunis, celui-ci compris, ${period} : des mois entiers, et quels que soient les avis choisis. Aucun test ne dit si l’écart dépasse le hasard : les intervalles donnent une idée de ce qu’il explique.`,
  noNetwork: 'Ce lieu n’appartient à aucun réseau connu : il n’y a rien à quoi le comparer.',
  noReview: 'Aucun avis',
  noReviewRemedy: 'Aucun avis sur ce lieu n’est compté pendant cette période.',
  noReviewChosen: 'Aucun avis ne répond à ces choix. Effacez-en un, ou élargissez la période.',
  buttons: 'Boutons',
  buttonsNote: 'Ce par quoi les usagers donnent leur avis sur ce lieu.',
  noButton: 'Ce lieu n’a pas encore de bouton : aucun avis ne peut y être recueilli.',
  button: 'Bouton',
  channel: 'Où',
  asks: 'Questionnaire',
  step: 'Étape',
  state: 'État',
  open: (day: string) => `Ouvert depuis le ${day}`,
  closed: (day: string) => `Fermé le ${day}`,
  giveFeedback: 'Donner mon avis sur ce lieu',
  names: 'Noms au fil du temps',
  nameSince: (day: string) => `depuis le ${day}`,
};

export const frSites = { list, one };
