/**
 * What the server signs when it opens a form, and takes back with each answer: the id of the review and all that its
 * answers need to be counted, so that any process can take any of them, in any order. Nothing of the person.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { ENDINGS, type Ending } from './review.ts';

/** How long a form can be answered, in ms. */
export const FORM_LIFE_MS = 24 * 3_600_000;
/** How far in the future the clock of another process may be, in ms. */
const CLOCK_SKEW_MS = 5 * 60_000;

export type OpenForm = {
  /** The id of the review: a UUID of version 7, which holds the instant of opening. */
  readonly reviewId: string;
  readonly buttonId: string;
  readonly questionnaire: string;
  readonly version: number;
  readonly language: string;
  readonly ending: Ending;
  readonly step: string | null;
  readonly serviceVersion: string | null;
  /** True once an answer of this review is on disk. */
  readonly isKept: boolean;
};

export type SigningKey = { readonly id: number; readonly key: Buffer };

/** Bytes of the signature that are written: half of SHA-256, as RFC 2104 allows. */
const SIGNATURE_BYTES = 16;

/** The text of a form: letters, digits, `-`, `_`, `.` and `~`. */
export function signForm(form: OpenForm, { id, key }: SigningKey): string {
  const { reviewId, buttonId, questionnaire, version, language, ending, step, serviceVersion, isKept } = form;
  const payload = [
    id,
    reviewId,
    buttonId,
    questionnaire,
    version,
    language,
    ENDINGS.indexOf(ending),
    step ?? '',
    serviceVersion ?? '',
    isKept ? 1 : 0,
  ].join('~');
  return `${payload}~${macOf(payload, key).toString('base64url')}`;
}

export type FormFault = 'bad_token' | 'expired';

/** The form that a text is, if one of the keys signed it and it was opened at most a day before `nowMs`. */
export function readForm(text: string, keys: readonly SigningKey[], nowMs: number): OpenForm | FormFault {
  const at = text.lastIndexOf('~');
  const payload = text.slice(0, Math.max(0, at));
  const [keyId, ...rest] = payload.split('~');
  const known = keys.find(({ id }) => String(id) === keyId);
  if (known === undefined || rest.length !== 9) return 'bad_token';
  const given = Buffer.from(text.slice(at + 1), 'base64url');
  if (given.length !== SIGNATURE_BYTES || !timingSafeEqual(given, macOf(payload, known.key)))
    return 'bad_token';
  const [reviewId = '', buttonId = '', questionnaire = '', version, language = '', ending, step, of, kept] =
    rest;
  const openedAtMs = openedAt(reviewId);
  if (openedAtMs > nowMs + CLOCK_SKEW_MS) return 'bad_token';
  if (nowMs - openedAtMs > FORM_LIFE_MS) return 'expired';
  return {
    reviewId,
    buttonId,
    questionnaire,
    version: Number(version),
    language,
    ending: ENDINGS[Number(ending)] ?? 'unknown',
    step: step || null,
    serviceVersion: of || null,
    isKept: kept === '1',
  };
}

function macOf(payload: string, key: Buffer): Buffer {
  return createHmac('sha256', key).update(payload).digest().subarray(0, SIGNATURE_BYTES);
}

/** A new id of review for a form opened at `nowMs`: UUID version 7 (RFC 9562), of 74 random bits. */
export function newReviewId(nowMs: number, random: Uint8Array): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(nowMs, 0, 6);
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** When the form of a review was opened, in ms since 1970. */
export function openedAt(reviewId: string): number {
  return Number.parseInt(reviewId.slice(0, 8) + reviewId.slice(9, 13), 16);
}
