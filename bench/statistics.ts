/**
 * Budgets of statistics: any page over 30 million reviews of 1,000 procedures within 50 ms at the server with a cold cache,
 * at most 1.2 times what it costs over a tenth of them, and an edition built from them in 5 s. Beside the same figures by
 * `GROUP BY` over the reviews themselves: the two must agree.
 */
import { execFileSync } from 'node:child_process';
import { FACT_READERS } from '../src/cli/fact-readers.ts';
import type { Database } from '../src/core/database.ts';
import type { App } from '../src/core/http/context.ts';
import type { Store } from '../src/core/store.ts';
import { buildEdition } from '../src/editions/index.ts';
import { recountDaily } from '../src/feedback/index.ts';
import { urlsIn } from '../src/web/urls.ts';
import { median } from './median.ts';
import { benchClock } from './page-store.ts';
import type { Figures } from './run.ts';
import { withDirectory } from './server.ts';
import { openSite } from './site.ts';
import { countWithoutCounts, filesOf, sizesOf } from './statistics.sql.ts';
import { pagesOf, type Scope, type StatisticsPage } from './statistics-pages.ts';
import { examplesOf, fillReviewedStore, openBenchStore, PROCEDURES, SITES } from './statistics-store.ts';

const SIZES = [3_000_000, 30_000_000] as const;
/** Enough for every page to be made often before it is measured. */
const FIRST_SIZE = 30_000;
const FIRST_TIMES = 10;
const WARM = { times: 20, forMs: 1_000 };
const CONNECTIONS = 10;
const EDITION = { procedures: 250, cutoffOn: '2025-12-31', builds: 3 };

const BUDGETS = { pageBudgetMs: 50, ratioBudget: 1.2, editionBudgetSeconds: 5 };

/** Milliseconds of each page, cold and warm, over each number of reviews, and of the same by `GROUP BY`. */
export async function measureStatistics(): Promise<Figures> {
  await withDirectory(async (directory) => {
    await fillReviewedStore(directory, FIRST_SIZE, () => {});
    await makeEveryPage(directory);
  });
  const figures: Figures = {};
  for (const reviews of SIZES) {
    await withDirectory(async (directory) => {
      const begun = performance.now();
      await fillReviewedStore(directory, reviews, (step) =>
        process.stderr.write(
          `bench: ${reviews} reviews, ${step}, ${Math.round((performance.now() - begun) / 1_000)} s\n`,
        ),
      );
      const filledSeconds = Math.round((performance.now() - begun) / 1_000);
      Object.assign(figures, { [`store.${reviews} reviews.filledSeconds`]: filledSeconds });
      Object.assign(figures, await measureStore(directory, `${reviews} reviews`));
    });
  }
  const [few, many] = SIZES.map((reviews) => `${reviews} reviews`);
  return { procedures: PROCEDURES, sites: SITES, ...BUDGETS, ...figures, ...ratiosOf(figures, few, many) };
}

/** So that what Node compiles at first is not of the measure. */
export async function makeEveryPage(directory: string): Promise<void> {
  const store = await openBenchStore(directory);
  try {
    for (const { address } of Object.values(await pagesOf(store.db))) {
      for (let time = 0; time < FIRST_TIMES; time += 1) {
        await answerOf(
          openSite(store.db, () => 1),
          address,
        );
      }
    }
  } finally {
    await store.close();
  }
}

/** The figures of a store that is filled, under `name`. */
export async function measureStore(directory: string, name: string): Promise<Figures> {
  const { pages, files, figures } = await once(directory, async ({ db }) => ({
    pages: await pagesOf(db),
    files: await filesOf(db),
    figures: named(`store.${name}`, { ...(await sizesOf(db)), ...(await checkCounts(db)) }),
  }));
  for (const [kind, page] of Object.entries(pages)) {
    forget(files);
    const told = await once(directory, ({ db }) => measurePage(db, page));
    Object.assign(figures, named(`${name}.${kind}`, told));
    process.stderr.write(`bench: ${name}, ${kind}, ${JSON.stringify(told)}\n`);
  }
  forget(files);
  const edition = await once(directory, ({ db }) => measureEdition(db));
  Object.assign(figures, named(`${name}.edition`, edition));
  process.stderr.write(`bench: ${name}, edition, ${JSON.stringify(edition)}\n`);
  await once(directory, async ({ db }) => {
    const known = new Map<string, Grouped>();
    for (const [kind, { address, scope, told }] of Object.entries(pages)) {
      if (scope === undefined) continue;
      const grouped = known.get(scope.name) ?? (await groupBy(db, scope));
      known.set(scope.name, grouped);
      figures[`${name}.${kind}.groupByMs`] = grouped.ms;
      if (told === undefined) continue;
      const { body } = await answerOf(
        openSite(db, () => 1),
        address,
      );
      const said = told(JSON.parse(body));
      if (said !== grouped.reviews) {
        throw new Error(`${address} tells of ${said} reviews; there are ${grouped.reviews}`);
      }
    }
  });
  return figures;
}

