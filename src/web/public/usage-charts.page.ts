/** The charts of one indicator: procedures together, shares by device, services through the years. */
import { Decimal } from 'decimal.js';
import {
  getIndicator,
  type Indicator,
  type Period,
  type RecordedObservation,
} from '../../observations/index.ts';
import { type Html, html, type LinePoint, lineChart, sparkline, stackedBar, table } from '../design/index.ts';
import { wordDimensions, wordFigure } from '../figure-words.ts';
import type { Localisation } from '../i18n/index.ts';
import type { PageContext } from '../page-context.ts';
import { figureTexts, subjectLink } from '../usage-figures.ts';
import type { DeviceShares, IndicatorReport } from '../usage-indicator-report.ts';
import { breaksSeries, type UsageSeries, yearOf } from '../usage-series.ts';
import { periodName, wordTotal } from '../usage-words.ts';
import { isSameProcedures, type UsageSum } from '../usage-year.ts';
import { sumBlock } from './usages.page.ts';

const FEWEST_DRAWN = 2;
const MILLION = 1_000_000;
const NO_INTERVAL = { interval: null, intervalText: '', n: null };

/** Procedures together: the last total, its years, and the last value of each. */
export function togetherSection(
  context: PageContext,
  { indicator, sums, ofProcedures }: IndicatorReport,
): Html | '' {
  const { l } = context;
  const words = l.messages.usages.one;
  const last = sums.at(-1);
  if (last === undefined) return '';
  return html`<section aria-labelledby="together"><h2 id="together">${words.together}</h2>
<div class="usage-sums">${sumBlock(context, last)}</div>
${sumChart(l, indicator, sums)}
${proceduresTable(context, ofProcedures)}</section>`;
}

/** A point a year; over how many procedures each total is, beside it: they are not always the same. */
function sumChart(l: Localisation, indicator: Indicator, sums: readonly UsageSum[]): Html | '' {
  const words = l.messages.usages.one;
  const known = sums.filter(({ total }) => total !== null && total.value !== null);
  if (known.length < FEWEST_DRAWN) return '';
  let before: UsageSum | null = null;
  const points = everyYear(known, ({ period }) => yearOf(period)).map(({ year, item }): LinePoint => {
    const total = item?.total ?? null;
    const isBreak = before !== null && item !== null && !isSameProcedures(before, item);
    before = item ?? before;
    return {
      ...NO_INTERVAL,
      label: item === null ? year : pointLabel(l, item.period),
      value: total === null ? null : scaled(indicator, total.value),
      text: total === null ? '' : wordTotal(l, indicator, total).words,
      counted: total === null ? '–' : l.messages.figures.coverage(l.number(total.k), l.number(total.n)),
      ...(isBreak ? { breakReason: l.messages.usages.sums.otherProcedures } : {}),
    };
  });
  return lineChart(l, {
    ...axisOf(l, indicator),
    title: words.togetherChart(indicator.label[l.locale]),
    countedOver: words.inTotal,
    points,
  });
}

/** By value, the largest first; with the shape of its years where there are several. */
function proceduresTable(context: PageContext, series: readonly UsageSeries[]): Html {
  const { l } = context;
  const words = l.messages.usages.one;
  const rows = series
    .flatMap((one) => {
      const last = one.observations.findLast(({ value }) => value !== null);
      return last === undefined ? [] : [{ one, last }];
    })
    .sort((a, b) => Number(b.last.value) - Number(a.last.value));
  return table(l, {
    caption: words.procedures,
    cards: true,
    columns: [
      { label: words.procedure },
      { label: words.value, numeric: true },
      { label: l.messages.figures.period },
      { label: words.charts },
    ],
    rows: rows.map(({ one, last }) => {
      const { words: text, exact } = figureTexts(l, last);
      return [
        subjectLink(context, one.subject),
        exact === null ? text : html`${text} <small>${exact}</small>`,
        periodName(l, last),
        sparkline(
          one.observations.map(({ value }) => ({
            value: typeof value === 'number' ? value : null,
            startsAnew: false,
          })),
        ) || '–',
      ];
    }),
  });
}

/** The shares of devices, each service a bar, with what the parts come to. */
export function devicesSection({ l }: PageContext, { devices }: IndicatorReport): Html | '' {
  if (devices.length === 0) return '';
  const words = l.messages.usages.one;
  return html`<section aria-labelledby="devices"><h2 id="devices">${words.devices}</h2>
${devices.map((one) => deviceBar(l, one))}</section>`;
}

/** Under it, what parts lack of a whole is their rounding. */
const ROUNDING = 0.005;

