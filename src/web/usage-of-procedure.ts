/** The usage of one procedure, and of those of an organisation, as their pages show it. */
import type { Procedure } from '../catalogue/index.ts';
import { addDays, dayOf } from '../core/clock.ts';
import { NO_FIGURE } from '../core/figure.ts';
import {
  getIndicator,
  isLate,
  type Observation,
  observe,
  type RecordedObservation,
} from '../observations/index.ts';
import { listFacts as listVisitFacts } from '../visits/index.ts';
import type { SiteContext } from './server.ts';
import { type Days, readCountedOf, twelveMonthsTo } from './usage-counted.ts';
import { parseUntil } from './usage-query.ts';
import { readUsage, readUsageOf, type UsageFigure } from './usage-record.ts';
import { seriesOf, type UsageSeries, yearsOf } from './usage-series.ts';
import { sumsOf, type UsageSum } from './usage-year.ts';

export type ProcedureUsage = {
  readonly period: Days;
  /** Null where nothing counts its visits, nor ever did. */
  readonly counted: Awaited<ReturnType<typeof readCountedOf>>;
  /** What is declared or imported, through the years. */
  readonly declared: readonly UsageSeries[];
  /** Procedures completed online, as counted, of all those declared for the same days; null where one is not known. */
  readonly onlineShare: Observation | null;
};

/**
 * The usage of a procedure, counted over the twelve months that an address asks for.
 * @throws VigieError InvalidInput naming the parameter that has no such value
 */
export async function readProcedureUsage(
  site: SiteContext,
  procedure: Procedure,
  parameters: Readonly<Record<string, string>> = {},
): Promise<ProcedureUsage> {
  const yesterday = addDays(dayOf(site.clock.now()), -1);
  const period = twelveMonthsTo(parseUntil(parameters, yesterday));
  const [counted, figures] = await Promise.all([
    readCountedOf(site, procedure.subjectId, period),
    readUsageOf(site.db, procedure),
  ]);
  const declared = seriesOf(figures);
  // The share is of what counters count: where nothing was counted, nor is there one, there is no share.
  const onlineShare = counted && (await readOnlineShare(site, procedure.subjectId, declared));
  return { period, counted, declared, onlineShare };
}

const SHARE_SOURCE = 'Comptage sur les pages, rapporté au volume déclaré par l’administration';

/** Of the last period of which the total is declared: what was counted then, if it was over the whole of it. */
async function readOnlineShare(
  { db, clock }: SiteContext,
  subjectId: number,
  declared: readonly UsageSeries[],
): Promise<Observation | null> {
  const total = lastValue(declared, 'volume_total');
  if (typeof total?.value !== 'number' || total.value <= 0 || total.status === 'suspect') return null;
  const { periodStart, periodEnd } = total;
  const window = { from: periodStart, to: periodEnd };
  const facts = await listVisitFacts(db, ['volume_online'], [subjectId], window, clock.now());
  const completed = facts.get(subjectId)?.volume_online?.value;
  if (typeof completed !== 'number') return null;
  const isMoreThanAll = completed > total.value;
  return observe(subjectId, 'online_share', {
    ...NO_FIGURE,
    status: isMoreThanAll ? 'suspect' : 'measured',
    value: completed / total.value,
    numerator: completed,
    denominator: total.value,
    periodStart,
    periodEnd,
    source: SHARE_SOURCE,
    origin: 'automatic',
    reason: isMoreThanAll ? 'part_over_whole' : null,
  });
}

/** The last value of a procedure; undefined when it has none. */
export function lastValue(
  declared: readonly UsageSeries[],
  indicator: string,
): RecordedObservation | undefined {
  const whole = declared.find(
    (one) => one.indicator === indicator && Object.keys(one.dimensions).length === 0,
  );
  return whole?.observations.findLast(({ value }) => value !== null);
}

/** What the procedures of an organisation declare. */
export type DeclaredTogether = {
  /** Of the last year that some of them told: each indicator with its total, or why there is none. */
  readonly sums: readonly UsageSum[];
  readonly procedures: number;
  /** Of those, how many once told a figure whose next value is late. */
  readonly late: number;
};

const TOLD_TOGETHER = ['volume_online', 'volume_total', 'digital_share'];

export async function readDeclaredTogether(
  site: SiteContext,
  procedures: readonly Pick<Procedure, 'subjectId'>[],
): Promise<DeclaredTogether> {
  const record = await readUsage(site);
  const today = dayOf(site.clock.now());
  const figures = procedures.flatMap(({ subjectId }) => record.bySubject.get(subjectId) ?? []);
  const together = figures.filter(({ observation }) => TOLD_TOGETHER.includes(observation.indicator));
  const series = seriesOf(together).filter(({ dimensions }) => Object.keys(dimensions).length === 0);
  const byIndicator = TOLD_TOGETHER.flatMap((id) => {
    const ofIndicator = series.filter(({ indicator }) => indicator === id);
    const [latest] = yearsOf(together.filter((one) => one.observation.indicator === id));
    return latest === undefined ? [] : sumsOf(ofIndicator, latest, procedures.length);
  });
  return { sums: byIndicator, procedures: procedures.length, late: lateOf(figures, today) };
}

function lateOf(figures: readonly UsageFigure[], today: string): number {
  const ends = new Map<string, { subjectId: number; indicator: string; until: string }>();
  for (const { observation } of figures) {
    const { subjectId, indicator, periodEnd, value } = observation;
    const key = `${subjectId} ${indicator}`;
    const known = ends.get(key);
    if (value === null || (known !== undefined && known.until >= periodEnd)) continue;
    ends.set(key, { subjectId, indicator, until: periodEnd });
  }
  const late = [...ends.values()].filter(({ indicator, until }) =>
    isLate(getIndicator(indicator), until, today),
  );
  return new Set(late.map(({ subjectId }) => subjectId)).size;
}
