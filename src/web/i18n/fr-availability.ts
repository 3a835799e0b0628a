/** The French messages of the national page of availability and of its feed. */
import type { VantageState } from '../../probes/index.ts';
import { formats } from './formats.ts';

const { number, plural } = formats('fr');
const counted = (count: number, one: string, other: string) =>
  `${number(count)} ${plural(count, { one, other })}`;

export const frAvailability = {
  nav: 'Disponibilité',
  title: 'Disponibilité des démarches en ligne',
  description:
    'Quelles démarches en ligne répondent en ce moment, lesquelles sont en panne, et ce que furent les 90 derniers jours de chacune.',
  intro:
    'Un robot demande toutes les minutes les pages des démarches suivies, comme le ferait un usager, et note si elles répondent. Quand un site refuse le robot, ou quand c’est nous qui sommes en panne, la page le dit : cela ne compte jamais comme une panne du site.',
  seenAt: (instant: string) => `État relevé le ${instant}.`,
  now: 'En ce moment',
  answering: 'Démarches qui répondent',
  /** "117 sur 120 démarches suivies". */
  ofMonitored: (k: string, n: string) => `${k} sur ${n} suivies`,
  states: 'Les démarches suivies, par état',
  coverage: 'Démarches suivies',
  coverageOf: 'Démarches suivies, sur toutes celles du catalogue',
  unmonitored: (count: number) =>
    count === 0
      ? 'Toutes les démarches du catalogue sont suivies.'
      : `${counted(count, 'démarche du catalogue n’est pas suivie', 'démarches du catalogue ne sont pas suivies')} : on ne sait pas si ${plural(count, { one: 'elle répond', other: 'elles répondent' })}.`,
  none: 'Aucune démarche n’est encore suivie',
  noneRemedy: (all: number) =>
    `Sur ${counted(all, 'démarche', 'démarches')} au catalogue, aucune n’a d’adresse à surveiller : on ne sait pas si elles répondent. Qui exploite ce site en ajoute par la commande vigie target.`,
  open: 'Pannes en cours',
  noOpen: 'Aucune panne confirmée en ce moment.',
  recent: (days: number) => `Pannes finies des ${number(days)} derniers jours`,
  noRecent: (days: number) => `Aucune panne confirmée n’a pris fin ces ${number(days)} derniers jours.`,
  moreIncidents: (count: number) =>
    `Et ${counted(count, 'autre panne', 'autres pannes')}, dans le fichier JSON de cette page.`,
  incidentMeaning:
    'Une panne est annoncée quand un second essai échoue aussi et que les autres points de mesure la voient ; sans autre point de mesure, quand deux mesures de suite échouent. Un point de mesure est un lieu d’où notre robot regarde.',
  incident: 'Panne',
  since: (instant: string, duration: string) => `Depuis le ${instant} (${duration})`,
  fromTo: (from: string, to: string, duration: string) => `Du ${from} au ${to} (${duration})`,
  withdrawn: (instant: string) =>
    `Démentie le ${instant} : des mesures arrivées plus tard montrent que le site répondait. Elle ne compte nulle part.`,
  cause: 'Ce que voit le robot',
  confirmed: 'Confirmation',
  confirmedAt: (vantages: string, instant: string) => `${vantages} ; confirmée le ${instant}`,
  reviews: 'Avis d’usagers',
  noProcedure: 'Plus aucune démarche n’utilise cette adresse',
  andOthers: (others: number) => `et ${counted(others, 'autre démarche', 'autres démarches')}`,
  allProcedures: (count: number) => `Les ${counted(count, 'démarche touchée', 'démarches touchées')}`,
  notes: 'Ce qui en est dit',
  maintenance: 'Maintenances annoncées',
  noMaintenance: 'Aucune maintenance n’est annoncée pour les 14 prochains jours.',
  underWay: (to: string) => `En cours, jusqu’au ${to}`,
  announcedFor: (from: string, to: string) => `Du ${from} au ${to}`,
  glance: 'Les 90 derniers jours',
  glanceOf: (from: string, to: string) => `Du ${from} au ${to}.`,
  glanceNote:
    'La disponibilité est la part du temps où la démarche répondait, parmi le temps où on a pu le savoir ; la couverture dit quelle part du temps c’était. Les chiffres d’aujourd’hui ont jusqu’à une heure et quart de retard.',
  procedure: 'Démarche',
  state: 'En ce moment',
  strip: '90 jours',
  availability: 'Disponibilité',
  stateSince: (instant: string) => `depuis le ${instant}`,
  dayByDay: 'Jour par jour',
  dayByDayOf: (name: string) => `Jour par jour : ${name}`,
  days: 'Jours',
  downMinutes: 'Minutes en panne',
  suspect: 'Douteux',
  search: 'Nom de la démarche ou de l’administration',
  organisation: 'Administration',
  everyOrganisation: 'Toutes',
  count: (shown: number, all: number) =>
    shown === all
      ? counted(all, 'démarche suivie', 'démarches suivies')
      : `${counted(shown, 'démarche', 'démarches')} sur ${number(all)} suivies`,
  empty: 'Aucune démarche suivie ne correspond',
  emptyRemedy: 'Retirez un filtre ou changez les mots recherchés.',
  own: 'Nos propres interruptions',
  ownIntro:
    'Quand aucun point de mesure ne travaille, on ne sait rien des démarches : ce temps n’est ni disponible ni en panne, et la couverture baisse d’autant.',
  noOwn:
    'Sur ces 90 jours, un point de mesure au moins a toujours été au travail depuis le premier jour de mesure.',
  ownTotal: (count: number, duration: string) =>
    `${counted(count, 'interruption', 'interruptions')} sur ces 90 jours, ${duration} en tout.`,
  ownLast: (shown: number) => `Les ${number(shown)} dernières :`,
  vantages: 'Points de mesure',
  vantage: 'Point de mesure',
  stateHead: 'État',
  heard: 'Dernier signe',
  clock: 'Écart d’horloge',
  clockUnknown: 'Non mesuré',
  vantageStates: {
    at_work: { short: 'Au travail', meaning: 'ce qu’il voit arrive à temps' },
    skewed: {
      short: 'Au travail',
      meaning: 'son horloge est loin de la nôtre ; ses mesures sont remises à l’heure',
    },
    late: { short: 'En retard', meaning: 'il parle, mais ce qu’il envoie date de plus de cinq minutes' },
    silent: { short: 'Muet', meaning: 'il ne donne plus signe depuis plus de trois minutes' },
    new: { short: 'Jamais entendu', meaning: 'il n’a pas encore donné signe' },
    closed: { short: 'Fermé', meaning: 'il ne mesure plus' },
  } satisfies Record<VantageState, { short: string; meaning: string }>,
  noVantage: 'Aucun point de mesure n’a encore travaillé.',
  more: 'En savoir plus',
  moreRobot: 'Qui est ce robot, et comment le laisser passer',
  moreFeed: 'Suivre les pannes dans un lecteur de fils (Atom)',
  moreMethod: 'Comment la disponibilité est jugée',
  each: 'et une page par démarche suivie',
  feed: {
    label: 'Fil des pannes',
    title: 'Vigie : pannes des démarches en ligne',
    open: (what: string) => `En panne : ${what}`,
    ended: (what: string) => `Fin de la panne : ${what}`,
    withdrawn: (what: string) => `Panne démentie : ${what}`,
    since: (instant: string) => `Depuis le ${instant}`,
    note: (author: string, instant: string, text: string) => `${author}, le ${instant} : ${text}`,
  },
};