function deviceBar(l: Localisation, { subject, parts }: DeviceShares): Html {
  const words = l.messages.usages.one;
  const [first] = parts;
  const total = parts.reduce((sum, { value }) => sum.plus(Number(value)), new Decimal(0));
  const period = first === undefined ? '' : periodName(l, first);
  const gap = total.minus(1).abs().toNumber();
  const said = words.allShares(l.percentText(total.times(100).toFixed()));
  const title = words.devicesOf(subject.name, period);
  return html`${stackedBar(l, {
    title: l.locale === 'fr' ? title : html`<span lang="fr">${subject.name}</span>, ${period}`,
    partLabel: l.messages.usages.procedure.device,
    parts: parts.map((one) => ({
      label: wordDimensions(one.dimensions, l.locale)[0]?.value ?? '',
      share: Number(one.value),
      text: wordFigure(one, l.locale).words,
    })),
    rest: words.untoldPart,
  })}
<p class="note">${said}${gap === 0 ? '' : gap <= ROUNDING ? ` ${words.roundedShares}` : ` ${words.missingShares}`}</p>`;
}

/** Each service with several periods, through the years; drawn anew where its population changes. */
export function chartsSection(context: PageContext, { series, isDrawn }: IndicatorReport): Html | '' {
  const { l } = context;
  const words = l.messages.usages.one;
  const charts = isDrawn ? drawSeries(l, series) : '';
  if (charts === '') return '';
  return html`<section aria-labelledby="charts"><h2 id="charts">${words.charts}</h2>
${charts}</section>`;
}

/** The figures of one procedure through the years. */
export function declaredCharts({ l }: PageContext, series: readonly UsageSeries[]): Html | '' {
  return drawSeries(l, series);
}

function drawSeries(l: Localisation, series: readonly UsageSeries[]): Html | '' {
  const drawn = series.flatMap((one) => {
    const known = one.observations.filter(({ value }) => typeof value === 'number');
    return known.length < FEWEST_DRAWN ? [] : [{ one, known }];
  });
  if (drawn.length === 0) return '';
  return html`<div class="charts">${drawn.map(({ one, known }) => html`<div>${seriesChart(l, one, known)}</div>`)}</div>`;
}

function seriesChart(l: Localisation, one: UsageSeries, known: readonly RecordedObservation[]): Html {
  const indicator = getIndicator(one.indicator);
  const words = l.messages.usages.one;
  const parts = wordDimensions(one.dimensions, l.locale).map(({ value }) => value);
  const label = [indicator.label[l.locale], ...parts].join(', ');
  // Whole years run evenly, gaps included; other periods one after the other.
  const areYears = known.every((figure) => periodName(l, figure) === yearOf(figure));
  const spread: { year: string; item: RecordedObservation | null }[] = areYears
    ? everyYear(known, yearOf)
    : known.map((item) => ({ year: yearOf(item), item }));
  let before: RecordedObservation | undefined;
  const points = spread.map(({ year, item }): LinePoint => {
    if (item === null) return { ...NO_INTERVAL, label: year, value: null, text: '' };
    const isBreak = breaksSeries(before, item);
    before = item;
    const { words: text, exact } = figureTexts(l, item);
    return {
      ...NO_INTERVAL,
      label: pointLabel(l, item),
      value: scaled(indicator, item.value),
      text,
      counted: exact ?? text,
      ...(isBreak ? { breakReason: words.populationChanged } : {}),
    };
  });
  return lineChart(l, {
    ...axisOf(l, indicator),
    title: words.chartOf(label, one.subject.name),
    countedOver: words.exact,
    points,
  });
}

/** A year as it is called, any other period by its last month: the axis has room for no more. */
function pointLabel(l: Localisation, period: Period): string {
  const name = periodName(l, period);
  return name === yearOf(period) ? name : l.month(period.periodEnd, 'short');
}

/** Items a year apart, with the years between them that have none. */
function everyYear<Item>(
  items: readonly Item[],
  yearOfItem: (item: Item) => string,
): { year: string; item: Item | null }[] {
  const byYear = new Map(items.map((item) => [Number(yearOfItem(item)), item]));
  const years = [...byYear.keys()];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 1 }, (_, at) => ({
    year: String(first + at),
    item: byYear.get(first + at) ?? null,
  }));
}

/** Shares are drawn in percent. */
function scaled({ unit }: Indicator, value: number | string | null): number | null {
  if (typeof value !== 'number') return null;
  return unit === 'share' || unit === 'growth' ? value * 100 : value;
}

function axisOf(l: Localisation, { unit }: Indicator) {
  const isPercent = unit === 'share' || unit === 'growth';
  return {
    domain: unit === 'share' ? ([0, 100] as const) : ([0, 0] as const),
    tickText: (value: number) =>
      isPercent ? l.percentText(value) : value < MILLION ? l.number(value) : l.compactNumber(value),
  };
}
