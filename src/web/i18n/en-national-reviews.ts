/** The English messages of the page of all reviews together: the same keys as `fr-national-reviews.ts`. */
import { formats } from './formats.ts';
import type { frNationalReviews } from './fr-national-reviews.ts';

const { number, plural } = formats('en');

const counted = (count: number, one: string, other: string): string =>
  `${number(count)} ${plural(count, { one, other })}`;
const reviews = (count: number) => counted(count, 'review', 'reviews');
const procedures = (count: number) => counted(count, 'procedure', 'procedures');

export const enNationalReviews: typeof frNationalReviews = {
  title: 'Reviews of users',
  description:
    'The reviews collected by the “Je donne mon avis” button (“I give my opinion”): how many, on how many procedures, and the share of procedures rated very good, ministry by ministry.',
  lead: (reviewCount, procedureCount, equipped) =>
    `${reviewCount} collected since the first button. ${procedureCount} ${plural(equipped, { one: 'has', other: 'have' })} a “Je donne mon avis” button (“I give my opinion”) today.`,
  leadNone:
    'No review has been collected yet. They will be counted here as soon as a procedure has the “Je donne mon avis” button (“I give my opinion”).',
  figures: 'At a glance',
  inAll: 'Reviews collected in all',
  inAllSince: (month) => `since ${month}`,
  ofSites: (count) => `${count} on reception sites`,
  inPeriod: 'Reviews of the period',
  inPeriodDetail: (told) => `on ${procedures(told)}`,
  equipped: 'Equipped procedures',
  equippedDetail: (all, share) => `of ${procedures(all)}${share === null ? '' : `, that is ${share}`}`,
  veryGood: 'Procedures rated very good',
  veryGoodRatio: (good, all) => `${good} of ${counted(all, 'equipped procedure', 'equipped procedures')}`,
  noneRated: (equipped, minimum) =>
    `no mark: fewer than ${number(minimum)} reviews on ${plural(equipped, { one: 'the equipped procedure', other: `each of the ${number(equipped)} equipped procedures` })}`,
  veryGoodMeaning: (bar, minimum) =>
    `“Very good” means a satisfaction strictly above ${bar} over the period. A procedure of fewer than ${number(minimum)} reviews has no mark: it counts among the equipped ones, not among the very good.`,
  unrated: (count) =>
    plural(count, {
      one: `${procedures(count)} that is equipped does not have enough reviews for a mark yet.`,
      other: `${procedures(count)} that are equipped do not have enough reviews for a mark yet.`,
    }),
  pooled: 'Mean mark, all reviews together',
  pooledDetail: (count) => `over ${reviews(count)}`,
  deployment: 'How the button spreads',
  deploymentChart: 'Procedures with the button, at the end of each month',
  deploymentNote: 'A procedure is equipped when at least one of its buttons for reviews is open on that day.',
  deploymentCounted: 'Share of the procedures followed today',
  monthly: 'The reviews, month by month',
  monthlyChart: 'Reviews collected each month',
  monthlyCounted: 'Procedures and sites that received some',
  inProgress: (month) => `${month} (in progress)`,
  byMinistry: 'By ministry',
  ministry: 'Ministry',
  noMinistry: 'Ministry unknown',
  equippedColumn: 'Equipped',
  reviewsColumn: 'Reviews of the period',
  veryGoodColumn: 'Very good',
  satisfactionColumn: 'Satisfaction',
  byProcedure: 'The procedures with the most reviews',
  procedure: 'Procedure',
  shownOf: (shown, all) => `The first ${number(shown)} of ${number(all)}: the file gives them all.`,
  none: 'No procedure is equipped yet',
  noneRemedy:
    'An organisation pastes the button on its site, and reviews come here. It takes one line, without script nor cookie.',
  periodNote: (period) => `The period is of whole months, ${period}; the month in progress ends today.`,
  veryGoodRange: (least, most) => `${least} to ${most} by their intervals`,
  rangeMeaning:
    '“By their intervals”: the first number counts the procedures whose whole 95% confidence interval is above the bar, the second those of which a part at least is.',
  beforeTitle: 'Beside the period before',
  figure: 'Figure',
  reviewsOfProcedures: 'Reviews of procedures',
  thisPeriod: 'This period',
  periodBefore: 'As many months before',
  beforeDays: (period, before) => `This period: ${period}. As many months before: ${before}.`,
  unratedColumn: 'Equipped, too few reviews for a mark',
  beforeNote: 'They are not always the same procedures: a gap alone does not say that each of them changed.',
  inProgressNote: 'The month in progress is not over: the period is shorter than the one before.',
  beforeNone: (period) =>
    `As many months before, ${period}, no procedure was equipped: there is nothing to compare with.`,
};
