import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type CsvValue, parseDecimal, readCsv, writeCsv } from './csv.ts';
import { VigieError } from './errors.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function refusal(text: string): VigieError {
  try {
    readCsv(bytes(text));
  } catch (error) {
    assert.ok(error instanceof VigieError);
    assert.equal(error.code, 'InvalidInput');
    return error;
  }
  throw new assert.AssertionError({ message: 'the file was read' });
}

const columnName = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 8 })
  .map((name) => `c${name.replace(/[,;\t]/g, '')}`.trim());
const cell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('"', ';', ',\r\n', '\n\n', '\r', '"";\n', '\t'),
);

test('what is written is read back, whatever the cells hold', () => {
  const table = fc
    .uniqueArray(columnName, { minLength: 1, maxLength: 4 })
    .chain((columns) =>
      fc.tuple(
        fc.constant(columns),
        fc.array(fc.array(cell, { minLength: columns.length, maxLength: columns.length })),
      ),
    );
  fc.assert(
    fc.property(table, ([columns, cells]) => {
      const rows = cells.map((row) =>
        Object.fromEntries(columns.map((name, index) => [name, row[index] ?? ''])),
      );
      const read = readCsv(bytes(writeCsv(columns, rows)));
      assert.deepEqual(read.header, columns);
      const kept = rows.filter(
        (row) => columns.length === 1 || Object.values(row).some((text) => text.trim()),
      );
      assert.deepEqual(
        read.rows.map((row) => row.cells),
        kept,
      );
    }),
  );
});

test('numbers written in either form are read back', () => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(number, fc.boolean(), (value, excel) => {
      const [row] = readCsv(bytes(writeCsv(['n', 'm'], [{ n: value, m: 1 }], { excel }))).rows;
      assert.equal(parseDecimal(row?.cells.n ?? ''), value === 0 ? parseDecimal(String(value)) : value);
    }),
  );
});

test('a line number is that of the file, blank lines, inner line breaks and CRLF included', () => {
  const { rows } = readCsv(bytes('a;b\r\n\r\n"x\r\ny";1\r\n\r\n\r\n2;3\n4;"z\n"\n5;6'));
  assert.deepEqual(
    rows.map((row) => row.line),
    [3, 7, 8, 10],
  );
});

test('a record starts on the line where its text starts', () => {
  const anyCell = fc.constantFrom('', 'x', 'é\nà', '\r\n', 'a\rb');
  const lines = fc.array(fc.tuple(anyCell, fc.constantFrom('\n', '\r\n', '\n\n', '\r\n\r\n')), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(lines, (records) => {
      let text = 'a;b\n';
      const expected: number[] = [];
      for (const [content, end] of records) {
        expected.push(text.split(/\r\n|\n|\r/).length);
        text += `"${content}";1${end}`;
      }
      assert.deepEqual(
        readCsv(bytes(text)).rows.map((row) => row.line),
        expected,
      );
    }),
  );
});

test('the files of Excel read as the plain one', () => {
  const plain = readCsv(bytes('Démarche,Prix\nDéclarer l’impôt €,"0,85"\n')).rows;
  const semicolons = 'Démarche;Prix\r\nDéclarer l’impôt €;0,85\r\n';
  const windows1252 = Buffer.from(semicolons.replace('’', '\x92').replace('€', '\x80'), 'latin1');
  const utf16 = Buffer.from(`\ufeff${semicolons.replaceAll(';', '\t')}`, 'utf16le');
  for (const file of [bytes(`\ufeff${semicolons}`), windows1252, utf16])
    assert.deepEqual(readCsv(file).rows, plain);
});

test('the delimiter is the one of the header, outside quotes', () => {
  assert.equal(readCsv(bytes('a;"b,c,d,e"\n1,5;2,5\n')).delimiter, ';');
  assert.equal(readCsv(bytes('a\tb;c\td\n1\t2\t3\n')).delimiter, '\t');
  assert.equal(readCsv(bytes('alone\n1\n')).delimiter, ',');
});

test('a broken file is refused with its line and a remedy', () => {
  assert.match(refusal('').message, /line 1: the file is empty/);
  assert.match(refusal('\n \n').message, /line 1: the file is empty/);
  assert.match(
    refusal('a;b\n1;2\n\n3;"4\n5;6\n').message,
    /line 4: a quote opened in this record is never closed/,
  );
  assert.match(refusal('a;b\n1;2\n3;"4"x\n5;6').message, /line 3: a quote stands inside a cell/);
  assert.match(refusal('a;b\n1;2"3"\n').message, /line 2: a quote stands inside a cell/);
  assert.match(refusal('a;b;a\n1;2;3\n').message, /two columns are named "a"/);
  assert.match(refusal('a;;b\n1;2;3\n').message, /column 2 has no name/);
});

test('every line with a wrong number of cells is named', () => {
  const { fields } = refusal('a;b\n1\n1;2\n1;2;3\n1;2;;\n');
  assert.deepEqual(
    fields.map((field) => field.path),
    ['line 2', 'line 4'],
  );
});

test('lines of delimiters only, as Excel leaves them, are skipped', () => {
  assert.equal(readCsv(bytes('a;b;\n1;2;\n;;\n')).rows.length, 1);
});

test('decimals are read as French and English write them', () => {
  const cases: [string, number][] = [
    ['0,85', 0.85],
    ['1 234,5', 1234.5],
    ['1\u202f234\u00a0567.25', 1234567.25],
    ['85 %', 0.85],
    ['99,85%', 0.9985],
    ['−3', -3],
    [' 7 ', 7],
  ];
  for (const [text, value] of cases) assert.equal(parseDecimal(text), value, text);
});

test('what is not a decimal is null, never a guess', () => {
  const wrong = [
    '',
    ' ',
    '12abc',
    '1e999',
    '1e3',
    '0x10',
    'Infinity',
    'NaN',
    '1.234,5',
    '1,234,567',
    '12 34',
    ',5',
  ];
  for (const text of [...wrong, '5.', '--1', '1 %%', '٣', `1${'0'.repeat(400)}`]) {
    assert.equal(parseDecimal(text), null, text);
  }
});

test('only the Excel form disarms formulas, and it leaves numbers alone', () => {
  const rows: Record<string, CsvValue>[] = [
    { t: '=1+1', n: -1.5 },
    { t: '-3', n: 1e-7 },
    { t: null, n: 1e21 },
  ];
  assert.equal(writeCsv(['t', 'n'], rows), 't,n\r\n=1+1,-1.5\r\n-3,0.0000001\r\n,1000000000000000000000\r\n');
  assert.equal(
    writeCsv(['t', 'n'], rows, { excel: true }),
    "\ufefft;n\r\n'=1+1;-1,5\r\n-3;0,0000001\r\n;1000000000000000000000\r\n",
  );
});
