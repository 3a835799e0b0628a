/** The English messages of the national page of availability: the same keys as `fr-availability.ts`. */
import { formats } from './formats.ts';
import type { frAvailability } from './fr-availability.ts';

const { number, plural } = formats('en');
const counted = (count: number, one: string, other: string) =>
  `${number(count)} ${plural(count, { one, other })}`;

export const enAvailability: typeof frAvailability = {
  nav: 'Availability',
  title: 'Availability of online procedures',
  description:
    'Which online procedures answer now, which are down, and what the last 90 days of each one were.',
  intro:
    'Every minute a robot asks for the pages of the procedures that are monitored, as a user would, and notes whether they answer. When a site refuses the robot, or when we are the ones who fail, the page says so: it never counts as an outage of the site.',
  seenAt: (instant) => `As seen on ${instant}.`,
  now: 'Now',
  answering: 'Procedures that answer',
  ofMonitored: (k, n) => `${k} of ${n} monitored`,
  states: 'The monitored procedures, by state',
  coverage: 'Monitored procedures',
  coverageOf: 'Monitored procedures, of all those of the catalogue',
  unmonitored: (count) =>
    count === 0
      ? 'All procedures of the catalogue are monitored.'
      : `${counted(count, 'procedure of the catalogue is not monitored', 'procedures of the catalogue are not monitored')}: whether ${plural(count, { one: 'it answers', other: 'they answer' })} is not known.`,
  none: 'No procedure is monitored yet',
  noneRemedy: (all) =>
    `Of ${counted(all, 'procedure', 'procedures')} in the catalogue, none has an address to watch: whether they answer is not known. Those who run this site add some by the command vigie target.`,
  open: 'Outages under way',
  noOpen: 'No confirmed outage at the moment.',
  recent: (days) => `Outages that ended in the last ${number(days)} days`,
  noRecent: (days) => `No confirmed outage has ended in the last ${number(days)} days.`,
  moreIncidents: (count) =>
    `And ${counted(count, 'other outage', 'other outages')}, in the JSON file of this page.`,
  incidentMeaning:
    'An outage is announced when a second try fails too and the other points of measure see it; where there is no other, when two measures in a row fail. A point of measure is a place from which our robot looks.',
  incident: 'Outage',
  since: (instant, duration) => `Since ${instant} (${duration})`,
  fromTo: (from, to, duration) => `From ${from} to ${to} (${duration})`,
  withdrawn: (instant) =>
    `Withdrawn on ${instant}: measurements that came later show that the site answered. It counts nowhere.`,
  cause: 'What the robot sees',
  confirmed: 'Confirmation',
  confirmedAt: (vantages, instant) => `${vantages}; confirmed on ${instant}`,
  reviews: 'User reviews',
  noProcedure: 'No procedure uses this address any more',
  andOthers: (others) => `and ${counted(others, 'other procedure', 'other procedures')}`,
  allProcedures: (count) => `The ${counted(count, 'procedure touched', 'procedures touched')}`,
  notes: 'What is said of it',
  maintenance: 'Announced maintenance',
  noMaintenance: 'No maintenance is announced for the next 14 days.',
  underWay: (to) => `Under way, until ${to}`,
  announcedFor: (from, to) => `From ${from} to ${to}`,
  glance: 'The last 90 days',
  glanceOf: (from, to) => `From ${from} to ${to}.`,
  glanceNote:
    'Availability is the share of the time in which the procedure answered, of the time in which it could be known; coverage says what share of the time that was. The figures of today are up to an hour and a quarter late.',
  procedure: 'Procedure',
  state: 'Now',
  strip: '90 days',
  availability: 'Availability',
  stateSince: (instant) => `since ${instant}`,
  dayByDay: 'Day by day',
  dayByDayOf: (name) => `Day by day: ${name}`,
  days: 'Days',
  downMinutes: 'Minutes down',
  suspect: 'Doubtful',
  search: 'Name of the procedure or of the organisation',
  organisation: 'Organisation',
  everyOrganisation: 'All',
  count: (shown, all) =>
    shown === all
      ? counted(all, 'monitored procedure', 'monitored procedures')
      : `${counted(shown, 'procedure', 'procedures')} of ${number(all)} monitored`,
  empty: 'No monitored procedure matches',
  emptyRemedy: 'Remove a filter, or change the words you search.',
  own: 'Our own outages',
  ownIntro:
    'When no point of measure is at work, nothing is known of procedures: this time is neither available nor down, and coverage falls by as much.',
  noOwn: 'Over these 90 days, a point of measure at least was always at work since the first day of measure.',
  ownTotal: (count, duration) =>
    `${counted(count, 'interruption', 'interruptions')} over these 90 days, ${duration} in all.`,
  ownLast: (shown) => `The last ${number(shown)}:`,
  vantages: 'Points of measure',
  vantage: 'Point of measure',
  stateHead: 'State',
  heard: 'Last heard',
  clock: 'Clock error',
  clockUnknown: 'Not measured',
  vantageStates: {
    at_work: { short: 'At work', meaning: 'what it sees comes in time' },
    skewed: { short: 'At work', meaning: 'its clock is far from ours; its measures are set right' },
    late: { short: 'Late', meaning: 'it speaks, but what it sends is more than five minutes old' },
    silent: { short: 'Silent', meaning: 'nothing was heard of it for more than three minutes' },
    new: { short: 'Never heard', meaning: 'it has not spoken yet' },
    closed: { short: 'Closed', meaning: 'it measures no more' },
  },
  noVantage: 'No point of measure has been at work yet.',
  more: 'Learn more',
  moreRobot: 'Who this robot is, and how to let it in',
  moreFeed: 'Follow outages in a feed reader (Atom)',
  moreMethod: 'How availability is judged',
  each: 'and a page for each monitored procedure',
  feed: {
    label: 'Feed of outages',
    title: 'Vigie: outages of online procedures',
    open: (what) => `Down: ${what}`,
    ended: (what) => `End of the outage: ${what}`,
    withdrawn: (what) => `Outage withdrawn: ${what}`,
    since: (instant) => `Since ${instant}`,
    note: (author, instant, text) => `${author}, on ${instant}: ${text}`,
  },
};
