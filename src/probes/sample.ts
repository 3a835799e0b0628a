/** One look at one target from one point of measure. */
import type { Outcome } from './outcome.ts';

/**
 * Times in whole milliseconds since the request began, each including what comes before it (as curl counts them); of a
 * redirected request, those of the last answer, redirects included. Null where the request did not come so far.
 */
export type Phases = {
  readonly nameMs: number | null;
  readonly connectMs: number | null;
  readonly tlsMs: number | null;
  /** The response time: until the first byte of the answer. */
  readonly firstByteMs: number | null;
  readonly wholeMs: number | null;
};

export const NO_PHASES: Phases = {
  nameMs: null,
  connectMs: null,
  tlsMs: null,
  firstByteMs: null,
  wholeMs: null,
};

export type Sample = Phases & {
  readonly targetId: number;
  /** When the request began, by the clock of the server. */
  readonly at: Date;
  readonly outcome: Outcome;
};

/** What is told of the last look beside its sample. */
export type ProbeDetail = {
  /** What was asked last: the address of the target, or where it redirects to; null where nothing could be asked. */
  readonly url: string | null;
  /** Of the last answer; null where there was none. */
  readonly status: number | null;
  readonly httpVersion: '1.0' | '1.1' | '2' | null;
  /** Each step that led to the last answer, in order: the address asked, and the status that sent elsewhere. */
  readonly redirects: readonly { readonly url: string; readonly status: number }[];
  /** The address that was connected to, and those that the name has. */
  readonly address: string | null;
  readonly addresses: readonly string[];
  /** Of the body as it came, compressed or not; only what was read. */
  readonly bytes: number | null;
  readonly certificate: Certificate | null;
  /** How long the site asked to be left alone. */
  readonly retryAfterMs: number | null;
  /** What went wrong, in the words of the system; null where nothing did. */
  readonly error: string | null;
};

/** Where nothing was asked, or nothing is told of it. */
export const NO_DETAIL: ProbeDetail = {
  url: null,
  status: null,
  httpVersion: null,
  redirects: [],
  address: null,
  addresses: [],
  bytes: null,
  certificate: null,
  retryAfterMs: null,
  error: null,
};

export type Certificate = {
  readonly subject: string;
  readonly issuer: string;
  readonly validFrom: Date;
  readonly validTo: Date;
  /** Names of the certificates that were sent, the site's first. */
  readonly chain: readonly string[];
};

export type Probe = Phases & { readonly outcome: Outcome; readonly detail: ProbeDetail };
