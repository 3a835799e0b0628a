/** The indicators that criteria judge, and those that they are derived from. */
import { type Indicator, indicator, words } from './indicator-definition.ts';

/** Collected for each edition: a quarter, and the time to gather it. */
const A_QUARTER = 150;

export const CRITERION_INDICATORS: readonly Indicator[] = [
  indicator('word', {
    id: 'online',
    unit: 'word',
    label: words('Réalisable en ligne', 'Available online'),
    definition: words(
      'Ce que l’administration déclare : la démarche se fait-elle entièrement par internet, en partie, ou non.',
      'What the administration declares: whether the procedure can be done on the web entirely, in part, or not.',
    ),
    expectedAgeDays: A_QUARTER,
  }),
  indicator('rate', {
    id: 'satisfaction',
    unit: 'mark',
    direction: 'more',
    label: words('Satisfaction des usagers', 'User satisfaction'),
    definition: words(
      'Moyenne des notes que les usagers donnent à la démarche : 0 pour « pas bien », 5 pour « moyen », 10 pour « très bien ».',
      'Mean of the marks that users give to the procedure: 0 for “not well”, 5 for “medium”, 10 for “very well”.',
    ),
    expectedAgeDays: A_QUARTER,
  }),
  indicator('rate', {
    id: 'clarity',
    unit: 'mark',
    direction: 'more',
    label: words('Clarté du langage', 'Clarity of language'),
    definition: words(
      'Moyenne des notes que les usagers donnent à la clarté de ce qui leur est écrit, de 0 à 10.',
      'Mean of the marks that users give to the clarity of what is written to them, 0 to 10.',
    ),
    expectedAgeDays: A_QUARTER,
  }),
  indicator('rate', {
    id: 'ease',
    unit: 'mark',
    direction: 'more',
    label: words('Facilité perçue', 'Perceived ease'),
    definition: words(
      'Moyenne des notes que les usagers donnent à la facilité de la démarche, de 0 à 10.',
      'Mean of the marks that users give to the ease of the procedure, 0 to 10.',
    ),
    expectedAgeDays: A_QUARTER,
  }),
  indicator('rate', {
    id: 'accessibility',
    unit: 'share',
    direction: 'more',
    label: words('Taux de conformité au RGAA', 'RGAA conformance rate'),
    definition: words(
      'Part des règles d’accessibilité de l’État (RGAA) que le service respecte, d’après sa propre déclaration.',
      'Share of the State’s rules of accessibility (RGAA) that the service meets, by its own statement.',
    ),
    expectedAgeDays: 1_096,
  }),
  indicator('stock', {
    id: 'once_only',
    direction: 'less',
    label: words('Informations demandées à nouveau', 'Data asked for again'),
    definition: words(
      'Compte pondéré des informations que la démarche demande alors qu’une administration les a déjà.',
      'Weighted count of the data that the procedure asks for although an administration has them already.',
    ),
    expectedAgeDays: A_QUARTER,
    plausible: [0, 200],
  }),
  indicator('rate', {
    id: 'digital_share',
    unit: 'share',
    direction: 'more',
    label: words('Recours au numérique', 'Digital take-up'),
    definition: words(
      'Part des démarches réalisées par internet, avec ou sans l’aide de quelqu’un, parmi toutes celles réalisées : internet, guichet, courrier, téléphone.',
      'Share of the cases done on the web, with someone’s help or without, among those done by all channels: web, counter, post, telephone.',
    ),
    additive: { time: true, devices: false, subjects: true },
    ratio: { numerator: 'volume_online', denominator: 'volume_total' },
  }),
  indicator('rate', {
    id: 'autonomy',
    unit: 'share',
    direction: 'more',
    label: words('Autonomie', 'Autonomy'),
    definition: words(
      'Part des usagers qui disent ne pas avoir eu besoin d’aide, parmi ceux à qui la question a été posée et qui ont répondu.',
      'Share of users who say that they needed no help, among those who were asked and answered.',
    ),
    additive: { time: true, devices: true, subjects: true },
    ratio: {
      numerator: words('avis qui disent « pas besoin d’aide »', 'reviews that say “I needed no help”'),
      denominator: words('avis qui répondent à la question', 'reviews that answer the question'),
    },
    expectedAgeDays: A_QUARTER,
  }),
  indicator('rate', {
    id: 'help_reachable',
    unit: 'share',
    direction: 'more',
    label: words('Aide joignable', 'Help reachable'),
    definition: words(
      'Part des demandes d’aide qui ont abouti : la personne a réussi à joindre l’administration.',
      'Share of the attempts to get help that succeeded: the person managed to reach the administration.',
    ),
    additive: { time: true, devices: true, subjects: true },
    ratio: {
      numerator: words('réponses « oui »', 'answers “yes”'),
      denominator: words('réponses « oui » ou « non »', 'answers “yes” or “no”'),
    },
    expectedAgeDays: A_QUARTER,
  }),
  indicator('rate', {
    id: 'help_effective',
    unit: 'mark',
    direction: 'more',
    label: words('Aide efficace', 'Help effective'),
    definition: words(
      'Moyenne des notes que donnent à l’aide reçue ceux qui l’ont obtenue, de 0 à 10.',
      'Mean of the marks given to the help received by those who got some, 0 to 10.',
    ),
    expectedAgeDays: A_QUARTER,
  }),
  indicator('word', {
    id: 'authentication',
    unit: 'word',
    label: words('Authentification', 'Sign-in'),
    definition: words(
      'Avec quel compte l’usager se connecte : FranceConnect, un compte propre au service, ou aucun.',
      'The account with which users sign in: FranceConnect, one of the service’s own, or none.',
    ),
    expectedAgeDays: A_QUARTER,
  }),
  indicator('rate', {
    id: 'availability',
    unit: 'share',
    direction: 'more',
    label: words('Disponibilité', 'Availability'),
    definition: words(
      'Part du temps surveillé pendant laquelle le service répond.',
      'Share of the monitored time during which the service answers.',
    ),
    additive: { time: true, devices: false, subjects: true },
    ratio: {
      numerator: words('temps en service', 'time up'),
      denominator: words('temps en service ou en panne', 'time up or down'),
    },
    expectedAgeDays: A_QUARTER,
  }),
  indicator('rate', {
    id: 'response_time',
    unit: 'ms',
    direction: 'less',
    label: words('Temps de réponse', 'Response time'),
    definition: words(
      'Temps que met le service à envoyer sa page d’entrée, en millièmes de seconde.',
      'Time that the service takes to send its entry page, in thousandths of a second.',
    ),
    expectedAgeDays: A_QUARTER,
  }),
  indicator('rate', {
    id: 'display_speed',
    unit: 'ms',
    direction: 'less',
    label: words('Vitesse d’affichage', 'Display speed'),
    definition: words(
      'Temps au bout duquel l’essentiel de la page est affiché, mesuré en laboratoire, en millièmes de seconde.',
      'Time after which the main part of the page is displayed, measured in a laboratory, in thousandths of a second.',
    ),
    expectedAgeDays: A_QUARTER,
  }),
  indicator('word', {
    id: 'mobile',
    unit: 'word',
    label: words('Usage sur mobile', 'Use on a phone'),
    definition: words(
      'Si la démarche se fait sur un téléphone : oui, en partie, non.',
      'Whether the procedure can be done on a phone: yes, in part, no.',
    ),
    expectedAgeDays: A_QUARTER,
  }),
  indicator('word', {
    id: 'help',
    unit: 'word',
    label: words('Support accessible', 'Help available'),
    definition: words(
      'Si l’usager trouve plusieurs moyens de contact, dont une aide humaine et personnelle (méthode de 2020).',
      'Whether users find several means of contact, with personal human help among them (method of 2020).',
    ),
    expectedAgeDays: null,
  }),
  indicator('rate', {
    id: 'availability_speed',
    unit: 'points',
    direction: 'more',
    label: words('Disponibilité et rapidité', 'Availability and speed'),
    definition: words(
      'Note de 2020 qui mêle disponibilité et rapidité, de −10 à 10.',
      'Mark of 2020 that mixes availability and speed, −10 to 10.',
    ),
    expectedAgeDays: null,
  }),
  indicator('rate', {
    id: 'load_time',
    unit: 'ms',
    direction: 'less',
    label: words('Temps de chargement complet', 'Complete load time'),
    definition: words(
      'Temps que met la page à se charger en entier, en millièmes de seconde.',
      'Time that the page takes to load whole, in thousandths of a second.',
    ),
    expectedAgeDays: A_QUARTER,
  }),
  indicator('rate', {
    id: 'apdex',
    unit: 'index',
    direction: 'more',
    label: words('Apdex', 'Apdex'),
    definition: words(
      'Indice de rapidité, de 0 à 1 : une réponse en moins d’une demi-seconde compte 1, en moins de deux secondes 0,5, au-delà 0.',
      'Index of speed, 0 to 1: an answer within half a second counts for 1, within two seconds for 0.5, later for 0.',
    ),
    expectedAgeDays: A_QUARTER,
  }),
];
