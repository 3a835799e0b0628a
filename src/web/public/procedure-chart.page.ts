import {
  type CriterionDefinition,
  displayedValue,
  findCriterion,
  getMethodology,
  thresholdsOf,
  type Unit,
} from '../../criteria/index.ts';
import type { ResultInEdition } from '../../editions/index.ts';
import type { CriterionHistory } from '../criterion-history.ts';
import { type Html, html, type LinePoint, lineChart } from '../design/index.ts';
import { figureText, intervalText } from '../figures.ts';
import type { Localisation } from '../i18n/index.ts';
import type { PageContext } from '../page-context.ts';
import { spreadOverQuarters } from '../quarters.ts';

/** What a line without thresholds is seen against, so that a small change stays small. */
const SCALES: Partial<Record<Unit, readonly [number, number]>> = {
  share: [0, 100],
  mark: [0, 10],
  points: [0, 10],
};

/** A value on the line, in the words of the methodology of its edition. */
type Valued = {
  readonly found: ResultInEdition;
  readonly definition: CriterionDefinition;
  readonly value: number;
};

/**
 * The values of a criterion, edition by edition, with their intervals, thresholds and breaks. Doubtful values and those
 * of another unit than the latest are not drawn, and are told beside. Nothing under two values.
 */
export function criterionChart({ l }: PageContext, { definition, results }: CriterionHistory): Html | '' {
  const valued = results.flatMap(toValued).reverse();
  const isDoubtful = ({ found }: Valued) => found.result.status === 'suspect';
  const unit = valued.at(-1)?.definition.unit;
  const drawn = valued.filter((one) => !isDoubtful(one) && one.definition.unit === unit);
  if (drawn.length < 2) return '';
  const words = l.messages.procedure;
  const told = (those: readonly Valued[]) =>
    l.list(
      those.map((one) => words.valueOf(one.found.label, figureText(l, one.definition, one.found.result))),
    );
  const suspect = valued.filter(isDoubtful);
  const others = valued.filter((one) => one.definition.unit !== unit);
  return html`<div class="chart-with-notes">${lineChart(l, {
    title: definition.label[l.locale],
    points: pointsOf(l, drawn),
    tickText: (value) => tickText(l, definition, value),
    ...(thresholdsOf(definition).length === 0 ? { domain: SCALES[definition.unit] ?? [0, 0] } : {}),
    ...(drawn.some(isSampled) ? {} : { countedOver: words.level }),
    thresholds: thresholdsIn(l, definition, new Set(drawn.map(({ found }) => found.methodology)).size > 1),
  })}${suspect.length === 0 ? '' : html`<p class="note">${words.suspectLeftOut(told(suspect))}</p>`}${
    others.length === 0 ? '' : html`<p class="note">${words.otherUnit(told(others))}</p>`
  }</div>`;
}

function toValued(found: ResultInEdition): Valued[] {
  const { value } = found.result;
  const definition = findCriterion(getMethodology(found.methodology), found.criterion);
  return typeof value === 'number' && definition !== null ? [{ found, definition, value }] : [];
}

/** True when a number of answers or of measures may stand behind the value, known or not. */
function isSampled({ found: { result }, definition }: Valued): boolean {
  return definition.sampling !== 'none' || result.n !== null;
}

function tickText(l: Localisation, { unit }: CriterionDefinition, value: number): string {
  if (unit === 'share') return l.percentText(value);
  return unit === 'ms' ? `${l.number(value)} ${l.messages.units.milliseconds}` : l.number(value);
}

/** Shares are drawn in percent. */
function scaleOf({ unit }: CriterionDefinition): number {
  return unit === 'share' ? 100 : 1;
}

/** @param isBroken when the line is of several methodologies: thresholds are those of the latest */
function thresholdsIn(l: Localisation, definition: CriterionDefinition, isBroken: boolean) {
  const words = l.messages.procedure;
  const tell = isBroken ? words.presentThresholdAt : words.thresholdAt;
  return [...new Set(thresholdsOf(definition))].map((bound) => ({
    value: bound * scaleOf(definition),
    text: tell(tickText(l, definition, Number(displayedValue(definition, bound).text))),
  }));
}

/** One point a quarter from the first to the last, so that time runs evenly; a quarter without value is a gap. */
function pointsOf(l: Localisation, drawn: readonly Valued[]): LinePoint[] {
  let methodology: string | undefined;
  return spreadOverQuarters(drawn, ({ found }) => found.cutoffOn).map(
    ({ year, quarter, item }): LinePoint => {
      if (item === null) {
        const label = l.messages.figures.quarter(quarter, year);
        return { label, value: null, text: '', interval: null, intervalText: '', n: null };
      }
      const isBroken = methodology !== undefined && methodology !== item.found.methodology;
      methodology = item.found.methodology;
      return valuePoint(l, item, isBroken);
    },
  );
}

function valuePoint(l: Localisation, { found, definition, value }: Valued, isBroken: boolean): LinePoint {
  const { label, result } = found;
  const scale = scaleOf(definition);
  const interval = intervalText(l, definition, result);
  return {
    label,
    value: value * scale,
    text: figureText(l, definition, result),
    interval: result.interval && [result.interval[0] * scale, result.interval[1] * scale],
    intervalText: interval ? `[${interval[0]} – ${interval[1]}]` : '',
    n: result.n,
    counted: l.messages.levels[result.level],
    ...(isBroken ? { breakReason: l.messages.procedure.methodologyChanged } : {}),
  };
}
