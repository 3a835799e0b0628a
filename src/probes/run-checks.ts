/**
 * Checks the pages of targets, one after another, in one browser at a time. A page that is not shown leaves its checks
 * unknown; a browser that goes away leaves one unknown, and another one is started for the rest.
 */
import { dayOf } from '../core/clock.ts';
import {
  type Check,
  type CheckKind,
  type CheckOutcome,
  kindsFor,
  type UnknownReason,
  unknownCheck,
} from './check.ts';
import { checkAccessibility, runAxe } from './check-accessibility.ts';
import {
  type CheckBrowser,
  type CheckBrowserOptions,
  CheckFault,
  openCheckBrowser,
  usualDemand,
  type Visit,
} from './check-browser.ts';
import { checkButton } from './check-button.ts';
import { checkContact, findContactLink } from './check-contact.ts';
import { checkDeclaration, checkUnreadDeclaration, checkWithoutMention } from './check-declaration.ts';
import { checkDisplay, DISPLAY_RUNS, medianDisplay, runDisplay } from './check-display.ts';
import { checkMobile, measureMobile } from './check-mobile.ts';
import { checkSecurity, type Exchange } from './check-security.ts';
import { checkSignIn } from './check-sign-in.ts';
import { isInMaintenance } from './maintenance.ts';
import { type PageReading, readPage } from './page-reading.ts';
import type { ProbeContext } from './probe-context.ts';
import { findMention } from './read-declaration.ts';
import type { ProbedTarget } from './target.sql.ts';
import type { Role } from './target.ts';

export type CheckedTarget = ProbedTarget & { readonly roles: readonly Role[] };

export type CheckOptions = CheckBrowserOptions &
  Pick<ProbeContext, 'clock'> & {
    /** Origin of this site, whose forms are tried. */
    readonly publicUrl: string;
    readonly signTrial: (buttonId: string, form: string) => Promise<string | null>;
    /** Of the kinds of each target, those that are checked; all where nothing is said. */
    readonly kinds?: readonly CheckKind[] | undefined;
    readonly displayRuns?: number;
    /** Told before each check. */
    readonly onStart?: (target: CheckedTarget, kind: CheckKind) => void;
    /** Told of a target that is in an announced maintenance when its turn comes: it is left alone. */
    readonly onSkip?: (target: CheckedTarget) => void;
    readonly open?: (options: CheckBrowserOptions) => Promise<CheckBrowser>;
    readonly checkLimitMs?: number;
    readonly targetLimitMs?: number;
  };

/** Longest a check may take but that of display, which shows the page six times, and all those of a target. */
const CHECK_LIMIT_MS = 90_000;
const DISPLAY_LIMIT_MS = 300_000;
const TARGET_LIMIT_MS = 480_000;

/** Every check of every target, as soon as it is made. Nothing is thrown for what a site, or the browser, does. */
export async function* runChecks(
  targets: readonly CheckedTarget[],
  options: CheckOptions,
): AsyncGenerator<Check> {
  const seat = browserSeat(options);
  try {
    for (const target of targets) {
      if (isInMaintenance(target.maintenances, options.clock.now())) options.onSkip?.(target);
      else yield* checkTarget(target, seat, options);
    }
  } finally {
    await seat.leave();
  }
}

type Seat = {
  browser(): Promise<CheckBrowser>;
  leave(): Promise<void>;
};

/** The one browser that is open, another one after it died. */
function browserSeat({ open = openCheckBrowser, ...options }: CheckOptions): Seat {
  let current: CheckBrowser | null = null;
  const leave = async () => {
    const left = current;
    current = null;
    await left?.close();
  };
  return {
    async browser() {
      if (current !== null && !current.isAlive()) await leave();
      current ??= await open(options);
      return current;
    },
    leave,
  };
}

async function* checkTarget(target: CheckedTarget, seat: Seat, options: CheckOptions): AsyncGenerator<Check> {
  const kinds = kindsFor(target.roles).filter((kind) => options.kinds?.includes(kind) ?? true);
  const page = rememberedPage(target, seat, options);
  const { clock, checkLimitMs = CHECK_LIMIT_MS, targetLimitMs = TARGET_LIMIT_MS } = options;
  const startedMs = clock.now().getTime();
  for (const kind of kinds) {
    const leftMs = targetLimitMs - (clock.now().getTime() - startedMs);
    const limitMs = Math.min(leftMs, kind === 'display_speed' ? DISPLAY_LIMIT_MS : checkLimitMs);
    options.onStart?.(target, kind);
    const check: MakeCheck<CheckKind> = CHECKS[kind];
    const made = await within(limitMs, seat, () => check(target, page, seat, options)).catch(
      (error: unknown): CheckOutcome => unknownCheck(kind, target.url, reasonOf(error)),
    );
    yield { ...made, targetId: target.id, checkedAt: clock.now() };
  }
}

/** Work that was under way when its browser went away fails in the words of its library. */
const WENT_AWAY = /closed|crashed|disconnected|ECONNREFUSED|ECONNRESET/i;

function reasonOf(error: unknown): UnknownReason {
  if (error instanceof CheckFault) return error.reason;
  return WENT_AWAY.test((error as Error).message) ? 'browser_crashed' : 'not_measured';
}

