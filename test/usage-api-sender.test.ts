/** Who may send figures, and what those who may not are told. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createToken, findToken, revokeToken } from '../src/accounts/index.ts';
import { openDatabase } from '../src/core/database.ts';
import { leaveDemonstration } from '../src/core/demonstration.sql.ts';
import { openData } from '../src/web/open-data/routes.ts';
import { createApp } from '../src/web/server.ts';
import { testDatabase } from './support/database.ts';
import { appOptions } from './support/http.ts';
import { codeOf, openDataset, SENT_AT, usageSite, visits } from './support/usage-api.ts';

const BODY = JSON.stringify([visits('a', 10)]);

test('without a token that holds, nothing is read nor written', async (t) => {
  const db = await testDatabase(t);
  const { request, token, headers, held } = await usageSite(db);
  const other = token.secret.replace(/.{4}$/, 'AAAA');
  for (const [authorization, challenge] of [
    [undefined, 'Bearer realm="vigie"'],
    ['', 'Bearer realm="vigie"'],
    [token.secret, 'Bearer realm="vigie"'],
    [`Basic ${token.secret}`, 'Bearer realm="vigie"'],
    [`Bearer ${other}`, 'Bearer realm="vigie", error="invalid_token"'],
    [`Bearer ${token.id}`, 'Bearer realm="vigie", error="invalid_token"'],
    [`Bearer ${'x'.repeat(8_000)}`, 'Bearer realm="vigie", error="invalid_token"'],
  ] as const) {
    for (const method of ['GET', 'POST']) {
      const { authorization: _, ...others } = headers;
      const sent: Record<string, string> = { ...others };
      if (authorization !== undefined) sent.authorization = authorization;
      const answer = await request('ministere', {
        method,
        headers: sent,
        ...(method === 'POST' && { body: BODY }),
      });
      assert.deepEqual([answer.status, codeOf(answer)], [401, 'Forbidden'], String(authorization));
      assert.equal(answer.headers.get('www-authenticate'), challenge);
    }
  }
  assert.deepEqual(await held(), []);
});

test('a dataset of others and one that does not exist answer alike', async (t) => {
  const db = await testDatabase(t);
  const { request, headers, subjects } = await usageSite(db);
  await openDataset(db, 'autre', subjects.foreign);
  const answers = [];
  for (const dataset of ['autre', 'inconnu', 'Ministere', 'ministere2', '%2e', "'"]) {
    const { status, body, headers: told } = await request(dataset, { method: 'POST', headers, body: BODY });
    answers.push({ status, body, challenge: told.get('www-authenticate') });
  }
  for (const answer of answers) assert.deepEqual(answer, answers[0]);
  assert.deepEqual(
    [answers[0]?.status, answers[0]?.challenge],
    [403, 'Bearer realm="vigie", error="insufficient_scope"'],
  );
});

test('a token of another scope opens no dataset', async (t) => {
  const db = await testDatabase(t);
  const { request, headers } = await usageSite(db);
  const about = { scope: 'vantage', target: 'ministere', label: 'x', author: 'x' } as const;
  const { secret } = await createToken(db, about, SENT_AT);
  const answer = await request('ministere', { headers: { ...headers, authorization: `Bearer ${secret}` } });
  assert.equal(answer.status, 403);
});

test('that a token is revoked is told to its holder alone', async (t) => {
  const db = await testDatabase(t);
  const { request, token, headers } = await usageSite(db);
  await revokeToken(db, token.id, { reason: 'perdu dans un train', author: 'Service' }, SENT_AT);
  const holder = await request('ministere', { method: 'POST', headers, body: BODY });
  assert.equal(holder.status, 401);
  assert.match(JSON.stringify(holder.body), /revoked on 2026-01-15: perdu dans un train/);
  const forged = token.secret.replace(/.{4}$/, 'AAAA');
  const other = await request('ministere', { headers: { authorization: `Bearer ${forged}` } });
  assert.equal(other.status, 401);
  assert.doesNotMatch(JSON.stringify(other.body), /revoked|train/);
});

test('the use of a token is kept, and its secret is in no log', async (t) => {
  const db = await testDatabase(t);
  const { request, send, token, headers, logged } = await usageSite(db);
  await send([visits('a', 'not a number')]);
  assert.deepEqual((await findToken(db, token.secret))?.lastUsedAt, SENT_AT);
  await request('inconnu', { method: 'POST', headers, body: BODY });
  await request('ministere', { headers: { authorization: `Bearer ${token.secret}x` } });
  const [, , bits = ''] = token.secret.split('_');
  assert.ok(logged.length > 0 && !logged.join('').includes(bits.slice(0, 12)));
});

test('a browser of another site is not let in: no answer allows its origin', async (t) => {
  const { app, request, headers } = await usageSite(await testDatabase(t));
  const origin = 'https://ailleurs.example';
  const asked = { origin, 'access-control-request-method': 'POST' };
  const preflight = await app.request('/api/v1/usage/ministere', { method: 'OPTIONS', headers: asked });
  assert.equal(preflight.status, 405);
  const answer = await request('ministere', { headers: { ...headers, origin } });
  for (const told of [preflight.headers, answer.headers])
    assert.equal(told.get('access-control-allow-origin'), null);
});

test('while the store is away the sender is told to come back', async (t) => {
  const db = await testDatabase(t);
  const { headers } = await usageSite(db);
  const away = openDatabase({ ...db.target, host: '/nowhere' });
  t.after(() => away.close());
  const app = createApp(appOptions(away, [openData]));
  const answer = await app.request('/api/v1/usage/ministere', { method: 'POST', headers, body: BODY });
  assert.equal(answer.status, 503);
  assert.ok(answer.headers.get('retry-after'));
  assert.equal(((await answer.json()) as { error: { code: string } }).error.code, 'Unavailable');
});

test('a dataset that leaves with the demonstration takes its figures along', async (t) => {
  const db = await testDatabase(t);
  const { send } = await usageSite(db);
  await db.query('insert into core.demonstration (loaded_at) values ($1)', [SENT_AT]);
  assert.equal((await send([visits('a', 10)])).status, 200);
  const [left, late] = await Promise.all([
    db.transaction((tx) => leaveDemonstration(tx, { keep: false })),
    send([visits('a', 11)]),
  ]);
  assert.equal(left, 'removed');
  assert.ok([200, 403, 404].includes(late.status), String(late.status));
  assert.equal((await send([visits('a', 12)])).status, 403);
  const [row] = await db.query<{ n: number }>('select count(*)::int as n from observations.observation');
  assert.equal(row?.n, 0);
});
