import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
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

/** A message of PostgreSQL's protocol: its letter, the length of the rest, the rest. */
function message(letter: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(letter), length, body]);
}

test('a store that ends as a connection opens is away, and the process goes on', async (t) => {
  const server = createServer((socket) => {
    socket.once('data', () => {
      const welcome = message('R', Buffer.alloc(4));
      const ready = message('Z', Buffer.from('I'));
      const ended = message('E', Buffer.from('SFATAL\0VFATAL\0C57P01\0Mterminating\0\0'));
      // In one piece: nothing can happen between the welcome and the end.
      socket.end(Buffer.concat([welcome, ready, ended]));
    });
    socket.on('error', () => {});
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  const db = openDatabase({ host: '127.0.0.1', port, user: 'vigie', database: 'vigie' });
  t.after(() => db.close());
  await assert.rejects(
    db.transaction((tx) => tx.query('select 1')),
    { code: 'Unavailable' },
  );
  await assert.rejects(db.query('select 1'), { code: 'Unavailable' });
});
