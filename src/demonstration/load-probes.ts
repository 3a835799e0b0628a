/** The probes of the demonstration come in after the server answers, as its reviews do. Its addresses are never asked. */
import { listProcedures, type Procedure } from '../catalogue/index.ts';
import { addDays, type Clock, dayOf } from '../core/clock.ts';
import type { Transaction, Transactional } from '../core/database.ts';
import { findDemonstration, lockDemonstration } from '../core/demonstration.sql.ts';
import {
  addAnnotation,
  addIncidentNote,
  addTarget,
  announceMaintenance,
  boundsOf,
  codeOf,
  createVantage,
  listTargets,
  NO_DETAIL,
  OUTCOMES,
  type PackedHour,
  type Role,
  recordCheck,
  recordPastDays,
  recordPastIncident,
  recordSamples,
  replyToCheck,
  type Sample,
  USUAL_DEMAND,
  verdictOf,
} from '../probes/index.ts';
import { QUARTERS } from './calendar.ts';
import { CHECK_REPLY, CHECKED_PROCEDURES, checksOf } from './checks.ts';
import { minuteDay, type Stretch, samplesOfDay, stretchesOf, WATCHED, type Watched } from './probes.ts';
import { COUNTED_PROCEDURES } from './visits.ts';
import { OBSERVATORY } from './words.ts';

/** Days that are told before the two last, which come sample by sample; a page tells three months. */
const PAST_DAYS = 92;
/** The longest that a target may have: what was seen last is told for two hours. */
const INTERVAL_MS = 3_600_000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const VANTAGES = [
  { slug: 'demo-haute-mire', name: 'Haute-Mire (fictif)' },
  { slug: 'demo-port-mire', name: 'Port-Mire (fictif)' },
];

type Followed = {
  readonly targetId: number;
  readonly name: string;
  readonly role: Role;
  readonly watched: Watched;
  readonly stretches: readonly Stretch[];
};

type FollowedProcedure = {
  readonly procedure: Procedure;
  readonly watched: Watched;
  /** Its first page first: the one that fails. */
  readonly targets: readonly Followed[];
};

/**
 * Gives targets, three months of measures, outages and checks to a demonstration that has none yet, in one transaction.
 *
 * @param clock measures end now, so that pages that speak of now have something to tell
 * @returns false when the store holds no demonstration, or holds targets
 */
export async function loadProbes(db: Transactional, clock: Clock): Promise<boolean> {
  return db.transaction(async (tx) => {
    await lockDemonstration(tx);
    if ((await findDemonstration(tx)) === null || (await listTargets(tx, { all: true })).length > 0)
      return false;
    const now = clock.now();
    const today = dayOf(now);
    const since = new Date(now.getTime() - 200 * DAY_MS);
    const vantageIds: number[] = [];
    for (const vantage of VANTAGES) {
      vantageIds.push((await createVantage(tx, { ...vantage, author: OBSERVATORY }, since)).id);
    }
    const followed = await addTargets(tx, today, since, now);
    await addPast(tx, followed, vantageIds, pastDays(today));
    await addIncidents(tx, followed, vantageIds, now);
    await addLast(tx, followed, vantageIds, now);
    await addWords(tx, followed, today, now);
    await addChecks(tx, followed, now);
    return true;
  });
}

async function addTargets(
  tx: Transaction,
  today: string,
  since: Date,
  now: Date,
): Promise<FollowedProcedure[]> {
  const procedures = await listProcedures(tx);
  const followed: FollowedProcedure[] = [];
  for (const [publicId, watched] of Object.entries(WATCHED)) {
    const procedure = procedures.find((one) => one.publicId === publicId);
    if (procedure?.url == null) continue;
    const { subjectId, url } = procedure;
    const stretches = stretchesOf(watched, today, now.getTime());
    const targets: Followed[] = [];
    for (const role of ['home', ...(watched.pages ?? [])] as const) {
      const demand = {
        ...USUAL_DEMAND,
        intervalMs: INTERVAL_MS,
        url: role === 'home' ? url : `${url}/${role === 'form' ? 'formulaire' : 'fin'}`,
      };
      const { target } = await addTarget(tx, { demand, subjectId, role, author: OBSERVATORY }, since);
      const isFirst = role === 'home';
      targets.push({
        ...{ targetId: target.id, name: `${publicId} ${role}`, role, watched },
        stretches: isFirst ? stretches : [],
      });
    }
    followed.push({ procedure, watched, targets });
  }
  return followed;
}

