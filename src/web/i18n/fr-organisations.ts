/** The French messages of the pages of organisations. */
import { formats } from './formats.ts';

const { number, plural } = formats('fr');

const counted = (count: number, one: string, other: string): string =>
  `${number(count)} ${plural(count, { one, other })}`;
const procedures = (count: number) => counted(count, 'démarche', 'démarches');
const editions = (count: number) => counted(count, 'édition', 'éditions');

const list = {
  title: 'Administrations',
  description:
    'Les ministères et les administrations : combien de démarches, combien atteignent l’objectif, et de quand datent les derniers chiffres.',
  intro:
    'Les périmètres ministériels (les ministères réunis sous un même secrétariat général), leurs ministères, puis les administrations de chacun.',
  search: 'Nom ou sigle',
  group: 'Échelon',
  everyGroup: 'Tous',
  groups: {
    perimetre: 'Périmètres ministériels',
    ministere: 'Ministères',
    administration: 'Autres administrations',
  },
  sortLabel: 'Trier par',
  asTree: 'Rattachement',
  sorts: {
    nom: 'Nom',
    demarches: 'Démarches suivies',
    edition: 'Démarches dans l’édition',
    online: 'Part en ligne',
    satisfaction: 'Satisfaction, objectif atteint',
    accessibility: 'Accessibilité, objectif atteint',
    date: 'Date des derniers chiffres',
  },
  organisation: 'Administration',
  followed: 'Démarches suivies',
  inEdition: 'Dans l’édition',
  online: 'En ligne',
  reaching: (criterion: string) => `${criterion}, objectif atteint`,
  lastFigures: 'Derniers chiffres',
  noFigures: 'Aucun chiffre',
  whole: 'Ensemble des démarches',
  count: (shown: number, all: number) =>
    shown === all
      ? counted(all, 'administration', 'administrations')
      : `${counted(shown, 'administration', 'administrations')} sur ${number(all)}`,
  figuresOf: (edition: string, day: string) => `Chiffres de l’édition ${edition}, arrêtés au ${day}.`,
  noEdition: 'Aucune édition n’est encore publiée : seules les démarches suivies sont comptées.',
  note: (fewest: number) =>
    `Chaque part dit sur combien de démarches elle porte ; sous ${procedures(fewest)}, seuls les nombres sont donnés. Les administrations n’ont ni les mêmes démarches ni le même nombre : l’ordre n’est pas un classement. Triées par une part, celles qui ont moins de ${procedures(fewest)} viennent à la fin.`,
  empty: 'Aucune administration ne correspond',
  emptyRemedy: 'Vérifiez l’orthographe, ou cherchez par le sigle.',
  none: 'Aucune administration n’est connue',
  noneRemedy: 'Elles viennent du catalogue des démarches.',
  pick: (name: string) => `Comparer ${name}`,
  compareHint: (fewest: number, most: number) =>
    `Cochez de ${number(fewest)} à ${number(most)} administrations pour les mettre côte à côte.`,
  compare: 'Comparer',
};

