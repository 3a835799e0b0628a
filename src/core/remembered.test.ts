import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remember } from './remembered.ts';

test('a value is made once a generation, by whoever asks first', async () => {
  let generation = 1;
  let made = 0;
  const read = remember(
    () => generation,
    async () => {
      made += 1;
      return made;
    },
  );
  assert.deepEqual(await Promise.all([read(), read(), read()]), [1, 1, 1]);
  generation = 2;
  assert.equal(await read(), 2);
  assert.equal(await read(), 2);
});

test('nothing is kept while changes cannot be heard', async () => {
  let made = 0;
  const read = remember(
    () => undefined,
    async () => {
      made += 1;
      return made;
    },
  );
  assert.deepEqual([await read(), await read()], [1, 2]);
});

test('what is made during a change is not given after it', async () => {
  let generation = 1;
  const waiting: ((value: string) => void)[] = [];
  const read = remember(
    () => generation,
    () => new Promise<string>((resolve) => waiting.push(resolve)),
  );
  const early = read();
  generation = 2;
  const late = read();
  waiting[0]?.('before');
  waiting[1]?.('after');
  assert.deepEqual(await Promise.all([early, late, read()]), ['before', 'after', 'after']);
});

test('a failure is told to who asked and tried again', async () => {
  let attempts = 0;
  const read = remember(
    () => 1,
    async () => {
      attempts += 1;
      if (attempts === 1) throw new Error('the store is down');
      return 'there';
    },
  );
  await assert.rejects(read(), /the store is down/);
  assert.equal(await read(), 'there');
});
