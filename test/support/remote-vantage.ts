/** A point of measure away from its server, on a network, a disk and clocks of a test. */
import type { TestContext } from 'node:test';
import { openJournal } from '../../src/core/journal.ts';
import { createClockOffset } from '../../src/probes/clock-offset.ts';
import { createRemoteVantage, type Known } from '../../src/probes/remote-vantage.ts';
import { createRunner } from '../../src/probes/runner.ts';
import type { Probe } from '../../src/probes/sample.ts';
import { openServerLink } from '../../src/probes/server-link.ts';
import { testDatabase } from './database.ts';
import { fakeTime } from './fake-time.ts';
import { probeSite } from './probe-site.ts';
import { probeOf } from './probes.ts';
import { temporaryPath } from './server.ts';

const START = '2026-01-15T12:00:00Z';

/** What each look finds, unless a test says otherwise. */
export const FOUND: Probe = { ...probeOf('up', { status: 200 }), firstByteMs: 80 };

/** A site, and what a point of measure keeps on its disk; it starts as often as a test likes. */
export async function prepareVantage(
  t: TestContext,
  { aheadMs = 0, journalLimit = 1e9, found = FOUND } = {},
) {
  const db = await testDatabase(t);
  const time = fakeTime(START);
  /** How far our clock is from the one that time goes by, and that one from the server's. */
  const clocks = { setMs: 0, aheadMs };
  const clock = { now: () => new Date(time.clock.now().getTime() + clocks.setMs) };
  const site = await probeSite(db, { now: () => new Date(time.clock.now().getTime() - clocks.aheadMs) });
  const path = `${temporaryPath()}/samples.journal`;
  const said: string[] = [];
  const log = {
    ...{ info: () => {} },
    warn: (...words: unknown[]) => said.push(String(words.at(-1))),
    error: (...words: unknown[]) => said.push(String(words.at(-1))),
  } as never;
  let known: Known | null = null;
  const network = { isCut: false, losesAnswers: false, refuse: (_: string): Response | null => null };
  const asked = { targets: 0, samples: 0 };
  const fetch = async (url: string | URL | Request, init?: RequestInit) => {
    if (network.isCut) throw new TypeError('fetch failed');
    asked[init?.method === 'POST' ? 'samples' : 'targets'] += 1;
    const { signal: _, ...rest } = init ?? {};
    const refused = init?.method === 'POST' ? network.refuse(String(init.body)) : null;
    if (refused !== null) return refused;
    const answered = await site.app.request(String(url).slice('http://vigie.test'.length), rest);
    if (network.losesAnswers) throw new TypeError('fetch failed');
    return answered;
  };
  async function start({ token = site.token, holder = 'here' } = {}) {
    const journal = await openJournal(path, log);
    t.after(() => journal.close());
    const offset = createClockOffset(known?.aheadMs ?? null);
    const vantage = createRemoteVantage({
      ...{ journal, offset, clock, log, known, journalLimit },
      link: openServerLink({
        ...{ server: 'http://vigie.test', token, holder, userAgent: 'test' },
        ...{ clock, offset, fetch },
      }),
      remember: async (now) => {
        known = now;
      },
      openRunner: (slug, receive) =>
        createRunner({
          ...{ vantage: slug, clock, timers: time.timers, log, receive },
          probe: async () => found,
          network: { isOurs: async () => false },
        }),
    });
    const run = async (ms: number, stepMs = 5_000) => {
      for (let done = 0; done < ms; done += stepMs) {
        await vantage.save();
        await vantage.speak();
        await time.advance(stepMs);
      }
      await vantage.save();
      await vantage.speak();
    };
    /** Lets so long go by without network. */
    const runCut = async (ms: number) => {
      network.isCut = true;
      await run(ms);
      network.isCut = false;
    };
    return { ...vantage, journal, run, runCut };
  }
  return { db, time, clocks, site, network, start, said, asked };
}
