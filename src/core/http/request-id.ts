/** Names each request: the id a proxy gave if well-formed, else a new one; returned in `x-request-id`. */
import { randomUUID } from 'node:crypto';
import type { Middleware } from './context.ts';

const WELL_FORMED = /^[A-Za-z0-9_-]{8,64}$/;

export function requestId(): Middleware {
  return async (c, next) => {
    const given = c.req.header('x-request-id');
    const id = given !== undefined && WELL_FORMED.test(given) ? given : randomUUID();
    c.set('requestId', id);
    await next();
    c.res.headers.set('x-request-id', id);
  };
}
