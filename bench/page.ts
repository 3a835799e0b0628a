/**
 * Budgets of public pages: 3 ms of one core to render the table of an edition of 250 procedures, 50 ms for any page, 100 kB
 * compressed, then 5,000 requests a second from what is kept. Pages are asked by their addresses, as readers do, on
 * stores of few and many procedures and editions.
 */
import { listProcedures } from '../src/catalogue/index.ts';
import { dayOf } from '../src/core/clock.ts';
import type { Database } from '../src/core/database.ts';
import type { App } from '../src/core/http/context.ts';
import { openStore } from '../src/core/store.ts';
import { createEditionReader } from '../src/editions/index.ts';
import { loadAssets } from '../src/web/assets.ts';
import { page } from '../src/web/design/index.ts';
import { parseEditionQuery } from '../src/web/edition-query.ts';
import { localisation } from '../src/web/i18n/index.ts';
import { editionPage } from '../src/web/public/edition.page.ts';
import { siteShell } from '../src/web/shell.ts';
import { urlsIn, withParameters } from '../src/web/urls.ts';
import { requestsPerSecond } from './load.ts';
import { median } from './median.ts';
import { benchClock, editionSlug, importMadeUpEditions } from './page-store.ts';
import type { Figures } from './run.ts';
import { startServer, withDirectory } from './server.ts';
import { OPERATOR, ORIGIN, openSite } from './site.ts';

const PROCEDURES = [250, 1_000];
const EDITIONS = [1, 40];
const CHANGES = 3;
/** Of each page, at most: as many as that, and for so long. */
const RENDERINGS = { times: 40, forMs: 400 };
const LOAD = { connections: 32, forMs: 600 };

const BUDGETS = {
  editionRenderBudgetMs: 3,
  pageBudgetMs: 50,
  brotliBudgetBytes: 100_000,
  keptBudgetPerSecond: 5_000,
};
const EDITION_OF_BUDGET = 250;
const EDITION_RENDERINGS = 200;

const urls = urlsIn('fr');

/** Of each kind of page on each store: milliseconds of CPU and of time, bytes, and requests a second. */
export async function measurePage(): Promise<Figures> {
  const figures: Figures = {};
  for (const procedures of PROCEDURES) {
    await withDirectory(async (directory) => {
      const store = await openStore({ databaseUrl: null, dataDirectory: directory, statementTimeoutMs: 0 });
      try {
        let imported = 0;
        for (const editions of EDITIONS) {
          await importMadeUpEditions(store.db, { procedures, from: imported, until: editions });
          imported = editions;
          const addresses = await addressesOf(store.db, editions);
          const name = `${procedures} procedures, ${editions} editions`;
          Object.assign(figures, await measureSite(store.db, addresses, name));
          Object.assign(figures, await measureKept(directory, addresses, name));
          if (procedures === EDITION_OF_BUDGET && editions === 1) {
            figures.editionRenderCpuMs = await measureRendering(store.db, editionSlug(0));
          }
        }
      } finally {
        await store.close();
      }
    });
  }
  return { ...BUDGETS, ...figures, ...overBudget(figures) };
}

/** An address of each kind of page. */
async function addressesOf(db: Database, editions: number): Promise<Record<string, string>> {
  const procedures = await listProcedures(db);
  const slugs = [...new Set(procedures.flatMap(({ ministry }) => ministry?.slug ?? []))];
  const [procedure] = procedures;
  const [ministry = '', other = ''] = slugs;
  if (procedure === undefined || other === '') throw new Error('the store lacks procedures or ministries');
  const latest = editionSlug(editions - 1);
  const compared = new URLSearchParams([ministry, other].map((slug) => ['administration', slug]));
  return {
    home: urls.home(),
    procedures: urls.procedures(),
    proceduresFiltered: withParameters(urls.procedures(), { critere: 'satisfaction', niveau: 'good' }),
    proceduresSearched: withParameters(urls.procedures(), { q: 'permis administration' }),
    procedure: urls.procedure(procedure),
    organisations: urls.organisations(),
    ministry: urls.organisation(ministry),
    organisationComparison: `${urls.organisationComparison()}?${compared}`,
    criteria: urls.criteria(),
    criterion: urls.criterion('satisfaction'),
    editions: urls.editions(),
    edition: urls.edition(latest),
    summary: urls.editionSummary(latest),
    ...(editions > 1 && { comparison: urls.editionComparison(latest, editionSlug(editions - 2)) }),
    article: urls.editionArticle(latest),
    methodology: urls.methodology('vigie-1'),
    text: urls.about(),
  };
}

