/** The French messages of the pages of criteria, and of charts of many procedures together. */
import type { CriterionId } from '../../criteria/index.ts';
import { formats } from './formats.ts';

const { number, plural } = formats('fr');

const counted = (count: number, one: string, other: string): string =>
  `${number(count)} ${plural(count, { one, other })}`;
const procedures = (count: number) => counted(count, 'démarche', 'démarches');

const series = {
  reaching: (criterion: string) => `${criterion} : part des démarches qui atteignent l’objectif`,
  reachingCounted: 'Démarches à l’objectif',
  online: 'Part des démarches réalisables en ligne',
  onlineCounted: 'Démarches en ligne',
  pooled: (criterion: string) => `${criterion} : toutes réponses réunies`,
  /** Of sums that are no answers: declared volumes, durations. */
  pooledSum: (criterion: string) => `${criterion} : toutes démarches réunies`,
  pooledCounted: 'Calculé sur',
  reconstructed: (editions: string) =>
    `Éditions reconstituées, calculées après coup à partir des données de l’époque : ${editions}.`,
  allReconstructed:
    'Toutes ces éditions sont reconstituées : calculées après coup à partir des données de l’époque.',
  otherUnit: (editions: string) =>
    `Valeurs exprimées dans une autre unité, qui ne se comparent pas et ne sont pas tracées : ${editions}.`,
};

/** What each criterion answers, as a citizen would ask it. */
const questions: Readonly<Record<CriterionId, string>> = {
  online: 'Peut-on faire la démarche entièrement par internet ?',
  satisfaction: 'Les usagers sont-ils satisfaits de la démarche une fois terminée ?',
  accessibility: 'Les personnes handicapées peuvent-elles faire la démarche en ligne ?',
  once_only: 'La démarche redemande-t-elle ce que l’administration sait déjà ?',
  digital_share: 'Quelle part des usagers fait la démarche par internet ?',
  clarity: 'Comprend-on ce que la démarche demande ?',
  autonomy: 'Peut-on faire la démarche sans aide ?',
  help_reachable: 'Quand on cherche de l’aide, parvient-on à joindre quelqu’un ?',
  help_effective: 'L’aide reçue permet-elle d’avancer ?',
  authentication: 'Avec quel compte se connecte-t-on à la démarche ?',
  availability: 'Le site de la démarche répond-il quand on en a besoin ?',
  response_time: 'Le site de la démarche répond-il vite ?',
  display_speed: 'Les pages s’affichent-elles vite ?',
  mobile: 'Peut-on faire la démarche avec un téléphone ?',
  help: 'Trouve-t-on de l’aide quand on en a besoin ?',
  availability_speed: 'Le site de la démarche fonctionne-t-il, et vite ?',
};

