/**
 * Budgets of statistics: any page over 30 million reviews of 1,000 procedures within 50 ms at the server with a cold cache (no
 * row of its figures in memory; what it takes first after the store started is told beside),
 * at most 1.2 times what it costs over a tenth of them, and an edition built from them in 5 s. Beside the same figures by
 * `GROUP BY` over the reviews themselves: the two must agree.
 */
import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { FACT_READERS } from '../src/cli/fact-readers.ts';
import type { Database } from '../src/core/database.ts';
import type { Store } from '../src/core/store.ts';
import { buildEdition } from '../src/editions/index.ts';
import { recountDaily } from '../src/feedback/index.ts';
import { median } from './median.ts';
import { benchClock } from './page-store.ts';
import type { Figures } from './run.ts';
import { withDirectory } from './server.ts';
import { openSite } from './site.ts';
import { countWithoutCounts, evictRows, filesOf, sizesOf } from './statistics.sql.ts';
import { answerOf, makeEveryPage, measurePage, rounded } from './statistics-asked.ts';
import { pagesOf, type Scope, type StatisticsPage } from './statistics-pages.ts';
import { examplesOf, fillReviewedStore, openBenchStore, PROCEDURES, SITES } from './statistics-store.ts';

const SIZES = [3_000_000, 30_000_000] as const;
/** Enough for every page to be made often before it is measured. */
const FIRST_SIZE = 30_000;
/** Both stores are asked in turn, so that what the machine does meanwhile weighs on both; of each page, the median. */
const ROUNDS = 4;
/** After hundreds of files are forgotten, the machine is at rest again. */
const SETTLES_MS = 200;
const EDITION = { procedures: 250, cutoffOn: '2025-12-31', builds: 2 };

const BUDGETS = { pageBudgetMs: 50, ratioBudget: 1.2, editionBudgetSeconds: 5 };

/** Milliseconds of each page, cold and warm, over each number of reviews, and of the same by `GROUP BY`. */
export async function measureStatistics(): Promise<Figures> {
  await withDirectory(async (directory) => {
    await fillReviewedStore(directory, FIRST_SIZE, () => {});
    await once(directory, ({ db }) => makeEveryPage(db));
  });
  const [few, many] = SIZES;
  const figures = await withDirectory((ofFew) =>
    withDirectory(async (ofMany) => {
      const stores = [await fill(ofFew, few), await fill(ofMany, many)];
      const told: Figures = Object.assign({}, ...stores.map(({ filled }) => filled));
      for (const store of stores) Object.assign(told, await compareWithoutCounts(store));
      return Object.assign(told, await measureInTurn(stores));
    }),
  );
  return { procedures: PROCEDURES, sites: SITES, ...BUDGETS, ...figures, ...ratiosOf(figures) };
}

/** A store that is filled, and what is asked of it. */
type FilledStore = {
  readonly name: string;
  readonly directory: string;
  readonly pages: Readonly<Record<string, StatisticsPage>>;
  readonly files: string;
  /** How it was filled. */
  readonly filled: Figures;
};

async function fill(directory: string, reviews: number): Promise<FilledStore> {
  const name = nameOf(reviews);
  const begun = performance.now();
  const seconds = () => Math.round((performance.now() - begun) / 1_000);
  await fillReviewedStore(directory, reviews, (step) => say(`${name}, ${step}, ${seconds()} s`));
  const filledSeconds = seconds();
  return once(directory, async ({ db }) => ({
    name,
    directory,
    pages: await pagesOf(db),
    files: await filesOf(db),
    filled: named(`store.${name}`, { filledSeconds, ...(await sizesOf(db)), ...(await checkCounts(db)) }),
  }));
}

const nameOf = (reviews: number) => `${reviews} reviews`;

function say(line: string): void {
  process.stderr.write(`bench: ${line}\n`);
}

/** Each page, then an edition, of one store after the other, from a cold cache. */
async function measureInTurn(stores: readonly FilledStore[]): Promise<Figures> {
  const rounds = new Map<string, Record<string, number>[]>();
  const measure = async (
    { name, directory, files }: FilledStore,
    what: string,
    work: (db: Database) => Promise<Record<string, number>>,
  ) => {
    forget(files);
    const told = await once(directory, ({ db }) => work(db));
    say(`${name}, ${what}, ${JSON.stringify(told)}`);
    const key = `${name}.${what}`;
    rounds.set(key, [...(rounds.get(key) ?? []), told]);
  };
  const kinds = Object.keys(stores[0]?.pages ?? {});
  for (let round = 0; round < ROUNDS; round += 1) {
    // Who comes second finds the page made ready by the first.
    const inOrder = round % 2 === 0 ? stores : stores.toReversed();
    for (const kind of kinds) {
      for (const store of inOrder) {
        const page = store.pages[kind];
        if (page === undefined) continue;
        await measure(store, kind, (db) => measurePage(db, page, () => forgetRows(db, store.files)));
      }
    }
    for (const store of inOrder) await measure(store, 'edition', measureEdition);
  }
  return Object.assign({}, ...[...rounds].map(([row, told]) => named(row, mediansOf(told))));
}

function mediansOf(rounds: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const names = Object.keys(rounds[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, median(rounds.map((one) => one[name] ?? 0))]));
}

/**
 * How long the same figures take by `GROUP BY` over the reviews themselves.
 * @throws Error where a page tells of another number of reviews
 */
async function compareWithoutCounts({ name, directory, pages, files }: FilledStore): Promise<Figures> {
  const figures: Figures = {};
  forget(files);
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

/**
 * The store and the system forget every row that they have read. What a connection knows of the tables that it has read stays.
 */
async function forgetRows(db: Database, files: string): Promise<void> {
  await evictRows(db);
  forget(files);
  await pause(SETTLES_MS);
}

/**
 * The system forgets what it has read of these files; those of others stay in memory. What it has still to write of them it writes
 * first: it would keep it, and be at it during the measure.
 */
function forget(files: string): void {
  execFileSync('sync');
  execFileSync('find', [
    ...[files, '-type', 'f', '-size', '+0', '-exec'],
    ...['dd', 'if={}', 'iflag=nocache', 'count=0', 'status=none', ';'],
  ]);
}

type Grouped = { readonly ms: number; readonly reviews: number };

async function groupBy(db: Database, { period, questions, subjectIds }: Scope): Promise<Grouped> {
  const begun = performance.now();
  const rows = await countWithoutCounts(db, period, questions, subjectIds);
  const ms = rounded(performance.now() - begun);
  const satisfied = rows.filter(({ question }) => question === 'satisfaction');
  return { ms, reviews: satisfied.reduce((sum, { n }) => sum + n, 0) };
}

/** An edition of the most used procedures, built first since the store started and then again; and its figures that are of reviews. */
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
function ratiosOf(figures: Figures): Figures {
  const [few, many] = SIZES.map(nameOf);
  const ratios = Object.entries(figures).flatMap(([name, value]) => {
    const [table, kind, figure = ''] = name.split('.');
    const before = figures[`${few}.${kind}.${figure}`];
    const isCompared =
      table === many && /^(ms|cpuMs|coldMs|startMs|groupByMs|coldSeconds|seconds|bytes)$/.test(figure);
    if (!isCompared || before === undefined) return [];
    return [[`${many} to ${few}.${kind}.${figure}`, rounded(Number(value) / Number(before))]];
  });
  return Object.fromEntries(ratios);
}
