/** Criteria of `observatoire-2020`. */
import type { CriterionDefinition } from '../criterion.ts';
import { NOT_SAMPLED, ONCE_ONLY_LEGEND, YES_PARTLY_NO_LEGEND } from './legends.ts';
import { AUTHENTICATION, ONCE_ONLY, ONLINE } from './vde-2025-declarations.ts';
import { SATISFACTION } from './vde-2025-reviews.ts';
import { MOBILE } from './vigie-1-criteria.ts';

export const ONLINE_2020: CriterionDefinition = {
  ...ONLINE,
  legend: [
    {
      level: 'good',
      when: { kind: 'one_of', words: ['Oui', 'En cours de déploiement local'] },
      words: { fr: 'Oui', en: 'Yes' },
    },
    {
      level: 'medium',
      when: { kind: 'one_of', words: ['Partiel', 'Bêta'] },
      words: {
        fr: 'Partiel, ou Bêta : ouverte à une partie des usagers ou des cas',
        en: 'Partly, or beta: open to some of the users or cases',
      },
    },
    { level: 'poor', when: { kind: 'one_of', words: ['Non'] }, words: { fr: 'Non', en: 'No' } },
  ],
  knownLimits: [
    {
      fr: 'Quand la démarche n’est pas en ligne, les autres critères sont sans objet.',
      en: 'When the procedure is not online, the other criteria are not applicable.',
    },
    {
      fr: 'Le déploiement local, statut apparu en mai 2021, est lu comme Oui.',
      en: 'Local roll-out, a status that appeared in May 2021, is read as Yes.',
    },
  ],
};

export const SATISFACTION_2020: CriterionDefinition = {
  ...SATISFACTION,
  unit: 'share',
  decimals: 1,
  gradesPerUnit: 10,
  measures: {
    fr: 'La satisfaction moyenne des usagers une fois la démarche terminée, ramenée à 100 %.',
    en: 'The mean satisfaction of users once the procedure is completed, brought to 100%.',
  },
  computedFrom: {
    fr: 'Les avis déposés par le bouton de fin de démarche : « pas bien » vaut 0, « moyen » 1, « très bien » 2.',
    en: 'Reviews left through the button at the end of the procedure: “not well” counts 0, “medium” 1, “very well” 2.',
  },
  formula: {
    fr: 'somme des points ÷ (2 × nombre d’avis)',
    en: 'sum of the points ÷ (2 × number of reviews)',
  },
  legend: [
    {
      level: 'good',
      when: { kind: 'at_least', bound: 0.8 },
      words: { fr: '80 % ou plus', en: '80% or more' },
    },
    {
      level: 'medium',
      when: { kind: 'at_least', bound: 0.6 },
      words: { fr: 'de 60 % à moins de 80 %', en: 'from 60% to under 80%' },
    },
    { level: 'poor', when: { kind: 'otherwise' }, words: { fr: 'moins de 60 %', en: 'under 60%' } },
  ],
  objective: { fr: 'une satisfaction de 80 % ou plus', en: 'a satisfaction of 80% or more' },
  knownLimits: [
    {
      fr: 'Le nombre de démarches « très bien notées » compte celles qui dépassent strictement 80 %, parmi celles qui portent le bouton.',
      en: 'The number of procedures “rated very good” counts those strictly above 80%, among those that carry the button.',
    },
    {
      fr: 'La période est de 365 jours, comptée ici comme douze mois.',
      en: 'The period is 365 days, counted here as twelve months.',
    },
  ],
};

export const ACCESSIBILITY_2020: CriterionDefinition = {
  ...NOT_SAMPLED,
  id: 'accessibility',
  label: { fr: 'Prise en compte des handicaps', en: 'Accessibility to disabled people' },
  shortLabel: { fr: 'Accessibilité', en: 'Accessibility' },
  measures: {
    fr: 'Si une déclaration d’accessibilité valable est publiée, et si son taux de conformité atteint 75 %.',
    en: 'Whether a valid accessibility statement is published, and whether its conformance rate reaches 75%.',
  },
  computedFrom: {
    fr: 'Un examen de la déclaration d’accessibilité publiée et de son taux de conformité au RGAA.',
    en: 'A review of the published accessibility statement and of its RGAA conformance rate.',
  },
  formula: { fr: 'le taux déclaré', en: 'the declared rate' },
  unit: 'share',
  direction: 'more',
  decimals: 1,
  legend: [
    {
      level: 'good',
      when: { kind: 'at_least', bound: 0.75 },
      words: {
        fr: 'déclaration valable et taux de 75 % ou plus',
        en: 'valid statement and a rate of 75% or more',
      },
    },
    {
      level: 'medium',
      when: { kind: 'otherwise' },
      words: {
        fr: 'déclaration valable, taux inférieur à 75 % ou absent',
        en: 'valid statement, rate under 75% or not given',
      },
    },
    {
      level: 'poor',
      when: { kind: 'no_declaration' },
      words: { fr: 'pas de déclaration valable', en: 'no valid statement' },
    },
  ],
  declaration: { validMonths: null, levelWithoutRate: 'medium' },
  objective: {
    fr: 'une déclaration valable et un taux de conformité de 75 % ou plus',
    en: 'a valid statement and a conformance rate of 75% or more',
  },
  knownLimits: [
    {
      fr: 'L’âge de la déclaration ne comptait pas encore : la limite de trois ans date de juillet 2021.',
      en: 'The age of the statement did not count yet: the limit of three years dates from July 2021.',
    },
  ],
};

