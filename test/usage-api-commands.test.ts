/** The commands of tokens as a person or a script runs them. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { findToken, noteUse } from '../src/accounts/index.ts';
import { openStore } from '../src/core/store.ts';
import { findDataset } from '../src/observations/index.ts';
import { scratchDirectory } from './support/ground.ts';
import { runCommand } from './support/start.ts';
import { SENT_AT, usageCatalogue } from './support/usage-api.ts';

async function prepare(t: TestContext) {
  const directory = scratchDirectory(t);
  const store = await openStore({ databaseUrl: null, dataDirectory: directory });
  const subjects = await store.db.transaction((tx) => usageCatalogue(tx));
  const run = async (...words: string[]) => {
    const { out, err, code } = await runCommand(directory, ['token', ...words, '--json']);
    assert.equal(code, 0, err);
    return JSON.parse(out) as Record<string, unknown>;
  };
  const fail = async (...words: string[]) => {
    const { out, err, code } = await runCommand(directory, ['token', ...words]);
    assert.deepEqual([code, out], [1, ''], words.join(' '));
    return err;
  };
  return { store, db: store.db, directory, subjects, run, fail };
}

test('a token is made with its dataset, listed with its last use, and revoked; its secret is shown once', async (t) => {
  const { store, db, directory, subjects, run, fail } = await prepare(t);
  const words = ['--source', 'Entrepôt de la DGFiP', '--label', 'Serveur 1', '--author', 'Service'];
  const made = await run('create', '--dataset', 'impots', '--organisation', 'impots', ...words);
  const secret = String(made.token);
  assert.deepEqual(made, {
    id: secret.slice(4, 14),
    token: secret,
    dataset: 'impots',
    url: 'http://localhost:3000/api/v1/usage/impots',
    subject: { kind: 'organisation', id: 'impots', name: 'Direction des impôts' },
    demonstration: false,
  });
  const token = await findToken(db, secret);
  assert.deepEqual([token?.scope, token?.target, token?.label], ['usage', 'impots', 'Serveur 1']);
  const { subjectId, label, author } = (await findDataset(db, 'impots')) ?? assert.fail();
  assert.deepEqual([subjectId, label, author], [subjects.direction, 'Entrepôt de la DGFiP', 'Service']);
  await noteUse(db, token ?? assert.fail(), SENT_AT);
  const second = await run('create', '--dataset', 'impots');
  await run('revoke', String(second.id), '--reason', 'perdu', '--author', 'Service');
  const list = await run('list', '--dataset', 'impots');
  const [first, last] = list.tokens as Record<string, unknown>[];
  assert.deepEqual([first?.id, first?.state, first?.last_used_at], [made.id, 'open', SENT_AT.toISOString()]);
  assert.deepEqual(
    [last?.id, last?.state, last?.last_used_at, last?.revoked_reason, last?.revoked_by],
    [second.id, 'revoked', null, 'perdu', 'Service'],
  );
  const { out } = await runCommand(directory, ['token', 'list']);
  assert.match(out, /last used 2026-01-15T12:00Z/);
  assert.match(out, /never used, revoked \d{4}-\d\d-\d\d by Service \(perdu\)/);
  assert.match(out, /2 tokens\n$/);
  for (const text of [JSON.stringify(list), out]) {
    assert.ok(!text.includes(secret.slice(15)) && !text.includes(String(second.token).slice(15)));
  }
  assert.match(await fail('revoke', String(second.id), '--reason', 'encore'), /was revoked on/);
  const files = readdirSync(directory, { recursive: true, withFileTypes: true });
  for (const file of files.filter((one) => one.isFile() && /log/.test(one.parentPath))) {
    assert.ok(!readFileSync(join(file.parentPath, file.name), 'latin1').includes(secret.slice(15)));
  }
  await store.close();
});

test('what cannot be made is refused, with the option at fault', async (t) => {
  const { store, db, run, fail } = await prepare(t);
  const create = (...words: string[]) => fail('create', '--dataset', ...words);
  assert.match(await create('neuf'), /"neuf" is new: say of what, by one of --organisation, --procedure/);
  assert.match(await create('Neuf', '--procedure', '11'), /--dataset: "Neuf"/);
  assert.match(await create('neuf', '--procedure', '11', '--portal', 'impots'), /give one of them/);
  assert.match(await create('neuf', '--procedure', '404'), /--procedure: there is no procedure "404"/);
  assert.match(await create('neuf', '--procedure', '11', '--label', ' '), /--label: write/);
  assert.equal(await findDataset(db, 'neuf'), null);
  await run('create', '--dataset', 'neuf', '--procedure', '11');
  assert.match(await create('neuf', '--procedure', '12'), /exists and is of another subject/);
  assert.match(await create('neuf', '--source', 'Ailleurs'), /has the source "Déclarer ses revenus"/);
  assert.match(await fail('revoke', 'nothing', '--reason', 'x'), /There is no token "nothing"/);
  // As after the demonstration, whose datasets leave with it while tokens stay.
  await db.query('delete from observations.dataset');
  assert.match(await create('neuf', '--procedure', '12'), /has tokens that would open this one/);
  await store.close();
});