const one = {
  description: (name: string) =>
    `${name} : ses démarches en ligne, leur qualité critère par critère à côté de l’ensemble, depuis quand, et de quand datent les chiffres.`,
  parents: 'Rattachement',
  children: 'Administrations rattachées',
  followed: (count: number) => `${procedures(count)} au catalogue`,
  inEdition: (count: number, all: number, edition: string) =>
    `${number(count)} des ${procedures(all)} de l’édition ${edition}`,
  links: 'Autres pages',
  listOfProcedures: 'Ses démarches dans la liste',
  listOfSites: (count: number) => counted(count, 'lieu d’accueil', 'lieux d’accueil'),
  onThisPage: 'Sur cette page',
  /** How procedures are attributed, on the page of any organisation. */
  attribution:
    'Sont comptées les démarches dont elle répond, elle-même ou une administration qui lui est rattachée aujourd’hui, comme administration responsable ou comme ministère. Chaque édition garde les responsables qu’elle a publiés : une démarche passée ailleurs compte ici jusqu’à l’édition où elle a changé de mains.',
  attributionTitle: 'Comment les démarches sont attribuées',
  nothingTitle: 'Aucune démarche',
  nothing: 'Ni le catalogue ni aucune édition ne lui attribue de démarche.',
  neverTold: (count: number) =>
    `${procedures(count)} au catalogue, et aucune dans une édition publiée : il n’y a pas encore de chiffre.`,
  formerTitle: (edition: string) => `Aucune démarche dans l’édition ${edition}`,
  former: (edition: string, day: string) =>
    `Les chiffres ci-dessous sont ceux de l’édition ${edition}, arrêtée au ${day}, la dernière où elle a des démarches, à côté de l’ensemble de cette même édition.`,
  headline: 'L’essentiel',
  headlineOf: (edition: string) => `Édition ${edition}`,
  onlineByNumber: 'En ligne, en nombre',
  onlineByVolume: 'En ligne, en volume',
  satisfactionPooled: 'Satisfaction, toutes réponses réunies',
  reaching: (criterion: string) => `${criterion}, objectif atteint`,
  /** "19 sur 22 démarches". */
  ofProcedures: (part: string, whole: string, known: number) =>
    `${part} sur ${whole} ${plural(known, { one: 'démarche', other: 'démarches' })}`,
  ofUses: (part: string, whole: string, known: number) =>
    `${part} sur ${whole} réalisations en un an, ${procedures(known)}`,
  wholeIs: (value: string, detail: string) => `Ensemble des démarches : ${value} (${detail})`,
  wholeUnknown: 'Ensemble des démarches : inconnu',
  tooFew: (fewest: number) => `sous ${procedures(fewest)}, pas de pourcentage`,
  notKnown: 'Aucune de ses démarches n’a de chiffre.',
  criteria: 'Critère par critère, à côté de l’ensemble',
  criteriaNote: (own: number, all: number) =>
    `Part des démarches qui atteignent l’objectif, parmi celles qui ont un niveau. L’édition compte ${procedures(all)}, dont ${number(own)} de cette administration.`,
  gapNote: 'L’écart est donné tel quel : aucun test ne dit s’il dépasse le hasard.',
  noGap: (fewest: number) => `Sous ${procedures(fewest)}, aucun écart avec l’ensemble n’est donné.`,
  here: 'Ses démarches',
  whole: 'Ensemble',
  gap: 'Écart avec l’ensemble',
  above: (points: string) => `${points} au-dessus de l’ensemble`,
  below: (points: string) => `${points} en dessous de l’ensemble`,
  level: 'Égal à l’ensemble',
  points: (count: number, text: string) => `${text} ${plural(count, { one: 'point', other: 'points' })}`,
  lessThanPoint: (text: string) => `moins de ${text} point`,
  /** What one procedure changes of a share over `count`. */
  weighs: (points: string) => `une seule démarche compte pour ${points}`,
  few: (count: number) =>
    count === 0
      ? 'Aucune démarche avec un niveau'
      : `Sur ${procedures(count)} seulement : trop peu pour un écart`,
  silent: (criteria: string) => `Sans niveau pour aucune de ses démarches : ${criteria}.`,
  coverage: 'Chiffres connus, et de quand ils datent',
  coverageNote:
    'Un chiffre repris tel quel de l’édition d’avant, ou qui parle du même jour, n’est pas compté comme nouveau.',
  known: 'Démarches avec un chiffre',
  notApplicable: (count: number) => `sans objet pour ${number(count)}`,
  latestOn: 'Chiffre le plus récent',
  news: 'Données nouvelles',
  upToDate: (edition: string) => `À jour dans l’édition ${edition}`,
  silentSince: (edition: string, since: number) =>
    `Sans nouvelle donnée depuis l’édition ${edition} : ${plural(since, {
      one: 'rien dans l’édition suivante',
      other: `rien dans les ${editions(since)} suivantes`,
    })}`,
  never: (criteria: string) => `Jamais de chiffre, dans aucune édition : ${criteria}.`,
  neverOn: 'Aucun',
  history: 'Édition par édition',
  historyNote: (first: string, count: number) =>
    count === 1
      ? `Ses démarches ne figurent que dans l’édition ${first}.`
      : `Ses démarches figurent dans ${editions(count)} depuis ${first}. D’une édition à l’autre, ce ne sont pas toujours les mêmes démarches.`,
  historyShort: 'Trop peu d’éditions ont une valeur pour tracer une courbe.',
  changes: 'Ce qui a changé',
  changesBetween: (before: string, after: string) => `Entre l’édition ${before} et l’édition ${after}.`,
  changesCounted: (changed: number, testable: number, compared: number) =>
    compared === 0
      ? 'Aucune de ses valeurs n’est dans les deux éditions.'
      : testable === 0
        ? `${counted(compared, 'valeur est', 'valeurs sont')} dans les deux éditions ; aucune ne peut être testée.`
        : `${changed === 0 ? 'Aucune valeur n’a' : counted(changed, 'valeur a', 'valeurs ont')} changé de façon établie, sur ${number(testable)} que l’on peut comparer parmi ${number(compared)} présentes dans les deux éditions.`,
  seeComparison: 'La comparaison complète des deux éditions, et pourquoi une valeur ne se compare pas',
  improved: 'En mieux',
  worsened: 'En moins bien',
  neutral: 'Sans mieux ni moins bien',
  newlyOnline: 'Nouvellement en ligne',
  entered: 'Entrées dans l’édition',
  left: 'Sorties de l’édition',
  noPrevious: 'Il n’y a pas d’édition précédente à laquelle comparer.',
  procedures: 'Ses démarches',
  proceduresNote: (count: number, edition: string) =>
    count === 1
      ? `${procedures(count)} dans l’édition ${edition}.`
      : `${procedures(count)} dans l’édition ${edition}, les plus utilisées d’abord ; celles dont le volume n’est pas connu viennent à la fin.`,
  tableCaption: (name: string, edition: string) => `Démarches de ${name}, édition ${edition}`,
  others: (count: number) => `Au catalogue, hors de cette édition : ${procedures(count)}`,
  othersNever: (count: number) => `Au catalogue : ${procedures(count)}`,
  names: 'Noms et rattachements au fil du temps',
  since: 'Depuis le',
  name: 'Nom',
  acronym: 'Sigle',
  compareWith: 'Comparer avec une autre administration',
  other: 'Administration',
  compare: 'Comparer',
};

