/** Usage as JSON. */
import type { Procedure } from '../../catalogue/index.ts';
import type { Indicator, Observation } from '../../observations/index.ts';
import { AXES, whyNotAdded } from '../../observations/index.ts';
import { COUNTED_INDICATORS, type CountedReport, countedFigure } from '../usage-counted.ts';
import type { CoverageReport } from '../usage-coverage.ts';
import type { IndicatorReport } from '../usage-indicator-report.ts';
import { USAGE_FAMILIES } from '../usage-indicators.ts';
import type { ProcedureUsage } from '../usage-of-procedure.ts';
import type { UsagesRead } from '../usage-pages.ts';
import type { UsageRecord, UsageSubject } from '../usage-record.ts';
import type { UsageSum, YearFigure } from '../usage-year.ts';
import { snakeKeys } from './snake-keys.ts';

/** The year in figures; `year` is null while nothing is known of any. */
export function usagesJson(shown: UsagesRead | null, record: UsageRecord) {
  if (shown === null) return { year: null, years: [], indicators: USAGE_FAMILIES };
  const { view, years, report, counted, coverage } = shown;
  return {
    year: view.year,
    compared: view.compared,
    years,
    filters: { subject: view.filter.words, indicator: view.filter.indicator },
    coverage,
    counted: counted && countedJson(counted, record),
    procedures: report.sums.map((sum) => ({
      ...sumJson(sum),
      before: sum.before && sumJson(sum.before),
      alike: sum.alike,
    })),
    subjects: report.subjects.map(({ subject, figures }) => ({
      ...subjectJson(subject),
      figures: figures.map(yearJson),
    })),
    indicators: USAGE_FAMILIES,
  };
}

export function indicatorJson(report: IndicatorReport, record: UsageRecord) {
  const { indicator, tellers, procedures, series, sums, ofProcedures, sources, counted } = report;
  return {
    indicator: definitionJson(indicator),
    coverage: { subjects: tellers, procedures },
    counted: counted && countedJson(counted, record, indicator.id),
    procedures: sums.map(sumJson),
    series: [...series, ...ofProcedures].map(({ subject, dimensions, observations }) => ({
      subject: subjectJson(subject),
      dimensions,
      figures: observations.map(figureJson),
    })),
    sources,
  };
}

/** The words of the registry, and along what values may be added up. */
function definitionJson(indicator: Indicator) {
  const { id, label, definition, unit, things, nature, direction, ratio, periodKind, expectedAgeDays } =
    indicator;
  return {
    ...{ id, label, definition, unit, things, nature, direction, ratio },
    period_kind: periodKind,
    expected_age_days: expectedAgeDays,
    additive: Object.fromEntries(
      AXES.map((axis) => [axis, { may: indicator.additive[axis], why_not: whyNotAdded(indicator, axis) }]),
    ),
  };
}

export function coverageJson({ services, organisations, told, late, today }: CoverageReport) {
  return {
    today,
    series: told,
    late,
    subjects: services.map(
      ({ subject, indicator, from, until, periods, lastRecordedAt, lateSince, lateDays }) => ({
        ...subjectJson(subject),
        ...{ indicator, from, until, periods },
        last_recorded_at: lastRecordedAt.toISOString(),
        late_since: lateSince,
        late_days: lateDays,
      }),
    ),
    organisations: organisations.map((one) => ({
      slug: one.organisation?.slug ?? null,
      name: one.organisation?.name ?? null,
      indicator: one.indicator.id,
      ...{ told: one.told, procedures: one.procedures, until: one.until, late: one.late },
      late_since: one.lateSince,
    })),
  };
}

export function procedureUsageJson(
  procedure: Procedure,
  { period, counted, declared, onlineShare }: ProcedureUsage,
) {
  const { publicId, slug, name } = procedure;
  return {
    procedure: { id: publicId, slug, name },
    period,
    counted: counted === null ? null : snakeKeys(counted.visits),
    counters: (counted?.counters ?? []).map(({ createdAt, closedAt, closedReason, steps }) => ({
      opened_at: createdAt.toISOString(),
      closed_at: closedAt?.toISOString() ?? null,
      closed_reason: closedReason,
      steps,
    })),
    declared: declared.map(({ indicator, dimensions, observations }) => ({
      indicator,
      dimensions,
      figures: observations.map(figureJson),
    })),
    online_share: onlineShare && figureJson(onlineShare),
  };
}

/** What was counted of procedures, together and one by one. */
export function countedJson(
  { period, equipped, procedures, sums, totals }: CountedReport,
  { subjects }: UsageRecord,
  only?: string,
) {
  const isAsked = (id: string) => only === undefined || id === only;
  return {
    period,
    equipped,
    procedures,
    totals: sums
      .filter(({ indicator }) => isAsked(indicator))
      .map(({ indicator, total, why }) => ({ indicator, total, why_not_added: why })),
    subjects: totals.flatMap((one) => {
      const subject = subjects.get(one.subjectId);
      if (subject === undefined) return [];
      const figures = COUNTED_INDICATORS.filter(isAsked).map((id) =>
        figureJson(countedFigure(id, one, period)),
      );
      return [{ ...subjectJson(subject), figures }];
    }),
  };
}

function subjectJson({ kind, name, slug, procedure }: UsageSubject) {
  return { kind, name, slug, id: procedure?.publicId ?? null };
}

/** A total of what procedures declare. */
export function sumJson({ indicator, dimensions, period, total, why, told, among, aside }: UsageSum) {
  return {
    indicator: indicator.id,
    dimensions,
    period_start: period.periodStart,
    as_of: period.periodEnd,
    total,
    why_not_added: why,
    ...{ told, procedures: among, aside },
  };
}

function yearJson({ observation, sum, change }: YearFigure) {
  return {
    ...figureJson(observation),
    sum,
    change: change && {
      before: figureJson(change.before),
      absolute: change.absolute,
      relative: change.relative,
      exact: change.isExact,
    },
  };
}

function figureJson(one: Observation) {
  return {
    indicator: one.indicator,
    dimensions: one.dimensions,
    status: one.status,
    value: one.value,
    qualifier: one.qualifier,
    numerator: one.numerator,
    denominator: one.denominator,
    n: one.n,
    period_start: one.periodStart,
    as_of: one.periodEnd,
    population: { fr: one.populationFr, en: one.populationEn },
    note: { fr: one.noteFr, en: one.noteEn },
    source: one.source,
    origin: one.origin,
    reference: one.reference,
    reason: one.reason,
    accepted_because: one.acceptedBecause,
  };
}
