/** The French messages of the page of probes of a procedure. */
import { formats } from './formats.ts';

const { number, plural } = formats('fr');
const counted = (count: number, one: string, other: string) =>
  `${number(count)} ${plural(count, { one, other })}`;

const now = {
  title: 'En ce moment',
  state: (label: string) => `Démarche : ${label}`,
  since: (instant: string) => `depuis le ${instant}`,
  seenAt: (instant: string) => `État relevé le ${instant}.`,
  /** Of an address: how many points of measure say so, of those that are open. */
  seenFrom: (k: number, n: number) =>
    `Vu ainsi de ${number(k)} ${plural(k, { one: 'point de mesure', other: 'points de mesure' })} sur ${number(n)}.`,
  lastLook: (instant: string) => `Dernière mesure le ${instant}.`,
  neverLooked: 'Cette adresse n’a pas encore été mesurée.',
  otherwise: (vantage: string, label: string) => `${vantage} voit autre chose : ${label}.`,
  certificate: (days: number) =>
    days < 0
      ? 'Le certificat de sécurité du site est périmé.'
      : `Le certificat de sécurité du site est valable encore ${counted(days, 'jour', 'jours')}.`,
  noLonger: 'Aucune adresse de cette démarche n’est plus suivie : cette page dit ce qui a été mesuré avant.',
  followedUntil: (instant: string) => `Cette adresse a été suivie jusqu’au ${instant}.`,
  reason: 'Raison : ',
  stops: 'Arrêts annoncés',
  addresses: 'Adresses suivies',
};

const minutes = {
  title: 'Les dernières 24 heures, minute par minute',
  whole: 'La démarche',
  wholeMeaning:
    'La démarche répond quand toutes ses adresses répondent ; elle est en panne quand l’une d’elles l’est.',
  now: 'maintenant',
  counted: (n: number, label: string) => `${label} : ${counted(n, 'minute', 'minutes')}`,
  each: 'Heure par heure, dans un tableau',
  from: 'À partir du',
  to: 'Jusqu’au',
  state: 'État',
  length: 'Durée',
};

const availability = {
  title: 'Disponibilité',
  over: (from: string, to: string) => `Du ${from} au ${to}`,
  note: 'La disponibilité est la part du temps où la démarche répondait, parmi le temps où l’on a pu le savoir. Les maintenances annoncées, les refus du robot et nos propres défauts n’y comptent pas : la couverture dit quelle part du temps reste.',
  table: 'Disponibilité par moment et par adresse',
  minutesTable: 'Minutes par état',
  what: 'Quoi',
  whole: 'Toutes les heures',
  business: 'Heures ouvrées',
  businessMeaning: 'Du lundi au vendredi de 8 h à 20 h, sauf jours fériés, heure de Paris.',
  other: 'Autres heures',
  share: 'Disponibilité',
  unmonitored: 'Sans mesure',
  unknown: 'non connue',
  suspect: (n: number) =>
    `Moins de la moitié du temps disponible, et pourtant ${counted(n, 'avis d’usager reçu', 'avis d’usagers reçus')} sur la même période : notre robot est sans doute bloqué. La valeur est gardée, sans niveau.`,
};

