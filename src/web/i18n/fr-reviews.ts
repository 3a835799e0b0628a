/** The French messages of the pages of reviews. */
import type { TestName } from '../../criteria/index.ts';
import type { ButtonChannel, Ending, ReviewCriterion } from '../../feedback/index.ts';
import { formats } from './formats.ts';
import { frNationalReviews } from './fr-national-reviews.ts';
import { outReasons } from './fr-out-reasons.ts';

const { number, plural } = formats('fr');

const counted = (count: number, one: string, other: string): string =>
  `${number(count)} ${plural(count, { one, other })}`;
const reviews = (count: number) => counted(count, 'avis', 'avis');

const endings: Readonly<Record<Ending, string>> = {
  unknown: 'Fin inconnue',
  success: 'Démarche réussie',
  refused: 'Demande refusée',
  not_eligible: 'N’y avait pas droit',
  error: 'Arrêté par une erreur',
  abandoned: 'Abandon en cours de route',
  assisted: 'Faite avec l’aide d’un agent',
  counter: 'Faite au guichet',
};

const channels: Readonly<Record<ButtonChannel, string>> = {
  web: 'En ligne',
  counter: 'Au guichet',
  phone: 'Par téléphone',
  paper: 'Sur papier',
  email: 'Par courriel',
};

const tests: Readonly<Record<TestName, string>> = {
  welch: 'test t de Welch',
  student: 'test t de Student',
  two_proportions: 'test de deux proportions',
  two_proportions_unpooled: 'test de deux proportions, variances séparées',
  clusters: 'test t sur les avis, qui peuvent porter plusieurs réponses',
};

const filters = {
  from: 'Du',
  to: 'Au',
  period: 'Période',
  button: 'Bouton',
  channel: 'Moyen',
  ending: 'Fin de la démarche',
  everyButton: 'Tous',
  everyChannel: 'Tous',
  everyEnding: 'Toutes',
  more: 'Bouton, moyen, fin de la démarche',
  shortcuts: 'Périodes',
  lastDays: (days: number) => counted(days, 'dernier jour', 'derniers jours'),
  thisMonth: 'Mois en cours',
  lastMonths: (months: number) => `${number(months)} derniers mois`,
  sinceFirst: 'Depuis le premier bouton',
  filtered: 'Les chiffres ne portent que sur les avis choisis.',
};

const indices = {
  satisfaction: 'Satisfaction',
  others: 'Les autres questions',
  question: (asked: string) => `Question posée : « ${asked} »`,
  /** What the figure is, where it is no mean of the answers. */
  tells: {
    help_reachable: 'Part des « oui », un par moyen essayé.',
    autonomy: 'Part de ceux qui n’ont pas eu besoin d’aide.',
  } as Readonly<Partial<Record<ReviewCriterion, string>>>,
  answers: (count: number) => `Réponses : ${number(count)}`,
  answersTitle: 'Répartition des réponses',
  noAnswer: 'Aucune réponse à cette question sur la période.',
  tooFew: (count: number, minimum: number) =>
    `${counted(count, 'réponse', 'réponses')} : il en faut ${number(minimum)} pour donner un chiffre.`,
  grade: (answer: string, grade: string) => `${answer} (${grade})`,
  counted: 'Chaque réponse compte pour la note entre parenthèses ; l’indice est leur moyenne.',
  needed: 'Ont cherché de l’aide',
  neededNone: 'N’ont pas eu besoin d’aide',
  meansTitle: 'Aide cherchée, moyen par moyen',
  meansNote: 'Un avis peut citer plusieurs moyens.',
  means: 'Moyen',
  tried: 'Réponses',
  reachedOf: 'Ont eu quelqu’un',
  seeMethod: 'Les formules et les seuils de ces indices',
  /** Of each means of contact that was tried. */
  outcome: {
    help_reachable: 'Avez-vous pu avoir quelqu’un ?',
    help_effective: 'Cette aide vous a-t-elle été utile ?',
  },
  severalAnswers: 'Un avis peut porter plusieurs réponses, une par moyen : l’intervalle en tient compte.',
};

const change = {
  label: 'Par rapport à la période précédente',
  /** Introduces the value before, with its interval and n. */
  before: 'Avant :',
  kinds: {
    rise: 'Hausse',
    fall: 'Baisse',
    no_significant_change: 'Pas de changement établi',
    not_testable: 'Non testable',
  },
  better: 'c’est mieux',
  worse: 'c’est moins bien',
  tests,
  test: (name: string, p: string) => `${name}, p ${p}`,
  below: (least: string) => `< ${least}`,
  equals: (p: string) => `= ${p}`,
  meaning: (period: string) =>
    `« Avant » : la période précédente, de même longueur, ${period}. p est la probabilité d’un écart au moins aussi grand si rien n’avait changé. On parle de hausse ou de baisse sous 5 %, en tenant compte de ce que cinq indices sont testés à la fois.`,
  untestable: {
    absent_before: 'pas de chiffre sur la période précédente',
    absent_after: 'pas de chiffre sur cette période',
    absent_both: 'pas de chiffre, ni avant ni maintenant',
    too_few: 'trop peu de réponses pour un test',
    no_variance: 'réponses toutes identiques',
    criterion_not_comparable: 'la question n’était pas posée dans les mêmes termes',
  } as Readonly<Record<string, string>>,
};

