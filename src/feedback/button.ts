/** Buttons "Je donne mon avis": where each stands, what it asks, whether it is open. Pure. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { type ButtonChannel, ENDINGS, type Ending } from './review.ts';

export type Button = {
  /** Ten lower-case letters and digits: the last segment of its address. */
  readonly id: string;
  readonly subjectId: number;
  readonly channel: ButtonChannel;
  /** The step of the procedure that it stands at; null for its end. */
  readonly step: string | null;
  readonly language: string;
  /** Id of the questionnaire that it asks, in its latest version. */
  readonly questionnaire: string;
  readonly createdAt: Date;
  readonly author: string;
  readonly closedAt: Date | null;
  readonly closedReason: string | null;
};

/** Whether a button stands for reviews of an earlier service: closed from its first instant, it never asked anybody. */
export function isOfImport({ createdAt, closedAt }: Pick<Button, 'createdAt' | 'closedAt'>): boolean {
  return closedAt?.getTime() === createdAt.getTime();
}

/** A button with what its service signs with: never shown on a page, never logged. */
export type SecretButton = Button & { readonly secret: Buffer };

/** Names of steps and versions of services: nothing of a person fits in. */
export const CONTEXT_WORD = /^[a-z0-9][a-z0-9._-]{0,39}$/;

/** What a service says of the journey that ends at the button. */
export type JourneyContext = {
  readonly ending: Ending;
  readonly step: string | null;
  /** The version of the service that the person used. */
  readonly serviceVersion: string | null;
};

/** What is known of a journey of which nothing was signed, or wrongly. */
export const UNKNOWN_JOURNEY: JourneyContext = { ending: 'unknown', step: null, serviceVersion: null };

/** Parameters of the address of a button, as docs/integration.md says them. */
export type ContextParameters = {
  readonly fin?: string | undefined;
  readonly etape?: string | undefined;
  readonly version?: string | undefined;
  readonly signature?: string | undefined;
};

/**
 * The signature of a context: HMAC-SHA-256 with the secret of the button of `fin`, `etape` and `version` (blank when
 * absent), each on a line after the id of the button; in base64url. docs/integration.md says the same to services.
 */
export function signContext(
  { id, secret }: Pick<SecretButton, 'id' | 'secret'>,
  { fin = '', etape = '', version = '' }: ContextParameters,
): string {
  return createHmac('sha256', secret).update(`${id}\n${fin}\n${etape}\n${version}`).digest('base64url');
}

/**
 * The signature of a review that is sent to try a form, and must never be counted: HMAC-SHA-256 with the secret of the button
 * of the form that it answers, in base64url. Who has that secret is the service of the button and this site, and a review
 * holds it only if it was put there: nobody's opinion is taken for a trial.
 * @param form what the server signed when it opened the form
 */
export function signTrial({ id, secret }: Pick<SecretButton, 'id' | 'secret'>, form: string): string {
  return createHmac('sha256', secret).update(`${id}\ntrial\n${form}`).digest('base64url');
}

export function isTrial(
  button: Pick<SecretButton, 'id' | 'secret'>,
  form: string,
  signature: string | null,
): boolean {
  return signature !== null && isSame(signature, signTrial(button, form));
}

/** The context that the parameters state; what is unsigned, wrongly signed or unheard of is unknown. */
export function readContext(
  button: Pick<SecretButton, 'id' | 'secret'>,
  parameters: ContextParameters,
): JourneyContext {
  const { fin, etape, version, signature } = parameters;
  if (signature === undefined) return UNKNOWN_JOURNEY;
  if (!isSame(signature, signContext(button, parameters))) return UNKNOWN_JOURNEY;
  const word = (text: string | undefined) => (text !== undefined && CONTEXT_WORD.test(text) ? text : null);
  return {
    ending: ENDINGS.find((ending) => ending === fin) ?? 'unknown',
    step: word(etape),
    serviceVersion: word(version),
  };
}

function isSame(one: string, other: string): boolean {
  const [given, expected] = [Buffer.from(one), Buffer.from(other)];
  return given.length === expected.length && timingSafeEqual(given, expected);
}
