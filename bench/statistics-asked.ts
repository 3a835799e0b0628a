/** How long a page of statistics takes, asked of the site within this process. */
import type { Database } from '../src/core/database.ts';
import type { App } from '../src/core/http/context.ts';
import { urlsIn } from '../src/web/urls.ts';
import { median } from './median.ts';
import { openSite } from './site.ts';
import { pagesOf, type StatisticsPage } from './statistics-pages.ts';

const FIRST_TIMES = 10;
/** So that each connection that the page takes has been asked for it. */
const TIMES_SHOWN = 4;
const WARM = { times: 20, forMs: 500 };
const CONNECTIONS = 10;

/** So that what Node compiles at first is not of the measure. */
export async function makeEveryPage(db: Database): Promise<void> {
  for (const { address } of Object.values(await pagesOf(db))) {
    for (let time = 0; time < FIRST_TIMES; time += 1) {
      const app = openSite(db, () => 1);
      await answerOf(app, address);
    }
  }
}

/**
 * A page asked of a server: on connections that have read no table yet, first since the store started (`startMs`); then on the same
 * connections, where neither the process, nor the store, nor the system has any row of its figures in memory (`coldMs`); then
 * again and again.
 *
 * @param forget makes the store and the system forget every row that they have read
 */
export async function measurePage(
  db: Database,
  { address }: StatisticsPage,
  forget: () => Promise<void>,
): Promise<Record<string, number>> {
  // A server at work has its connections open.
  await Promise.all(Array.from({ length: CONNECTIONS }, () => db.query('select 1')));
  const start = await answerOf(await openAtWork(db), address);
  for (let time = 0; time < TIMES_SHOWN; time += 1) await answerOf(await openAtWork(db), address);
  await forget();
  const timed = timedDatabase(db);
  const app = await openAtWork(timed.db);
  timed.take();
  const cold = await answerOf(app, address);
  const coldStatements = timed.take();
  const warm: { ms: number; store: number }[] = [];
  const cpu = process.cpuUsage();
  const begun = performance.now();
  while (warm.length < WARM.times && performance.now() - begun < WARM.forMs) {
    const { ms } = await answerOf(app, address);
    warm.push({ ms, store: timed.take().ms });
  }
  const { user, system } = process.cpuUsage(cpu);
  return {
    startMs: start.ms,
    coldMs: cold.ms,
    coldStoreMs: coldStatements.ms,
    statements: coldStatements.n,
    ms: median(warm.map(({ ms }) => ms)),
    storeMs: median(warm.map(({ store }) => store)),
    cpuMs: rounded((user + system) / 1_000 / warm.length),
    bytes: cold.body.length,
  };
}

/** A site that keeps nothing that it has read, but what the first page of any kind reads: this one tells no figure. */
async function openAtWork(db: Database): Promise<App> {
  const app = openSite(db, () => 1);
  await answerOf(app, urlsIn('fr').methodologies());
  return app;
}

/** @throws Error where it is answered with anything but the page */
export async function answerOf(app: App, address: string): Promise<{ ms: number; body: string }> {
  const begun = performance.now();
  const response = await app.request(address);
  const body = await response.text();
  const ms = rounded(performance.now() - begun);
  if (response.status !== 200)
    throw new Error(`${address} answered ${response.status}: ${body.slice(0, 200)}`);
  return { ms, body };
}

/** A store that adds up how long its statements take; several at a time count each. */
function timedDatabase(db: Database): { db: Database; take(): { ms: number; n: number } } {
  let [ms, n] = [0, 0];
  const query: Database['query'] = async (text, values) => {
    const begun = performance.now();
    const rows = await db.query<never>(text, values);
    ms += performance.now() - begun;
    n += 1;
    return rows;
  };
  return {
    db: { ...db, query },
    take() {
      const taken = { ms: rounded(ms), n };
      [ms, n] = [0, 0];
      return taken;
    },
  };
}

export function rounded(value: number): number {
  return Number(value.toFixed(2));
}
