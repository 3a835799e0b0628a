/** The method of Vigie: that of `vde-2025`, with the uncertainty of each figure shown and two more criteria. */
import type { CriterionDefinition, Methodology, Vector } from '../criterion.ts';
import { VDE_2025 } from './vde-2025.ts';
import { ACCESSIBILITY, AUTHENTICATION, DIGITAL_SHARE, ONCE_ONLY, ONLINE } from './vde-2025-declarations.ts';
import { AVAILABILITY, RESPONSE_TIME } from './vde-2025-probes.ts';
import {
  AUTONOMY,
  CLARITY,
  HELP_EFFECTIVE,
  HELP_REACHABLE,
  LIMITS_OF_2025,
  SATISFACTION,
} from './vde-2025-reviews.ts';
import { DISPLAY_SPEED, MOBILE } from './vigie-1-criteria.ts';

const MINIMUM_N = 30;

const FROM_REVIEWS: readonly CriterionDefinition[] = [CLARITY, AUTONOMY, HELP_REACHABLE, HELP_EFFECTIVE].map(
  fromReviews,
);

const VECTORS: readonly Vector[] = [
  {
    says: '40 answers that are all the best have a mark and no interval',
    criterion: 'satisfaction',
    given: { satisfaction: { counts: { '0': 0, '5': 0, '10': 40 } } },
    expected: { status: 'measured', level: 'good', text: '10.00', reason: 'no_variance', borderline: null },
  },
  {
    says: '29 answers are not enough',
    criterion: 'satisfaction',
    given: { satisfaction: { counts: { '0': 0, '5': 0, '10': 29 } } },
    expected: { status: 'insufficient', level: 'none', text: null, reason: 'under_minimum' },
  },
  {
    says: '30 answers are enough for help, and leave its level in doubt',
    criterion: 'help_reachable',
    given: { help_reachable: { numerator: 24, denominator: 30 } },
    expected: { status: 'measured', level: 'medium', text: '80', reason: null, borderline: true },
  },
  {
    says: 'a display in 2,500 ms is good',
    criterion: 'display_speed',
    given: { display_speed: { value: 2500 } },
    expected: { status: 'measured', level: 'good', text: '2500', reason: null },
  },
  {
    says: 'a display in 2,500.2 ms is medium and shows 2501',
    criterion: 'display_speed',
    given: { display_speed: { value: 2500.2 } },
    expected: { status: 'measured', level: 'medium', text: '2501', reason: null },
  },
  {
    says: 'a display in 4,000.1 ms is poor',
    criterion: 'display_speed',
    given: { display_speed: { value: 4000.1 } },
    expected: { status: 'measured', level: 'poor', text: '4001', reason: null },
  },
  {
    says: 'a page partly usable on a phone is medium',
    criterion: 'mobile',
    given: { mobile: { value: 'Partiel' } },
    expected: { status: 'measured', level: 'medium', text: null, reason: null },
  },
];

export const VIGIE_1: Methodology = {
  id: 'vigie-1',
  label: { fr: 'Vigie, première version', en: 'Vigie, first version' },
  summary: {
    fr: 'Les critères de 2025, avec pour chaque valeur le nombre de réponses et sa marge, plus la vitesse d’affichage et l’usage sur mobile.',
    en: 'The criteria of 2025, with the number of answers and the interval of each value, plus display speed and use on a phone.',
  },
  period: { fr: 'à partir de 2026', en: 'from 2026' },
  minimumN: MINIMUM_N,
  windowMonths: 12,
  criteria: [
    ONLINE,
    fromReviews(SATISFACTION),
    {
      ...ACCESSIBILITY,
      computedFrom: {
        fr: 'Le taux de conformité et la date lus sur la page même de la déclaration d’accessibilité.',
        en: 'The conformance rate and date read on the page of the accessibility statement itself.',
      },
      knownLimits: [
        {
          fr: 'La page de la déclaration prouve ce que l’administration déclare, pas la conformité elle-même. Le taux porte sur un échantillon de pages.',
          en: 'The page of the statement proves what the administration declares, not the conformance itself. The rate covers a sample of pages.',
        },
      ],
    },
    ONCE_ONLY,
    DIGITAL_SHARE,
    ...FROM_REVIEWS,
    AUTHENTICATION,
    {
      ...AVAILABILITY,
      computedFrom: {
        fr: 'Des sondes qui interrogent l’adresse de la démarche depuis plusieurs points de mesure, sur trois mois.',
        en: 'Probes that request the address of the procedure from several vantage points, over three months.',
      },
      knownLimits: [
        {
          fr: 'Une sonde bloquée n’est pas une panne : le temps qu’elle seule voit indisponible n’est pas compté. Une disponibilité inférieure à 50 % alors que des usagers ont donné leur avis reste douteuse.',
          en: 'A blocked probe is not an outage: time that it alone sees as down is not counted. An availability under 50% while users were leaving reviews remains suspect.',
        },
        ...AVAILABILITY.knownLimits.slice(2),
      ],
    },
    RESPONSE_TIME,
    DISPLAY_SPEED,
    MOBILE,
  ],
  predecessor: 'vde-2025',
  changes: [
    {
      fr: 'Le minimum passe à 30 réponses ; l’intervalle de confiance à 95 % est montré, et un niveau que cet intervalle met en doute est signalé.',
      en: 'The minimum becomes 30 answers; the 95% confidence interval is shown, and a level that this interval puts in doubt is marked.',
    },
    {
      fr: 'Nouveaux critères : vitesse d’affichage et usage sur mobile.',
      en: 'New criteria: display speed and use on a phone.',
    },
    {
      fr: 'Disponibilité : mesurée depuis plusieurs points ; une sonde bloquée est distinguée d’une panne.',
      en: 'Availability: measured from several vantage points; a blocked probe is told apart from an outage.',
    },
    {
      fr: 'Prise en compte du handicap : le taux est vérifié sur la page de la déclaration.',
      en: 'Accessibility: the rate is checked on the page of the statement.',
    },
  ],
  onlineWeights: VDE_2025.onlineWeights,
  onlineRateFormula: VDE_2025.onlineRateFormula,
  veryGoodAbove: null,
  vectors: VECTORS,
};

/** A criterion of 2025 with the minimum of `vigie-1`; the limits of the editions of 2025 fall. */
function fromReviews(definition: CriterionDefinition): CriterionDefinition {
  const knownLimits = definition.knownLimits.filter((limit) => !LIMITS_OF_2025.includes(limit));
  return { ...definition, minimumN: MINIMUM_N, knownLimits };
}
