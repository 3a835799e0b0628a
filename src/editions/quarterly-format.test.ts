import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeCsv } from '../core/csv.ts';
import { VigieError } from '../core/errors.ts';
import { getMethodology, judgeProcedure } from '../criteria/index.ts';
import { QUARTERLY_COLUMNS, readQuarterly } from './quarterly-format.ts';

type Row = Partial<Record<string, string>>;

const PLAIN: Row = {
  quarter_end: '2024-03-31',
  id_space: 'xwiki',
  id: '19',
  id_jdma: '1775',
  nom: 'Demander une licence',
  url: 'https://peche.example.org/',
  window_start: '2023-04-01',
  window_end: '2024-03-31',
  satisfaction: '9.000',
  satisfaction_n: '1000',
  sat_neg: '50',
  sat_neu: '100',
  sat_pos: '850',
  clarity: '8.252',
  clarity_n: '755',
};
const NO_COUNTS: Row = { sat_neg: '', sat_neu: '', sat_pos: '' };
const JDMA: Row = {
  id_space: 'jdma',
  id: '1775',
  window_start: '',
  window_end: '',
  ...NO_COUNTS,
};

function read(rows: readonly Row[]) {
  const table = rows.map((row) => ({ ...PLAIN, ...row }));
  const filled = table.map((row) =>
    Object.fromEntries(QUARTERLY_COLUMNS.map((name) => [name, row[name] ?? ''])),
  );
  return readQuarterly(Buffer.from(writeCsv(QUARTERLY_COLUMNS, filled)), 'quarters.csv');
}

function readOne(row: Row) {
  const [quarter] = read([row]);
  const found = quarter?.reading.rows[0];
  assert.ok(quarter && found);
  const results = judgeProcedure(getMethodology('vde-2025'), found.facts, quarter.quarterEnd);
  return { row: found, notes: quarter.reading.notes, results };
}

test('counts by grade give the mark unrounded and its interval', () => {
  const { results, row } = readOne({ satisfaction: '8.999' });
  assert.equal(results.satisfaction?.value, 9);
  assert.deepEqual(
    results.satisfaction?.interval?.map((bound) => bound.toFixed(4)),
    ['8.8417', '9.1583'],
  );
  assert.equal(row.facts.satisfaction?.sourcePrecision, null);
});

test('a mean with its n and without counts has no interval, and says that its variance is unknown', () => {
  const { results } = readOne({});
  assert.deepEqual(
    [results.clarity?.value, results.clarity?.n, results.clarity?.interval, results.clarity?.reason],
    [8.252, 755, null, 'variance_unknown'],
  );
  assert.equal(results.clarity?.sourcePrecision, 0.001);
});

test('a zero with n zero means no review, and is never a mark', () => {
  const { results } = readOne({ ...JDMA, satisfaction: '0', satisfaction_n: '0', help_reachable: '0.0' });
  assert.deepEqual([results.satisfaction?.status, results.satisfaction?.value], ['not_reported', null]);
  assert.equal(results.help_reachable?.status, 'not_reported');
});

test('a mark with fewer answers than the minimum is insufficient and keeps its n', () => {
  const { results } = readOne({ ...JDMA, satisfaction: '6.5', satisfaction_n: '38' });
  assert.deepEqual(
    [results.satisfaction?.status, results.satisfaction?.value, results.satisfaction?.n],
    ['insufficient', null, 38],
  );
});

test('an id of the older space becomes the product id wherever any row knows it, else bears its own prefix', () => {
  const quarters = read([
    { quarter_end: '2024-03-31', id_jdma: '' },
    { quarter_end: '2024-06-30' },
    { quarter_end: '2024-06-30', id: '1775', id_jdma: '' },
    { ...JDMA, quarter_end: '2024-09-30' },
  ]);
  assert.deepEqual(
    quarters.map(({ reading }) => reading.rows.map(({ publicId }) => publicId)),
    [['1775'], ['1775', 'xwiki1775'], ['1775']],
  );
});

test('figures of an earlier window keep it, and the row is marked', () => {
  const { notes, row } = readOne({ quarter_end: '2024-06-30' });
  assert.deepEqual(
    notes.map(({ code, value }) => [code, value]),
    [['stale_window', '2024-03-31']],
  );
  assert.equal(row.facts.satisfaction?.periodEnd, '2024-03-31');
});

test('an empty window is the twelve months to the end of the quarter', () => {
  const { row, notes } = readOne({ ...JDMA, quarter_end: '2024-09-30' });
  assert.deepEqual(
    [row.facts.satisfaction?.periodStart, row.facts.satisfaction?.periodEnd],
    ['2023-10-01', '2024-09-30'],
  );
  assert.deepEqual(notes, []);
});

