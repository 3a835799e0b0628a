/** Counters over a real store, served as the server serves them: lanes, intake, sums, sketches. */
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { recordProcedures } from '../../src/catalogue/index.ts';
import type { Clock } from '../../src/core/clock.ts';
import type { Database } from '../../src/core/database.ts';
import { listen } from '../../src/core/http/listen.ts';
import { clientAddressFrom } from '../../src/core/networks.ts';
import {
  type Counter,
  closeCounter,
  createCounter,
  openVisits,
  type VisitFigures,
} from '../../src/visits/index.ts';
import { createApp } from '../../src/web/server.ts';
import { visitCounter } from '../../src/web/visit-counter/routes.ts';
import { testDatabase } from './database.ts';
import { appOptions, HOST, send } from './http.ts';

export const PAGES = 'https://demarche.exemple.fr';
export const STEPS = ['identite', 'pieces'];
export const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0';

/** The day of the clock of tests. */
export const TODAY = { from: '2026-01-15', to: '2026-01-15' };

/** Visitors are an estimate: of six, two share a place of the sketch, and count as one, once in 270 days. */
export function assertVisitors({ visitorDays }: Pick<VisitFigures, 'visitorDays'>, expected: number): void {
  const isNear = visitorDays !== null && Math.abs(visitorDays - expected) <= Math.max(1, expected * 0.05);
  assert.ok(isNear, `${visitorDays} visitors for ${expected}`);
}

/** A procedure with an open counter. */
export async function recordCounter(
  db: Database,
  publicId: string,
  origins: readonly string[] = [PAGES],
): Promise<Counter> {
  const [subjectId = 0] = await db.transaction((tx) =>
    recordProcedures(tx, [{ publicId, name: `Démarche ${publicId}`, validFrom: '2025-01-01' }]),
  );
  const counter = { subjectId, origins, paths: ['/aide', '/contact'], steps: STEPS, author: 'test' };
  return createCounter(db, counter, new Date('2025-12-01T12:00:00Z'));
}

export type VisitSiteOptions = {
  readonly db?: Database;
  readonly clock?: Clock;
  readonly origins?: readonly string[];
};

/** A server until the end of the test, with an open counter and a closed one. */
export async function serveVisits(
  t: TestContext,
  { db: given, clock: told, origins = [PAGES] }: VisitSiteOptions = {},
) {
  const db = given ?? (await testDatabase(t));
  const options = appOptions(db, []);
  const { log, metrics, assets, logged } = options;
  const clock = told ?? options.clock;
  const counter = await recordCounter(db, '1', origins);
  const closed = await recordCounter(db, '2', origins);
  await closeCounter(db, closed.id, 'la démarche ferme', clock.now());
  const visits = await openVisits({ db, clock, generation: () => 1, log, metrics });
  const audience = visitCounter({
    receive: visits.receive,
    trustedAddress: clientAddressFrom([HOST]),
    assets,
  });
  const app = createApp({ ...options, clock, audiences: [audience.routes] });
  const server = await listen(app, { host: HOST, port: 0, log, lanes: { list: audience.lanes, metrics } });
  t.after(async () => {
    await server.stop(0);
    await visits.stop();
  });
  /** Sends as the image does. */
  const image = (step: string, headers: Record<string, string> = {}, id = counter.id) =>
    send(server.port, `/mesure/${id}/${step}.gif`, {
      headers: { origin: PAGES, 'user-agent': FIREFOX, ...headers },
    });
  /** Sends as the script does. */
  const script = (said: readonly string[], headers: Record<string, string> = {}, id = counter.id) =>
    send(server.port, `/mesure/${id}`, {
      method: 'POST',
      body: said.join('\n'),
      headers: { origin: PAGES, 'user-agent': FIREFOX, ...headers },
    });
  const origin = `http://${HOST}:${server.port}`;
  return { db, app, visits, metrics, logged, origin, port: server.port, counter, closed, image, script };
}
