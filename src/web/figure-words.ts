/** Figures of usage in the words people use ("plus de 20 millions"), with the exact value beside ("20 000 000"). */
import { Decimal } from 'decimal.js';
import { getIndicator, type Indicator, type Observation } from '../observations/index.ts';
import { type Locale, type Localisation, localisation } from './i18n/index.ts';

/** What of an observation its words are made of. */
export type Worded = Pick<Observation, 'indicator' | 'status' | 'value' | 'qualifier'>;

export type FigureWords = {
  /** As people say it, with how sure the source is: "près de 3,7 millions", "40 %", "9e rang", "non communiqué". */
  readonly words: string;
  /** The same with what is counted: "près de 3,7 millions de démarches". */
  readonly told: string;
  /** The value to its last digit: "3 700 000"; null when there is none. */
  readonly exact: string | null;
};

/** From here on people say "290 millions". */
const MANY = 1_000_000;
const SIGNIFICANT = 3;
const SHARE_DECIMALS = 1;

/** A figure as people say it, and its exact value. A value that is doubtful is told as it is: the page says that it is. */
export function wordFigure(figure: Worded, locale: Locale): FigureWords {
  const l = localisation(locale);
  const { figureWords, statuses } = l.messages;
  const indicator = getIndicator(figure.indicator);
  const { value, status, qualifier } = figure;
  if (value === null) {
    const words =
      status === 'measured' || status === 'declared' || status === 'suspect'
        ? statuses[status].short
        : figureWords.absent[status];
    return { words, told: words, exact: null };
  }
  if (typeof value === 'string') return { words: value, told: value, exact: value };
  const qualify = l.messages.totals.qualifiers[qualifier];
  const words = spoken(l, indicator, value, qualifier);
  const told = indicator.things === null ? words : figureWords.ofThings(words, indicator.things[locale]);
  return { words: qualify(words), told: qualify(told), exact: exactly(l, indicator, value) };
}

function spoken(
  l: Localisation,
  indicator: Indicator,
  value: number,
  qualifier: Worded['qualifier'],
): string {
  switch (indicator.unit) {
    case 'count':
      return signed(
        indicator,
        value,
        Math.abs(value) < MANY ? l.number(decimalText(value)) : millions(l, value, qualifier),
      );
    case 'share':
    case 'growth':
      return signed(
        indicator,
        value,
        l.percentText(shortened(new Decimal(value).times(100), SHARE_DECIMALS, qualifier)),
      );
    default:
      return exactly(l, indicator, value);
  }
}

function exactly(l: Localisation, indicator: Indicator, value: number): string {
  const { figureWords, units } = l.messages;
  switch (indicator.unit) {
    case 'share':
    case 'growth':
      return signed(indicator, value, l.percentText(new Decimal(value).times(100).toFixed()));
    case 'rank':
      return figureWords.rank(value);
    case 'euro':
      return figureWords.euros(l.number(value, { decimals: 2 }));
    case 'ms':
      return `${l.number(decimalText(value))} ${units.milliseconds}`;
    case 'mark':
    case 'points':
      return `${l.number(decimalText(value))} ${units.outOfTen}`;
    default:
      return signed(indicator, value, l.number(decimalText(value)));
  }
}

function decimalText(value: number): string {
  return new Decimal(value).toFixed();
}

/** A change says its direction: "+105 %", "+2,4 millions". */
function signed({ unit, nature }: Indicator, value: number, text: string): string {
  const isChange = unit === 'growth' || (unit === 'count' && nature === 'rate');
  return isChange && value > 0 ? `+${text}` : text;
}

/** "27,5 millions": three digits, never more than "more than" says, nor less than "less than" does. */
function millions(l: Localisation, value: number, qualifier: Worded['qualifier']): string {
  const cut = new Decimal(value).toSignificantDigits(SIGNIFICANT, roundingOf(qualifier));
  return l.compactNumber(cut.toNumber());
}

/** As many decimals as wanted, and as many more as it takes for a share to be neither 0 nor 100 when it is not. */
function shortened(percent: Decimal, decimals: number, qualifier: Worded['qualifier']): string {
  const isEnd = (one: Decimal) => one.isZero() || one.abs().equals(100);
  for (let places = decimals; ; places += 1) {
    const cut = percent.toDecimalPlaces(places, roundingOf(qualifier));
    if (isEnd(cut) === isEnd(percent)) return cut.toFixed();
  }
}

function roundingOf(qualifier: Worded['qualifier']): Decimal.Rounding {
  if (qualifier === 'more_than' || qualifier === 'at_least') return Decimal.ROUND_FLOOR;
  if (qualifier === 'less_than' || qualifier === 'at_most') return Decimal.ROUND_CEIL;
  return Decimal.ROUND_HALF_UP;
}

/** One restriction of a figure: its name, and its value in the reader's words. */
export type DimensionWords = {
  readonly name: string;
  readonly value: string;
  readonly isTranslated: boolean;
};

const REGIONS: Readonly<Record<Locale, Intl.DisplayNames>> = {
  fr: new Intl.DisplayNames('fr-FR', { type: 'region', fallback: 'code' }),
  en: new Intl.DisplayNames('en-GB', { type: 'region', fallback: 'code' }),
};

/** What a figure is restricted to, in words; none for the whole. What no list knows is shown as its source writes it. */
export function wordDimensions(dimensions: Observation['dimensions'], locale: Locale): DimensionWords[] {
  const l = localisation(locale);
  const { figureWords } = l.messages;
  return Object.entries(dimensions).map(([name, value]) => {
    const known = name === 'country' ? REGIONS[locale].of(value) : figureWords.values[`${name}=${value}`];
    const month = /^\d{4}-\d{2}$/.test(value) ? l.month(`${value}-01`) : null;
    const isTranslated = known !== undefined || month !== null || /^\d+$/.test(value);
    return { name: figureWords.dimensions[name] ?? name, value: known ?? month ?? value, isTranslated };
  });
}

/** A text in the reader's language, else in the other one, which the page then marks. */
export function saidIn(
  locale: Locale,
  { fr, en }: { readonly fr: string | null; readonly en: string | null },
): { readonly text: string; readonly lang: Locale } | null {
  const other: Locale = locale === 'fr' ? 'en' : 'fr';
  const said = { fr, en };
  const text = said[locale];
  if (text !== null) return { text, lang: locale };
  const elsewhere = said[other];
  return elsewhere === null ? null : { text: elsewhere, lang: other };
}
