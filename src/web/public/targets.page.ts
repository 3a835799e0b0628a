import { displayDecimal, findCriterion, getMethodology } from '../../criteria/index.ts';
import type { Trajectory, TrajectoryPoint } from '../../editions/index.ts';
import { type Html, html, inFrench, type LinePoint, lineChart } from '../design/index.ts';
import type { Localisation } from '../i18n/index.ts';
import type { PageContext } from '../page-context.ts';
import { isInQuarter, spreadOverQuarters } from '../quarters.ts';
import { pooledText, shareText, totalText } from '../shares.ts';

const DAYS_A_MONTH = 30.4375;
const MONTHS_A_YEAR = 12;
/** From here on, years come first. */
const MONTHS_TOLD = 24;
/** Fewer points are no trajectory: a sentence says it all. */
const FEWEST_DRAWN = 3;

/**
 * Each target as the way to it, edition after edition, with the distance left.
 *
 * @param cutoffOn the day from which days left are told: the cut-off of the edition that the page is about
 */
export function targetsSection(
  context: PageContext,
  trajectories: readonly Trajectory[],
  cutoffOn: string,
): Html {
  const words = context.l.messages.targets;
  return html`<section aria-labelledby="targets"><h2 id="targets">${words.title}</h2>
${trajectories.length === 0 ? html`<p>${words.none}</p>` : trajectories.map((one) => targetBlock(context, one, cutoffOn))}</section>`;
}

function targetBlock({ l }: PageContext, trajectory: Trajectory, cutoffOn: string): Html {
  const { target } = trajectory;
  const id = `target-${target.code}`;
  const label = lastKnown(trajectory.points)?.label ?? '';
  return html`<article class="target" aria-labelledby="${id}"><h3 id="${id}">${target.label[l.locale]}</h3>
<p class="note" lang="fr">${target.source}</p>
<p>${inFrench(l, valueSentence(l, trajectory, cutoffOn), label)} <strong>${inFrench(l, distanceText(l, trajectory, cutoffOn), label)}</strong></p>
${chartOf(l, trajectory)}</article>`;
}

/** The value of this edition, or the last one that is known. */
function valueSentence(l: Localisation, { target, points }: Trajectory, cutoffOn: string): string {
  const words = l.messages.targets;
  const last = lastKnown(points);
  if (last === undefined) return words.unknown;
  const text = words.countedOver(overText(l, target, last), countedText(l, last));
  return last.cutoff_on === cutoffOn
    ? words.valueOn(l.day(cutoffOn), text)
    : words.lastKnown(text, last.label);
}

function lastKnown(points: readonly TrajectoryPoint[]): TrajectoryPoint | undefined {
  return points.findLast(({ value }) => value !== null);
}

/** "Il reste 28 points ; échéance passée depuis 3 ans.", of the edition whose value it is. */
function distanceText(
  l: Localisation,
  { target, points, distance, reached, days_left }: Trajectory,
  cutoffOn: string,
): string {
  const words = l.messages.targets;
  const last = lastKnown(points);
  if (last === undefined || distance === null || reached === null) return '';
  const isEarlier = last.cutoff_on !== cutoffOn;
  if (reached) return `${isEarlier ? words.reachedIn(last.label) : words.reached}.`;
  const missing = distanceInWords(l, target.unit, distance);
  const left = isEarlier ? words.missingIn(missing, last.label) : words.missing(missing);
  return days_left === null ? `${left}.` : words.andDue(left, dueText(l, days_left));
}

/** What is missing, raised: less is better. */
function distanceInWords(l: Localisation, unit: 'share' | 'mark', distance: number): string {
  const words = l.messages.targets;
  const scale = unit === 'share' ? 100 : 1;
  const decimals = unit === 'share' ? 1 : 2;
  const text = displayDecimal(distance, { decimals, direction: 'less', scale }).replace(/\.?0+$/, '');
  const written = unit === 'share' ? words.points : words.pointsOfTen;
  return written(Number(text), l.number(text));
}

