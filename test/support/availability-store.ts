/** A store in which procedures are in every state: up, down, refusing the robot, in maintenance, not seen… */
import { addDays, dayOf } from '../../src/core/clock.ts';
import type { Database } from '../../src/core/database.ts';
import { newReviewId } from '../../src/feedback/form-token.ts';
import { createButton, keepContributions } from '../../src/feedback/index.ts';
import { elapsedMinutes } from '../../src/probes/availability-figures.ts';
import { addIncidentNote } from '../../src/probes/incident-note.sql.ts';
import {
  addTarget,
  announceMaintenance,
  createVantage,
  type Minutes,
  type Outcome,
  VERDICTS,
} from '../../src/probes/index.ts';
import { writeMinuteDays } from '../../src/probes/minute-day.sql.ts';
import { hoursOf } from '../../src/probes/paris-hours.ts';
import { USUAL_DEMAND } from '../../src/probes/target.ts';
import { extendWatch, noteSeen } from '../../src/probes/vantage.sql.ts';
import { putIncident, setLatest } from './availability-store.sql.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Minutes of whole days of a procedure, the first hours of each the first ones said. */
export async function setDays(
  db: Database,
  subjectId: number,
  days: readonly string[],
  minutes: Partial<Minutes>,
): Promise<void> {
  const told = VERDICTS.flatMap((verdict) => Array.from({ length: minutes[verdict] ?? 0 }, () => verdict));
  const hours = Array.from({ length: 25 }, (_, hour) => {
    const of = told.slice(60 * hour, 60 * (hour + 1));
    return VERDICTS.map((verdict) => of.filter((one) => one === verdict).length);
  });
  await db.transaction((tx) =>
    writeMinuteDays(
      tx,
      'subject',
      days.map((day) => ({ id: subjectId, day, minutes: hours.flat() })),
    ),
  );
}

/** The minutes of a day that is over. */
export function minutesOfDay(day: string): number {
  return 60 * hoursOf(day);
}

export async function watch(db: Database, vantageId: number, startedAt: Date, until: Date): Promise<void> {
  await extendWatch(db, vantageId, { startedAt, until });
}

export type MadeTarget = { readonly targetId: number; readonly subjectIds: readonly number[] };

/** An address that counts for these procedures, and what each point of measure saw of it half a minute ago. */
export async function addSeenTarget(
  db: Database,
  {
    name,
    subjectIds,
    vantageIds,
    outcome,
    since,
    now,
    seenAt,
  }: {
    readonly name: string;
    readonly subjectIds: readonly number[];
    readonly vantageIds: readonly number[];
    readonly outcome: Outcome | null;
    readonly since: Date;
    readonly now: Date;
    readonly seenAt?: Date;
  },
): Promise<number> {
  const demand = { ...USUAL_DEMAND, url: `https://${name}.example/` };
  const created = new Date(now.getTime() - 100 * DAY_MS);
  let targetId = 0;
  for (const subjectId of subjectIds) {
    const added = await db.transaction((tx) =>
      addTarget(tx, { demand, subjectId, role: 'home', author: 'test' }, created),
    );
    targetId = added.target.id;
  }
  const at = seenAt ?? new Date(now.getTime() - MINUTE_MS / 2);
  if (outcome !== null) {
    for (const vantageId of vantageIds) await setLatest(db, { targetId, vantageId, at, outcome, since });
  }
  return targetId;
}

/** Procedures that `fillSituations` puts in a state, at least. */
export const SITUATIONS = 8;

export type Situations = {
  /** Of the outage under way. */
  readonly open: number;
  /** Of one that is over. */
  readonly ended: number;
  readonly vantageIds: readonly number[];
  readonly targetIds: readonly number[];
};

/**
 * Puts the first eight procedures in eight states: up, down with another one that shares its address (of the third, whose robot
 * was refused without a word for ninety days: seen down, while users answered), refusing the robot, in maintenance, slow, not
 * seen for an hour, undetermined. Two points of measure were at work, but for ten hours two days ago.
 */
