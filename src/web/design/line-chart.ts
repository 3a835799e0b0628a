import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Localisation } from '../i18n/index.ts';
import { disclosure } from './blocks.ts';
import { type Html, html } from './html.ts';
import { table } from './table.ts';

export type LinePoint = {
  /** The period: "T3 2025". */
  label: string;
  /** The language of the label, where it is a name that data gives. */
  lang?: string;
  /** Null leaves a gap. */
  value: number | null;
  /** The value as it is written in the table and at the end of the line. */
  text: string;
  interval: readonly [low: number, high: number] | null;
  intervalText: string;
  n: number | null;
  /** What the value is counted over, where the chart says so: "144 sur 155". */
  counted?: string;
  /** Why the series starts anew here: the line is not drawn across. */
  breakReason?: string;
  /** What is due in this period: marked on the axis of time. */
  due?: string;
};

export type LineChart = {
  title: string;
  /** At least one; evenly spaced in time. */
  points: readonly LinePoint[];
  /** Writes a tick of the vertical axis. */
  tickText(value: number): string;
  /** What the vertical axis must show at least; the values widen it. */
  domain?: readonly [number, number];
  thresholds?: readonly { value: number; text: string }[];
  /** Of values that are counted and not sampled: the head of a column that tells over what, instead of interval and n. */
  countedOver?: string;
};

const WIDTH = 600;
const HEIGHT = 200;
const MOST_LABELS = 5;

type Placed = { x: number; point: LinePoint };

/**
 * A line with its interval band, thresholds and breaks, and the same figures as a table. The drawing stretches with
 * the page; its words are HTML beside it, so that they keep their size at 320 px and under zoom.
 */
export function lineChart(l: Localisation, chart: LineChart): Html {
  const { points, thresholds = [] } = chart;
  const known = points.flatMap((p) => [p.value, ...(p.interval ?? [])].filter((v) => v !== null));
  const [low = 0, high = 1] = extent([...known, ...(chart.domain ?? []), ...thresholds.map((t) => t.value)]);
  const y = scaleLinear([low, high === low ? low + 1 : high], [HEIGHT, 0]).nice(4);
  const x = (i: number) => ((i + 0.5) * WIDTH) / points.length;
  const segments = splitAtBreaks(points.map((point, i) => ({ x: x(i), point })));
  const ticks = y.ticks(4);
  const step = Math.ceil(points.length / MOST_LABELS);

  return html`<figure class="chart"><figcaption>${chart.title}</figcaption>
<div class="plot" aria-hidden="true"><ol class="axis-y">${ticks.toReversed().map((tick) => html`<li>${chart.tickText(tick)}</li>`)}</ol>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" focusable="false">
${ticks.map((tick) => html`<path class="grid" d="M0 ${round(y(tick))}H${WIDTH}"/>`)}
${thresholds.map((t) => html`<path class="threshold" d="M0 ${round(y(t.value))}H${WIDTH}"/>`)}
${points.map((point, i) => (point.due === undefined ? '' : html`<path class="due" d="M${round(x(i))} 0V${HEIGHT}"/>`))}
${segments.slice(1).map(([first]) => html`<path class="break" d="M${first ? round(first.x - WIDTH / points.length / 2) : 0} 0V${HEIGHT}"/>`)}
${segments.map((segment) => drawSegment(segment, y))}
</svg>
<ol class="axis-x">${points.map((point, i) => axisLabel(periodOf(l, point), (points.length - 1 - i) / step, Math.floor((points.length - 1) / step)))}</ol></div>
${chartNotes(l, chart)}
${disclosure(l.messages.shell.seeFigures, pointTable(l, chart))}
</figure>`;
}

/** Every `step`th label from the last one; a narrow screen hides all but the first and the last of them. */
function axisLabel(label: Html | string, stepsFromEnd: number, mostSteps: number): Html {
  if (!Number.isInteger(stepsFromEnd)) return html`<li></li>`;
  const isSpare = stepsFromEnd > 0 && stepsFromEnd < mostSteps;
  return html`<li><span${isSpare ? html` class="spare"` : ''}>${label}</span></li>`;
}

function splitAtBreaks(placed: readonly Placed[]): Placed[][] {
  const segments: Placed[][] = [[]];
  for (const p of placed) {
    if (p.point.breakReason && segments.at(-1)?.length) segments.push([]);
    segments.at(-1)?.push(p);
  }
  return segments;
}

function drawSegment(segment: readonly Placed[], y: (value: number) => number): Html {
  const drawn = [...segment];
  const band = area<Placed>()
    .defined(({ point }) => point.interval !== null)
    .x((p) => p.x)
    .y0(({ point }) => y(point.interval?.[0] ?? 0))
    .y1(({ point }) => y(point.interval?.[1] ?? 0))
    .digits(1)(drawn);
  const stroke = line<Placed>()
    .defined(({ point }) => point.value !== null)
    .x((p) => p.x)
    .y(({ point }) => y(point.value ?? 0))
    .digits(1)(drawn);
  // A line of no length with round ends is a disc, and stays one when the drawing is stretched.
  const dots = drawn
    .filter(({ point }) => point.value !== null)
    .map(({ x, point }) => `M${round(x)} ${round(y(point.value ?? 0))}h0`)
    .join('');
  return html`${band ? html`<path class="band" d="${band}"/>` : ''}${stroke ? html`<path class="line" d="${stroke}"/>` : ''}<path class="dots" d="${dots}"/>`;
}

function chartNotes(l: Localisation, { points, thresholds = [] }: LineChart): Html {
  const words = l.messages.figures;
  return html`<ul class="chart-notes">${points.some((p) => p.interval) ? html`<li class="note-band">${words.interval}</li>` : ''}${
    thresholds.length > 0
      ? html`<li class="note-threshold">${l.list(thresholds.map((t) => t.text))}</li>`
      : ''
  }${points.map((p) => (p.due === undefined ? '' : html`<li class="note-due">${p.due}</li>`))}${points
    .slice(1)
    .filter((p) => p.breakReason)
    .map(
      (p) => html`<li class="note-break">${periodOf(l, p)}, ${words.seriesBreak} – ${p.breakReason}</li>`,
    )}</ul>`;
}

function pointTable(l: Localisation, { title, points, countedOver }: LineChart): Html {
  const words = l.messages.figures;
  const trust = countedOver === undefined ? [words.interval, words.sampleSize] : [countedOver];
  return table(l, {
    caption: title,
    captionHidden: true,
    columns: [{ label: words.period }, ...[words.value, ...trust].map((label) => ({ label, numeric: true }))],
    rows: points.map((p) => [
      periodOf(l, p),
      p.value === null ? absent(words.noValue) : p.text,
      ...(countedOver === undefined
        ? [
            p.interval === null ? absent(words.noInterval) : p.intervalText,
            p.n === null ? absent(words.sampleSizeUnknown) : l.number(p.n),
          ]
        : [p.counted ?? '–']),
    ]),
  });
}

function periodOf({ locale }: Localisation, { label, lang }: LinePoint): Html | string {
  return lang === undefined || lang === locale ? label : html`<span lang="${lang}">${label}</span>`;
}

function absent(word: string): Html {
  return html`<span class="absent">${word}</span>`;
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
