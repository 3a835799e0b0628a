/** One indicator: who told it, its values through the years, procedures together, shares that make one whole. */
import type { Indicator, RecordedObservation } from '../observations/index.ts';
import type { CountedReport } from './usage-counted.ts';
import { toldTogether, type UsageFigure, type UsageRecord, type UsageSubject } from './usage-record.ts';
import { seriesOf, type UsageSeries, yearsOf } from './usage-series.ts';
import { sumsOf, type UsageSum } from './usage-year.ts';

/** The shares of devices of one service over one period, in the order of devices. */
export type DeviceShares = { readonly subject: UsageSubject; readonly parts: readonly RecordedObservation[] };

export type IndicatorReport = {
  readonly indicator: Indicator;
  readonly tellers: number;
  /** Procedures that told it, of how many; null where none did. */
  readonly procedures: { readonly told: number; readonly among: number } | null;
  /** One by one: each series through the years. */
  readonly series: readonly UsageSeries[];
  /** Procedures together, the earliest year first, of the whole; empty where they are told one by one. */
  readonly sums: readonly UsageSum[];
  /** The series of procedures that are told together. */
  readonly ofProcedures: readonly UsageSeries[];
  readonly devices: readonly DeviceShares[];
  /** False of answers of surveys, whose pages draw them with their intervals and their changes of wording. */
  readonly isDrawn: boolean;
  readonly sources: readonly string[];
  /** What Vigie counts of it; null where it counts no such thing. */
  readonly counted: CountedReport | null;
};

const DEVICE_ORDER = ['desktop', 'mobile', 'tablet', 'other'];

export function reportIndicator(
  record: UsageRecord,
  indicator: Indicator,
  counted: CountedReport | null,
): IndicatorReport {
  const figures = record.figures.filter(({ observation }) => observation.indicator === indicator.id);
  const ofProcedures = figures.filter(({ subject }) => subject.kind === 'procedure');
  const isTogether = toldTogether(ofProcedures).has(indicator.id);
  const together = isTogether ? seriesOf(ofProcedures) : [];
  const tellers = (some: readonly UsageFigure[]) =>
    new Set(
      some.filter(({ observation }) => observation.value !== null).map(({ subject }) => subject.subjectId),
    ).size;
  const whole = together.filter(({ dimensions }) => Object.keys(dimensions).length === 0);
  return {
    indicator,
    tellers: tellers(figures),
    procedures:
      ofProcedures.length === 0 ? null : { told: tellers(ofProcedures), among: record.procedures.length },
    series: seriesOf(isTogether ? figures.filter((one) => !ofProcedures.includes(one)) : figures),
    sums: yearsOf(ofProcedures)
      .toReversed()
      .flatMap((year) => sumsOf(whole, year, record.procedures.length)),
    ofProcedures: whole,
    devices: devicesOf(figures),
    isDrawn: indicator.id !== 'share',
    sources: [...new Set(figures.map(({ observation }) => observation.source))].sort(),
    counted,
  };
}

/** Shares by device alone, of one service and period. */
function devicesOf(figures: readonly UsageFigure[]): DeviceShares[] {
  const shares = figures.filter(
    ({ observation: { dimensions, value, status } }) =>
      dimensions.device !== undefined &&
      Object.keys(dimensions).length === 1 &&
      typeof value === 'number' &&
      status !== 'suspect',
  );
  const groups = Map.groupBy(
    shares,
    ({ subject, observation }) => `${subject.subjectId} ${observation.periodStart} ${observation.periodEnd}`,
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const place = ({ dimensions }: RecordedObservation) => DEVICE_ORDER.indexOf(dimensions.device ?? '');
    const parts = group.map(({ observation }) => observation).sort((one, other) => place(one) - place(other));
    return [{ subject: first.subject, parts }];
  });
}