const usage = {
  noneDeclared: 'Ses démarches n’ont déclaré aucun volume.',
  notCounted: (count: number, from: string, to: string) =>
    `Du ${from} au ${to}, ${
      count === 1
        ? 'sa démarche n’avait pas de compteur de visites'
        : `aucune de ses ${procedures(count)} n’avait de compteur de visites`
    } : Vigie ne sait ni combien de fois on y est venu, ni combien de fois on est allé jusqu’au bout.`,
  howToCount:
    'Une administration peut en poser un sur ses pages (commande `vigie counter create`) : il n’écrit aucun témoin (cookie) et ne suit personne.',
  over: (from: string, to: string) => `Compté du ${from} au ${to}.`,
  lastMonths: 'Revenir aux douze derniers mois',
  samePeriod: (period: string) => `Voir ce qui est compté sur la période des volumes déclarés (${period})`,
  journey: 'Du démarrage à la fin',
  journeyNote:
    'Chaque démarche a ses propres étapes. Seuls les repères que toutes partagent sont réunis ici : le démarrage, l’envoi, le refus justifié, la page d’erreur. Les étapes de chacune sont sur sa page d’usage.',
  journeyTitle: (k: number, n: number) =>
    `Ce que deviennent les visites qui démarrent, ${number(k)} ${plural(k, { one: 'démarche', other: 'démarches' })} sur ${number(n)}`,
  noJourney: 'Aucun démarrage n’a été compté : on ne peut pas dire combien de visites vont jusqu’au bout.',
  marks: {
    starts: 'Démarrages',
    submitted: 'Envois',
    refused: 'Refus justifiés',
    dropped: 'Abandons',
    errors: 'Passages par une page d’erreur',
  },
  droppedIs: (starts: string, endings: string, dropped: string) =>
    `Abandons : ${starts} démarrages moins ${endings} fins valables (envoi ou refus justifié), soit ${dropped}.`,
  bothEndings: (count: number) =>
    `${counted(count, 'visite a', 'visites ont')} connu un envoi et un refus : une seule fin est comptée pour chacune.`,
  errorsAre: 'Une visite passée par une page d’erreur a pu reprendre et finir.',
  doubtful: (count: number) =>
    `${counted(count, 'démarche est laissée', 'démarches sont laissées')} de côté : plus de fins que de démarrages y sont comptées, une page de début n’est sans doute pas suivie.`,
  ranked: 'Où l’on va le moins souvent jusqu’au bout',
  rankedNote: (fewest: number) =>
    `Taux d’achèvement : fins valables sur démarrages, le plus bas d’abord, pour les démarches d’au moins ${number(fewest)} démarrages. Un abandon n’est pas toujours un échec : on peut être venu se renseigner.`,
  rankedOf: (shown: number, all: number) => `Les ${number(shown)} plus bas, sur ${procedures(all)}.`,
  unranked: (count: number, fewest: number) =>
    `${counted(count, 'démarche a', 'démarches ont')} moins de ${number(fewest)} démarrages : trop peu pour une place.`,
  each: 'Visites et visiteurs-jours de chaque démarche',
  endingsOfStarts: 'Fins sur démarrages',
};

