/** Tokens as the store keeps them. */
import type { Queryable } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import { drawToken, hashToken, isHashOf, isUseNews, type Token, tokenIdOf } from './token.ts';

const COLUMNS = `id, scope, target, label, author, created_at as "createdAt", last_used_at as "lastUsedAt",
  revoked_at as "revokedAt", revoked_by as "revokedBy", revoked_because as "revokedBecause"`;

export type NewToken = Pick<Token, 'scope' | 'target' | 'label' | 'author'>;

/**
 * Makes a token.
 * @returns its public id, and its secret: the only time that it is known
 */
export async function createToken(
  db: Queryable,
  { scope, target, label, author }: NewToken,
  now: Date,
): Promise<{ readonly id: string; readonly secret: string }> {
  const drawn = drawToken();
  await db.query(
    `insert into accounts.token (id, hash, scope, target, label, author, created_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [drawn.id, hashToken(drawn.secret), scope, target, label, author, now],
  );
  return drawn;
}

/** The token that a program presents, revoked or not; null when there is no such one. */
export async function findToken(db: Queryable, presented: string): Promise<Token | null> {
  const id = tokenIdOf(presented);
  if (id === null) return null;
  const [found] = await db.query<Token & { hash: Uint8Array }>(
    `select ${COLUMNS}, hash from accounts.token where id = $1`,
    [id],
  );
  if (found === undefined || !isHashOf(found.hash, presented)) return null;
  const { hash: _, ...token } = found;
  return token;
}

/** Tokens without their hashes, the oldest first: of one scope, and of one target where it is given. */
export function listTokens(
  db: Queryable,
  { scope, target }: Pick<Token, 'scope'> & { readonly target?: string | undefined },
): Promise<Token[]> {
  return db.query<Token>(
    `select ${COLUMNS} from accounts.token
     where scope = $1 and ($2::text is null or target = $2) order by created_at, id`,
    [scope, target ?? null],
  );
}

/** Keeps when a token was last used, at most once a minute: a program that sends often costs one write a minute. */
export async function noteUse(db: Queryable, token: Token, now: Date): Promise<void> {
  if (!isUseNews(token, now)) return;
  await db.query(
    `update accounts.token set last_used_at = $2
     where id = $1 and (last_used_at is null or last_used_at < $2)`,
    [token.id, now],
  );
}

/**
 * Revokes a token, for ever: it opens nothing from then on.
 * @throws VigieError NotFound; Conflict when it was revoked already
 */
export async function revokeToken(
  db: Queryable,
  id: string,
  { reason, author }: { readonly reason: string; readonly author: string },
  now: Date,
): Promise<void> {
  const revoked = await db.query(
    `update accounts.token set revoked_at = $2, revoked_by = $3, revoked_because = $4
     where id = $1 and revoked_at is null returning id`,
    [id, now, author, reason],
  );
  if (revoked.length > 0) return;
  const [found] = await db.query<Token>(`select ${COLUMNS} from accounts.token where id = $1`, [id]);
  if (found === undefined)
    throw new VigieError('NotFound', `There is no token "${id}"; see "vigie token list".`);
  const on = found.revokedAt?.toISOString().slice(0, 10) ?? '';
  throw new VigieError('Conflict', `The token "${id}" was revoked on ${on}: ${found.revokedBecause ?? ''}`);
}
