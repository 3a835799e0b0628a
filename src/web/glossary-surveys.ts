/** The words of surveys and barometers. */
import type { GlossaryTerm } from './glossary-term.ts';

export const SURVEY_TERMS = [
  {
    id: 'survey',
    fr: {
      name: 'Enquête',
      meaning:
        'Des questions posées à une partie de la population pour connaître l’avis ou les pratiques de toute la population. [Voir les enquêtes](surveys).',
    },
    en: {
      name: 'Survey',
      meaning:
        'Questions asked of a part of the population to learn what the whole of it thinks or does. [See the surveys](surveys).',
    },
  },
  {
    id: 'barometer',
    fr: {
      name: 'Baromètre',
      meaning: 'Une [enquête](glossary#survey) refaite à intervalles réguliers, pour suivre une évolution.',
    },
    en: {
      name: 'Barometer',
      meaning: 'A [survey](glossary#survey) made again at regular intervals, to follow a change.',
    },
  },
  {
    id: 'wave',
    fr: {
      name: 'Vague',
      meaning:
        'Une réalisation d’une [enquête](glossary#survey), à une date donnée. Deux vagues ne se comparent que si elles posent la même question à la même population.',
    },
    en: {
      name: 'Wave',
      meaning:
        'One run of a [survey](glossary#survey), at a given date. Two waves compare only if they ask the same question of the same population.',
    },
  },
  {
    id: 'margin-of-error',
    fr: {
      name: 'Marge d’erreur',
      meaning:
        'De combien le chiffre d’une enquête peut s’écarter du vrai, parce que seule une partie de la population a été interrogée. Vigie la montre par les deux bouts de [l’intervalle de confiance](glossary#interval).',
    },
    en: {
      name: 'Margin of error',
      meaning:
        'By how much the figure of a survey may differ from the true one, because only a part of the population was asked. Vigie shows it by both ends of [the confidence interval](glossary#interval).',
    },
  },
] as const satisfies readonly GlossaryTerm[];
