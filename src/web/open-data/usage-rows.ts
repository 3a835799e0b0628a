/** Figures of usage as tables: a line a figure, declared or counted, with the total that it may be. */
import type { CsvValue } from '../../core/csv.ts';
import { getIndicator, type Observation } from '../../observations/index.ts';
import type { CountedReport } from '../usage-counted.ts';
import { COUNTED_INDICATORS, countedFigure } from '../usage-counted.ts';
import type { CoverageReport } from '../usage-coverage.ts';
import type { IndicatorReport } from '../usage-indicator-report.ts';
import type { ProcedureUsage } from '../usage-of-procedure.ts';
import type { UsagesRead } from '../usage-pages.ts';
import type { UsageRecord, UsageSubject } from '../usage-record.ts';
import type { UsageSum, YearFigure, YearSum } from '../usage-year.ts';

/** Columns of `/usages.csv`, `/usages/{indicator}.csv` and of the usage of a procedure. */
export const USAGE_COLUMNS = [
  'type_sujet',
  'sujet',
  'id',
  'slug',
  'indicateur',
  'intitule_indicateur',
  'dimensions',
  'statut',
  'valeur',
  'qualification',
  'unite',
  'numerateur',
  'denominateur',
  'n',
  'periode_debut',
  'periode_fin',
  'connus',
  'attendus',
  'motif',
  'population',
  'note',
  'source',
  'origine',
  'reference',
  'valeur_comparee',
  'ecart',
  'ecart_relatif',
] as const;

export type UsageRow = Partial<Record<(typeof USAGE_COLUMNS)[number], CsvValue>>;
type Row = UsageRow;

/** The kind of the lines that tell procedures together. */
const TOGETHER = 'procedures';

export function yearRows({ report, counted }: UsagesRead, record: UsageRecord): Row[] {
  return [
    ...(counted === null ? [] : countedRows(counted, record)),
    ...report.sums.map((sum) => ({ ...sumRow(sum), ...comparedSum(sum) })),
    ...report.subjects.flatMap(({ subject, figures }) => figures.map((one) => yearRow(subject, one))),
  ];
}

export function indicatorRows(report: IndicatorReport, record: UsageRecord): Row[] {
  const { indicator, counted, sums, series, ofProcedures } = report;
  return [
    ...(counted === null ? [] : countedRows(counted, record, indicator.id)),
    ...sums.map(sumRow),
    ...[...series, ...ofProcedures].flatMap(({ subject, observations }) =>
      observations.map((one) => figureRow(subject, one)),
    ),
  ];
}

/** Procedures together, then one by one; of one indicator where it is given. */
export function countedRows(
  { totals, sums, period }: CountedReport,
  { subjects }: Pick<UsageRecord, 'subjects'>,
  only?: string,
): Row[] {
  const indicators = COUNTED_INDICATORS.filter((id) => only === undefined || id === only);
  if (totals.length === 0) return [];
  return indicators.flatMap((indicator): Row[] => {
    const sum = sums.find((one) => one.indicator === indicator);
    return [
      {
        type_sujet: TOGETHER,
        ...indicatorCells(indicator),
        statut: 'measured',
        valeur: sum?.total?.value ?? null,
        numerateur: sum?.total?.numerator ?? null,
        denominateur: sum?.total?.denominator ?? null,
        periode_debut: period.from,
        periode_fin: period.to,
        connus: sum?.total?.k ?? null,
        attendus: sum?.total?.n ?? null,
        motif: sum?.why?.fr ?? null,
        source: 'Vigie',
        origine: 'automatic',
      },
      ...totals.flatMap((one) => {
        const subject = subjects.get(one.subjectId);
        return subject === undefined ? [] : [figureRow(subject, countedFigure(indicator, one, period))];
      }),
    ];
  });
}

function yearRow(subject: UsageSubject, { observation, sum, change }: YearFigure): Row {
  return {
    ...figureRow(subject, observation),
    connus: sum?.k ?? null,
    attendus: sum?.n ?? null,
    valeur_comparee: change?.before.value ?? null,
    ecart: change?.absolute ?? null,
    ecart_relatif: change?.relative ?? null,
  };
}

/** A total of what procedures declare. */
export function sumRow({ indicator, dimensions, total, why, told, among, period }: UsageSum): Row {
  return {
    type_sujet: TOGETHER,
    ...indicatorCells(indicator.id),
    dimensions: dimensionText(dimensions),
    statut: total === null || total.value === null ? null : 'declared',
    valeur: total?.value ?? null,
    qualification: total?.qualifier ?? null,
    numerateur: total?.numerator ?? null,
    denominateur: total?.denominator ?? null,
    periode_debut: period.periodStart,
    periode_fin: period.periodEnd,
    connus: total?.k ?? told,
    attendus: among,
    motif: why?.fr ?? null,
  };
}

function comparedSum({ before }: YearSum): Row {
  return { valeur_comparee: before?.total?.value ?? null };
}

