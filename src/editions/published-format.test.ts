import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { PUBLISHED_HEADINGS, publishedFile } from '../../test/support/published-file.ts';
import { VigieError } from '../core/errors.ts';
import { getMethodology, judgeProcedure } from '../criteria/index.ts';
import { readCell, readDeclarationDay, windowStart } from './published-cell.ts';
import { readPublishedEdition } from './published-format.ts';

const methodology = getMethodology('vde-2025');
const CUTOFF = '2025-09-30';
const read = (bytes: Uint8Array) => readPublishedEdition(bytes, 'file.csv', methodology, CUTOFF);
const readOne = (row: Parameters<typeof publishedFile>[0][number]) => {
  const { rows, notes } = read(publishedFile([row]));
  const [first] = rows;
  assert.ok(first);
  return { row: first, notes, results: judgeProcedure(methodology, first.facts, CUTOFF) };
};

test('each word of the file is told apart from a number', () => {
  const absent = (status: string, reason: string | null = null) => ({ kind: 'absent', status, reason });
  assert.deepEqual(readCell(' '), absent('not_reported'));
  assert.deepEqual(readCell(' à venir '), absent('not_reported', 'planned'));
  for (const text of ['–', 'Non applicable', 'Démarche proactive']) {
    assert.deepEqual(readCell(text), absent('not_applicable'), text);
  }
  for (const text of ["Nombre d'avis insuffisant", 'Nombre d’avis insuffisant']) {
    assert.deepEqual(readCell(text), absent('insufficient'), text);
  }
  assert.deepEqual(readCell('7,9'), { kind: 'number', value: 7.9 });
  assert.deepEqual(readCell('0'), { kind: 'number', value: 0 });
  assert.deepEqual(readCell('bientôt'), { kind: 'word', word: 'bientôt' });
});

test('the day of a declaration is read in both its forms, and nothing else passes for a day', () => {
  assert.equal(readDeclarationDay('2024-08-23'), '2024-08-23');
  assert.equal(readDeclarationDay('03/05/2022 (périmée) '), '2022-05-03');
  assert.equal(readDeclarationDay(''), null);
  assert.equal(readDeclarationDay('À venir'), null);
  assert.equal(readDeclarationDay('31/02/2022'), undefined);
  assert.equal(readDeclarationDay('2022'), undefined);
});

test('a window of months that ends on the last day of a month starts on the first of one', () => {
  assert.equal(windowStart('2025-09-30', 12), '2024-10-01');
  assert.equal(windowStart('2025-06-30', 3), '2025-04-01');
  assert.equal(windowStart('2024-02-29', 12), '2023-03-01');
});

test('a cell that is not understood is noted with its line and column, and its figure is not reported', () => {
  const { notes, row, results } = readOne({
    'Note Satisfaction': 'huit',
    'Nom Démarche': 'Sur\ndeux lignes',
  });
  assert.deepEqual(notes, [
    { line: 2, code: 'unreadable', column: 'Note Satisfaction', value: 'huit', reason: null },
  ]);
  assert.equal(row.facts.satisfaction?.status, 'not_reported');
  assert.equal(results.satisfaction?.reason, 'unreadable');
  assert.equal(results.clarity?.level, 'medium');
});

test('a row without id, without name, with a malformed or repeated id, is left out with its line', () => {
  const blank = Object.fromEntries(PUBLISHED_HEADINGS.map((heading) => [heading, ' ']));
  const { rows, notes } = read(
    publishedFile([
      {},
      { 'ID Démarche': '' },
      { 'ID Démarche': 'X12' },
      { 'ID Démarche': '1' },
      { 'Nom Démarche': ' ' },
      blank,
      { 'Nom Démarche': 'Une autre' },
    ]),
  );
  assert.deepEqual(
    rows.map(({ publicId, line }) => [publicId, line]),
    [
      ['1', 2],
      ['7', 8],
    ],
  );
  assert.deepEqual(
    notes.map(({ line, reason }) => [line, reason]),
    [
      [3, 'no_id'],
      [4, 'bad_id'],
      [5, 'repeated_id'],
      [6, 'no_name'],
    ],
  );
});

test('a file that lacks columns is refused with the name of each', () => {
  const bytes = Buffer.from('Nom Démarche,ID Démarche\nUne démarche,1\n');
  assert.throws(
    () => read(bytes),
    (error) =>
      error instanceof VigieError &&
      error.code === 'InvalidInput' &&
      error.fields.length === PUBLISHED_HEADINGS.length - 2 &&
      error.fields.some(({ path }) => path === 'note satisfaction'),
  );
});

