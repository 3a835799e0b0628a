/** The figures of one year, beside those of another: each service by itself, procedures together where they are many. Pure. */
import type { OtherKind } from '../catalogue/index.ts';
import {
  type Aggregate,
  addUp,
  getIndicator,
  type Indicator,
  type Period,
  type RecordedObservation,
  type Words,
  whyNotAdded,
} from '../observations/index.ts';
import type { UsageRecord, UsageSubject } from './usage-record.ts';
import {
  areAlike,
  changeBetween,
  hasSides,
  isPlain,
  type UsageChange,
  type UsageSeries,
  valueOfYear,
  type YearValue,
} from './usage-series.ts';

/** A figure of the year. */
export type YearFigure = YearValue & {
  readonly subject: UsageSubject;
  readonly change: UsageChange | null;
  /** The figure of the compared year, comparable or not. */
  readonly before: RecordedObservation | null;
};

/** The procedures together, over one period: that of which most of them tell. */
export type YearSum = {
  readonly indicator: Indicator;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly period: Period;
  /** Null where adding up has no sense: `why` says it. */
  readonly total: Aggregate | null;
  readonly why: Words | null;
  /** Procedures that told a value, of how many; those of them that speak of another period, or cannot be added. */
  readonly told: number;
  readonly among: number;
  readonly aside: number;
  /** What the total is made of. */
  readonly parts: readonly RecordedObservation[];
  readonly before: UsageSum | null;
  /** The procedures that are in both totals, alone: the one comparison of them that says something. */
  readonly alike: { readonly k: number; readonly before: Aggregate; readonly after: Aggregate } | null;
};

/** A total by itself. */
export type UsageSum = Omit<YearSum, 'before' | 'alike'>;

export type SubjectFigures = { readonly subject: UsageSubject; readonly figures: readonly YearFigure[] };

export type YearReport = {
  readonly year: string;
  readonly compared: string | null;
  readonly sums: readonly YearSum[];
  /** By kind, in the order of `SUBJECT_KINDS`, then by name. */
  readonly subjects: readonly SubjectFigures[];
};

export const SUBJECT_KINDS = [
  'portal',
  'procedure',
  'application',
  'federation',
  'survey',
  'country',
] as const satisfies readonly ('procedure' | OtherKind)[];

/** What a page keeps of the figures. */
export type UsageFilter = { readonly words: string | null; readonly indicator: string | null };

/** @param record of which only what `filter` keeps is reported */
export function reportYear(
  record: UsageRecord,
  year: string,
  compared: string | null,
  filter: UsageFilter,
): YearReport {
  const kept = record.series.filter((one) => isKept(one, filter));
  // A reader who looks for a name wants its figures, not the sum of those that bear it.
  const isTogether = ({ subject, indicator }: UsageSeries) =>
    filter.words === null && subject.kind === 'procedure' && record.together.has(indicator);
  const alone = kept
    .filter((one) => !isTogether(one))
    .flatMap((series): YearFigure[] => {
      const value = valueOfYear(series, year);
      if (value === null) return [];
      const before = compared === null ? null : valueOfYear(series, compared);
      return [
        {
          ...value,
          subject: series.subject,
          change: changeBetween(before, value),
          before: before?.observation ?? null,
        },
      ];
    });
  const together = kept.filter(isTogether);
  const sumsBefore = compared === null ? [] : sumsOf(together, compared, record.procedures.length);
  return {
    year,
    compared,
    sums: sumsOf(together, year, record.procedures.length).map((sum) => {
      const before = sumsBefore.find((one) => keyOf(one) === keyOf(sum)) ?? null;
      return { ...sum, before, alike: before && compareAlike(before, sum) };
    }),
    subjects: SUBJECT_KINDS.flatMap((kind) =>
      [
        ...Map.groupBy(
          alone.filter(({ subject }) => subject.kind === kind),
          ({ subject }) => subject,
        ),
      ].map(([subject, some]) => ({ subject, figures: some })),
    ),
  };
}

function isKept({ subject, indicator: id }: UsageSeries, { words, indicator }: UsageFilter): boolean {
  if (indicator !== null && id !== indicator) return false;
  return (
    words === null ||
    plain(words)
      .split(' ')
      .every((word) => plain(subject.name).includes(word))
  );
}

/** Without accents nor capitals. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('fr').trim();
}

function keyOf({ indicator, dimensions }: Pick<YearSum, 'indicator' | 'dimensions'>): string {
  return `${indicator.id} ${JSON.stringify(dimensions)}`;
}

/** The same procedures in both totals; null when there are none, or the two speak of stretches of another length. */
function compareAlike(before: UsageSum, after: UsageSum): YearSum['alike'] {
  if (before.total === null || after.total === null || !areAlike(before.period, after.period)) return null;
  const shared = (one: UsageSum, other: UsageSum) => {
    const known = new Set(other.parts.filter(isPlain).map(({ subjectId }) => subjectId));
    return one.parts.filter((part) => isPlain(part) && known.has(part.subjectId));
  };
  const [parts, same] = [shared(before, after), shared(after, before)];
  if (parts.length === 0) return null;
  const add = (values: readonly RecordedObservation[]) =>
    addUp(after.indicator.id, values, { over: 'subjects', among: values.length });
  return { k: parts.length, before: add(parts), after: add(same) };
}

/** True of totals of the very same procedures: those of others are no series. */
export function isSameProcedures(one: UsageSum, other: UsageSum): boolean {
  const ids = ({ parts }: UsageSum) => new Set(parts.filter(isPlain).map(({ subjectId }) => subjectId));
  return ids(one).symmetricDifference(ids(other)).size === 0;
}

/** The procedures together, by indicator and restriction, of a year. */
export function sumsOf(series: readonly UsageSeries[], year: string, procedures: number): UsageSum[] {
  const values = series.flatMap((one) => {
    const value = valueOfYear(one, year)?.observation;
    return value === undefined || typeof value.value !== 'number' ? [] : [value];
  });
  const groups = Map.groupBy(values, (one) => `${one.indicator} ${JSON.stringify(one.dimensions)}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [sumOf(getIndicator(first.indicator), group, procedures)];
  });
}

/**
 * Values of one indicator and year, one a procedure, added up over the period of which most of them tell.
 * @param values at least one
 */
function sumOf(indicator: Indicator, values: readonly RecordedObservation[], procedures: number): UsageSum {
  const periods = [...Map.groupBy(values, ({ periodStart, periodEnd }) => `${periodStart}/${periodEnd}`)];
  const [, most = values] = periods.sort(
    ([name, some], [other, more]) => more.length - some.length || (name < other ? 1 : -1),
  )[0] ?? ['', values];
  const { periodStart = '', periodEnd = '', dimensions = {} } = most[0] ?? {};
  const among = Math.max(procedures, values.length);
  const why = whyNotAdded(indicator, 'subjects');
  const addable = most.filter(hasSides(indicator.id));
  const total = why === null ? addUp(indicator.id, addable, { over: 'subjects', among }) : null;
  return {
    indicator,
    dimensions,
    period: { periodStart, periodEnd },
    total,
    why,
    told: values.length,
    among,
    aside: values.length - (total?.k ?? values.length),
    parts: addable,
  };
}
