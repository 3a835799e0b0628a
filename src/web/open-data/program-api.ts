/** What the addresses for programs share: who is admitted, and how a body is read. */
import { findToken, noteUse, type Token } from '../../accounts/index.ts';
import { VigieError } from '../../core/errors.ts';
import type { HttpContext } from '../../core/http/context.ts';
import { RefusedRequest, UNAUTHORIZED, UNSUPPORTED_MEDIA_TYPE } from '../../core/http/errors.ts';
import type { SiteContext } from '../server.ts';

const REALM = 'Bearer realm="vigie"';

/**
 * The token that a program presents, whose use is noted.
 * @throws RefusedRequest Forbidden, 401 without a token that holds; that it is revoked is told to its holder alone
 */
export async function readToken(c: HttpContext, { db, clock }: SiteContext): Promise<Token> {
  const [, presented] = /^Bearer +(\S+)\s*$/i.exec(c.req.header('authorization') ?? '') ?? [];
  const unauthorized = (challenge: string, message: string) => {
    c.header('www-authenticate', challenge);
    return new RefusedRequest('Forbidden', UNAUTHORIZED, message);
  };
  if (presented === undefined)
    throw unauthorized(REALM, 'A token is needed; send the header "Authorization: Bearer TOKEN".');
  const invalid = `${REALM}, error="invalid_token"`;
  const token = await findToken(db, presented);
  if (token === null) throw unauthorized(invalid, 'This is no token of this site; check that it is whole.');
  if (token.revokedAt !== null) {
    const on = token.revokedAt.toISOString().slice(0, 10);
    throw unauthorized(invalid, `This token was revoked on ${on}: ${token.revokedBecause ?? ''}`);
  }
  await noteUse(db, token, clock.now());
  return token;
}

/** The error of a token that holds, but not here. */
export function insufficientScope(c: HttpContext, message: string): VigieError {
  c.header('www-authenticate', `${REALM}, error="insufficient_scope"`);
  return new VigieError('Forbidden', message);
}

/** @throws VigieError InvalidInput, 415 for another kind of body than JSON */
export async function readJson(c: HttpContext): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')) {
    const message = 'The body is not announced as JSON; send the header "Content-Type: application/json".';
    throw new RefusedRequest('InvalidInput', UNSUPPORTED_MEDIA_TYPE, message);
  }
  const bytes = await c.req.arrayBuffer();
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new VigieError('InvalidInput', 'The body is not JSON in UTF-8.');
  }
}

/** However many sends come at once, they hold one connection to the store, and pages have the others. */
export function oneAtATime(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => {});
    return done;
  };
}
