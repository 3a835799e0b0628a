/** What is told of a look, as it may be kept and shown whatever a site made of it. Pure. */
import type { Certificate, ProbeDetail } from './sample.ts';

const LONGEST_TEXT = 2_000;
const LONGEST_LIST = 20;
/** The years that JSON, JavaScript and the store write alike. */
const FIRST = new Date('0001-01-01T00:00:00Z');
const LAST = new Date('9999-12-31T23:59:59.999Z');

/**
 * Texts in whole characters, without those of control, which the store refuses and a terminal obeys; texts and lists of
 * bounded length; no certificate whose days are none.
 */
export function cleanDetail(detail: ProbeDetail): ProbeDetail {
  const { url, redirects, address, addresses, certificate, error } = detail;
  return {
    ...detail,
    url: url && cleanText(url),
    redirects: redirects.slice(0, LONGEST_LIST).map((step) => ({ ...step, url: cleanText(step.url) })),
    address: address && cleanText(address),
    addresses: cleanList(addresses),
    certificate: certificate && cleanCertificate(certificate),
    error: error && cleanText(error),
  };
}

function cleanCertificate({ subject, issuer, validFrom, validTo, chain }: Certificate): Certificate | null {
  if (![validFrom, validTo].every((date) => date >= FIRST && date <= LAST)) return null;
  return {
    ...{ subject: cleanText(subject), issuer: cleanText(issuer) },
    ...{ validFrom, validTo, chain: cleanList(chain) },
  };
}

function cleanList(texts: readonly string[]): string[] {
  return texts.slice(0, LONGEST_LIST).map(cleanText);
}

function cleanText(text: string): string {
  return text
    .slice(0, LONGEST_TEXT)
    .replaceAll(/\p{Cc}+/gu, ' ')
    .toWellFormed();
}
