/** Who may send figures: the program that holds a token of the dataset. */
import { findToken, noteUse, type Token } from '../../accounts/index.ts';
import { VigieError } from '../../core/errors.ts';
import type { HttpContext } from '../../core/http/context.ts';
import { RefusedRequest, UNAUTHORIZED } from '../../core/http/errors.ts';
import { type Dataset, findDataset } from '../../observations/index.ts';
import type { SiteContext } from '../server.ts';

const REALM = 'Bearer realm="vigie"';

/**
 * The dataset of the address, for a program that holds a token of it.
 *
 * @throws RefusedRequest Forbidden, 401 without a token that holds; that it is revoked is told to its holder alone
 * @throws VigieError Forbidden when the token is not of this dataset, whether there is such a dataset or not
 */
export async function admitSender(
  c: HttpContext,
  { db, clock }: SiteContext,
  slug: string,
): Promise<Dataset> {
  const token = await readToken(c, db);
  await noteUse(db, token, clock.now());
  const dataset = token.scope === 'usage' && token.target === slug ? await findDataset(db, slug) : null;
  if (dataset !== null) return dataset;
  c.header('www-authenticate', `${REALM}, error="insufficient_scope"`);
  throw new VigieError('Forbidden', 'This token opens no dataset of this name; check the address.');
}

async function readToken(c: HttpContext, db: SiteContext['db']): Promise<Token> {
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
  if (token.revokedAt === null) return token;
  const on = token.revokedAt.toISOString().slice(0, 10);
  throw unauthorized(invalid, `This token was revoked on ${on}: ${token.revokedBecause ?? ''}`);
}