async function once<Result>(directory: string, work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openBenchStore(directory);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** The system forgets what it has read of these files, while nobody has them open; those of others stay in memory. */
function forget(files: string): void {
  execFileSync('find', [
    ...[files, '-type', 'f', '-size', '+0', '-exec'],
    ...['dd', 'if={}', 'iflag=nocache', 'count=0', 'status=none', ';'],
  ]);
}

/** A page asked first of a server that has read nothing, then again and again. */
async function measurePage(db: Database, { address }: StatisticsPage): Promise<Record<string, number>> {
  // A server at work has its connections open, and has shown a page; this one reads no figure.
  await Promise.all(Array.from({ length: CONNECTIONS }, () => db.query('select 1')));
  const timed = timedDatabase(db);
  const app = openSite(timed.db, () => 1);
  await answerOf(app, urlsIn('fr').methodologies());
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
    coldMs: cold.ms,
    coldStoreMs: coldStatements.ms,
    statements: coldStatements.n,
    ms: median(warm.map(({ ms }) => ms)),
    storeMs: median(warm.map(({ store }) => store)),
    cpuMs: rounded((user + system) / 1_000 / warm.length),
    bytes: cold.body.length,
  };
}

async function answerOf(app: App, address: string): Promise<{ ms: number; body: string }> {
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

type Grouped = { readonly ms: number; readonly reviews: number };

async function groupBy(db: Database, { period, questions, subjectIds }: Scope): Promise<Grouped> {
  const begun = performance.now();
  const rows = await countWithoutCounts(db, period, questions, subjectIds);
  const ms = rounded(performance.now() - begun);
  const satisfied = rows.filter(({ question }) => question === 'satisfaction');
  return { ms, reviews: satisfied.reduce((sum, { n }) => sum + n, 0) };
}

/** An edition of the most used procedures, built from a cold cache and then again; and its figures that are of reviews. */
async function measureEdition(db: Database): Promise<Record<string, number>> {
  const seconds: number[] = [];
  let fromReviews = 0;
  for (let build = 0; build < EDITION.builds; build += 1) {
    const begun = performance.now();
    const { draft } = await buildEdition(
      db,
      {
        slug: 'bench',
        label: 'bench',
        methodology: 'vigie-1',
        cutoffOn: EDITION.cutoffOn,
        selection: { rule: 'top', count: EDITION.procedures },
        author: 'bench',
      },
      FACT_READERS,
      benchClock,
    );
    seconds.push((performance.now() - begun) / 1_000);
    const results = draft.procedures.flatMap((procedure) => Object.values(procedure.results));
    fromReviews = results.filter(({ source }) => source?.startsWith('Avis recueillis') ?? false).length;
  }
  const [coldSeconds = 0, ...again] = seconds;
  return { coldSeconds: rounded(coldSeconds), seconds: median(again), fromReviews };
}

/** What a recount finds wrong in the counts of two procedures: nothing. */
async function checkCounts(db: Database): Promise<Record<string, number>> {
  const { most, usual } = await examplesOf(db);
  const subjectIds = [most.subjectId, usual.subjectId];
  const begun = performance.now();
  const { reviews, differing } = await recountDaily(db, { dryRun: true, subjectIds });
  if (differing > 0) throw new Error(`${differing} counts are not those of the answers`);
  return { recounted: reviews, recountMs: rounded(performance.now() - begun) };
}

function named(row: string, figures: Readonly<Record<string, number>>): Figures {
  return Object.fromEntries(Object.entries(figures).map(([figure, value]) => [`${row}.${figure}`, value]));
}

/** What ten times as many reviews cost, of each page. */
export function ratiosOf(figures: Figures, few = '', many = ''): Figures {
  const ratios = Object.entries(figures).flatMap(([name, value]) => {
    const [table, kind, figure = ''] = name.split('.');
    const before = figures[`${few}.${kind}.${figure}`];
    const isCompared = table === many && /^(ms|coldMs|groupByMs|coldSeconds|seconds)$/.test(figure);
    if (!isCompared || before === undefined) return [];
    return [[`${many} to ${few}.${kind}.${figure}`, rounded(Number(value) / Number(before))]];
  });
  return Object.fromEntries(ratios);
}

function rounded(value: number): number {
  return Number(value.toFixed(2));
}
