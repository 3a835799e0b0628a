import { max } from 'd3-array';
import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Localisation } from '../i18n/index.ts';
import { disclosure } from './blocks.ts';
import { type Html, html } from './html.ts';
import { table } from './table.ts';

/** What happened on a day: marked across both drawings. */
export const CHART_MARKS = ['incident', 'annotation'] as const;
export type ChartMark = (typeof CHART_MARKS)[number];

export type PairedPoint = {
  readonly label: string;
  /** Null leaves a gap. */
  readonly bar: number | null;
  /** As many as the chart has lines; null leaves a gap. */
  readonly values: readonly (number | null)[];
  readonly marks: readonly ChartMark[];
  /** The other cells of its row in the table. */
  readonly cells: readonly (Html | string)[];
};

/** Bars above and lines below, on one axis of time, each on a scale of its own from zero. */
export type PairedChart = {
  readonly title: string;
  /** Evenly spaced in time, one at least. */
  readonly points: readonly PairedPoint[];
  readonly bars: { readonly label: string; tickText(value: number): string };
  /** The first line is the main one; the second is drawn dashed. */
  readonly lines: {
    readonly label: string;
    readonly names: readonly [string, string];
    tickText(value: number): string;
  };
  readonly markNames: Readonly<Record<ChartMark, string>>;
  /** Heads of the table, the period first; the others as many as the cells of a point. */
  readonly heads: readonly string[];
};

const WIDTH = 600;
const HEIGHT = 120;
const MOST_LABELS = 5;
const TICKS = 3;

/** Two drawings one under the other, so that a day is on one vertical in both; and the same figures as a table. */
export function pairedChart(l: Localisation, chart: PairedChart): Html {
  const { title, points, bars, lines } = chart;
  const step = WIDTH / points.length;
  const x = (at: number) => (at + 0.5) * step;
  const upper = scaleFrom(points.map(({ bar }) => bar));
  const lower = scaleFrom(points.flatMap(({ values }) => values));
  const marks = CHART_MARKS.filter((mark) => points.some((point) => point.marks.includes(mark)));
  const drawnMarks = marks.map((mark) => {
    const path = points.map((point, at) =>
      point.marks.includes(mark) ? `M${round(x(at))} 0V${HEIGHT}` : '',
    );
    return html`<path class="mark-${mark}" d="${path.join('')}"/>`;
  });
  const barPath = points.map(({ bar }, at) =>
    bar === null ? '' : `M${round(at * step)} ${HEIGHT}V${round(upper(bar))}h${round(step * 0.8)}V${HEIGHT}z`,
  );
  const labelStep = Math.ceil(points.length / MOST_LABELS);
  return html`<figure class="chart paired"><figcaption>${title}</figcaption>
<div class="plot" aria-hidden="true"><p class="panel">${bars.label}</p>
${panel(upper, bars.tickText, html`<path class="bars" d="${barPath.join('')}"/>${drawnMarks}`)}
<p class="panel">${lines.label}</p>
${panel(
  lower,
  lines.tickText,
  html`${drawnMarks}${[1, 0].map((series) => linePaths(points, series, x, lower))}`,
)}
<ol class="axis-x">${points.map(({ label }, at) => axisLabel(label, (points.length - 1 - at) / labelStep, Math.floor((points.length - 1) / labelStep)))}</ol></div>
<ul class="chart-notes"><li class="note-line">${lines.names[0]}</li><li class="note-second">${lines.names[1]}</li>${marks.map(
    (mark) => html`<li class="note-${mark}">${chart.markNames[mark]}</li>`,
  )}</ul>
${disclosure(
  l.messages.shell.seeFigures,
  table(l, {
    caption: title,
    captionHidden: true,
    columns: chart.heads.map((label, at) => ({ label, numeric: at > 0 && at < chart.heads.length - 1 })),
    rows: points.map(({ label, cells }) => [label, ...cells]),
  }),
)}
</figure>`;
}

type Scale = ScaleLinear<number, number>;

function scaleFrom(values: readonly (number | null)[]): Scale {
  const high = max(values, (value) => value ?? 0) ?? 0;
  return scaleLinear([0, high || 1], [HEIGHT, 0]).nice(TICKS);
}

function panel(scale: Scale, tickText: (value: number) => string, drawn: Html): Html {
  const ticks = scale.ticks(TICKS);
  return html`<ol class="axis-y">${ticks.toReversed().map((tick) => html`<li>${tickText(tick)}</li>`)}</ol>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" focusable="false">${ticks.map(
    (tick) => html`<path class="grid" d="M0 ${round(scale(tick))}H${WIDTH}"/>`,
  )}${drawn}</svg>`;
}

/** A line, and a disc for each point that has no neighbour to be joined with. */
function linePaths(
  points: readonly PairedPoint[],
  series: number,
  x: (at: number) => number,
  y: Scale,
): Html {
  const known = points.map(({ values }) => values[series] ?? null);
  const stroke = line<number | null>()
    .defined((value) => value !== null)
    .x((_, at) => x(at))
    .y((value) => y(value ?? 0))
    .digits(1)(known);
  const alone = known.map((value, at) =>
    value !== null && known[at - 1] == null && known[at + 1] == null
      ? `M${round(x(at))} ${round(y(value))}h0`
      : '',
  );
  const kind = series === 0 ? 'line' : 'second';
  return html`${stroke ? html`<path class="${kind}" d="${stroke}"/>` : ''}${alone.some((one) => one !== '') ? html`<path class="dots ${kind}" d="${alone.join('')}"/>` : ''}`;
}

/** As under other charts: every so many labels from the last one; a narrow screen keeps the first and the last. */
function axisLabel(label: string, stepsFromEnd: number, mostSteps: number): Html {
  if (!Number.isInteger(stepsFromEnd)) return html`<li></li>`;
  const isSpare = stepsFromEnd > 0 && stepsFromEnd < mostSteps;
  return html`<li><span${isSpare ? html` class="spare"` : ''}>${label}</span></li>`;
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
