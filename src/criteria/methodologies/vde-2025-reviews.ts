/** Criteria of `vde-2025` that come from users' reviews. */
import type { CriterionDefinition } from '../criterion.ts';
import type { Words } from '../words.ts';
import { INFORMATION_LEGEND, SAMPLED_MARK } from './legends.ts';

const OBJECTIVE_MARK = { fr: 'une note de 8 sur 10 ou plus', en: 'a mark of 8 out of 10 or more' };

/** Limits that come from how the editions of 2025 were published, not from the criterion. */
const ROUNDED_SOURCE = {
  fr: 'Les éditions publiées donnent une note déjà arrondie au dixième et comparaient la note arrondie aux seuils. Ici la note est comparée telle qu’elle est connue : une note de 7,985 est de niveau moyen.',
  en: 'Published editions give a mark already rounded to one tenth and compared the rounded mark with the thresholds. Here the mark is compared as it is known: 7.985 is of medium level.',
};

const NO_N = {
  fr: 'Les éditions publiées ne disent pas combien de réponses fondent chaque valeur : l’intervalle manque alors, et rien ne dit si le niveau est incertain.',
  en: 'Published editions do not say how many answers each value rests on: there is then no interval, and nothing tells whether the level is in doubt.',
};

const MINIMUM_APPLIED = {
  fr: 'La méthode écrite annonce un minimum de 100 réponses ; les éditions publiées appliquaient 50, retenu ici.',
  en: 'The written method states a minimum of 100 answers; the published editions applied 50, kept here.',
};

export const LIMITS_OF_2025: readonly Words[] = [ROUNDED_SOURCE, NO_N, MINIMUM_APPLIED];

const VOLUNTEERS = {
  fr: 'Les répondants sont volontaires : l’intervalle mesure le hasard du nombre de réponses, pas l’écart entre ceux qui répondent et les autres.',
  en: 'Respondents are volunteers: the interval measures the chance due to the number of answers, not the gap between those who answer and the others.',
};

const SEVERAL_ANSWERS = {
  fr: 'Un avis peut porter une réponse par moyen de contact. Quand la source ne donne que le total des réponses, l’intervalle les traite comme indépendantes et il est un peu trop étroit.',
  en: 'A review may hold one answer per contact channel. Where the source gives only the total of answers, the interval treats them as independent and is slightly too narrow.',
};

export const SATISFACTION: CriterionDefinition = {
  ...SAMPLED_MARK,
  id: 'satisfaction',
  label: { fr: 'Satisfaction des usagers', en: 'User satisfaction' },
  shortLabel: { fr: 'Satisfaction', en: 'Satisfaction' },
  measures: {
    fr: 'La note moyenne que les usagers donnent à la démarche une fois celle-ci terminée.',
    en: 'The mean mark users give to the procedure once they have completed it.',
  },
  computedFrom: {
    fr: 'Les avis déposés par le bouton de fin de démarche : « pas bien » vaut 0, « moyen » 5, « très bien » 10.',
    en: 'Reviews left through the button at the end of the procedure: “not well” counts 0, “medium” 5, “very well” 10.',
  },
  formula: {
    fr: 'somme des notes ÷ nombre d’avis qui ont répondu',
    en: 'sum of the grades ÷ number of reviews that answered',
  },
  minimumN: 100,
  windowMonths: 12,
  objective: OBJECTIVE_MARK,
  knownLimits: [ROUNDED_SOURCE, NO_N, VOLUNTEERS],
};

export const CLARITY: CriterionDefinition = {
  ...SAMPLED_MARK,
  id: 'clarity',
  label: { fr: 'Clarté du langage', en: 'Clarity of language' },
  shortLabel: { fr: 'Clarté', en: 'Clarity' },
  measures: {
    fr: 'La facilité avec laquelle les usagers disent avoir compris les informations et les instructions.',
    en: 'How easily users say they understood the information and the instructions.',
  },
  computedFrom: {
    fr: 'Les réponses à la question sur la clarté du langage, en cinq degrés qui valent 0, 2,5, 5, 7,5 et 10.',
    en: 'Answers to the question on the clarity of language, five steps that count 0, 2.5, 5, 7.5 and 10.',
  },
  formula: {
    fr: 'somme des notes ÷ nombre d’avis qui ont répondu à la question',
    en: 'sum of the grades ÷ number of reviews that answered the question',
  },
  minimumN: 100,
  windowMonths: 12,
  objective: OBJECTIVE_MARK,
  knownLimits: [
    {
      fr: 'Ce critère succède à la « simplicité », qui posait une autre question : les deux séries ne se prolongent pas.',
      en: 'This criterion replaced “simplicity”, which asked another question: the two series do not continue each other.',
    },
    ROUNDED_SOURCE,
    NO_N,
    VOLUNTEERS,
  ],
};