/** The three months before yesterday; those that count their visits, the last quarter of the demonstration too. */
function pastDays(today: string): (publicId: string) => string[] {
  const last = Array.from({ length: PAST_DAYS }, (_, at) => addDays(today, at - PAST_DAYS - 1));
  const { from, to } = QUARTERS.at(-1) ?? { from: today, to: today };
  const counted: string[] = [];
  for (let day = from; day <= to && day < (last[0] ?? today); day = addDays(day, 1)) counted.push(day);
  return (publicId) => (Object.hasOwn(COUNTED_PROCEDURES, publicId) ? [...counted, ...last] : last);
}

async function addPast(
  tx: Transaction,
  followed: readonly FollowedProcedure[],
  vantageIds: readonly number[],
  daysOf: (publicId: string) => readonly string[],
): Promise<void> {
  for (const { procedure, targets } of followed) {
    const days = daysOf(procedure.publicId);
    const own = targets.flatMap(({ stretches }) => stretches);
    const of = (stretches: readonly Stretch[], id: number) =>
      days.map((day) => minuteDay(id, day, stretches));
    await recordPastDays(tx, {
      hours: targets.flatMap((target) =>
        vantageIds.flatMap((vantageId) =>
          days.flatMap((day) =>
            samplesOfDay(target.watched, { ...target, vantageId }, day, target.stretches),
          ),
        ),
      ),
      targetDays: targets.flatMap(({ targetId, stretches }) => of(stretches, targetId)),
      subjectDays: of(own, procedure.subjectId),
    });
  }
}

/** Yesterday and today, sample by sample, as points of measure send them: states, and what is packed later, follow. */
async function addLast(
  tx: Transaction,
  followed: readonly FollowedProcedure[],
  vantageIds: readonly number[],
  now: Date,
): Promise<void> {
  const today = dayOf(now);
  for (const vantageId of vantageIds) {
    const samples = followed
      .flatMap(({ targets }) => targets)
      .flatMap((target) =>
        [addDays(today, -1), today].flatMap((day) =>
          samplesOfDay(target.watched, { ...target, vantageId }, day, target.stretches).map(sampleOf),
        ),
      )
      .filter(({ at }) => at < now);
    const certificate = {
      subject: 'mirevale.example',
      issuer: 'Autorité de Mirevale (fictive)',
      validFrom: new Date(now.getTime() - 40 * DAY_MS),
      validTo: new Date(now.getTime() + 50 * DAY_MS),
      chain: ['mirevale.example', 'Autorité de Mirevale (fictive)'],
    };
    const details = new Map(
      samples.map(({ targetId, at }) => [targetId, { at, detail: { ...NO_DETAIL, certificate } }]),
    );
    const watch = { startedAt: new Date(now.getTime() - 200 * DAY_MS), until: now };
    await recordSamples(tx, { vantageId, samples, details, watch, skewMs: 0 }, now);
  }
}

const BY_CODE = new Map(OUTCOMES.map((outcome) => [codeOf(outcome), outcome]));

function sampleOf({ targetId, hourMs, seconds, outcomes, times }: PackedHour): Sample {
  const [nameMs = null, connectMs = null, tlsMs = null, firstByteMs = null, wholeMs = null] = times.map(
    (ms) => (ms < 0 ? null : ms),
  );
  return {
    targetId,
    at: new Date(hourMs + (seconds[0] ?? 0) * 1_000),
    outcome: BY_CODE.get(outcomes[0] ?? 0) ?? 'up',
    ...{ nameMs, connectMs, tlsMs, firstByteMs, wholeMs },
  };
}