export async function fillSituations(
  db: Database,
  subjectIds: readonly number[],
  now: Date,
): Promise<Situations> {
  const before = (ms: number) => new Date(now.getTime() - ms);
  const hour = 60 * MINUTE_MS;
  const created = before(100 * DAY_MS);
  const vantages = [
    await createVantage(db, { slug: 'paris', name: 'Paris', author: 'test' }, created),
    await createVantage(db, { slug: 'lyon', name: 'Lyon', author: 'test' }, created),
  ];
  const vantageIds = vantages.map(({ id }) => id);
  const [paris = 0, lyon = 0] = vantageIds;
  await noteSeen(db, paris, before(MINUTE_MS / 2), 12);
  await noteSeen(db, lyon, before(20 * MINUTE_MS), null);
  await watch(db, paris, before(95 * DAY_MS), before(2 * DAY_MS + 10 * hour));
  await watch(db, paris, before(2 * DAY_MS), before(MINUTE_MS / 2));
  await watch(db, lyon, before(DAY_MS), before(20 * MINUTE_MS));

  const seen: readonly (readonly [name: string, at: readonly number[], outcome: Outcome, since: number])[] = [
    ['disponible', [0], 'up', 30 * DAY_MS],
    ['en-panne', [1, 2], 'server_error', 47 * MINUTE_MS],
    ['refuse', [3], 'challenge', 3 * DAY_MS],
    ['maintenance', [4], 'maintenance', hour],
    ['lente', [5], 'slow', 2 * hour],
    ['muette', [6], 'up', 9 * DAY_MS],
    ['indeterminee', [7], 'own_network', 5 * MINUTE_MS],
  ];
  const targetIds: number[] = [];
  for (const [name, places, outcome, since] of seen) {
    const of = places.flatMap((at) => subjectIds[at] ?? []);
    const given = { name, subjectIds: of, vantageIds: [paris], outcome, since: before(since), now };
    targetIds.push(await addSeenTarget(db, name === 'muette' ? { ...given, seenAt: before(hour) } : given));
  }
  await fillDays(db, subjectIds, now);
  const [, down = 0, , stopped = 0] = targetIds;
  const cause = 'server_error' as const;
  const open = await putIncident(db, {
    ...{ targetId: down, startedAt: before(47 * MINUTE_MS), endedAt: null, cause, vantageIds },
  });
  await addIncidentNote(
    db,
    { incidentId: open, author: 'Équipe technique', text: 'Un disque est plein : nous le vidons.' },
    before(20 * MINUTE_MS),
  );
  const ended = await putIncident(db, {
    targetId: down,
    startedAt: before(3 * DAY_MS + 2 * hour),
    endedAt: before(3 * DAY_MS),
    cause: 'certificate_expired',
    vantageIds: [paris],
  });
  await db.transaction(async (tx) => {
    const until = { repeats: 'never', repeatsUntil: null, author: 'Équipe technique' } as const;
    const under = { startsAt: before(hour), endsAt: before(-hour), reason: 'Mise à jour du serveur' };
    await announceMaintenance(tx, [stopped], { ...under, ...until }, before(DAY_MS));
    const soon = {
      startsAt: before(-2 * DAY_MS),
      endsAt: before(-2 * DAY_MS - hour),
      reason: 'Nouvelle version',
    };
    await announceMaintenance(tx, targetIds.slice(0, 2), { ...soon, ...until }, before(DAY_MS));
  });
  return { open, ended, vantageIds, targetIds };
}

async function fillDays(db: Database, subjectIds: readonly number[], now: Date): Promise<void> {
  const today = dayOf(now);
  const days = Array.from({ length: 89 }, (_, at) => addDays(today, at - 89));
  const [up = 0, down = 0, doubted = 0, refused = 0, stopped = 0, slow = 0, silent = 0, young = 0] =
    subjectIds;
  const all =
    (minutes: (length: number) => Partial<Minutes>) => async (id: number, some: readonly string[]) => {
      for (const [length, of] of Map.groupBy(some, minutesOfDay)) await setDays(db, id, of, minutes(length));
    };
  const whole = all((length) => ({ up: length }));
  for (const id of [up, down, stopped, silent]) await whole(id, days);
  await all((length) => ({ up: length - 120, down: 120 }))(down, [addDays(today, -3)]);
  await all((length) => ({ up: length - 7, down: 7 }))(down, days.slice(40, 43));
  await all((length) => ({ down: length }))(doubted, days);
  await all((length) => ({ up: 300, blocked: length - 300 }))(refused, days.slice(60, 62));
  await all((length) => ({ blocked: length }))(refused, days.slice(62));
  await all((length) => ({ maintenance: length }))(stopped, days.slice(20, 22));
  await all((length) => ({ up: 10, degraded: length - 10 }))(slow, days);
  await all((length) => ({ up: length - 600, unknown: 600 }))(young, days.slice(-10));
  const since = Math.min(300, elapsedMinutes(today, now).whole);
  await setDays(db, up, [today], { up: since });
  await setDays(db, down, [today], { up: Math.max(0, since - 47), down: Math.min(since, 47) });
}

/** Reviews of a procedure by a button of its own, received at these instants. */
export async function receiveReviews(
  db: Database,
  subjectId: number,
  receivedAt: readonly Date[],
): Promise<void> {
  const first = Math.min(...receivedAt.map((at) => at.getTime()));
  const place = { subjectId, language: 'fr', questionnaire: 'avis', author: 'test' };
  const created = new Date(first - DAY_MS);
  const button = await createButton(db, { ...place, channel: 'web', step: null }, created);
  await keepContributions(
    db,
    receivedAt.map((at, index) => ({
      review: {
        subjectId,
        // The form was opened a minute before.
        id: newReviewId(at.getTime() - MINUTE_MS, Buffer.alloc(10, index + 1)),
        buttonId: button.id,
        channel: button.channel,
        ending: 'unknown' as const,
        step: null,
        serviceVersion: null,
        language: 'fr',
        openedOn: dayOf(new Date(at.getTime() - MINUTE_MS)),
      },
      outReason: null,
      answers: [{ question: 'satisfaction', version: 'v1', grades: ['5'], comment: null }],
      receivedAtMs: at.getTime(),
    })),
  );
}
