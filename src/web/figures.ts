/** Judged figures in the words of a reader: values with their unit, intervals, periods, sources. */
import { Decimal } from 'decimal.js';
import { ONLINE_STATUSES, type OnlineStatus } from '../catalogue/index.ts';
import {
  type CriterionDefinition,
  type DisplayedValue,
  displayedInterval,
  displayedValue,
  isReasonCode,
  REASONS,
} from '../criteria/index.ts';
import type { PublishedResult } from '../editions/index.ts';
import type { ResultCell, ShownFigure } from './design/index.ts';
import type { Localisation } from './i18n/index.ts';

/** The value as shown, without the unit that a page may set smaller; null when there is none. */
export function valueText(l: Localisation, definition: CriterionDefinition, result: Told): string | null {
  const { value } = result;
  if (value === null) return null;
  if (typeof value === 'string') return wordText(l, value);
  return numberText(l, displayedValue(definition, value, result.source_precision ?? null));
}

/** What of a result its value is told by. */
type Told = Pick<PublishedResult, 'status' | 'value' | 'level'> & {
  readonly source_precision?: number | null;
};

/** The value with its unit, or the short word that stands in its place. */
export function figureText(l: Localisation, definition: CriterionDefinition, result: Told): string {
  const text = valueText(l, definition, result);
  if (text !== null) return withUnit(l, definition, result, text);
  return result.level === 'none' ? l.messages.statuses[result.status].short : l.messages.figures.noRate;
}

/** The same with every decimal of the value. */
export function wholeText(l: Localisation, definition: CriterionDefinition, result: Told): string {
  const { value } = result;
  if (typeof value !== 'number') return figureText(l, definition, result);
  if (definition.unit === 'share') return l.percentText(new Decimal(value).times(100).toFixed());
  return withUnit(l, definition, result, l.number(new Decimal(value).toFixed()));
}

function withUnit(l: Localisation, definition: CriterionDefinition, { value }: Told, text: string): string {
  return typeof value === 'string' ? text : `${text} ${unitText(l, definition)}`.trim();
}

/** A category of the source: the online statuses in the reader's language, names of devices as they are. */
function wordText(l: Localisation, word: string): string {
  return word in ONLINE_STATUSES ? ONLINE_STATUSES[word as OnlineStatus][l.locale] : word.replace(' +', ' +');
}

function numberText(l: Localisation, { text, decimals, unit }: DisplayedValue): string {
  return unit === 'percent' ? l.percentText(text, { decimals }) : l.number(text, { decimals });
}

/** "/ 10" after a mark, "ms" after a duration; nothing where the value says its unit. */
export function unitText(l: Localisation, definition: CriterionDefinition): string {
  const { units } = l.messages;
  if (definition.unit === 'mark' || definition.unit === 'points') return units.outOfTen;
  return definition.unit === 'ms' ? units.milliseconds : '';
}

/** The bounds of the interval as shown, or null. */
export function intervalText(
  l: Localisation,
  definition: CriterionDefinition,
  result: PublishedResult,
): readonly [string, string] | null {
  if (result.interval === null) return null;
  const [low, high] = displayedInterval(definition, result.interval);
  return [numberText(l, low), numberText(l, high)];
}

/** A result for a dense table. */
export function toCell(
  l: Localisation,
  definition: CriterionDefinition,
  result: PublishedResult | undefined,
): ResultCell {
  if (result === undefined) return { status: 'not_reported', value: null, level: 'none' };
  const { status, level, borderline, n } = result;
  const marks = marksOf(l, result).map(({ short }) => short);
  return {
    status,
    value: shownValue(l, definition, result),
    level,
    borderline,
    n,
    ...(marks.length === 0 ? {} : { mark: marks.join(', ') }),
  };
}

/** What a reader must know of a figure beside its level: that it was corrected, that it has not been updated. */
export function marksOf(
  { messages: { figures } }: Localisation,
  { origin, stale }: PublishedResult,
): { short: string; meaning: string }[] {
  return [
    ...(origin === 'overridden' ? [{ short: figures.corrected, meaning: figures.correctedMeaning }] : []),
    ...(stale === true ? [{ short: figures.stale, meaning: figures.staleMeaning }] : []),
  ];
}

/** The value, or the verdict itself where a level was drawn from the lack of one ("no declaration"). */
function shownValue(
  l: Localisation,
  definition: CriterionDefinition,
  result: PublishedResult,
): string | null {
  const text = valueText(l, definition, result);
  if (text !== null) return definition.unit === 'ms' ? `${text} ${l.messages.units.milliseconds}` : text;
  return result.level === 'none' ? null : l.messages.figures.noRate;
}

/** A result for a page of its own. */
export function toFigure(
  l: Localisation,
  definition: CriterionDefinition,
  result: PublishedResult,
): ShownFigure {
  const text = valueText(l, definition, result);
  return {
    status: result.status,
    value: text ?? (result.level === 'none' ? null : l.messages.figures.noRate),
    ...(text === null || typeof result.value === 'string' ? {} : { unit: unitText(l, definition) }),
    level: result.level,
    borderline: result.borderline,
    interval: intervalText(l, definition, result),
    n: result.reason === 'n_unknown' ? 'unknown' : result.n,
  };
}

/** Why a figure is absent, or has no interval or level; null when there is nothing to say. */
export function reasonText(l: Localisation, reason: string | null): string | null {
  return reason !== null && isReasonCode(reason) ? REASONS[reason][l.locale] : null;
}

/** The days a figure speaks of: one, or from one to another. */
export function periodText(l: Localisation, { period_start, as_of }: PublishedResult): string {
  return period_start === as_of ? l.day(as_of) : l.messages.figures.fromTo(l.day(period_start), l.day(as_of));
}

/** Where a figure comes from: `edition-2025-10.csv#L12` is a line of a file. */
export function sourceText(l: Localisation, source: string): string {
  const [, file, line] = /^(.*)#L(\d+)$/.exec(source) ?? [];
  return file === undefined || line === undefined
    ? source
    : l.messages.figures.fileLine(file, l.number(Number(line)));
}
