import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { type TestContext, test } from 'node:test';
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

const WELCOME = message('R', Buffer.alloc(4));
const READY = message('Z', Buffer.from('I'));
const ENDED = message('E', Buffer.from('SFATAL\0VFATAL\0C57P01\0Mterminating\0\0'));

/** A store that answers what it is sent, the first message of a connection and those after it. */
async function fakeStore(t: TestContext, onFirst: (socket: Socket) => void): Promise<number> {
  const server = createServer((socket) => {
    socket.once('data', () => onFirst(socket));
    socket.on('error', () => {});
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  return (server.address() as AddressInfo).port;
}

const at = (port: number) => ({ host: '127.0.0.1', port, user: 'vigie', database: 'vigie' });

test('a store that ends as a connection opens is away, and the process goes on', async (t) => {
  // In one piece: nothing can happen between the welcome and the end.
  const port = await fakeStore(t, (socket) => socket.end(Buffer.concat([WELCOME, READY, ENDED])));
  const db = openDatabase(at(port));
  t.after(() => db.close());
  await assert.rejects(
    db.transaction((tx) => tx.query('select 1')),
    { code: 'Unavailable' },
  );
  await assert.rejects(db.query('select 1'), { code: 'Unavailable' });
});

test('a connection that breaks while idle is told of, unless this process was closing it', async (t) => {
  for (const isClosing of [false, true]) {
    const ended = Promise.withResolvers<void>();
    const answered = Buffer.concat([message('C', Buffer.from('SELECT 0\0')), READY]);
    const port = await fakeStore(t, (socket) => {
      socket.write(Buffer.concat([WELCOME, READY]));
      socket.once('data', () => {
        socket.write(answered);
        // Told at once that the store stops, or in answer to the farewell of the connection.
        const end = () => socket.end(ENDED, () => ended.resolve());
        if (isClosing) socket.once('data', end);
        else setImmediate(end);
      });
    });
    const told: string[] = [];
    const heard = Promise.withResolvers<void>();
    const db = openDatabase(at(port), {
      onIdleError: ({ message }) => {
        told.push(message);
        heard.resolve();
      },
    });
    await db.query('select');
    if (isClosing) await db.close();
    await (isClosing ? ended.promise : heard.promise);
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.deepEqual(told, isClosing ? [] : ['terminating']);
    if (!isClosing) await db.close();
  }
});
