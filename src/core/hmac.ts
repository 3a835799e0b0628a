/**
 * HMAC-SHA-256 (RFC 2104) as two hashes at once. `createHmac` makes an object for each message, which costs more than both.
 */
import { hash } from 'node:crypto';

/** Bytes of a block of SHA-256, and of its result. */
const BLOCK = 64;
const RESULT = 32;

/** A key as its two blocks: what comes before a message, and before the hash of both. */
type Blocks = { readonly inner: Buffer; readonly outer: Buffer };

/** By key, made once: keys live as long as the process. */
const blocks = new WeakMap<Buffer, Blocks>();

/** @throws RangeError on a key longer than a block, which RFC 2104 would hash first: none of ours is */
function blocksOf(key: Buffer): Blocks {
  const known = blocks.get(key);
  if (known !== undefined) return known;
  if (key.length > BLOCK) throw new RangeError(`a key of ${key.length} bytes is longer than ${BLOCK}`);
  const made = { inner: Buffer.alloc(BLOCK, 0x36), outer: Buffer.alloc(BLOCK, 0x5c) };
  for (const [at, byte] of key.entries()) {
    made.inner[at] = byte ^ 0x36;
    made.outer[at] = byte ^ 0x5c;
  }
  blocks.set(key, made);
  return made;
}

/**
 * The code that only holders of `key` can make of a text.
 *
 * @param key at most 64 bytes, not changed afterwards
 * @returns its 32 bytes in base64url
 */
export function hmacSha256(key: Buffer, text: string): string {
  const { inner, outer } = blocksOf(key);
  const message = Buffer.allocUnsafe(BLOCK + Buffer.byteLength(text));
  message.set(inner);
  message.write(text, BLOCK);
  const last = Buffer.allocUnsafe(BLOCK + RESULT);
  last.set(outer);
  last.set(hash('sha256', message, 'buffer'), BLOCK);
  return hash('sha256', last, 'base64url');
}
