/** The English messages of the pages of organisations: the same keys as `fr-organisations.ts`. */
import { formats } from './formats.ts';
import type { frOrganisations } from './fr-organisations.ts';

const { number, plural } = formats('en');

const counted = (count: number, one: string, other: string): string =>
  `${number(count)} ${plural(count, { one, other })}`;
const procedures = (count: number) => counted(count, 'procedure', 'procedures');
const editions = (count: number) => counted(count, 'edition', 'editions');

const list: typeof frOrganisations.list = {
  title: 'Organisations',
  description:
    'Ministries and organisations: how many procedures, how many reach the objective, and how recent the last figures are.',
  intro:
    'Ministerial perimeters (ministries gathered under one secretariat-general), their ministries, then the organisations of each.',
  search: 'Name or acronym',
  group: 'Level',
  everyGroup: 'All',
  groups: {
    perimetre: 'Ministerial perimeters',
    ministere: 'Ministries',
    administration: 'Other organisations',
  },
  sortLabel: 'Sort by',
  asTree: 'Place in the tree',
  sorts: {
    nom: 'Name',
    demarches: 'Procedures followed',
    edition: 'Procedures in the edition',
    online: 'Share online',
    satisfaction: 'Satisfaction, objective reached',
    accessibility: 'Accessibility, objective reached',
    date: 'Date of the last figures',
  },
  organisation: 'Organisation',
  followed: 'Procedures followed',
  inEdition: 'In the edition',
  online: 'Online',
  reaching: (criterion) => `${criterion}, objective reached`,
  lastFigures: 'Last figures',
  noFigures: 'No figure',
  whole: 'All procedures',
  count: (shown, all) =>
    shown === all
      ? counted(all, 'organisation', 'organisations')
      : `${number(shown)} of ${counted(all, 'organisation', 'organisations')}`,
  figuresOf: (edition, day) => `Figures of the ${edition} edition, up to ${day}.`,
  noEdition: 'No edition is published yet: only the procedures followed are counted.',
  note: (fewest) =>
    `Each share says how many procedures it is over; under ${procedures(fewest)}, only the counts are given. Organisations have neither the same procedures nor as many: the order is not a ranking. Sorted by a share, those with fewer than ${procedures(fewest)} come last.`,
  empty: 'No organisation matches',
  emptyRemedy: 'Check the spelling, or search by acronym.',
  none: 'No organisation is known',
  noneRemedy: 'They come from the catalogue of procedures.',
  pick: (name) => `Compare ${name}`,
  compareHint: (fewest, most) =>
    `Tick ${number(fewest)} to ${number(most)} organisations to set them side by side.`,
  compare: 'Compare',
};

