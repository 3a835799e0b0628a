/** The English messages of the comparison of two editions: the same keys as `fr-comparison.ts`. */
import { formats } from './formats.ts';
import type { Messages } from './fr.ts';

const { number, plural } = formats('en');

const counted = (count: number, one: string, other: string): string =>
  `${number(count)} ${plural(count, { one, other })}`;
const procedures = (count: number) => counted(count, 'procedure', 'procedures');

export const enComparison: Messages['comparison'] = {
  title: (before, after) => `Between ${before} and ${after}`,
  over: 'Comparison of two editions',
  description: (before, after) =>
    `What changes from the ${before} edition to the ${after} edition: procedures that entered and left, rises and falls, with the test behind them.`,
  cutoffs: (before, after) => `Data as of ${before}, then of ${after}`,
  otherMethod: 'Two different methodologies',
  otherMethodMeaning: (before, after) =>
    `The first edition follows the methodology “${before}”, the second “${after}”. Each criterion says below whether it stays comparable.`,
  inBoth: (count, before, after) =>
    `${counted(count, 'procedure is', 'procedures are')} in both editions: the first has ${number(before)}, the second ${number(after)}.`,
  entered: 'Entered',
  enteredNote: 'Not in the first edition, in the second.',
  left: 'Left',
  leftNote: 'In the first edition, not in the second.',
  renamed: 'Renamed',
  moved: 'Moved to another owner',
  organisationsRenamed: 'Renamed organisations and ministries',
  newlyOnline: 'Newly online',
  newlyOnlineNote: 'In both editions, and fully available online in the second only.',
  none: 'None.',
  noMove: 'None.',
  see: (count) => `See ${plural(count, { one: 'the procedure', other: `the ${procedures(count)}` })}`,
  formerName: 'Former name',
  presentName: 'New name',
  formerOwner: 'Before',
  presentOwner: 'After',
  changes: 'Rises and falls',
  criteria: 'What can be compared',
  ministries: 'By ministry',
  ministriesNote:
    'Each ministry with the procedures it has in each edition: those that entered or left count in the difference.',
  all: 'All',
  criterionValues: 'Values',
  criterionLevels: 'Levels',
  comparable: 'Comparable',
  notComparable: 'Not comparable',
  why: 'Why',
  sameDefinition: 'same definition on both sides',
  allComparable: (count) =>
    `All ${number(count)} criteria have the same definition on both sides: their values and their levels compare.`,
  comparability: {
    absent_before: 'not in the methodology of the first edition',
    absent_after: 'not in the methodology of the second edition',
    unit: 'the unit differs',
    formula: 'the formula differs',
    source: 'the data come from another source',
    window: 'the period observed has another length',
    thresholds: 'the thresholds differ',
    minimum: 'the minimum number of answers differs',
  },
  kinds: {
    rise: 'Rise',
    fall: 'Fall',
    no_significant_change: 'No established change',
    not_testable: 'Not testable',
  },
  better: 'better',
  worse: 'worse',
  untestable: {
    absent_before: 'without a value in the first edition',
    absent_after: 'without a value in the second edition',
    absent_both: 'without a value in either edition',
    criterion_not_comparable: 'criterion not comparable',
    n_unknown: 'number of answers unknown',
    variance_unknown: 'spread of the answers unknown',
    no_variance: 'all answers the same',
    too_few: 'too few new answers for a test',
    windows_overlap: 'periods that overlap, without the detail of what differs',
    probe_series: 'probe measures: how they vary from day to day is not known',
    no_direction: 'neither way is better',
    suspect: 'implausible value on one side',
  },
  established: (count, tested, all) =>
    `${counted(count, 'value has', 'values have')} changed in an established way, of ${number(tested)} that can be tested among ${number(all)}.`,
  noneEstablished: (tested, all) =>
    `No value has changed in an established way, of ${number(tested)} that can be tested among ${number(all)}.`,
  noneTestable: (all) => `None of their ${number(all)} values can be tested: the reasons are given below.`,
  betterWorse: (better, worse) => `${number(better)} for the better, ${number(worse)} for the worse.`,
  discoveries: (tests, rate) =>
    plural(tests, {
      one: 'A single test was made.',
      other: `With ${number(tests)} tests, chance alone would make some succeed: rises and falls are kept so that at most ${rate} of them, on average, are due to chance (Benjamini–Hochberg).`,
    }),
  noTest: 'No test could be made.',
  declaredNote: 'Of a declared value, any difference is a change.',
  untestedTitle: 'What has not changed, or cannot be tested',
  ofAll: (count, all) => `${count} of ${all}`,
  values: 'Values',
  seeAll: (count) => `See ${plural(count, { one: 'the change', other: `all ${number(count)} changes` })}`,
  filterCriterion: 'Criterion',
  filterKind: 'Change',
  listTitle: 'Every value compared',
  matching: (count, all) => `${counted(count, 'value', 'values')} of ${number(all)}`,
  empty: 'No value matches these filters',
  change: 'Change',
  before: 'Before',
  after: 'After',
  stale: 'value the same to the last digit',
  onlineBefore: 'Online, before and after',
  proceduresBefore: 'Procedures, before and after',
  reachingOf: (criterion) => `${criterion}, objective reached, before and after`,
  withCount: (label, count) => `${label} (${number(count)})`,
  untestedCount: (count, all) => `${counted(count, 'value', 'values')} of ${number(all)}`,
  silent: (criteria) => `Without a value in either edition: ${criteria}.`,
  untestedBecause: 'Among the values that cannot be tested',
  pick: 'Choose a criterion or a change to see the values one by one.',
  totalsOnly: (label) => `The ${label} edition is known by its totals only: nothing else can be compared.`,
  totals: 'Totals side by side',
  totalsNote: 'Totals of different editions do not always cover the same procedures or the same formula.',
};
