/** The French words of what probes see: verdicts, outcomes, days. Shared by every page of availability. */
import type { Outcome, Role, Verdict } from '../../probes/index.ts';
import type { DayState } from '../day-state.ts';
import { formats } from './formats.ts';

const { number, plural } = formats('fr');
const counted = (count: number, one: string, other: string) =>
  `${number(count)} ${plural(count, { one, other })}`;

/** In a dense cell, in a sentence of its own, and explained. */
type VerdictWords = { readonly short: string; readonly label: string; readonly meaning: string };

/** What a procedure or one of its addresses is; `unseen` where nobody looked lately. */
const verdicts: Record<Verdict | 'unseen', VerdictWords> = {
  up: { short: 'Disponible', label: 'Disponible', meaning: 'Le site a donné la bonne réponse, à temps.' },
  degraded: {
    short: 'Perturbée',
    label: 'Disponible, mais perturbée',
    meaning: 'Le site répond, mais tard ou au second essai seulement. Ce temps compte comme disponible.',
  },
  down: {
    short: 'En panne',
    label: 'En panne',
    meaning: 'Le site n’a pas répondu, ou mal répondu : un usager aurait vu la même chose.',
  },
  blocked: {
    short: 'Robot refusé',
    label: 'Robot refusé par le site',
    meaning:
      'Le site a refusé notre robot. Cela ne dit rien de ce que voient les usagers, et ne compte jamais comme une panne.',
  },
  unknown: {
    short: 'Indéterminée',
    label: 'État indéterminé',
    meaning:
      'Notre propre réseau ou notre robot a eu un défaut. Cela ne dit rien du site, et ne compte jamais comme une panne.',
  },
  maintenance: {
    short: 'En maintenance',
    label: 'En maintenance annoncée',
    meaning: 'L’arrêt était annoncé à l’avance. Ce temps est compté à part.',
  },
  unseen: {
    short: 'Sans mesure',
    label: 'Sans mesure récente',
    meaning: 'Aucun point de mesure n’a regardé ces dernières minutes : l’état n’est pas connu.',
  },
};

/** What was seen, as the end of a sentence. */
const outcomes: Record<Outcome, string> = {
  up: 'la bonne réponse est venue à temps',
  slow: 'la bonne réponse est venue, mais tard',
  second_try: 'la bonne réponse n’est venue qu’au second essai',
  chain_incomplete:
    'la bonne réponse est venue, mais il manque un certificat intermédiaire : certains logiciels la refusent',
  name_not_found: 'le nom du site n’existe pas dans l’annuaire d’internet (DNS)',
  name_failed: 'l’annuaire d’internet (DNS) n’a pas su dire où est le site',
  refused: 'le serveur a refusé la connexion',
  connection_timed_out: 'le serveur n’a pas accepté la connexion à temps',
  reset: 'le serveur a coupé la connexion avant de répondre',
  unreachable: 'aucun chemin du réseau ne mène au serveur',
  tls_failed: 'la connexion sécurisée n’a pas pu s’établir',
  certificate_expired: 'le certificat de sécurité du site est périmé, ou pas encore valable',
  certificate_not_trusted: 'le certificat de sécurité du site n’est pas reconnu',
  certificate_wrong_name: 'le certificat de sécurité présenté est celui d’un autre site',
  timed_out: 'la réponse n’est pas venue à temps',
  body_timed_out: 'la page a commencé à venir, et n’a pas fini à temps',
  body_cut: 'la page s’est interrompue avant sa fin',
  malformed: 'la réponse est illisible pour un navigateur',
  server_error: 'le serveur a répondu par une erreur interne',
  unexpected_status: 'le serveur a répondu autre chose que la page attendue',
  too_many_redirects: 'le site renvoie d’adresse en adresse sans fin',
  redirect_to_private: 'le site renvoie vers une adresse que le public ne peut pas atteindre',
  redirect_to_nowhere: 'le site renvoie vers une adresse qui n’en est pas une',
  back_later: 'le site a dit quand il serait de retour et n’a pas été interrogé avant',
  text_missing: 'la page est venue sans le texte qui devait s’y trouver',
  text_forbidden: 'la page affiche un message d’erreur',
  blocked_status: 'le site a refusé notre robot',
  challenge: 'le site a demandé à notre robot de prouver qu’il est une personne',
  asked_to_wait: 'le site a demandé à notre robot de revenir plus tard',
  own_network: 'notre propre réseau était en panne',
  address_refused: 'l’adresse n’est pas publique : notre robot n’y va pas',
  probe_failed: 'notre robot a eu un défaut',
  maintenance: 'une maintenance était annoncée',
};