export const frCriteria = {
  series,
  questions,
  title: 'Critères',
  intro:
    'Une démarche est regardée sous plusieurs angles, les critères. Chacun pose une question, donne une valeur et, quand un objectif est fixé, un niveau : bon, moyen ou mauvais.',
  one: 'Critère',
  description: (criterion: string) =>
    `${criterion} : comment c’est mesuré, comment les démarches se répartissent, celles qui font le mieux, celles qui sont en retard, et l’évolution.`,
  noEdition: 'Aucune édition n’est encore publiée : voici ce que la méthode mesure.',
  /** "111 sur 160 démarches ont un résultat". */
  results: (known: number, all: number) =>
    `${number(known)} sur ${procedures(all)} ${plural(known, { one: 'a', other: 'ont' })} un résultat`,
  noResult: 'Aucun résultat dans cette édition',
  reaching: (share: string, ratio: string) => `${share} atteignent l’objectif (${ratio})`,
  /** Too few for a percentage. */
  reachingFew: (ratio: string) => `${ratio} à l’objectif`,
  pooled: (value: string, over: string) => `${value} toutes réponses réunies (${over})`,
  pooledSum: (value: string, over: string) => `${value} toutes démarches réunies (${over})`,
  online: (share: string, ratio: string) =>
    `${share} réalisables en ligne, celles qui le sont en partie comptant en partie (${ratio})`,
  former: 'Critères d’autres méthodes',
  formerNote:
    'Absents de la méthode de la dernière édition : des éditions plus anciennes ou à venir les disent.',
  measured: 'Comment c’est mesuré',
  source: 'À partir de',
  levels: 'Niveaux',
  seeMethod: (method: string) => `Le critère dans la méthode « ${method} »`,
  edition: (label: string) => `Édition ${label}`,
  absentNow: 'Critère absent de la dernière édition',
  absentNowMeaning: (later: string, told: string) =>
    `L’édition ${later} ne dit rien de ce critère : les chiffres de cette page sont ceux de l’édition ${told}.`,
  neverTold: 'Aucune édition ne donne de résultat par démarche',
  neverToldMeaning:
    'La méthode définit ce critère ; aucune édition publiée démarche par démarche ne le dit encore.',
  distribution: 'Comment les démarches se répartissent',
  byLevel: 'Par niveau',
  byValue: (count: number) => `Par valeur : ${procedures(count)}`,
  byWord: (count: number) => `Par réponse : ${procedures(count)}`,
  reachingLabel: 'Atteignent l’objectif',
  reachingByVolume: 'Usages d’une démarche à l’objectif',
  pooledLabel: 'Toutes réponses réunies',
  pooledSumLabel: 'Toutes démarches réunies',
  onlineLabel: 'Taux de mise en ligne',
  onlineFormula: (formula: string) => `Taux de mise en ligne : ${formula}.`,
  resultsLabel: 'Démarches avec un résultat',
  /** Stretches of values. */
  between: (from: string, to: string) => `de ${from} à moins de ${to}`,
  upTo: (from: string, to: string) => `de ${from} à ${to}`,
  over: (from: string, to: string) => `plus de ${from}, moins de ${to}`,
  atLeast: (from: string) => `${from} ou plus`,
  ofLevel: (range: string, level: string) => `${range} : ${level}`,
  cutNote: 'Les tranches s’arrêtent aux seuils des niveaux : aucune n’en franchit un.',
  suspect: (count: number) =>
    plural(count, {
      one: `${number(count)} valeur douteuse n’est pas comptée.`,
      other: `${number(count)} valeurs douteuses ne sont pas comptées.`,
    }),
  withoutValue: (count: number) =>
    plural(count, {
      one: `${procedures(count)} a un niveau sans valeur : une déclaration absente, par exemple.`,
      other: `${procedures(count)} ont un niveau sans valeur : une déclaration absente, par exemple.`,
    }),
  otherwiseJudged: (count: number) =>
    plural(count, {
      one: `Pour ${procedures(count)}, le niveau n’est pas celui de sa valeur : une déclaration trop ancienne, par exemple.`,
      other: `Pour ${procedures(count)}, le niveau n’est pas celui de leur valeur : une déclaration trop ancienne, par exemple.`,
    }),
  seeTable: 'Voir toutes les démarches dans le tableau de l’édition',
  seeMissing: (count: number) =>
    plural(count, {
      one: `Voir ${procedures(count)} sans résultat`,
      other: `Voir les ${procedures(count)} sans résultat`,
    }),
  best: 'Qui fait le mieux',
  bestNote: 'Démarches à l’objectif, par valeur ; à égalité, les plus utilisées d’abord.',
  bestInterval:
    'Quand un intervalle de confiance est connu, c’est sa borne la moins favorable qui classe : peu de réponses ne suffisent pas à gagner. Les valeurs sans intervalle viennent après.',
  sampleNote: '« n » est le nombre de réponses ou de mesures dont vient la valeur.',
  bestTied: (count: number) =>
    plural(count, {
      one: `${number(count)} autre démarche est à égalité avec la dernière de la liste.`,
      other: `${number(count)} autres démarches sont à égalité avec la dernière de la liste.`,
    }),
  noBest: 'Aucune démarche n’atteint l’objectif avec une valeur connue.',
  laggards: 'En retard, les plus utilisées d’abord',
  laggardsUses: (count: number, uses: string, known: number) =>
    `${procedures(count)} au niveau « mauvais ». Le volume de ${number(known)} sur ${number(count)} est connu : ${uses} usages par an concernés, tous canaux.`,
  laggardsUnknown: (count: number) =>
    `${procedures(count)} au niveau « mauvais ». Aucun volume n’est connu : on ne peut pas dire combien d’usagers sont concernés.`,
  noLaggard: 'Aucune démarche n’est au niveau « mauvais ».',
  unknownVolume: 'De volume inconnu',
  seeOthers: (count: number) =>
    plural(count, { one: 'Voir l’autre', other: `Voir les ${number(count)} autres` }),
  /** The caption of what follows the first lines of a table. */
  rest: (caption: string) => `${caption} : suite`,
  yearly: 'Usages par an',
  evolution: 'D’édition en édition',
  evolutionNote: 'D’une édition à l’autre, ce ne sont pas toujours les mêmes démarches.',
  noEvolution: 'Une seule édition donne ce chiffre : il n’y a pas encore d’évolution.',
  byMinistry: 'Par ministère',
  resultsColumn: 'Avec un résultat',
};
