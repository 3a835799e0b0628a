/** What the procedures of an organisation are used for: what they declare, and what Vigie counts on their pages. */
import type { Procedure } from '../catalogue/index.ts';
import { addDays, dayOf } from '../core/clock.ts';
import { type CountedValue, FAILED, sumVisits, type VisitTotals } from '../visits/index.ts';
import type { SiteContext } from './server.ts';
import { type CountedReport, readCounted, twelveMonthsTo } from './usage-counted.ts';
import { type DeclaredTogether, readDeclaredTogether } from './usage-of-procedure.ts';
import { parseUntil } from './usage-query.ts';

/** From start to ending, by the marks that all procedures share: their own steps differ. */
export type Journey = {
  /** Of how many procedures: those that tell starts and no more endings than starts. */
  readonly k: number;
  readonly starts: number;
  /** Visits that reached a valid ending, each once. */
  readonly endings: number;
  readonly submitted: number;
  readonly refused: number;
  /** Visits that met an error page; some of them went on. */
  readonly errors: number;
  /** Starts without a valid ending. */
  readonly dropped: number;
};

export type OrganisationCounted = CountedReport & {
  /** The most visits first. */
  readonly byDevice: readonly CountedValue[];
  /** Null where no procedure tells both starts and endings. */
  readonly journey: Journey | null;
  /** Lowest completion first, of those with enough starts; how many have fewer. */
  readonly ranked: readonly VisitTotals[];
  readonly unranked: number;
  /** More endings than starts: in no sum of the two. */
  readonly doubtful: readonly VisitTotals[];
};

export type OrganisationUsage = DeclaredTogether & { readonly counted: OrganisationCounted };

/** Under so many starts, one person more or less moves the rate by several points: no place is given. */
export const FEWEST_STARTS = 30;

/**
 * The usage of the procedures of an organisation, counted over the twelve months that an address asks for, to yesterday unless
 * it names another day.
 * @throws VigieError InvalidInput naming the parameter that has no such value
 */
export async function readOrganisationUsage(
  site: SiteContext,
  procedures: readonly Pick<Procedure, 'subjectId'>[],
  parameters: Readonly<Record<string, string>>,
): Promise<OrganisationUsage> {
  const yesterday = addDays(dayOf(site.clock.now()), -1);
  const period = twelveMonthsTo(parseUntil(parameters, yesterday));
  const declared = await readDeclaredTogether(site, procedures);
  const report = await readCounted(site, period, procedures);
  const { told, doubtful } = sortCompletion(report.totals);
  const [byDevice, [failed]] = [
    await sumVisits(site.db, report.totals.map(subjectOf), period, { dimension: 'device' }),
    await sumVisits(site.db, told.map(subjectOf), period, { dimension: 'step', value: FAILED }),
  ];
  const ranked = told.filter(({ starts }) => starts >= FEWEST_STARTS).sort(byCompletion);
  return {
    ...declared,
    counted: {
      ...report,
      byDevice: byDevice.filter(({ visits }) => visits > 0),
      journey: journeyOf(told, failed?.visits ?? 0),
      ranked,
      unranked: told.length - ranked.length,
      doubtful,
    },
  };
}

const subjectOf = ({ subjectId }: VisitTotals) => subjectId;

function sortCompletion(totals: readonly VisitTotals[]) {
  const known = totals.filter(({ completion }) => completion !== null);
  const isDoubtful = ({ completion }: VisitTotals) =>
    completion !== null && completion.numerator > completion.denominator;
  return { told: known.filter((one) => !isDoubtful(one)), doubtful: known.filter(isDoubtful) };
}

/** @param errors visits of these procedures that met an error page, which totals do not hold */
export function journeyOf(told: readonly VisitTotals[], errors: number): Journey | null {
  if (told.length === 0) return null;
  const sum = (read: (one: VisitTotals) => number) => told.reduce((total, one) => total + read(one), 0);
  const [starts, endings] = [sum((one) => one.starts), sum(({ completion }) => completion?.numerator ?? 0)];
  return {
    ...{ k: told.length, starts, endings, errors, dropped: starts - endings },
    submitted: sum((one) => one.submitted),
    refused: sum((one) => one.refused),
  };
}

/** The lowest first; of two alike, the one that more people started. */
function byCompletion(one: VisitTotals, other: VisitTotals): number {
  return shareOf(one) - shareOf(other) || other.starts - one.starts || one.subjectId - other.subjectId;
}

function shareOf({ completion }: VisitTotals): number {
  return completion === null ? 1 : completion.numerator / completion.denominator;
}
