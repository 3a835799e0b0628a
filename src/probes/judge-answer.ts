/** Whether an answer is the right one: pure. */
import { normaliseText } from './body-text.ts';
import { CHALLENGE_SIGNATURES, type ChallengeSignature } from './challenge-signatures.ts';
import { isExpected, type StatusRange } from './expected-status.ts';
import type { Outcome } from './outcome.ts';
import type { Demand } from './target.ts';

/** Characters of a page in which a challenge shows itself. */
const CHALLENGE_CHARACTERS = 65_536;

/** Statuses by which a site refuses this robot, or its pace, rather than fails. */
export const REFUSALS: readonly number[] = [403, 429, 451];

/**
 * Whole titles of pages that say with 200 that the service does not work. Only a title that says nothing else counts: « Que faire
 * en cas d’erreur technique ? » is a page that works.
 */
const TITLES_OF_FAILURE =
  /^(?:(?:une )?erreur technique(?: est survenue)?|erreur interne(?: du serveur)?|(?:application|service|site|page)(?: web| internet)? (?:momentanément |temporairement |actuellement )?(?:indisponible|en maintenance)|(?:500 )?internal server error|(?:502 )?bad gateway|(?:503 )?service (?:temporarily )?unavailable|(?:504 )?gateway time-?out)[ .!]*$/i;

export type JudgedAnswer = {
  readonly status: number;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The page; null when none was asked for (HEAD). */
  readonly text: string | null;
  readonly firstByteMs: number | null;
};

/** An outcome, and what explains it where its name does not. */
export type Judgement = { readonly outcome: Outcome; readonly error: string | null };

/**
 * Judges a whole answer.
 *
 * A status that is expected with the text that must be there is right, whatever protects the site. A challenge comes before the
 * status: it stands in place of the site. A text that must, or must not, be there is looked for in the source of the page, with
 * case and accents; entities, white space and apostrophes are evened out on both sides. Where no text must be there, a page
 * whose whole title is one of a failure (« Erreur technique », « Service indisponible »…) is wrong: `text_forbidden`.
 * @param expected what `parseStatuses` reads in the demand
 */
export function judgeAnswer(
  demand: Demand,
  expected: readonly StatusRange[],
  answer: JudgedAnswer,
): Judgement {
  const { status, text } = answer;
  const isRightStatus = isExpected(status, expected);
  const holds = searchIn(text ?? '');
  const hasText = text !== null && demand.mustContain !== null && holds(demand.mustContain);

  if (!(isRightStatus && hasText)) {
    const challenge = CHALLENGE_SIGNATURES.find((signature) => isSigned(answer, signature));
    if (challenge) return { outcome: 'challenge', error: `turned away: ${challenge.name}` };
  }
  if (!isRightStatus) return { outcome: outcomeOfStatus(status), error: null };
  if (text !== null) {
    if (demand.mustContain !== null && !hasText) {
      return { outcome: 'text_missing', error: `not in the page: ${demand.mustContain}` };
    }
    if (demand.mustNotContain !== null && holds(demand.mustNotContain)) {
      return { outcome: 'text_forbidden', error: `in the page: ${demand.mustNotContain}` };
    }
    const title = hasText ? '' : titleOf(text);
    if (TITLES_OF_FAILURE.test(title)) return { outcome: 'text_forbidden', error: `title: ${title}` };
  }
  const isLate = answer.firstByteMs !== null && answer.firstByteMs > demand.slowMs;
  return { outcome: isLate ? 'slow' : 'up', error: null };
}

function outcomeOfStatus(status: number): Outcome {
  if (REFUSALS.includes(status)) return 'blocked_status';
  return status >= 500 ? 'server_error' : 'unexpected_status';
}

/** Whether a page holds a text; the page is evened out at the first question only. */
function searchIn(page: string): (text: string) => boolean {
  let evened: string | undefined;
  return (text) => {
    evened ??= normaliseText(page);
    return evened.includes(normaliseText(text).trim());
  };
}

function titleOf(page: string): string {
  // No part of the pattern goes over a "<": whatever the page, each character is read a few times.
  const pattern = /<title(?:\s[^<>]*)?>([^<]{1,200})</i;
  const [, title = ''] = pattern.exec(page.slice(0, CHALLENGE_CHARACTERS)) ?? [];
  return normaliseText(title).trim();
}

function isSigned({ status, headers, text }: JudgedAnswer, signature: ChallengeSignature): boolean {
  const { statuses, header, body, mostCharacters } = signature;
  if (statuses !== undefined && !statuses.includes(status)) return false;
  if (header !== undefined && !header[1].test(String(headers[header[0]] ?? ''))) return false;
  if (body === undefined) return true;
  if (text === null || text.length > (mostCharacters ?? Number.POSITIVE_INFINITY)) return false;
  const start = text.slice(0, CHALLENGE_CHARACTERS);
  return body.every((pattern) => pattern.test(start));
}

/**
 * How long a site asks to be left alone, in ms from `now` (RFC 9110 §10.2.3): seconds, or a date. Null when it cannot be read.
 */
export function retryAfterMs(text: string, now: Date): number | null {
  if (/^\s*\d{1,9}\s*$/.test(text)) return Number(text) * 1_000;
  // A bare number is a date to JavaScript, and a sign or a fraction is nothing to HTTP.
  const date = /[a-z]{3}/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now.getTime());
}
