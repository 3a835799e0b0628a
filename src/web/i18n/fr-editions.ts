/** The French messages of the pages of editions: summary, comparison, corrections, totals, targets, feed. */
import { formats } from './formats.ts';

const { number, plural } = formats('fr');

const counted = (count: number, one: string, other: string): string =>
  `${number(count)} ${plural(count, { one, other })}`;
const procedures = (count: number) => counted(count, 'démarche', 'démarches');

const editionPages = {
  label: 'Pages de l’édition',
  onThisPage: 'Sur cette page',
  /** A mark of a cell, and what it means. */
  markMeaning: (mark: string, meaning: string) => `« ${mark} » : ${meaning}`,
  summary: 'Synthèse',
  article: 'Article',
  articleOf: (label: string) => `Article de l’édition ${label}`,
  compareTo: (label: string) => `Comparaison avec ${label}`,
  chosenByTop: (count: string, candidates: string) =>
    `Choix des démarches : les ${count} plus utilisées en un an, tous canaux, parmi ${candidates} dont le volume est connu.`,
  withoutVolume: (count: number) =>
    plural(count, {
      one: `${procedures(count)} sans volume connu n’a pas pu être classée.`,
      other: `${procedures(count)} sans volume connu n’ont pas pu être classées.`,
    }),
  chosenByList: (name: string) => `Choix des démarches : la liste « ${name} », avec un motif pour chacune.`,
  selectionReasons: 'Pourquoi ces démarches',
  selectionReason: 'Motif',
};

const summary = {
  title: (label: string) => `Synthèse de l’édition ${label}`,
  description: (label: string) =>
    `Édition ${label} : part des démarches en ligne et objectifs atteints, par critère, ministère, administration et public.`,
  online: 'Démarches réalisables en ligne',
  criteria: 'Critère par critère',
  ministries: 'Par ministère',
  organisations: 'Par administration',
  audiences: 'Par public',
  audiencesNote:
    'Une démarche s’adresse souvent à plusieurs publics : elle compte dans chacun, et les lignes ne s’additionnent pas.',
  volumes: 'Volumes',
  onlineShort: 'En ligne',
  byNumber: 'En nombre',
  byVolume: 'En volume',
  byNumberOf: (label: string) => `${label}, en nombre`,
  byVolumeOf: (label: string) => `${label}, en volume`,
  /** "147 sur 155". */
  ratio: (part: string, whole: string) => `${part} sur ${whole}`,
  onlineByNumber: (part: string, known: number, all: number) =>
    `${part} sur ${procedures(known)} au statut connu ; l’édition en compte ${number(all)}.`,
  noOnline: 'Le statut en ligne d’aucune démarche n’est connu dans cette édition.',
  onlineByVolume: (part: string, whole: string, known: number, all: number) =>
    `${part} sur ${whole} démarches réalisées en un an ; volume et statut connus pour ${procedures(known)} sur ${number(all)}.`,
  noVolume: 'Aucun volume n’est connu dans cette édition : rien ne peut être dit en volume.',
  /** How the shares of tables are written. */
  sharesNote: (fewest: number) =>
    `Les parts sont coupées à une décimale, jamais arrondies. Sous ${procedures(fewest)}, les nombres sont donnés sans pourcentage.`,
  howCounted: (formula: string) => `Calcul : ${formula}.`,
  weighing:
    '« En nombre », chaque démarche compte pour une ; « en volume », autant de fois qu’elle est réalisée en un an, tous canaux.',
  levels: 'Niveaux',
  reaching: 'Objectif atteint',
  reachingOf: (criterion: string) => `${criterion}, objectif atteint`,
  objective: (objective: string) => `Objectif : ${objective}.`,
  noObjective: 'Donné pour information, sans objectif.',
  volumesKnown: (known: number, all: number) =>
    `${plural(known, { one: 'volume connu', other: 'volumes connus' })} : ${number(known)} sur ${number(all)}`,
  pooled: 'Toutes réponses réunies',
  pooledOf: (criterion: string) => `${criterion}, toutes réponses réunies`,
  pooledAnswers: (count: number, over: number) =>
    `${counted(count, 'réponse', 'réponses')}, ${procedures(over)}`,
  pooledSum: (part: string, whole: string, over: number) => `${part} sur ${whole}, ${procedures(over)}`,
  noPooled: 'Nombre de réponses inconnu',
  nothingToPool: 'Sans réponses à réunir',
  volumesSentence: (total: string, known: number, all: number) =>
    `${procedures(known)} sur ${number(all)} ont un volume connu : elles sont réalisées ${total} fois en un an, tous canaux.`,
  groupCriterion: 'Critère montré',
  notByGroup: (criterion: string) =>
    `« ${criterion} » n’a pas d’objectif ni de réponses que l’on puisse réunir : rien n’en est montré par groupe.`,
  show: 'Afficher',
  seeRows: (count: number) => `Voir les ${number(count)} lignes`,
  unnamed: 'Non précisé',
  noAudience: 'Les publics ne sont pas connus dans cette édition.',
};

