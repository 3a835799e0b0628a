/** The English messages of the pages of surveys: the same keys as `fr-surveys.ts`. */
import { formats } from './formats.ts';
import type { frSurveys } from './fr-surveys.ts';

const { number, plural } = formats('en');
const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const ENDINGS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };

const people = (count: number) =>
  `${number(count)} ${plural(count, { one: 'person asked', other: 'people asked' })}`;
const ordinal = (place: number) => `${number(place)}${ENDINGS[ordinals.select(place)] ?? 'th'}`;

export const enSurveys: typeof frSurveys = {
  title: 'Barometers and surveys',
  intro:
    'What people who were asked say of digital public services, or the place of the country among others. These figures hold for the population that was asked; they do not count uses.',
  description:
    'Surveys and barometers on digital public services: what they ask, of whom, of how many people, and what they find.',
  eachSurvey: 'and a page for each survey',
  none: 'No survey is described yet',
  noneRemedy: 'A survey appears here as soon as its file is imported.',
  howToRead: 'How to read these figures',
  reading: [
    'A survey asks a part of the population. With other people the figure would be slightly different: [the interval](glossary#interval) or [margin of error](glossary#margin-of-error) says by how much. It is computed from the number of people asked, written n.',
    'A [wave](glossary#wave) is one run of the survey. Two waves compare only if the question and the population are the same.',
    'The interval supposes people drawn at random. When a survey chooses them otherwise (quotas, a panel), the real uncertainty is often larger.',
    'When a source does not say how many people answered, we write “n unknown” and give no interval.',
  ],
  one: 'Survey',
  index: 'Index',
  producer: (name) => `Carried out by: ${name}`,
  population: 'Population',
  populationIs: (who) => `Population: ${who}`,
  waves: (count) => `${number(count)} ${plural(count, { one: 'wave', other: 'waves' })}`,
  latestWave: (wave) => `Latest wave: ${wave}`,
  people,
  peopleUnknown: 'n unknown',
  noPeople: 'Computed index: nobody is asked for it',
  headline: (wave) => `In ${wave}`,
  ofGroup: (group, value) => `${group}: ${value}`,
  coverage: 'Known figures',
  coveragePeople: 'Shares with a known number of people',
  notReported: 'not reported',
  place: (place, among) => `${ordinal(place)} of ${number(among)}`,
  ordinal,
  withoutInterval: {
    inexact: 'approximate figure',
    n_unknown: 'n unknown',
    part_n_unknown: 'n unknown',
  },
  interval: (low, high, n) => `${low} to ${high} · n = ${n}`,
  wavesTitle: 'The waves',
  wave: 'Wave',
  method: 'Method',
  methodUnknown: 'Not described by the source',
  asked: 'People asked',
  source: 'Source',
  ofPart: (who, count) => `These shares are of: ${who} (${count}).`,
  wordingTitle: 'Exact wording of the question',
  wordingUnknown: 'Exact wording not given by the source: the title above is ours.',
  quoted: (text) => `“${text}”`,
  answersIn: (wave) => `Answers, ${wave}`,
  answerBy: (answer, wave) => `${answer}, ${wave}`,
  answer: 'Answer',
  group: 'Group',
  share: 'Share',
  ofWhich: 'of which',
  breaks: {
    wording: 'Break in series: the question changed',
    population: 'Break in series: the population asked changed',
  },
  barsNote: 'Each bar runs from 0 to 100%.',
  unknownNote:
    'n unknown: the source does not say how many people the share rests on. Hence there is no interval.',
  whiskerNote: 'The line across the end of a bar is the 95% interval.',
  groupsNote: 'Shares of different groups do not add up, and their mean is not that of the whole.',
  groupsUntested: 'Differences between groups are not tested: the number of people of each is unknown.',
  againstReference: (group, gap, reference) => `${group}: ${gap} than the reference “${reference}”.`,
  evolution: 'Change',
  between: (from, to) => `From ${from} to ${to}`,
  change: (between, before, after, gap) =>
    `${between}: ${before}, then ${after}${gap === null ? '' : `, ${gap}`}.`,
  pointsMore: (points, size) => `${points} ${plural(size, { one: 'point', other: 'points' })} more`,
  pointsLess: (points, size) => `${points} ${plural(size, { one: 'point', other: 'points' })} less`,
  noPoint: 'not a point of difference',
  kinds: {
    rise: 'Rise',
    fall: 'Fall',
    no_significant_change: 'No established change',
    not_testable: 'Not testable',
  },
  verdicts: {
    rise: 'This rise is more than chance in the choice of people can explain',
    fall: 'This fall is more than chance in the choice of people can explain',
    no_significant_change: 'Chance in the choice of people is enough to explain the difference',
  },
  test: (z, p) => `(two-proportion test: z = ${z}, ${p}).`,
  needed: (count) =>
    `For such a difference to be significant, each wave would have to ask at least ${count} people.`,
  untestable: {
    wording_changed: 'Not compared: the question changed between the two waves.',
    population_changed: 'Not compared: the two waves did not ask the same population.',
    absent: 'Not compared: one of the two waves gives no figure.',
    inexact: 'Not compared: one of the two figures is only approximate.',
    n_unknown:
      'Whether this difference is more than chance in the choice of people cannot be told: their number is unknown.',
    part_n_unknown:
      'Whether this difference is more than chance in the choice of people cannot be told: the number of those this figure is about is unknown.',
    too_few: 'Too few people asked to tell whether this difference is more than chance in their choice.',
    no_variance: 'Everyone gave the same answer in both waves: there is nothing to compare.',
  },
  held: 'Where several changes are tested, the share of false discoveries is held at 5% over the whole page.',
  placesTitle: (wave) => `Places, ${wave}`,
  placeColumn: 'Place',
  placesNote: (among) =>
    `Each dot is one of the ${number(among)} places; the large one marks the place obtained. The source does not give the places of the others.`,
  subject: 'Subject',
};
