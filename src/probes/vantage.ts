/** Points of measure: the server itself, and those that run elsewhere. */

export type Vantage = {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly author: string;
  readonly createdAt: Date;
  readonly closedAt: Date | null;
  readonly closedReason: string | null;
  /** When it last spoke to the server. */
  readonly seenAt: Date | null;
  /** How far its clock was ahead of the server's then, in ms; null where it was not measured. */
  readonly skewMs: number | null;
  /** The last sample that it took of any target; null where it took none. */
  readonly lastSampleAt: Date | null;
};

/** The slug of the point of measure that the server is. */
export const LOCAL_VANTAGE = 'local';

/**
 * - `new`: it never spoke;
 * - `silent`: it speaks no more;
 * - `late`: it speaks, and what it sends is old: it comes out of a cut, or does not keep up;
 * - `skewed`: its clock is far from the server's; its samples are set right;
 * - `at_work`, `closed`.
 */
export type VantageState = 'new' | 'silent' | 'late' | 'skewed' | 'at_work' | 'closed';

/** It speaks at least once a minute. */
const SILENT_AFTER_MS = 180_000;
const LATE_AFTER_MS = 300_000;
const SKEWED_BEYOND_MS = 5_000;

export function stateOfVantage(vantage: Vantage, now: Date): VantageState {
  const { closedAt, seenAt, skewMs, lastSampleAt } = vantage;
  if (closedAt !== null) return 'closed';
  if (seenAt === null) return 'new';
  if (now.getTime() - seenAt.getTime() > SILENT_AFTER_MS) return 'silent';
  if (lastSampleAt !== null && seenAt.getTime() - lastSampleAt.getTime() > LATE_AFTER_MS) return 'late';
  return Math.abs(skewMs ?? 0) > SKEWED_BEYOND_MS ? 'skewed' : 'at_work';
}