/** What an address is to a procedure. */
const roles: Record<Role, string> = {
  home: 'Page d’accueil',
  sign_in: 'Connexion',
  form: 'Début du formulaire',
  last_page: 'Dernière page',
};

/** What a day was, at a glance. */
const days: Record<DayState, { label: string; count: (n: number) => string }> = {
  up: { label: 'aucune panne', count: (n) => `${counted(n, 'jour', 'jours')} sans panne` },
  degraded: {
    label: 'perturbée la moitié du temps ou plus, sans panne',
    count: (n) => `${counted(n, 'jour perturbé', 'jours perturbés')}`,
  },
  partial: {
    label: 'aucune panne vue, mais mesurée moins de la moitié du temps',
    count: (n) => `${counted(n, 'jour mesuré', 'jours mesurés')} en partie`,
  },
  short: {
    label: 'en panne moins d’une heure',
    count: (n) => `${counted(n, 'jour', 'jours')} avec moins d’une heure de panne`,
  },
  long: {
    label: 'en panne une heure ou plus',
    count: (n) => `${counted(n, 'jour', 'jours')} avec une heure de panne ou plus`,
  },
  blocked: {
    label: 'robot refusé : on ne sait rien',
    count: (n) => `${counted(n, 'jour', 'jours')} où le robot a été refusé`,
  },
  maintenance: {
    label: 'en maintenance annoncée',
    count: (n) => `${counted(n, 'jour', 'jours')} en maintenance`,
  },
  unknown: {
    label: 'état indéterminé, de notre fait',
    count: (n) => `${counted(n, 'jour indéterminé', 'jours indéterminés')}`,
  },
  none: { label: 'aucune mesure', count: (n) => `${counted(n, 'jour', 'jours')} sans mesure` },
};

/** "2 h 05 min", "45 s"; whole units alone, cut. */
const duration = (ms: number): string => {
  const seconds = Math.floor(ms / 1_000);
  const [d, h, m] = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3_600) % 24,
    Math.floor(seconds / 60) % 60,
  ];
  if (d > 0) return h === 0 ? counted(d, 'jour', 'jours') : `${counted(d, 'jour', 'jours')} ${h} h`;
  if (h > 0) return m === 0 ? `${h} h` : `${h} h ${String(m).padStart(2, '0')} min`;
  return m > 0 ? `${m} min` : `${seconds} s`;
};

export const frProbes = {
  verdicts,
  outcomes,
  roles,
  days,
  duration,
  minutes: (n: number) => counted(n, 'minute', 'minutes'),
  /** Of an availability: what it is counted over. */
  upOf: (up: string, seen: string) => `${up} minutes sur ${seen} observées`,
  coverage: 'Couverture',
  coverageMeaning: 'Part du temps où l’on a su si la démarche répondait ou non.',
  coverageOf: (seen: string, all: string) => `${seen} minutes sur ${all}`,
  neverSeen: 'Jamais observée sur la période',
  legend: 'Légende des jours',
  today: 'aujourd’hui',
  /** Of reviews in the time of an incident. */
  reviews: (n: number) =>
    n === 0
      ? 'aucun avis d’usager reçu pendant ce temps'
      : `${counted(n, 'avis d’usager reçu', 'avis d’usagers reçus')} pendant ce temps`,
  reviewsUnknown: 'avis d’usagers non comptés : pas de bouton ouvert, ou panne de plus de 7 jours',
  reviewsMeaning:
    'Un avis se donne au bout de la démarche : en recevoir pendant une panne montre que des usagers passaient.',
  suspect: (n: number) =>
    `Moins de la moitié du temps disponible, et pourtant ${counted(n, 'avis d’usager reçu', 'avis d’usagers reçus')} sur la même période : notre robot est sans doute bloqué. La valeur est gardée, sans niveau.`,
  vantages: (names: readonly string[], list: string) =>
    names.length === 1
      ? `vue d’un point de mesure : ${list}`
      : `vue de ${number(names.length)} points de mesure : ${list}`,
};
