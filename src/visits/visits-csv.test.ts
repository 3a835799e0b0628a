import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VigieError } from '../core/errors.ts';
import { readVisitsCsv } from './visits-csv.ts';

const context = { find: (id: string) => (id === '1764' ? 7 : undefined), before: '2026-03-10' };
const read = (...lines: string[]) => readVisitsCsv(Buffer.from(lines.join('\r\n')), context);
const HEADER = 'demarche;jour;visites;vues;visiteurs;demarrages;envois;refus;erreurs;robots';

test('a line tells a day: what is blank is not known, which is not zero', () => {
  const [whole, bare] = read(HEADER, '1764;2026-03-01;100;350;90;40;30;2;1;12', '1764;02/03/2026;5;9;;;;;;');
  const where = { subjectId: 7, day: '2026-03-01' };
  assert.deepEqual(whole, {
    ...where,
    counts: [
      { ...where, dimension: 'whole', value: 'all', visits: 100, views: 350 },
      { ...where, dimension: 'step', value: 'start', visits: 40, views: 40 },
      { ...where, dimension: 'step', value: 'submitted', visits: 30, views: 30 },
      { ...where, dimension: 'step', value: 'refused', visits: 2, views: 2 },
      { ...where, dimension: 'step', value: 'error', visits: 1, views: 1 },
      { ...where, dimension: 'ending', value: 'all', visits: 32, views: 0 },
      { ...where, dimension: 'robot', value: 'all', visits: 0, views: 12 },
    ],
    durations: [],
    visitors: 90,
  });
  assert.deepEqual([bare?.day, bare?.counts.length, bare?.visitors], ['2026-03-02', 1, null]);
});

test('every fault is told at once, by line and column', () => {
  const lines = [
    '9;2026-03-01;1;1;;;;;;',
    '1764;2026-02-30;1;1;;;;;;',
    '1764;2026-03-10;1;1;;;;;;',
    '1764;2026-03-02;;1;;;;;;',
    '1764;2026-03-03;10;5;11;12;;;;x',
    '1764;2026-03-04;10;20;;;6;5;;',
    '1764;2026-03-05;1;1;;;;;;',
    '1764;2026-03-05;1;1;;;;;;',
    '1764;2026-03-06;1,5;2;;;;;;',
  ];
  try {
    read(HEADER, ...lines);
    assert.fail('nothing was refused');
  } catch (error) {
    if (!(error instanceof VigieError)) throw error;
    assert.deepEqual(
      error.fields.map(({ path }) => path.replace(/line (\d+), column "(.*)"/, '$1 $2')),
      [
        ...[
          '2 demarche',
          '3 jour',
          '4 jour',
          '5 visites',
          '6 robots',
          '6 visites',
          '6 visiteurs',
          '6 demarrages',
        ],
        ...['7 refus', '9 jour', '10 visites'],
      ],
    );
  }
});
