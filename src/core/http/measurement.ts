/**
 * Measures each request, and tells it to the log at debug (at warn when slow): method, route pattern, status and
 * duration; never its address, its query or who asked.
 */
import { matchedRoutes } from 'hono/route';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { HttpContext, Middleware } from './context.ts';
import { guardKindOf } from './guard.ts';

const SLOW_MS = 1_000;

export function measurement({ log, metrics }: { log: Log; metrics: Metrics }): Middleware {
  return async (c, next) => {
    const start = performance.now();
    await next();
    const durationMs = performance.now() - start;
    const about = { method: c.req.method, route: routeOf(c), status: c.res.status };
    metrics.observeRequest(about, durationMs / 1_000);
    const level = durationMs >= SLOW_MS ? 'warn' : 'debug';
    if (log.isLevelEnabled(level)) {
      log[level]({ request: c.get('requestId'), ...about, durationMs: Math.round(durationMs) }, 'request');
    }
  };
}

/** The pattern of the route that the request is for; `none` when there is none. */
function routeOf(c: HttpContext): string {
  return matchedRoutes(c).find(({ handler }) => guardKindOf(handler) !== undefined)?.path ?? 'none';
}