const targets = {
  title: 'Objectifs suivis',
  none: 'Aucun objectif n’est enregistré.',
  objective: (value: string) => `objectif à ${value}`,
  due: (day: string) => `Échéance au ${day}`,
  withoutTerm: 'Objectif sans échéance',
  chartTitle: 'D’édition en édition',
  reached: 'Objectif atteint',
  reachedIn: (edition: string) => `Objectif atteint dans l’édition ${edition}`,
  andDue: (left: string, due: string) => `${left} ; ${due}.`,
  missing: (distance: string) => `Il reste ${distance}`,
  missingIn: (distance: string, edition: string) => `Il restait ${distance} dans l’édition ${edition}`,
  /** `text` writes `count`. */
  points: (count: number, text: string) => `${text} ${plural(count, { one: 'point', other: 'points' })}`,
  pointsOfTen: (count: number, text: string) =>
    `${text} ${plural(count, { one: 'point', other: 'points' })} sur 10`,
  unknown: 'Aucune édition jusqu’à celle-ci ne dit cette valeur.',
  lastKnown: (value: string, edition: string) => `Dernière valeur connue : ${value}, édition ${edition}.`,
  valueOn: (day: string, value: string) => `Au ${day} : ${value}.`,
  overdueYears: (years: number, months: number) =>
    `échéance passée depuis ${counted(years, 'an', 'ans')}${months === 0 ? '' : ` et ${number(months)} mois`}`,
  overdueMonths: (months: number) => `échéance passée depuis ${counted(months, 'mois', 'mois')}`,
  overdueDays: 'échéance passée depuis moins d’un mois',
  remaining: (months: number) => `échéance dans ${counted(months, 'mois', 'mois')}`,
  remainingDays: 'échéance dans moins d’un mois',
  counted: 'Démarches comptées',
  /** `counted` is "155 sur 160". */
  countedOver: (value: string, counted: string) => `${value}, démarches comptées : ${counted}`,
  /** "8,19 / 10 sur 2 107 855 réponses": what a value over all answers divides. */
  overAnswers: (value: string, answers: number) => `${value} sur ${counted(answers, 'réponse', 'réponses')}`,
  overSum: (value: string, sum: string) => `${value} sur ${sum}`,
  /** Too few editions for a chart. */
  fromTo: (points: string) => `D’édition en édition : ${points}.`,
  pointOf: (edition: string, value: string) => `${value} (${edition})`,
};

