/** What probes saw of one procedure: what its page of probes, its files and its block are made from. */
import type { Procedure } from '../catalogue/index.ts';
import { addDays, dayOf } from '../core/clock.ts';
import { instantOf } from '../core/paris-time.ts';
import type { CheckDivergence } from '../editions/index.ts';
import { type ReviewCounts, readStatistics } from '../feedback/index.ts';
import {
  type Annotation,
  type AvailabilityFigures,
  findNextOccurrence,
  type HeldMaintenance,
  type HourOfDay,
  listAnnotations,
  listCertificateEnds,
  listMaintenances,
  listOwnOutages,
  listVantages,
  type Occurrence,
  type OwnOutage,
  type Period,
  type ProcedureNow,
  type ResponseFigures,
  readAvailability,
  readResponse,
  readTimeline,
  statesNow,
  type Timeline,
  type Vantage,
} from '../probes/index.ts';
import { listCounters, readVisits } from '../visits/index.ts';
import { DOUBTED_UNDER } from './availability-judged.ts';
import { readIncidents, type ShownIncident } from './availability-national.ts';
import { cellsOf, type DayCell } from './day-state.ts';
import { listAddresses, type ProbedAddress } from './procedure-probes-addresses.ts';
import { type CheckedPage, readChecks, readDivergences } from './procedure-probes-checks.ts';
import { type JudgedMethod, judgeProbed } from './procedure-probes-judged.ts';
import { type ProbeView, parseProbeQuery } from './procedure-probes-query.ts';
import {
  compareBusiest,
  type OutageDays,
  type SurgeComparison,
  type SurgeDay,
  splitPeriod,
  surgeDays,
} from './procedure-probes-surge.ts';
import type { SiteContext } from './server.ts';

export type ShownStop = Occurrence & { readonly reason: string };

export type ProcedureProbes = {
  readonly now: Date;
  readonly today: string;
  readonly view: ProbeView;
  /** Those that are followed, in the order in which a user meets them; closed ones last. */
  readonly addresses: readonly ProbedAddress[];
  /** Null where no address is followed any more. */
  readonly state: ProcedureNow | null;
  /** Points of measure, closed ones too. */
  readonly vantages: readonly Vantage[];
  /** When the certificate of each target ends, by its id. */
  readonly certificates: ReadonlyMap<number, Date>;
  readonly stops: readonly ShownStop[];
  readonly timeline: Timeline;
  /** The last ninety days. */
  readonly cells: readonly DayCell[];
  readonly availability: AvailabilityFigures;
  readonly byTarget: ReadonlyMap<number, AvailabilityFigures>;
  readonly response: ResponseFigures;
  readonly hours: readonly HourOfDay[];
  readonly judged: readonly JudgedMethod[];
  /** Reviews of the period, where the availability is so low that they could contradict it; null elsewhere. */
  readonly reviews: ReviewCounts | null;
  readonly surge: {
    readonly days: readonly SurgeDay[];
    readonly comparison: SurgeComparison | null;
    /** False where nothing counts the visits of the procedure, nor ever did. */
    readonly isCounted: boolean;
  };
  /** Of the period, those that last first. */
  readonly incidents: readonly ShownIncident[];
  /** Of those that were not withdrawn. */
  readonly outages: readonly OutageDays[];
  readonly annotations: readonly Annotation[];
  readonly ownOutages: readonly OwnOutage[];
  readonly checks: readonly CheckedPage[];
  readonly divergences: readonly CheckDivergence[];
};

const GLANCE_DAYS = 90;
const STOP_DAYS = 14;
const DAY_MS = 86_400_000;
/** A longer period is told by its last days in the chart of days. */
export const MOST_SURGE_DAYS = 366;
/** Visits of a longer period come by month (`VisitFigures.series`). */
const VISIT_DAYS = 92;

/**
 * What probes saw of a procedure over the days that an address asks for.
 * @returns null where none of its addresses was ever followed
 * @throws VigieError InvalidInput naming the parameter that has no such value
 */