const comparison = {
  title: 'Comparer des administrations',
  titleOf: (names: string) => `Comparaison : ${names}`,
  description:
    'Les mêmes chiffres côte à côte pour deux à six administrations, et pour l’ensemble des démarches.',
  choose: 'Choisissez deux administrations différentes au moins, six au plus.',
  chooseFromList: 'Les cocher dans la liste',
  first: 'Première administration',
  second: 'Deuxième administration',
  noChoice: 'Choisir…',
  figuresOf: (edition: string, day: string) => `Chiffres de l’édition ${edition}, arrêtés au ${day}.`,
  caution:
    'Ce n’est pas un classement : les administrations n’ont ni les mêmes démarches ni le même nombre. Chaque part dit sur combien elle porte ; sous cinq démarches, seuls les nombres sont donnés.',
  caption: 'Les mêmes chiffres côte à côte',
  figure: 'Chiffre',
  whole: 'Ensemble des démarches',
  followed: 'Démarches suivies',
  inEdition: 'Démarches dans l’édition',
  volume: 'Réalisées en un an, tous canaux',
  volumeKnown: (known: number, all: number) =>
    `${plural(known, { one: 'volume connu', other: 'volumes connus' })} : ${number(known)} sur ${number(all)}`,
  onlineByNumber: 'En ligne, en nombre',
  onlineByVolume: 'En ligne, en volume',
  reaching: (criterion: string) => `${criterion} : objectif atteint`,
  pooled: (criterion: string) => `${criterion} : toutes réponses réunies`,
  /** Of a share that no answers are behind: the two sums. */
  summed: (criterion: string) => `${criterion} : toutes démarches réunies`,
  withoutObjective: (criterion: string) => `${criterion} : démarches avec un chiffre`,
  lastFigures: 'Chiffre le plus récent',
  notInEdition: 'Aucune démarche dans cette édition',
  change: 'Ajouter ou retirer',
  kept: 'Administrations comparées (décochez pour retirer)',
  add: 'Ajouter',
  nobody: 'Aucune',
  update: 'Mettre à jour',
  noEdition: 'Aucune édition n’est encore publiée : il n’y a rien à comparer.',
};

export const frOrganisations = { list, one, usage, comparison };
