/** What comes in is looked at beside what the store holds before it is kept. */
import type { Queryable } from '../core/database.ts';
import { addKnown, findKnown, type KnownFigures } from './known-figures.ts';
import { listHeads } from './observation.sql.ts';
import type { Observation } from './observation.ts';
import { depthOf, findDoubt } from './plausible-figures.ts';

/**
 * Marks as suspect, with a reason code, what is not plausible beside what is known: jump against season and trend, part
 * over whole, outside the plausible range. The value stays. What is accepted with a reason keeps its status; the same
 * value, once accepted, stays accepted.
 *
 * @returns the observations in their order
 */
export async function assessPlausibility(
  db: Queryable,
  observations: readonly Observation[],
): Promise<Observation[]> {
  const subjectIds = [...new Set(observations.map(({ subjectId }) => subjectId))];
  const known = addKnown(new Map(), await listHeads(db, subjectIds));
  const chronological = [...observations.entries()].sort(([, one], [, other]) => inTurn(one, other));
  const assessed: Observation[] = [...observations];
  for (const [at, one] of chronological) {
    const judged = assessOne(one, known);
    assessed[at] = judged;
    addKnown(known, [judged]);
  }
  return assessed;
}

function assessOne(one: Observation, known: KnownFigures): Observation {
  const before = findKnown(known, one);
  const wasAccepted = before?.acceptedBecause ?? null;
  const acceptedBecause = one.acceptedBecause ?? (before?.value === one.value ? wasAccepted : null);
  const doubt = acceptedBecause === null ? findDoubt(one, known) : null;
  return doubt === null ? { ...one, acceptedBecause } : { ...one, status: 'suspect', reason: doubt };
}

/** The earlier first; within a period the whole before its parts, so that a part above it is the doubtful one. */
function inTurn(one: Observation, other: Observation): number {
  if (one.periodEnd !== other.periodEnd) return one.periodEnd < other.periodEnd ? -1 : 1;
  const parts = ({ indicator, dimensions }: Observation) =>
    depthOf(indicator) + Object.keys(dimensions).length;
  return parts(one) - parts(other);
}
