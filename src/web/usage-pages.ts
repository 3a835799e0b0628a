/** What the pages and the files of usage are made from: read once here for both. */
import { addDays, dayOf } from '../core/clock.ts';
import { listCountedYears } from '../visits/index.ts';
import type { SiteContext } from './server.ts';
import {
  COUNTED_INDICATORS,
  type CountedReport,
  daysOfYear,
  readCounted,
  twelveMonthsTo,
} from './usage-counted.ts';
import { readCoverage } from './usage-coverage.ts';
import { type IndicatorReport, reportIndicator } from './usage-indicator-report.ts';
import { getUsageIndicator } from './usage-indicators.ts';
import { parseUsageQuery, type UsageView } from './usage-query.ts';
import { readUsage, type UsageRecord } from './usage-record.ts';
import { reportYear, type YearReport } from './usage-year.ts';

export type UsagesRead = {
  readonly view: UsageView;
  readonly years: readonly string[];
  readonly report: YearReport;
  /** Of the year; null of one of which no day is over. */
  readonly counted: CountedReport | null;
  /** How many series of figures are told, and late. */
  readonly coverage: { readonly told: number; readonly late: number };
};

/**
 * The year that an address asks for; `shown` is null while nothing is known of any.
 * @throws VigieError InvalidInput naming each parameter that has no such value
 */
export async function readUsageYear(
  site: SiteContext,
  parameters: Readonly<Record<string, string>>,
): Promise<{ readonly record: UsageRecord; readonly shown: UsagesRead | null }> {
  const record = await readUsage(site);
  const years = [...new Set([...record.years, ...(await listCountedYears(site.db))])].sort().toReversed();
  const view = parseUsageQuery(parameters, years);
  if (view === null) return { record, shown: null };
  const days = daysOfYear(view.year, dayOf(site.clock.now()));
  const { told, late } = await readCoverage(site);
  const shown = {
    view,
    years,
    report: reportYear(record, view.year, view.compared, view.filter),
    counted: days && (await readCounted(site, days)),
    coverage: { told, late },
  };
  return { record, shown };
}

/**
 * One indicator, with what Vigie counts of it over the twelve months to yesterday.
 * @throws VigieError NotFound for what is no indicator of usage
 */
export async function readUsageIndicator(
  site: SiteContext,
  id: string,
): Promise<{ readonly record: UsageRecord; readonly report: IndicatorReport }> {
  const indicator = getUsageIndicator(id);
  const record = await readUsage(site);
  const isCounted = COUNTED_INDICATORS.some((one) => one === id);
  const period = twelveMonthsTo(addDays(dayOf(site.clock.now()), -1));
  const counted = isCounted ? await readCounted(site, period) : null;
  return { record, report: reportIndicator(record, indicator, counted) };
}
