/** The ids of what comes from an earlier service: derived from the ids that it had there, so that nothing counts twice. */
import { hash } from 'node:crypto';

/** Most digits that 48 bits hold. */
const LAST_NUMBER = /(\d{1,14})$/;

/**
 * The id of an earlier review: UUID version 8 (RFC 9562). It begins with the number that its foreign id ends with, so
 * that reviews which were given one after the other lie together; the rest is a hash of 74 bits of what names it. Its day
 * is no part of it: a day that is corrected later is a correction of the same review.
 */
export function importedReviewId(source: string, subjectId: number, foreignId: string): string {
  const digest = hash('sha256', `${source}\n${subjectId}\n${foreignId}`, 'hex');
  const [, last] = LAST_NUMBER.exec(foreignId) ?? [];
  const front = last === undefined ? digest.slice(0, 12) : Number(last).toString(16).padStart(12, '0');
  const variant = ((Number.parseInt(digest.slice(15, 16), 16) & 3) | 8).toString(16);
  return (
    `${front.slice(0, 8)}-${front.slice(8)}-8${digest.slice(12, 15)}-${variant}${digest.slice(16, 19)}-` +
    digest.slice(19, 31)
  );
}

const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/** The id of the button under which the earlier reviews of a subject and channel are counted. */
export function importedButtonId(source: string, subjectId: number, channel: string): string {
  const digest = hash('sha256', `${source}\n${subjectId}\n${channel}`, 'buffer');
  return [...digest.subarray(0, 10)].map((byte) => ALPHABET[byte % 32] ?? 'a').join('');
}

/**
 * Ids already met, by 60 of their random bits, in 8 to 16 bytes each: two different ones among 16 million are taken for
 * the same once in ten thousand such files.
 */
export function createMetIds(): { isNew(reviewId: string): boolean } {
  let size = 1 << 16;
  let held = 0;
  let slots = new Uint32Array(2 * size);
  const place = (into: Uint32Array, of: number, high: number, low: number): boolean => {
    for (let at = (low ^ high) & (of - 1); ; at = (at + 1) & (of - 1)) {
      const [h, l] = [into[2 * at] ?? 0, into[2 * at + 1] ?? 0];
      if (h === 0) {
        into[2 * at] = high;
        into[2 * at + 1] = low;
        return true;
      }
      if (h === high && l === low) return false;
    }
  };
  const grow = () => {
    const larger = new Uint32Array(4 * size);
    for (let at = 0; at < size; at += 1) {
      const high = slots[2 * at] ?? 0;
      if (high !== 0) place(larger, 2 * size, high, slots[2 * at + 1] ?? 0);
    }
    slots = larger;
    size *= 2;
  };
  return {
    isNew(reviewId) {
      // An empty slot is 0: the bit of the variant (RFC 9562) makes each id another.
      const high = Number.parseInt(reviewId.slice(19, 23) + reviewId.slice(24, 28), 16);
      const low = Number.parseInt(reviewId.slice(28), 16);
      const isNew = place(slots, size, high, low);
      if (isNew) held += 1;
      if (held > 0.7 * size) grow();
      return isNew;
    },
  };
}
