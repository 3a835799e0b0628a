/**
 * The French message catalogue, by area; its shape is the type that every language satisfies.
 * No-break spaces are literal (a test checks the places where French wants one).
 */
import type { ErrorCode } from '../../core/errors.ts';
import type { Origin, Status } from '../../core/figure.ts';
import { formats } from './formats.ts';
import { frPages } from './fr-pages.ts';

const { number, plural } = formats('fr');

/** The words of a status or origin: in a dense cell, in a sentence of its own, and explained. */
export type Term = { short: string; label: string; meaning: string };

const counted = (count: number, one: string, other: string): string =>
  `${number(count)} ${plural(count, { one, other })}`;

const shell = {
  siteName: 'Vigie',
  /** Between a word and what it introduces. */
  colon: ' :',
  tagline: 'L’observatoire des services publics numériques',
  skipToContent: 'Aller au contenu',
  mainNavigation: 'Navigation principale',
  breadcrumb: 'Fil d’Ariane',
  home: 'Accueil',
  procedures: 'Démarches',
  editions: 'Éditions',
  methodology: 'Méthode',
  data: 'Données',
  accessibility: 'Accessibilité : non conforme',
  components: 'Composants',
  footerNavigation: 'Pied de page',
  /** Written in the language it leads to. */
  otherLanguage: 'English',
  languageSwitch: 'Langue',
  footerNote:
    'Chaque chiffre publié dit d’où il vient, de quand il date et sur combien de réponses il repose. Données sous licence ouverte.',
  search: 'Rechercher',
  filter: 'Filtrer',
  activeFilters: 'Filtres actifs',
  /** `label` is the filter's name, `value` what it keeps. */
  removeFilter: (label: string, value: string) => `Retirer le filtre ${label} : ${value}`,
  clearFilters: 'Tout effacer',
  allValues: 'Tous',
  pagination: 'Pagination',
  previousPage: 'Page précédente',
  nextPage: 'Page suivante',
  page: (page: number) => `Page ${number(page)}`,
  pageOf: (page: number, pages: number) => `Page ${number(page)} sur ${number(pages)}`,
  sort: 'Trier par',
  sortBy: (column: string) => `Trier par ${column}`,
  scrollableTable: (caption: string) => `${caption} : tableau à faire défiler`,
  downloadAs: (format: string) => `Télécharger en ${format}`,
  seeFigures: 'Voir les chiffres du graphique',
  errorSummaryTitle: (count: number) => `${counted(count, 'erreur est', 'erreurs sont')} à corriger`,
  errorPrefix: 'Erreur :',
  required: 'obligatoire',
  alerts: { info: 'Information', success: 'C’est fait', warning: 'Attention', error: 'Erreur' },
  samplesTitle: 'Composants',
  organisations: 'Administrations',
  criteria: 'Critères',
  about: 'À propos',
  help: 'Aide',
  glossary: 'Glossaire',
  contact: 'Contact',
  legal: 'Mentions légales',
  privacy: 'Données personnelles',
  sitePlan: 'Plan du site',
  footerObservatory: 'L’observatoire',
  footerUnderstand: 'Comprendre',
  footerSite: 'Le site',
  demonstration: {
    label: 'Démonstration :',
    meaning:
      'la République, les administrations, les démarches et les chiffres de ce site sont inventés. Le premier import de données réelles les retire.',
  },
};

/** The end of a page of data: the same as files, and how to cite it. */
const pageData = {
  heading: 'Données et citation',
  excel: 'CSV pour tableur',
  cite: 'Pour citer cette page :',
  titled: (title: string) => `« ${title} »`,
  edition: (label: string) => `édition ${label}`,
  revision: (number: string) => `révision ${number}`,
  consulted: (day: string) => `consulté le ${day}`,
  copy: 'Copier',
  copied: 'Copié',
};

const statuses: Record<Status, Term> = {
  measured: {
    short: 'Mesuré',
    label: 'Mesuré',
    meaning: 'Calculé à partir de réponses, de comptages ou de mesures automatiques.',
  },
  declared: { short: 'Déclaré', label: 'Déclaré', meaning: 'Indiqué par l’administration responsable.' },
  insufficient: {
    short: 'Peu de réponses',
    label: 'Trop peu de réponses',
    meaning: 'Des réponses existent, mais moins que le minimum qui permet de publier un chiffre.',
  },
  not_applicable: {
    short: 'Sans objet',
    label: 'Sans objet',
    meaning: 'La question ne se pose pas pour cette démarche.',
  },
  not_reported: {
    short: 'Non renseigné',
    label: 'Non renseigné',
    meaning: 'La question se pose, et personne n’a encore donné la réponse.',
  },
  suspect: {
    short: 'Douteux',
    label: 'Valeur douteuse',
    meaning: 'La valeur n’est pas plausible : elle est conservée, et aucun niveau n’en est tiré.',
  },
};

const levels = {
  good: 'Bon',
  medium: 'Moyen',
  poor: 'Mauvais',
  info: 'Info',
  none: 'Sans niveau',
  borderline: 'Limite',
  /** Why a level is marked borderline. */
  borderlineMeaning:
    'L’intervalle de confiance à 95 % franchit un seuil : le niveau pourrait être le voisin.',
  legend: 'Légende des niveaux',
};