const evolution = {
  title: 'Évolution',
  by: {
    day: 'Un point par jour.',
    week: 'Un point par semaine, du lundi au dimanche.',
    month: 'Un point par mois.',
  },
  minimum: (minimum: number) =>
    `Un point de moins de ${number(minimum)} réponses n’est pas tracé : il ne dirait rien de sûr.`,
  ofReviews: {
    day: 'Avis comptés, jour par jour',
    week: 'Avis comptés, semaine par semaine',
    month: 'Avis comptés, mois par mois',
  },
  ofShare: 'Part de la période',
  others: 'Évolution des autres indices',
  noneDrawn: (minimum: number) =>
    `Aucun point n’atteint ${number(minimum)} réponses : la courbe de l’indice n’est pas tracée.`,
  longer:
    'Sur une période plus longue, chaque point couvre une semaine ou un mois, et compte plus de réponses.',
  brokenBy: (versions: string, count: number) =>
    plural(count, {
      one: `la question a changé de mots ou d’échelle (version ${versions})`,
      other: `la question a changé de mots ou d’échelle (versions ${versions})`,
    }),
  cutNote: 'Les points des bords ne couvrent que les jours de la période.',
};

const asked = {
  title: 'Qui a répondu',
  byEnding: 'Selon la fin de la démarche',
  byChannel: 'Selon le moyen',
  byButton: 'Selon le bouton',
  ending: 'Fin de la démarche',
  channel: 'Moyen',
  button: 'Bouton',
  reviews: 'Avis',
  share: 'Part des avis',
  satisfaction: 'Satisfaction',
  nobody: 'Personne n’a répondu sur cette période.',
  allUnknown:
    'Le service ne dit pas comment les démarches se terminent : on ne sait pas si ceux qui ont échoué ont été interrogés. Si seuls ceux qui réussissent le sont, la satisfaction est surestimée.',
  onlySuccess: (count: number) =>
    `Toutes les fins connues sont des réussites (${reviews(count)}) : ceux dont la demande a été refusée, a échoué ou a été abandonnée n’ont pas été interrogés, ou très peu. La satisfaction est donc sans doute surestimée.`,
  someFailed: (failed: number, known: number) =>
    `Ceux dont la démarche n’a pas abouti ont aussi été interrogés : ${number(failed)} sur ${reviews(known)} dont la fin est connue.`,
  noneFailed: (known: number) =>
    `Aucun avis ne vient d’une démarche qui n’a pas abouti, sur ${number(known)} dont la fin est connue.`,
  unknownPart: (count: number, all: number) =>
    `De ${number(count)} sur ${reviews(all)}, la fin n’est pas connue.`,
  endingMeaning:
    'La fin est celle que le service signe quand il mène au bouton ; sans signature valable, elle est inconnue. Les répondants sont volontaires : ces chiffres ne disent rien de ceux qui ne répondent pas.',
  step: (step: string) => `étape « ${step} »`,
  atEnd: 'à la fin',
  open: (day: string) => `ouvert depuis le ${day}`,
  closed: (from: string, to: string) => `du ${from} au ${to}, fermé`,
  closedWhy: (reason: string) => `motif : ${reason}`,
  unlisted: 'ancien bouton',
};

const forms = {
  title: 'Du formulaire ouvert à l’avis compté',
  completion: 'Formulaires ouverts qui ont reçu une réponse',
  countedIn: 'Avis comptés dans les chiffres',
  leftOut: 'Avis hors des chiffres',
  ratio: (received: string, opened: string) => `${received} sur ${opened} formulaires ouverts`,
  moreReceived: (received: string, opened: string) =>
    `Non calculable : ${received} avis reçus pour ${opened} ouvertures comptées. Certaines ouvertures n’ont pas été comptées (arrêt brutal du serveur).`,
  notByEnding: 'Inconnu pour une fin de démarche : on ne la connaît qu’avec la réponse.',
  nothing: 'Aucun formulaire ouvert sur cette période.',
  closedMet: (count: number) =>
    plural(count, {
      one: 'Un usager a suivi un bouton fermé : il a été prévenu, rien n’a été enregistré.',
      other: `${number(count)} visites de boutons fermés : les usagers ont été prévenus, rien n’a été enregistré.`,
    }),
  questions: 'Jusqu’où vont les réponses au formulaire',
  questionColumn: 'Question',
  answeredColumn: 'Réponses',
  shareColumn: 'Part',
  questionNames: {
    satisfaction: 'Satisfaction (la seule obligatoire)',
    clarity: 'Clarté',
    help: 'Aide',
    comment: 'Commentaire',
  },
  commentsNote: 'Les commentaires sont destinés à l’administration. Ils ne sont pas publiés ici.',
  outTitle: 'Avis reçus et laissés hors des chiffres',
  outNone: 'Aucun avis reçu n’a été laissé hors des chiffres.',
  outColumn: 'Raison',
  outMeaning: 'Ce que cela veut dire',
  outCount: 'Avis',
  quarantined: 'mis en quarantaine',
  excluded: 'écartés',
  released: 'remis dans les chiffres',
  reasons: outReasons,
  releasedMeaning: 'Mis de côté d’abord, puis remis dans les chiffres par un agent.',
};

