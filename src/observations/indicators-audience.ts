/** The indicators of audience: visits, people, accounts, applications. */
import { type Indicator, indicator, words } from './indicator-definition.ts';

const VISITS = words('visites', 'visits');
const USERS = words('usagers', 'users');
const VISITORS = words('visiteurs', 'visitors');
const ACCOUNTS = words('comptes', 'accounts');
const DOWNLOADS = words('téléchargements', 'downloads');

/** No country has more people, and nobody is counted twice. */
const A_POPULATION = [0, 1_000_000_000] as const;

export const AUDIENCE_INDICATORS: readonly Indicator[] = [
  indicator('flow', {
    id: 'visits',
    things: VISITS,
    label: words('Visites', 'Visits'),
    definition: words(
      'Nombre de visites sur la période. Une personne qui revient plus tard fait une autre visite.',
      'How many visits over the period. Someone who comes back later makes another visit.',
    ),
  }),
  indicator('flow', {
    id: 'page_views',
    things: words('pages vues', 'page views'),
    label: words('Pages vues', 'Page views'),
    definition: words(
      'Nombre de pages affichées sur la période. Une visite en compte souvent plusieurs.',
      'How many pages were displayed over the period. A visit often has several.',
    ),
  }),
  indicator('flow', {
    id: 'visitor_days',
    things: words('visiteurs-jours', 'visitor-days'),
    label: words('Visiteurs-jours', 'Visitor-days'),
    definition: words(
      'Visiteurs différents de chaque jour, additionnés sur les jours. Une personne venue trois jours compte trois fois : Vigie ne reconnaît personne d’un jour à l’autre.',
      'Distinct visitors of each day, added up over the days. Someone who came on three days counts three times: Vigie recognises nobody from one day to the next.',
    ),
    additive: { time: true, devices: true, subjects: false },
  }),
  indicator('rate', {
    id: 'visit_share',
    unit: 'share',
    label: words('Part des visites', 'Share of visits'),
    definition: words(
      'Part des visites faites d’une certaine façon, par exemple sur un téléphone ; la dimension dit laquelle.',
      'Share of the visits made in a certain way, on a phone for instance; the dimension says which.',
    ),
    additive: { time: true, devices: false, subjects: true },
    ratio: { numerator: words('visites de cette sorte', 'visits of this kind'), denominator: 'visits' },
  }),
  indicator('rate', {
    id: 'view_share',
    unit: 'share',
    label: words('Part des pages vues', 'Share of page views'),
    definition: words(
      'Part des pages affichées d’une certaine façon, par exemple sur un ordinateur ; la dimension dit laquelle.',
      'Share of the pages displayed in a certain way, on a computer for instance; the dimension says which.',
    ),
    additive: { time: true, devices: false, subjects: true },
    ratio: {
      numerator: words('pages vues de cette sorte', 'page views of this kind'),
      denominator: 'page_views',
    },
  }),
  indicator('rate', {
    id: 'visit_growth',
    unit: 'growth',
    label: words('Évolution des visites', 'Growth of visits'),
    definition: words(
      'De combien le nombre de visites augmente ou baisse d’une année à la suivante.',
      'By how much the number of visits rises or falls from one year to the next.',
    ),
    periodKind: 'year',
  }),
  indicator('flow', {
    id: 'connections',
    things: words('connexions', 'connections'),
    label: words('Connexions', 'Connections'),
    definition: words(
      'Nombre de connexions à un compte sur la période.',
      'How many times users signed in to an account over the period.',
    ),
  }),
  indicator('flow', {
    id: 'monthly_connections',
    things: words('connexions', 'connections'),
    label: words('Connexions par mois', 'Connections a month'),
    definition: words(
      'Nombre de connexions en un mois. Donné pour une année, c’est une moyenne.',
      'How many connections in a month. Of a year, it is a mean.',
    ),
    additive: { time: false },
  }),
  indicator('people', {
    id: 'users',
    things: USERS,
    label: words('Utilisateurs', 'Users'),
    definition: words(
      'Nombre de personnes qui utilisent le service ou l’ont utilisé, à la date de la source.',
      'How many people use the service or have used it, at the date of the source.',
    ),
    plausible: A_POPULATION,
  }),
  indicator('people', {
    id: 'distinct_users',
    things: USERS,
    label: words('Usagers différents', 'Distinct users'),
    definition: words(
      'Nombre de personnes différentes qui sont venues au moins une fois sur la période. Chacune compte une fois.',
      'How many distinct people came at least once over the period. Each counts once.',
    ),
    plausible: A_POPULATION,
  }),
  indicator('people', {
    id: 'monthly_unique_visitors',
    things: VISITORS,
    label: words('Visiteurs uniques par mois', 'Unique visitors a month'),
    definition: words(
      'Nombre de visiteurs différents en un mois ; le plus souvent ce sont des appareils ou des navigateurs, et non des personnes.',
      'How many distinct visitors in a month; most often these are devices or browsers, not people.',
    ),
    plausible: A_POPULATION,
  }),
  indicator('rate', {
    id: 'unique_visitors_growth',
    unit: 'growth',
    label: words('Évolution des visiteurs uniques', 'Growth of unique visitors'),
    definition: words(
      'De combien le nombre mensuel de visiteurs différents augmente ou baisse depuis un autre mois.',
      'By how much the monthly number of distinct visitors rises or falls since another month.',
    ),
  }),
  indicator('rate', {
    id: 'user_share',
    unit: 'share',
    direction: 'more',
    label: words('Part d’usagers', 'Share of users'),
    definition: words(
      'Part d’une population qui utilise le service en ligne.',
      'Share of a population that uses the online service.',
    ),
    ratio: {
      numerator: words('personnes qui l’utilisent', 'people who use it'),
      denominator: words('la population de la source', 'the population of the source'),
    },
  }),
  indicator('rate', {
    id: 'email_share',
    unit: 'share',
    label: words('Part des usagers joignables par courriel', 'Share of users reachable by e-mail'),
    definition: words(
      'Part des usagers qui ont donné une adresse électronique et accepté qu’elle serve.',
      'Share of the users who gave an e-mail address and agreed to its use.',
    ),
    ratio: {
      numerator: words('usagers qui ont donné leur adresse', 'users who gave their address'),
      denominator: words('tous les usagers', 'all users'),
    },
  }),
  indicator('stock', {
    id: 'accounts',
    things: ACCOUNTS,
    label: words('Comptes', 'Accounts'),
    definition: words(
      'Nombre de comptes ouverts qui existent à la date de la source. Une personne peut en avoir sur plusieurs services.',
      'How many open accounts exist at the date of the source. One person may have some with several services.',
    ),
    plausible: A_POPULATION,
  }),
  indicator('flow', {
    id: 'accounts_opened',
    things: ACCOUNTS,
    label: words('Comptes ouverts dans la période', 'Accounts opened in the period'),
    definition: words(
      'Nombre de comptes créés sur la période.',
      'How many accounts were created over the period.',
    ),
    plausible: A_POPULATION,
  }),
  indicator('flow', {
    id: 'app_downloads',
    things: DOWNLOADS,
    label: words('Téléchargements de l’application', 'Application downloads'),
    definition: words(
      'Nombre de téléchargements de l’application mobile sur la période, ou depuis son lancement si la dimension le dit.',
      'How many times the mobile application was downloaded over the period, or since its launch where the dimension says so.',
    ),
  }),
];
