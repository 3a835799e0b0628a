/** The English messages of the pages of criteria: the same keys as `fr-criteria.ts`. */
import { formats } from './formats.ts';
import type { frCriteria } from './fr-criteria.ts';

const { number, plural } = formats('en');

const counted = (count: number, one: string, other: string): string =>
  `${number(count)} ${plural(count, { one, other })}`;
const procedures = (count: number) => counted(count, 'procedure', 'procedures');

const series: typeof frCriteria.series = {
  reaching: (criterion) => `${criterion}: share of procedures that reach the objective`,
  reachingCounted: 'Procedures reaching it',
  online: 'Share of procedures that can be done online',
  onlineCounted: 'Procedures online',
  pooled: (criterion) => `${criterion}: all answers together`,
  pooledSum: (criterion) => `${criterion}: all procedures together`,
  pooledCounted: 'Computed over',
  reconstructed: (editions) =>
    `Reconstructed editions, computed afterwards from the data of that time: ${editions}.`,
  allReconstructed: 'All these editions are reconstructed: computed afterwards from the data of that time.',
  otherUnit: (editions) => `Values in another unit, which do not compare and are not drawn: ${editions}.`,
};

const questions: typeof frCriteria.questions = {
  online: 'Can the procedure be done entirely online?',
  satisfaction: 'Are users satisfied with the procedure once they have completed it?',
  accessibility: 'Can disabled people do the procedure online?',
  once_only: 'Does the procedure ask again for what the administration already knows?',
  digital_share: 'What share of users do the procedure online?',
  clarity: 'Is it clear what the procedure asks for?',
  autonomy: 'Can the procedure be done without help?',
  help_reachable: 'When users look for help, do they reach someone?',
  help_effective: 'Does the help given get users further?',
  authentication: 'Which account do users sign in with?',
  availability: 'Does the website of the procedure answer when it is needed?',
  response_time: 'Does the website of the procedure answer quickly?',
  display_speed: 'Do the pages appear quickly?',
  mobile: 'Can the procedure be done on a phone?',
  help: 'Is help found when it is needed?',
  availability_speed: 'Does the website of the procedure work, and quickly?',
};

export const enCriteria: typeof frCriteria = {
  series,
  questions,
  title: 'Criteria',
  intro:
    'A procedure is looked at from several sides, the criteria. Each asks a question, gives a value and, where an objective is set, a level: good, fair or poor.',
  one: 'Criterion',
  description: (criterion) =>
    `${criterion}: how it is measured, how procedures spread, which do best, which lag behind, and how it evolves.`,
  noEdition: 'No edition is published yet: here is what the method measures.',
  results: (known, all) =>
    `${number(known)} of ${procedures(all)} ${plural(known, { one: 'has', other: 'have' })} a result`,
  noResult: 'No result in this edition',
  reaching: (share, ratio) => `${share} reach the objective (${ratio})`,
  reachingFew: (ratio) => `${ratio} reaching the objective`,
  pooled: (value, over) => `${value} over all answers together (${over})`,
  pooledSum: (value, over) => `${value} over all procedures together (${over})`,
  online: (share, ratio) => `${share} can be done online, partly ones counting in part (${ratio})`,
  former: 'Criteria of other methods',
  formerNote: 'Absent from the method of the latest edition: older or coming editions tell them.',
  measured: 'How it is measured',
  source: 'From',
  levels: 'Levels',
  seeMethod: (method) => `The criterion in the method “${method}”`,
  edition: (label) => `${label} edition`,
  absentNow: 'Criterion absent from the latest edition',
  absentNowMeaning: (later, told) =>
    `The ${later} edition says nothing of this criterion: the figures of this page are those of the ${told} edition.`,
  neverTold: 'No edition gives results procedure by procedure',
  neverToldMeaning:
    'The method defines this criterion; no edition published procedure by procedure tells it yet.',
  distribution: 'How procedures spread',
  byLevel: 'By level',
  byValue: (count) => `By value: ${procedures(count)}`,
  byWord: (count) => `By answer: ${procedures(count)}`,
  reachingLabel: 'Reach the objective',
  reachingByVolume: 'Uses of procedures that reach it',
  pooledLabel: 'All answers together',
  pooledSumLabel: 'All procedures together',
  onlineLabel: 'Online rate',
  onlineFormula: (formula) => `Online rate: ${formula}.`,
  resultsLabel: 'Procedures with a result',
  between: (from, to) => `from ${from} to under ${to}`,
  upTo: (from, to) => `from ${from} to ${to}`,
  over: (from, to) => `over ${from}, under ${to}`,
  atLeast: (from) => `${from} or more`,
  ofLevel: (range, level) => `${range}: ${level}`,
  cutNote: 'The ranges stop at the thresholds of the levels: none of them crosses one.',
  suspect: (count) =>
    plural(count, {
      one: `${number(count)} doubtful value is not counted.`,
      other: `${number(count)} doubtful values are not counted.`,
    }),
  withoutValue: (count) =>
    plural(count, {
      one: `${procedures(count)} has a level without value: no statement, for example.`,
      other: `${procedures(count)} have a level without value: no statement, for example.`,
    }),
  otherwiseJudged: (count) =>
    plural(count, {
      one: `Of ${procedures(count)}, the level is not that of its value: a statement that is too old, for example.`,
      other: `Of ${procedures(count)}, the level is not that of their value: a statement that is too old, for example.`,
    }),
  seeTable: 'See all procedures in the table of the edition',
  seeMissing: (count) => `See the ${procedures(count)} without result`,
  best: 'Who does best',
  bestNote: 'Procedures that reach the objective, by value; level ones, the most used first.',
  bestInterval:
    'Where a confidence interval is known, its less favourable end ranks them: few answers are not enough to win. Values without interval come after.',
  sampleNote: '“n” is the number of answers or measurements behind the value.',
  bestTied: (count) =>
    plural(count, {
      one: `${number(count)} other procedure is level with the last one listed.`,
      other: `${number(count)} other procedures are level with the last one listed.`,
    }),
  noBest: 'No procedure reaches the objective with a known value.',
  laggards: 'Lagging behind, the most used first',
  laggardsUses: (count, uses, known) =>
    `${procedures(count)} at the “poor” level. The volume of ${number(known)} of ${number(count)} is known: ${uses} uses a year concerned, all channels.`,
  laggardsUnknown: (count) =>
    `${procedures(count)} at the “poor” level. No volume is known: how many users are concerned cannot be told.`,
  noLaggard: 'No procedure is at the “poor” level.',
  unknownVolume: 'Of unknown volume',
  seeOthers: (count) => plural(count, { one: 'See the other one', other: `See the ${number(count)} others` }),
  rest: (caption) => `${caption}: continued`,
  yearly: 'Uses a year',
  evolution: 'From edition to edition',
  evolutionNote: 'From one edition to the next they are not always the same procedures.',
  noEvolution: 'Only one edition gives this figure: there is no evolution yet.',
  byMinistry: 'By ministry',
  resultsColumn: 'With a result',
};
