import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formRow } from '../core/csv-form.ts';
import type { FieldError } from '../core/errors.ts';
import { EARLIER_REVIEW_COLUMNS, readEarlierReview } from './import-line.ts';
import { createLineReader } from './import-lines.ts';

const COLUMNS = [...EARLIER_REVIEW_COLUMNS.needed, ...EARLIER_REVIEW_COLUMNS.optional];
const READING = { version: 'import', today: '2026-01-15' };

/** What people write in each column, rightly or not. */
const CELLS: Readonly<Record<string, readonly string[]>> = {
  identifiant_avis: ['1', ' 2 ', '', 'x'.repeat(201)],
  demarche: ['1764', '1764', '', 'y'.repeat(201)],
  lieu: ['', '', 'sip'],
  date: [
    '2025-12-31',
    '31/12/2025 10:00',
    '2025-12-31T23:59',
    '31/12/2025T10',
    '2025-02-30',
    '2027-01-01',
    '',
  ],
  satisfaction: ['Bien', 'mal', '0', '', 'Super', 'Bien\n'],
  clarte: ['', '5', '6'],
  aide: ['', 'Aucune', 'Téléphone; Proche', 'Aucune;Guichet', 'Téléphone\nx'],
  joint_telephone: ['', 'oui', 'Non'],
  qualite_telephone: ['', '4'],
  commentaire: ['', ' ', 'Très\r\nclair', '\u0000', 'z'.repeat(5_001)],
  canal: ['', 'Papier', 'Pigeon'],
  langue: ['', 'EN', 'eng'],
  fin: ['', 'refusee', 'Partie'],
};

const someFile = fc
  .subarray(COLUMNS.filter((name) => !['identifiant_avis', 'demarche', 'date'].includes(name)))
  .chain((others) => {
    const header = ['date', ...others, 'demarche', 'identifiant_avis'];
    const usual = fc.tuple(...header.map((name) => fc.constantFrom(...(CELLS[name] ?? ['']).slice(0, 2))));
    const wrong = fc.tuple(
      fc
        .nat(header.length - 1)
        .chain((at) => fc.tuple(fc.constant(at), fc.constantFrom(...cellsOf(header[at])))),
    );
    const row = fc.tuple(usual, fc.option(wrong)).map(([cells, changes]) => {
      const [[at, cell] = [-1, '']] = changes ?? [];
      return cells.map((one, place) => (place === at ? cell : one));
    });
    return fc.record({ header: fc.constant(header), rows: fc.array(row, { maxLength: 20 }) });
  });

function cellsOf(column: string | undefined): readonly string[] {
  return CELLS[column ?? ''] ?? ['', 'Oui'];
}

test('a line says the same, and is refused for the same, as when it is read cell by cell', () => {
  let read = 0;
  fc.assert(
    fc.property(someFile, ({ header, rows }) => {
      const quickly = createLineReader(header, READING);
      const [faults, told]: [FieldError[], FieldError[]] = [[], []];
      for (const [at, cells] of rows.entries()) {
        const line = at + 2;
        const row = formRow(
          line,
          (column) => cells[header.indexOf(column)] ?? '',
          (one) => faults.push(one),
        );
        const expected = readEarlierReview(row, { ...READING, hasColumn: (one) => header.includes(one) });
        assert.deepEqual(
          quickly({ line, cells }, (one) => told.push(one)),
          expected,
        );
        if (expected !== null) read += 1;
      }
      assert.deepEqual(told, faults);
      const once = new Set(told.map((one) => JSON.stringify(one)));
      assert.equal(once.size, told.length, 'each fault is told once');
    }),
    { numRuns: 500 },
  );
  assert.ok(read > 100, `${read} lines were good`);
});
