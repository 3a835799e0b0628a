/**
 * Guards: each route names, at its own registration, who it is open to: `app.get(path, guard('public'), handler)`.
 * A test walks every route and refuses one without a guard.
 */
import type { GuardKind, Middleware } from './context.ts';

const kinds = new WeakMap<object, GuardKind>();

/** A middleware that states who the route is open to. */
export function guard(kind: GuardKind): Middleware {
  const middleware: Middleware = (c, next) => {
    c.set('guard', kind);
    return next();
  };
  kinds.set(middleware, kind);
  return middleware;
}

/** The kind of a handler made by `guard`; undefined for any other handler. */
export function guardKindOf(handler: object): GuardKind | undefined {
  return kinds.get(handler);
}