test('what Excel writes of a file reads as the file', () => {
  const rows = [{}, { 'Note Satisfaction': '6.5', 'Taux Dispo': '0.99894', 'Nom Démarche': 'Œuvres d’art' }];
  const plain = read(publishedFile(rows)).rows;
  const text = publishedFile(rows).toString('utf8');
  const windows = Buffer.from(text.replaceAll('Œ', '\u008c').replaceAll('’', '\u0092'), 'latin1');
  assert.deepEqual(read(publishedFile(rows, { excel: true })).rows, plain);
  assert.deepEqual(read(windows).rows, plain);
});

test('a procedure that is not online has no other figure, whatever its cells say', () => {
  const { results } = readOne({
    'Statut En ligne': 'Non',
    'Note Satisfaction': '9',
    'Taux Audit RGAA': 'Non',
  });
  assert.equal(results.online?.level, 'poor');
  for (const [criterion, result] of Object.entries(results)) {
    if (criterion !== 'online') assert.equal(result.status, 'not_applicable', criterion);
  }
});

test('the word "Non" for a rate is a verdict with its reason, and an expired rate keeps its value', () => {
  const none = readOne({ 'Taux Audit RGAA': 'Non', 'Date Publication Déclaration (rouge : périmée)': '' });
  assert.deepEqual(
    [none.results.accessibility?.level, none.results.accessibility?.reason],
    ['poor', 'no_declaration'],
  );
  const expired = readOne({
    'Taux Audit RGAA': 'Non',
    'Date Publication Déclaration (rouge : périmée)': '03/05/2022 (périmée) ',
  });
  assert.equal(expired.results.accessibility?.reason, 'declaration_expired');
  assert.equal(expired.results.accessibility?.asOf, '2022-05-03');
  const old = readOne({ 'Date Publication Déclaration (rouge : périmée)': '2022-09-29' });
  assert.deepEqual(
    [old.results.accessibility?.value, old.results.accessibility?.level, old.results.accessibility?.reason],
    [0.8, 'poor', 'declaration_expired'],
  );
  const justValid = readOne({ 'Date Publication Déclaration (rouge : périmée)': '2022-09-30' });
  assert.equal(justValid.results.accessibility?.level, 'medium');
});

test('a take-up above one is kept as suspect', () => {
  const { results } = readOne({ '% Recours au Numérique': '1.2', 'Volumétrie En Ligne': '2400' });
  assert.deepEqual(
    [results.digital_share?.status, results.digital_share?.value, results.digital_share?.level],
    ['suspect', 1.2, 'none'],
  );
});

test('no cell whatever makes the reading fail, and a zero is never an absence', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...PUBLISHED_HEADINGS),
      fc.string({ unit: 'binary', maxLength: 30 }),
      (column, text) => {
        const cell = text.replaceAll('\0', '');
        const { rows, notes } = read(publishedFile([{ [column]: cell }]));
        assert.equal(rows.length + notes.filter(({ code }) => code === 'left_out').length, 1);
      },
    ),
  );
  const { results } = readOne({ 'Note Satisfaction': '0', 'Taux Dispo': '0', 'Score DLNUF': '0' });
  assert.equal(results.satisfaction?.value, 0);
  assert.equal(results.satisfaction?.level, 'poor');
  assert.equal(results.once_only?.level, 'good');
});

const DAY = 'Date Publication Déclaration (rouge : périmée)';

test('a declaration is dated as people write days, and a date that is not understood leaves nothing to judge', () => {
  const reasonOf = (day: string, rate = '0.9412') => {
    const { accessibility } = readOne({ 'Taux Audit RGAA': rate, [DAY]: day }).results;
    return [accessibility?.level, accessibility?.reason];
  };
  for (const day of ['21/6/2022 (périmée)', '2022/06/21', '2022-6-21', '2022-06-21 00:00:00', '21.06.2022']) {
    assert.deepEqual(reasonOf(day), ['poor', 'declaration_expired'], day);
  }
  assert.deepEqual(reasonOf('périmée'), ['poor', 'declaration_expired']);
  assert.deepEqual(reasonOf('bientôt'), ['none', 'unreadable']);
  assert.deepEqual(reasonOf('2035-01-01'), ['none', 'unreadable']);
  assert.deepEqual(reasonOf('23/08/2024 (bientôt périmée)', 'Non'), ['poor', 'declaration_without_rate']);
  assert.deepEqual(reasonOf('2022-09-29', 'Non'), ['poor', 'declaration_expired']);
  assert.deepEqual(reasonOf('2024-08-23', 'Rejetée'), ['poor', 'declaration_rejected']);
});

