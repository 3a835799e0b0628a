/** The French messages of the page of one procedure. */
import { formats } from './formats.ts';

const { number, plural } = formats('fr');

export const frProcedure = {
  /** `summary` is made of the sentences below. */
  description: (name: string, owner: string | null, summary: string) =>
    `${name}${owner === null ? '' : ` (${owner})`} : ${summary === '' ? 'qualité, usage et disponibilité, chiffre par chiffre.' : summary}`,
  /** By online status, as published. */
  onlineSentences: {
    Oui: 'Se fait en ligne, de bout en bout.',
    Partiel: 'Se fait en partie en ligne.',
    Non: 'Ne se fait pas en ligne.',
    'À venir': 'N’est pas encore en ligne.',
    'En cours de déploiement local':
      'Se fait en ligne dans une partie du territoire : le déploiement est en cours.',
    'Démarche proactive': 'Rien à demander : l’administration s’en charge d’elle-même.',
    Bêta: 'Se fait en ligne dans une version d’essai.',
  },
  satisfactionSentence: (value: string, n: number | null) =>
    `Satisfaction : ${value} (${n === null ? 'nombre d’avis inconnu' : `${number(n)} avis`}).`,
  availabilitySentence: (value: string) => `Disponible ${value} du temps.`,
  nothingKnown: 'Rien n’est encore connu de la qualité de cette démarche.',
  accordingTo: (label: string) => `D’après l’édition ${label}`,
  notInLatest:
    'Cette démarche n’est pas dans les éditions plus récentes : ces chiffres sont les derniers connus.',
  contents: 'Dans cette page',
  goToProcedure: 'Aller à la démarche',
  noUrl: 'Adresse non publiée',
  unusableUrl: (address: string) => `Adresse publiée inutilisable : ${address}`,

  latestResults: (label: string) => `Résultats de l’édition ${label}`,
  fromEdition: (day: string) => `Données arrêtées au ${day}.`,
  notInEdition: 'Cette démarche ne figure dans aucune édition publiée.',
  notInEditionMeaning:
    'Une édition ne retient qu’une partie des démarches, souvent les plus utilisées : son absence ne dit rien de sa qualité.',
  results: 'Résultats',
  withoutResult: 'Critères sans résultat',
  whyThisFigure: 'Pourquoi ce chiffre ?',
  seeMethodology: 'Voir la méthode de ce critère',
  seeCriterion: 'Voir ce critère sur toutes les démarches',
  status: 'Statut',
  source: 'Source',
  origin: 'Origine',
  asOf: 'Date de la donnée',
  period: 'Période observée',
  computedFrom: 'Calculé à partir de',
  formula: 'Formule',
  ratio: 'Calcul',
  threshold: 'Seuils',
  rawValue: 'Valeur reçue',
  sampleSize: 'Nombre de réponses (n)',
  sampleSizeUnknown: 'Inconnu : la source ne le donne pas. Le chiffre peut reposer sur peu de réponses.',
  interval: 'Intervalle à 95 %',
  intervalMeaning:
    'La marge d’incertitude : un intervalle calculé ainsi contient la vraie valeur 95 fois sur 100.',
  grades: 'Réponses par note',
  gradeCount: (grade: string, count: number) =>
    `${grade} / 10 : ${number(count)} ${plural(count, { one: 'réponse', other: 'réponses' })}`,
  reason: 'Motif',
  statedLevel: 'Niveau indiqué par la source',
  sourcePrecision: 'Arrondi de la source',

  divergences: 'Écarts avec la source',
  divergencesMeaning:
    'La source de ces chiffres donne aussi son propre verdict. Là où il diffère du niveau que donne la méthode, les deux sont montrés.',

  notes: 'Notes de la rédaction',
  /** `author` signed the note of an edition. */
  noteSignature: (author: string, day: string) => `${author}, le ${day}`,

  history: 'Historique',
  historyIntro: (editions: number) =>
    `${plural(editions, { one: 'Une édition publiée contient', other: `${number(editions)} éditions publiées contiennent` })} cette démarche.`,
  reconstructed: (labels: string, count: number) =>
    plural(count, {
      one: `Édition reconstituée : ${labels}. Calculée après coup à partir des avis de l’époque, elle n’a pas été publiée sous cette forme.`,
      other: `Éditions reconstituées : ${labels}. Calculées après coup à partir des avis de l’époque, elles n’ont pas été publiées sous cette forme.`,
    }),
  noFigure: 'Aucune ne donne de chiffre.',
  moreCriteria: (count: number) =>
    plural(count, {
      one: 'Un autre critère, édition par édition',
      other: `${number(count)} autres critères, édition par édition`,
    }),
  methodologyChanged: 'changement de méthode',
  thresholdAt: (value: string) => `seuil à ${value}`,
  presentThresholdAt: (value: string) => `seuil actuel à ${value}`,
  suspectLeftOut: (values: string) => `Valeurs douteuses laissées hors du tracé : ${values}.`,
  otherUnit: (labels: string) =>
    `Dans une autre unité, donc hors de ce tracé : ${labels}. Le tableau des éditions donne ces valeurs.`,
  valueOf: (label: string, value: string) => `${label} (${value})`,
  states: (criterion: string) => `${criterion}, édition par édition`,
  editions: 'Éditions',
  state: 'État',
  level: 'Niveau',
  fromTo: (first: string, last: string) => `De ${first} à ${last}`,
  table: (editions: number, criteria: number) =>
    `Tous les chiffres : ${number(editions)} ${plural(editions, { one: 'édition', other: 'éditions' })}, ${number(criteria)} ${plural(criteria, { one: 'critère', other: 'critères' })}`,
  tableOf: (methodology: string) => `Résultats par édition, méthode « ${methodology} »`,
  breakBetween: 'Une table par méthode : entre deux méthodes, les chiffres ne se comparent pas.',
  neverReported: (criteria: string) => `Jamais renseignés : ${criteria}.`,
  edition: 'Édition',
  reconstructedShort: 'reconstituée',

  volumes: 'Volumes',
  volumesMeaning:
    'Nombre de fois que la démarche est réalisée en un an, sur internet et par tous les moyens (« tous canaux » : internet, guichet, courrier, téléphone).',
  volumeTotal: 'Tous canaux',
  volumeOnline: 'En ligne',
  volumeShare: 'Part en ligne',
  volumeChart: 'Réalisée en un an, tous canaux',

  steps: 'Les étapes',
  stepsMeaning: 'Cette démarche fait partie d’un parcours. Dans l’ordre :',
  thisProcedure: 'cette démarche',
  related: 'Démarches liées',
  othersOf: (organisation: string) => `Toutes les démarches de la même administration (${organisation})`,

  ifItFails: 'Si la démarche ne fonctionne pas',
  noContact:
    'Vigie ne connaît pas de contact pour cette démarche. Cherchez une rubrique « Contact » ou « Aide » sur son site, ou adressez-vous à l’administration qui en répond.',
  noOwner:
    'Vigie ne connaît ni contact, ni site, ni administration pour cette démarche. Un accueil public de proximité, comme votre mairie, peut vous orienter.',
  contactBy: 'Demander de l’aide',
  contactPage: 'Page d’aide',
  contactPhone: 'Téléphone',
  contactEmail: 'Courriel',
  otherChannels: 'La faire autrement',
  ownedBy: 'Qui en répond',
  site: 'Son site',
  notByVigie: 'Vigie observe les démarches : elle ne traite pas les demandes et n’a accès à aucun dossier.',

  throughTime: 'Noms, administrations et adresses',
  knownSince: 'Connu depuis le',
  name: 'Nom',
  owner: 'Administration',
  address: 'Adresse',
  foreignIds: (ids: string) => `Identifiants donnés par d’autres : ${ids}.`,
  foreignId: (scheme: string, value: string) => `${scheme} ${value}`,
  /** What readers know the schemes of others by. */
  schemes: {
    jdma: 'Je donne mon avis',
    xwiki: 'fiche de suivi (XWiki)',
    grist: 'tableau de suivi (Grist)',
    cpsv: 'catalogue européen des services (CPSV)',
  } as Readonly<Record<string, string>>,
};