const revisions = {
  title: 'Révisions',
  note: 'Une édition publiée ne change plus. Une correction est une nouvelle révision ; les précédentes restent lisibles.',
  number: 'Révision',
  day: 'Date',
  author: 'Auteur',
  reason: 'Motif',
  first: 'Première publication',
  /** What stands for a person where a command published without being told who asks. */
  automaticAuthors: { import: 'import automatique', vigie: 'Vigie' },
  superseded: 'Révision remplacée',
  supersededBy: (revision: number, day: string) =>
    `Cette révision a été corrigée. La révision ${number(revision)}, du ${day}, la remplace.`,
  seeLast: 'Voir la dernière révision',
  corrected: (revision: number) => `Ce que la révision ${number(revision)} a corrigé`,
  differences: (count: number) => counted(count, 'différence', 'différences'),
  noDifference: 'Aucune valeur ne change.',
  field: 'Ce qui change',
  before: 'Avant',
  after: 'Après',
  added: 'Ajoutée à l’édition',
  removed: 'Retirée de l’édition',
  correctedOn: (day: string) => `Corrigée le ${day}`,
  fields: {
    procedure: 'La démarche',
    name: 'Nom',
    organisation: 'Administration',
    ministry: 'Ministère',
    perimeter: 'Périmètre',
    audiences: 'Publics',
    url: 'Adresse',
    volume_online: 'Volume en ligne',
    volume_total: 'Volume total',
  },
};

const totals = {
  toldBy: 'D’après',
  title: 'Ce que l’on sait de cette édition',
  notice: 'Connue par ses totaux',
  explanation:
    'De cette édition, seuls les totaux ci-dessous sont connus, tels que leur source les a écrits. Les résultats de chaque démarche ne le sont pas.',
  description: (label: string, day: string) =>
    `Édition ${label} : les seuls totaux connus, avec leur source. Données arrêtées au ${day}.`,
  indicators: {
    procedures: 'Démarches',
    online_rate: 'Réalisables en ligne',
    new_online: 'Nouvelles en ligne',
    reviews: 'Avis recueillis',
    equipped: 'Équipées du bouton d’avis',
    very_good_rate: 'Jugées très bonnes',
  },
  qualifiers: {
    exact: (value: string) => value,
    nearly: (value: string) => `près de ${value}`,
    more_than: (value: string) => `plus de ${value}`,
    less_than: (value: string) => `moins de ${value}`,
    at_least: (value: string) => `au moins ${value}`,
    at_most: (value: string) => `au plus ${value}`,
  },
  /** What a figure is counted over, by the indicator it is a part of. */
  over: {
    procedures: (count: string) => `sur ${count} démarches`,
    online_rate: (count: string) => `sur ${count} en ligne`,
    new_online: (count: string) => `sur ${count} nouvelles démarches`,
    reviews: (count: string) => `sur ${count} avis`,
    equipped: (count: string) => `sur ${count} démarches équipées`,
    very_good_rate: (count: string) => `sur ${count} très bonnes`,
  },
  unknownWhole: 'l’ensemble n’est pas connu',
  source: (name: string) => `Source : ${name}`,
  indicator: 'Total',
};

const comparing = {
  title: 'Comparer deux éditions',
  from: 'Édition',
  to: 'Comparée à',
  compare: 'Comparer',
  sameEdition: 'Choisissez deux éditions différentes.',
};

const feed = {
  title: 'Vigie : les éditions et leurs corrections',
  label: 'Fil Atom des éditions',
  correctionsTitle: 'Vigie : les corrections',
  correctionsLabel: 'Fil Atom des corrections',
  follow: 'Suivre les publications et les corrections (Atom)',
  published: (label: string) => `Édition ${label} : publication`,
  reconstructed: (label: string) => `Édition ${label} : reconstitution`,
  corrected: (label: string, revision: string) => `Édition ${label} : correction, révision ${revision}`,
  publishedSummary: (label: string) => `L’édition ${label} est publiée.`,
  reconstructedSummary: (label: string) =>
    `Édition ${label} reconstituée : calculée après coup, elle n’a pas été publiée sous cette forme.`,
  correctedSummary: (reason: string, differences: number) =>
    `${counted(differences, 'différence', 'différences')}. Motif : ${reason}`,
};

export const frEditions = { editionPages, summary, targets, revisions, totals, comparing, feed };
