/** The availability of all procedures that are monitored: what the national page, its files and its feed are made from. */
import type { Organisation, Procedure } from '../catalogue/index.ts';
import { addDays, dayOf } from '../core/clock.ts';
import type { PublishedResult } from '../editions/index.ts';
import {
  countReceived,
  LONGEST_WINDOW_MS,
  numberOfReviews,
  type ReviewCounts,
  type ReviewWindow,
  readStatistics,
} from '../feedback/index.ts';
import {
  findNextOccurrence,
  type HeldMaintenance,
  type HeldTarget,
  type IncidentListing,
  listMaintenances,
  listOwnOutages,
  listSubjectDays,
  listTargets,
  listToldIncidents,
  listVantages,
  type Occurrence,
  type OwnOutage,
  type Period,
  type ProcedureNow,
  type SubjectDays,
  statesNow,
  type ToldIncident,
  type Vantage,
} from '../probes/index.ts';
import { DOUBTED_UNDER, judgeAvailability } from './availability-judged.ts';
import { byName } from './names.ts';
import { type ProcedureDirectory, readDirectory } from './procedure-directory.ts';
import { listReviewButtonDays } from './review-buttons.ts';
import type { SiteContext } from './server.ts';

const PERIOD_DAYS = 90;
/** Ended incidents are told for so many days. */
export const INCIDENT_DAYS = 14;
const MAINTENANCE_DAYS = 14;
const DAY_MS = 86_400_000;

export type MonitoredProcedure = {
  readonly procedure: Procedure;
  /** Subject ids of its organisation, its ministry, and all those above them. */
  readonly owners: ReadonlySet<number>;
  readonly now: ProcedureNow;
  readonly days: SubjectDays;
  /** Its availability over the period, judged. */
  readonly result: PublishedResult;
  /** Reviews of the period, where the availability is so low that they could contradict it; null elsewhere. */
  readonly reviews: number | null;
};

export type ShownIncident = ToldIncident & {
  readonly procedures: readonly Procedure[];
  /** Received while it lasted; null where no button was open, or where it lasted too long for them to be counted. */
  readonly reviews: number | null;
};

/** The next time, or the present one, of a maintenance; the procedures it touches. */
export type ShownMaintenance = Occurrence & {
  readonly reason: string;
  readonly procedures: readonly Procedure[];
};

export type NationalAvailability = {
  readonly now: Date;
  readonly period: Period;
  /** Procedures of the catalogue. */
  readonly procedures: number;
  /** By name. */
  readonly monitored: readonly MonitoredProcedure[];
  /** Those that last first, then the others, the last begun first. */
  readonly incidents: readonly ShownIncident[];
  /** The first to begin first. */
  readonly maintenances: readonly ShownMaintenance[];
  /** When no point of measure was at work within the period, the last one first. */
  readonly ownOutages: readonly OwnOutage[];
  /** Those that are not closed. */
  readonly vantages: readonly Vantage[];
  /** Those in force, by slug. */
  readonly organisations: ReadonlyMap<string, Organisation>;
};

/** Reads it all; ask for it by `site.recent`. */
export async function readNational(site: SiteContext): Promise<NationalAvailability> {
  const { db, clock } = site;
  const now = clock.now();
  const today = dayOf(now);
  const period = { from: addDays(today, 1 - PERIOD_DAYS), to: today };
  const [directory, targets, maintenances, ownOutages, vantages] = await Promise.all([
    site.remembered(readDirectory),
    listTargets(db),
    listMaintenances(db),
    listOwnOutages(db, period, now),
    listVantages(db),
  ]);
  const since = new Date(now.getTime() - INCIDENT_DAYS * DAY_MS);
  return {
    now,
    period,
    procedures: directory.entries.length,
    monitored: await readMonitored(site, directory, statesNow(targets, maintenances, now), period, now),
    incidents: await readIncidents(site, { since }),
    maintenances: announced(directory, targets, maintenances, now),
    ownOutages: ownOutages.toReversed(),
    vantages: vantages.filter(({ closedAt }) => closedAt === null),
    organisations: directory.organisations,
  };
}

