/** Figures that are known, found by what they are of and when, at the cost of a look-up: files have years of days. */
import type { PeriodKind } from './indicator-definition.ts';
import type { Observation } from './observation.ts';
import { isOfKind, type Period } from './period.ts';

type Length = Exclude<PeriodKind, 'any' | 'date'> | 'other';
type Entry = { figure: Observation; readonly length: Length };
/** Figures of one subject, indicator and dimensions; `ordered` by their last day. */
type Series = {
  readonly dimensions: Observation['dimensions'];
  readonly byPeriod: Map<string, Entry>;
  readonly ordered: Entry[];
};

/** By subject and indicator, then by dimensions. */
export type KnownFigures = Map<string, Map<string, Series>>;

type Place = Pick<Observation, 'subjectId' | 'indicator' | 'dimensions'> & Period;

const placeOf = ({ subjectId, indicator }: Place) => `${subjectId} ${indicator}`;
const periodOf = ({ periodStart, periodEnd }: Period) => `${periodStart}/${periodEnd}`;
const partOf = ({ dimensions }: Place) =>
  JSON.stringify(Object.entries(dimensions).sort(([one], [other]) => (one < other ? -1 : 1)));

/** Adds figures to those known; a later one of a period stands in place of an earlier one. */
export function addKnown(known: KnownFigures, figures: readonly Observation[]): KnownFigures {
  for (const figure of figures) {
    const ofIndicator = known.get(placeOf(figure)) ?? new Map<string, Series>();
    known.set(placeOf(figure), ofIndicator);
    const { dimensions } = figure;
    const series = ofIndicator.get(partOf(figure)) ?? { dimensions, byPeriod: new Map(), ordered: [] };
    ofIndicator.set(partOf(figure), series);
    const entry = series.byPeriod.get(periodOf(figure));
    if (entry === undefined) insert(series, { figure, length: lengthOf(figure) });
    else entry.figure = figure;
  }
  return known;
}

function insert({ byPeriod, ordered }: Series, entry: Entry): void {
  byPeriod.set(periodOf(entry.figure), entry);
  const at = ordered.findLastIndex(({ figure }) => figure.periodEnd <= entry.figure.periodEnd) + 1;
  ordered.splice(at, 0, entry);
}

function lengthOf(period: Period): Length {
  return (['day', 'month', 'quarter', 'year'] as const).find((kind) => isOfKind(period, kind)) ?? 'other';
}

/** The known figure of a place, if any. */
export function findKnown(known: KnownFigures, place: Place): Observation | undefined {
  return known.get(placeOf(place))?.get(partOf(place))?.byPeriod.get(periodOf(place))?.figure;
}

/** The known figures of the same period that have one dimension more than a place: its parts. */
export function listParts(known: KnownFigures, place: Place, names: readonly string[]): Observation[] {
  return [...(known.get(placeOf(place))?.values() ?? [])].flatMap(({ dimensions, byPeriod }) => {
    const more = Object.keys(dimensions).filter((name) => !(name in place.dimensions));
    const isPart =
      more.length === 1 &&
      names.includes(more[0] ?? '') &&
      Object.entries(place.dimensions).every(([name, value]) => dimensions[name] === value);
    return isPart ? (byPeriod.get(periodOf(place))?.figure ?? []) : [];
  });
}

/** The known figures that are as long as one (a month as a month) and end before it begins, the latest first. */
export function* listBefore(known: KnownFigures, place: Place): Generator<Observation> {
  const length = lengthOf(place);
  const ordered = known.get(placeOf(place))?.get(partOf(place))?.ordered ?? [];
  for (const entry of ordered.toReversed()) {
    if (entry.length === length && length !== 'other' && entry.figure.periodEnd < place.periodStart)
      yield entry.figure;
  }
}
