/** What points of measure fetch and send (docs/vantages.md). */
import type { z } from 'zod';
import type { Queryable } from '../../core/database.ts';
import { type FieldError, VigieError } from '../../core/errors.ts';
import type { App, HttpContext } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import {
  batchSchema,
  DETAIL_DAYS,
  findVantage,
  HOLDER_HEADER,
  holdVantage,
  isInMaintenance,
  listKnownTargets,
  listMaintenances,
  listOpenTargets,
  MOST_SAMPLES,
  noteSeen,
  PROBE_API,
  recordSamples,
  type Sample,
  type SentBatch,
  type Vantage,
  writeTarget,
} from '../../probes/index.ts';
import type { SiteContext } from '../server.ts';
import { insufficientScope, oneAtATime, readJson, readToken } from './program-api.ts';

const DAY_MS = 86_400_000;
/** Clocks are set right before samples are sent: what is left is the time of a request. */
const FUTURE_MS = 60_000;
const MOST_FAULTS = 100;
/** Twice as long as the longest time between two words of a point of measure. */
const HOLD_FOR_MS = 120_000;

/** `GET` tells a point of measure what to probe, `POST` takes what it saw: both with a token of it. */
export function probeApi(app: App, site: SiteContext): void {
  const { db, clock } = site;
  const inTurn = oneAtATime();
  app.get(`${PROBE_API}/targets`, guard('program'), async (c) => {
    const vantage = await admitVantage(c, site);
    await noteSeen(db, vantage.id, clock.now(), null);
    const targets = (await listOpenTargets(db)).map(writeTarget);
    c.header('cache-control', 'no-store');
    return c.json({ vantage: vantage.slug, server_time: clock.now().toISOString(), targets });
  });
  app.post(`${PROBE_API}/samples`, guard('program'), async (c) => {
    const vantage = await admitVantage(c, site);
    const batch = readBatch(await readJson(c), clock.now());
    const receipt = await inTurn(() => keep(site, vantage, batch));
    c.header('cache-control', 'no-store');
    return c.json({ ...receipt, server_time: clock.now().toISOString() });
  });
}

/**
 * The point of measure of the token.
 * @throws RefusedRequest Forbidden, 401; VigieError Forbidden for another kind of token, or once it is closed; Conflict while
 *   another process speaks for it: two of them would count all twice
 */
async function admitVantage(c: HttpContext, site: SiteContext): Promise<Vantage> {
  const token = await readToken(c, site);
  const vantage = token.scope === 'vantage' ? await findVantage(site.db, token.target) : null;
  if (vantage === null) throw insufficientScope(c, 'This token is of no point of measure.');
  const { id, slug, closedAt, closedReason } = vantage;
  if (closedAt !== null)
    throw insufficientScope(c, `The point of measure "${slug}" is closed: ${closedReason}`);
  if (await holdVantage(site.db, id, c.req.header(HOLDER_HEADER) ?? '', HOLD_FOR_MS)) return vantage;
  const message = `Another process is the point of measure "${slug}"; stop it, or create one more.`;
  throw new VigieError('Conflict', message);
}

/** @throws VigieError InvalidInput with every fault, by index and field: nothing of the batch is kept */
function readBatch(body: unknown, now: Date): SentBatch {
  const count = (body as { samples?: unknown[] } | null)?.samples?.length ?? 0;
  if (count > MOST_SAMPLES) {
    const message = `The batch has ${count} samples; send at most ${MOST_SAMPLES} at a time.`;
    throw new VigieError('InvalidInput', message);
  }
  const read = batchSchema.safeParse(body);
  const faults = read.success ? timeFaults(read.data, now) : shapeFaults(read.error);
  if (read.success && faults.length === 0) return read.data;
  const more = faults.length > MOST_FAULTS ? `, the first ${MOST_FAULTS} of which follow` : '';
  const message = `The batch has ${faults.length} faults${more}; nothing of it was kept.`;
  throw new VigieError('InvalidInput', message, faults.slice(0, MOST_FAULTS));
}

function shapeFaults({ issues }: z.ZodError): FieldError[] {
  return issues.map(({ path, message }) => ({ path: path.map(String).join('.') || 'body', message }));
}

function timeFaults({ started_at, samples }: SentBatch, now: Date): FieldError[] {
  const [latest, earliest] = [now.getTime() + FUTURE_MS, now.getTime() - DETAIL_DAYS * DAY_MS];
  const faultOf = (path: string, at: Date): FieldError[] => {
    if (at.getTime() > latest) return [{ path, message: 'is in the future; set the clock right' }];
    return at.getTime() < earliest ? [{ path, message: `is over ${DETAIL_DAYS} days old` }] : [];
  };
  return [
    ...faultOf('started_at', started_at).filter(({ message }) => message.includes('future')),
    ...samples.flatMap(({ at }, index) => faultOf(`samples.${index}.at`, at)),
  ];
}

/** Samples of targets that nobody knows are counted apart: a target never goes, but a store may be another one. */
async function keep({ db, clock }: SiteContext, { id }: Vantage, batch: SentBatch) {
  const { samples, details, started_at, clock_ahead_ms } = batch;
  const now = clock.now();
  const targets = new Set(
    await listKnownTargets(
      db,
      samples.map(({ targetId }) => targetId),
    ),
  );
  const ofTargets = samples.filter(({ targetId }) => targets.has(targetId));
  const kept = await doubtMaintenances(db, ofTargets);
  const until = new Date(Math.max(started_at.getTime(), ...samples.map(({ at }) => at.getTime())));
  const created = await db.transaction((tx) =>
    recordSamples(
      tx,
      {
        vantageId: id,
        samples: kept,
        details: new Map(details.map(({ targetId, at, detail }) => [targetId, { at, detail }])),
        watch: { startedAt: started_at, until },
        skewMs: clock_ahead_ms,
      },
      now,
    ),
  );
  return {
    received: samples.length,
    created,
    known: kept.length - created,
    unknown_targets: samples.length - kept.length,
  };
}

/**
 * A point of measure that was cut off does not know of a maintenance that was cancelled: what it did not look at then says
 * nothing, and hides no failure.
 */
async function doubtMaintenances(db: Queryable, samples: readonly Sample[]): Promise<readonly Sample[]> {
  if (samples.every(({ outcome }) => outcome !== 'maintenance')) return samples;
  const held = Map.groupBy(await listMaintenances(db, { all: true }), ({ targetId }) => targetId);
  return samples.map((sample) => {
    const { targetId, at, outcome } = sample;
    const announced = held
      .get(targetId)
      ?.filter(({ cancelledAt }) => cancelledAt === null || cancelledAt > at);
    if (outcome !== 'maintenance' || isInMaintenance(announced ?? [], at)) return sample;
    return { ...sample, outcome: 'probe_failed' };
  });
}
