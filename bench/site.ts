/** The site over a store, without a server: each request is answered in this process. */
import type { Database } from '../src/core/database.ts';
import type { App } from '../src/core/http/context.ts';
import { openLog } from '../src/core/log.ts';
import { createMetrics } from '../src/core/metrics.ts';
import { loadAssets } from '../src/web/assets.ts';
import { openData } from '../src/web/open-data/routes.ts';
import { publicSite } from '../src/web/public/routes.ts';
import { createApp } from '../src/web/server.ts';
import { benchClock } from './page-store.ts';

export const ORIGIN = 'http://localhost:3000';
export const OPERATOR = { publisher: null, publicationDirector: null, hosting: null, contact: null };

/** @param generation of public data: what is read from them is kept until it changes */
export function openSite(db: Database, generation: () => number): App {
  return createApp({
    config: { publicUrl: ORIGIN, mode: 'production', ...OPERATOR },
    db,
    clock: benchClock,
    log: openLog('fatal'),
    metrics: createMetrics(),
    changes: { generation },
    assets: loadAssets(),
    audiences: [publicSite, openData],
  });
}
