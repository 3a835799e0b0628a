/** Criteria of `vde-2025` that administrations declare, or that are found by an audit or a test. */
import type { CriterionDefinition } from '../criterion.ts';
import { INFORMATION_LEGEND, NOT_SAMPLED, ONCE_ONLY_LEGEND } from './legends.ts';

export const ONLINE: CriterionDefinition = {
  ...NOT_SAMPLED,
  id: 'online',
  label: { fr: 'Réalisable en ligne', en: 'Available online' },
  shortLabel: { fr: 'En ligne', en: 'Online' },
  measures: {
    fr: 'Si la démarche peut être faite entièrement par internet, partout et par tous.',
    en: 'Whether the procedure can be carried out entirely online, everywhere and by everyone.',
  },
  computedFrom: { fr: 'La déclaration de l’administration.', en: 'The administration’s declaration.' },
  formula: { fr: 'le statut déclaré', en: 'the declared status' },
  unit: 'category',
  direction: 'none',
  decimals: 0,
  legend: [
    {
      level: 'good',
      when: { kind: 'one_of', words: ['Oui', 'En cours de déploiement local'] },
      words: { fr: 'Oui, ou en cours de déploiement local', en: 'Yes, or being rolled out locally' },
    },
    {
      level: 'medium',
      when: { kind: 'one_of', words: ['Partiel'] },
      words: {
        fr: 'Partiel : une partie de la démarche, du territoire ou du public manque',
        en: 'Partly: a part of the procedure, of the country or of the public is missing',
      },
    },
    { level: 'poor', when: { kind: 'one_of', words: ['Non'] }, words: { fr: 'Non', en: 'No' } },
    {
      level: 'info',
      when: { kind: 'one_of', words: ['Démarche proactive'] },
      words: {
        fr: 'Démarche proactive : le droit est attribué automatiquement',
        en: 'Automatic entitlement: nothing has to be asked for',
      },
    },
  ],
  objective: { fr: 'réalisable en ligne', en: 'available online' },
  knownLimits: [
    {
      fr: 'Quand la démarche n’est pas en ligne, ou que le droit est automatique, les autres critères sont sans objet. « À venir » veut dire que l’information n’est pas communiquée.',
      en: 'When the procedure is not online, or the entitlement is automatic, the other criteria are not applicable. “To come” means that the information is not reported.',
    },
  ],
};

export const ACCESSIBILITY: CriterionDefinition = {
  ...NOT_SAMPLED,
  id: 'accessibility',
  label: { fr: 'Prise en compte du handicap', en: 'Accessibility to disabled people' },
  shortLabel: { fr: 'Accessibilité', en: 'Accessibility' },
  measures: {
    fr: 'La conformité de la démarche au référentiel général d’amélioration de l’accessibilité (RGAA).',
    en: 'How far the procedure conforms to the French accessibility standard (RGAA).',
  },
  computedFrom: {
    fr: 'Le taux de conformité de la déclaration d’accessibilité publiée, et sa date.',
    en: 'The conformance rate of the published accessibility statement, and its date.',
  },
  formula: {
    fr: 'le taux déclaré ; une déclaration vaut trois ans à compter de sa date',
    en: 'the declared rate; a statement is valid for three years from its date',
  },
  unit: 'share',
  direction: 'more',
  decimals: 1,
  legend: [
    { level: 'good', when: { kind: 'at_least', bound: 1 }, words: { fr: '100 %', en: '100%' } },
    {
      level: 'medium',
      when: { kind: 'at_least', bound: 0.5 },
      words: { fr: 'de 50 % à moins de 100 %', en: 'from 50% to under 100%' },
    },
    {
      level: 'poor',
      when: { kind: 'otherwise' },
      words: {
        fr: 'moins de 50 %, pas de déclaration recevable, ou déclaration de plus de trois ans à la date d’arrêt des données',
        en: 'under 50%, no valid statement, or a statement older than three years on the cut-off day',
      },
    },
  ],
  declaration: { validMonths: 36, levelWithoutRate: 'poor' },
  objective: { fr: 'un taux de conformité de 100 %', en: 'a conformance rate of 100%' },
  knownLimits: [
    {
      fr: 'Le taux est celui que l’administration déclare : il n’est pas vérifié ici. Il porte sur un échantillon de pages.',
      en: 'The rate is the one the administration declares: it is not checked here. It covers a sample of pages.',
    },
  ],
};

