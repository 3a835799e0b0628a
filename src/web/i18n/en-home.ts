/** The English messages of the home page: the same keys as `fr-home.ts`. */
import { formats } from './formats.ts';
import type { frHome } from './fr-home.ts';

const { number, plural } = formats('en');

const counted = (count: number, one: string, other: string): string =>
  `${number(count)} ${plural(count, { one, other })}`;
const procedures = (count: number) => counted(count, 'procedure', 'procedures');

export const enHome: typeof frHome = {
  title: 'Do online public services work well?',
  intro:
    'Vigie is the observatory of online administrative procedures. Every quarter it says whether they can be done online, whether their users are satisfied, whether they are accessible and whether their websites respond, and shows where each figure comes from.',
  searchProcedure: 'Search for a procedure or an organisation',
  seeEdition: 'All results',
  readArticle: 'Read the article',
  allEditions: 'All editions',
  howItWorks: 'Understand how these figures are obtained',
  figuresOf: (edition) => `The essentials, ${edition} edition`,
  figures: {
    online: 'Procedures online',
    satisfaction: 'User satisfaction',
    accessibility: 'Accessibility',
    availability: 'Availability of websites',
  },
  meanings: {
    online: 'Share of procedures that can be done online; those done only partly online count in part.',
    satisfaction: 'Mean mark that users give at the end of a procedure, over all reviews together.',
    availability: 'Share of the time during which the websites of procedures responded.',
    reaching: (objective) => `Share of procedures that reach the objective: ${objective}.`,
  },
  ofProcedures: 'of procedures',
  countedOver: (known, all) => `${counted(known, 'procedure', 'procedures')} counted of ${number(all)}`,
  byVolume: (share, known) => `Counting uses: ${share} (${known}).`,
  lastPooled: (value, edition, over) =>
    `Last mark known over all reviews together: ${value}, ${edition} edition (${over}).`,
  notInEdition: 'This edition does not cover it.',
  trend: {
    first: 'First edition: no trend yet.',
    otherMethod: (edition) => `Another method in the ${edition} edition: no comparison.`,
    unknown: (edition) => `No trend: the ${edition} edition does not cover it.`,
    almost: (least, edition) => `Nearly as in the ${edition} edition: less than ${least} of difference.`,
    same: (edition) => `As in the ${edition} edition.`,
    more: (points, edition) => `${points} more than in the ${edition} edition.`,
    less: (points, edition) => `${points} less than in the ${edition} edition.`,
    points: (count, text) => `${text} ${plural(count, { one: 'point', other: 'points' })}`,
    inBoth: (count) =>
      plural(count, {
        one: 'Computed over the one procedure that has a result in both editions.',
        other: `Computed over the ${procedures(count)} that have a result in both editions.`,
      }),
    noneInBoth: (edition) => `No trend: no procedure has a result here and in the ${edition} edition.`,
  },
  trendNote:
    'Lines show all the procedures of each edition; changes, those that have a result in both. No test says whether a difference exceeds chance.',
  changed: 'What changed',
  changedSince: (edition) => `What changed since ${edition}`,
  nothingBefore: 'No earlier edition is known procedure by procedure: there is nothing to compare yet.',
  better: (count) => `${procedures(count)} improved`,
  worse: (count) => `${procedures(count)} declined`,
  noneEstablished: (tests) =>
    `No change is established: the differences of the ${counted(tests, 'value tested', 'values tested')} may be due to chance.`,
  noneTestable: (reasons) =>
    `It is not possible to say which procedures improved or declined, because no difference can be tested: ${reasons}.`,
  noneComparable: 'No value is known in both editions: nothing can be compared.',
  reason: (reason, count) => `${reason} (${counted(count, 'value', 'values')})`,
  newlyOnline: (count) => `${procedures(count)} newly online`,
  noneNewlyOnline: 'No procedure is known to have come online between the two editions.',
  seeOthers: (count) => plural(count, { one: 'and one other', other: `and ${number(count)} others` }),
  entered: (entered, left) =>
    `${counted(entered, 'procedure has entered', 'procedures have entered')} the observatory, ${left === 0 ? 'none has left' : counted(left, 'has left', 'have left')} it.`,
  sameProcedures: 'Both editions cover the same procedures.',
  seeComparison: 'See the whole comparison',
  coverage: 'What is known, and what is missing',
  coverageNote: (edition, catalogue) =>
    `Procedures of the edition that have a result, of ${number(edition)}. Vigie’s catalogue has ${number(catalogue)}.`,
  seeMissing: (count) =>
    plural(count, { one: 'See the one missing', other: `See the ${number(count)} missing` }),
  byLifeEvent: 'Find a procedure by life event',
  byAudience: 'Find a procedure by audience',
  further: 'Go further',
  compareOrganisations: 'Compare organisations',
  allCriteria: 'All criteria',
  allReviews: 'Reviews of users',
  getData: 'Download the data',
  noEdition: 'The first edition is not published yet.',
  noEditionReader: 'Figures will appear here. Until then, here is what Vigie measures, and how.',
  whatIsMeasured: 'What is measured',
  operator: 'Do you run this site?',
  operatorImport: 'To publish an edition from a file of results:',
  operatorBuild: 'To compute one from the facts already recorded:',
};