const response = {
  title: 'Temps de réponse',
  note: 'Le temps entre la demande d’une page et le premier octet de la réponse, redirections comprises. Seules les bonnes réponses comptent, toutes adresses ensemble.',
  none: 'Aucune bonne réponse sur la période : il n’y a pas de temps à dire.',
  p50: 'Médiane',
  p50Meaning: 'la moitié des réponses viennent plus vite',
  p75: '75e centile',
  p75Meaning: 'trois réponses sur quatre viennent plus vite',
  p95: '95e centile',
  p95Meaning: 'dix-neuf réponses sur vingt viennent plus vite',
  mean: 'Moyenne',
  answers: (n: string) => `sur ${n} réponses`,
  error: (percent: string) =>
    `La moyenne est exacte ; la médiane et les centiles sont connus à ${percent} près, car les temps sont gardés dans un histogramme.`,
  apdex: 'Apdex',
  apdexMeaning:
    'Indice de 0 à 1. Une réponse en 0,5 s ou moins satisfait ; de 0,5 à 2 s, elle compte pour moitié ; plus tard, ou sans bonne réponse, elle ne compte pas.',
  apdexOf: (satisfied: string, tolerated: string, n: string) =>
    `${satisfied} satisfaits, ${tolerated} tolérés, sur ${n} mesures`,
  table: 'Temps de réponse par moment et par point de mesure',
  number: 'Réponses',
  vantage: 'Point de mesure',
  samples: 'Ce que chaque point de mesure a vu',
  samplesTotal: 'Mesures',
  hours: 'Les heures les moins bonnes',
  hoursNote:
    'Heures de la montre à Paris, tous les jours de la période ensemble et toutes adresses ensemble : d’abord celles où la disponibilité est la plus basse, puis celles où la réponse est la plus lente.',
  hour: 'Heure',
  hourOf: (from: number, to: number) => `de ${from} h à ${to} h`,
  allHours: 'Les 24 heures',
};

const surge = {
  title: 'Trafic et temps de réponse',
  chart: 'Visites et temps de réponse, jour par jour',
  question: 'Que se passe-t-il les jours de forte affluence ?',
  lastDays: (days: number) => `Le graphique s’arrête aux ${number(days)} derniers jours de la période.`,
  visits: 'Visites par jour',
  notCounted:
    'Les visites de cette démarche ne sont pas comptées : on ne peut pas rapprocher le trafic des temps de réponse.',
  noVisits: 'Aucune visite n’a été comptée sur ces jours : le compteur n’a rien reçu, ou n’était pas posé.',
  seeUsage: 'Voir les usages de la démarche',
  noDays: 'Aucun jour de cette période n’est fini : il n’y a pas encore de graphique.',
  response: 'Temps de réponse (ms)',
  median: 'Médiane du jour',
  p95: '95e centile du jour',
  availability: 'Disponibilité',
  happened: 'Ce qui s’est passé',
  day: 'Jour',
  visitsHead: 'Visites',
  incident: 'Jour avec une panne',
  annotation: 'Événement',
  incidents: (n: number) => counted(n, 'panne', 'pannes'),
  annotations: 'Événements de la période',
  few: (known: number, least: number) =>
    `Pour comparer les jours d’affluence aux autres, il faut ${number(least)} jours au moins dont les visites et les réponses sont connues ; il y en a ${number(known)}.`,
  even: 'Tous les jours ont eu autant de visites : il n’y a pas de jour d’affluence.',
  busiest: (days: number, threshold: string) =>
    `Les ${number(days)} jours de plus forte affluence (un dixième des jours au moins : ${threshold} visites ou plus)`,
  others: (days: number) => (days === 1 ? 'L’autre jour' : `Les ${number(days)} autres jours`),
  told: (days: string, figures: string) => `${days} : ${figures}.`,
  answered: (mean: string, answers: string, p95: string) =>
    `réponse moyenne ${mean} sur ${answers} réponses, dix-neuf réponses sur vingt en moins de ${p95} (médiane des jours)`,
  wasUp: (share: string, up: string, seen: string) =>
    `disponibilité ${share} (${up} minutes sur ${seen} observées)`,
  noCause:
    'C’est un constat, pas une cause : d’autres choses ont pu changer ces jours-là. Le jour en cours est laissé de côté.',
};

const levels = {
  title: 'Les niveaux, selon chaque méthode',
  note: 'Les mêmes mesures, jugées par chaque méthode de l’observatoire. Une édition juge les trois mois qui la précèdent ; ici, c’est la période choisie.',
  see: 'Voir la méthode',
  minimum: (share: string) =>
    `Sous ${share} de couverture, rien n’est jugé : trop de temps manque pour le dire.`,
};

