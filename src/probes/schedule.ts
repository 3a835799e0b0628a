/**
 * When each target is asked: at a fixed phase of its interval, which its id and the point of measure decide. A restart keeps
 * phases, so that every target is asked again within one interval, and starts never pile up.
 */
import type { Target } from './target.ts';

/** A failure is tried again after so long, on a new connection, in ms. */
export const SECOND_TRY_AFTER_MS = 5_000;

/**
 * What a look takes at most, in ms: two tries that time out, each in turn after one to the same host that does, and the pause
 * between them.
 */
export function longestLookMs({ timeoutMs }: Pick<Target, 'timeoutMs'>): number {
  return 4 * timeoutMs + SECOND_TRY_AFTER_MS;
}

/** The golden ratio's part of 2^32 (Knuth, The Art of Computer Programming, 6.4): ids that follow each other fall far apart. */
const GOLDEN = 0x9e3779b1;
const FNV_PRIME = 0x01000193;
const FNV_START = 0x811c9dc5;

/**
 * Where a target falls in its interval, in ms, from 0. Ids in a row share an interval out evenly, from each point of measure
 * with another beginning: two of them do not ask at the same moment.
 */
export function phaseOf({ id, intervalMs }: Pick<Target, 'id' | 'intervalMs'>, vantage: string): number {
  const turn = (Math.imul(id, GOLDEN) + hashOf(vantage)) >>> 0;
  return Math.floor((turn / 2 ** 32) * intervalMs);
}

/** The first start of a target after an instant, both in ms since 1970. */
export function nextStart(
  target: Pick<Target, 'id' | 'intervalMs'>,
  vantage: string,
  afterMs: number,
): number {
  const phase = phaseOf(target, vantage);
  const { intervalMs } = target;
  return (Math.floor((afterMs - phase) / intervalMs) + 1) * intervalMs + phase;
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = FNV_START;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, FNV_PRIME);
  return hash;
}