export const ONCE_ONLY: CriterionDefinition = {
  ...NOT_SAMPLED,
  id: 'once_only',
  label: { fr: 'Dites-le-nous une fois', en: 'Once only' },
  shortLabel: { fr: 'Une seule fois', en: 'Once only' },
  measures: {
    fr: 'Les données que la démarche demande alors que l’administration les détient déjà.',
    en: 'Data that the procedure asks for although the administration already holds them.',
  },
  computedFrom: {
    fr: 'Un test de la démarche : chaque donnée redemandée compte de 1 à 3 selon l’effort qu’elle coûte.',
    en: 'A test of the procedure: each data item asked again counts 1 to 3 according to the effort it costs.',
  },
  formula: {
    fr: 'somme des coefficients des données redemandées',
    en: 'sum of the weights of the data items asked again',
  },
  unit: 'count',
  direction: 'less',
  decimals: 0,
  legend: ONCE_ONLY_LEGEND,
  objective: { fr: 'au plus une donnée redemandée', en: 'at most one data item asked again' },
  knownLimits: [
    {
      fr: 'Le compte est pondéré : une seule donnée très coûteuse peut valoir 3.',
      en: 'The count is weighted: a single costly data item may count 3.',
    },
  ],
};

export const DIGITAL_SHARE: CriterionDefinition = {
  ...NOT_SAMPLED,
  id: 'digital_share',
  label: { fr: 'Recours au numérique', en: 'Digital take-up' },
  shortLabel: { fr: 'Numérique', en: 'Digital' },
  measures: {
    fr: 'La part des démarches faites par internet, parmi tous les canaux.',
    en: 'The share of cases filed online, among all channels.',
  },
  computedFrom: {
    fr: 'Les volumes annuels déclarés par l’administration.',
    en: 'Yearly volumes declared by the administration.',
  },
  formula: { fr: 'volume en ligne ÷ volume total', en: 'volume online ÷ total volume' },
  unit: 'share',
  direction: 'none',
  decimals: 1,
  legend: INFORMATION_LEGEND,
  windowMonths: 12,
  objective: null,
  knownLimits: [
    {
      fr: 'Les volumes sont déclarés et ne portent pas toujours sur les mêmes douze mois. Une part supérieure à 100 % est tenue pour douteuse.',
      en: 'Volumes are declared and do not always cover the same twelve months. A share above 100% is held suspect.',
    },
  ],
};

export const AUTHENTICATION: CriterionDefinition = {
  ...NOT_SAMPLED,
  id: 'authentication',
  label: { fr: 'Connexion avec FranceConnect', en: 'Sign-in with FranceConnect' },
  shortLabel: { fr: 'Connexion', en: 'Sign-in' },
  measures: {
    fr: 'Si l’usager peut s’identifier avec FranceConnect quand la démarche demande de s’identifier.',
    en: 'Whether users can sign in with FranceConnect where the procedure requires signing in.',
  },
  computedFrom: {
    fr: 'La présence du bouton sur la démarche, relevée ou déclarée.',
    en: 'The presence of the button in the procedure, observed or declared.',
  },
  formula: { fr: 'le dispositif présent', en: 'the scheme offered' },
  unit: 'category',
  direction: 'none',
  decimals: 0,
  legend: [
    {
      level: 'info',
      when: { kind: 'one_of', words: ['FranceConnect', 'FranceConnect+', 'FranceConnect +'] },
      words: { fr: 'FranceConnect ou FranceConnect+', en: 'FranceConnect or FranceConnect+' },
    },
    { level: 'poor', when: { kind: 'one_of', words: ['Non'] }, words: { fr: 'Non', en: 'No' } },
  ],
  objective: null,
  knownLimits: [
    {
      fr: 'Le critère est sans objet quand la démarche ne demande pas de s’identifier, ou ne s’adresse pas aux particuliers.',
      en: 'The criterion is not applicable where no sign-in is required, or where the procedure is not for individuals.',
    },
  ],
};
