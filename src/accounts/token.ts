/**
 * The token of a program: `vgt_`, its public id, then 256 random bits. Whoever holds it may write what it allows, so it is
 * shown once and the store keeps its hash. Random bits cannot be guessed: nothing slower than SHA-256 is needed.
 */
import { createHash, timingSafeEqual } from 'node:crypto';

/** What a token may allow: figures of a dataset, samples of a point of measure. */
export type TokenScope = 'usage' | 'vantage';

export type Token = {
  /** Ten lower-case letters and digits: names it in lists and logs, and opens nothing. */
  readonly id: string;
  readonly scope: TokenScope;
  /** What it allows it on: the slug of a dataset. */
  readonly target: string;
  readonly label: string;
  readonly author: string;
  readonly createdAt: Date;
  /** To the minute. */
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly revokedBy: string | null;
  readonly revokedBecause: string | null;
};

const FORM = /^vgt_([a-z0-9]{10})_[A-Za-z0-9_-]{43}$/;
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';
const USE_IS_TOLD_AGAIN_AFTER_MS = 60_000;

/** A new token: its public id, and the secret text, which nothing can tell again. */
export function drawToken(): { readonly id: string; readonly secret: string } {
  const letters = [...crypto.getRandomValues(new Uint8Array(10))].map((byte) => ALPHABET[byte % 32] ?? 'a');
  const bits = Buffer.from(crypto.getRandomValues(new Uint8Array(32)));
  const id = letters.join('');
  return { id, secret: `vgt_${id}_${bits.toString('base64url')}` };
}

/** The public id that a presented text names; null when it is no token. */
export function tokenIdOf(presented: string): string | null {
  return FORM.exec(presented)?.[1] ?? null;
}

/** What the store keeps of a token. */
export function hashToken(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** True when a presented text is the one that was hashed, in a time that does not depend on where they differ. */
export function isHashOf(hash: Uint8Array, presented: string): boolean {
  const own = hashToken(presented);
  return hash.byteLength === own.byteLength && timingSafeEqual(hash, own);
}

/** True when the use of a token at `now` is worth a write: the last one that is told is a minute old. */
export function isUseNews({ lastUsedAt }: Pick<Token, 'lastUsedAt'>, now: Date): boolean {
  return lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= USE_IS_TOLD_AGAIN_AFTER_MS;
}
