/** The English words of what probes see: the same keys as `fr-probes.ts`. */
import { formats } from './formats.ts';
import type { frProbes } from './fr-probes.ts';

const { number, plural } = formats('en');
const counted = (count: number, one: string, other: string) =>
  `${number(count)} ${plural(count, { one, other })}`;

export const enProbes: typeof frProbes = {
  verdicts: {
    up: { short: 'Available', label: 'Available', meaning: 'The site gave the right answer, in time.' },
    degraded: {
      short: 'Disrupted',
      label: 'Available, but disrupted',
      meaning: 'The site answers, but late or at the second try only. This time counts as available.',
    },
    down: {
      short: 'Down',
      label: 'Down',
      meaning: 'The site did not answer, or not rightly: a user would have met the same.',
    },
    blocked: {
      short: 'Robot refused',
      label: 'Robot refused by the site',
      meaning:
        'The site refused our robot. It says nothing of what users see, and never counts as an outage.',
    },
    unknown: {
      short: 'Undetermined',
      label: 'Undetermined state',
      meaning:
        'Our own network or our robot failed. It says nothing of the site, and never counts as an outage.',
    },
    maintenance: {
      short: 'Maintenance',
      label: 'Announced maintenance',
      meaning: 'The stop was announced in advance. This time is counted apart.',
    },
    unseen: {
      short: 'Not measured',
      label: 'Not measured lately',
      meaning: 'No point of measure has looked in the last minutes: the state is not known.',
    },
  },
  outcomes: {
    up: 'the right answer came in time',
    slow: 'the right answer came, but late',
    second_try: 'the right answer came at the second try only',
    chain_incomplete:
      'the right answer came, but an intermediate certificate is missing: some programs refuse it',
    name_not_found: 'the name of the site is not in the directory of the internet (DNS)',
    name_failed: 'the directory of the internet (DNS) could not say where the site is',
    refused: 'the server refused the connection',
    connection_timed_out: 'the server did not accept the connection in time',
    reset: 'the server cut the connection before it answered',
    unreachable: 'no route of the network leads to the server',
    tls_failed: 'the secure connection could not be made',
    certificate_expired: 'the security certificate of the site has expired, or is not valid yet',
    certificate_not_trusted: 'the security certificate of the site is not recognised',
    certificate_wrong_name: 'the security certificate is that of another site',
    timed_out: 'the answer did not come in time',
    body_timed_out: 'the page began to come, and did not end in time',
    body_cut: 'the page was cut before its end',
    malformed: 'no browser can read the answer',
    server_error: 'the server answered with an internal error',
    unexpected_status: 'the server answered something else than the expected page',
    too_many_redirects: 'the site redirects from address to address without end',
    redirect_to_private: 'the site redirects to an address that the public cannot reach',
    redirect_to_nowhere: 'the site redirects to what is no address',
    back_later: 'the site said when it would be back, and was not asked before',
    text_missing: 'the page came without the text that must be in it',
    text_forbidden: 'the page shows an error message',
    blocked_status: 'the site refused our robot',
    challenge: 'the site asked our robot to prove that it is a person',
    asked_to_wait: 'the site asked our robot to come back later',
    own_network: 'our own network was down',
    address_refused: 'the address is not public: our robot does not go there',
    probe_failed: 'our robot failed',
    maintenance: 'a maintenance was announced',
  },
  roles: {
    home: 'Home page',
    sign_in: 'Sign-in',
    form: 'Start of the form',
    last_page: 'Last page',
  },
  days: {
    up: { label: 'no outage', count: (n) => `${counted(n, 'day', 'days')} without outage` },
    degraded: {
      label: 'disrupted half of the time or more, without outage',
      count: (n) => counted(n, 'disrupted day', 'disrupted days'),
    },
    partial: {
      label: 'no outage seen, but measured less than half of the time',
      count: (n) => `${counted(n, 'day', 'days')} measured in part`,
    },
    short: {
      label: 'down for less than an hour',
      count: (n) => `${counted(n, 'day', 'days')} with less than an hour of outage`,
    },
    long: {
      label: 'down for an hour or more',
      count: (n) => `${counted(n, 'day', 'days')} with an hour of outage or more`,
    },
    blocked: {
      label: 'robot refused: nothing is known',
      count: (n) => `${counted(n, 'day', 'days')} on which the robot was refused`,
    },
    maintenance: {
      label: 'in announced maintenance',
      count: (n) => `${counted(n, 'day', 'days')} in maintenance`,
    },
    unknown: {
      label: 'undetermined, through our fault',
      count: (n) => counted(n, 'undetermined day', 'undetermined days'),
    },
    none: { label: 'no measure', count: (n) => `${counted(n, 'day', 'days')} without measure` },
  },
  duration: (ms) => {
    const seconds = Math.floor(ms / 1_000);
    const [d, h, m] = [
      Math.floor(seconds / 86_400),
      Math.floor(seconds / 3_600) % 24,
      Math.floor(seconds / 60) % 60,
    ];
    if (d > 0) return h === 0 ? counted(d, 'day', 'days') : `${counted(d, 'day', 'days')} ${h} h`;
    if (h > 0) return m === 0 ? `${h} h` : `${h} h ${String(m).padStart(2, '0')} min`;
    return m > 0 ? `${m} min` : `${seconds} s`;
  },
  minutes: (n) => counted(n, 'minute', 'minutes'),
  upOf: (up, seen) => `${up} minutes of ${seen} observed`,
  coverage: 'Coverage',
  coverageMeaning: 'Share of the time in which it was known whether the procedure answered or not.',
  coverageOf: (seen, all) => `${seen} minutes of ${all}`,
  neverSeen: 'Never observed over the period',
  legend: 'Key to the days',
  today: 'today',
  reviews: (n) =>
    n === 0
      ? 'no user review received meanwhile'
      : `${counted(n, 'user review', 'user reviews')} received meanwhile`,
  reviewsUnknown: 'user reviews not counted: no open button, or an outage of more than 7 days',
  reviewsMeaning:
    'A review is given at the end of the procedure: receiving some during an outage shows that users got through.',
  suspect: (n) =>
    `Available less than half of the time, and yet ${counted(n, 'user review', 'user reviews')} received over the same period: our robot is probably blocked. The value is kept, without a level.`,
  vantages: (names, list) =>
    names.length === 1
      ? `seen from one point of measure: ${list}`
      : `seen from ${number(names.length)} points of measure: ${list}`,
};
