/** The English messages of the page of probes of a procedure. */
import { formats } from './formats.ts';
import type { frProcedureProbes } from './fr-procedure-probes.ts';

const { number, plural } = formats('en');
const counted = (count: number, one: string, other: string) =>
  `${number(count)} ${plural(count, { one, other })}`;

type Words = typeof frProcedureProbes;

const now: Words['now'] = {
  title: 'Right now',
  state: (label) => `Procedure: ${label}`,
  since: (instant) => `since ${instant}`,
  seenAt: (instant) => `State as of ${instant}.`,
  seenFrom: (k, n) =>
    `Seen so from ${number(k)} of ${number(n)} ${plural(n, { one: 'point of measure', other: 'points of measure' })}.`,
  lastLook: (instant) => `Last measured on ${instant}.`,
  neverLooked: 'This address has not been measured yet.',
  otherwise: (vantage, label) => `${vantage} sees something else: ${label}.`,
  certificate: (days) =>
    days < 0
      ? 'The security certificate of the site has expired.'
      : `The security certificate of the site is valid for ${counted(days, 'more day', 'more days')}.`,
  noLonger: 'No address of this procedure is monitored any more: this page tells what was measured before.',
  followedUntil: (instant) => `This address was monitored until ${instant}.`,
  reason: 'Reason: ',
  stops: 'Announced stops',
  addresses: 'Monitored addresses',
};

const minutes: Words['minutes'] = {
  title: 'The last 24 hours, minute by minute',
  whole: 'The procedure',
  wholeMeaning: 'The procedure answers when all its addresses do; it is down when one of them is.',
  now: 'now',
  counted: (n, label) => `${label}: ${counted(n, 'minute', 'minutes')}`,
  each: 'Hour by hour, as a table',
  from: 'From',
  to: 'Until',
  state: 'State',
  length: 'Duration',
};

const availability: Words['availability'] = {
  title: 'Availability',
  over: (from, to) => `From ${from} to ${to}`,
  note: 'Availability is the share of the time during which the procedure answered, of the time when this could be known. Announced maintenance, refusals of our robot and our own faults do not count in it: the coverage tells what share of the time is left.',
  table: 'Availability by moment and by address',
  minutesTable: 'Minutes by state',
  what: 'What',
  whole: 'All hours',
  business: 'Business hours',
  businessMeaning: 'Monday to Friday from 8 am to 8 pm, public holidays excepted, Paris time.',
  other: 'Other hours',
  share: 'Availability',
  unmonitored: 'Not measured',
  unknown: 'not known',
  suspect: (n) =>
    `Available less than half of the time, and yet ${counted(n, 'user review was', 'user reviews were')} received over the same period: our robot is probably blocked. The value is kept, without a level.`,
};

const response: Words['response'] = {
  title: 'Response time',
  note: 'The time from the request of a page to the first byte of the answer, redirects included. Only right answers count, all addresses together.',
  none: 'There was no right answer over the period: there is no time to tell.',
  p50: 'Median',
  p50Meaning: 'half of the answers come faster',
  p75: '75th percentile',
  p75Meaning: 'three answers out of four come faster',
  p95: '95th percentile',
  p95Meaning: 'nineteen answers out of twenty come faster',
  mean: 'Mean',
  answers: (n) => `of ${n} answers`,
  error: (percent) =>
    `The mean is exact; the median and percentiles are known to within ${percent}, as times are kept in a histogram.`,
  apdex: 'Apdex',
  apdexMeaning:
    'An index from 0 to 1. An answer within 0.5 s satisfies; from 0.5 to 2 s, it counts for half; later, or without a right answer, it does not count.',
  apdexOf: (satisfied, tolerated, n) => `${satisfied} satisfied, ${tolerated} tolerated, of ${n} looks`,
  table: 'Response time by moment and by point of measure',
  number: 'Answers',
  vantage: 'Measuring point',
  samples: 'What each point of measure saw',
  samplesTotal: 'Samples',
  hours: 'The worst hours',
  hoursNote:
    'Hours of the clock in Paris, all days of the period together and all addresses together: first those of lowest availability, then those that answer most slowly.',
  hour: 'Hour',
  hourOf: (from, to) => `from ${from}:00 to ${to}:00`,
  allHours: 'All 24 hours',
};

