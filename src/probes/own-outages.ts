/** Our own outages: when no point of measure was at work. Pure. */

/** From when until when a point of measure was at work. */
export type Watch = { readonly startedAt: Date; readonly endedAt: Date };

/** What nobody watched, from one instant to another. */
export type OwnOutage = { readonly from: Date; readonly to: Date };

/** A watch is written down about every minute: less than this between two is not an outage. */
const SHORTEST_MS = 2 * 60_000;

/**
 * The outages within [from, to]. What came before the first watch of all is not one: nothing was watched yet.
 *
 * @param watches all that reach into the period, and the first of all, in any order
 */
export function ownOutages(watches: readonly Watch[], from: Date, to: Date): OwnOutage[] {
  const [first, ...others] = watches.toSorted(
    (one, other) => one.startedAt.getTime() - other.startedAt.getTime(),
  );
  if (first === undefined) return [];
  const outages: OwnOutage[] = [];
  let watchedUntil = first.endedAt;
  for (const { startedAt, endedAt } of others) {
    if (startedAt > watchedUntil) outages.push({ from: watchedUntil, to: startedAt });
    if (endedAt > watchedUntil) watchedUntil = endedAt;
  }
  outages.push({ from: watchedUntil, to });
  return outages
    .map((outage) => ({
      from: outage.from > from ? outage.from : from,
      to: outage.to < to ? outage.to : to,
    }))
    .filter((outage) => outage.to.getTime() - outage.from.getTime() >= SHORTEST_MS);
}
