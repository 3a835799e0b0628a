import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { type Html, html } from './html.ts';

export type SparkPoint = {
  /** Null leaves a gap. */
  value: number | null;
  /** True where the series starts anew: the line is not drawn across. */
  startsAnew: boolean;
};

const WIDTH = 120;
const HEIGHT = 28;
const MARGIN = 3;
/** Fewer values make no line. */
const FEWEST = 2;

type Placed = { x: number; value: number | null };

/**
 * The shape of a series beside its last figure. It decorates: it has no scale, and its figures must be told elsewhere.
 *
 * @param points evenly spaced in time, the earliest first; those before the first value are left out
 */
export function sparkline(points: readonly SparkPoint[]): Html | '' {
  const told = points.slice(points.findIndex(({ value }) => value !== null));
  const values = told.flatMap(({ value }) => value ?? []);
  if (values.length < FEWEST) return '';
  const [low = 0, high = 1] = extent(values);
  const y = scaleLinear([low, high === low ? low + 1 : high], [HEIGHT - MARGIN, MARGIN]);
  const x = scaleLinear([0, Math.max(1, told.length - 1)], [MARGIN, WIDTH - MARGIN]);
  const segments: Placed[][] = [[]];
  for (const [index, { value, startsAnew }] of told.entries()) {
    if (startsAnew) segments.push([]);
    segments.at(-1)?.push({ x: x(index), value });
  }
  const draw = line<Placed>()
    .defined(({ value }) => value !== null)
    .x((placed) => placed.x)
    .y(({ value }) => y(value ?? 0))
    .digits(1);
  const last = segments.flat().findLast(({ value }) => value !== null);
  const dot = last === undefined ? '' : `M${last.x.toFixed(1)} ${y(last.value ?? 0).toFixed(1)}h0`;
  return html`<svg class="sparkline" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" aria-hidden="true" focusable="false">${segments.map(
    (segment) => {
      const path = draw(segment);
      return path ? html`<path class="line" d="${path}"/>` : '';
    },
  )}<path class="dots" d="${dot}"/></svg>`;
}
