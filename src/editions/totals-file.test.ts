import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { VigieError } from '../core/errors.ts';
import { readTotals } from './totals-file.ts';

const file = (...lines: string[]) =>
  Buffer.from(['indicateur,valeur,precision,unite,sur', ...lines].join('\n'));

const faultsOf = (...lines: string[]): string[] => {
  try {
    readTotals(file(...lines));
  } catch (error) {
    assert.ok(error instanceof VigieError && error.code === 'InvalidInput', String(error));
    return error.fields.map(({ path }) => path);
  }
  return [];
};

test('the totals of April 2020 that the project ships are those that were announced', async () => {
  const totals = readTotals(await readFile(new URL('../../data/edition-2020-04.csv', import.meta.url)));
  assert.deepEqual(
    totals.map(({ indicator, value, qualifier, unit, of }) => [indicator, value, qualifier, unit, of]),
    [
      ['procedures', 250, 'exact', 'count', null],
      ['online_rate', 0.72, 'exact', 'share', 'procedures'],
      ['new_online', 3, 'exact', 'count', null],
      ['reviews', 900_000, 'more_than', 'count', null],
      ['equipped', 80, 'exact', 'count', 'procedures'],
      ['very_good_rate', 0.5, 'exact', 'share', 'equipped'],
    ],
  );
});

test('a figure is read as people write it: "72 %", "900 000"', () => {
  const totals = readTotals(
    file(
      'procedures,250,exact,count,',
      'online_rate,72 %,nearly,share,procedures',
      'reviews,900 000,at_least,count,',
    ),
  );
  assert.deepEqual(
    totals.map(({ value }) => value),
    [250, 0.72, 900_000],
  );
});

test('each cell that cannot be a total is refused at its line and column, all of them at once', () => {
  assert.deepEqual(
    faultsOf(
      'mood,1,exact,count,',
      'procedures,250,about,count,',
      'online_rate,0.72,exact,count,procedures',
      'new_online,2.5,exact,count,',
      'reviews,5 %,exact,count,',
      'equipped,80,exact,count,equipped',
      'very_good_rate,50,exact,share,online_rate',
    ),
    [
      'line 2, column "indicateur"',
      'line 3, column "precision"',
      'line 4, column "unite"',
      'line 5, column "valeur"',
      'line 6, column "valeur"',
      'line 7, column "sur"',
      'line 8, column "valeur"',
      'line 8, column "sur"',
    ],
  );
});

test('a figure is told once, a share says of what, and that is told too', () => {
  assert.deepEqual(faultsOf('procedures,250,exact,count,', 'procedures,250,exact,count,'), [
    'line 3, column "indicateur"',
  ]);
  assert.deepEqual(faultsOf('online_rate,0.72,exact,share,'), ['line 2, column "sur"']);
  assert.deepEqual(faultsOf('online_rate,0.72,exact,share,procedures'), ['line 2, column "sur"']);
});

test('a part greater than its whole is refused, unless the words of the two leave room', () => {
  const whole = (qualifier: string) => `procedures,250,${qualifier},count,`;
  const refused = ['line 3, column "valeur"'];
  assert.deepEqual(faultsOf(whole('exact'), 'new_online,300,exact,count,procedures'), refused);
  assert.deepEqual(faultsOf(whole('nearly'), 'equipped,251,at_least,count,procedures'), refused);
  assert.deepEqual(faultsOf('equipped,251,exact,count,procedures', whole('exact')), [
    'line 2, column "valeur"',
  ]);
  assert.deepEqual(faultsOf(whole('exact'), 'equipped,250,exact,count,procedures'), []);
  assert.deepEqual(faultsOf(whole('more_than'), 'equipped,300,exact,count,procedures'), []);
  assert.deepEqual(faultsOf(whole('exact'), 'equipped,300,less_than,count,procedures'), []);
  assert.deepEqual(faultsOf('procedures,0,exact,count,', 'online_rate,0.72,exact,share,procedures'), []);
});