const one: typeof frOrganisations.one = {
  description: (name) =>
    `${name}: its procedures online, their quality criterion by criterion beside all procedures, since when, and how recent the figures are.`,
  parents: 'Part of',
  children: 'Organisations below it',
  followed: (count) => `${procedures(count)} in the catalogue`,
  inEdition: (count, all, edition) => `${number(count)} of the ${procedures(all)} of the ${edition} edition`,
  links: 'Other pages',
  listOfProcedures: 'Its procedures in the list',
  listOfSites: (count) => counted(count, 'reception site', 'reception sites'),
  onThisPage: 'On this page',
  attribution:
    'Counted are the procedures that it answers for, itself or through an organisation below it today, as the organisation in charge or as the ministry. Each edition keeps those in charge as it published them: a procedure that moved elsewhere counts here up to the edition where it changed hands.',
  attributionTitle: 'How procedures are attributed',
  nothingTitle: 'No procedure',
  nothing: 'Neither the catalogue nor any edition attributes a procedure to it.',
  neverTold: (count) =>
    `${procedures(count)} in the catalogue, and none in a published edition: there is no figure yet.`,
  formerTitle: (edition) => `No procedure in the ${edition} edition`,
  former: (edition, day) =>
    `The figures below are those of the ${edition} edition, up to ${day}, the last in which it has procedures, beside all procedures of that same edition.`,
  headline: 'At a glance',
  headlineOf: (edition) => `${edition} edition`,
  onlineByNumber: 'Online, by number',
  onlineByVolume: 'Online, by volume',
  satisfactionPooled: 'Satisfaction, all answers together',
  reaching: (criterion) => `${criterion}, objective reached`,
  ofProcedures: (part, whole, known) =>
    `${part} of ${whole} ${plural(known, { one: 'procedure', other: 'procedures' })}`,
  ofUses: (part, whole, known) => `${part} of ${whole} uses in a year, ${procedures(known)}`,
  wholeIs: (value, detail) => `All procedures: ${value} (${detail})`,
  wholeUnknown: 'All procedures: unknown',
  tooFew: (fewest) => `under ${procedures(fewest)}, no percentage`,
  notKnown: 'None of its procedures has a figure.',
  criteria: 'Criterion by criterion, beside all procedures',
  criteriaNote: (own, all) =>
    `Share of procedures that reach the objective, of those with a level. The edition has ${procedures(all)}, of which ${number(own)} of this organisation.`,
  gapNote: 'The gap is given as it is: no test says whether it is more than chance.',
  noGap: (fewest) => `Under ${procedures(fewest)}, no gap with all procedures is given.`,
  here: 'Its procedures',
  whole: 'All procedures',
  gap: 'Gap with all procedures',
  above: (points) => `${points} above all procedures`,
  below: (points) => `${points} below all procedures`,
  level: 'Equal to all procedures',
  points: (count, text) => `${text} ${plural(count, { one: 'point', other: 'points' })}`,
  lessThanPoint: (text) => `less than ${text} point`,
  weighs: (points) => `a single procedure counts for ${points}`,
  few: (count) =>
    count === 0 ? 'No procedure with a level' : `Over ${procedures(count)} only: too few for a gap`,
  silent: (criteria) => `No level for any of its procedures: ${criteria}.`,
  coverage: 'Figures known, and how recent they are',
  coverageNote:
    'A figure taken over as it was in the edition before, or that speaks of the same day, does not count as new.',
  known: 'Procedures with a figure',
  notApplicable: (count) => `not applicable to ${number(count)}`,
  latestOn: 'Most recent figure',
  news: 'New data',
  upToDate: (edition) => `Up to date in the ${edition} edition`,
  silentSince: (edition, since) =>
    `No new data since the ${edition} edition: ${plural(since, {
      one: 'nothing in the next edition',
      other: `nothing in the next ${editions(since)}`,
    })}`,
  never: (criteria) => `Never a figure, in any edition: ${criteria}.`,
  neverOn: 'None',
  history: 'Edition by edition',
  historyNote: (first, count) =>
    count === 1
      ? `Its procedures are in the ${first} edition only.`
      : `Its procedures are in ${editions(count)} since ${first}. From one edition to the next they are not always the same procedures.`,
  historyShort: 'Too few editions have a value to draw a line.',
  changes: 'What changed',
  changesBetween: (before, after) => `Between the ${before} edition and the ${after} edition.`,
  changesCounted: (changed, testable, compared) =>
    compared === 0
      ? 'None of its values is in both editions.'
      : testable === 0
        ? `${counted(compared, 'value is', 'values are')} in both editions; none can be tested.`
        : `${changed === 0 ? 'No value has' : counted(changed, 'value has', 'values have')} an established change, of ${number(testable)} that can be compared among ${number(compared)} in both editions.`,
  seeComparison: 'The whole comparison of the two editions, and why a value does not compare',
  improved: 'Better',
  worsened: 'Worse',
  neutral: 'Neither better nor worse',
  newlyOnline: 'Newly online',
  entered: 'Entered the edition',
  left: 'Left the edition',
  noPrevious: 'There is no earlier edition to compare with.',
  procedures: 'Its procedures',
  proceduresNote: (count, edition) =>
    count === 1
      ? `${procedures(count)} in the ${edition} edition.`
      : `${procedures(count)} in the ${edition} edition, the most used first; those whose volume is not known come last.`,
  tableCaption: (name, edition) => `Procedures of ${name}, ${edition} edition`,
  others: (count) => `In the catalogue, outside this edition: ${procedures(count)}`,
  othersNever: (count) => `In the catalogue: ${procedures(count)}`,
  names: 'Names and places in the tree through time',
  since: 'Since',
  name: 'Name',
  acronym: 'Acronym',
  compareWith: 'Compare with another organisation',
  other: 'Organisation',
  compare: 'Compare',
};

