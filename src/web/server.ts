/** The HTTP application: what each request goes through, then who it may be for. */
import { Hono } from 'hono';
import type { Clock } from '../core/clock.ts';
import type { Config } from '../core/config.ts';
import type { Database } from '../core/database.ts';
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
import { createEditionReader, type EditionReader } from '../editions/index.ts';
import { type Assets, assetRoutes } from './assets.ts';
import { renderErrorPage } from './error.page.ts';
import type { Place } from './shell.ts';

const HANDLER_LIMIT_MS = 15_000;
const BODY_LIMIT_BYTES = 64 * 1024;
const KEPT_PAGES_BYTES = 64 * 1024 * 1024;
const KEPT_COMPRESSED_BYTES = 32 * 1024 * 1024;

/** What the routes of an audience work with. */
export type SiteContext = Place & {
  readonly db: Database;
  readonly clock: Clock;
  /** One for all audiences: parsed editions are large. */
  readonly editions: EditionReader;
  readonly mode: Config['mode'];
};

/** Adds the routes of one audience; each route states its guard (core/http/guard.ts). */
export type Audience = (app: App, site: SiteContext) => void;

export type AppOptions = {
  config: Pick<Config, 'publicUrl' | 'mode'>;
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

export function createApp(options: AppOptions): App {
  const { config, db, clock, log, metrics, changes, assets, audiences } = options;
  const editions = createEditionReader(db);
  const site: SiteContext = { db, clock, editions, assets, origin: config.publicUrl, mode: config.mode };
  const errors = errorAnswers({ log, renderError: (error) => renderErrorPage(error, site) });
  const cache = createPublicCache({ changes, clock, maxBytes: KEPT_PAGES_BYTES });
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
  app.use(bodyLimit(BODY_LIMIT_BYTES, errors));

  healthRoutes(app, { metrics, log, checkReadiness: () => checkReadiness(db) });
  assetRoutes(app, assets);
  for (const audience of audiences) audience(app, site);
  answerErrors(app, errors);
  return app;
}
