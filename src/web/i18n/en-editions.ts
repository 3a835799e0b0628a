/** The English messages of the pages of editions: the same keys as `fr-editions.ts`. */
import { formats } from './formats.ts';
import type { Messages } from './fr.ts';

const { number, plural } = formats('en');

const counted = (count: number, one: string, other: string): string =>
  `${number(count)} ${plural(count, { one, other })}`;
const procedures = (count: number) => counted(count, 'procedure', 'procedures');

export const enEditions: Pick<
  Messages,
  'editionPages' | 'summary' | 'targets' | 'revisions' | 'totals' | 'comparing' | 'feed'
> = {
  editionPages: {
    label: 'Pages of the edition',
    onThisPage: 'On this page',
    markMeaning: (mark, meaning) => `“${mark}”: ${meaning}`,
    summary: 'Summary',
    article: 'Article',
    articleOf: (label) => `Article of the ${label} edition`,
    compareTo: (label) => `Comparison with ${label}`,
    chosenByTop: (count, candidates) =>
      `Procedures: the ${count} most used in a year, all channels, among ${candidates} whose volume is known.`,
    withoutVolume: (count) => `${procedures(count)} without a known volume could not be ranked.`,
    chosenByList: (name) => `Procedures: the list “${name}”, with a reason for each.`,
    selectionReasons: 'Why these procedures',
    selectionReason: 'Reason',
  },
  summary: {
    title: (label) => `Summary of the ${label} edition`,
    description: (label) =>
      `${label} edition: share of procedures online and objectives reached, by criterion, ministry, organisation and audience.`,
    online: 'Procedures available online',
    criteria: 'Criterion by criterion',
    ministries: 'By ministry',
    organisations: 'By organisation',
    audiences: 'By audience',
    audiencesNote:
      'A procedure is often meant for several audiences: it counts in each, and the rows do not add up.',
    volumes: 'Volumes',
    onlineShort: 'Online',
    byNumber: 'By number',
    byVolume: 'By volume',
    byNumberOf: (label) => `${label}, by number`,
    byVolumeOf: (label) => `${label}, by volume`,
    ratio: (part, whole) => `${part} of ${whole}`,
    onlineByNumber: (part, known, all) =>
      `${part} of ${procedures(known)} whose status is known; the edition has ${number(all)}.`,
    noOnline: 'The online status of no procedure is known in this edition.',
    onlineByVolume: (part, whole, known, all) =>
      `${part} of ${whole} procedures completed in a year; volume and status known for ${procedures(known)} of ${number(all)}.`,
    noVolume: 'No volume is known in this edition: nothing can be said by volume.',
    sharesNote: (fewest) =>
      `Shares are cut at one decimal, never rounded. Under ${procedures(fewest)}, numbers are given without a percentage.`,
    howCounted: (formula) => `Formula: ${formula}.`,
    weighing:
      '“By number”, each procedure counts for one; “by volume”, as many times as it is completed in a year, all channels.',
    levels: 'Levels',
    reaching: 'Objective reached',
    reachingOf: (criterion) => `${criterion}, objective reached`,
    objective: (objective) => `Objective: ${objective}.`,
    noObjective: 'Given for information, without an objective.',
    volumesKnown: (known, all) =>
      `${plural(known, { one: 'volume', other: 'volumes' })} known: ${number(known)} of ${number(all)}`,
    pooled: 'All answers together',
    pooledOf: (criterion) => `${criterion}, all answers together`,
    pooledAnswers: (count, over) => `${counted(count, 'answer', 'answers')}, ${procedures(over)}`,
    pooledSum: (part, whole, over) => `${part} of ${whole}, ${procedures(over)}`,
    noPooled: 'Number of answers unknown',
    nothingToPool: 'No answers to put together',
    volumesSentence: (total, known, all) =>
      `${procedures(known)} of ${number(all)} have a known volume: they are completed ${total} times a year, all channels.`,
    groupCriterion: 'Criterion shown',
    notByGroup: (criterion) =>
      `“${criterion}” has no objective nor answers that can be put together: nothing of it is shown by group.`,
    show: 'Show',
    seeRows: (count) => `See the ${number(count)} rows`,
    unnamed: 'Not stated',
    noAudience: 'Audiences are not known in this edition.',
  },
  targets: {
    title: 'Targets followed',
    none: 'No target is recorded.',
    objective: (value) => `target at ${value}`,
    due: (day) => `Due on ${day}`,
    withoutTerm: 'Target without a due day',
    chartTitle: 'From edition to edition',
    reached: 'Target reached',
    reachedIn: (edition) => `Target reached in the ${edition} edition`,
    andDue: (left, due) => `${left}; ${due}.`,
    missing: (distance) => `${distance} to go`,
    missingIn: (distance, edition) => `${distance} to go in the ${edition} edition`,
    points: (count, text) => `${text} ${plural(count, { one: 'point', other: 'points' })}`,
    pointsOfTen: (count, text) => `${text} ${plural(count, { one: 'point', other: 'points' })} out of 10`,
    unknown: 'No edition up to this one tells this value.',
    lastKnown: (value, edition) => `Last known value: ${value}, ${edition} edition.`,
    valueOn: (day, value) => `On ${day}: ${value}.`,
    overdueYears: (years, months) =>
      `overdue by ${counted(years, 'year', 'years')}${months === 0 ? '' : ` and ${counted(months, 'month', 'months')}`}`,
    overdueMonths: (months) => `overdue by ${counted(months, 'month', 'months')}`,
    overdueDays: 'overdue by less than a month',
    remaining: (months) => `due in ${counted(months, 'month', 'months')}`,
    remainingDays: 'due in less than a month',
    counted: 'Procedures counted',
    countedOver: (value, counted) => `${value}, procedures counted: ${counted}`,
    overAnswers: (value, answers) => `${value} over ${counted(answers, 'answer', 'answers')}`,
    overSum: (value, sum) => `${value} of ${sum}`,
    fromTo: (points) => `From edition to edition: ${points}.`,
    pointOf: (edition, value) => `${value} (${edition})`,
  },
  revisions: {
    title: 'Revisions',
    note: 'A published edition never changes. A correction is a new revision; earlier ones stay readable.',
    number: 'Revision',
    day: 'Date',
    author: 'Author',
    reason: 'Reason',
    first: 'First publication',
    automaticAuthors: { import: 'automatic import', vigie: 'Vigie' },
    superseded: 'Replaced revision',
    supersededBy: (revision, day) =>
      `This revision has been corrected. Revision ${number(revision)}, of ${day}, replaces it.`,
    seeLast: 'See the last revision',
    corrected: (revision) => `What revision ${number(revision)} corrected`,
    differences: (count) => counted(count, 'difference', 'differences'),
    noDifference: 'No value changes.',
    field: 'What changes',
    before: 'Before',
    after: 'After',
    added: 'Added to the edition',
    removed: 'Removed from the edition',
    correctedOn: (day) => `Corrected on ${day}`,
    fields: {
      procedure: 'The procedure',
      name: 'Name',
      organisation: 'Organisation',
      ministry: 'Ministry',
      perimeter: 'Perimeter',
      audiences: 'Audiences',
      url: 'Address',
      volume_online: 'Online volume',
      volume_total: 'Total volume',
    },
  },
  totals: {
    title: 'What is known of this edition',
    notice: 'Known by its totals',
    explanation:
      'Of this edition only the totals below are known, as their source worded them. The results of each procedure are not.',
    description: (label, day) =>
      `${label} edition: the only totals known, with their source. Data as of ${day}.`,
    toldBy: 'According to',
    indicators: {
      procedures: 'Procedures',
      online_rate: 'Available online',
      new_online: 'Newly online',
      reviews: 'Reviews collected',
      equipped: 'With the review button',
      very_good_rate: 'Judged very good',
    },
    qualifiers: {
      exact: (value) => value,
      nearly: (value) => `nearly ${value}`,
      more_than: (value) => `more than ${value}`,
      less_than: (value) => `less than ${value}`,
      at_least: (value) => `at least ${value}`,
      at_most: (value) => `at most ${value}`,
    },
    over: {
      procedures: (count) => `of ${count} procedures`,
      online_rate: (count) => `of ${count} online`,
      new_online: (count) => `of ${count} new procedures`,
      reviews: (count) => `of ${count} reviews`,
      equipped: (count) => `of ${count} procedures with the button`,
      very_good_rate: (count) => `of ${count} very good ones`,
    },
    unknownWhole: 'the whole is not known',
    source: (name) => `Source: ${name}`,
    indicator: 'Total',
  },
  comparing: {
    title: 'Compare two editions',
    from: 'Edition',
    to: 'Compared with',
    compare: 'Compare',
    sameEdition: 'Choose two different editions.',
  },
  feed: {
    title: 'Vigie: editions and their corrections',
    label: 'Atom feed of the editions',
    correctionsTitle: 'Vigie: corrections',
    correctionsLabel: 'Atom feed of the corrections',
    follow: 'Follow publications and corrections (Atom)',
    published: (label) => `${label} edition: publication`,
    reconstructed: (label) => `${label} edition: reconstruction`,
    corrected: (label, revision) => `${label} edition: correction, revision ${revision}`,
    publishedSummary: (label) => `The ${label} edition is published.`,
    reconstructedSummary: (label) =>
      `${label} edition, reconstructed: computed afterwards, it was not published in this form.`,
    correctedSummary: (reason, differences) =>
      `${counted(differences, 'difference', 'differences')}. Reason: ${reason}`,
  },
};
