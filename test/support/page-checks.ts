/** The checks of the pages of known answer, in one browser that a file of tests shares. */
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { fixedClock } from '../../src/core/clock.ts';
import { type CheckBrowser, openCheckBrowser } from '../../src/probes/check-browser.ts';
import {
  CHECK_KINDS,
  type Check,
  type CheckedTarget,
  type CheckKind,
  type CheckOptions,
  guardAddresses,
  ROLES,
  type Role,
  runChecks,
  USUAL_DEMAND,
} from '../../src/probes/index.ts';
import { CHECKED_PAGES } from './checked-pages.ts';
import { type CheckedSite, serveSite } from './checked-site.ts';

export const clock = fixedClock('2026-03-02T09:00:00Z');
export const SURROUNDINGS = {
  chromiumPath: null,
  userAgent: 'Vigie/test (+http://vigie.test/sonde)',
  isAllowed: guardAddresses(['127.0.0.1']),
  resolve: async (name: string) => (name === 'site.test' ? ['127.0.0.1'] : []),
};

/** One browser for the whole file, which checks do not close. */
const browser = await openCheckBrowser(SURROUNDINGS);
after(() => browser.close());
export const shared: CheckBrowser = { ...browser, close: async () => undefined };

export const site = await serveSite({ after }, CHECKED_PAGES);

export function optionsOf(changes: Partial<CheckOptions> = {}): CheckOptions {
  return {
    ...SURROUNDINGS,
    clock,
    publicUrl: 'http://vigie.test',
    signTrial: async () => null,
    kinds: CHECK_KINDS.filter((kind) => kind !== 'display_speed'),
    open: async () => shared,
    ...changes,
  };
}

export function targetAt(
  { origin }: CheckedSite,
  path: string,
  roles: readonly Role[] = ROLES,
): CheckedTarget {
  return { ...USUAL_DEMAND, id: 7, url: `${origin}${path}`, roles, maintenances: [] };
}

/** The checks of a page, by kind. */
export async function checksOf(path: string, changes: Partial<CheckOptions> = {}) {
  const made = await Array.fromAsync(runChecks([targetAt(site, path)], optionsOf(changes)));
  return new Map(made.map((check) => [check.kind, check]));
}

export async function checkOf<Kind extends CheckKind>(kind: Kind, path: string): Promise<Check<Kind>> {
  const made = (await checksOf(path, { kinds: [kind] })).get(kind);
  assert.ok(made);
  return made as Check<Kind>;
}
