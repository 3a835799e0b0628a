/**
 * Numbers, days, lists and plurals as a reader of one language writes them, all by `Intl`.
 * A decimal string ("7.98") is shown digit for digit: it never becomes a binary float on its way to the page.
 */

export const LOCALES = ['fr', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** The words of a countable thing, by plural category; `other` stands in for those that are missing. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

export type Formats = {
  /**
   * `1204.5` → "1 204,5". A decimal string keeps its own decimals; a number shows three at most. With `decimals`,
   * exactly that many, rounded half away from zero: cut a judged value first, by its criterion's rule.
   */
  number(value: number | string, options?: { decimals?: number }): string;
  /** A value already in percent, as a decimal string or number: "99.85" → "99,85 %". */
  percentText(value: number | string, options?: { decimals?: number }): string;
  /** `290000000` → "290 millions"; three significant digits. */
  compactNumber(value: number): string;
  /** `2025-09-30` → "30 septembre 2025", or "30 sept. 2025" when short. The day must exist. */
  day(day: string, style?: 'long' | 'short'): string;
  /** From a day to another, short: "23–30 nov. 2025". */
  days(from: string, to: string): string;
  /** The month of a day: "septembre 2025", or "sept. 2025" when short. */
  month(day: string, style?: 'long' | 'short'): string;
  /** The day and time of an instant in Europe/Paris: "30 septembre 2025 à 14:05". */
  instant(instant: Date): string;
  /** "a, b et c". */
  list(words: readonly string[]): string;
  /** The form that fits `count`: in French 0 and 1 are singular, in English only 1. */
  plural(count: number, forms: PluralForms): string;
};

const TAGS: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' };

/**
 * Texts kept a format before it starts anew: `Intl` takes 0.6 to 1.2 µs a number, and a table of 250 × 14 figures
 * would spend half of its 3 ms there; a text that is kept takes 0.05 µs.
 */
const MOST_TEXTS = 10_000;

/** The formats of `locale`. Built once a locale, below: `Intl` objects are slow to make. */
function buildFormats(locale: Locale): Formats {
  const tag = TAGS[locale];
  const numberFormats = new Map<string, (value: number | string) => string>();
  const compact = new Intl.NumberFormat(tag, {
    notation: 'compact',
    compactDisplay: 'long',
    maximumSignificantDigits: 3,
  });
  const days = {
    long: new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }),
    short: new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' }),
  };
  const months = {
    long: new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
    short: new Intl.DateTimeFormat(tag, { month: 'short', year: 'numeric', timeZone: 'UTC' }),
  };
  const instants = new Intl.DateTimeFormat(tag, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Paris',
  });
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' });
  const plurals = new Intl.PluralRules(tag);

  const written = (value: number | string, style: 'decimal' | 'percent', decimals?: number): string => {
    const fixed = decimals ?? (typeof value === 'string' ? decimalsOf(value) : undefined);
    const key = `${style}${fixed}`;
    let write = numberFormats.get(key);
    if (write === undefined) {
      write = remembering(
        new Intl.NumberFormat(tag, {
          ...(style === 'percent' && { style: 'unit', unit: 'percent', unitDisplay: 'short' }),
          ...(fixed !== undefined && { minimumFractionDigits: fixed, maximumFractionDigits: fixed }),
        }),
      );
      numberFormats.set(key, write);
    }
    return write(value);
  };

  return {
    number: (value, options) => written(value, 'decimal', options?.decimals),
    percentText: (value, options) => written(value, 'percent', options?.decimals),
    compactNumber: (value) => compact.format(value),
    day: (day, style = 'long') => ordinalFirst(locale, days[style].format(midnight(day))),
    days: (from, to) => ordinalFirst(locale, days.short.formatRange(midnight(from), midnight(to))),
    month: (day, style = 'long') => months[style].format(midnight(day)),
    instant: (instant) => ordinalFirst(locale, instants.format(instant)),
    list: (words) => lists.format(words),
    plural: (count, forms) => forms[plurals.select(count)] ?? forms.other,
  };
}

function remembering(format: Intl.NumberFormat): (value: number | string) => string {
  const texts = new Map<number | string, string>();
  return (value) => {
    const kept = texts.get(value);
    if (kept !== undefined) return kept;
    if (texts.size >= MOST_TEXTS) texts.clear();
    const text = format.format(value as number | Intl.StringNumericLiteral);
    texts.set(value, text);
    return text;
  };
}

/** French writes the first of the month "1er", which `Intl` leaves out (Lexique de l'Imprimerie nationale, « Date »). */
function ordinalFirst(locale: Locale, text: string): string {
  return locale === 'fr' ? text.replace(/^1(?=\s)/, '1er') : text;
}

function decimalsOf(decimal: string): number {
  const point = decimal.indexOf('.');
  return point === -1 ? 0 : decimal.length - point - 1;
}

function midnight(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

const byLocale: Record<Locale, Formats> = { fr: buildFormats('fr'), en: buildFormats('en') };

export function formats(locale: Locale): Formats {
  return byLocale[locale];
}