const surge: Words['surge'] = {
  title: 'Traffic and response time',
  chart: 'Visits and response time, day by day',
  question: 'What happens on busy days?',
  lastDays: (days) => `The chart keeps to the last ${number(days)} days of the period.`,
  visits: 'Visits a day',
  notCounted: 'The visits of this procedure are not counted: traffic cannot be set beside response times.',
  noVisits: 'No visit was counted on these days: the counter received nothing, or was not there.',
  seeUsage: 'See how much the procedure is used',
  noDays: 'No day of this period is over: there is no chart yet.',
  response: 'Response time (ms)',
  median: 'Median of the day',
  p95: '95th percentile of the day',
  availability: 'Availability',
  happened: 'What happened',
  day: 'Day',
  visitsHead: 'Visits',
  incident: 'Day with an outage',
  annotation: 'Event',
  incidents: (n) => counted(n, 'outage', 'outages'),
  annotations: 'Events of the period',
  few: (known, least) =>
    `To compare busy days with the others, ${number(least)} days at least are needed of which visits and answers are known; there are ${number(known)}.`,
  even: 'Every day had as many visits: there is no busy day.',
  busiest: (days, threshold) =>
    `The ${number(days)} busiest days (a tenth of the days at least: ${threshold} visits or more)`,
  others: (days) => (days === 1 ? 'The other day' : `The ${number(days)} other days`),
  told: (days, figures) => `${days}: ${figures}.`,
  answered: (mean, answers, p95) =>
    `mean response ${mean} of ${answers} answers, nineteen answers out of twenty within ${p95} (median of the days)`,
  wasUp: (share, up, seen) => `availability ${share} (${up} minutes of ${seen} observed)`,
  noCause:
    'This is what was seen, not a cause: other things may have changed on those days. The present day is left out.',
};

const levels: Words['levels'] = {
  title: 'Levels under each methodology',
  note: 'The same measures, judged by each methodology of the observatory. An edition judges the three months before it; here, it is the period that was chosen.',
  see: 'See the methodology',
  minimum: (share) => `Under ${share} of coverage nothing is judged: too much of the time is missing.`,
};

const incidents: Words['incidents'] = {
  title: 'Outages',
  none: 'No confirmed outage over this period.',
  count: (n) => `${counted(n, 'confirmed outage', 'confirmed outages')} over this period.`,
  shown: (k, n) => `The last ${number(k)} of ${number(n)}; the others are in the JSON file of this page.`,
  open: 'Outage under way',
  ended: (day) => `Outage of ${day}`,
  withdrawn: (day) => `Withdrawn outage of ${day}`,
  address: 'Address',
};

const gaps: Words['gaps'] = {
  title: 'What is not monitored',
  roles: (list) => `No address is monitored for: ${list}. Nobody knows whether these pages answer.`,
  everyRole: 'Each page of the procedure, from the home page to the last one, has a monitored address.',
  whole: (unmonitored, all, duration) =>
    `Over the period, ${unmonitored} minutes of ${all} were not measured (${duration}).`,
  allWatched: 'Every minute of the period was measured.',
  unseen: (blocked, unknown, maintenance) =>
    `Add to that ${blocked} minutes when the site refused our robot, ${unknown} when our network or robot failed, ${maintenance} of announced maintenance.`,
  since: (day) => `The first monitored address has been so since ${day}.`,
  own: (count, duration) =>
    `${counted(count, 'interruption', 'interruptions')} of our own measures over the period, ${duration} in all.`,
  ownMore: 'Our own interruptions',
  limits:
    'A robot asks for pages; it fills in no form. A page that answers does not prove that the procedure can be completed: user reviews tell that better.',
};

const block: Words['block'] = {
  title: 'Availability',
  state: 'Right now',
  figure: 'Availability over three months',
  coverage: (share) => `coverage ${share}`,
  response: 'Median response',
  all: 'See availability minute by minute, outages and checks',
};

export const enProcedureProbes: Words = {
  titleOf: (name) => `Availability: ${name}`,
  description: (name) =>
    `${name}: does the procedure answer right now, and how has it answered; response times, outages, checks of its pages.`,
  back: 'The page of the procedure',
  national: 'All monitored procedures',
  robot: 'Who this robot is',
  lead: (state, share, coverage) =>
    `${state}. Over three months, available ${share} of the time observed (coverage ${coverage}).`,
  leadOver: (state, days, share, coverage) =>
    `${state}. Chosen period (${days}): available ${share} of the time observed (coverage ${coverage}).`,
  leadSuspect: (state) =>
    `${state}. The availability that was measured is doubtful: users gave reviews while our robot saw the site down.`,
  leadUnknown: (state) => `${state}. Its availability over this period is not known.`,
  notMonitored: 'The availability of this procedure is not monitored',
  notMonitoredRemedy:
    'Our robot asks for no address of this procedure: nobody knows whether it answers. Whoever runs this site adds some with the command vigie target.',
  from: 'From',
  to: 'To',
  period: 'Period',
  periods: 'Periods',
  lastDays: (days) => `Last ${number(days)} days`,
  lastMonths: (months) => `Last ${number(months)} months`,
  glance: 'The last 90 days',
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