const usage: typeof frOrganisations.usage = {
  noneDeclared: 'Its procedures have declared no volume.',
  notCounted: (count, from, to) =>
    `From ${from} to ${to}, ${
      count === 1
        ? 'its procedure had no counter of visits'
        : `none of its ${procedures(count)} had a counter of visits`
    }: Vigie knows neither how often people came, nor how often they went to the end.`,
  howToCount:
    'An organisation may put one on its pages (command `vigie counter create`): it writes no cookie and follows nobody.',
  over: (from, to) => `Counted from ${from} to ${to}.`,
  lastMonths: 'Back to the last twelve months',
  samePeriod: (period) => `See what is counted over the period of the declared volumes (${period})`,
  journey: 'From start to end',
  journeyNote:
    'Each procedure has steps of its own. Only the marks that all of them share are put together here: the start, the submission, the correct refusal, the error page. The steps of each are on its page of usage.',
  journeyTitle: (k, n) =>
    `What becomes of the visits that start, ${number(k)} ${plural(k, { one: 'procedure', other: 'procedures' })} of ${number(n)}`,
  noJourney: 'No start was counted: nobody can say how many visits go to the end.',
  marks: {
    starts: 'Starts',
    submitted: 'Submissions',
    refused: 'Correct refusals',
    dropped: 'Drop-outs',
    errors: 'Passed through an error page',
  },
  droppedIs: (starts, endings, dropped) =>
    `Drop-outs: ${starts} starts less ${endings} valid endings (submission or correct refusal), that is ${dropped}.`,
  bothEndings: (count) =>
    `${counted(count, 'visit had', 'visits had')} both a submission and a refusal: one ending is counted for each.`,
  errorsAre: 'A visit that passed through an error page may have resumed and ended.',
  doubtful: (count) =>
    `${counted(count, 'procedure is', 'procedures are')} left aside: more endings than starts are counted there, a starting page is probably not followed.`,
  ranked: 'Where people least often go to the end',
  rankedNote: (fewest) =>
    `Completion rate: valid endings over starts, the lowest first, for procedures with at least ${number(fewest)} starts. Dropping out is not always a failure: one may have come to find out.`,
  rankedOf: (shown, all) => `The ${number(shown)} lowest, of ${procedures(all)}.`,
  unranked: (count, fewest) =>
    `${counted(count, 'procedure has', 'procedures have')} fewer than ${number(fewest)} starts: too few for a place.`,
  each: 'Visits and visitor-days of each procedure',
  endingsOfStarts: 'Endings of starts',
};

const comparison: typeof frOrganisations.comparison = {
  title: 'Compare organisations',
  titleOf: (names) => `Comparison: ${names}`,
  description: 'The same figures side by side for two to six organisations, and for all procedures.',
  choose: 'Choose at least two different organisations, six at most.',
  chooseFromList: 'Tick them in the list',
  first: 'First organisation',
  second: 'Second organisation',
  noChoice: 'Choose…',
  figuresOf: (edition, day) => `Figures of the ${edition} edition, up to ${day}.`,
  caution:
    'This is not a ranking: organisations have neither the same procedures nor as many. Each share says how many procedures it is over; under five procedures, only the counts are given.',
  caption: 'The same figures side by side',
  figure: 'Figure',
  whole: 'All procedures',
  followed: 'Procedures followed',
  inEdition: 'Procedures in the edition',
  volume: 'Carried out in a year, all channels',
  volumeKnown: (known, all) =>
    `${plural(known, { one: 'volume known', other: 'volumes known' })}: ${number(known)} of ${number(all)}`,
  onlineByNumber: 'Online, by number',
  onlineByVolume: 'Online, by volume',
  reaching: (criterion) => `${criterion}: objective reached`,
  pooled: (criterion) => `${criterion}: all answers together`,
  summed: (criterion) => `${criterion}: all procedures together`,
  withoutObjective: (criterion) => `${criterion}: procedures with a figure`,
  lastFigures: 'Most recent figure',
  notInEdition: 'No procedure in this edition',
  change: 'Add or remove',
  kept: 'Organisations compared (untick to remove)',
  add: 'Add',
  nobody: 'None',
  update: 'Update',
  noEdition: 'No edition is published yet: there is nothing to compare.',
};

export const enOrganisations: typeof frOrganisations = { list, one, usage, comparison };
