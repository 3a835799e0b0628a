/** The public site and its open data over a store of probed procedures. */
import { openData } from '../../src/web/open-data/routes.ts';
import { publicSite } from '../../src/web/public/routes.ts';
import { createApp } from '../../src/web/server.ts';
import { testDatabase } from './database.ts';
import { appOptions } from './http.ts';
import { openProbeStore } from './probe-store.ts';

/** A store as `openProbeStore` makes it, until the end of the file, and the pages of it. */
export async function openProbePages(options: Parameters<typeof openProbeStore>[1] = {}) {
  const db = await testDatabase();
  const store = await openProbeStore(db, options);
  return { db, store, app: createApp(appOptions(db, [publicSite, openData])) };
}
