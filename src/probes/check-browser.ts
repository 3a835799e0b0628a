/** The browser in which pages are checked: one at a time, behind the proxy, each page in a context of its own. */
import type { BrowserContextOptions, Page, Response } from 'playwright-core';
import { findChromium, findFreePort, launchChromium } from '../core/chromium.ts';
import type { UnknownReason } from './check.ts';
import { type CheckProxy, isOfProxy, openCheckProxy } from './check-proxy.ts';
import { redirectsToHttps } from './check-redirect.ts';
import { parseStatuses } from './expected-status.ts';
import { judgeAnswer } from './judge-answer.ts';
import { verdictOf } from './outcome.ts';
import { hostOf } from './page-reading.ts';
import type { ProbeContext } from './probe-context.ts';
import { type Demand, USUAL_DEMAND } from './target.ts';

export type Device = 'mobile' | 'desktop';

/** Why a check cannot tell. */
export class CheckFault extends Error {
  readonly reason: UnknownReason;

  constructor(reason: UnknownReason, cause?: unknown) {
    super(reason, cause === undefined ? undefined : { cause });
    this.name = 'CheckFault';
    this.reason = reason;
  }
}

type Headers = readonly { readonly name: string; readonly value: string }[];

/** A page as it is shown, until it is closed. */
export type Visit = {
  readonly page: Page;
  readonly url: string;
  readonly status: number;
  /** Of each answer that led to it and of its own. */
  readonly answers: readonly Headers[];
  readonly certificateEndsAt: Date | null;
  close(): Promise<void>;
};

export type CheckBrowser = {
  /** What drives it beside this: Lighthouse. */
  readonly port: number;
  readonly userAgents: Readonly<Record<Device, string>>;
  /**
   * Shows a page.
   * @throws CheckFault when it is not reached, refuses robots, is no page, or the browser went away
   */
  visit(demand: Demand, device: Device): Promise<Visit>;
  /** Whether http:// of an address leads to https://; null where that cannot be seen. */
  redirectsToHttps(url: string): Promise<boolean | null>;
  isAlive(): boolean;
  close(): Promise<void>;
};

export type CheckBrowserOptions = Pick<ProbeContext, 'resolve' | 'isAllowed' | 'userAgent'> & {
  /** `VIGIE_CHROMIUM`. */
  readonly chromiumPath: string | null;
};

const LOAD_LIMIT_MS = 45_000;
/** What a page still does after it was shown is waited for so long, and no longer. */
const QUIET_LIMIT_MS = 5_000;

/** Opens it. @throws CheckFault `browser_missing` */
export async function openCheckBrowser(options: CheckBrowserOptions): Promise<CheckBrowser> {
  const proxy = await openCheckProxy(options);
  const debuggingPort = await findFreePort();
  const browser = await findChromium(options.chromiumPath)
    .then((chromium) => launchChromium(chromium, { proxy: proxy.url, debuggingPort, isSandboxed: true }))
    .catch(async (error: unknown) => {
      await proxy.close();
      throw new CheckFault('browser_missing', error);
    });
  const userAgents = userAgentsOf(browser.version(), options.userAgent);
  const isAlive = () => browser.isConnected();

  async function visit(demand: Demand, device: Device): Promise<Visit> {
    // What the browser opens by itself (file:, data:, chrome:) is never asked of the proxy.
    if (!/^https?:/i.test(demand.url)) throw new CheckFault('address_refused');
    const context = await browser
      .newContext({ ...DEVICES[device], ...SURROUNDINGS, userAgent: userAgents[device] })
      .catch((error: unknown) => {
        throw new CheckFault('browser_crashed', error);
      });
    try {
      const page = await context.newPage();
      const response = await page.goto(demand.url, { waitUntil: 'load', timeout: LOAD_LIMIT_MS });
      await page.waitForLoadState('networkidle', { timeout: QUIET_LIMIT_MS }).catch(() => undefined);
      if (response === null) throw new CheckFault('not_a_page');
      await judgePage(page, response, demand, proxy);
      return {
        page,
        url: page.url(),
        status: response.status(),
        answers: await headersOf(response),
        certificateEndsAt: await certificateEnd(response),
        close: () => context.close(),
      };
    } catch (error) {
      await context.close().catch(() => undefined);
      throw faultOf(error, isAlive(), proxy.hasRefused(hostOf(demand.url) ?? ''));
    }
  }

  return {
    port: debuggingPort,
    userAgents,
    visit,
    isAlive,
    redirectsToHttps: (url) => redirectsToHttps(proxy.url, url, options.userAgent),
    async close() {
      await browser.close().catch(() => undefined);
      await proxy.close();
    },
  };
}

const DEVICES: Readonly<Record<Device, BrowserContextOptions>> = {
  mobile: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 900 } },
};
const SURROUNDINGS: BrowserContextOptions = {
  locale: 'fr-FR',
  timezoneId: 'Europe/Paris',
  acceptDownloads: false,
  serviceWorkers: 'block',
};

/** It is a browser, and says whose robot drives it. */
function userAgentsOf(version: string, robot: string): Record<Device, string> {
  const engine = `AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version.split('.')[0]}.0.0.0`;
  return {
    mobile: `Mozilla/5.0 (Linux; Android 14) ${engine} Mobile Safari/537.36 ${robot}`,
    desktop: `Mozilla/5.0 (X11; Linux x86_64) ${engine} Safari/537.36 ${robot}`,
  };
}

/** @throws CheckFault for what stands in place of the page */
async function judgePage(
  page: Page,
  response: Response,
  demand: Demand,
  { hasRefused }: CheckProxy,
): Promise<void> {
  const headers = await response.allHeaders();
  if (isOfProxy(headers)) {
    throw new CheckFault(hasRefused(hostOf(response.url()) ?? '') ? 'address_refused' : 'page_not_reached');
  }
  if (response.ok() && !/html/i.test(headers['content-type'] ?? 'text/html'))
    throw new CheckFault('not_a_page');
  const answer = { status: response.status(), headers, text: await page.content(), firstByteMs: null };
  const { outcome } = judgeAnswer(demand, parseStatuses(demand.expectedStatus) ?? [], answer);
  const verdict = verdictOf(outcome);
  if (verdict === 'blocked') throw new CheckFault('page_refused_robot');
  if (verdict === 'down') throw new CheckFault('page_not_reached');
}

function faultOf(error: unknown, isAlive: boolean, wasRefused: boolean): CheckFault {
  if (error instanceof CheckFault) return error;
  const { name, message } = error as Error;
  if (!isAlive || /crashed|has been closed/i.test(message)) return new CheckFault('browser_crashed', error);
  if (wasRefused) return new CheckFault('address_refused', error);
  if (name === 'TimeoutError') return new CheckFault('took_too_long', error);
  return new CheckFault(/download|ERR_ABORTED/i.test(message) ? 'not_a_page' : 'page_not_reached', error);
}

async function headersOf(response: Response): Promise<Headers[]> {
  const lists: Headers[] = [];
  for (let at: Response | null = response; at !== null; ) {
    const given = await at.headersArray();
    lists.unshift(given.map(({ name, value }) => ({ name: name.toLowerCase(), value })));
    at = (await at.request().redirectedFrom()?.response()) ?? null;
  }
  return lists;
}

async function certificateEnd(response: Response): Promise<Date | null> {
  const { validTo } = (await response.securityDetails()) ?? {};
  return validTo === undefined ? null : new Date(validTo * 1_000);
}

/** What is asked of a page that is no target. */
export function usualDemand(url: string): Demand {
  return { ...USUAL_DEMAND, url };
}
