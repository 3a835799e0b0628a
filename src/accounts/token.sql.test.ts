import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { testDatabase } from '../../test/support/database.ts';
import { VigieError } from '../core/errors.ts';
import { createToken, findToken, listTokens, noteUse, revokeToken } from './token.sql.ts';
import { drawToken, hashToken, isHashOf } from './token.ts';

const now = new Date('2026-01-15T12:00:00Z');
const usage = { scope: 'usage', target: 'impots', label: 'Serveur', author: 'Service' } as const;

test('a token is found by its whole text and by nothing near it', async (t) => {
  const db = await testDatabase(t);
  const { id, secret } = await createToken(db, usage, now);
  const other = await createToken(db, usage, now);
  assert.match(secret, /^vgt_[a-z0-9]{10}_[A-Za-z0-9_-]{43}$/);
  assert.equal((await findToken(db, secret))?.id, id);
  const swapped = secret.replace(id, other.id);
  for (const forged of [
    swapped,
    secret.slice(0, -1),
    `${secret}A`,
    ` ${secret}`,
    secret.toUpperCase(),
    id,
    '',
  ]) {
    assert.equal(await findToken(db, forged), null, forged);
  }
  await fc.assert(
    fc.asyncProperty(fc.nat(42), fc.constantFrom(...'AZaz09_-'), async (at, letter) => {
      const from = secret.length - 43 + at;
      const changed = `${secret.slice(0, from)}${letter}${secret.slice(from + 1)}`;
      assert.equal((await findToken(db, changed)) !== null, changed === secret);
    }),
    { numRuns: 50 },
  );
});

test('the store holds nothing of a token that opens anything', async (t) => {
  const db = await testDatabase(t);
  const { id, secret } = await createToken(db, usage, now);
  const [row] = await db.query<{ text: string }>('select to_jsonb(token)::text as text from accounts.token');
  const bits = secret.slice(`vgt_${id}_`.length);
  assert.ok(bits.length > 0 && !row?.text.includes(bits));
  assert.ok(row?.text.includes(hashToken(secret).toString('hex')));
  assert.ok(
    !JSON.stringify(await listTokens(db, { scope: 'usage' })).includes(hashToken(secret).toString('hex')),
  );
});

test('two tokens never are the same, and each is hashed whole', () => {
  const drawn = Array.from({ length: 200 }, drawToken);
  assert.equal(new Set(drawn.map(({ id }) => id)).size, 200);
  assert.equal(new Set(drawn.map(({ secret }) => secret.slice(15))).size, 200);
  const [one, other] = drawn;
  assert.ok(
    one &&
      other &&
      isHashOf(hashToken(one.secret), one.secret) &&
      !isHashOf(hashToken(other.secret), one.secret),
  );
});

test('the last use is kept to the minute', async (t) => {
  const db = await testDatabase(t);
  const { secret } = await createToken(db, usage, now);
  const useAt = async (instant: string) => {
    const token = (await findToken(db, secret)) ?? assert.fail();
    await noteUse(db, token, new Date(instant));
    return (await findToken(db, secret))?.lastUsedAt?.toISOString();
  };
  assert.equal(await useAt('2026-01-15T12:00:10Z'), '2026-01-15T12:00:10.000Z');
  assert.equal(await useAt('2026-01-15T12:01:09Z'), '2026-01-15T12:00:10.000Z');
  assert.equal(await useAt('2026-01-15T12:01:10Z'), '2026-01-15T12:01:10.000Z');
});

test('a token is revoked once, by someone, with a reason', async (t) => {
  const db = await testDatabase(t);
  const { id, secret } = await createToken(db, usage, now);
  await revokeToken(db, id, { reason: 'perdu', author: 'Service' }, now);
  const found = await findToken(db, secret);
  assert.deepEqual([found?.revokedAt, found?.revokedBy, found?.revokedBecause], [now, 'Service', 'perdu']);
  const refused = (code: string) => (error: unknown) => error instanceof VigieError && error.code === code;
  await assert.rejects(revokeToken(db, id, { reason: 'encore', author: 'x' }, now), refused('Conflict'));
  await assert.rejects(revokeToken(db, 'nothing', { reason: 'x', author: 'x' }, now), refused('NotFound'));
  assert.equal((await listTokens(db, { scope: 'usage', target: 'impots' })).length, 1);
  assert.equal((await listTokens(db, { scope: 'usage', target: 'autre' })).length, 0);
  assert.equal((await listTokens(db, { scope: 'vantage' })).length, 0);
});
