/** A running site and a browser for the journeys of a file, both stopped at its end. */
import { after } from 'node:test';
import type { Page } from 'playwright-core';
import type { Database } from '../../src/core/database.ts';
import { listen } from '../../src/core/http/listen.ts';
import { openData } from '../../src/web/open-data/routes.ts';
import { publicSite } from '../../src/web/public/routes.ts';
import { createApp } from '../../src/web/server.ts';
import { openBrowser, type PageOptions } from './browser.ts';
import { testDatabase } from './database.ts';
import { appOptions, HOST } from './http.ts';

const stops: (() => Promise<unknown>)[] = [];

after(async () => {
  for (const stop of stops) await stop();
});

export type JourneySite = {
  /** Scheme, host and port. */
  readonly origin: string;
  /** A page of its own context, and the faults met since: see `watchPage`. */
  visit(options?: Partial<PageOptions>): Promise<{ page: Page; faults: string[] }>;
};

/** Serves the whole public site over a database that `fill` has filled, and opens the file's one browser. */
export async function openJourneySite(fill: (db: Database) => Promise<void>): Promise<JourneySite> {
  const db = await testDatabase();
  await fill(db);
  const options = appOptions(db, [publicSite, openData]);
  const server = await listen(createApp(options), { host: HOST, port: 0, log: options.log });
  const browser = await openBrowser();
  stops.push(
    () => browser.close(),
    () => server.stop(0),
  );
  const origin = `http://${HOST}:${server.port}`;
  return {
    origin,
    async visit(chosen = {}) {
      const page = await browser.page({ width: 1280, ...chosen });
      return { page, faults: watchPage(page, origin) };
    },
  };
}

/** Collects, as they come, what the console complains of, scripts that fail and requests to another origin. */
function watchPage(page: Page, origin: string): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return;
    // An error page is announced as a failed load: those are journeys too.
    if (/^Failed to load resource.*status of 4\d\d/.test(message.text())) return;
    faults.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) faults.push(`request to ${request.url()}`);
  });
  return faults;
}