export const ONCE_ONLY_2020: CriterionDefinition = {
  ...ONCE_ONLY,
  computedFrom: {
    fr: 'Un test sur un panier de 25 données ; chacune de celles qui sont redemandées compte de 1 à 3 selon l’effort.',
    en: 'A test over a basket of 25 data items; each one asked again counts 1 to 3 according to the effort.',
  },
  legend: ONCE_ONLY_LEGEND,
  knownLimits: [
    {
      fr: 'Le texte d’aide publié est resté jusqu’en 2021 à « 0, 1 à 5, plus de 6 » ; le calcul appliquait les bornes données ici.',
      en: 'Until 2021 the published help text still read “0, 1 to 5, more than 6”; the computation applied the bounds given here.',
    },
  ],
};

export const AUTHENTICATION_2020: CriterionDefinition = {
  ...AUTHENTICATION,
  legend: [
    {
      level: 'good',
      when: { kind: 'one_of', words: ['FranceConnect', 'Oui'] },
      words: { fr: 'FranceConnect', en: 'FranceConnect' },
    },
    { level: 'poor', when: { kind: 'one_of', words: ['Non'] }, words: { fr: 'Non', en: 'No' } },
  ],
  objective: { fr: 'FranceConnect proposé', en: 'FranceConnect offered' },
};

export const MOBILE_2020: CriterionDefinition = {
  ...MOBILE,
  label: { fr: 'Compatible avec les mobiles', en: 'Mobile compatible' },
  measures: {
    fr: 'Si la démarche se fait sur un téléphone, par une page adaptée ou une application.',
    en: 'Whether the procedure can be carried out on a phone, through adapted pages or an application.',
  },
  computedFrom: { fr: 'Un test fait à la main.', en: 'A test made by hand.' },
  objective: { fr: 'compatible avec les mobiles', en: 'mobile compatible' },
  knownLimits: [
    { fr: 'Le verdict dépend de la personne qui teste.', en: 'The verdict depends on the person who tests.' },
  ],
};

export const HELP: CriterionDefinition = {
  ...NOT_SAMPLED,
  id: 'help',
  label: { fr: 'Support accessible', en: 'Help available' },
  shortLabel: { fr: 'Aide', en: 'Help' },
  measures: {
    fr: 'Si l’usager peut demander de l’aide : au moins deux moyens de contact, et un accompagnement humain personnalisé.',
    en: 'Whether users can ask for help: at least two means of contact, and personal human help.',
  },
  computedFrom: { fr: 'Un test fait à la main.', en: 'A test made by hand.' },
  formula: {
    fr: 'Oui si les deux conditions sont remplies, Partiel si une seule l’est, Non sinon',
    en: 'Yes if both conditions are met, partly if only one is, no otherwise',
  },
  unit: 'category',
  direction: 'none',
  decimals: 0,
  legend: YES_PARTLY_NO_LEGEND,
  objective: { fr: 'les deux conditions remplies', en: 'both conditions met' },
  knownLimits: [
    {
      fr: 'Un robot ou une foire aux questions pouvait compter comme moyen de contact jusqu’en juillet 2021.',
      en: 'A robot or a list of questions could count as a means of contact until July 2021.',
    },
  ],
};

export const AVAILABILITY_SPEED: CriterionDefinition = {
  ...NOT_SAMPLED,
  id: 'availability_speed',
  label: { fr: 'Disponibilité et rapidité', en: 'Availability and speed' },
  shortLabel: { fr: 'Dispo. et rapidité', en: 'Uptime, speed' },
  measures: {
    fr: 'La part du temps où la page d’accueil répond, et son temps de réponse.',
    en: 'The share of time during which the home page answers, and its response time.',
  },
  computedFrom: {
    fr: 'Une sonde qui interroge la page d’accueil, sur trois mois.',
    en: 'A probe that requests the home page, over three months.',
  },
  formula: {
    fr: 'points de disponibilité (plus de 99,9 % : 6 ; plus de 99,5 % : 4 ; plus de 99 % : 3 ; plus de 98 % : 2 ; 95 % ou plus : 0 ; moins : −6) + points de rapidité (moins de 0,2 s : 4 ; moins de 0,4 s : 3 ; moins de 0,6 s : 2 ; moins de 0,8 s : 1 ; moins de 1 s : 0 ; 1 s ou plus : −4)',
    en: 'availability points (over 99.9%: 6; over 99.5%: 4; over 99%: 3; over 98%: 2; 95% or more: 0; less: −6) + speed points (under 0.2 s: 4; under 0.4 s: 3; under 0.6 s: 2; under 0.8 s: 1; under 1 s: 0; 1 s or more: −4)',
  },
  unit: 'points',
  direction: 'more',
  decimals: 0,
  legend: [
    { level: 'good', when: { kind: 'at_least', bound: 8 }, words: { fr: '8 ou plus', en: '8 or more' } },
    { level: 'medium', when: { kind: 'at_least', bound: 4 }, words: { fr: 'de 4 à 7', en: 'from 4 to 7' } },
    { level: 'poor', when: { kind: 'otherwise' }, words: { fr: 'moins de 4', en: 'under 4' } },
  ],
  windowMonths: 3,
  objective: { fr: '8 points ou plus', en: '8 points or more' },
  knownLimits: [
    {
      fr: 'Annoncée sur 10, la note peut être négative (jusqu’à −10). En mai 2020 la borne du mauvais niveau est passée de « moins de 4 » à « 4 ou moins » ; la borne d’avril est appliquée ici.',
      en: 'Announced out of 10, the mark may be negative (down to −10). In May 2020 the bound of the poor level went from “under 4” to “4 or less”; the bound of April is applied here.',
    },
    {
      fr: 'Une seule sonde, sur la seule page d’accueil : si elle était bloquée, le service passait pour indisponible.',
      en: 'A single probe, on the home page only: when it was blocked, the service passed for unavailable.',
    },
  ],
};
