/** All that follows from samples of a point of measure, in one transaction: the server's own, and those that are sent. */
import type { Transaction } from '../core/database.ts';
import { followIncidents } from './follow-incidents.sql.ts';
import { type Details, writeLatest } from './latest.sql.ts';
import { insertSamples } from './sample.sql.ts';
import type { Sample } from './sample.ts';
import { extendWatch, noteSeen } from './vantage.sql.ts';

export type SampleBatch = {
  readonly vantageId: number;
  readonly samples: readonly Sample[];
  readonly details: Details;
  /** Since when the point of measure was at work without a pause, and until when; null where it does not say. */
  readonly watch: { readonly startedAt: Date; readonly until: Date } | null;
  /** How far its clock is ahead, in ms; null where it was not measured. */
  readonly skewMs: number | null;
};

/**
 * Keeps a batch: what is known already changes nothing, so that it may be sent again.
 * @returns how many samples were new
 */
export async function recordSamples(tx: Transaction, batch: SampleBatch, now: Date): Promise<number> {
  const { vantageId, samples, details, watch, skewMs } = batch;
  const created = await insertSamples(tx, vantageId, samples);
  // Takes the lock under which those who write go one after another.
  await followIncidents(tx, samples, now);
  await writeLatest(tx, vantageId, samples, details);
  if (watch !== null) await extendWatch(tx, vantageId, watch);
  await noteSeen(tx, vantageId, now, skewMs);
  return created;
}
