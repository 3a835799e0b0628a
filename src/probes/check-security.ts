/** HTTPS and what its headers and cookies ask of browsers. Pure. */
import type { CheckAdvice, CheckFigures, CheckOutcome } from './check.ts';

export type Exchange = {
  /** Address of the page after its redirects. */
  readonly url: string;
  /** Of each answer that led to the page and of its own, in order; names in lower case. */
  readonly answers: readonly (readonly { readonly name: string; readonly value: string }[])[];
  readonly redirectsToHttps: boolean | null;
  /** When the certificate of the page ends. */
  readonly certificateEndsAt: Date | null;
  readonly now: Date;
};

const DAY_MS = 86_400_000;
/** Six months, under which browsers forget between two visits of many users. */
const HSTS_SECONDS = 15_552_000;
/** Certificates are renewed a month before they end; under this, nobody did. */
const CERTIFICATE_DAYS = 14;

/** It passes when nothing lacks; browsers that are told no referrer policy have a good one of their own. */
export function checkSecurity(exchange: Exchange): CheckOutcome<'https_and_headers'> {
  const { url, answers, redirectsToHttps, certificateEndsAt, now } = exchange;
  const last = new Map(answers.at(-1)?.map(({ name, value }) => [name, value]));
  const csp = last.get('content-security-policy') ?? '';
  const hsts = /max-age="?(\d+)/i.exec(last.get('strict-transport-security') ?? '')?.[1];
  const figures: CheckFigures['https_and_headers'] = {
    https: url.startsWith('https:'),
    redirectsToHttps,
    certificateDays:
      certificateEndsAt === null ? null : Math.floor((certificateEndsAt.getTime() - now.getTime()) / DAY_MS),
    hstsSeconds: hsts === undefined ? null : Number(hsts),
    csp: csp !== '',
    noSniff: /nosniff/i.test(last.get('x-content-type-options') ?? ''),
    framing: last.has('x-frame-options') || /frame-ancestors/i.test(csp),
    referrerPolicy: last.has('referrer-policy'),
    ...countCookies(answers.flat().flatMap(({ name, value }) => (name === 'set-cookie' ? [value] : []))),
  };
  const { https, certificateDays, hstsSeconds } = figures;
  const lacking: readonly (readonly [CheckAdvice<'https_and_headers'>, boolean])[] = [
    ['serve_https', !https],
    ['redirect_to_https', redirectsToHttps === false],
    ['renew_certificate', certificateDays !== null && certificateDays < CERTIFICATE_DAYS],
    ['add_hsts', https && (hstsSeconds ?? 0) < HSTS_SECONDS],
    ['secure_cookies', figures.cookiesNotSecure > 0],
    ['add_csp', !figures.csp],
    ['add_no_sniff', !figures.noSniff],
    ['limit_framing', !figures.framing],
    ['add_referrer_policy', !figures.referrerPolicy],
  ];
  const advice = lacking.flatMap(([code, holds]) => (holds ? [code] : []));
  return {
    kind: 'https_and_headers',
    result: advice.every((code) => code === 'add_referrer_policy') ? 'pass' : 'fail',
    figures,
    evidence: { url, reason: null, advice, excerpts: [] },
  };
}

type Cookies = Pick<
  CheckFigures['https_and_headers'],
  'cookies' | 'cookiesNotSecure' | 'cookiesNotHttpOnly' | 'cookiesNotSameSite'
>;

/** Several `Set-Cookie` come as one header, a line each. */
function countCookies(headers: readonly string[]): Cookies {
  const cookies = headers.flatMap((header) => header.split('\n')).filter((one) => one.includes('='));
  const lacking = (attribute: RegExp) => cookies.filter((one) => !attribute.test(one)).length;
  return {
    cookies: cookies.length,
    cookiesNotSecure: lacking(/;\s*secure\s*(?:;|$)/i),
    cookiesNotHttpOnly: lacking(/;\s*httponly\s*(?:;|$)/i),
    cookiesNotSameSite: lacking(/;\s*samesite\s*=/i),
  };
}