export async function readProcedureProbes(
  site: SiteContext,
  procedure: Pick<Procedure, 'subjectId' | 'publicId'>,
  parameters: Readonly<Record<string, string>> = {},
): Promise<ProcedureProbes | null> {
  const { db, clock } = site;
  const { subjectId } = procedure;
  const now = clock.now();
  const today = dayOf(now);
  const view = parseProbeQuery(parameters, today);
  const { period } = view;
  const addresses = await listAddresses(db, subjectId);
  if (addresses.length === 0) return null;
  const ids = addresses.map(({ id }) => id);
  const glance = { from: addDays(today, 1 - GLANCE_DAYS), to: today };
  const [maintenances, vantages, certificates, timeline, glanced, figures, byTarget, answered] =
    await Promise.all([
      listMaintenances(db),
      listVantages(db),
      listCertificateEnds(db, ids),
      readTimeline(db, subjectId, now),
      readAvailability(db, { subjectIds: [subjectId] }, glance, now),
      readAvailability(db, { subjectIds: [subjectId] }, period, now),
      readAvailability(db, { targetIds: ids }, period, now),
      readResponse(db, subjectId, period, now),
    ]);
  const [incidents, annotations, ownOutages, counted, checks] = await Promise.all([
    listIncidents(site, subjectId, period),
    listAnnotations(db, { subjectId, period }),
    listOwnOutages(db, period, now),
    readDailyVisits(site, subjectId, surgePeriod(period, today)),
    readChecks(db, addresses),
  ]);
  const availability = figures.get(subjectId);
  if (availability === undefined) throw new Error('availability was not read');
  const { share } = availability.whole;
  const reviews =
    share === null || share >= DOUBTED_UNDER ? null : (await readStatistics(db, subjectId, period)).counts;
  const outages = incidents
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .map(({ startedAt, endedAt }) => ({ startedAt: dayOf(startedAt), endedAt: endedAt && dayOf(endedAt) }));
  const days = surgeDays(counted.days, {
    visits: counted.visits,
    responses: answered.figures.days,
    availabilities: availability.days,
    outages,
  });
  const open = addresses.filter(({ until }) => until === null);
  const states = statesNow(open, maintenances, now);
  return {
    ...{
      now,
      today,
      view,
      addresses,
      vantages,
      certificates,
      timeline,
      availability,
      byTarget,
      response: answered.figures,
      hours: answered.hours,
    },
    state: states.find((one) => one.subjectId === subjectId) ?? null,
    stops: listStops(maintenances, new Set(open.map(({ id }) => id)), now),
    cells: cellsOf(glanced.get(subjectId)?.days ?? [], glance),
    judged: judgeProbed(availability.whole, answered.figures.whole, reviews, period),
    reviews,
    surge: { days, comparison: compareBusiest(days), isCounted: counted.isCounted },
    ...{ incidents, outages, annotations, ownOutages, checks },
    divergences: await readDivergences(db, subjectId, checks, now),
  };
}

/** The incidents that lasted on a day of a period. */
async function listIncidents(
  site: SiteContext,
  subjectId: number,
  { from, to }: Period,
): Promise<ShownIncident[]> {
  const since = instantOf({ day: from, clockMs: 0 });
  const incidents = await readIncidents(site, { since, subjectId });
  return incidents.filter(({ startedAt }) => dayOf(startedAt) <= to);
}

/** The next time of each maintenance that was announced, the same one of several addresses told once. */
function listStops(
  maintenances: readonly HeldMaintenance[],
  targetIds: ReadonlySet<number>,
  now: Date,
): ShownStop[] {
  const until = now.getTime() + STOP_DAYS * DAY_MS;
  const stops = maintenances
    .filter(({ targetId }) => targetIds.has(targetId))
    .flatMap((maintenance) => {
      const next = findNextOccurrence(maintenance, now);
      if (next === null || next.endsAt <= now || next.startsAt.getTime() > until) return [];
      return [{ ...next, reason: maintenance.reason }];
    });
  const byWords = new Map(
    stops.map((stop) => [`${stop.startsAt.getTime()} ${stop.endsAt.getTime()} ${stop.reason}`, stop]),
  );
  return [...byWords.values()].sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
}

/** The days of a period that are over, or the last ones where it is long. */
function surgePeriod({ from, to }: Period, today: string): Period {
  const yesterday = addDays(today, -1);
  const last = to < yesterday ? to : yesterday;
  const earliest = addDays(last, 1 - MOST_SURGE_DAYS);
  return { from: from > earliest ? from : earliest, to: last };
}

async function readDailyVisits(
  { db }: Pick<SiteContext, 'db'>,
  subjectId: number,
  period: Period,
): Promise<{ days: string[]; visits: Map<string, number>; isCounted: boolean }> {
  const days: string[] = [];
  for (let day = period.from; day <= period.to; day = addDays(day, 1)) days.push(day);
  const visits = new Map<string, number>();
  for (const part of splitPeriod(period, days, VISIT_DAYS)) {
    const { series } = await readVisits(db, [subjectId], part);
    for (const point of series) visits.set(point.start, point.visits);
  }
  const isCounted = visits.size > 0 || (await listCounters(db, subjectId)).length > 0;
  return { days, visits, isCounted };
}
