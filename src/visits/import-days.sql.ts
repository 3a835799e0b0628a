/** Puts days that files tell in the store. A day has one source: what another one told of it stands. */
import type { Queryable } from '../core/database.ts';
import { addVisitCounts, claimDays, forgetDays, recordVisitors } from './add-visits.sql.ts';
import { COUNTER_SOURCE, type SubjectDay, type VisitRows } from './visit-count.ts';

/** What files of visits are: each is the source of the days that it tells. */
export type ImportSource = 'log' | 'matomo' | 'csv';

/** All that a file tells of a day. */
export type ImportedDay = SubjectDay & VisitRows & { readonly visitors: number | null };

export type HeldDay = SubjectDay & { readonly source: string };

export type DaysOutcome = {
  readonly recorded: readonly SubjectDay[];
  /** Of those recorded, the ones that another import told before. */
  readonly replaced: number;
  /** Days that stand as they were told before, by whom. */
  readonly held: readonly HeldDay[];
};

/** Rows that are written at once. */
const AT_ONCE = 20_000;

/**
 * Records days, each whole. Those that are told already stand, unless they are replaced; what counters counted always stands.
 * One import writes at a time: each sees the days of the other.
 *
 * @param tx a transaction; days of one subject are there once
 */
export async function recordDays(
  tx: Queryable,
  days: readonly ImportedDay[],
  { source, replace }: { readonly source: ImportSource; readonly replace: boolean },
): Promise<DaysOutcome> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('vigie.visits-import'))`);
  const told = await listHeldDays(tx, days);
  const replaced = replace ? told.filter((one) => one.source !== COUNTER_SOURCE) : [];
  for (const { day, ...where } of replaced) await forgetDays(tx, { ...where, from: day, to: day });
  const standing = told.filter((one) => !replaced.includes(one));
  const known = new Set(standing.map(keyOf));
  const fresh = days.filter((one) => !known.has(keyOf(one)));
  const taken = new Set((await claimDays(tx, fresh, source)).map(keyOf));
  const ours = fresh.filter((one) => !taken.has(keyOf(one)));
  await writeCounts(tx, ours);
  await recordVisitors(
    tx,
    ours.flatMap(({ subjectId, day, visitors }) => (visitors === null ? [] : [{ subjectId, day, visitors }])),
  );
  // Of the days that a counter has claimed meanwhile, who holds them is asked again.
  const meanwhile = await listHeldDays(
    tx,
    fresh.filter((one) => taken.has(keyOf(one))),
  );
  return {
    recorded: ours.map(({ subjectId, day }) => ({ subjectId, day })),
    replaced: replaced.filter((one) => !taken.has(keyOf(one))).length,
    held: [...standing, ...meanwhile],
  };
}

const keyOf = ({ subjectId, day }: SubjectDay) => `${subjectId} ${day}`;

async function writeCounts(tx: Queryable, days: readonly ImportedDay[]): Promise<void> {
  let [counts, durations]: [VisitRows['counts'], VisitRows['durations']] = [[], []];
  for (const day of days) {
    counts = [...counts, ...day.counts];
    durations = [...durations, ...day.durations];
    if (counts.length < AT_ONCE) continue;
    await addVisitCounts(tx, { counts, durations });
    [counts, durations] = [[], []];
  }
  await addVisitCounts(tx, { counts, durations });
}

/** Of days, those that are told already, and by whom. */
export function listHeldDays(db: Queryable, days: readonly SubjectDay[]): Promise<HeldDay[]> {
  return db.query<HeldDay>(
    `select distinct subject_id as "subjectId", day, source
     from visits.counted_day join unnest($1::bigint[], $2::date[]) as given (subject_id, day) using (subject_id, day)
     order by 1, 2`,
    [days.map(({ subjectId }) => subjectId), days.map(({ day }) => day)],
  );
}
