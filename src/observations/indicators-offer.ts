/** The indicators of what there is: procedures, reviews, sites, datasets. */
import { type Indicator, indicator, words } from './indicator-definition.ts';

const PROCEDURES = words('démarches', 'procedures');
/** None of these is in two services: a procedure belongs to one, a review speaks of one. */
const DISTINCT_THINGS = { time: false, devices: true, subjects: true };

export const OFFER_INDICATORS: readonly Indicator[] = [
  indicator('stock', {
    id: 'procedures',
    things: PROCEDURES,
    label: words('Démarches suivies', 'Procedures followed'),
    definition: words(
      'Nombre de démarches que suit un observatoire.',
      'How many procedures an observatory follows.',
    ),
    plausible: [0, 100_000],
  }),
  indicator('flow', {
    id: 'new_online_procedures',
    things: PROCEDURES,
    label: words('Démarches nouvellement en ligne', 'Procedures newly online'),
    definition: words(
      'Nombre de démarches devenues réalisables en ligne depuis la fois précédente.',
      'How many procedures became available online since the time before.',
    ),
    plausible: [0, 10_000],
  }),
  indicator('stock', {
    id: 'equipped_procedures',
    things: PROCEDURES,
    label: words('Démarches équipées du bouton d’avis', 'Procedures with the review button'),
    definition: words(
      'Nombre de démarches à la fin desquelles les usagers peuvent donner leur avis.',
      'How many procedures let their users give a review at their end.',
    ),
    additive: DISTINCT_THINGS,
    plausible: [0, 100_000],
  }),
  indicator('stock', {
    id: 'reviews',
    things: words('avis', 'reviews'),
    label: words('Avis recueillis', 'Reviews gathered'),
    definition: words(
      'Nombre d’avis d’usagers recueillis depuis l’ouverture, à la date de la source.',
      'How many reviews of users were gathered since the opening, at the date of the source.',
    ),
    additive: DISTINCT_THINGS,
  }),
  indicator('stock', {
    id: 'sites',
    things: words('sites', 'sites'),
    label: words('Sites raccordés', 'Sites connected'),
    definition: words(
      'Nombre de sites auxquels le service donne accès, à la date de la source.',
      'How many sites the service gives access to, at the date of the source.',
    ),
    plausible: [0, 1_000_000],
  }),
  indicator('stock', {
    id: 'datasets',
    things: words('jeux de données', 'datasets'),
    label: words('Jeux de données', 'Datasets'),
    definition: words(
      'Nombre de jeux de données publiés, à la date de la source.',
      'How many datasets are published, at the date of the source.',
    ),
    plausible: [0, 10_000_000],
  }),
  indicator('stock', {
    id: 'organisations',
    things: words('organisations', 'organisations'),
    label: words('Organisations qui publient', 'Organisations that publish'),
    definition: words(
      'Nombre d’organisations qui publient sur le portail, à la date de la source.',
      'How many organisations publish on the portal, at the date of the source.',
    ),
    plausible: [0, 1_000_000],
  }),
];
