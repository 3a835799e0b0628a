/**
 * Limits without tracking: how many reviews of one button come from one network, known by a hash whose salt is drawn anew
 * each day and never leaves the memory of the process. Beyond the limit a review is taken and set apart, not refused.
 */
import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { dayOf } from '../core/clock.ts';
import { networkPrefix } from '../core/networks.ts';
import { DUPLICATE_WITHIN_MS } from './similar-texts.ts';
import { hashText } from './text-hash.ts';

/** Reviews that a network may send to a button at once, and how many more each hour. */
const BUCKET = { capacity: 20, perHour: 20 };
/**
 * Beyond its bucket, the reviews of a network are a burst if it brings more than this share of those of the button: a
 * mobile operator that lends one address to thousands of taxpayers does not, in the season of the tax.
 */
const CONCENTRATION = 0.1;
const HOUR_MS = 3_600_000;
const SALT_BYTES = 32;
/** Buttons that are remembered. */
const REMEMBERED = 100_000;
/**
 * Rows of the tables of buckets and of verdicts, a power of 2; some 14 MB. A map would keep each text that it is asked for,
 * for all the process to share, which is dear for texts that come once.
 */
const ROWS = 2 ** 18;
const BUCKET_COLUMNS = 6;

/** Networks beyond their bucket that are few: a campaign from one desk, and not a country in the season of the tax. */
const FEW_NETWORKS = 50;
/** Few networks are a burst together if they bring, beyond their buckets, more than this share of what is counted. */
const TOGETHER = 1 / 3;

/** What came in this hour and in the one before. */
type Flow = { hour: number; now: number; before: number };
/** All that a network brings to a button; what it took of its bucket; the hour in which it was last beyond it, or 0. */
type Bucket = Flow & { taken: number; atMs: number; beyondIn: number };
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
  const buckets = createBuckets();
  const buttons = new LRUCache<string, ButtonFlows>({ max: REMEMBERED });
  const verdicts = createVerdicts();
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
      const row = buckets.rowOf(buttonId, network);
      const bucket = buckets.get(row);
      const verdict = judge(button, bucket, hour, nowMs);
      buckets.set(row, bucket);
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
  bucket.taken = Math.max(0, bucket.taken - gained);
  bucket.atMs = nowMs;
  if (bucket.taken <= BUCKET.capacity - 1) {
    bucket.taken += 1;
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

/**
 * The bucket of each button and network, which is that of all whose row is the same: in the worst attack that is a burst,
 * of fifty networks, one honest network in 5,000 is in a row of theirs. Whoever does not know the salt chooses none.
 */
function createBuckets() {
  // In a row of zeros, nothing came yet.
  const rows = new Float64Array(ROWS * BUCKET_COLUMNS);
  return {
    rowOf: (buttonId: string, network: string): number =>
      (hashText(network, hashText(buttonId, 1)) & (ROWS - 1)) * BUCKET_COLUMNS,
    get: (row: number): Bucket => ({
      hour: rows[row] ?? 0,
      now: rows[row + 1] ?? 0,
      before: rows[row + 2] ?? 0,
      taken: rows[row + 3] ?? 0,
      atMs: rows[row + 4] ?? 0,
      beyondIn: rows[row + 5] ?? 0,
    }),
    set(row: number, bucket: Bucket): void {
      rows[row] = bucket.hour;
      rows[row + 1] = bucket.now;
      rows[row + 2] = bucket.before;
      rows[row + 3] = bucket.taken;
      rows[row + 4] = bucket.atMs;
      rows[row + 5] = bucket.beyondIn;
    },
    clear: () => void rows.fill(0),
  };
}

/** What was said of a review, until another one takes its row. */
function createVerdicts() {
  const rows = new Uint32Array(ROWS);
  const rowOf = (reviewId: string) => hashText(reviewId, 1) & (ROWS - 1);
  /** All but the last bit, which is the verdict; never 0. */
  const markOf = (reviewId: string) => (hashText(reviewId, 2) | 2) & ~1;
  return {
    get(reviewId: string): boolean | undefined {
      const held = rows[rowOf(reviewId)] ?? 0;
      return (held & ~1) === markOf(reviewId) ? (held & 1) === 1 : undefined;
    },
    set(reviewId: string, verdict: boolean): void {
      rows[rowOf(reviewId)] = markOf(reviewId) | (verdict ? 1 : 0);
    },
  };
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
