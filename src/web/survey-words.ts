/** Figures of surveys in the words of a reader: shares, places, numbers of people, waves, changes. */
import { Decimal } from 'decimal.js';
import { displayDecimal, type ShareChange } from '../criteria/index.ts';
import type { SurveyFigure, Wave } from '../observations/index.ts';
import type { Localisation } from './i18n/index.ts';
import { shareText } from './shares.ts';
import type { AnswerChange, JudgedFigure } from './survey-report.ts';

/** A wave by its year where it speaks of a whole one, else by its days. */
export function waveName(l: Localisation, { from, to }: Pick<Wave, 'from' | 'to'>): string {
  const year = from.slice(0, 4);
  return from === `${year}-01-01` && to === `${year}-12-31` ? year : l.days(from, to);
}

/** "67 %", "plus de 50 %", "9e sur 28"; why there is no value otherwise. */
export function surveyFigureText(l: Localisation, figure: SurveyFigure): string {
  const { value, status, qualifier, question } = figure;
  const words = l.messages.surveys;
  if (value === null)
    return status === 'not_reported' ? words.notReported : l.messages.statuses[status].label;
  const text =
    question.measure === 'place' ? words.place(value, question.among ?? 0) : surveyShareText(l, value);
  return l.messages.totals.qualifiers[qualifier](text);
}

/** A share with the decimals that its source gave, one at the most of those that were computed. */
function surveyShareText(l: Localisation, share: number): string {
  const percent = new Decimal(share).times(100);
  return percent.decimalPlaces() <= 1 ? l.percentText(percent.toFixed()) : (shareText(l, share) ?? '');
}

/** "[64 % – 70 %] · n = 1 000", or why there is no interval; null of what has neither. */
export function surveyFigureNotes(
  l: Localisation,
  { interval, intervalReason, n }: JudgedFigure,
): string | null {
  const words = l.messages.surveys;
  if (interval === null) {
    if (intervalReason === null || intervalReason === 'absent' || intervalReason === 'place') return null;
    return words.withoutInterval[intervalReason];
  }
  const [low, high] = interval;
  return words.interval(boundText(l, low, 'more'), boundText(l, high, 'less'), l.number(n ?? 0));
}

/** An end of an interval, never narrowed. */
function boundText(l: Localisation, bound: number, direction: 'more' | 'less'): string {
  return l.percentText(displayDecimal(bound, { decimals: 1, direction, scale: 100 }));
}

/** How many people a wave asked, or that nobody says. */
export function peopleText(l: Localisation, { kind, people }: Pick<Wave, 'kind' | 'people'>): string {
  const words = l.messages.surveys;
  if (people !== null) return words.people(people);
  return kind === 'index' ? words.noPeople : words.peopleUnknown;
}

/** "Entre 2016 et 2017 : 62 % puis 67 %, 5 points de plus." */
export function changeHead(l: Localisation, { before, after, kind, peopleNeeded }: AnswerChange): string {
  const words = l.messages.surveys;
  const [from, to] = [before.figure, after.figure].map((figure) => surveyFigureText(l, figure));
  const [one, other] = [before.figure.value, after.figure.value];
  // A difference is told where it means one: not across a break, nor of figures that are only approximate.
  const isComparable = kind !== 'not_testable' || peopleNeeded !== null;
  const gap = !isComparable || one === null || other === null ? null : pointsText(l, one, other);
  const between = words.between(waveName(l, before.wave), waveName(l, after.wave));
  return words.change(between, from ?? '', to ?? '', gap);
}

/** "5 points de plus", in decimal arithmetic. */
export function pointsText(l: Localisation, before: number, after: number): string {
  const words = l.messages.surveys;
  const points = new Decimal(after).minus(before).times(100).toDecimalPlaces(2);
  if (points.isZero()) return words.noPoint;
  const size = points.abs();
  return (points.isPositive() ? words.pointsMore : words.pointsLess)(
    l.number(size.toFixed()),
    size.toNumber(),
  );
}

/** What the test says of a change, or why none was made; with how many people it would take. */
export function verdictText(l: Localisation, { kind, reason, test, peopleNeeded }: ShareChange): string {
  const words = l.messages.surveys;
  const needed = peopleNeeded === null ? '' : ` ${words.needed(l.number(peopleNeeded))}`;
  if (kind === 'not_testable') return `${words.untestable[reason ?? 'absent']}${needed}`;
  const figures =
    test === null
      ? ''
      : words.test(l.number(test.statistic, { decimals: 2 }).replace('-', '−'), pText(l, test.p));
  return `${words.verdicts[kind]} ${figures}${needed}`;
}

const LEAST_P = 0.0001;

/** "p = 0,0195": raised at its last digit, so that none shows as under a level that it is not under. */
function pText(l: Localisation, p: number): string {
  if (p < LEAST_P) return `p\u00a0<\u00a0${l.number(LEAST_P, { decimals: 4 })}`;
  return `p\u00a0=\u00a0${l.number(displayDecimal(p, { decimals: 4, direction: 'less', scale: 1 }))}`;
}
