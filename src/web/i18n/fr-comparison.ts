/** The French messages of the comparison of two editions. */
import { formats } from './formats.ts';

const { number, plural } = formats('fr');

const counted = (count: number, one: string, other: string): string =>
  `${number(count)} ${plural(count, { one, other })}`;
const procedures = (count: number) => counted(count, 'démarche', 'démarches');

export const frComparison = {
  title: (before: string, after: string) => `Entre ${before} et ${after}`,
  over: 'Comparaison de deux éditions',
  description: (before: string, after: string) =>
    `Ce qui change de l’édition ${before} à l’édition ${after} : démarches entrées et sorties, hausses et baisses, avec le test qui les soutient.`,
  cutoffs: (before: string, after: string) => `Données arrêtées au ${before}, puis au ${after}`,
  otherMethod: 'Deux méthodes différentes',
  otherMethodMeaning: (before: string, after: string) =>
    `La première édition suit la méthode « ${before} », la seconde « ${after} ».`,
  eachCriterion: 'Chaque critère dit ci-dessous s’il reste comparable.',
  inBoth: (count: number, before: number, after: number) =>
    `${counted(count, 'démarche est', 'démarches sont')} dans les deux éditions : la première en compte ${number(before)}, la seconde ${number(after)}.`,
  entered: 'Entrées',
  enteredNote: 'Absentes de la première édition, présentes dans la seconde.',
  left: 'Sorties',
  leftNote: 'Présentes dans la première édition, absentes de la seconde.',
  renamed: 'Renommées',
  moved: 'Changements de responsable',
  organisationsRenamed: 'Administrations et ministères renommés',
  newlyOnline: 'Nouvellement en ligne',
  newlyOnlineNote: 'Dans les deux éditions, et entièrement réalisables en ligne dans la seconde seulement.',
  none: 'Aucune.',
  noMove: 'Aucun.',
  see: (count: number) => `Voir ${plural(count, { one: 'la démarche', other: `les ${procedures(count)}` })}`,
  formerName: 'Ancien nom',
  presentName: 'Nouveau nom',
  formerOwner: 'Avant',
  presentOwner: 'Après',
  changes: 'Hausses et baisses',
  criteria: 'Ce qui est comparable',
  ministries: 'Par ministère',
  ministriesNote:
    'Chaque ministère avec les démarches qu’il a dans chaque édition : les démarches entrées et sorties comptent dans l’écart.',
  all: 'Ensemble',
  criterionValues: 'Valeurs',
  criterionLevels: 'Niveaux',
  comparable: 'Comparables',
  notComparable: 'Non comparables',
  why: 'Pourquoi',
  sameDefinition: 'même définition des deux côtés',
  allComparable: (count: number) =>
    `Les ${number(count)} critères ont la même définition des deux côtés : leurs valeurs et leurs niveaux se comparent.`,
  comparability: {
    absent_before: 'absent de la méthode de la première édition',
    absent_after: 'absent de la méthode de la seconde édition',
    unit: 'l’unité n’est pas la même',
    formula: 'la formule n’est pas la même',
    source: 'la donnée vient d’une autre source',
    window: 'la période observée n’a pas la même durée',
    thresholds: 'les seuils ne sont pas les mêmes',
    minimum: 'le nombre minimal de réponses n’est pas le même',
  },
  kinds: {
    rise: 'Hausse',
    fall: 'Baisse',
    no_significant_change: 'Pas de changement établi',
    not_testable: 'Non testable',
  },
  /** A declared value that is the same on both sides: nothing was tested. */
  unchanged: 'Inchangée',
  unchangedDeclared: 'déclarées, inchangées',
  better: 'mieux',
  worse: 'moins bien',
  untestable: {
    absent_before: 'sans valeur dans la première édition',
    absent_after: 'sans valeur dans la seconde édition',
    absent_both: 'sans valeur dans les deux éditions',
    criterion_not_comparable: 'critère non comparable',
    n_unknown: 'nombre de réponses inconnu',
    variance_unknown: 'répartition des réponses inconnue',
    no_variance: 'réponses toutes identiques',
    too_few: 'trop peu de réponses nouvelles pour un test',
    windows_overlap: 'périodes qui se recouvrent, sans le détail de ce qui diffère',
    probe_series: 'mesures automatiques dont on ne sait pas de combien elles varient d’un jour à l’autre',
    no_direction: 'aucun des deux sens n’est meilleur que l’autre',
    suspect: 'valeur douteuse d’un côté',
  },
  /** Of `tested` values that can be told, among `all` that both editions have. */
  established: (count: number, tested: number, all: number) =>
    `${counted(count, 'valeur a changé', 'valeurs ont changé')} de façon établie, sur ${number(tested)} que l’on peut tester parmi ${number(all)}.`,
  noneEstablished: (tested: number, all: number) =>
    `Aucune valeur n’a changé de façon établie, sur ${number(tested)} que l’on peut tester parmi ${number(all)}.`,
  declaredChanged: (count: number) =>
    `${counted(count, 'valeur déclarée a changé', 'valeurs déclarées ont changé')}`,
  declaredSame: (count: number) =>
    `${counted(count, 'valeur déclarée est la même', 'valeurs déclarées sont les mêmes')}`,
  othersUntestable: 'aucune des autres ne peut être testée',
  /** Clauses of one sentence. */
  clauses: (...clauses: readonly string[]) => `${clauses.join(' ; ')}.`,
  noneTestable: (all: number) =>
    `Aucune de leurs ${number(all)} valeurs ne peut être testée : les raisons sont données plus bas.`,
  betterWorse: (better: number, worse: number) =>
    `${number(better)} en mieux, ${number(worse)} en moins bien.`,
  /** How false discoveries are held down, in one sentence. */
  discoveries: (tests: number, rate: string) =>
    plural(tests, {
      one: 'Un seul test a été fait.',
      other: `Quand on fait ${number(tests)} tests, le hasard seul en ferait réussir quelques-uns : les hausses et les baisses retenues le sont de sorte qu’au plus ${rate} d’entre elles, en moyenne, soient dues au hasard (Benjamini–Hochberg).`,
    }),
  noTest: 'Aucun test n’a pu être fait.',
  declaredNote: 'Pour une valeur déclarée, toute différence est un changement.',
  untestedTitle: 'Ce qui n’a pas changé, ou ne peut pas être testé',
  ofAll: (count: string, all: string) => `${count} sur ${all}`,
  values: 'Valeurs',
  seeAll: (count: number) =>
    `Voir ${plural(count, { one: 'le changement', other: `les ${number(count)} changements` })}`,
  filterCriterion: 'Critère',
  filterKind: 'Évolution',
  allKinds: 'Toutes',
  listTitle: 'Toutes les valeurs comparées',
  matching: (count: number, all: number) => `${counted(count, 'valeur', 'valeurs')} sur ${number(all)}`,
  empty: 'Aucune valeur ne correspond à ces filtres',
  change: 'Évolution',
  before: 'Avant',
  after: 'Après',
  stale: 'valeur inchangée au dernier chiffre près',
  onlineBefore: 'En ligne, avant et après',
  proceduresBefore: 'Démarches, avant et après',
  reachingOf: (criterion: string) => `${criterion}, objectif atteint, avant et après`,
  withCount: (label: string, count: number) => `${label} (${number(count)})`,
  untestedCount: (count: number, all: number) => `${counted(count, 'valeur', 'valeurs')} sur ${number(all)}`,
  silent: (criteria: string) => `Sans valeur dans les deux éditions : ${criteria}.`,
  untestedBecause: 'Parmi les valeurs non testables',
  pick: 'Choisissez un critère ou une évolution pour voir les valeurs une à une.',
  totalsOnly: (label: string) =>
    `L’édition ${label} n’est connue que par ses totaux : rien d’autre ne peut être comparé.`,
  notFollowed: 'Non suivi',
  totals: 'Les totaux côte à côte',
  totalsNote:
    'Les totaux d’éditions différentes ne portent pas toujours sur les mêmes démarches ni sur la même formule.',
};