test('a procedure without a name goes by its address and is noted', () => {
  const { row, notes } = readOne({ nom: '' });
  assert.equal(row.name, null);
  assert.deepEqual(
    notes.map(({ code }) => code),
    ['unnamed'],
  );
});

test('a blocked probe is suspect where users answered, an honest availability is a share in exact decimals', () => {
  const probes = { probes: '1147', probe_suspect: '0' };
  assert.equal(readOne({ ...probes, uptime_pct: '99.611' }).results.availability?.value, 0.99611);
  const blocked = readOne({ ...probes, uptime_pct: '47.807', probe_suspect: '1' }).results.availability;
  assert.deepEqual([blocked?.status, blocked?.level, blocked?.value], ['suspect', 'none', 0.47807]);
  const unanswered = { ...NO_COUNTS, satisfaction: '', satisfaction_n: '', clarity: '', clarity_n: '' };
  const unseen = readOne({ ...probes, ...unanswered, uptime_pct: '47.807', probe_suspect: '1' }).results;
  assert.deepEqual([unseen.availability?.status, unseen.availability?.level], ['measured', 'poor']);
});

test('a file with a day that does not exist is refused with its line and column', () => {
  assert.throws(
    () => read([{}, { quarter_end: '2024-02-31' }]),
    (error) =>
      error instanceof VigieError &&
      error.fields.length === 1 &&
      error.fields[0]?.path === 'line 3, column quarter_end',
  );
});

test('a window runs forward, to the end of its quarter at most', () => {
  const pathsOf = (row: Row): string[] => {
    try {
      read([row]);
    } catch (error) {
      assert.ok(error instanceof VigieError && error.code === 'InvalidInput', String(error));
      return error.fields.map(({ path }) => path);
    }
    return [];
  };
  assert.deepEqual(pathsOf({ window_end: '2024-04-01' }), ['line 2, column window_end']);
  assert.deepEqual(pathsOf({ window_start: '2024-02-01', window_end: '2024-01-31' }), [
    'line 2, column window_start',
  ]);
  assert.deepEqual(pathsOf({ window_start: '2024-04-01', window_end: '' }), ['line 2, column window_start']);
  assert.deepEqual(pathsOf({ window_start: '', window_end: '0001-01-01' }), ['line 2, column window_end']);
  assert.deepEqual(pathsOf({ window_start: '2024-03-31' }), []);
});

test('what is no number of answers is noted once, and leaves the figure without n', () => {
  for (const n of ['99999999999999999999', '12.5', '-3', '500 %', 'beaucoup']) {
    const { row, notes } = readOne({ ...JDMA, satisfaction_n: n });
    assert.deepEqual(
      notes.map(({ code, column, value }) => [code, column, value]),
      [['unreadable', 'satisfaction_n', n]],
    );
    assert.deepEqual([row.facts.satisfaction?.value, row.facts.satisfaction?.n], [9, null]);
  }
  const { row, notes } = readOne({ uptime_pct: '99.6', response_ms: '200', apdex: '1', probes: '0.5' });
  assert.deepEqual(
    notes.map(({ code, column }) => [code, column]),
    [['unreadable', 'probes']],
  );
  assert.deepEqual([row.facts.availability?.n, row.measures.apdex?.n], [null, null]);
});

test('a count by grade that is none leaves the mark as stated, without counts', () => {
  for (const bad of ['-5', '20.5', 'x']) {
    const { row, notes, results } = readOne({ satisfaction: '8.999', sat_neg: bad });
    assert.deepEqual(
      notes.map(({ code, column, value }) => [code, column, value]),
      [['unreadable', 'sat_neg', bad]],
    );
    assert.deepEqual([row.facts.satisfaction?.counts, row.facts.satisfaction?.value], [null, 8.999]);
    assert.deepEqual([results.satisfaction?.n, results.satisfaction?.reason], [1000, 'variance_unknown']);
  }
});

test('counts by grade that are not the n answers told are one note, and are not published', () => {
  for (const n of ['999', '0']) {
    const { row, notes } = readOne({ satisfaction_n: n });
    assert.deepEqual(
      notes.map(({ code, column, value }) => [code, column, value]),
      [['contradiction', 'satisfaction_n', n]],
    );
    assert.equal(row.facts.satisfaction?.counts, null);
  }
  const { row, notes } = readOne({ satisfaction_n: '' });
  assert.deepEqual([notes, row.facts.satisfaction?.counts], [[], { '0': 50, '5': 100, '10': 850 }]);
});
