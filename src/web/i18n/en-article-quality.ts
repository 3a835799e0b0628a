/** The English sentences on how procedures work for their users: uses, reviews, progress, availability. */
import { findCriterion, type Methodology } from '../../criteria/index.ts';
import type { ChangedProcedure, MarkedProcedure, Proof, UntestableReason } from '../../editions/index.ts';
import { criterionLabel, resultText, shareInProse, simpleFraction } from '../article-figures.ts';
import type { Sentences } from './article-words.ts';
import {
  byPartOf,
  count,
  fractionText,
  inWords,
  names,
  partOf,
  quoted,
  type Verdict,
  wordsOf,
} from './en-article-parts.ts';
import { localisation } from './index.ts';
import { type Prose, prose, proven } from './prose.ts';

const l = localisation('en');

/** "8.2 out of 10": a result in a sentence. */
const value = (methodology: Methodology, criterion: string, result: ChangedProcedure['after']): string => {
  const text = resultText(l, methodology.id, criterion, result);
  return findCriterion(methodology, criterion)?.unit === 'mark' ? `${text} out of 10` : text;
};

/** "“A” (user satisfaction, from 7.1 to 7.6 out of 10)". */
const change =
  (methodology: Methodology) =>
  (one: ChangedProcedure): Prose => {
    const label = criterionLabel(l, methodology.id, one.criterion).toLocaleLowerCase('en');
    const before = resultText(l, methodology.id, one.criterion, one.before);
    return prose`${quoted(one)} (${label}, from ${before} to ${value(methodology, one.criterion, one.after)})`;
  };

/** "“A” (from 4 to 2)". */
const counts =
  ({ id }: Methodology) =>
  (one: ChangedProcedure): Prose =>
    prose`${quoted(one)} (from ${resultText(l, id, one.criterion, one.before)} to ${resultText(l, id, one.criterion, one.after)})`;

/** "“A” (3.2 out of 10, carried out 534,159 times in a year)". */
const mark =
  (methodology: Methodology) =>
  (one: MarkedProcedure): Prose => {
    const used =
      one.volume_total !== null
        ? `, carried out ${times(one.volume_total)} times in a year`
        : one.result.n !== null
          ? `, ${count(one.result.n, 'review', 'reviews')}`
          : '';
    return prose`${quoted(one)} (${value(methodology, 'satisfaction', one.result)}${used})`;
  };

const times = (volume: number): string => (volume >= 1_000_000 ? l.compactNumber(volume) : l.number(volume));

const REASONS: Readonly<Record<UntestableReason, string>> = {
  absent_before: 'the earlier edition does not have the value',
  absent_after: 'the new edition does not have the value',
  absent_both: 'neither edition has the value',
  criterion_not_comparable: 'the definition of the criterion changed',
  n_unknown: 'the source does not say how many reviews each of them rests on',
  variance_unknown: 'the spread of the answers is not known',
  too_few: 'too few answers came in or dropped out between the two',
  no_variance: 'all answers are the same',
  windows_overlap: 'they partly count the same reviews, and nothing tells which ones changed',
  probe_series: 'series of probes cannot be compared',
  no_direction: 'neither way is better for the criterion',
  suspect: 'the value is suspect',
};

const MOBILE: Verdict = {
  one: 'works on a phone',
  several: 'work on a phone',
  not: 'does not work on a phone',
  end: '',
};
const ONCE_ONLY: Verdict = {
  one: 'asks again for at most one data item',
  several: 'ask again for at most one data item',
  not: 'asks again for more than one data item',
  end: ' that the administration already holds',
};

const ratedVerdict = (methodology: Methodology, above: number | null): Verdict =>
  above === null
    ? {
        one: 'reaches the objective',
        several: 'reach the objective',
        not: 'does not reach the objective',
        end: `, ${findCriterion(methodology, 'satisfaction')?.objective?.en ?? ''}`,
      }
    : {
        one: 'is rated very good',
        several: 'are rated very good',
        not: 'is not rated very good',
        end: `, with a satisfaction above ${shareInProse(l, above)}`,
      };

const DESCRIBED = ['whose use on a phone is known', 'whose use on a phone is known'] as const;
const ASKING = [
  'whose number of data asked again is known',
  'whose number of data asked again is known',
] as const;
const MEASURED = ['measured', 'measured'] as const;
const SIGNING_IN = ['that requires signing in', 'that require signing in'] as const;
const WITH_MARK = ['with a mark', 'with a mark'] as const;

