/** The indicators of what services do: procedures, contacts, costs, opinions of users. */
import { type Indicator, indicator, words } from './indicator-definition.ts';

const PROCEDURES = words('démarches', 'procedures');
const BOTH_SIDES_ADD = { time: true, devices: true, subjects: true };

export const SERVICE_INDICATORS: readonly Indicator[] = [
  indicator('flow', {
    id: 'volume_online',
    things: PROCEDURES,
    label: words('Démarches réalisées en ligne', 'Procedures completed online'),
    definition: words(
      'Nombre de fois où la démarche a été faite par internet sur la période.',
      'How many times the procedure was done on the web over the period.',
    ),
  }),
  indicator('flow', {
    id: 'volume_total',
    things: PROCEDURES,
    label: words('Démarches réalisées', 'Procedures completed'),
    definition: words(
      'Nombre de fois où la démarche a été faite sur la période, par tous les moyens.',
      'How many times the procedure was done over the period, by all channels.',
    ),
  }),
  indicator('flow', {
    id: 'online_procedures',
    things: PROCEDURES,
    label: words('Démarches faites en ligne sur le site', 'Online procedures on the site'),
    definition: words(
      'Nombre de démarches faites par internet depuis un site qui en propose plusieurs, sur la période.',
      'How many procedures were done on the web from a site that offers several, over the period.',
    ),
  }),
  indicator('flow', {
    id: 'online_declarations',
    things: words('foyers', 'households'),
    label: words('Foyers qui déclarent en ligne', 'Households that declare online'),
    definition: words(
      'Nombre de foyers qui ont fait leur déclaration de l’année par internet ; chacun en fait une par an.',
      'How many households made their declaration of the year on the web; each makes one a year.',
    ),
    periodKind: 'year',
  }),
  indicator('rate', {
    id: 'online_declarations_change',
    things: words('foyers', 'households'),
    label: words(
      'Évolution du nombre de foyers qui déclarent en ligne',
      'Change in households that declare online',
    ),
    definition: words(
      'Foyers qui déclarent par internet, en plus ou en moins depuis une autre année.',
      'Households that declare on the web, more or fewer than in another year.',
    ),
    periodKind: 'year',
    plausible: [-1_000_000_000, 1_000_000_000],
  }),
  indicator('rate', {
    id: 'online_share',
    unit: 'share',
    direction: 'more',
    label: words('Part en ligne', 'Online share'),
    definition: words(
      'Part de ce qui se fait par internet, dans ce que la source compte : demandes, démarches, personnes. La population dit quoi.',
      'Share of what is done on the web, among what the source counts: requests, procedures, people. The population says what.',
    ),
    additive: { time: true, devices: false, subjects: false },
    ratio: {
      numerator: words('ce qui est fait en ligne', 'what is done online'),
      denominator: words('la population de la source', 'the population of the source'),
    },
  }),
  indicator('rate', {
    id: 'short_journey_share',
    unit: 'share',
    direction: 'more',
    label: words('Part des parcours courts', 'Share of short journeys'),
    definition: words(
      'Part des usagers dont la démarche en ligne a tenu en quelques écrans ; la dimension dit combien.',
      'Share of users whose online procedure took a few screens only; the dimension says how many.',
    ),
    additive: { time: true, devices: true, subjects: true },
    ratio: {
      numerator: words('démarches en peu d’écrans', 'procedures in few screens'),
      denominator: words('démarches faites en ligne', 'procedures done online'),
    },
  }),
  indicator('flow', {
    id: 'starts',
    things: PROCEDURES,
    label: words('Démarches commencées', 'Procedures started'),
    definition: words(
      'Nombre de fois où la démarche a été commencée en ligne sur la période.',
      'How many times the procedure was started online over the period.',
    ),
  }),
  indicator('flow', {
    id: 'completed',
    things: PROCEDURES,
    label: words('Démarches achevées', 'Procedures completed to the end'),
    definition: words(
      'Nombre de fois où la démarche commencée en ligne est allée à son terme, un refus justifié étant un terme.',
      'How many times the procedure started online came to an end; a correct refusal is one.',
    ),
  }),
  indicator('rate', {
    id: 'completion',
    unit: 'share',
    direction: 'more',
    label: words('Taux d’achèvement', 'Completion rate'),
    definition: words(
      'Part des démarches commencées en ligne qui vont à leur terme.',
      'Share of the procedures started online that come to an end.',
    ),
    additive: BOTH_SIDES_ADD,
    ratio: { numerator: 'completed', denominator: 'starts' },
  }),
  indicator('flow', {
    id: 'form_downloads',
    things: words('téléchargements', 'downloads'),
    label: words('Formulaires téléchargés', 'Forms downloaded'),
    definition: words(
      'Nombre de téléchargements de formulaires sur la période.',
      'How many times forms were downloaded over the period.',
    ),
  }),
  indicator('flow', {
    id: 'contacts',
    things: words('contacts', 'contacts'),
    label: words('Contacts', 'Contacts'),
    definition: words(
      'Nombre de contacts avec les usagers sur la période : connexions, appels, messages, selon ce que compte la source.',
      'How many contacts with users over the period: connections, calls, messages, as the source counts them.',
    ),
  }),
  indicator('flow', {
    id: 'monthly_contacts',
    things: words('contacts', 'contacts'),
    label: words('Contacts par mois', 'Contacts a month'),
    definition: words(
      'Nombre de contacts avec les usagers en un mois. Donné pour une période plus longue, c’est une moyenne.',
      'How many contacts with users in a month. Of a longer period, it is a mean.',
    ),
    additive: { time: false },
  }),
  indicator('rate', {
    id: 'cost_per_transaction',
    unit: 'euro',
    direction: 'less',
    label: words('Coût par démarche', 'Cost per transaction'),
    definition: words(
      'Coût total de douze mois divisé par le nombre de démarches achevées. Il ne sert jamais à classer des démarches entre elles.',
      'Total cost of twelve months divided by the procedures completed. Never used to rank procedures.',
    ),
    additive: BOTH_SIDES_ADD,
    ratio: { numerator: words('coût total, en euros', 'total cost, in euros'), denominator: 'completed' },
    periodKind: 'year',
  }),
  indicator('rate', {
    id: 'satisfaction_score',
    unit: 'index',
    direction: 'more',
    label: words('Score de satisfaction sur cinq niveaux', 'Satisfaction score on five steps'),
    definition: words(
      'Satisfaction moyenne sur cinq niveaux, ramenée entre 0 (tous au plus bas) et 1 (tous au plus haut) ; méthode britannique.',
      'Mean satisfaction on five steps, brought between 0 (all at the lowest) and 1 (all at the highest); British method.',
    ),
  }),
  indicator('rate', {
    id: 'share_satisfied',
    unit: 'share',
    direction: 'more',
    label: words('Part des satisfaits', 'Share satisfied'),
    definition: words(
      'Part des réponses aux deux niveaux les plus hauts sur cinq.',
      'Share of the answers on the two highest of five steps.',
    ),
    additive: BOTH_SIDES_ADD,
    ratio: {
      numerator: words('réponses 4 et 5', 'answers 4 and 5'),
      denominator: words('toutes les réponses', 'all the answers'),
    },
  }),
  indicator('rate', {
    id: 'net_satisfaction',
    unit: 'index',
    direction: 'more',
    label: words('Satisfaction nette', 'Net satisfaction'),
    definition: words(
      'Part des réponses aux deux niveaux les plus hauts moins celle des deux plus bas, sur cinq : de −1 à 1.',
      'Share of the answers on the two highest steps less that of the two lowest, of five: −1 to 1.',
    ),
    additive: BOTH_SIDES_ADD,
    ratio: {
      numerator: words('réponses 4 et 5 moins réponses 1 et 2', 'answers 4 and 5 less answers 1 and 2'),
      denominator: words('toutes les réponses', 'all the answers'),
    },
    plausible: [-1, 1],
  }),
  indicator('rate', {
    id: 'very_good_share',
    unit: 'share',
    direction: 'more',
    label: words('Part des démarches très bien notées', 'Share of procedures rated very good'),
    definition: words(
      'Part des démarches dont l’indice de satisfaction dépasse un seuil, parmi celles qui ont le bouton d’avis.',
      'Share of the procedures whose satisfaction index is above a threshold, among those with the review button.',
    ),
    additive: { time: false, devices: false, subjects: true },
    ratio: {
      numerator: words('démarches au-dessus du seuil', 'procedures above the threshold'),
      denominator: 'equipped_procedures',
    },
  }),
  indicator('rate', {
    id: 'delay_kept',
    unit: 'share',
    direction: 'more',
    label: words('Délais tenus', 'Delays kept'),
    definition: words(
      'Part des dossiers traités dans le délai annoncé, parmi tous ceux traités.',
      'Share of the cases processed within the announced delay, among those processed.',
    ),
    additive: BOTH_SIDES_ADD,
    ratio: {
      numerator: words('dossiers traités à temps', 'cases processed in time'),
      denominator: words('dossiers traités', 'cases processed'),
    },
  }),
  indicator('rate', {
    id: 'calls_answered',
    unit: 'share',
    direction: 'more',
    label: words('Appels décrochés', 'Calls answered'),
    definition: words(
      'Part des appels auxquels un agent a répondu, parmi ceux qui en demandaient un.',
      'Share of the calls that an agent answered, among those that called for one.',
    ),
    additive: BOTH_SIDES_ADD,
    ratio: {
      numerator: words('appels pris par un agent', 'calls answered by an agent'),
      denominator: words('appels qui demandaient un agent', 'calls that called for an agent'),
    },
  }),
];
