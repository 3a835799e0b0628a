/** What those who answer for a site can do about what was seen of it. Pure. */
import { verdictOf } from './outcome.ts';
import type { Probe } from './sample.ts';
import type { Demand } from './target.ts';

export type AdviceCode =
  | 'let_the_robot_in'
  | 'allow_the_network'
  | 'choose_another_text'
  | 'check_the_status'
  | 'use_get'
  | 'complete_the_chain'
  | 'renew_the_certificate'
  | 'ask_the_last_address'
  | 'serve_https'
  | 'add_ipv6'
  | 'speed_up_names';

export type Advice = { readonly code: AdviceCode; readonly text: string };

const DAY_MS = 86_400_000;
const RENEW_WITHIN_DAYS = 30;
/** Most names take under 100 ms when no server remembers them. */
const SLOW_NAME_MS = 500;

/**
 * Advice on one look at an address, the most urgent first; none where all is well.
 * @param userAgent how the robot names itself
 */
export function adviseOn(
  demand: Demand,
  probe: Probe,
  { now, userAgent }: { readonly now: Date; readonly userAgent: string },
): Advice[] {
  const advice = (is: boolean, code: AdviceCode, text: string): Advice[] => (is ? [{ code, text }] : []);
  const { outcome, detail, nameMs } = probe;
  const isBlocked = verdictOf(outcome) === 'blocked';
  return [
    ...advice(
      isBlocked,
      'let_the_robot_in',
      `ask those who keep the firewall of ${new URL(demand.url).host} to let this robot in: its requests are GET or HEAD, ` +
        `one at a time, and carry "User-Agent: ${userAgent}"`,
    ),
    ...advice(
      outcome === 'address_refused',
      'allow_the_network',
      'only public addresses are probed; where this one is yours, name its network in VIGIE_PROBE_ALLOW',
    ),
    ...advice(
      outcome === 'text_missing',
      'choose_another_text',
      'the text must stand in the page as the site sends it: what a script writes afterwards is not seen here',
    ),
    ...advice(
      outcome === 'unexpected_status' && detail.status !== null,
      'check_the_status',
      `the site answered ${detail.status}: where that is right, say so (--status ${detail.status})`,
    ),
    ...advice(
      demand.method === 'HEAD' && (detail.status === 405 || detail.status === 501),
      'use_get',
      'the site does not answer to HEAD; use GET',
    ),
    ...adviseOnCertificate(probe, now),
    ...adviseOnAddress(demand, probe),
    ...advice(
      nameMs !== null && nameMs > SLOW_NAME_MS,
      'speed_up_names',
      `the name took ${nameMs} ms to resolve: look at its name servers, and at how long they let others remember it`,
    ),
  ];
}

function adviseOnCertificate({ outcome, detail: { certificate } }: Probe, now: Date): Advice[] {
  if (outcome === 'certificate_not_trusted' && certificate?.chain.length === 1) {
    const text =
      'the site sends one certificate only: have it send those of its issuers too, or have it signed';
    return [{ code: 'complete_the_chain', text }];
  }
  if (certificate === null) return [];
  const days = daysLeft(certificate.validTo, now);
  if (days >= RENEW_WITHIN_DAYS) return [];
  const text =
    days < 0
      ? 'the certificate has expired: renew it now'
      : `the certificate expires in ${days === 1 ? '1 day' : `${days} days`}: renew it`;
  return [{ code: 'renew_the_certificate', text }];
}

/** Whole days until an instant; negative once it is past. */
export function daysLeft(until: Date, now: Date): number {
  return Math.floor((until.getTime() - now.getTime()) / DAY_MS);
}

function adviseOnAddress(demand: Demand, probe: Probe): Advice[] {
  const { redirects, addresses, status } = probe.detail;
  const last = probe.detail.url ?? demand.url;
  const isEncrypted = last.startsWith('https:');
  const isLasting =
    redirects.length > 0 && redirects.every((one) => one.status === 301 || one.status === 308);
  const isLong = redirects.length > 1 || isLasting || (isEncrypted && demand.url.startsWith('http:'));
  const named = new URL(demand.url).hostname;
  const isName = !named.startsWith('[') && !/^[\d.]+$/.test(named);
  const advice: Advice[] = [];
  if (status !== null && redirects.length > 0 && isLong && last !== demand.url) {
    const steps = redirects.length === 1 ? '1 redirect leads' : `${redirects.length} redirects lead`;
    const text = `${steps} to ${last}: users wait for each. Where that address lasts, have links lead to it, and probe it`;
    advice.push({ code: 'ask_the_last_address', text });
  }
  if (status !== null && !isEncrypted) {
    const text = 'the page is served without encryption (http): serve it by https, and redirect there';
    advice.push({ code: 'serve_https', text });
  }
  if (isName && addresses.length > 0 && !addresses.some((one) => one.includes(':'))) {
    const text =
      'the name has IPv4 addresses only: users whose network has IPv6 only reach it through a translator';
    advice.push({ code: 'add_ipv6', text });
  }
  return advice;
}
