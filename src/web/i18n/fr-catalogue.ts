/** The French messages of the list of procedures. */
import { formats } from './formats.ts';

const { number, plural } = formats('fr');

const procedures = (count: number): string =>
  `${number(count)} ${plural(count, { one: 'démarche', other: 'démarches' })}`;

export const frCatalogue = {
  title: 'Démarches',
  intro:
    'Toutes les démarches suivies, l’administration qui en répond et leurs derniers résultats. La page de chacune dit d’où vient chaque chiffre et comment il a changé.',
  description:
    'Chercher une démarche administrative et voir comment elle marche : en ligne ou non, satisfaction, accessibilité, disponibilité, volume.',
  searchLabel: 'Nom de la démarche ou de l’administration',
  search: 'Recherche',
  moreFilters: 'Filtres',
  audiences: 'Publics',
  lifeEvents: 'Événements de vie',
  lifeEvent: 'Événement de vie',
  status: 'État du résultat',
  filterNote:
    'Un critère choisi seul garde les démarches qui ont un niveau pour lui. Un niveau ou un état choisi sans critère garde celles qui l’ont pour au moins un critère.',
  kind: 'Type',
  kinds: {
    online_procedure: 'Démarche en ligne',
    simulator: 'Simulateur',
    mobile_application: 'Application mobile',
    automatic_entitlement: 'Droit versé sans démarche',
  },
  publicId: (id: string) => `Identifiant ${id}`,
  onlineOnlySince: (day: string) => `Uniquement en ligne depuis le ${day}`,
  plannedOpening: (day: string) => `Ouverture prévue le ${day}`,
  /** Announced at each search: how many, and in what order. */
  count: (found: number, all: number, order: string | null) =>
    `${procedures(found)} sur ${number(all)}${order === null ? '' : `, ${order}`}`,
  orders: {
    relevance: 'des plus proches de la recherche aux moins proches',
    name: 'dans l’ordre alphabétique',
    nameReversed: 'dans l’ordre alphabétique inverse',
    ascending: (column: string) => `par ${column}, dans l’ordre croissant`,
    descending: (column: string) => `par ${column}, dans l’ordre décroissant`,
  },
  near: 'Aucune démarche n’a tous ces mots écrits ainsi : voici celles dont les mots s’en approchent.',
  some: 'Aucune démarche n’a tous ces mots : voici celles qui en ont le plus.',
  resultsOf: 'Résultats de l’édition',
  cutoff: (day: string) => `données arrêtées au ${day}.`,
  noEdition: 'Aucune édition n’est publiée : les démarches n’ont pas encore de résultats.',
  absentFrom: (edition: string) => `absente de l’édition ${edition}`,
  tableCaption: 'Démarches et leurs derniers résultats',
  volume: 'Volume par an',
  volumeOnline: 'en ligne',
  tableNote:
    'n est le nombre de réponses d’usagers. Le volume est le nombre de démarches faites en un an, par tous les moyens. Dans un tri, les valeurs absentes ou douteuses viennent en dernier.',
  empty: 'Aucune démarche ne correspond',
  emptySearch: 'Essayez un seul mot, un mot plus court, ou le nom de l’administration.',
  emptyFilters: 'Retirez un filtre :',
  without: (filter: string, value: string, count: number) =>
    `${procedures(count)} sans le filtre ${filter} « ${value} »`,
  withoutSearch: (words: string, count: number) => `${procedures(count)} sans la recherche « ${words} »`,
  seeAll: 'Voir toutes les démarches',
};
