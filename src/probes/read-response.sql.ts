/** Response times, worst hours, the last day minute by minute, our own outages: as pages and files read them. */
import type { Queryable } from '../core/database.ts';
import type { Timeline } from './availability.ts';
import { daysOf } from './availability-figures.ts';
import { readDaily } from './daily.sql.ts';
import { hoursOfDay } from './hours-of-day.ts';
import { readMinuteDays, readSubjectMinutes, readTargetMinutes } from './minute-day.sql.ts';
import { type OwnOutage, ownOutages, type Watch } from './own-outages.ts';
import { readHours } from './packed-hour.sql.ts';
import { boundsOf, HOUR_MS, hourMsOf, type Period } from './paris-hours.ts';
import type { HourOfDay, ResponseFigures } from './response.ts';
import { responseFigures } from './response-figures.ts';
import { timelineOf } from './timeline.ts';

/** How the targets of a procedure answered, on the days on which they counted for it. */
export type SubjectResponse = {
  readonly figures: ResponseFigures;
  /** Of today, the minutes of the hours that are packed. */
  readonly hours: readonly HourOfDay[];
};

/**
 * The response times of the targets of a procedure together over a period, with the last samples; and the hours of the clock,
 * the worst first. A target tells of the days, whole, on which it counted for the procedure, as in editions (`listFacts`).
 */
export async function readResponse(
  db: Queryable,
  subjectId: number,
  period: Period,
  now: Date,
): Promise<SubjectResponse> {
  const uses = await db.query<UseDays>(
    `select target_id as "targetId", (since at time zone 'Europe/Paris')::date::text as first,
       (until at time zone 'Europe/Paris')::date::text as last
     from probes.target_use where subject_id = $1 order by target_id, since`,
    [subjectId],
  );
  const usesOf = Map.groupBy(uses, ({ targetId }) => targetId);
  const isCounted = (targetId: number, day: string) =>
    (usesOf.get(targetId) ?? []).some(({ first, last }) => first <= day && (last === null || day <= last));
  const targetIds = [...usesOf.keys()];
  const counts = (await readDaily(db, { targetIds, ...period })).filter(({ targetId, day }) =>
    isCounted(targetId, day),
  );
  const minutes = (await readMinuteDays(db, 'target', targetIds, daysOf(period))).filter(({ id, day }) =>
    isCounted(id, day),
  );
  const targetsOn = (day: string) => targetIds.filter((id) => isCounted(id, day)).length;
  return {
    figures: responseFigures(counts),
    hours: hoursOfDay({ minutes, counts, targetsOn }, period, now),
  };
}

/** The first and the last day of a target for a procedure; no last one while it counts. */
type UseDays = { readonly targetId: number; readonly first: string; readonly last: string | null };

const TIMELINE_HOURS = 24;

/** The last 24 hours of a procedure and of its targets, minute by minute, until the minute of now. */
export async function readTimeline(db: Queryable, subjectId: number, now: Date): Promise<Timeline> {
  const last = hourMsOf(now.getTime());
  const hours = Array.from(
    { length: TIMELINE_HOURS + 1 },
    (_, back) => last - (TIMELINE_HOURS - back) * HOUR_MS,
  );
  const uses = await db.query<{ targetId: number }>(
    `select distinct target_id as "targetId" from probes.target_use
     where subject_id = $1 and since <= $3 and (until is null or until > $2) order by 1`,
    [subjectId, new Date(hours[0] ?? last), now],
  );
  const targetIds = uses.map(({ targetId }) => targetId);
  const wanted = { hours, untilMs: now.getTime() };
  return timelineOf({
    now,
    whole: await readSubjectMinutes(db, { ...wanted, ids: [subjectId] }),
    targets: await readTargetMinutes(db, { ...wanted, ids: targetIds }),
    samples: await readHours(db, { targetIds, fromMs: hours[0] ?? last, toMs: last + HOUR_MS }),
  });
}

/** When no point of measure was at work, over a period and until now. */
export async function listOwnOutages(db: Queryable, period: Period, now: Date): Promise<OwnOutage[]> {
  const { fromMs, toMs } = boundsOf(period);
  const [from, to] = [new Date(fromMs), new Date(Math.min(toMs, now.getTime()))];
  const watches = await db.query<Watch>(
    `select started_at as "startedAt", ended_at as "endedAt" from probes.watch
     where ended_at >= $1 and started_at <= $2
     union
     (select started_at, ended_at from probes.watch where started_at < $1 order by ended_at desc limit 1)`,
    [from, to],
  );
  return ownOutages(watches, from, to);
}
