import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../test/support/database.ts';
import { fixedClock } from '../core/clock.ts';
import { writeCsv } from '../core/csv.ts';
import { importQuarterly, listEditions } from './index.ts';
import { QUARTERLY_COLUMNS } from './quarterly-format.ts';

const clock = fixedClock('2026-02-01T08:00:00Z');

function importQuarters(
  db: Parameters<typeof importQuarterly>[0],
  rows: readonly Readonly<Record<string, string>>[],
  author = 'test',
) {
  const filled = rows.map((row) =>
    Object.fromEntries(QUARTERLY_COLUMNS.map((column) => [column, row[column] ?? ''])),
  );
  const file = { bytes: Buffer.from(writeCsv(QUARTERLY_COLUMNS, filled)), name: 'quarters.csv' };
  return importQuarterly(db, { file, methodology: 'vde-2025', author }, clock);
}

const PLAIN = {
  id_space: 'jdma',
  id: '1',
  nom: 'Payer une amende',
  satisfaction: '8',
  satisfaction_n: '200',
};

test('quarters that are not past are refused with all that is wrong, and nothing is written', async (t) => {
  const db = await testDatabase(t);
  const days = ['2025-12-31', '2026-03-31', '2099-03-31', '1989-12-31'];
  const rows = days.flatMap((quarter_end) => [
    { ...PLAIN, quarter_end },
    { ...PLAIN, quarter_end, id: '2' },
  ]);
  await assert.rejects(importQuarters(db, rows, 'a\nb'), {
    code: 'InvalidInput',
    fields: [
      { path: 'author', message: 'write 1 to 120 characters on one line, without control character' },
      { path: 'column quarter_end', message: '1989-12-31 is not between 1990-01-01 and today' },
      { path: 'column quarter_end', message: '2026-03-31 is not between 1990-01-01 and today' },
      { path: 'column quarter_end', message: '2099-03-31 is not between 1990-01-01 and today' },
    ],
  });
  assert.deepEqual(await listEditions(db), []);
});

test('counts that the store could not hold are noted, and the other figures are published', async (t) => {
  const db = await testDatabase(t);
  const [outcome] = await importQuarters(db, [
    {
      ...PLAIN,
      quarter_end: '2025-12-31',
      satisfaction_n: '99999999999999999999',
      clarity: '7',
      clarity_n: '12.5',
      ease: '6',
      easy_n: '-3',
      probes: '1e9',
      uptime_pct: '99.9',
    },
  ]);
  assert.deepEqual(
    [outcome?.outcome, outcome?.notes.map(({ code, column }) => `${code} ${column}`)],
    [
      'published',
      ['unreadable probes', 'unreadable satisfaction_n', 'unreadable clarity_n', 'unreadable easy_n'],
    ],
  );
});
