/**
 * Gives successful GET answers an ETag, answers 304, compresses, and keeps whole answers of public routes. Answers
 * that say `no-store` go out as they are.
 */
import type { Compressor } from './compression.ts';
import type { HttpContext, Middleware } from './context.ts';
import { type Conditions, deliver, readEntity } from './entity.ts';
import type { PublicCache } from './public-cache.ts';
import { addressOf } from './well-formed.ts';

const OK = 200;

export function representation(cache: PublicCache, compressor: Compressor): Middleware {
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next();
    const generation = cache.generation();
    const address = addressOf(c.req.url);
    const kept = cache.find(address, generation);
    if (kept) return deliver(kept, conditionsOf(c), compressor);
    await next();
    const { status, headers } = c.res;
    // A redirection too is asked again: what moved may move back.
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-cache');
    if (status !== OK || headers.get('cache-control') === 'no-store') return;
    const entity = await readEntity(c.res);
    if (isShared(c)) cache.keep(address, entity, generation);
    const response = await deliver(entity, conditionsOf(c), compressor);
    // Without this, the headers of the former response would be merged into the new one.
    c.res = undefined;
    c.res = response;
  };
}

function isShared(c: HttpContext): boolean {
  return c.get('guard') === 'public' && !c.res.headers.has('set-cookie');
}

function conditionsOf(c: HttpContext): Conditions {
  return { ifNoneMatch: c.req.header('if-none-match'), acceptEncoding: c.req.header('accept-encoding') };
}
