/** The checks of the pages of a procedure, what was replied to them, and the declared values that they contradict. */

import { dayOf } from '../core/clock.ts';
import type { Queryable } from '../core/database.ts';
import {
  type CheckDivergence,
  type DeclaredValue,
  findCheckDivergences,
  listResultsOfSubject,
} from '../editions/index.ts';
import { listFacts } from '../observations/index.ts';
import { type CheckReply, type LatestCheck, listLatestChecks, listReplies } from '../probes/index.ts';
import type { ProbedAddress } from './procedure-probes-addresses.ts';

/** A page that is followed, the last check of each kind, and all that was replied, the last first. */
export type CheckedPage = {
  readonly address: ProbedAddress;
  readonly checks: readonly LatestCheck[];
  readonly replies: readonly CheckReply[];
};

/** The pages that were checked and are still followed, in the order of the addresses. */
export async function readChecks(db: Queryable, addresses: readonly ProbedAddress[]): Promise<CheckedPage[]> {
  const followed = addresses.filter(({ until }) => until === null);
  const ids = followed.map(({ id }) => id);
  const [checks, replies] = await Promise.all([
    listLatestChecks(db, { targetIds: ids }),
    listReplies(db, ids),
  ]);
  const pages = followed.map((address) => ({
    address,
    checks: checks.filter(({ targetId }) => targetId === address.id),
    replies: replies.filter(({ targetId }) => targetId === address.id),
  }));
  return pages.filter((page) => page.checks.length > 0);
}

const COMPARED: readonly CheckDivergence['criterion'][] = ['accessibility', 'authentication', 'mobile'];

/** Before the first day of which a value can speak. */
const BEGINNING = '1990-01-01';

/**
 * Where these checks contradict what is declared or was set by a person: in the latest edition, or to Vigie where the edition
 * has what a machine measured, or nothing.
 */
export async function readDivergences(
  db: Queryable,
  subjectId: number,
  pages: readonly CheckedPage[],
  now: Date,
): Promise<CheckDivergence[]> {
  if (pages.length === 0) return [];
  const today = dayOf(now);
  const [results, told] = await Promise.all([
    listResultsOfSubject(db, subjectId),
    listFacts(db, COMPARED, [subjectId], { from: BEGINNING, to: today }, now),
  ]);
  const declared: Partial<Record<CheckDivergence['criterion'], DeclaredValue>> = {};
  for (const criterion of COMPARED) {
    // The latest edition comes first.
    const last = results.find((one) => one.criterion === criterion)?.result;
    const fact = told.get(subjectId)?.[criterion];
    if (last !== undefined && last.origin !== 'automatic')
      declared[criterion] = { value: last.value, source: last.source, asOf: last.as_of };
    else if (fact !== undefined)
      declared[criterion] = { value: fact.value, source: fact.source, asOf: fact.periodEnd };
  }
  return findCheckDivergences(
    declared,
    pages.flatMap(({ checks }) => checks),
    today,
  );
}
