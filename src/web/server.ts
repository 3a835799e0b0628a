/** The HTTP application: what each request goes through, then who it may be for. */
import { Hono } from 'hono';
import type { Clock } from '../core/clock.ts';
import type { Config } from '../core/config.ts';
import type { Database } from '../core/database.ts';
import { findDemonstration } from '../core/demonstration.sql.ts';
import { createCompressor } from '../core/http/compression.ts';
import type { App, HttpEnv } from '../core/http/context.ts';
import { answerErrors, errorAnswers, methodNotAllowed } from '../core/http/errors.ts';
import { healthRoutes } from '../core/http/health.ts';
import { bodyLimit, timeLimit } from '../core/http/limits.ts';
import { measurement } from '../core/http/measurement.ts';
import { createPublicCache } from '../core/http/public-cache.ts';
import { representation } from '../core/http/representation.ts';
import { requestId } from '../core/http/request-id.ts';
import { securityHeaders } from '../core/http/security-headers.ts';
import { wellFormed } from '../core/http/well-formed.ts';
import type { Log } from '../core/log.ts';
import type { Metrics } from '../core/metrics.ts';
import type { PublicChanges } from '../core/public-changes.ts';
import { checkReadiness } from '../core/readiness.sql.ts';
import { type Generation, remember } from '../core/remembered.ts';
import { createEditionReader, type EditionReader } from '../editions/index.ts';
import { PROBE_API } from '../probes/index.ts';
import { type Assets, assetRoutes } from './assets.ts';
import { renderErrorPage } from './error.page.ts';
import type { Operator, Place } from './shell.ts';
import { USAGE_API } from './urls.ts';

const HANDLER_LIMIT_MS = 15_000;
const BODY_LIMIT_BYTES = 64 * 1024;
/** A thousand figures of a kilobyte each, or two thousand samples. */
const PROGRAM_BODY_LIMIT_BYTES = 1024 * 1024;
const KEPT_PAGES_BYTES = 64 * 1024 * 1024;
const KEPT_COMPRESSED_BYTES = 32 * 1024 * 1024;
/** How long what is recent may be kept, in ms. */
const RECENT_MS = 10_000;

/** What the routes of an audience work with. */
export type SiteContext = Place & {
  readonly db: Database;
  readonly clock: Clock;
  /** One for all audiences: parsed editions are large. */
  readonly editions: EditionReader;
  readonly mode: Config['mode'];
  /**
   * What `make` reads, kept until public data change: one value for all who ask with the same function, so a function of
   * a module, not one made for the call.
   */
  remembered<Value>(make: (site: SiteContext) => Promise<Value>): Promise<Value>;
  /** As `remembered`, for ten seconds at most: what moves by itself, and is asked for by everybody at once. */
  recent<Value>(make: (site: SiteContext) => Promise<Value>): Promise<Value>;
  /** True while the store holds invented figures. */
  isDemonstration(): Promise<boolean>;
};

/** Adds the routes of one audience; each route states its guard (core/http/guard.ts). */
export type Audience = (app: App, site: SiteContext) => void;

export type AppOptions = {
  config: Pick<Config, 'publicUrl' | 'mode' | keyof Operator>;
  db: Database;
  clock: Clock;
  log: Log;
  metrics: Metrics;
  changes: Pick<PublicChanges, 'generation'>;
  assets: Assets;
  audiences: readonly Audience[];
  /** Time a handler may take, in ms. */
  handlerLimitMs?: number;
};

function bodyLimitOf(path: string): number {
  const isProgram = path.startsWith(`${USAGE_API}/`) || path.startsWith(`${PROBE_API}/`);
  return isProgram ? PROGRAM_BODY_LIMIT_BYTES : BODY_LIMIT_BYTES;
}

export function createApp(options: AppOptions): App {
  const { config, db, clock, log, metrics, changes, assets, audiences } = options;
  const editions = createEditionReader(db);
  const cache = createPublicCache({ changes, clock, maxBytes: KEPT_PAGES_BYTES });
  const { publicUrl, mode, publisher, publicationDirector, hosting, contact } = config;
  const kept = new Map<unknown, () => Promise<unknown>>();
  const recallWhile = <Value>(generation: Generation, make: (site: SiteContext) => Promise<Value>) => {
    const reader = kept.get(make) ?? remember(generation, () => make(site));
    kept.set(make, reader);
    return reader() as Promise<Value>;
  };
  const moment = () => {
    const generation = cache.generation();
    return generation && `${generation} ${Math.floor(clock.now().getTime() / RECENT_MS)}`;
  };
  const site: SiteContext = {
    db,
    clock,
    editions,
    assets,
    origin: publicUrl,
    operator: { publisher, publicationDirector, hosting, contact },
    mode,
    remembered: (make) => recallWhile(cache.generation, make),
    recent: (make) => recallWhile(moment, make),
    isDemonstration: remember(cache.generation, async () => (await findDemonstration(db)) !== null),
  };
  const errors = errorAnswers({ log, renderError: (error) => renderErrorPage(error, site) });
  const compressor = createCompressor({ maxBytes: KEPT_COMPRESSED_BYTES });
  metrics.gauge('vigie_http_kept_bytes', 'Bytes of public pages kept in memory', () => cache.size());

  const app: App = new Hono<HttpEnv>({ strict: false });
  app.use(requestId());
  app.use(measurement({ log, metrics }));
  app.use(securityHeaders());
  app.use(representation(cache, compressor));
  app.use(wellFormed(errors));
  app.use(methodNotAllowed(app, errors));
  app.use(timeLimit(options.handlerLimitMs ?? HANDLER_LIMIT_MS));
  app.use(bodyLimit(bodyLimitOf, errors));

  healthRoutes(app, { metrics, log, checkReadiness: () => checkReadiness(db) });
  assetRoutes(app, assets);
  for (const audience of audiences) audience(app, site);
  answerErrors(app, errors);
  return app;
}
