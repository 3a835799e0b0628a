/** Figures of many procedures together from edition to edition, as charts with their tables. */
import {
  type CriterionDefinition,
  type CriterionId,
  displayedValue,
  findCriterion,
  getMethodology,
  thresholdsOf,
} from '../../criteria/index.ts';
import type { CountedShare, SeriesPoint } from '../../editions/index.ts';
import { type Html, html, inFrench, type LineChart, type LinePoint, lineChart } from '../design/index.ts';
import type { Localisation } from '../i18n/index.ts';
import type { PageContext } from '../page-context.ts';
import { spreadOverQuarters } from '../quarters.ts';
import { pooledDetail, pooledText, ratioText, shareText } from '../shares.ts';
import { FEWEST_FOR_PERCENT } from './summary-cells.page.ts';

/** Fewer values make no line. */
const FEWEST_DRAWN = 2;

/** A value of an edition: `drawn` on the scale of the chart, and its words. */
type Valued = { point: SeriesPoint; drawn: number; text: string; counted: string };

/**
 * The share of the procedures with a level that reach the objective of a criterion, edition by edition.
 *
 * @param series the earliest edition first, as `listSeries` gives it
 * @returns nothing when fewer than two editions have a value
 */
export function reachingChart(
  context: PageContext,
  criterion: CriterionId,
  series: readonly SeriesPoint[],
): Html | '' {
  const words = context.l.messages.criterionPages.series;
  const label = labelOf(context.l, criterion, series);
  return shareChart(context, series, {
    title: words.reaching(label),
    countedOver: words.reachingCounted,
    shareOf: ({ aggregate }) => aggregate.criteria[criterion]?.reaching?.by_number ?? null,
  });
}

/**
 * The share of procedures that can be done online, edition by edition; the rest as `reachingChart`.
 */
export function onlineChart(context: PageContext, series: readonly SeriesPoint[]): Html | '' {
  const words = context.l.messages.criterionPages.series;
  return shareChart(context, series, {
    title: words.online,
    countedOver: words.onlineCounted,
    shareOf: ({ aggregate }) => aggregate.online.by_number,
  });
}

/**
 * The value of a criterion over all answers together (Σ/Σ), edition by edition, in the unit of the last one: those of
 * another unit are named and not drawn. The rest as `reachingChart`.
 */
export function pooledChart(
  context: PageContext,
  criterion: CriterionId,
  series: readonly SeriesPoint[],
): Html | '' {
  const { l } = context;
  const words = l.messages.criterionPages.series;
  const told = series.flatMap((point) => {
    const definition = findCriterion(getMethodology(point.methodology), criterion);
    const pooled = point.aggregate.criteria[criterion]?.pooled ?? null;
    return definition === null || pooled === null || pooled.value === null
      ? []
      : [{ point, definition, pooled, value: pooled.value }];
  });
  const definition = told.at(-1)?.definition;
  if (definition === undefined) return '';
  const { unit, sampling } = definition;
  const valued = told
    .filter((one) => one.definition.unit === unit)
    .map(({ point, definition: own, pooled, value }) => ({
      point,
      drawn: unit === 'share' ? value * 100 : value,
      text: pooledText(l, own, pooled) ?? '',
      counted: pooledDetail(l, own, pooled),
    }));
  const others = told.filter((one) => one.definition.unit !== unit).map(({ point }) => point.label);
  const written = (value: number) => (unit === 'share' ? l.percentText(value) : l.number(value));
  const thresholds = drawThresholds(l, definition, written);
  const chart = seriesChart(context, valued, {
    title: (sampling === 'none' ? words.pooledSum : words.pooled)(labelOf(l, criterion, series)),
    countedOver: words.pooledCounted,
    tickText: written,
    ...(thresholds.length > 0 ? { thresholds } : { domain: unit === 'share' ? [0, 100] : [0, 10] }),
  });
  if (chart === '' || others.length === 0) return chart;
  return html`${chart}<p class="note">${inFrench(l, words.otherUnit(l.list(others)), ...others)}</p>`;
}

/** The thresholds between the levels of one procedure, which set the scale and give the value its meaning. */
function drawThresholds(
  l: Localisation,
  definition: CriterionDefinition,
  written: (value: number) => string,
): { value: number; text: string }[] {
  const scale = definition.unit === 'share' ? 100 : 1;
  return thresholdsOf(definition).map((bound) => ({
    value: bound * scale,
    text: l.messages.procedure.thresholdAt(written(Number(displayedValue(definition, bound).text))),
  }));
}

/** The name of a criterion in the last edition that knows it. */
function labelOf(l: Localisation, criterion: CriterionId, series: readonly SeriesPoint[]): string {
  const definitions = series.map(({ methodology }) => findCriterion(getMethodology(methodology), criterion));
  return definitions.findLast((one) => one !== null)?.label[l.locale] ?? criterion;
}

function shareChart(
  context: PageContext,
  series: readonly SeriesPoint[],
  chart: { title: string; countedOver: string; shareOf(point: SeriesPoint): CountedShare | null },
): Html | '' {
  const { l } = context;
  const valued = series.flatMap((point): Valued[] => {
    const share = chart.shareOf(point);
    if (share === null || share.value === null) return [];
    const counted = ratioText(l, share);
    const isOfFew = share.procedures < FEWEST_FOR_PERCENT;
    const text = isOfFew ? counted : (shareText(l, share.value) ?? '');
    return [{ point, drawn: share.value * 100, text, counted }];
  });
  return seriesChart(context, valued, {
    title: chart.title,
    countedOver: chart.countedOver,
    tickText: (value) => l.percentText(value),
    domain: [0, 100],
  });
}

function seriesChart(
  { l }: PageContext,
  valued: readonly Valued[],
  chart: {
    title: string;
    countedOver: string;
    tickText(value: number): string;
    domain?: readonly [number, number];
    thresholds?: NonNullable<LineChart['thresholds']>;
  },
): Html | '' {
  if (valued.length < FEWEST_DRAWN) return '';
  const words = l.messages.criterionPages.series;
  const rebuilt = valued.filter(({ point }) => point.reconstructed).map(({ point }) => point.label);
  const note =
    rebuilt.length === 0
      ? ''
      : html`<p class="note">${rebuilt.length === valued.length ? words.allReconstructed : inFrench(l, words.reconstructed(l.list(rebuilt)), ...rebuilt)}</p>`;
  return html`${lineChart(l, { ...chart, points: linePoints(l, valued) })}${note}`;
}

/** One point a quarter from the first value to the last, so that time runs evenly; a quarter without value is a gap. */
function linePoints(l: Localisation, valued: readonly Valued[]): LinePoint[] {
  let methodology: string | undefined;
  const none = { interval: null, intervalText: '', n: null };
  return spreadOverQuarters(valued, ({ point }) => point.cutoffOn).map(
    ({ year, quarter, item }): LinePoint => {
      if (item === null)
        return { ...none, label: l.messages.figures.quarter(quarter, year), value: null, text: '' };
      const { point, drawn, text, counted } = item;
      const broken = methodology !== undefined && methodology !== point.methodology;
      methodology = point.methodology;
      return {
        ...none,
        label: point.label,
        lang: 'fr',
        value: drawn,
        text,
        counted,
        ...(broken ? { breakReason: l.messages.procedure.methodologyChanged } : {}),
      };
    },
  );
}
