/** What probes say of one procedure in two lines. */
import type { Procedure } from '../catalogue/index.ts';
import { dayOf } from '../core/clock.ts';
import type { PublishedResult } from '../editions/index.ts';
import { readStatistics } from '../feedback/index.ts';
import {
  type Availability,
  listMaintenances,
  listTargets,
  type ProcedureNow,
  readAvailability,
  statesNow,
} from '../probes/index.ts';
import { DOUBTED_UNDER, judgeAvailability } from './availability-judged.ts';
import { parseProbeQuery } from './procedure-probes-query.ts';
import type { SiteContext } from './server.ts';

export type ProbeSummary = {
  readonly state: ProcedureNow;
  /** Over the three months to today; judged, and doubted where reviews contradict it. */
  readonly availability: Availability;
  readonly result: PublishedResult;
};

/** The state of a procedure now and its availability; null where no address is followed. */
export async function findProbeSummary(
  { db, clock }: Pick<SiteContext, 'db' | 'clock'>,
  { subjectId }: Pick<Procedure, 'subjectId'>,
): Promise<ProbeSummary | null> {
  const targets = await listTargets(db, { subjectId });
  if (targets.length === 0) return null;
  const now = clock.now();
  const { period } = parseProbeQuery({}, dayOf(now));
  const [maintenances, figures] = await Promise.all([
    listMaintenances(db),
    readAvailability(db, { subjectIds: [subjectId] }, period, now),
  ]);
  const state = statesNow(targets, maintenances, now).find((one) => one.subjectId === subjectId);
  const availability = figures.get(subjectId)?.whole;
  if (state === undefined || availability === undefined) return null;
  const isLow = availability.share !== null && availability.share < DOUBTED_UNDER;
  const reviews = isLow ? (await readStatistics(db, subjectId, period)).counts : null;
  return { state, availability, result: judgeAvailability(availability, reviews, period) };
}
