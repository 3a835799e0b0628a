/**
 * Limits without tracking: how many reviews of one button come from one network, known by a hash whose salt is drawn anew
 * each day and never leaves the memory of the process. Beyond the limit a review is taken and set apart, not refused.
 */
import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { dayOf } from '../core/clock.ts';
import { networkPrefix } from '../core/networks.ts';

/** Reviews that a network may send to a button at once, and how many more each hour. */
const BUCKET = { capacity: 20, perHour: 20 };
/**
 * Beyond its bucket, the reviews of a network are a burst if it brings more than this share of those of the button: a
 * mobile operator that lends one address to thousands of taxpayers does not, in the season of the tax.
 */
const CONCENTRATION = 0.1;
const HOUR_MS = 3_600_000;
const SALT_BYTES = 32;
/** Networks and buttons that are remembered; some 20 MB at most. */
const REMEMBERED = 100_000;

/** What came in this hour and in the one before. */
type Flow = { hour: number; now: number; before: number };
type Bucket = Flow & { tokens: number; atMs: number };

export type Limits = {
  /** The hash of the network of an address, today. */
  networkOf(address: string, nowMs: number): string;
  /** Counts one review more of a button; true when it is part of a burst. */
  isBurst(buttonId: string, network: string, nowMs: number): boolean;
};

/** @param draw gives random bytes */
export function createLimits(draw: (bytes: number) => Uint8Array): Limits {
  const buckets = new LRUCache<string, Bucket>({ max: REMEMBERED });
  const buttons = new LRUCache<string, Flow>({ max: REMEMBERED });
  const drawSalt = () => Buffer.from(draw(SALT_BYTES)).toString('base64');
  let salt = { until: 0, text: drawSalt() };
  let day = '';

  /** The day is looked at once a minute: a formatted date costs as much as the rest. */
  function renewSalt(nowMs: number): void {
    if (nowMs < salt.until) return;
    const today = dayOf(new Date(nowMs));
    if (today !== day) buckets.clear();
    salt = { until: nowMs + 60_000, text: today === day ? salt.text : drawSalt() };
    day = today;
  }

  return {
    networkOf(address, nowMs) {
      renewSalt(nowMs);
      return hash('sha256', salt.text + networkPrefix(address), 'base64').slice(0, 12);
    },
    isBurst(buttonId, network, nowMs) {
      const hour = Math.floor(nowMs / HOUR_MS);
      const button = flowOf(buttons, buttonId, () => ({ hour, now: 0, before: 0 }));
      const bucket = flowOf(buckets, `${buttonId} ${network}`, () => {
        return { hour, now: 0, before: 0, tokens: BUCKET.capacity, atMs: nowMs };
      });
      advance(button, hour);
      advance(bucket, hour);
      button.now += 1;
      bucket.now += 1;
      const gained = (Math.max(0, nowMs - bucket.atMs) / HOUR_MS) * BUCKET.perHour;
      bucket.tokens = Math.min(BUCKET.capacity, bucket.tokens + gained);
      bucket.atMs = nowMs;
      if (bucket.tokens >= 1) {
        bucket.tokens -= 1;
        return false;
      }
      return bucket.now + bucket.before > CONCENTRATION * (button.now + button.before);
    },
  };
}

function flowOf<One extends Flow>(flows: LRUCache<string, One>, key: string, make: () => One): One {
  const known = flows.get(key);
  if (known !== undefined) return known;
  const made = make();
  flows.set(key, made);
  return made;
}

function advance(flow: Flow, hour: number): void {
  if (flow.hour === hour) return;
  flow.before = flow.hour === hour - 1 ? flow.now : 0;
  flow.now = 0;
  flow.hour = hour;
}
