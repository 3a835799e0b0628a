/** The French messages of single pages; those that pages share are in `fr.ts`. */
import { formats } from './formats.ts';
import { frAvailability } from './fr-availability.ts';
import { frCatalogue } from './fr-catalogue.ts';
import { frChecks } from './fr-checks.ts';
import { frComparison } from './fr-comparison.ts';
import { frCriteria } from './fr-criteria.ts';
import { frEditions } from './fr-editions.ts';
import { frFigureWords } from './fr-figure-words.ts';
import { frHome } from './fr-home.ts';
import { frOrganisations } from './fr-organisations.ts';
import { frProbes } from './fr-probes.ts';
import { frProcedure } from './fr-procedure.ts';
import { frProcedureProbes } from './fr-procedure-probes.ts';
import { frReviews } from './fr-reviews.ts';
import { frRobot } from './fr-robot.ts';
import { frSites } from './fr-sites.ts';
import { frSurveys } from './fr-surveys.ts';
import { frText } from './fr-text.ts';
import { frUsages } from './fr-usages.ts';

const { number, plural } = formats('fr');

const counted = (count: number, one: string, other: string): string =>
  `${number(count)} ${plural(count, { one, other })}`;

const edition = {
  title: (label: string) => `Édition ${label}`,
  one: 'Édition',
  cutoff: 'Données arrêtées au',
  published: 'Publication',
  description: (label: string, count: string, day: string) =>
    `Édition ${label} : la qualité de ${count} démarches administratives, critère par critère. Données arrêtées au ${day}.`,
  selections: {
    as_published: 'Démarches : celles du fichier publié',
    as_scanned: 'Démarches : celles des relevés publics de l’époque',
    as_announced: 'Démarches : celles que l’annonce a comptées',
    top: 'Démarches : les plus utilisées',
    list: 'Démarches : une liste, avec un motif pour chacune',
  },
  noneRemedy: 'Une édition paraît dès qu’un fichier de résultats est importé.',
  overview: 'Vue d’ensemble',
  overviewNote: (all: string) =>
    `Démarches qui atteignent l’objectif de chaque critère, parmi celles dont le niveau est connu. L’édition compte ${all} démarches.`,
  seeReaching: (count: number) =>
    `Voir ${plural(count, { one: `la démarche`, other: `les ${number(count)} démarches` })}`,
  withoutLevel: (without: number, all: number) =>
    `${counted(without, 'démarche', 'démarches')} sur ${number(all)} sans niveau`,
  notMeasured: (criteria: string) => `Sans donnée dans cette édition : ${criteria}.`,
  results: 'Résultats par démarche',
  manifest: 'Manifeste de l’édition',
  verifyNote: 'Ces fichiers ne changent plus : leur empreinte SHA-256 permet de vérifier une copie.',
  divergencesNote:
    'Le fichier source donne parfois son propre verdict. Quand il diffère du niveau que donne la méthode, les deux sont conservés.',
  ourLevel: 'Niveau selon la méthode',
  sourceLevel: 'Niveau selon la source',
  source: 'Fichier source',
  sourceFile: (name: string) => `Cette édition est lue dans le fichier « ${name} ».`,
  rowsRead: (read: number, leftOut: number) =>
    `${counted(read, 'ligne reprise', 'lignes reprises')}, ${counted(leftOut, 'ligne écartée', 'lignes écartées')}.`,
  noNote: 'Toutes les cellules ont été comprises.',
  notesTitle: (count: number) => `${counted(count, 'remarque', 'remarques')} de lecture`,
  line: 'Ligne',
  column: 'Colonne',
  cell: 'Contenu de la cellule',
  noteMeaning: 'Remarque',
  noteCodes: {
    left_out: 'Ligne écartée',
    unreadable: 'Cellule non comprise, chiffre tenu pour non renseigné',
    unused_column: 'Colonne inconnue, laissée de côté',
    contradiction: 'La ligne se contredit : part et volumes, ou nombre d’avis et avis par note',
    unnamed: 'Démarche sans nom, désignée par son adresse',
    stale_window: 'Avis d’une période antérieure à celle de l’édition',
  },
  leftOutReasons: {
    wrong_cells: 'Ligne écartée : nombre de cellules différent de celui de l’en-tête',
    no_id: 'Ligne écartée : pas d’identifiant',
    bad_id: 'Ligne écartée : identifiant mal formé',
    repeated_id: 'Ligne écartée : identifiant déjà rencontré',
    no_name: 'Ligne écartée : démarche sans nom ni adresse',
  },
  listTitle: 'Éditions',
  listIntro:
    'Chaque trimestre, les chiffres sont arrêtés à une date, publiés, et ne changent plus. Une correction est une nouvelle révision, datée et motivée.',
  latest: 'Dernière édition',
  publishedOn: (day: string) => `Publiée le ${day}`,
  cutoffOn: (day: string) => `Données arrêtées au ${day}`,
  revision: (revision: number) => `Révision ${number(revision)}`,
  reconstructed: 'Édition reconstituée',
  reconstructedMeaning:
    'Calculée après coup à partir des avis de l’époque : elle n’a pas été publiée sous cette forme.',
  methodology: 'Méthode',
  selection: 'Choix des démarches',
  procedure: 'Démarche',
  organisation: 'Administration',
  ministry: 'Ministère',
  audience: 'Public',
  volumeOnline: (count: string) => `Réalisée ${count} fois en ligne en un an`,
  volumeTotal: (count: string) => `Réalisée ${count} fois en un an, tous canaux`,
  tableCaption: (label: string) => `Résultats par démarche, édition ${label}`,
  tableNote: 'Sous chaque valeur : son niveau et, s’il est connu, le nombre de réponses (n).',
  coverage: (known: string, all: string) => `${known} démarches sur ${all} ont une valeur`,
  count: (shown: number, all: number) =>
    shown === all
      ? counted(all, 'démarche', 'démarches')
      : `${counted(shown, 'démarche', 'démarches')} sur ${number(all)}`,
  empty: 'Aucune démarche ne correspond à ces filtres',
  emptyRemedy: 'Retirez un filtre ou changez les mots recherchés.',
  none: 'Aucune édition n’est encore publiée',
  divergences: 'Écarts avec le fichier source',
  levelFilter: 'Niveau',
  search: 'Nom de la démarche ou de l’administration',
};

