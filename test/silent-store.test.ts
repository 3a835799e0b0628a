/** A store that neither answers nor goes away: nobody waits for it for ever, nor twice. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDatabase } from '../src/core/database.ts';
import { VigieError } from '../src/core/errors.ts';
import { guard } from '../src/core/http/guard.ts';
import type { Audience } from '../src/web/server.ts';
import { testDatabase } from './support/database.ts';
import { appOptions, send, serveApp } from './support/http.ts';
import { networkTo } from './support/silent-network.ts';

test('a statement that a silent store does not answer ends, and its connection is not kept', async (t) => {
  const { target, fallSilent } = await networkTo(t, (await testDatabase(t)).target);
  const db = openDatabase(target, { connections: 1, statementTimeoutMs: 1_000 });
  t.after(() => db.close());
  await db.query('select');
  fallSilent();
  await assert.rejects(
    db.query('select'),
    (error) => error instanceof VigieError && error.code === 'Unavailable',
  );
  assert.equal(db.connections().open, 0);
});

test('the page that says that the store does not answer asks nothing of it', async (t) => {
  const db = await testDatabase(t);
  const asked: string[] = [];
  const audience: Audience = (app) => {
    app.get('/page', guard('public'), () => {
      throw new VigieError('Unavailable', 'The store does not answer.');
    });
  };
  const query: typeof db.query = (text, values) => {
    asked.push(text);
    return db.query(text, values);
  };
  const { port } = await serveApp(t, appOptions({ ...db, query }, [audience]));
  assert.equal((await send(port, '/page')).status, 503);
  assert.deepEqual(asked, []);
  assert.equal((await send(port, '/nowhere')).status, 404);
  assert.equal(asked.length, 1);
});