function figureRow({ kind, name, slug, procedure }: UsageSubject, one: Observation): Row {
  return { type_sujet: kind, sujet: name, id: procedure?.publicId ?? null, slug, ...observationCells(one) };
}

function observationCells(one: Observation): Row {
  return {
    ...indicatorCells(one.indicator),
    dimensions: dimensionText(one.dimensions),
    statut: one.status,
    valeur: one.value,
    qualification: one.value === null ? null : one.qualifier,
    numerateur: one.numerator,
    denominateur: one.denominator,
    n: one.n,
    periode_debut: one.periodStart,
    periode_fin: one.periodEnd,
    motif: one.reason,
    population: one.populationFr,
    note: one.noteFr,
    source: one.source,
    origine: one.origin,
    reference: one.reference,
  };
}

function indicatorCells(id: string): Row {
  const { label, unit } = getIndicator(id);
  return { indicateur: id, intitule_indicateur: label.fr, unite: unit };
}

/** As files of usage write them: `device=mobile;country=FR`. */
function dimensionText(dimensions: Readonly<Record<string, string>>): string {
  return Object.entries(dimensions)
    .map((pair) => pair.join('='))
    .join(';');
}

/** The usage of one procedure: what was counted, whole then by each part, and what is declared. */
export function procedureUsageRows(
  subject: UsageSubject,
  { period, counted, declared, onlineShare }: ProcedureUsage,
): Row[] {
  const told = [
    ...(onlineShare === null ? [] : [onlineShare]),
    ...declared.flatMap(({ observations }) => observations),
  ].map((one) => figureRow(subject, one));
  if (counted === null || counted.visits.days === 0) return told;
  const { visits } = counted;
  const totals = { ...visits, subjectId: subject.subjectId };
  const part = (name: string, value: string, indicator: string, count: number, at = period): Row => ({
    ...figureRow(subject, { ...countedFigure('visits', { ...totals, visits: count }, at), indicator }),
    dimensions: value === '' ? '' : `${name}=${value}`,
  });
  const by = (name: string, values: readonly { value: string; visits: number }[]) =>
    values.map(({ value, visits: count }) => part(name, value, 'visits', count));
  const time = (indicator: string, value: number): Row => ({
    ...part('', '', 'completed', value),
    indicateur: indicator,
    intitule_indicateur: null,
    unite: 'ms',
    n: visits.duration?.n ?? null,
  });
  return [
    ...COUNTED_INDICATORS.map((indicator) => figureRow(subject, countedFigure(indicator, totals, period))),
    ...by('device', visits.byDevice),
    ...by('country', visits.byCountry),
    ...by('referrer', visits.byReferrer),
    ...by('page', visits.byPage),
    ...visits.funnel.map(({ step, visits: count }) => part('step', step, 'visits', count)),
    ...visits.series.map(({ start, visits: count }) => part('start', start, 'visits', count)),
    ...(visits.duration === null
      ? []
      : [time('duration_median', visits.duration.medianMs), time('duration_p90', visits.duration.p90Ms)]),
    ...told,
  ];
}

/** Columns of `/usages/couverture.csv`. */
export const USAGE_COVERAGE_COLUMNS = [
  'type_sujet',
  'sujet',
  'id',
  'slug',
  'indicateur',
  'intitule_indicateur',
  'connus',
  'attendus',
  'premier_jour',
  'dernier_jour',
  'periodes',
  'recu_le',
  'en_retard',
  'retard_depuis',
  'retard_jours',
] as const;

type CoverageRow = Partial<Record<(typeof USAGE_COVERAGE_COLUMNS)[number], CsvValue>>;

/** A line a service and indicator, then a line an organisation and indicator. */
export function coverageRows({ services, organisations }: CoverageReport): CoverageRow[] {
  return [
    ...services.map(({ subject, indicator, from, until, periods, lastRecordedAt, lateSince, lateDays }) => ({
      type_sujet: subject.kind,
      sujet: subject.name,
      id: subject.procedure?.publicId ?? null,
      slug: subject.slug,
      indicateur: indicator,
      intitule_indicateur: getIndicator(indicator).label.fr,
      premier_jour: from,
      dernier_jour: until,
      periodes: periods,
      recu_le: lastRecordedAt.toISOString(),
      en_retard: lateSince === null ? 0 : 1,
      retard_depuis: lateSince,
      retard_jours: lateDays,
    })),
    ...organisations.map(({ organisation, indicator, told, procedures, until, late, lateSince }) => ({
      type_sujet: 'organisation',
      sujet: organisation?.name ?? null,
      slug: organisation?.slug ?? null,
      indicateur: indicator.id,
      intitule_indicateur: indicator.label.fr,
      connus: told,
      attendus: procedures,
      dernier_jour: until,
      en_retard: late,
      retard_depuis: lateSince,
    })),
  ];
}