/** Gives up work that takes too long, and the browser with it: it may be what hangs. */
async function within<Result>(limitMs: number, seat: Seat, work: () => Promise<Result>): Promise<Result> {
  if (limitMs <= 0) throw new CheckFault('took_too_long');
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new CheckFault('took_too_long')), limitMs);
  const working = work();
  // What was given up fails later, when nobody listens any more.
  working.catch(() => undefined);
  try {
    return await Promise.race([working, late]);
  } catch (error) {
    if (error instanceof CheckFault && error.reason === 'took_too_long') await seat.leave();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** What is read of a page, once for all the checks that need it; a fault of the page is the same for all. */
type RememberedPage = () => Promise<{ readonly reading: PageReading; readonly exchange: Exchange }>;

function rememberedPage(target: CheckedTarget, seat: Seat, { clock }: CheckOptions): RememberedPage {
  let known: ReturnType<RememberedPage> | null = null;
  return () => {
    known ??= look().catch((error: unknown) => {
      if (['browser_crashed', 'took_too_long'].includes(reasonOf(error))) known = null;
      throw error;
    });
    return known;
  };

  async function look() {
    const browser = await seat.browser();
    return shown(
      await browser.visit(target, 'desktop'),
      async ({ page, url, answers, certificateEndsAt }) => {
        const redirectsToHttps = await browser.redirectsToHttps(target.url);
        const exchange = { url, answers, certificateEndsAt, redirectsToHttps, now: clock.now() };
        return { reading: await readPage(page), exchange };
      },
    );
  }
}

/** Works on a page that is shown, then closes it. */
async function shown<Result>(visit: Visit, work: (visit: Visit) => Promise<Result>): Promise<Result> {
  try {
    return await work(visit);
  } finally {
    await visit.close().catch(() => undefined);
  }
}

type MakeCheck<Kind extends CheckKind> = (
  target: CheckedTarget,
  page: RememberedPage,
  seat: Seat,
  options: CheckOptions,
) => Promise<CheckOutcome<Kind>>;

const CHECKS: { readonly [Kind in CheckKind]: MakeCheck<Kind> } = {
  async display_speed(target, page, seat, { displayRuns = DISPLAY_RUNS }) {
    // A page that is not shown is asked for once, not by each check.
    await page();
    const figuresOn = async (device: 'mobile' | 'desktop') => {
      const runs = [];
      for (let run = 0; run < displayRuns; run += 1) {
        const { port, userAgents } = await seat.browser();
        runs.push(await runDisplay(target.url, device, { port, userAgent: userAgents[device] }));
      }
      const known = medianDisplay(runs.filter((run) => run !== null));
      if (known === null) throw new CheckFault('not_measured');
      return known;
    };
    const mobile = await figuresOn('mobile');
    return checkDisplay(target.url, { mobile, desktop: await figuresOn('desktop') });
  },

  async automatic_accessibility(target, page, seat) {
    await page();
    const visit = await (await seat.browser()).visit(target, 'desktop');
    return shown(visit, async (one) => checkAccessibility(one.url, await runAxe(one.page)));
  },

  async accessibility_declaration(_target, page, seat, { clock }) {
    const { reading } = await page();
    const mention = findMention(reading.links);
    if (mention === null) return checkWithoutMention(reading);
    if (/\.(?:pdf|odt|docx?)(?:[?#]|$)/i.test(mention.link.href)) {
      return checkUnreadDeclaration(reading, mention, 'declaration_is_a_file', []);
    }
    try {
      const declaration = await readOther(seat, mention.link.href);
      return checkDeclaration(reading, mention, declaration, dayOf(clock.now()));
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === 'browser_crashed') throw error;
      const told = reason === 'not_a_page' ? 'declaration_is_a_file' : 'declaration_not_reached';
      return checkUnreadDeclaration(reading, mention, told, []);
    }
  },

  async mobile(target, page, seat) {
    await page();
    const visit = await (await seat.browser()).visit(target, 'mobile');
    return shown(visit, async (one) => checkMobile(one.url, await measureMobile(one.page)));
  },

  async authentication(_target, page) {
    return checkSignIn((await page()).reading);
  },

  async contact_and_help(_target, page, seat) {
    const { reading } = await page();
    const link = findContactLink(reading);
    if (link === null || link.href.split('#')[0] === reading.url.split('#')[0]) {
      return checkContact(reading, null);
    }
    try {
      return checkContact(reading, await readOther(seat, link.href));
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === 'browser_crashed') throw error;
      // A page of contact that was not read may hold what was not found.
      const made = checkContact(reading, null);
      return made.result === 'pass' ? made : unknownCheck('contact_and_help', link.href, reason);
    }
  },

  async feedback_button(_target, page, seat, { publicUrl, signTrial }) {
    const { reading } = await page();
    const visit = async (url: string) => (await seat.browser()).visit(usualDemand(url), 'desktop');
    return checkButton(reading, publicUrl, { visit, signTrial });
  },

  async https_and_headers(_target, page) {
    return checkSecurity((await page()).exchange);
  },
};

async function readOther(seat: Seat, url: string): Promise<PageReading> {
  const visit = await (await seat.browser()).visit(usualDemand(url), 'desktop');
  return shown(visit, ({ page }) => readPage(page));
}