export const AUTONOMY: CriterionDefinition = {
  id: 'autonomy',
  label: { fr: 'Autonomie des usagers', en: 'User autonomy' },
  shortLabel: { fr: 'Autonomie', en: 'Autonomy' },
  measures: {
    fr: 'La part des usagers qui disent n’avoir eu besoin d’aucune aide pour faire la démarche.',
    en: 'The share of users who say they needed no help to carry out the procedure.',
  },
  computedFrom: {
    fr: 'Les réponses « Je n’ai pas eu besoin d’aide » à la question sur l’aide.',
    en: 'The answers “I needed no help” to the question on help.',
  },
  formula: {
    fr: 'avis « Je n’ai pas eu besoin d’aide » ÷ avis distincts qui ont répondu à la question sur l’aide',
    en: 'reviews “I needed no help” ÷ distinct reviews that answered the question on help',
  },
  unit: 'share',
  direction: 'none',
  decimals: 0,
  legend: INFORMATION_LEGEND,
  sampling: 'share_of_answers',
  gradesPerUnit: 1,
  minimumN: 100,
  windowMonths: 12,
  declaration: null,
  objective: null,
  knownLimits: [
    {
      fr: 'Des publications antérieures annonçaient la part des usagers qui ont eu besoin d’aide et montraient celle de ceux qui n’en ont pas eu besoin.',
      en: 'Earlier publications announced the share of users who needed help and showed the share of those who did not.',
    },
    NO_N,
    VOLUNTEERS,
  ],
};

export const HELP_REACHABLE: CriterionDefinition = {
  id: 'help_reachable',
  label: { fr: 'Aide joignable', en: 'Help reachable' },
  shortLabel: { fr: 'Aide joignable', en: 'Reachable' },
  measures: {
    fr: 'La part des tentatives de contact avec l’administration qui ont abouti.',
    en: 'The share of attempts to contact the administration that succeeded.',
  },
  computedFrom: {
    fr: 'Les réponses, pour chaque moyen de contact, à la question « Avez-vous réussi à joindre l’administration ? ».',
    en: 'Answers, for each contact channel, to the question “Did you manage to reach the administration?”.',
  },
  formula: { fr: 'oui ÷ (oui + non)', en: 'yes ÷ (yes + no)' },
  unit: 'share',
  direction: 'more',
  decimals: 0,
  legend: [
    {
      level: 'good',
      when: { kind: 'at_least', bound: 0.85 },
      words: { fr: '85 % ou plus', en: '85% or more' },
    },
    {
      level: 'medium',
      when: { kind: 'at_least', bound: 0.7 },
      words: { fr: 'de 70 % à moins de 85 %', en: 'from 70% to under 85%' },
    },
    { level: 'poor', when: { kind: 'otherwise' }, words: { fr: 'moins de 70 %', en: 'under 70%' } },
  ],
  sampling: 'share_of_answers',
  gradesPerUnit: 1,
  minimumN: 100,
  windowMonths: 12,
  declaration: null,
  objective: { fr: 'au moins 85 % de contacts aboutis', en: 'at least 85% of successful contacts' },
  knownLimits: [NO_N, SEVERAL_ANSWERS, VOLUNTEERS],
};

export const HELP_EFFECTIVE: CriterionDefinition = {
  ...SAMPLED_MARK,
  id: 'help_effective',
  label: { fr: 'Aide efficace', en: 'Help effective' },
  shortLabel: { fr: 'Aide efficace', en: 'Effective' },
  measures: {
    fr: 'La qualité de l’aide reçue de l’administration, selon ceux qui l’ont jointe.',
    en: 'The quality of the help received from the administration, according to those who reached it.',
  },
  computedFrom: {
    fr: 'Les réponses, pour chaque moyen de contact qui a abouti, en cinq degrés qui valent 0, 2,5, 5, 7,5 et 10.',
    en: 'Answers, for each channel through which the administration was reached, five steps that count 0, 2.5, 5, 7.5 and 10.',
  },
  formula: {
    fr: 'somme des notes ÷ nombre de réponses par moyen de contact',
    en: 'sum of the grades ÷ number of answers by contact channel',
  },
  minimumN: 50,
  windowMonths: 12,
  objective: OBJECTIVE_MARK,
  knownLimits: [MINIMUM_APPLIED, ROUNDED_SOURCE, NO_N, SEVERAL_ANSWERS, VOLUNTEERS],
};
