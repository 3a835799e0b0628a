import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../test/support/database.ts';
import { openDatabase } from './database.ts';

const COPY = 'copy given (id, said) from stdin';

test('rows are copied within the transaction, and undone with it', async (t) => {
  const db = await testDatabase(t);
  await db.query('create table given (id integer primary key, said text)');
  await db.transaction((tx) => tx.copy(COPY, '1\té \\\\ \\n\n2\t\\N\n'));
  await db.transaction((tx) => tx.copy(COPY, ''));
  const both = db.transaction(async (tx) => {
    await tx.copy(COPY, '3\tx\n');
    await tx.copy(COPY, '3\ty\n');
  });
  await assert.rejects(both, { code: '23505' });
  await assert.rejects(
    db.transaction((tx) => tx.copy(COPY, 'four\tx\n')),
    { code: '22P02' },
  );
  assert.deepEqual(await db.query('select * from given order by id'), [
    { id: 1, said: 'é \\ \n' },
    { id: 2, said: null },
  ]);
});

test('a pool that pipelines takes no copy, and goes on', async (t) => {
  const { target } = await testDatabase(t);
  const db = openDatabase(target, { pipeline: true });
  t.after(() => db.close());
  await assert.rejects(
    db.transaction((tx) => tx.copy('copy feedback.review from stdin', '')),
    TypeError,
  );
  assert.deepEqual(await db.query('select 1 as n'), [{ n: 1 }]);
});