/** The outages that began before yesterday: those of the two last days follow from their samples, as every other one. */
async function addIncidents(
  tx: Transaction,
  followed: readonly FollowedProcedure[],
  vantageIds: readonly number[],
  now: Date,
): Promise<void> {
  const { fromMs: yesterdayMs } = boundsOf({ from: addDays(dayOf(now), -1), to: dayOf(now) });
  for (const { watched, targets } of followed) {
    const [first] = targets;
    if (first === undefined) continue;
    const notes = new Map((watched.faults ?? []).map(({ outcome, note }) => [outcome, note]));
    for (const { fromMs, toMs, outcome } of first.stretches) {
      if (verdictOf(outcome) !== 'down' || fromMs >= yesterdayMs) continue;
      const incidentId = await recordPastIncident(tx, {
        ...{ targetId: first.targetId, cause: outcome, vantageIds },
        startedAt: new Date(fromMs),
        confirmedAt: new Date(fromMs + MINUTE_MS),
        endedAt: toMs >= now.getTime() ? null : new Date(toMs),
      });
      const text = notes.get(outcome);
      if (text === undefined) continue;
      await addIncidentNote(tx, { incidentId, author: OBSERVATORY, text }, new Date(toMs + 40 * MINUTE_MS));
    }
  }
}

/** What is announced, and what explains some days. */
async function addWords(
  tx: Transaction,
  followed: readonly FollowedProcedure[],
  today: string,
  now: Date,
): Promise<void> {
  const find = (publicId: string) => followed.find(({ procedure }) => procedure.publicId === publicId);
  const stopped = find('demo28')?.targets.map(({ targetId }) => targetId) ?? [];
  const startsAt = new Date(boundsOf({ from: addDays(today, 4), to: addDays(today, 4) }).fromMs);
  const stop = { startsAt, endsAt: new Date(startsAt.getTime() + 4 * 60 * MINUTE_MS) };
  const never = { repeats: 'never', repeatsUntil: null, author: OBSERVATORY } as const;
  await announceMaintenance(
    tx,
    stopped,
    { ...stop, ...never, reason: 'Nouvelle version du formulaire' },
    now,
  );
  const lastCounted = QUARTERS.at(-1)?.to ?? today;
  for (const { publicId, day, text } of ANNOTATIONS) {
    const subjectId = publicId === null ? null : find(publicId)?.procedure.subjectId;
    if (subjectId === undefined) continue;
    await addAnnotation(tx, { subjectId, day: day(today, lastCounted), text, author: OBSERVATORY }, now);
  }
}

const ANNOTATIONS = [
  {
    publicId: 'demo4',
    day: (today: string) => addDays(today, -5),
    text: { fr: 'Deux serveurs de plus', en: 'Two more servers' },
  },
  {
    publicId: 'demo4',
    day: (_: string, lastCounted: string) => addDays(lastCounted, -29),
    text: { fr: 'Rentrée : les familles s’inscrivent', en: 'Start of the school year: families register' },
  },
  {
    publicId: null,
    day: (today: string) => addDays(today, -30),
    text: {
      fr: 'Campagne télévisée sur les démarches en ligne',
      en: 'Television campaign on online procedures',
    },
  },
];

async function addChecks(tx: Transaction, followed: readonly FollowedProcedure[], now: Date): Promise<void> {
  for (const { procedure, targets } of followed) {
    if (!CHECKED_PROCEDURES.includes(procedure.publicId)) continue;
    for (const { targetId, role } of targets) {
      const page = { publicId: procedure.publicId, url: procedure.url ?? '', role };
      for (const check of checksOf(page, targetId, now)) await recordCheck(tx, check);
    }
  }
  const replied = followed.find(({ procedure }) => procedure.publicId === CHECK_REPLY.publicId)?.targets[0];
  if (replied === undefined) return;
  const { kind, author, text } = CHECK_REPLY;
  await replyToCheck(tx, { targetId: replied.targetId, kind, author, text, writtenAt: now });
}
