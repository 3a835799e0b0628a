/** What an error of the network means for a target. */
import type { X509Certificate } from 'node:crypto';
import type { Outcome } from './outcome.ts';

/** How far a request has come. */
export type Step = 'name' | 'connection' | 'tls' | 'answer' | 'body';

/** A failure that says its outcome itself. */
export class ProbeFailure extends Error {
  readonly outcome: Outcome;

  constructor(outcome: Outcome, message: string) {
    super(message);
    this.outcome = outcome;
  }
}

/** What it means that the time is over, by how far the request had come. */
const OVERTIME: Readonly<Record<Step, Outcome>> = {
  name: 'name_failed',
  connection: 'connection_timed_out',
  // It took the connection, and said nothing more.
  tls: 'timed_out',
  answer: 'timed_out',
  body: 'body_timed_out',
};

export function outcomeOfOvertime(step: Step): Outcome {
  return OVERTIME[step];
}

/** Codes of Node, OpenSSL, c-ares and zlib: the first rule that a code and a step match is the one that counts. */
const RULES: readonly (readonly [code: RegExp, outcome: Outcome, steps?: readonly Step[]])[] = [
  [/^(ENOTFOUND|ENODATA|EBADNAME)$/, 'name_not_found', ['name']],
  [/./, 'name_failed', ['name']],

  [/^ECONNREFUSED$/, 'refused'],
  [/^(EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL)$/, 'unreachable'],
  [/^ETIMEDOUT$/, 'connection_timed_out', ['connection']],
  [/^ETIMEDOUT$/, 'timed_out', ['tls', 'answer']],
  [/^ETIMEDOUT$/, 'body_timed_out', ['body']],
  [/^(ECONNRESET|ECONNABORTED|EPIPE)$/, 'reset', ['connection']],

  [/^(ECONNRESET|ECONNABORTED|EPIPE|EPROTO|ERR_SSL_|ERR_TLS_)/, 'tls_failed', ['tls']],
  // A failure of encryption after the handshake is met by the first read: TLS 1.3 refuses late.
  [/^(EPROTO$|ERR_SSL_)/, 'tls_failed', ['answer']],

  // What closes before its answer is whole resets; what closes within its body cuts it.
  [/^(ECONNRESET|ECONNABORTED|EPIPE|ERR_STREAM_PREMATURE_CLOSE|HPE_INVALID_EOF_STATE)$/, 'reset', ['answer']],
  [/^ERR_HTTP2_(STREAM_CANCEL|STREAM_ERROR|GOAWAY_SESSION)$/, 'reset', ['answer']],
  [
    /^(ECONNRESET|ECONNABORTED|EPIPE|ERR_STREAM_PREMATURE_CLOSE|HPE_INVALID_EOF_STATE)$/,
    'body_cut',
    ['body'],
  ],
  [/^(ERR_HTTP2_|EPROTO$|ERR_SSL_)/, 'body_cut', ['body']],

  [/^(HPE_|ERR_HTTP2_|ERR_INVALID_CHAR|ERR_HTTP_)/, 'malformed', ['answer', 'body']],
  [/^(Z_|ERR_BROTLI|ERR__ERROR_FORMAT)/, 'malformed', ['body']],
];

/**
 * What an error means. One that says nothing of the target (no file descriptor left, a mistake of ours) is `probe_failed`.
 */
export function outcomeOfError(error: unknown, step: Step): Outcome {
  if (error instanceof ProbeFailure) return error.outcome;
  const code = codeOfError(error);
  const rule = RULES.find(([pattern, , steps]) => pattern.test(code) && (steps?.includes(step) ?? true));
  return rule?.[1] ?? 'probe_failed';
}

/** The words of an error, bounded: they are shown beside the sample. */
export function wordsOfError(error: unknown): string {
  if (!(error instanceof Error)) return String(error).slice(0, 300);
  // OpenSSL puts its reason among addresses of its memory and lines of its source.
  const words = 'library' in error && 'reason' in error ? `TLS: ${error.reason}` : error.message;
  return (words.trim() || codeOfError(error)).slice(0, 300);
}

function codeOfError(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** Reasons for which a chain cannot be checked as it was sent, of which OpenSSL and Node give the one or the other. */
const UNFINISHED_CHAIN = /^UNABLE_TO_(VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT(_LOCALLY)?)$/;

/**
 * True when a site only forgot to send a certificate between its own and an authority: its own is of this name and of this
 * day, and says where its issuer's is (RFC 5280 §4.2.2.1), which is where browsers fetch it.
 */
export function isChainIncomplete(
  reason: string,
  certificate: X509Certificate | undefined,
  name: string,
  now: Date,
): boolean {
  if (certificate === undefined || !UNFINISHED_CHAIN.test(reason)) return false;
  const isOfName = certificate.checkHost(name) ?? certificate.checkIP(name);
  const isOfDay = new Date(certificate.validFrom) <= now && now <= new Date(certificate.validTo);
  return isOfName !== undefined && isOfDay && /^CA Issuers - URI:http/m.test(certificate.infoAccess ?? '');
}

/** What a certificate that was not accepted means, by the reason that OpenSSL or Node gives. */
export function outcomeOfCertificate(reason: string): Outcome {
  if (/^(CERT_HAS_EXPIRED|CERT_NOT_YET_VALID)$/.test(reason)) return 'certificate_expired';
  return reason === 'ERR_TLS_CERT_ALTNAME_INVALID' ? 'certificate_wrong_name' : 'certificate_not_trusted';
}
