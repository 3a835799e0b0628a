import {
  type CriterionDefinition,
  type CriterionId,
  displayedValue,
  findCriterion,
  getMethodology,
  thresholdsOf,
} from '../../criteria/index.ts';
import type { ResultInEdition } from '../../editions/index.ts';
import { type Html, html, type LinePoint, lineChart } from '../design/index.ts';
import { intervalText, unitText, valueText } from '../figures.ts';
import type { PageContext } from '../page-context.ts';
import { spreadOverQuarters } from '../quarters.ts';

/** Criteria whose history is drawn, when two editions at least have a value. */
const DRAWN: readonly CriterionId[] = [
  'satisfaction',
  'clarity',
  'autonomy',
  'help_effective',
  'availability',
];

/** The figures of a procedure from edition to edition; `results` are the latest edition first. */
export function historySection(context: PageContext, results: readonly ResultInEdition[]): Html {
  const charts = DRAWN.flatMap((criterion) => {
    const valued = results.filter(
      (one) => one.criterion === criterion && typeof one.result.value === 'number',
    );
    const [latest] = valued;
    if (latest === undefined || valued.length < 2) return [];
    const definition = findCriterion(getMethodology(latest.methodology), criterion);
    return definition === null ? [] : [historyChart(context, definition, valued.toReversed())];
  });
  if (charts.length === 0) return html``;
  return html`<section aria-labelledby="history"><h2 id="history">${context.l.messages.procedure.history}</h2>${charts}</section>`;
}

function historyChart(
  context: PageContext,
  definition: CriterionDefinition,
  valued: readonly ResultInEdition[],
): Html {
  const { l } = context;
  const scale = scaleOf(definition);
  const written = (value: number) => (definition.unit === 'share' ? l.percentText(value) : l.number(value));
  return lineChart(l, {
    title: definition.label[l.locale],
    points: pointsOf(context, definition, valued),
    tickText: written,
    thresholds: thresholdsOf(definition).map((bound) => ({
      value: bound * scale,
      text: l.messages.procedure.thresholdAt(written(Number(displayedValue(definition, bound).text))),
    })),
  });
}

/** Shares are drawn in percent. */
function scaleOf(definition: CriterionDefinition): number {
  return definition.unit === 'share' ? 100 : 1;
}

/** One point a quarter from the first to the last, so that time runs evenly; a quarter without value is a gap. */
function pointsOf(
  context: PageContext,
  definition: CriterionDefinition,
  valued: readonly ResultInEdition[],
): LinePoint[] {
  const { l } = context;
  let before: ResultInEdition | undefined;
  return spreadOverQuarters(valued, ({ cutoffOn }) => cutoffOn).map(({ year, quarter, item }): LinePoint => {
    if (item === null) return gap(l.messages.figures.quarter(quarter, year));
    const broken = before !== undefined && before.methodology !== item.methodology;
    before = item;
    return valuePoint(context, definition, item, broken);
  });
}

function gap(label: string): LinePoint {
  return { label, value: null, text: '', interval: null, intervalText: '', n: null };
}

function valuePoint(
  { l }: PageContext,
  definition: CriterionDefinition,
  { label, result }: ResultInEdition,
  broken: boolean,
): LinePoint {
  const scale = scaleOf(definition);
  const interval = intervalText(l, definition, result);
  return {
    label,
    value: Number(result.value) * scale,
    text: `${valueText(l, definition, result)} ${unitText(l, definition)}`.trim(),
    interval: result.interval && [result.interval[0] * scale, result.interval[1] * scale],
    intervalText: interval ? `[${interval[0]} – ${interval[1]}]` : '',
    n: result.n,
    ...(broken ? { breakReason: l.messages.procedure.methodologyChanged } : {}),
  };
}
