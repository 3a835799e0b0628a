/** What a request carries through the middlewares. */
import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono, MiddlewareHandler } from 'hono';

/**
 * - `public`: open to all, the same answer for all; kept until public data change (public-cache.ts);
 * - `live`: open to all, the same answer for all, made at each request: its figures move at any moment;
 * - `citizen`: the forms of citizens; without session nor cookie, never kept;
 * - `asset`: a file shipped with the code, open to all;
 * - `program`: a program that holds a token (design §6), checked by the route; never kept;
 * - `operations`: health and metrics, for who runs the server; never kept.
 */
export const GUARD_KINDS = ['public', 'live', 'citizen', 'asset', 'program', 'operations'] as const;
export type GuardKind = (typeof GUARD_KINDS)[number];

export type HttpEnv = {
  Bindings: HttpBindings;
  Variables: {
    /** Names the request in its answer and in the log. */
    requestId: string;
    /** Who the route is open to; set by its guard. */
    guard?: GuardKind;
  };
};

export type App = Hono<HttpEnv>;
export type HttpContext = Context<HttpEnv>;
export type Middleware = MiddlewareHandler<HttpEnv>;
