/** The method of the edition of October 2025, "Vos démarches essentielles". */
import type { Methodology } from '../criterion.ts';
import { ACCESSIBILITY, AUTHENTICATION, DIGITAL_SHARE, ONCE_ONLY, ONLINE } from './vde-2025-declarations.ts';
import { AVAILABILITY, RESPONSE_TIME } from './vde-2025-probes.ts';
import { AUTONOMY, CLARITY, HELP_EFFECTIVE, HELP_REACHABLE, SATISFACTION } from './vde-2025-reviews.ts';
import { VDE_2025_VECTORS } from './vde-2025-vectors.ts';

export const VDE_2025: Methodology = {
  id: 'vde-2025',
  label: {
    fr: 'Vos démarches essentielles, 2025',
    en: 'Vos démarches essentielles (essential procedures), 2025',
  },
  summary: {
    fr: 'La méthode de l’édition publiée en octobre 2025, appliquée à des valeurs non arrondies.',
    en: 'The method of the edition published in October 2025, applied to unrounded values.',
  },
  period: { fr: 'depuis février 2025', en: 'since February 2025' },
  minimumN: 100,
  windowMonths: 12,
  criteria: [
    ONLINE,
    SATISFACTION,
    ACCESSIBILITY,
    ONCE_ONLY,
    DIGITAL_SHARE,
    CLARITY,
    AUTONOMY,
    HELP_REACHABLE,
    HELP_EFFECTIVE,
    AUTHENTICATION,
    AVAILABILITY,
    RESPONSE_TIME,
  ],
  predecessor: 'observatoire-2020',
  changes: [
    {
      fr: 'Satisfaction : note sur 10 au lieu d’un pourcentage (depuis 2021) ; le niveau moyen commence à 5 au lieu de 6 (depuis 2023).',
      en: 'Satisfaction: a mark out of 10 instead of a percentage (since 2021); the medium level starts at 5 instead of 6 (since 2023).',
    },
    {
      fr: 'Prise en compte du handicap : le bon niveau demande 100 % au lieu de 75 %, et une déclaration seule ne suffit plus au niveau moyen (depuis 2023).',
      en: 'Accessibility: the good level requires 100% instead of 75%, and a statement alone no longer gives the medium level (since 2023).',
    },
    {
      fr: 'Disponibilité et rapidité : deux critères séparés au lieu d’une note sur 10 (depuis 2023).',
      en: 'Availability and speed: two separate criteria instead of one mark out of 10 (since 2023).',
    },
    {
      fr: 'Aide : deux critères issus des avis, joignable et efficace, au lieu d’un test (depuis 2025).',
      en: 'Help: two criteria drawn from reviews, reachable and effective, instead of a test (since 2025).',
    },
    {
      fr: 'Nouveaux critères : clarté du langage, autonomie, recours au numérique. Critère retiré : compatibilité mobile (2023).',
      en: 'New criteria: clarity of language, autonomy, digital take-up. Removed: mobile compatibility (2023).',
    },
    {
      fr: 'FranceConnect devient une information, sans bon niveau ; son absence reste de mauvais niveau.',
      en: 'FranceConnect becomes information, without a good level; its absence remains of poor level.',
    },
  ],
  onlineWeights: { Oui: 1, 'En cours de déploiement local': 1, Partiel: 0.5, Non: 0 },
  onlineRateFormula: {
    fr: '(Oui + En cours de déploiement local + 0,5 × Partiel) ÷ toutes les démarches, hors « À venir » et « Démarche proactive »',
    en: '(Yes + being rolled out locally + 0.5 × partly) ÷ all procedures, except those to come and automatic entitlements',
  },
  veryGoodAbove: null,
  vectors: VDE_2025_VECTORS,
};