test('a column is found by its own heading before one that only begins like it, and others are named', () => {
  const text = publishedFile([{}]).toString('utf8');
  const [header = '', row = ''] = text.split(/\r?\n/);
  const { rows, notes } = read(Buffer.from(`Note Satisfaction N-1,${header}\n9.9,${row}\n`));
  assert.equal(rows[0]?.facts.satisfaction?.value, 8.1);
  assert.deepEqual(
    notes.map(({ code, column }) => [code, column]),
    [['unused_column', 'Note Satisfaction N-1']],
  );
  const doubtful = header.replace('Note Satisfaction', 'Note Satisfaction A,Note Satisfaction B');
  assert.throws(
    () => read(Buffer.from(`${doubtful}\n1,${row}\n`)),
    (error) => error instanceof VigieError && /several columns/.test(error.fields[0]?.message ?? ''),
  );
});

test('words are understood with any spaces, accents and case', () => {
  const { results } = readOne({
    'Aide Joignable': 'Nombre d’avis\u00a0insuffisants',
    'Score DLNUF': 'NON\u202fAPPLICABLE',
    FranceConnect: 'FranceConnect\u00a0+',
    'Note Clarté Langage': 'A venir',
  });
  assert.equal(results.help_reachable?.status, 'insufficient');
  assert.equal(results.once_only?.status, 'not_applicable');
  assert.equal(results.authentication?.level, 'info');
  assert.equal(results.clarity?.reason, 'planned');
});

test('a mark in percent, a volume that could be two numbers and an unknown audience are noted', () => {
  const { notes, results, row } = readOne({
    'Note Satisfaction': '79 %',
    'Volumétrie Totale': '1,000',
    'Categories Usagers': 'Particulier; Martien',
  });
  assert.equal(results.satisfaction?.reason, 'unreadable');
  assert.equal(row.measures.volume_total?.value, null);
  assert.deepEqual(notes.map(({ column, value }) => [column, value]).sort(), [
    ['Categories Usagers', 'Martien'],
    ['Note Satisfaction', '79 %'],
    ['Volumétrie Totale', '1,000'],
  ]);
});

test('a take-up over nothing makes no sense, one above its volumes is suspect, one beside them is noted', () => {
  const share = (row: Parameters<typeof readOne>[0]) => readOne(row).results.digital_share;
  assert.deepEqual(
    [
      share({ 'Volumétrie Totale': '0', 'Volumétrie En Ligne': '0' })?.status,
      share({ 'Volumétrie Totale': '0' })?.reason,
    ],
    ['not_applicable', 'nothing_to_count'],
  );
  const above = share({
    'Volumétrie Totale': '80',
    'Volumétrie En Ligne': '100',
    '% Recours au Numérique': '1',
  });
  assert.deepEqual([above?.status, above?.level, above?.reason], ['suspect', 'none', 'out_of_range']);
  const beside = readOne({
    'Volumétrie Totale': '100',
    'Volumétrie En Ligne': '80',
    '% Recours au Numérique': '0.9',
  });
  assert.deepEqual(
    beside.notes.map(({ code }) => code),
    ['contradiction'],
  );
});

test('a mark known to more decimals than a tenth says so', () => {
  assert.equal(readOne({ 'Note Satisfaction': '7.95' }).results.satisfaction?.sourcePrecision, 0.01);
  assert.equal(readOne({ 'Note Satisfaction': '7.9' }).results.satisfaction?.sourcePrecision, 0.1);
});

test('a record cut short or spilt over is left out with its line, and the others are read', () => {
  const text = publishedFile([{}, {}, {}]).toString('utf8').split('\n');
  text[2] = 'Source : observatoire';
  text[3] = `${text[3]?.trimEnd()},une,cellule,de,trop`;
  const { rows, notes } = read(Buffer.from(text.join('\n')));
  assert.deepEqual(
    rows.map(({ line }) => line),
    [2],
  );
  assert.deepEqual(
    notes.map(({ line, reason }) => [line, reason]),
    [
      [3, 'wrong_cells'],
      [4, 'wrong_cells'],
    ],
  );
});
