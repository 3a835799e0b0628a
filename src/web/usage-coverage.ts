/** Who tells what of usage, until when, and who is late. */
import type { Organisation } from '../catalogue/index.ts';
import { dayOf } from '../core/clock.ts';
import {
  type Freshness,
  getIndicator,
  type Indicator,
  listFreshness,
  stalenessDays,
} from '../observations/index.ts';
import type { SiteContext } from './server.ts';
import { placeOf, USAGE_IDS } from './usage-indicators.ts';
import { readUsage, type UsageRecord, type UsageSubject } from './usage-record.ts';

/** What one service tells of one indicator. */
export type SubjectCoverage = Freshness & {
  readonly subject: UsageSubject;
  /** How many days late its next value is; null while it is not, or where none is awaited. */
  readonly lateDays: number | null;
};

/** What the procedures of one organisation tell of one indicator. */
export type OrganisationCoverage = {
  /** Null for procedures that nobody is known to answer for. */
  readonly organisation: Organisation | null;
  readonly indicator: Indicator;
  /** Procedures that told a value once, of all those that it answers for. */
  readonly told: number;
  readonly procedures: number;
  /** Last day that one of them speaks of; null when none ever told. */
  readonly until: string | null;
  /** Procedures whose next value is late, and since when the first of them is. */
  readonly late: number;
  readonly lateSince: string | null;
};

export type CoverageReport = {
  /** One by one, the latest first: procedures only for what few of them tell. */
  readonly services: readonly SubjectCoverage[];
  /** By organisation, then indicator: of the indicators that many procedures tell. */
  readonly organisations: readonly OrganisationCoverage[];
  /** Every subject and indicator that ever told, procedures included, and how many are late. */
  readonly told: number;
  readonly late: number;
  readonly today: string;
};

/** Kept for the day: to be late is a matter of days. */
export async function readCoverage(site: SiteContext): Promise<CoverageReport> {
  const today = dayOf(site.clock.now());
  const [record, freshness] = [await readUsage(site), await site.remembered(readFreshness)];
  return coverageOf(record, freshness, today);
}

async function readFreshness({ db, clock }: SiteContext): Promise<Freshness[]> {
  return listFreshness(db, dayOf(clock.now()), USAGE_IDS);
}

const byName = new Intl.Collator('fr').compare;

/** @param today `YYYY-MM-DD`; what is late is late on that day */
export function coverageOf(
  record: UsageRecord,
  freshness: readonly Freshness[],
  today: string,
): CoverageReport {
  const all = freshness.flatMap((one): SubjectCoverage[] => {
    const subject = record.subjects.get(one.subjectId);
    if (subject === undefined) return [];
    const days = stalenessDays(getIndicator(one.indicator), one.until, today) ?? 0;
    return [{ ...one, subject, lateDays: days > 0 ? days : null }];
  });
  const many = record.together;
  const isTogether = ({ subject, indicator }: SubjectCoverage) =>
    subject.kind === 'procedure' && many.has(indicator);
  return {
    services: all
      .filter((one) => !isTogether(one))
      .sort(
        (one, other) =>
          (other.lateDays ?? 0) - (one.lateDays ?? 0) ||
          byName(one.subject.name, other.subject.name) ||
          placeOf(one.indicator) - placeOf(other.indicator),
      ),
    organisations: coverOrganisations(record, all.filter(isTogether)),
    told: all.length,
    late: all.filter(({ lateDays }) => lateDays !== null).length,
    today,
  };
}

function coverOrganisations(
  { procedures }: UsageRecord,
  told: readonly SubjectCoverage[],
): OrganisationCoverage[] {
  const indicators = [...new Set(told.map(({ indicator }) => indicator))].sort(
    (one, other) => placeOf(one) - placeOf(other),
  );
  const owned = Map.groupBy(procedures, ({ organisation }) => organisation?.subjectId ?? null);
  const byPlace = Map.groupBy(told, ({ indicator, subject }) =>
    placeIn(indicator, subject.procedure?.organisation?.subjectId ?? null),
  );
  return [...owned]
    .map(([id, some]) => ({ id, organisation: some[0]?.organisation ?? null, procedures: some.length }))
    .sort((one, other) => byName(one.organisation?.name ?? '\uffff', other.organisation?.name ?? '\uffff'))
    .flatMap((one) =>
      indicators.map((indicator) =>
        coverOne(
          one.organisation,
          getIndicator(indicator),
          byPlace.get(placeIn(indicator, one.id)) ?? [],
          one.procedures,
        ),
      ),
    );
}

function placeIn(indicator: string, organisationId: number | null): string {
  return `${indicator} ${organisationId}`;
}

function coverOne(
  organisation: Organisation | null,
  indicator: Indicator,
  told: readonly SubjectCoverage[],
  procedures: number,
): OrganisationCoverage {
  const late = told.flatMap(({ lateSince }) => lateSince ?? []).sort();
  return {
    organisation,
    indicator,
    told: told.length,
    procedures,
    until:
      told
        .map(({ until }) => until)
        .sort()
        .at(-1) ?? null,
    late: late.length,
    lateSince: late[0] ?? null,
  };
}
