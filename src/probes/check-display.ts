/** How fast a page shows: Lighthouse's laboratory, which simulates a device and its network. */
import type { CheckAdvice, CheckOutcome, DisplayFigures } from './check.ts';
import type { Device } from './check-browser.ts';
import { hostOf } from './page-reading.ts';

/** Displays of which the median is taken. */
export const DISPLAY_RUNS = 3;

/** Largest contentful paint under which a page shows well, in ms, and layout shift (web.dev, "Core Web Vitals"). */
const GOOD_LCP_MS = 2_500;
const GOOD_CLS = 0.1;
const HEAVY_BYTES = 2_000_000;
const MANY_THIRD_PARTIES = 5;
/** Longest wait for a page to be quiet, in ms. */
const LOAD_LIMIT_MS = 30_000;

const AUDITS = [
  'largest-contentful-paint',
  'first-contentful-paint',
  'cumulative-layout-shift',
  'network-requests',
];

/** What Lighthouse says of a request. */
type Requested = { readonly url: string; readonly transferSize?: number; readonly entity?: string };

export type DisplayRun = Omit<DisplayFigures, 'runs'>;

/**
 * Displays a page once in a browser.
 * @param port by which the browser is driven
 * @returns null where Lighthouse could not measure
 */
export async function runDisplay(
  url: string,
  device: Device,
  { port, userAgent }: { readonly port: number; readonly userAgent: string },
): Promise<DisplayRun | null> {
  const { default: lighthouse, desktopConfig } = await import('lighthouse');
  const flags = {
    port,
    logLevel: 'silent' as const,
    onlyAudits: AUDITS,
    maxWaitForLoad: LOAD_LIMIT_MS,
    emulatedUserAgent: userAgent,
  };
  const result = await lighthouse(url, flags, device === 'desktop' ? desktopConfig : undefined);
  const { lhr } = result ?? {};
  if (lhr === undefined || lhr.runtimeError !== undefined) return null;
  const numberOf = (audit: string) => lhr.audits[audit]?.numericValue ?? null;
  const [lcpMs, fcpMs] = [numberOf('largest-contentful-paint'), numberOf('first-contentful-paint')];
  if (lcpMs === null || fcpMs === null) return null;
  const details = lhr.audits['network-requests']?.details as { items?: readonly Requested[] } | undefined;
  const cls = numberOf('cumulative-layout-shift') ?? 0;
  return { lcpMs, fcpMs, cls, ...countRequests(lhr.finalDisplayedUrl ?? url, details?.items ?? []) };
}

type Counted = Pick<DisplayFigures, 'bytes' | 'requests' | 'thirdPartyRequests' | 'thirdParties'>;

/** Sites are told apart by who owns them, as Lighthouse knows them: `static.impots.gouv.fr` is no third party of its own. */
export function countRequests(pageUrl: string, items: readonly Requested[]): Counted {
  const requested = items.filter(({ url }) => /^https?:/.test(url));
  const siteOf = ({ url, entity }: Requested) => entity ?? hostOf(url) ?? '';
  const own = requested.find(({ url }) => hostOf(url) === hostOf(pageUrl));
  const ownSite = own === undefined ? (hostOf(pageUrl) ?? '') : siteOf(own);
  const others = requested.filter((one) => siteOf(one) !== ownSite);
  return {
    bytes: requested.reduce((sum, { transferSize = 0 }) => sum + transferSize, 0),
    requests: requested.length,
    thirdPartyRequests: others.length,
    thirdParties: new Set(others.map(siteOf)).size,
  };
}

/** The median of each figure; of an even number of runs, the greater of the two in the middle: nothing is invented. */
export function medianDisplay(runs: readonly DisplayRun[]): DisplayFigures | null {
  const middle = (figure: keyof DisplayRun) =>
    runs.map((run) => run[figure]).toSorted((one, other) => one - other)[Math.floor(runs.length / 2)];
  const [lcpMs, fcpMs, cls, bytes] = [middle('lcpMs'), middle('fcpMs'), middle('cls'), middle('bytes')];
  const [requests, thirdPartyRequests] = [middle('requests'), middle('thirdPartyRequests')];
  const thirdParties = middle('thirdParties');
  if (lcpMs === undefined || fcpMs === undefined || cls === undefined || bytes === undefined) return null;
  if (requests === undefined || thirdPartyRequests === undefined || thirdParties === undefined) return null;
  return { runs: runs.length, lcpMs, fcpMs, cls, bytes, requests, thirdPartyRequests, thirdParties };
}

export function checkDisplay(
  url: string,
  { mobile, desktop }: Readonly<Record<Device, DisplayFigures>>,
): CheckOutcome<'display_speed'> {
  const advice: CheckAdvice[] = [];
  if (mobile.lcpMs > GOOD_LCP_MS) advice.push('late_on_mobile');
  if (desktop.lcpMs > GOOD_LCP_MS) advice.push('late_on_desktop');
  const isLate = advice.length > 0;
  if (Math.max(mobile.cls, desktop.cls) > GOOD_CLS) advice.push('moves_while_loading');
  if (Math.max(mobile.bytes, desktop.bytes) > HEAVY_BYTES) advice.push('heavy');
  if (mobile.thirdParties > MANY_THIRD_PARTIES) advice.push('many_third_parties');
  return {
    kind: 'display_speed',
    result: isLate ? 'fail' : 'pass',
    figures: { mobile, desktop },
    evidence: { url, reason: null, advice, excerpts: [] },
  };
}
