/** What changes of the incidents that are kept, once more samples are known. Pure. */
import type { Incident } from './incident.ts';

export type KeptIncident = Incident & {
  readonly id: number;
  /** Somebody wrote of it. */
  readonly isNoted: boolean;
};

export type IncidentChanges = {
  /** Found to be a part of another one. */
  readonly removed: readonly number[];
  /** Refuted by what came later. */
  readonly withdrawn: readonly number[];
  readonly changed: readonly (Incident & { readonly id: number })[];
  readonly added: readonly Incident[];
  /** Notes of one that is another's part now go to that one. */
  readonly notesMoved: readonly { readonly from: number; readonly to: number }[];
};

/**
 * Ties incidents that were found to those that are kept, by the time that they share. One that is found no more was refuted
 * by what came later: it was told, and so is that it is withdrawn.
 *
 * @param found in order of time
 * @param kept those of the same time, in order
 */
export function compareIncidents(found: readonly Incident[], kept: readonly KeptIncident[]): IncidentChanges {
  const tied = new Map<KeptIncident, Incident>();
  const added: Incident[] = [];
  for (const incident of found) {
    const same = kept.find((one) => !tied.has(one) && overlap(one, incident));
    if (same === undefined) added.push(incident);
    else tied.set(same, incident);
  }
  const lost = kept.filter((one) => !tied.has(one));
  const heirOf = (one: KeptIncident) => [...tied].find(([, incident]) => overlap(one, incident))?.[0];
  return {
    added,
    removed: lost.filter((one) => heirOf(one) !== undefined).map(({ id }) => id),
    withdrawn: lost.filter((one) => heirOf(one) === undefined).map(({ id }) => id),
    changed: [...tied].flatMap(([kept, incident]) =>
      isSame(kept, incident) ? [] : [{ ...incident, id: kept.id }],
    ),
    notesMoved: lost.flatMap((one) => {
      const heir = heirOf(one);
      return one.isNoted && heir !== undefined ? [{ from: one.id, to: heir.id }] : [];
    }),
  };
}

export function isUnchanged({ added, removed, withdrawn, changed }: IncidentChanges): boolean {
  return added.length + removed.length + withdrawn.length + changed.length === 0;
}

function overlap(one: Incident, other: Incident): boolean {
  const reaches = (from: Incident, to: Incident) => from.endedAt === null || from.endedAt >= to.startedAt;
  return reaches(one, other) && reaches(other, one);
}

function isSame(one: Incident, other: Incident): boolean {
  return (
    one.startedAt.getTime() === other.startedAt.getTime() &&
    one.confirmedAt.getTime() === other.confirmedAt.getTime() &&
    one.resumedAt?.getTime() === other.resumedAt?.getTime() &&
    one.endedAt?.getTime() === other.endedAt?.getTime() &&
    one.cause === other.cause &&
    one.vantageIds.join() === other.vantageIds.join()
  );
}