const coverage = {
  title: 'Quelle part des usagers donne son avis',
  meaning: {
    procedure: (from: string, to: string) =>
      `Tous les avis comptés du ${from} au ${to}, pour le nombre de fois que la démarche est réalisée en un an.`,
    site: (from: string, to: string) =>
      `Tous les avis comptés du ${from} au ${to}, pour le nombre de démarches que ce lieu traite en un an.`,
  },
  online: 'En ligne',
  total: 'Tous moyens',
  ratio: (reviewCount: string, volume: string) => `${reviewCount} avis sur ${volume} démarches`,
  volumeOn: (day: string) => `volume de l’année au ${day}`,
  unknown: {
    procedure: 'On ne sait pas combien de fois la démarche est réalisée : la part ne peut pas être calculée.',
    site: 'On ne sait pas combien de démarches ce lieu traite : la part ne peut pas être calculée.',
  },
  tooMany: (reviewCount: string, volume: string) =>
    `${reviewCount} avis pour ${volume} démarches : le volume connu est trop bas ou trop ancien, la part n’a pas de sens.`,
};

const one = {
  over: 'Avis des usagers',
  title: (name: string) => `Avis des usagers : ${name}`,
  description: (name: string) =>
    `Ce que disent les usagers : ${name}. Satisfaction, clarté, aide, avec le nombre de réponses et la marge de chaque chiffre, et qui a répondu.`,
  lead: (value: string, level: string, count: number, period: string) =>
    `Satisfaction : ${value}, niveau « ${level} », selon ${reviews(count)} ${period}.`,
  leadFew: (count: number, minimum: number, period: string) =>
    `${reviews(count)} ${period} : trop peu pour donner une note, il en faut ${number(minimum)}.`,
  leadNone: (period: string) => `Aucun avis compté ${period}.`,
  noButton: 'Pas de bouton sur cette démarche',
  noButtonMeaning:
    'Aucun bouton « Je donne mon avis » n’est posé sur cette démarche : ses usagers n’ont pas d’endroit où donner leur avis à Vigie, et il n’y a rien à montrer ici.',
  noButtonElsewhere: 'Ce que les éditions disent de cette démarche',
  buttons: (open: number, all: number) =>
    open === all
      ? counted(all, 'bouton ouvert', 'boutons ouverts')
      : `${counted(all, 'bouton', 'boutons')}, dont ${counted(open, 'ouvert', 'ouverts')}`,
  since: (day: string) => `Avis recueillis depuis le ${day}`,
  method: (label: string) => `Méthode « ${label} »`,
  live: 'Chiffres du moment : ils changent à chaque nouvel avis. Ceux des éditions ne changent plus.',
  allClosed: 'Tous les boutons de cette démarche sont fermés : plus aucun avis n’est reçu.',
  back: 'La démarche',
  giveReview: 'Comment donner son avis',
  giveReviewText:
    'Le bouton « Je donne mon avis » se trouve sur le site de la démarche, en général à la fin. Les avis donnés ailleurs ne sont pas comptés.',
};

/** The block on the page of a procedure. */
const block = {
  title: 'Ce que disent les usagers',
  text: (count: number, period: string) => `Satisfaction selon ${reviews(count)} ${period}.`,
  none: (period: string) => `Aucun avis compté ${period}.`,
  all: 'Tous les avis : qui a répondu, évolution, réponses à chaque question',
};

export const frReviews = {
  nav: 'Avis',
  count: reviews,
  /** "du 3 mars au 4 avril", "le 3 mars". */
  between: (from: string, to: string) => (from === to ? `le ${from}` : `du ${from} au ${to}`),
  endings,
  channels,
  filters,
  indices,
  change,
  evolution,
  asked,
  forms,
  coverage,
  one,
  block,
  nation: frNationalReviews,
};