function dueText(l: Localisation, daysLeft: number): string {
  const words = l.messages.targets;
  // Ends of quarters: the day of the cut-off counts, so that 31 December to 30 September is 9 months.
  const months = Math.floor((Math.abs(daysLeft) + (daysLeft < 0 ? 1 : 0)) / DAYS_A_MONTH);
  if (daysLeft >= 0) return months === 0 ? words.remainingDays : words.remaining(months);
  if (months >= MONTHS_TOLD)
    return words.overdueYears(Math.floor(months / MONTHS_A_YEAR), months % MONTHS_A_YEAR);
  return months === 0 ? words.overdueDays : words.overdueMonths(months);
}

function chartOf(l: Localisation, { target, points }: Trajectory): Html | '' {
  const valued = points.filter(({ value }) => value !== null);
  const words = l.messages.targets;
  if (valued.length < FEWEST_DRAWN) {
    const told = valued.map((point) => words.pointOf(point.label, pointText(l, target, point) ?? ''));
    return told.length < 2
      ? ''
      : html`<p class="note">${inFrench(l, words.fromTo(told.join(' → ')), ...valued.map((point) => point.label))}</p>`;
  }
  const scale = target.unit === 'share' ? 100 : 1;
  const written = (value: number) => (target.unit === 'share' ? l.percentText(value) : l.number(value));
  return lineChart(l, {
    title: target.due_on === null ? words.withoutTerm : words.chartTitle,
    points: linePoints(l, target, valued),
    tickText: written,
    domain: [0, target.unit === 'share' ? 100 : 10],
    thresholds: [{ value: target.value * scale, text: words.objective(written(target.value * scale)) }],
    countedOver: words.counted,
  });
}

function linePoints(
  l: Localisation,
  target: Trajectory['target'],
  valued: readonly TrajectoryPoint[],
): LinePoint[] {
  let methodology: string | undefined;
  return spreadOverQuarters(valued, ({ cutoff_on }) => cutoff_on, target.due_on).map((place): LinePoint => {
    const { year, quarter, item } = place;
    const isDue = target.due_on !== null && isInQuarter(place, target.due_on);
    const due = isDue ? { due: l.messages.targets.due(l.day(target.due_on)) } : {};
    const none = { interval: null, intervalText: '', n: null, ...due };
    if (item === null)
      return { ...none, label: l.messages.figures.quarter(quarter, year), value: null, text: '' };
    const broken = methodology !== undefined && methodology !== item.methodology;
    methodology = item.methodology;
    return {
      ...none,
      label: item.label,
      lang: 'fr',
      value: target.unit === 'share' ? (item.value ?? 0) * 100 : item.value,
      text: pointText(l, target, item) ?? '',
      counted: countedText(l, item),
      ...(broken ? { breakReason: l.messages.procedure.methodologyChanged } : {}),
    };
  });
}

/** The value as it is written, with its unit; as the source words it for an edition known by its totals. */
function pointText(l: Localisation, target: Trajectory['target'], point: TrajectoryPoint): string | null {
  const { value, qualifier, numerator } = point;
  if (value === null) return null;
  if (numerator === null) return totalText(l, { value, unit: 'share', qualifier });
  const definition = findCriterion(getMethodology(point.methodology), target.indicator);
  if (target.statistic !== 'pooled' || definition === null) return shareText(l, value);
  return pooledText(l, definition, { value });
}

/** The value of a target over all answers with what it divides; a count of procedures says its own. */
function overText(l: Localisation, target: Trajectory['target'], point: TrajectoryPoint): string {
  const words = l.messages.targets;
  const text = pointText(l, target, point) ?? '';
  const definition = findCriterion(getMethodology(point.methodology), target.indicator);
  if (target.statistic !== 'pooled' || point.denominator === null || definition === null) return text;
  return definition.sampling === 'none'
    ? words.overSum(text, l.number(point.denominator))
    : words.overAnswers(text, point.denominator);
}

/** "155 sur 160": the procedures behind the value, of those of the edition, as far as it tells them. */
function countedText(l: Localisation, { procedures: { known, of } }: TrajectoryPoint): string {
  if (of === null) return l.messages.figures.unknown;
  return known === null ? l.number(of) : l.messages.figures.coverage(l.number(known), l.number(of));
}
