/** What the registry says of an indicator, and how a line of it is written. */

/** A text in the two languages of the interface; the French one carries its no-break spaces. */
export type Words = { readonly fr: string; readonly en: string };

/**
 * - `mark`: 0 to 10; `share`: 0 to 1; `ms`: a duration; `count`: things counted;
 * - `growth`: a relative change, 0.15 for a rise of 15 %; `rank`: a place, 1 the first; `euro`: a sum of money;
 * - `index`: a score on a scale of its own without being a share (Apdex 0 to 1, net satisfaction −1 to 1);
 * - `points`: the scale of 2020, −10 to 10; `word`: a category, in the source's own word.
 */
export type Unit =
  | 'mark'
  | 'share'
  | 'ms'
  | 'count'
  | 'growth'
  | 'rank'
  | 'euro'
  | 'index'
  | 'points'
  | 'word';

/**
 * What a value is by nature, which says what may be done with it:
 *
 * - `flow`: things that happen, counted over a period; they add up;
 * - `stock`: what there is at a date; the last value stands for a year, and not the sum of twelve;
 * - `people`: distinct people over a period; those of two months, devices or services are partly the same;
 * - `rate`: a quotient, a mean, a duration, a growth; only its two sides can be added, each to each;
 * - `rank`, `word`: nothing to add.
 */
export type Nature = 'flow' | 'stock' | 'people' | 'rate' | 'rank' | 'word';

/** Along what values are added up: periods, devices (and other parts of one figure), subjects. */
export const AXES = ['time', 'devices', 'subjects'] as const;
export type Axis = (typeof AXES)[number];

/** One side of a quotient: the id of an indicator, or words where no indicator counts it. */
export type RatioSide = string | Words;

/** What stretch of time a value speaks of; `date` is one day, of a stock; `any` is whatever the source gives. */
export const PERIOD_KINDS = ['day', 'month', 'quarter', 'year', 'date', 'any'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

export type Indicator = {
  readonly id: string;
  readonly label: Words;
  /** What it counts and how, in a sentence for a reader who knows nothing of it. */
  readonly definition: Words;
  readonly unit: Unit;
  /** What is counted, in the plural ("visites", "visits"); null for what is no count. */
  readonly things: Words | null;
  readonly nature: Nature;
  /** Whether more is better, less is better, or neither. */
  readonly direction: 'more' | 'less' | null;
  /**
   * Along what values may be added up. For a rate with its two sides, whether these may be added along it: the rate of
   * the whole is then Σn/Σd.
   */
  readonly additive: Readonly<Record<Axis, boolean>>;
  /** What is divided by what; null for what is no quotient, or one whose sides nobody gives. */
  readonly ratio: { readonly numerator: RatioSide; readonly denominator: RatioSide } | null;
  readonly periodKind: PeriodKind;
  /** Days after the end of the last period beyond which a new value is late; null when none is awaited. */
  readonly expectedAgeDays: number | null;
  /** Beyond these bounds a value is suspect; null for a word. */
  readonly plausible: readonly [low: number, high: number] | null;
};

/** What a line of the registry must say, and what it may. */
type Line = Pick<Indicator, 'id' | 'label' | 'definition'> & Partial<Omit<Indicator, 'additive'>>;

/** Indicators told every month, quarter, year: the stretch itself, and the time that counting it takes. */
const EXPECTED_AGE_DAYS: Readonly<Record<PeriodKind, number>> = {
  day: 7,
  month: 75,
  quarter: 150,
  year: 540,
  date: 540,
  any: 540,
};

const PLAUSIBLE: Readonly<Record<Exclude<Unit, 'word'>, readonly [number, number]>> = {
  mark: [0, 10],
  share: [0, 1],
  ms: [0, 600_000],
  count: [0, 10_000_000_000],
  growth: [-1, 10],
  rank: [1, 300],
  euro: [0, 100_000],
  index: [0, 1],
  points: [-10, 10],
};

const NOTHING_ADDS = { time: false, devices: false, subjects: false };
const EVERYTHING_ADDS = { time: true, devices: true, subjects: true };

/** A line of the registry, what it does not say being what goes with its nature, its unit and its period. */
export function indicator(
  nature: Nature,
  { additive, ...line }: Line & { readonly additive?: Partial<Indicator['additive']> },
): Indicator {
  const { unit = 'count', periodKind = 'any' } = line;
  return {
    things: null,
    direction: null,
    ratio: null,
    plausible: unit === 'word' ? null : PLAUSIBLE[unit],
    expectedAgeDays: EXPECTED_AGE_DAYS[periodKind],
    ...line,
    unit,
    nature,
    periodKind,
    additive: { ...(nature === 'flow' ? EVERYTHING_ADDS : NOTHING_ADDS), ...additive },
  };
}

/** A text in both languages. */
export function words(fr: string, en: string): Words {
  return { fr, en };
}
