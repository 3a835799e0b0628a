/** The method of the fourth edition of the observatory, April 2020. */
import type { Methodology } from '../criterion.ts';
import {
  ACCESSIBILITY_2020,
  AUTHENTICATION_2020,
  AVAILABILITY_SPEED,
  HELP,
  MOBILE_2020,
  ONCE_ONLY_2020,
  ONLINE_2020,
  SATISFACTION_2020,
} from './observatoire-2020-criteria.ts';
import { OBSERVATOIRE_2020_VECTORS } from './observatoire-2020-vectors.ts';

export const OBSERVATOIRE_2020: Methodology = {
  id: 'observatoire-2020',
  label: { fr: 'Observatoire de la qualité, avril 2020', en: 'Observatory of quality, April 2020' },
  summary: {
    fr: 'La méthode de la quatrième édition de l’observatoire de la qualité des démarches en ligne.',
    en: 'The method of the fourth edition of the observatory of the quality of online procedures.',
  },
  period: { fr: 'de février à mai 2020', en: 'February to May 2020' },
  minimumN: 100,
  windowMonths: 12,
  criteria: [
    ONLINE_2020,
    SATISFACTION_2020,
    ACCESSIBILITY_2020,
    ONCE_ONLY_2020,
    AUTHENTICATION_2020,
    MOBILE_2020,
    HELP,
    AVAILABILITY_SPEED,
  ],
  predecessor: null,
  changes: [
    {
      fr: 'Satisfaction : niveaux rétablis en janvier 2020, à 80 % et 60 %, pour 100 avis au moins sur 365 jours.',
      en: 'Satisfaction: levels restored in January 2020, at 80% and 60%, for at least 100 reviews over 365 days.',
    },
    {
      fr: 'Dites-le-nous une fois : bornes à 0–1, 2–4 et 5 ou plus depuis janvier 2020 (0, 1–5 et 6 ou plus en 2019).',
      en: 'Once only: bounds at 0–1, 2–4 and 5 or more since January 2020 (0, 1–5 and 6 or more in 2019).',
    },
    {
      fr: 'Prise en compte du handicap : critère ajouté en février 2020.',
      en: 'Accessibility: criterion added in February 2020.',
    },
  ],
  onlineWeights: { Oui: 1, 'En cours de déploiement local': 1, Partiel: 0.5, Bêta: 0.1, Non: 0 },
  onlineRateFormula: {
    fr: '(Oui + En cours de déploiement local + 0,5 × Partiel + 0,1 × Bêta) ÷ toutes les démarches dont le statut est connu',
    en: '(Yes + being rolled out locally + 0.5 × partly + 0.1 × beta) ÷ all procedures whose status is known',
  },
  veryGoodAbove: 0.8,
  vectors: OBSERVATOIRE_2020_VECTORS,
};