async function measureSite(
  db: Database,
  addresses: Readonly<Record<string, string>>,
  store: string,
): Promise<Figures> {
  let generation = 0;
  const app = openSite(db, () => generation);
  const figures: Figures = {};
  for (const [kind, address] of Object.entries(addresses)) {
    const first = await timed(app, address);
    const changed: Answer[] = [];
    while (changed.length < CHANGES) {
      generation += 1;
      changed.push(await timed(app, address));
    }
    // Another address of the same page: it is not kept, what is read for it is.
    const warm: Answer[] = [];
    const begun = performance.now();
    while (warm.length < RENDERINGS.times && performance.now() - begun < RENDERINGS.forMs) {
      warm.push(await timed(app, withParameters(address, { mesure: warm.length })));
    }
    const br = await timed(app, address, { 'accept-encoding': 'br' });
    const bad = [first, ...changed, ...warm, br].find(({ status }) => status !== 200);
    const told = {
      firstCpuMs: first.cpuMs,
      changedCpuMs: median(changed.map(({ cpuMs }) => cpuMs)),
      cpuMs: median(warm.map(({ cpuMs }) => cpuMs)),
      firstMs: first.ms,
      changedMs: median(changed.map(({ ms }) => ms)),
      ms: median(warm.map(({ ms }) => ms)),
      bytes: first.bytes,
      brotliBytes: br.bytes,
      status: bad?.status ?? 200,
    };
    for (const [figure, value] of Object.entries(told)) figures[`${store}.${kind}.${figure}`] = value;
  }
  return figures;
}

/** Milliseconds of CPU to make the page of an edition that is read already, before it is hashed, compressed and sent. */
async function measureRendering(db: Database, slug: string): Promise<number> {
  const found = await createEditionReader(db).find(slug);
  if (found === null) throw new Error(`edition ${slug} is not there`);
  const l = localisation('fr');
  const shell = siteShell(l, { origin: ORIGIN, assets: loadAssets(), operator: OPERATOR });
  const visit = { query: '', today: dayOf(benchClock.now()), isDemonstration: false };
  const times: number[] = [];
  while (times.length < EDITION_RENDERINGS) {
    const before = process.cpuUsage();
    const content = editionPage({ l, urls }, found.published, parseEditionQuery({}));
    String(await page(l, shell, content, visit));
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1_000);
  }
  return median(times);
}

type Answer = { status: number; bytes: number; cpuMs: number; ms: number };

async function timed(app: App, address: string, headers: Record<string, string> = {}): Promise<Answer> {
  const [cpuBefore, begun] = [process.cpuUsage(), performance.now()];
  const response = await app.request(address, { headers });
  const { byteLength } = await response.arrayBuffer();
  const ms = Number((performance.now() - begun).toFixed(2));
  const { user, system } = process.cpuUsage(cpuBefore);
  return {
    status: response.status,
    bytes: byteLength,
    cpuMs: Number(((user + system) / 1_000).toFixed(2)),
    ms,
  };
}

/** Requests a second for pages that the server keeps compressed, and for one that the reader has already. */
async function measureKept(
  directory: string,
  addresses: Readonly<Record<string, string>>,
  store: string,
): Promise<Figures> {
  const server = await startServer(directory);
  try {
    const figures: Figures = {};
    for (const [kind, path] of Object.entries(addresses)) {
      const address = `${server.url}${path}`;
      const row = `${store}.${kind}`;
      const ask = (headers: Record<string, string>, expected: number) =>
        requestsPerSecond(address, { ...LOAD, headers, expected });
      const { status, headers } = await fetch(address);
      if (status !== 200) continue;
      figures[`${row}.perSecond`] = await ask({ 'accept-encoding': 'br' }, 200);
      if (kind !== 'edition') continue;
      figures[`${row}.notModifiedPerSecond`] = await ask({ 'if-none-match': headers.get('etag') ?? '' }, 304);
    }
    return figures;
  } finally {
    await server.stop();
  }
}

/** Of the figures that exceed their budget, and of the pages that did not answer, the worst on any store. */
function overBudget(figures: Figures): Figures {
  const worst: Figures = {};
  for (const [name, value] of Object.entries(figures)) {
    const [, kind = '', figure = ''] = name.split('.');
    const key = `worst over budget.${kind}.${figure}`;
    const isWorse = figure === 'perSecond' ? value < (worst[key] ?? Infinity) : value > (worst[key] ?? 0);
    if (isOver(figure, Number(value)) && isWorse) worst[key] = value;
  }
  return worst;
}

/** `firstMs` has no budget: it is that of a process which has just started. */
function isOver(figure: string, value: number): boolean {
  if (figure === 'status') return value !== 200;
  if (figure === 'ms' || figure === 'changedMs') return value > BUDGETS.pageBudgetMs;
  if (figure === 'brotliBytes') return value > BUDGETS.brotliBudgetBytes;
  if (figure === 'perSecond') return value < BUDGETS.keptBudgetPerSecond;
  return false;
}
