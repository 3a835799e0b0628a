/**
 * Comments that come again: the same from the same network (a duplicate), or nearly the same from anywhere (a campaign, a
 * robot). Only fingerprints wait in memory, never a text.
 */
import { LRUCache } from 'lru-cache';
import type { OutReason } from './review.ts';
import { hashText } from './text-hash.ts';

/** Shorter comments are alike by nature: "très bien, merci". */
const DUPLICATE_FROM = 20;
/** How long a comment is compared with those of its network, in ms. */
export const DUPLICATE_WITHIN_MS = 300_000;
const SIMILAR_FROM = 40;
const SIMILAR_WITHIN_MS = 3_600_000;
/** Of near-identical texts, as many are counted as honest people may copy from one another. */
const SIMILAR_COUNTED = 3;
/** Bits of 64 in which the fingerprints of near-identical texts differ at most: a few words of a hundred. */
const SIMILAR_BITS = 8;
/** Last comments of a button that a new one is compared with. */
const COMPARED = 200;
const REMEMBERED_BUTTONS = 5_000;
const REMEMBERED_COMMENTS = 50_000;

type Print = { readonly high: number; readonly low: number };
type Seen = Print & { readonly reviewId: string; readonly atMs: number };

export type ComparedText = {
  readonly buttonId: string;
  readonly network: string;
  /** What the same network was called the day before, while something of then is compared. */
  readonly formerNetwork: string | null;
  readonly reviewId: string;
  readonly text: string;
  readonly nowMs: number;
};

export type SimilarTexts = {
  /** Why a comment puts its review out of the figures; null when it does not. Each review is compared with others only. */
  check(comment: ComparedText): OutReason | null;
  /** Takes back a comment that could not be kept: nothing is a duplicate of it. */
  forget(comment: ComparedText): void;
};

export function createSimilarTexts(): SimilarTexts {
  const exact = new LRUCache<string, { reviewId: string; atMs: number }>({ max: REMEMBERED_COMMENTS });
  const recent = new LRUCache<string, Seen[]>({ max: REMEMBERED_BUTTONS });
  return {
    check({ buttonId, network, formerNetwork, reviewId, text, nowMs }) {
      const folded = foldedText(text);
      if (folded.length < DUPLICATE_FROM) return null;
      const key = exactKey(buttonId, network, folded);
      const isSentBefore = (at: string): boolean => {
        const same = exact.get(at);
        return same !== undefined && nowMs - same.atMs <= DUPLICATE_WITHIN_MS && same.reviewId !== reviewId;
      };
      if (isSentBefore(key)) return 'duplicate';
      if (formerNetwork !== null && isSentBefore(exactKey(buttonId, formerNetwork, folded)))
        return 'duplicate';
      exact.set(key, { reviewId, atMs: nowMs });
      const words = wordsOf(text);
      if (folded.length < SIMILAR_FROM || words.length === 0) return null;
      const print = fingerprint(words);
      const seen = (recent.get(buttonId) ?? []).filter(({ atMs }) => nowMs - atMs <= SIMILAR_WITHIN_MS);
      const others = seen.filter((one) => one.reviewId !== reviewId);
      const alike = others.filter((one) => distance(one, print) <= SIMILAR_BITS).length;
      recent.set(buttonId, [...others.slice(1 - COMPARED), { ...print, reviewId, atMs: nowMs }]);
      return alike >= SIMILAR_COUNTED ? 'similar_text' : null;
    },
    forget({ buttonId, network, reviewId, text }) {
      const key = exactKey(buttonId, network, foldedText(text));
      if (exact.get(key)?.reviewId === reviewId) exact.delete(key);
      const seen = recent.get(buttonId);
      if (seen !== undefined)
        recent.set(
          buttonId,
          seen.filter((one) => one.reviewId !== reviewId),
        );
    },
  };
}

/** What makes the same text of one typed again: not its case, nor its spaces. */
function foldedText(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}

function exactKey(buttonId: string, network: string, folded: string): string {
  return `${buttonId} ${network} ${hashText(folded, 1)} ${hashText(folded, 2)}`;
}

/** Words without case, accents nor digits: what a robot varies. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFD')
      .toLowerCase()
      .match(/\p{L}[\p{L}\p{M}]*/gu)
      ?.map((word) => word.replaceAll(/\p{M}/gu, '')) ?? []
  );
}

/** Charikar's fingerprint of 64 bits, over words and pairs of words: alike texts have fingerprints that differ little. */
function fingerprint(words: readonly string[]): Print {
  const weights = new Int32Array(64);
  const add = (feature: string) => {
    const [high, low] = [hashText(feature, 1), hashText(feature, 2)];
    for (let bit = 0; bit < 32; bit += 1) {
      weights[bit] = (weights[bit] ?? 0) + ((high >>> bit) & 1 ? 1 : -1);
      weights[bit + 32] = (weights[bit + 32] ?? 0) + ((low >>> bit) & 1 ? 1 : -1);
    }
  };
  words.forEach((word, at) => {
    add(word);
    if (at > 0) add(`${words[at - 1]} ${word}`);
  });
  let [high, low] = [0, 0];
  for (let bit = 0; bit < 32; bit += 1) {
    if ((weights[bit] ?? 0) > 0) high |= 1 << bit;
    if ((weights[bit + 32] ?? 0) > 0) low |= 1 << bit;
  }
  return { high, low };
}

function distance(one: Print, other: Print): number {
  return bits(one.high ^ other.high) + bits(one.low ^ other.low);
}

function bits(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
