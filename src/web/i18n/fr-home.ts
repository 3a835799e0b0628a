/** The French messages of the home page. */
import { formats } from './formats.ts';

const { number, plural } = formats('fr');

const counted = (count: number, one: string, other: string): string =>
  `${number(count)} ${plural(count, { one, other })}`;
const procedures = (count: number) => counted(count, 'démarche', 'démarches');

export const frHome = {
  title: 'Les démarches en ligne fonctionnent-elles bien ?',
  intro:
    'Vigie est l’observatoire des démarches administratives en ligne. Chaque trimestre, il dit si elles peuvent se faire par internet, si leurs usagers en sont satisfaits, si elles sont accessibles et si leurs sites répondent, et montre d’où vient chaque chiffre.',
  searchProcedure: 'Chercher une démarche ou une administration',
  seeEdition: 'Tous les résultats',
  readArticle: 'Lire l’article',
  allEditions: 'Toutes les éditions',
  howItWorks: 'Comprendre comment ces chiffres sont obtenus',
  figuresOf: (edition: string) => `L’essentiel, édition ${edition}`,
  figures: {
    online: 'Démarches en ligne',
    satisfaction: 'Satisfaction des usagers',
    accessibility: 'Accessibilité',
    availability: 'Disponibilité des sites',
  },
  meanings: {
    online:
      'Part des démarches qui peuvent se faire par internet ; celles qui ne le peuvent qu’en partie comptent en partie.',
    satisfaction: 'Note moyenne que les usagers donnent en fin de démarche, tous avis réunis.',
    availability: 'Part du temps où les sites des démarches ont répondu.',
    /** `objective` is a noun phrase: "une note de 8 ou plus". */
    reaching: (objective: string) => `Part des démarches qui atteignent l’objectif : ${objective}.`,
  },
  ofProcedures: 'des démarches',
  countedOver: (known: number, all: number) =>
    `${counted(known, 'démarche comptée', 'démarches comptées')} sur ${number(all)}`,
  byVolume: (share: string, known: string) => `En comptant les usages : ${share} (${known}).`,
  lastPooled: (value: string, edition: string, over: string) =>
    `Dernière note connue sur tous les avis réunis : ${value}, édition ${edition} (${over}).`,
  notInEdition: 'L’édition n’en dit rien.',
  trend: {
    first: 'Première édition : pas encore d’évolution.',
    otherMethod: (edition: string) => `Méthode différente dans l’édition ${edition} : pas de comparaison.`,
    unknown: (edition: string) => `Pas d’évolution : l’édition ${edition} n’en dit rien.`,
    /** `least` is the smallest difference that is written. */
    almost: (least: string, edition: string) =>
      `Presque comme dans l’édition ${edition} : moins de ${least} d’écart.`,
    same: (edition: string) => `Comme dans l’édition ${edition}.`,
    more: (points: string, edition: string) => `${points} de plus que dans l’édition ${edition}.`,
    less: (points: string, edition: string) => `${points} de moins que dans l’édition ${edition}.`,
    /** `text` writes `count`. */
    points: (count: number, text: string) => `${text} ${plural(count, { one: 'point', other: 'points' })}`,
    /** The procedures that both editions have a result of: others came or went. */
    inBoth: (count: number) =>
      plural(count, {
        one: 'Calculé sur la seule démarche qui a un résultat dans les deux éditions.',
        other: `Calculé sur les ${procedures(count)} qui ont un résultat dans les deux éditions.`,
      }),
    noneInBoth: (edition: string) =>
      `Pas d’évolution : aucune démarche n’a de résultat ici et dans l’édition ${edition}.`,
  },
  trendNote:
    'Les courbes montrent toutes les démarches de chaque édition ; les évolutions, celles qui ont un résultat dans les deux. Aucun test ne dit si un écart dépasse le hasard.',
  changed: 'Ce qui a changé',
  changedSince: (edition: string) => `Ce qui a changé depuis ${edition}`,
  nothingBefore:
    'Aucune édition précédente n’est connue démarche par démarche : il n’y a rien à comparer encore.',
  better: (count: number) => `${procedures(count)} en progrès`,
  worse: (count: number) => `${procedures(count)} en recul`,
  noneEstablished: (tests: number) =>
    `Aucun changement n’est établi : les différences des ${counted(tests, 'valeur testée', 'valeurs testées')} peuvent être dues au hasard.`,
  noneTestable: (reasons: string) =>
    `On ne peut pas dire quelles démarches ont progressé ou reculé, car aucune différence ne peut être testée : ${reasons}.`,
  noneComparable: 'Aucune valeur n’est connue dans les deux éditions : rien ne peut être comparé.',
  reason: (reason: string, count: number) => `${reason} (${counted(count, 'valeur', 'valeurs')})`,
  newlyOnline: (count: number) =>
    plural(count, {
      one: `${procedures(count)} nouvellement en ligne`,
      other: `${procedures(count)} nouvellement en ligne`,
    }),
  noneNewlyOnline: 'Aucune démarche connue n’est passée en ligne entre les deux éditions.',
  seeOthers: (count: number) => plural(count, { one: 'et une autre', other: `et ${number(count)} autres` }),
  entered: (entered: number, left: number) =>
    `${counted(entered, 'démarche est entrée', 'démarches sont entrées')} dans l’observatoire, ${left === 0 ? 'aucune n’en est sortie' : counted(left, 'en est sortie', 'en sont sorties')}.`,
  sameProcedures: 'Les deux éditions portent sur les mêmes démarches.',
  seeComparison: 'Voir la comparaison complète',
  coverage: 'Ce que l’on sait, et ce qui manque',
  coverageNote: (edition: number, catalogue: number) =>
    `Démarches de l’édition qui ont un résultat, sur ${number(edition)}. Le catalogue de Vigie en compte ${number(catalogue)}.`,
  seeMissing: (count: number) =>
    plural(count, { one: 'Voir celle qui manque', other: `Voir les ${number(count)} qui manquent` }),
  byLifeEvent: 'Trouver une démarche par moment de vie',
  byAudience: 'Trouver une démarche par public',
  further: 'Aller plus loin',
  compareOrganisations: 'Comparer des administrations',
  allCriteria: 'Tous les critères',
  allReviews: 'Les avis des usagers',
  getData: 'Télécharger les données',
  noEdition: 'La première édition n’est pas encore publiée.',
  noEditionReader: 'Les chiffres paraîtront ici. En attendant, voici ce que Vigie mesure et comment.',
  whatIsMeasured: 'Ce qui est mesuré',
  operator: 'Vous exploitez ce site ?',
  operatorImport: 'Pour publier une édition à partir d’un fichier de résultats :',
  operatorBuild: 'Pour en calculer une à partir des faits déjà enregistrés :',
};
