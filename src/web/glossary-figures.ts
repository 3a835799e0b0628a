/** The words of figures: what is judged, how surely, and what a change means. */
import type { GlossaryTerm } from './glossary-term.ts';

export const FIGURE_TERMS = [
  {
    id: 'criterion',
    fr: {
      name: 'Critère',
      meaning:
        'Ce que l’on juge d’une démarche : la satisfaction, la disponibilité, la clarté… [Voir les critères](criteria).',
    },
    en: {
      name: 'Criterion',
      meaning:
        'What is judged of a procedure: satisfaction, availability, clarity… [See the criteria](criteria).',
    },
  },
  {
    id: 'level',
    fr: {
      name: 'Niveau',
      meaning:
        'Le jugement porté sur une valeur : bon, moyen ou mauvais. « Info » : la valeur est montrée sans être jugée. « Sans niveau » : rien ne permet de juger.',
    },
    en: {
      name: 'Level',
      meaning:
        'The verdict on a value: good, medium or poor. “Info”: the value is shown and not judged. “No level”: nothing allows a verdict.',
    },
  },
  {
    id: 'threshold',
    fr: {
      name: 'Seuil',
      meaning:
        'La valeur à partir de laquelle le niveau change. Avec un seuil à 8, une note de 7,98 n’est pas encore de bon niveau.',
    },
    en: {
      name: 'Threshold',
      meaning:
        'The value from which the level changes. With a threshold of 8, a mark of 7.98 is not yet of good level.',
    },
  },
  {
    id: 'borderline',
    fr: {
      name: 'Limite',
      meaning:
        'Se dit d’un niveau que peu de choses séparent du voisin : [l’intervalle de confiance](glossary#interval) de la valeur passe de part et d’autre d’un [seuil](glossary#threshold).',
    },
    en: {
      name: 'Borderline',
      meaning:
        'Said of a level that little separates from the next: the [confidence interval](glossary#interval) of the value lies on both sides of a [threshold](glossary#threshold).',
    },
  },
  {
    id: 'methodology',
    fr: {
      name: 'Méthode',
      meaning:
        'Les règles écrites qui disent ce qui est mesuré, comment, et où passent les seuils. Chaque édition garde la sienne pour toujours. [Voir les méthodes](methodologies).',
    },
    en: {
      name: 'Methodology',
      meaning:
        'The written rules that say what is measured, how, and where thresholds stand. Each edition keeps its own for ever. [See the methodologies](methodologies).',
    },
  },
  {
    id: 'objective',
    fr: {
      name: 'Objectif',
      meaning:
        'Pour un critère, ce qu’il faut atteindre pour être de bon niveau. Pour le pays, une valeur que l’on veut atteindre, souvent avant une date.',
    },
    en: {
      name: 'Objective',
      meaning:
        'Of a criterion, what must be reached to be of good level. Of the country, a value that is aimed at, often before a date.',
    },
  },
  {
    id: 'n',
    fr: {
      name: 'n',
      meaning:
        'Le nombre de réponses, ou de mesures, sur lequel une valeur repose. « n = 1 204 » : 1 204 usagers ont répondu. Sous un minimum fixé par la méthode, aucune valeur n’est publiée.',
    },
    en: {
      name: 'n',
      meaning:
        'The number of answers, or of measurements, that a value rests on. “n = 1,204”: 1,204 users answered. Under a minimum set by the methodology, no value is published.',
    },
  },
  {
    id: 'interval',
    fr: {
      name: 'Intervalle de confiance à 95 %',
      meaning:
        'La marge due au nombre de réponses : d’autres réponses du même genre auraient donné une autre valeur, et un intervalle calculé ainsi contient la vraie 95 fois sur 100. Plus les réponses sont nombreuses, plus il est étroit. Il ne dit rien de ceux qui ne répondent jamais, et dont l’avis peut différer.',
    },
    en: {
      name: '95% confidence interval',
      meaning:
        'The margin due to the number of answers: other answers of the same kind would have given another value, and an interval computed this way holds the true one 95 times in 100. The more answers, the narrower it is. It says nothing of those who never answer, who may think otherwise.',
    },
  },
  {
    id: 'share',
    fr: {
      name: 'Part',
      meaning:
        'Un nombre de 0 à 100 %, toujours donné avec ce sur quoi il est compté : « 62 %, 97 démarches sur 156 ».',
    },
    en: {
      name: 'Share',
      meaning:
        'A number from 0 to 100%, always given with what it is counted over: “62%, 97 of 156 procedures”.',
    },
  },
  {
    id: 'mark',
    fr: { name: 'Note', meaning: 'Un nombre de 0 à 10, moyenne de ce que les usagers ont répondu.' },
    en: { name: 'Mark', meaning: 'A number from 0 to 10, the mean of what users answered.' },
  },
  {
    id: 'coverage',
    fr: {
      name: 'Couverture (k sur N)',
      meaning:
        'Combien de démarches ont la valeur dont on parle, parmi toutes. « 130 sur 156 » : on ignore celle des 26 autres.',
    },
    en: {
      name: 'Coverage (k of N)',
      meaning:
        'How many procedures have the value that is spoken of, among all. “130 of 156”: that of the 26 others is unknown.',
    },
  },
  {
    id: 'freshness',
    fr: {
      name: 'Fraîcheur',
      meaning:
        'L’ancienneté d’un chiffre : le dernier jour dont il parle, et depuis quand une administration n’en a plus donné.',
    },
    en: {
      name: 'Freshness',
      meaning:
        'How old a figure is: the last day it speaks of, and since when an administration has given none.',
    },
  },
  {
    id: 'by-volume',
    fr: {
      name: 'En nombre, en volume',
      meaning:
        'Deux façons de compter une part. En nombre, chaque démarche compte pour une ; en volume, pour autant de fois qu’elle est faite en un an.',
    },
    en: {
      name: 'By number, by volume',
      meaning:
        'Two ways of counting a share. By number, each procedure counts for one; by volume, for as many times as it is carried out in a year.',
    },
  },
  {
    id: 'significant-change',
    fr: {
      name: 'Changement significatif',
      meaning:
        'Un écart trop grand pour que le hasard des réponses suffise à l’expliquer. Sinon, la page dit « pas de changement établi » ; et « non testable » quand les données ne permettent pas de trancher.',
    },
    en: {
      name: 'Significant change',
      meaning:
        'A difference too large for the chance of answers to explain. Otherwise the page says “no established change”; and “not testable” when the data do not allow a verdict.',
    },
  },
  {
    id: 'false-discovery',
    fr: {
      name: 'Fausse découverte',
      meaning:
        'Un changement annoncé qui n’était que du hasard. En testant des centaines de chiffres, il s’en glisse toujours ; Vigie règle ses tests pour que, en moyenne, pas plus de 5 % des changements annoncés le soient à tort.',
    },
    en: {
      name: 'False discovery',
      meaning:
        'A change that is announced and was only chance. Among hundreds of tests some always slip in; Vigie sets its tests so that, on average, no more than 5% of the changes announced are wrong.',
    },
  },
  {
    id: 'error-rate',
    fr: {
      name: 'Taux d’erreur',
      meaning:
        'Le risque de se tromper que l’on accepte d’avance : 5 % pour les [intervalles](glossary#interval) et pour les [changements](glossary#false-discovery).',
    },
    en: {
      name: 'Error rate',
      meaning:
        'The risk of being wrong that is accepted beforehand: 5% for [intervals](glossary#interval) and for [changes](glossary#false-discovery).',
    },
  },
  {
    id: 'series-break',
    fr: {
      name: 'Rupture de série',
      meaning:
        'Le moment où la méthode change : les chiffres d’avant et d’après ne se comparent plus. Les graphiques la montrent.',
    },
    en: {
      name: 'Break in a series',
      meaning:
        'The moment when the methodology changes: figures before and after no longer compare. Charts show it.',
    },
  },
] as const satisfies readonly GlossaryTerm[];
