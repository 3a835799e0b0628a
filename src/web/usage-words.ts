/** Usage in the words of a reader: periods, changes, durations, what a figure is restricted to. */
import { Decimal } from 'decimal.js';
import { addDays, addMonths } from '../core/clock.ts';
import {
  type Aggregate,
  getIndicator,
  type Indicator,
  type Period,
  writePeriod,
} from '../observations/index.ts';
import { type FigureWords, wordFigure } from './figure-words.ts';
import type { Localisation } from './i18n/index.ts';
import { shareText } from './shares.ts';
import { pointsText } from './survey-words.ts';
import type { UsageChange } from './usage-series.ts';

/** "2017", "janvier 2018", "T1 2018", "12 mois au 31 décembre 2025", or days. */
export function periodName(l: Localisation, period: Period): string {
  const { usages, figures } = l.messages;
  const { periodStart, periodEnd } = period;
  const written = writePeriod(period);
  if (/^\d{4}$/.test(written)) return written;
  if (/^\d{4}-\d{2}$/.test(written)) return l.month(periodStart);
  const [, year, quarter] = /^(\d{4})-T(\d)$/.exec(written) ?? [];
  if (year !== undefined) return figures.quarter(Number(quarter), Number(year));
  if (periodStart === periodEnd) return l.day(periodEnd);
  const isYear = addMonths(periodStart, 12) === addDays(periodEnd, 1);
  return isYear ? usages.yearTo(l.day(periodEnd)) : l.days(periodStart, periodEnd);
}

/** A sum in the words of its indicator, and its exact value; of a share, its two sides are what is exact. */
export function wordTotal(l: Localisation, { id, unit }: Indicator, total: Aggregate | null): FigureWords {
  const { value = null, qualifier = 'exact' } = total ?? {};
  const status = value === null ? 'not_reported' : 'measured';
  if (value !== null && unit === 'share') {
    const share = l.messages.totals.qualifiers[qualifier](shareText(l, value) ?? '');
    return { words: share, told: share, exact: null };
  }
  return wordFigure({ indicator: id, status, value, qualifier }, l.locale);
}

const RELATIVE_DECIMALS = 1;

/** "+4 millions (+17 %) par rapport à 2016 : 23,5 millions"; a difference of shares is in points. */
export function changeText(l: Localisation, change: UsageChange): string {
  const { usages } = l.messages;
  const { before, absolute, relative, isExact } = change;
  const indicator = getIndicator(before.indicator);
  const { words } = wordFigure(before, l.locale);
  const against = usages.against(periodName(l, before), words);
  return usages.change(
    gapText(l, indicator, change),
    against,
    absolute === 0 ? null : percent(l, relative),
    isExact,
  );
}

function gapText(l: Localisation, { unit, id }: Indicator, { before, absolute }: UsageChange): string {
  const { usages } = l.messages;
  if (absolute === 0) return usages.same;
  switch (unit) {
    case 'share':
    case 'growth':
      return pointsText(l, Number(before.value), new Decimal(Number(before.value)).plus(absolute).toNumber());
    case 'rank':
      return usages.places(absolute);
    default: {
      const { words } = wordFigure(
        { indicator: id, status: 'declared', value: Math.abs(absolute), qualifier: 'exact' },
        l.locale,
      );
      return `${absolute > 0 ? '+' : '−'}${words.replace(/^\+/, '')}`;
    }
  }
}

/** "+17 %"; a change is never said to be of 0 %. */
function percent(l: Localisation, relative: number | null): string | null {
  if (relative === null) return null;
  const exact = new Decimal(relative).times(100);
  let places = RELATIVE_DECIMALS;
  while (exact.toDecimalPlaces(places).isZero()) places += 1;
  const rounded = exact.toDecimalPlaces(places);
  return `${rounded.isPositive() ? '+' : '−'}${l.percentText(rounded.abs().toFixed())}`;
}

const SECOND_MS = 1_000;
const MINUTE_S = 60;
const HOUR_MIN = 60;

/** "45 s", "4 min 10 s", "1 h 05": as exact as people tell durations. */
export function durationText(l: Localisation, ms: number): string {
  const { duration } = l.messages.usages;
  const seconds = Math.round(ms / SECOND_MS);
  if (seconds < MINUTE_S) return duration.seconds(l.number(Math.max(1, seconds)));
  const minutes = Math.floor(seconds / MINUTE_S);
  if (minutes < HOUR_MIN) return duration.minutes(l.number(minutes), seconds % MINUTE_S);
  return duration.hours(l.number(Math.floor(minutes / HOUR_MIN)), minutes % HOUR_MIN);
}