const incidents = {
  title: 'Pannes',
  none: 'Aucune panne confirmée sur cette période.',
  count: (n: number) => `${counted(n, 'panne confirmée', 'pannes confirmées')} sur cette période.`,
  shown: (k: number, n: number) =>
    `Les ${number(k)} dernières sur ${number(n)} ; les autres sont dans le fichier JSON de cette page.`,
  open: 'Panne en cours',
  ended: (day: string) => `Panne du ${day}`,
  withdrawn: (day: string) => `Panne démentie du ${day}`,
  address: 'Adresse',
};

const gaps = {
  title: 'Ce qui n’est pas suivi',
  roles: (list: string) =>
    `Aucune adresse n’est suivie pour : ${list}. On ne sait pas si ces pages répondent.`,
  everyRole: 'Chaque page de la démarche, de l’accueil à la dernière, a une adresse suivie.',
  whole: (unmonitored: string, all: string, duration: string) =>
    `Sur la période, ${unmonitored} minutes sur ${all} sont sans mesure (${duration}).`,
  allWatched: 'Chaque minute de la période a été mesurée.',
  unseen: (blocked: string, unknown: string, maintenance: string) =>
    `S’y ajoutent ${blocked} minutes où le site a refusé notre robot, ${unknown} où notre réseau ou notre robot était en défaut, ${maintenance} de maintenance annoncée.`,
  since: (day: string) => `La première adresse suivie l’est depuis le ${day}.`,
  own: (count: number, duration: string) =>
    `${counted(count, 'interruption', 'interruptions')} de nos propres mesures sur la période, ${duration} en tout.`,
  ownMore: 'Nos propres interruptions',
  limits:
    'Un robot demande des pages ; il ne remplit aucun formulaire. Une page qui répond ne prouve pas que la démarche aboutit : les avis des usagers le disent mieux.',
};

const block = {
  title: 'Disponibilité',
  state: 'En ce moment',
  figure: 'Disponibilité sur trois mois',
  coverage: (share: string) => `couverture ${share}`,
  response: 'Réponse médiane',
  all: 'Voir la disponibilité minute par minute, les pannes et les contrôles',
};

export const frProcedureProbes = {
  titleOf: (name: string) => `Disponibilité : ${name}`,
  description: (name: string) =>
    `${name} : la démarche répond-elle en ce moment, et comment a-t-elle répondu ; temps de réponse, pannes, contrôles des pages.`,
  back: 'La fiche de la démarche',
  national: 'Toutes les démarches suivies',
  robot: 'Qui est ce robot',
  lead: (state: string, share: string, coverage: string) =>
    `${state}. Sur trois mois, disponible ${share} du temps observé (couverture ${coverage}).`,
  leadOver: (state: string, days: string, share: string, coverage: string) =>
    `${state}. Période choisie (${days}) : disponible ${share} du temps observé (couverture ${coverage}).`,
  leadSuspect: (state: string) =>
    `${state}. La disponibilité mesurée est douteuse : des usagers ont donné leur avis pendant que notre robot voyait le site en panne.`,
  leadUnknown: (state: string) => `${state}. La disponibilité n’est pas connue sur cette période.`,
  notMonitored: 'La disponibilité de cette démarche n’est pas suivie',
  notMonitoredRemedy:
    'Aucune adresse de cette démarche n’est demandée par notre robot : on ne sait pas si elle répond. Qui exploite ce site en ajoute par la commande vigie target.',
  from: 'Du',
  to: 'Au',
  period: 'Période',
  periods: 'Périodes',
  lastDays: (days: number) => `${number(days)} derniers jours`,
  lastMonths: (months: number) => `${number(months)} derniers mois`,
  glance: 'Les 90 derniers jours',
  now,
  minutes,
  availability,
  response,
  surge,
  levels,
  incidents,
  gaps,
  block,
};
