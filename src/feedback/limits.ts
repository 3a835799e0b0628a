/**
 * Limits without tracking: how many reviews of one button come from one network, known by a hash whose salt is drawn anew
 * each day and never leaves the memory of the process. Beyond the limit a review is taken and set apart, not refused.
 */
import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { dayOf } from '../core/clock.ts';
import { networkPrefix } from '../core/networks.ts';
import { DUPLICATE_WITHIN_MS } from './similar-texts.ts';

/** Reviews that a network may send to a button at once, and how many more each hour. */
const BUCKET = { capacity: 20, perHour: 20 };
/**
 * Beyond its bucket, the reviews of a network are a burst if it brings more than this share of those of the button: a
 * mobile operator that lends one address to thousands of taxpayers does not, in the season of the tax.
 */
const CONCENTRATION = 0.1;
const HOUR_MS = 3_600_000;
const SALT_BYTES = 32;
/** Networks, buttons and reviews that are remembered, of each; some 40 MB at most. */
const REMEMBERED = 100_000;

/** Networks beyond their bucket that are few: a campaign from one desk, and not a country in the season of the tax. */
const FEW_NETWORKS = 50;
/** Few networks are a burst together if they bring, beyond their buckets, more than this share of what is counted. */
const TOGETHER = 1 / 3;

/** What came in this hour and in the one before. */
type Flow = { hour: number; now: number; before: number };
/** All that a network brings to a button; and the hour in which it was last beyond its bucket. */
type Bucket = Flow & { tokens: number; atMs: number; beyondIn: number };
/** What is counted of a button; what networks bring beyond their buckets, and how many such networks there are. */
type ButtonFlows = { readonly counted: Flow; readonly beyond: Flow; readonly networks: Flow };

/** Of a day; that of the day before is kept for a few minutes more. */
type Salt = {
  readonly day: string;
  readonly text: string;
  readonly former: { readonly text: string; readonly untilMs: number } | null;
  readonly lookAgainMs: number;
};

export type Limits = {
  /** The hash of the network of an address, today. */
  networkOf(address: string, nowMs: number): string;
  /** Its hash of the day before, while what came in then may still be compared with; null later. */
  formerNetworkOf(address: string, nowMs: number): string | null;
  /**
   * Whether a review is part of a burst. It is judged once: sent again, by a double tap or after a failure, it takes nothing
   * more of its network's bucket, and stays what it was.
   */
  isBurst(review: { reviewId: string; buttonId: string; network: string; nowMs: number }): boolean;
};

/** @param draw gives random bytes */
export function createLimits(draw: (bytes: number) => Uint8Array): Limits {
  const buckets = new LRUCache<string, Bucket>({ max: REMEMBERED });
  const buttons = new LRUCache<string, ButtonFlows>({ max: REMEMBERED });
  const verdicts = new LRUCache<string, boolean>({ max: REMEMBERED });
  let salt: Salt = { day: '', text: '', former: null, lookAgainMs: 0 };

  /** The day is looked at once a minute: a formatted date costs as much as the rest. */
  function saltAt(nowMs: number): Salt {
    if (nowMs < salt.lookAgainMs) return salt;
    const day = dayOf(new Date(nowMs));
    const lookAgainMs = nowMs + 60_000;
    if (day === salt.day) {
      const isCompared = salt.former !== null && nowMs <= salt.former.untilMs;
      salt = { ...salt, former: isCompared ? salt.former : null, lookAgainMs };
    } else {
      buckets.clear();
      const former = salt.day === '' ? null : { text: salt.text, untilMs: nowMs + DUPLICATE_WITHIN_MS };
      salt = { day, text: Buffer.from(draw(SALT_BYTES)).toString('base64'), former, lookAgainMs };
    }
    return salt;
  }

  return {
    networkOf: (address, nowMs) => hashed(address, saltAt(nowMs).text),
    formerNetworkOf(address, nowMs) {
      const { former } = saltAt(nowMs);
      return former === null || nowMs > former.untilMs ? null : hashed(address, former.text);
    },
    isBurst({ reviewId, buttonId, network, nowMs }) {
      const known = verdicts.get(reviewId);
      if (known !== undefined) return known;
      const hour = Math.floor(nowMs / HOUR_MS);
      const button = heldOf(buttons, buttonId, () => newButton(hour));
      const bucket = heldOf(buckets, `${buttonId} ${network}`, () => newBucket(hour, nowMs));
      const verdict = judge(button, bucket, hour, nowMs);
      verdicts.set(reviewId, verdict);
      return verdict;
    },
  };
}

function hashed(address: string, salt: string): string {
  return hash('sha256', salt + networkPrefix(address), 'base64').slice(0, 12);
}

/** Shares are of what is counted: what is set apart makes no room for more. */
function judge(
  { counted, beyond, networks }: ButtonFlows,
  bucket: Bucket,
  hour: number,
  nowMs: number,
): boolean {
  for (const flow of [counted, beyond, networks, bucket]) advance(flow, hour);
  bucket.now += 1;
  const gained = (Math.max(0, nowMs - bucket.atMs) / HOUR_MS) * BUCKET.perHour;
  bucket.tokens = Math.min(BUCKET.capacity, bucket.tokens + gained);
  bucket.atMs = nowMs;
  if (bucket.tokens >= 1) {
    bucket.tokens -= 1;
    counted.now += 1;
    return false;
  }
  beyond.now += 1;
  if (bucket.beyondIn !== hour) networks.now += 1;
  bucket.beyondIn = hour;
  const all = counted.now + counted.before + 1;
  const isFew = Math.max(networks.now, networks.before) <= FEW_NETWORKS;
  const isBurst =
    bucket.now + bucket.before > CONCENTRATION * all ||
    (isFew && beyond.now + beyond.before > TOGETHER * all);
  if (!isBurst) counted.now += 1;
  return isBurst;
}

const newFlow = (hour: number): Flow => ({ hour, now: 0, before: 0 });

function newButton(hour: number): ButtonFlows {
  return { counted: newFlow(hour), beyond: newFlow(hour), networks: newFlow(hour) };
}

function newBucket(hour: number, nowMs: number): Bucket {
  return { ...newFlow(hour), tokens: BUCKET.capacity, atMs: nowMs, beyondIn: -1 };
}

function heldOf<One extends object>(held: LRUCache<string, One>, key: string, make: () => One): One {
  const known = held.get(key);
  if (known !== undefined) return known;
  const made = make();
  held.set(key, made);
  return made;
}

function advance(flow: Flow, hour: number): void {
  if (flow.hour === hour) return;
  flow.before = flow.hour === hour - 1 ? flow.now : 0;
  flow.now = 0;
  flow.hour = hour;
}
