/** How the indices of reviews evolved: a point a day, a week or a month, with its interval, and the breaks of its question. */
import { addDays, addMonths } from '../../core/clock.ts';
import { displayedValue, thresholdsOf } from '../../criteria/index.ts';
import type { PublishedResult } from '../../editions/index.ts';
import {
  type Evolution,
  type EvolutionPoint,
  firstOfMonth,
  numberOfReviews,
  type Period,
  type ReviewCriterion,
  type Step,
} from '../../feedback/index.ts';
import { disclosure, type Html, html, type LinePoint, lineChart } from '../design/index.ts';
import { figureText, intervalText } from '../figures.ts';
import type { Localisation } from '../i18n/index.ts';
import type { PageContext } from '../page-context.ts';
import { definitionOf, judgeReview, type ReviewReport } from '../review-report.ts';
import { shareText } from '../shares.ts';

/** The number of reviews and their mark, then the other indices; nothing where there is no review. */
export function evolutionSection({ l }: PageContext, { statistics, evolutions }: ReviewReport): Html | '' {
  const total = numberOfReviews(statistics.counts);
  const satisfaction = evolutions.find(({ criterion }) => criterion === 'satisfaction');
  if (satisfaction === undefined || total === 0) return '';
  const { evolution: words } = l.messages.reviews;
  const minimum = definitionOf('satisfaction').minimumN ?? 0;
  // The points of all charts are of the same days.
  const labels = satisfaction.points.map((point) => pointLabel(l, point, satisfaction.step));
  const first = judgedEvolution(satisfaction, labels);
  const others = evolutions
    .filter((one) => one !== satisfaction)
    .map((one) => judgedEvolution(one, labels))
    .filter(isDrawn);
  const { step } = satisfaction;
  return html`<section aria-labelledby="evolution"><h2 id="evolution">${words.title}</h2>
<p>${words.by[step]} ${step === 'day' ? '' : `${words.cutNote} `}${words.minimum(minimum)}</p>
${!isDrawn(first) ? html`<p class="note">${words.noneDrawn(minimum)}${step === 'month' ? '' : ` ${words.longer}`}</p>` : indexChart(l, first)}
${reviewsChart(l, first, total)}
${
  others.length === 0
    ? ''
    : disclosure(
        words.others,
        html`<div class="charts">${others.map((one) => html`<div>${indexChart(l, one)}</div>`)}</div>`,
      )
}</section>`;
}

type JudgedPoint = EvolutionPoint & { readonly label: string; readonly result: PublishedResult };
type JudgedEvolution = Omit<Evolution, 'points'> & { readonly points: readonly JudgedPoint[] };

/** @param labels of its points */
function judgedEvolution(evolution: Evolution, labels: readonly string[]): JudgedEvolution {
  const points = evolution.points.map((point, at) => ({
    ...point,
    label: labels[at] ?? '',
    result: judgeReview(evolution.criterion, point.counts, point),
  }));
  return { ...evolution, points };
}

/** True where a point has enough answers for a value. */
function isDrawn({ points }: JudgedEvolution): boolean {
  return points.some(({ result }) => result.value !== null);
}

/** How many reviews were counted, point by point; a point without any is zero: it was counted. */
function reviewsChart(l: Localisation, { points, step }: JudgedEvolution, total: number): Html {
  const { evolution: words } = l.messages.reviews;
  return lineChart(l, {
    title: words.ofReviews[step],
    domain: [0, 0],
    tickText: (value) => l.number(value),
    countedOver: words.ofShare,
    points: points.map((point): LinePoint => {
      const n = numberOfReviews(point.counts);
      return {
        label: point.label,
        value: n,
        text: l.number(n),
        counted: shareText(l, n / total) ?? '',
        ...{ interval: null, intervalText: '', n: null },
      };
    }),
  });
}

const SCALES = { share: [0, 100], mark: [0, 10] } as const;

function indexChart(l: Localisation, { criterion, points, breaks }: JudgedEvolution): Html {
  const definition = definitionOf(criterion);
  const unit = definition.unit === 'share' ? 'share' : 'mark';
  const scale = unit === 'share' ? 100 : 1;
  const tickText = (value: number) => (unit === 'share' ? l.percentText(value) : l.number(value));
  const thresholds = thresholdsOf(definition).map((bound) => ({
    value: bound * scale,
    text: l.messages.procedure.thresholdAt(tickText(Number(displayedValue(definition, bound).text))),
  }));
  return lineChart(l, {
    title: definition.label[l.locale],
    tickText,
    domain: SCALES[unit],
    thresholds,
    points: points.map((point) => {
      const broken = breaks.find(({ on }) => on === point.from);
      return {
        ...indexPoint(l, criterion, point, scale),
        ...(broken === undefined ? {} : { breakReason: breakText(l, broken.versions) }),
      };
    }),
  });
}

function breakText(l: Localisation, versions: readonly string[]): string {
  return l.messages.reviews.evolution.brokenBy(l.list(versions), versions.length);
}

/** A point of the line; a gap, with its n, where the answers are too few. */
function indexPoint(
  l: Localisation,
  criterion: ReviewCriterion,
  { label, result }: JudgedPoint,
  scale: number,
): LinePoint {
  const definition = definitionOf(criterion);
  const interval = intervalText(l, definition, result);
  return {
    label,
    value: typeof result.value === 'number' ? result.value * scale : null,
    text: figureText(l, definition, result),
    interval: result.interval && [result.interval[0] * scale, result.interval[1] * scale],
    intervalText: interval === null ? '' : `[${interval[0]} – ${interval[1]}]`,
    n: result.n ?? 0,
  };
}

/** The day; the month where it is whole; else the days, from the first to the last. */
function pointLabel(l: Localisation, { from, to }: Period, step: Step): string {
  if (step === 'day') return l.day(from, 'short');
  const isWholeMonth = from === firstOfMonth(from) && addDays(addMonths(from, 1), -1) === to;
  return isWholeMonth ? l.month(from, 'short') : l.days(from, to);
}