const methodology = {
  title: 'Méthode',
  intro:
    'Une méthode dit ce qui est mesuré, à partir de quoi, par quelle formule, et où passent les seuils. Une édition garde pour toujours la méthode avec laquelle elle a été publiée.',
  version: (label: string) => `Méthode « ${label} »`,
  contents: 'Critères de la méthode',
  criteria: (count: number) => counted(count, 'critère', 'critères'),
  minimum: (n: number) => `Au moins ${counted(n, 'réponse', 'réponses')}`,
  months: (months: number) => counted(months, 'mois', 'mois'),
  atDate: 'À la date de l’édition',
  noMinimum: 'Aucun',
  noThreshold: 'Aucun : le chiffre est donné pour information',
  objective: 'Objectif',
  onlineRate: 'Part des démarches réalisables en ligne',
  first: 'C’est la première méthode publiée.',
  units: {
    mark: 'Note de 0 à 10',
    share: 'Part, de 0 à 100 %',
    ms: 'Millisecondes',
    count: 'Nombre',
    points: 'Points, sur 10',
    category: 'Mot',
  },
  criterion: 'Critère',
  measures: 'Ce qui est mesuré',
  source: 'Source',
  formula: 'Formule',
  unit: 'Unité',
  minimumN: 'Minimum de réponses',
  thresholds: 'Seuils',
  limits: 'Limites connues',
  changes: 'Changements depuis la version précédente',
  window: 'Période observée',
};

export const frPages = {
  edition,
  procedure: frProcedure,
  methodology,
  home: frHome,
  catalogue: frCatalogue,
  organisations: frOrganisations,
  sites: frSites,
  figureWords: frFigureWords,
  surveys: frSurveys,
  usages: frUsages,
  reviews: frReviews,
  probes: frProbes,
  availability: frAvailability,
  procedureProbes: frProcedureProbes,
  checks: frChecks,
  robot: frRobot,
  criterionPages: frCriteria,
  texts: frText,
  ...frEditions,
  comparison: frComparison,
};