async function readMonitored(
  { db }: SiteContext,
  { bySubject }: ProcedureDirectory,
  states: readonly ProcedureNow[],
  period: Period,
  now: Date,
): Promise<MonitoredProcedure[]> {
  const ids = states.map(({ subjectId }) => subjectId);
  const daysOf = new Map((await listSubjectDays(db, ids, period, now)).map((one) => [one.subjectId, one]));
  const all = states.flatMap((state) => {
    const entry = bySubject.get(state.subjectId);
    const days = daysOf.get(state.subjectId);
    return entry === undefined || days === undefined ? [] : [{ entry, state, days }];
  });
  const shown = all.map(async ({ entry: { procedure, owners }, state, days }) => {
    const { share } = days.whole;
    const reviews =
      share === null || share >= DOUBTED_UNDER ? null : await readReviews(db, state.subjectId, period);
    return {
      procedure,
      owners,
      now: state,
      days,
      result: judgeAvailability(days.whole, reviews, period),
      reviews: reviews && numberOfReviews(reviews),
    };
  });
  return (await Promise.all(shown)).sort((one, other) => byName(one.procedure, other.procedure));
}

async function readReviews(db: SiteContext['db'], subjectId: number, period: Period): Promise<ReviewCounts> {
  return (await readStatistics(db, subjectId, period)).counts;
}

/** Incidents with their procedures, and the reviews that came while each lasted: of the procedure that is asked for alone. */
export async function readIncidents(
  site: Pick<SiteContext, 'db' | 'clock' | 'remembered'>,
  listing: IncidentListing,
): Promise<ShownIncident[]> {
  const { db, clock } = site;
  const incidents = await listToldIncidents(db, listing);
  if (incidents.length === 0) return [];
  const [{ bySubject }, buttons] = await Promise.all([
    site.remembered(readDirectory),
    listReviewButtonDays(db),
  ]);
  const isAsked = (subjectId: number) => subjectId === (listing.subjectId ?? subjectId);
  const windows = incidents.flatMap(({ id, subjectIds, startedAt, endedAt }) => {
    const to = endedAt ?? clock.now();
    const day = dayOf(startedAt);
    const isOpen = (subjectId: number) =>
      buttons.some(
        (one) =>
          one.subjectId === subjectId && one.from <= day && (one.closedOn === null || one.closedOn > day),
      );
    if (to.getTime() - startedAt.getTime() > LONGEST_WINDOW_MS) return [];
    return subjectIds
      .filter((one) => isAsked(one) && isOpen(one))
      .map((subjectId) => ({ id, subjectId, from: startedAt, to }));
  });
  const received = await countReceived(db, windows satisfies readonly ReviewWindow[]);
  const reviews = new Map<number, number>();
  for (const [at, { id }] of windows.entries()) {
    reviews.set(id, (reviews.get(id) ?? 0) + (received[at] ?? 0));
  }
  const shown = incidents.map((incident) => ({
    ...incident,
    procedures: incident.subjectIds
      .flatMap((id) => bySubject.get(id)?.procedure ?? [])
      .toSorted((one, other) => byName(one, other)),
    reviews: reviews.get(incident.id) ?? null,
  }));
  return shown.sort((one, other) => Number(one.endedAt !== null) - Number(other.endedAt !== null));
}

/** What is announced for the next days, the same stop of several targets told once. */
function announced(
  { bySubject }: ProcedureDirectory,
  targets: readonly HeldTarget[],
  maintenances: readonly HeldMaintenance[],
  now: Date,
): ShownMaintenance[] {
  const usesOf = new Map(targets.map(({ id, uses }) => [id, uses]));
  const until = now.getTime() + MAINTENANCE_DAYS * DAY_MS;
  const next = maintenances.flatMap((maintenance) => {
    const occurrence = findNextOccurrence(maintenance, now);
    if (occurrence === null || occurrence.endsAt <= now || occurrence.startsAt.getTime() > until) return [];
    return [{ ...occurrence, reason: maintenance.reason, uses: usesOf.get(maintenance.targetId) ?? [] }];
  });
  const together = Map.groupBy(
    next,
    ({ startsAt, endsAt, reason }) => `${startsAt.getTime()} ${endsAt.getTime()} ${reason}`,
  );
  return [...together.values()]
    .flatMap(([first, ...others]) => {
      if (first === undefined) return [];
      const ids = new Set([first, ...others].flatMap(({ uses }) => uses.map(({ subjectId }) => subjectId)));
      const procedures = [...ids].flatMap((id) => bySubject.get(id)?.procedure ?? []).toSorted(byName);
      const { startsAt, endsAt, reason } = first;
      return [{ startsAt, endsAt, reason, procedures }];
    })
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
}