/** " Four of them are too close to the threshold to conclude." */
const doubtful = (borderline: number, of: number, proof: Proof): Prose =>
  borderline === 0
    ? []
    : prose` ${proven(of === 1 ? 'It' : `${inWords(borderline)} of them`, proof)} ${l.plural(borderline, { one: 'is', other: 'are' })} too close to the threshold to conclude.`;

const NO_POOR_MARK: Verdict = {
  one: 'has a poor satisfaction mark',
  several: '',
  not: 'does not have a poor satisfaction mark',
  end: '',
};

export const enQuality = {
  reaching: (statement) =>
    statement.criterion === 'authentication'
      ? prose`FranceConnect ${byPartOf(statement, SIGNING_IN, 'offered')}.`
      : statement.criterion === 'mobile'
        ? prose`${partOf(statement, DESCRIBED, MOBILE)}.`
        : prose`${partOf(statement, ASKING, ONCE_ONLY)}.`,
  usable_better: ({ criterion, procedures, others, proof }, methodology) => {
    if (criterion === 'once_only') {
      return prose`The ${proven('count of data asked again', proof)}, weighted by effort, went down for ${names(procedures, others, proof, counts(methodology))}.`;
    }
    const who = names(procedures, others, proof);
    const one = procedures.length + others === 1;
    return criterion === 'mobile'
      ? prose`${who} ${proven('now', proof)} ${one ? 'does' : 'do'}.`
      : prose`${who} ${one ? 'has' : 'have'} adopted it ${proven('since the previous edition', proof)}.`;
  },

  reviews: ({ total, count: k, of, period, isYear, proof }) => {
    const where =
      of === 1
        ? 'the only procedure of the edition'
        : k === of
          ? `all ${l.number(of)} procedures`
          : `${l.number(k)} of the ${l.number(of)} procedures`;
    const when =
      period !== null
        ? `From ${l.day(period.start)} to ${l.day(period.end)}`
        : isYear
          ? 'Over twelve months'
          : 'In all';
    return prose`${when}, ${proven(count(total, 'review from users was collected', 'reviews from users were collected'), proof)} on ${where}.`;
  },
  reviews_dated: ({ count: k, of, lastOn, cutoffOn, unchanged, proof }) => {
    const some =
      of === 1 ? 'this mark' : k === of ? 'these marks' : `${l.number(k)} of the ${l.number(of)} marks`;
    const known =
      unchanged === 0
        ? ''
        : unchanged === k
          ? `: ${k === 1 ? 'it has' : 'they have'} not been updated since the previous edition`
          : `; ${l.number(unchanged)} ${l.plural(unchanged, { one: 'has', other: 'have' })} not been updated since the previous edition`;
    return prose`The reviews behind ${some} stop ${proven(`on ${l.day(lastOn)}`, proof)}${k === of ? '' : ' at the latest'}, before the cut-off of the edition on ${l.day(cutoffOn)}${known}.`;
  },
  margin_unknown: ({ count: k, of, proof }) =>
    k === of
      ? prose`The spread of the answers is not known, and so neither is the margin of uncertainty of ${proven(of === 1 ? 'this mark' : 'these marks', proof)}.`
      : prose`The margin of uncertainty is not known for ${proven(`${l.number(k)} of these ${l.number(of)} marks`, proof)}.`,
  reviews_uncounted: ({ proof }) =>
    prose`${proven('The source', proof)} does not say how many reviews these marks rest on, so their margin of uncertainty is not known.`,
  marked: ({ count: k, of, insufficient, proof }) => {
    if (k === 0) {
      const none = of === 1 ? 'The procedure has not' : `None of the ${l.number(of)} procedures has`;
      return prose`${proven(none, proof)} received enough reviews to be rated yet.`;
    }
    const few =
      insufficient === 0
        ? ''
        : `; ${wordsOf(insufficient)} ${l.plural(insufficient, { one: 'other has', other: 'others have' })} received too few reviews for one`;
    const which =
      k === of
        ? l.plural(of, { one: 'the only procedure of the edition', other: `all ${l.number(of)} procedures` })
        : `${l.number(k)} of the ${l.number(of)} procedures`;
    return prose`A satisfaction mark is published for ${proven(which, proof)}${few}.`;
  },
  well_rated: (statement, methodology) => {
    const { count: k, of, above, borderline, proof } = statement;
    const verdict = ratedVerdict(methodology, above);
    const share = shareInProse(l, of === 0 ? 0 : k / of);
    const fraction = k > 1 && k < of ? simpleFraction(k / of) : null;
    if (fraction !== null) {
      const said = `${fractionText(fraction) ?? ''} ${fraction[0] === 1 ? verdict.one : verdict.several}`;
      return prose`Of the ${l.number(of)} procedures with a mark, ${proven(said, proof)}${verdict.end}: ${l.number(k)} of them, or ${share}.${doubtful(borderline, k, proof)}`;
    }
    const exact = k > 0 && k < of ? ` (${share})` : '';
    return prose`${partOf(statement, WITH_MARK, verdict)}${exact}.${doubtful(borderline, k, proof)}`;
  },

  tested: ({ tested, better, worse, falseDiscoveryRate, proof }) => {
    const all = proven(`${inWords(tested)} ${l.plural(tested, { one: 'change', other: 'changes' })}`, proof);
    if (better + worse === 0) {
      return prose`${all} could be tested since the previous edition, and ${l.plural(tested, { one: 'it does not exceed', other: 'none exceeds' })} what chance would explain.`;
    }
    const found = l.list([
      ...(better > 0 ? [`${wordsOf(better)} ${l.plural(better, { one: 'rise', other: 'rises' })}`] : []),
      ...(worse > 0 ? [`${wordsOf(worse)} ${l.plural(worse, { one: 'fall', other: 'falls' })}`] : []),
    ]);
    return prose`${all} could be tested since the previous edition: ${found} ${l.plural(better + worse, { one: 'exceeds', other: 'exceed' })} what chance would explain (at most ${shareInProse(l, falseDiscoveryRate)} of them false alarms, on average).`;
  },
  better: ({ procedures, others, proof }, methodology) =>
    prose`A rise is ${proven('established', proof)} for ${names(procedures, others, proof, change(methodology))}.`,
  worse: ({ procedures, others, proof }, methodology) =>
    prose`A fall is ${proven('established', proof)} for ${names(procedures, others, proof, change(methodology))}.`,
  none_tested: ({ pairs, reasons, proof }) =>
    prose`The two editions have in common ${proven(count(pairs, 'figure drawn', 'figures drawn'), proof)} from users’ answers, but no rise or fall can be established: ${reasons.map((reason) => REASONS[reason]).join(', or ')}.`,
  poorly_rated: ({ count: poor, of, procedures, others, measure, borderline, proof }, methodology) => {
    const satisfaction = findCriterion(methodology, 'satisfaction');
    const threshold = satisfaction?.legend.find(({ level }) => level === 'poor')?.words.en ?? '';
    const scale = satisfaction?.unit === 'mark' ? `${threshold} out of 10` : threshold;
    const list = names(procedures, 0, proof, mark(methodology));
    const doubt = doubtful(borderline, poor, proof);
    const who =
      of === 1
        ? 'The only procedure with a mark'
        : `${inWords(poor)} of the ${l.number(of)} procedures with a mark`;
    const all = prose`${proven(who, proof)} ${l.plural(poor, { one: 'leaves its users', other: 'leave their users' })} dissatisfied (${scale})`;
    if (others === 0) return prose`${all}: ${list}.${doubt}`;
    const first =
      measure === 'volume'
        ? 'The most used, among those whose use is known, are'
        : measure === 'reviews'
          ? 'Those that receive the most reviews are'
          : 'Among them are';
    return prose`${all}. ${first} ${list}.${doubt}`;
  },
  none_poorly_rated: ({ of, proof }) => prose`${partOf({ count: 0, of, proof }, WITH_MARK, NO_POOR_MARK)}.`,

  available: (statement, methodology) => {
    const { criterion, count: k, of } = statement;
    const objective = findCriterion(methodology, criterion)?.objective?.en ?? '';
    const share = k === 0 || k === of ? '' : `, or ${shareInProse(l, k / of)}`;
    return prose`The objective, ${objective}, ${byPartOf(statement, MEASURED, 'reached')}${share}.`;
  },
  suspect: ({ count: k, of, reason, proof }) => {
    const noun = l.plural(k, { one: 'measurement', other: 'measurements' });
    const what = proven(`${inWords(k)} ${k === of ? '' : 'other '}${noun}`, proof);
    const aside = l.plural(k, { one: 'was set aside', other: 'were set aside' });
    return reason === 'probe_blocked'
      ? prose`${what} ${aside}: the probe saw the service down more than half of the time while users were leaving reviews, a sign that it was most likely blocked.`
      : prose`${what} ${aside}, because the value is not plausible.`;
  },
} satisfies Partial<Sentences>;