const units = {
  /** Shown after a mark: "8,2 / 10". */
  outOfTen: '/ 10',
  milliseconds: 'ms',
  answers: (n: number) => counted(n, 'réponse', 'réponses'),
  procedures: (n: number) => counted(n, 'démarche', 'démarches'),
  editions: (n: number) => counted(n, 'édition', 'éditions'),
  results: (n: number) => counted(n, 'résultat', 'résultats'),
  days: (n: number) => counted(n, 'jour', 'jours'),
  months: (n: number) => counted(n, 'mois', 'mois'),
};

const figures = {
  /** Read out and shown before the number of answers. */
  sampleSize: 'n',
  sampleSizeMeaning: 'nombre de réponses',
  sampleSizeUnknown: 'n inconnu',
  interval: 'intervalle de confiance à 95 %',
  noInterval: 'intervalle inconnu',
  noValue: 'Aucune valeur',
  asOf: (day: string) => `au ${day}`,
  /** In a chart, where no edition names the quarter. */
  quarter: (quarter: number, year: number) => `T${quarter} ${year}`,
  seriesBreak: 'rupture de série',
  period: 'Période',
  value: 'Valeur',
  level: 'Niveau',
  share: 'Part',
  count: 'Nombre',
  /** In place of a value, where a level is drawn from the lack of one. */
  noRate: 'Aucun taux',
  fromTo: (from: string, to: string) => `du ${from} au ${to}`,
  fileLine: (file: string, line: string) => `${file}, ligne ${line}`,
  coverage: (known: string, all: string) => `${known} sur ${all}`,
  unknown: 'Inconnu',
  /** Between what was and what is, for who does not see the arrow. */
  becomes: 'puis',
  corrected: 'corrigé',
  correctedMeaning: 'valeur corrigée après publication, avec un auteur et un motif.',
  stale: 'valeur inchangée',
  staleMeaning:
    'valeur identique à celle de l’édition précédente jusqu’au dernier chiffre : elle n’a sans doute pas été mise à jour.',
};

const origins: Record<Origin, Term> = {
  automatic: {
    short: 'auto',
    label: 'Mesure automatique',
    meaning: 'Relevé par une machine, sans intervention.',
  },
  declared: { short: 'déclaré', label: 'Déclaration', meaning: 'Déclaré par l’administration responsable.' },
  imported: { short: 'importé', label: 'Import', meaning: 'Repris d’un fichier publié par un tiers.' },
  overridden: {
    short: 'corrigé',
    label: 'Correction',
    meaning: 'Corrigé à la main, avec un auteur et un motif.',
  },
};

const errors: {
  titles: Record<ErrorCode | 'Internal' | 'MethodNotAllowed', string>;
  remedies: Record<ErrorCode | 'Internal' | 'MethodNotAllowed', string>;
  noEdition: { title: string; remedy: string; list: string };
  noProcedure: { title: string; remedy: string };
  nothingLost: string;
  reference: string;
  report: string;
  withoutParameters: string;
  unknownValue: string;
  backHome: string;
  elsewhere: string;
} = {
  titles: {
    InvalidInput: 'La demande contient une erreur',
    MethodNotAllowed: 'Cette page ne peut pas recevoir cette demande',
    Forbidden: 'Cette page n’est pas accessible',
    NotFound: 'Page introuvable',
    Conflict: 'La demande contredit l’état actuel',
    TooMany: 'Trop de demandes',
    Unavailable: 'Service momentanément indisponible',
    Internal: 'Une erreur est survenue',
  },
  remedies: {
    InvalidInput: 'Vérifiez l’adresse ou les valeurs saisies, puis recommencez.',
    MethodNotAllowed: 'Cette adresse se lit, mais rien ne peut y être envoyé. Ouvrez-la par un lien.',
    Forbidden: 'Si vous devriez y avoir accès, connectez-vous avec un compte autorisé.',
    NotFound: 'Vérifiez l’adresse, cherchez la démarche par son nom, ou repartez d’une de ces pages.',
    Conflict: 'Rechargez la page pour voir l’état actuel, puis recommencez.',
    TooMany: 'Attendez une minute avant de recommencer.',
    Unavailable: 'Le site ne peut pas répondre à l’instant. Réessayez dans une minute.',
    Internal:
      'L’erreur vient du site, pas de vous. Elle est enregistrée. Réessayez, ou signalez-la avec la référence ci-dessous.',
  },
  noEdition: {
    title: 'Cette édition n’existe pas',
    remedy: 'Aucune édition publiée ne porte ce nom.',
    list: 'Les éditions publiées',
  },
  noProcedure: {
    title: 'Cette démarche n’est pas dans l’observatoire',
    remedy: 'Aucune démarche ne se trouve à cette adresse. Cherchez-la par son nom.',
  },
  nothingLost: 'Rien de ce qui était enregistré n’est perdu.',
  reference: 'Référence',
  report: 'Pour signaler ce problème, donnez cette référence à :',
  unknownValue: '– valeur non reconnue',
  withoutParameters: 'La même page, sans ces paramètres',
  backHome: 'Retour à l’accueil',
  elsewhere: 'Autres pages',
};

export const fr = {
  shell,
  statuses,
  levels,
  units,
  figures,
  origins,
  errors,
  pageData,
  ...frPages,
};

export type Messages = typeof fr;
