/**
 * Budgets of a public page, on an edition of 250 procedures × 14 criteria: 3 ms of one core to render, 100 kB
 * compressed, then 5,000 requests a second from what is kept. The load comes from this process, beside the server.
 */
import { Agent, request } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { systemClock } from '../src/core/clock.ts';
import { openStore } from '../src/core/store.ts';
import { createEditionReader, importEdition, type PublishedEdition } from '../src/editions/index.ts';
import { loadAssets } from '../src/web/assets.ts';
import { page } from '../src/web/design/index.ts';
import { parseEditionQuery } from '../src/web/edition-query.ts';
import { localisation } from '../src/web/i18n/index.ts';
import { editionPage } from '../src/web/public/edition.page.ts';
import { siteShell } from '../src/web/shell.ts';
import { urlsIn } from '../src/web/urls.ts';
import { publishedFile } from '../test/support/published-file.ts';
import { median } from './median.ts';
import type { Figures } from './run.ts';
import { startServer, withDirectory } from './server.ts';

const PROCEDURES = 250;
const RENDERINGS = 200;
const CONNECTIONS = 32;
const LOAD_MS = 4_000;

/** Milliseconds of CPU a rendering, bytes, and requests a second of the edition's page. */
export async function measurePage(): Promise<Figures> {
  return withDirectory(async (directory) => {
    const published = await makeEdition(directory);
    const html = await render(published);
    const cpuMs = await cpuOfRenderings(published);
    const server = await startServer(directory);
    try {
      const address = `${server.url}${urlsIn('fr').edition(published.edition.slug)}`;
      const full = await requestsPerSecond(address, { 'accept-encoding': 'br' }, 200);
      const etag = (await fetch(address)).headers.get('etag') ?? '';
      const unchanged = await requestsPerSecond(address, { 'if-none-match': etag }, 304);
      return {
        procedures: PROCEDURES,
        criteria: Object.keys(published.procedures[0]?.results ?? {}).length,
        renderCpuMs: median(cpuMs),
        renderBudgetMs: 3,
        bytes: Buffer.byteLength(html),
        brotliBytes: brotliCompressSync(html).byteLength,
        gzipBytes: gzipSync(html).byteLength,
        compressedBudgetBytes: 100_000,
        connections: CONNECTIONS,
        requestsPerSecond: full,
        notModifiedPerSecond: unchanged,
        requestsBudgetPerSecond: 5_000,
      };
    } finally {
      await server.stop();
    }
  });
}

async function makeEdition(directory: string): Promise<PublishedEdition> {
  const store = await openStore({ databaseUrl: null, dataDirectory: directory, statementTimeoutMs: 0 });
  try {
    await importEdition(
      store.db,
      {
        file: {
          bytes: publishedFile(Array.from({ length: PROCEDURES }, (_, at) => madeUpRow(at))),
          name: 'bench.csv',
        },
        slug: 'bench',
        label: 'Mesure',
        methodology: 'vigie-1',
        cutoffOn: '2025-09-30',
        publishedAt: new Date('2025-10-15T00:00:00Z'),
        author: 'bench',
      },
      systemClock,
    );
    const found = await createEditionReader(store.db).find('bench');
    if (found === null) throw new Error('the edition was not published');
    return found.published;
  } finally {
    await store.close();
  }
}

/** Values that spread over levels, so that rows do not compress as one. */
function madeUpRow(at: number): Parameters<typeof publishedFile>[0][number] {
  return {
    'Nom Démarche': `Demande d’autorisation numéro ${at} auprès de l’administration compétente`,
    'Ministère politique': `Ministère ${at % 15}`,
    'Réf Administration': `DIR${at % 60}`,
    'Note Satisfaction': ((at * 37) % 100) / 10 === 0 ? 'À venir' : String(((at * 37) % 100) / 10),
    'Note Clarté Langage': String(((at * 53) % 100) / 10),
    'Aide Joignable': at % 3 === 0 ? "Nombre d'avis insuffisant" : String(((at * 29) % 1000) / 1000),
    'Taux Dispo': String(1 - ((at * 17) % 300) / 10_000),
    'Tps Moy Chargement': String(100 + ((at * 71) % 900)),
  };
}

async function render(published: PublishedEdition): Promise<string> {
  const l = localisation('fr');
  const shell = siteShell(l, { origin: 'http://localhost:3000', assets });
  return String(
    await page(l, shell, editionPage({ l, urls: urlsIn('fr') }, published, parseEditionQuery({}))),
  );
}
const assets = loadAssets();

async function cpuOfRenderings(published: PublishedEdition): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < RENDERINGS; at += 1) {
    const before = process.cpuUsage();
    await render(published);
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1_000);
  }
  return times;
}

async function requestsPerSecond(
  address: string,
  headers: Record<string, string>,
  expected: number,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const ask = () =>
    new Promise<void>((resolve, reject) => {
      request(address, { agent, headers }, (response) => {
        if (response.statusCode !== expected) reject(new Error(`answered ${response.statusCode}`));
        response.resume().on('end', resolve).on('error', reject);
      })
        .on('error', reject)
        .end();
    });
  await ask();
  const begun = performance.now();
  let answered = 0;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (performance.now() - begun < LOAD_MS) {
        await ask();
        answered += 1;
      }
    }),
  );
  agent.destroy();
  return Math.round(answered / ((performance.now() - begun) / 1_000));
}
