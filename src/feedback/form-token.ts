/**
 * What the server signs when it opens a form, and takes back with each answer: the id of the review and all that its
 * answers need to be counted, so that any process can take any of them, in any order. Nothing of the person.
 */
import { timingSafeEqual } from 'node:crypto';
import { hmacSha256 } from '../core/hmac.ts';
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
  /** False where nobody was counted as opening it: it is with its first answer, so that no form is answered unopened. */
  readonly isCounted: boolean;
  /** True once an answer of this review is on disk. */
  readonly isKept: boolean;
};

export type SigningKey = { readonly id: number; readonly key: Buffer };

/**
 * Characters of base64url of a signature: 126 bits of HMAC-SHA-256, half of it, as RFC 2104 allows. The first half signs a
 * form of which nothing is kept yet, the second one a form of which something is: neither tells the other, and one
 * computation reads the first and writes the second.
 */
const SIGNATURE_LENGTH = 21;
/** What a text holds before its signature: the id of its key, and all of the form. */
const PARTS = 10;

/** The text of a form: letters, digits, `-`, `_`, `.` and `~`. */
export function signForm(form: OpenForm, { id, key }: SigningKey): string {
  const { reviewId, buttonId, questionnaire, version, language, ending, step, serviceVersion } = form;
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
    form.isCounted ? 1 : 0,
  ].join('~');
  const signatures = signaturesOf(payload, key);
  return `${payload}~${form.isKept ? signatures.kept : signatures.new}`;
}

export type FormFault = 'bad_token' | 'expired';

export type ReadForm =
  | {
      readonly fault: null;
      readonly form: OpenForm;
      /** The text of the same form once something of it is kept. */
      readonly keptText: string;
    }
  /** What is signed of a form that is too old is true all the same. */
  | { readonly fault: 'expired'; readonly form: OpenForm }
  | { readonly fault: 'bad_token'; readonly form: null };

const BAD_TOKEN: ReadForm = { fault: 'bad_token', form: null };

/** The form that a text is, if one of the keys signed it; at fault when it was opened more than a day before `nowMs`. */
export function readForm(text: string, keys: readonly SigningKey[], nowMs: number): ReadForm {
  const at = text.lastIndexOf('~');
  const payload = text.slice(0, Math.max(0, at));
  const parts = payload.split('~');
  const [
    keyId,
    reviewId = '',
    buttonId = '',
    questionnaire = '',
    version,
    language = '',
    ending,
    step,
    of,
    counted,
  ] = parts;
  const known = keys.find(({ id }) => String(id) === keyId);
  if (known === undefined || parts.length !== PARTS) return BAD_TOKEN;
  const signature = Buffer.from(text.slice(at + 1));
  const signatures = signaturesOf(payload, known.key);
  const isKept = isSame(signature, signatures.kept);
  if (!isKept && !isSame(signature, signatures.new)) return BAD_TOKEN;
  const openedAtMs = openedAt(reviewId);
  if (openedAtMs > nowMs + CLOCK_SKEW_MS) return BAD_TOKEN;
  const form: OpenForm = {
    reviewId,
    buttonId,
    questionnaire,
    version: Number(version),
    language,
    ending: ENDINGS[Number(ending)] ?? 'unknown',
    step: step || null,
    serviceVersion: of || null,
    isCounted: counted === '1',
    isKept,
  };
  if (nowMs - openedAtMs > FORM_LIFE_MS) return { fault: 'expired', form };
  return { fault: null, form, keptText: `${payload}~${signatures.kept}` };
}

function signaturesOf(payload: string, key: Buffer): { readonly new: string; readonly kept: string } {
  const mac = hmacSha256(key, payload);
  return { new: mac.slice(0, SIGNATURE_LENGTH), kept: mac.slice(SIGNATURE_LENGTH, 2 * SIGNATURE_LENGTH) };
}

function isSame(given: Buffer, expected: string): boolean {
  return given.length === expected.length && timingSafeEqual(given, Buffer.from(expected));
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
