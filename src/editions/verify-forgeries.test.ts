/** Forgeries of an edition as a whole, one a line: each is made on an honest one, and each must be found. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { corrected, type Document, found, honest } from '../../test/support/forged-edition.ts';
import { editionCsv } from './edition-csv.ts';
import { readEditionCsv } from './edition-schema.ts';
import type { PublishedEdition } from './published-edition.ts';
import { verifyEdition } from './verify-edition.ts';
import { verifyResults } from './verify-results.ts';

test('nothing is found in the honest editions that the forgeries are made of', () => {
  assert.deepEqual(found(honest(), {}), []);
  assert.deepEqual(found(corrected(), {}), []);
  assert.deepEqual(found(announced, { totals: [total] }), []);
  assert.deepEqual(verifyEdition(corrected(), { corrected: honest() }).findings, []);
  assert.deepEqual(verifyResults(readEditionCsv(editionCsv(honest()), 'x.csv')).findings, []);
});

const group = honest().aggregates?.ministries[0];
const total = { indicator: 'reviews', value: 9, qualifier: 'exact', unit: 'count', of: null, source: null };
const announced = {
  ...honest(),
  edition: { ...honest().edition, selection: { rule: 'as_announced' } },
  procedures: [],
  aggregates: null,
  totals: [],
} as const;
const [difference] = corrected().edition.correction?.differences ?? [];
const FORGED_EDITIONS: readonly [says: string, where: string, edition: PublishedEdition, Document][] = [
  [
    'a group of aggregates twice',
    'aggregates.ministries.length',
    honest(),
    { 'aggregates/ministries': [group, group] },
  ],
  ['an empty group', 'aggregates.ministries.length', honest(), { 'aggregates/ministries': [group, {}] }],
  ['an empty object', 'aggregates.whole.more', honest(), { 'aggregates/whole/more': {} }],
  ['an empty list', 'aggregates.more', honest(), { 'aggregates/more': [] }],
  [
    'a key that looks like a path',
    'aggregates.whole.procedures',
    honest(),
    { aggregates: { 'whole.procedures': 9, ...honest().aggregates } },
  ],
  [
    'a prototype',
    'aggregates.__proto__',
    honest(),
    { aggregates: JSON.parse(`{"__proto__":{},${JSON.stringify(honest().aggregates).slice(1)}`) },
  ],
  ['neither aggregates nor totals', 'aggregates', honest(), { aggregates: null }],
  ['totals beside procedures', 'totals', honest(), { totals: [total] }],
  ['totals in place of aggregates', 'totals', honest(), { totals: [total], aggregates: null }],
  ['a total told twice', 'totals', announced, { totals: [total, total] }],
  [
    'a difference told twice',
    'edition.correction, procedure 1, clarity',
    corrected(),
    { 'edition/correction/differences': [difference, difference] },
  ],
  [
    'a difference that changes nothing',
    'edition.correction, procedure 1, clarity, before',
    corrected(),
    { 'edition/correction/differences/0/before': difference?.after },
  ],
  ['a correction that is not dated', 'edition.revised_at', corrected(), { 'edition/revised_at': null }],
  [
    'a first revision that is dated',
    'edition.revised_at',
    honest(),
    { 'edition/revised_at': '2025-11-01T00:00:00.000Z' },
  ],
  [
    'a correction of another revision',
    'edition.correction.corrects',
    corrected(),
    { 'edition/correction/corrects': 2 },
  ],
  [
    'a correction of nothing',
    'edition.correction.differences',
    corrected(),
    { 'edition/correction/differences': [] },
  ],
  [
    'a difference that leads elsewhere',
    'edition.correction, procedure 1, clarity, after',
    corrected(),
    { 'edition/correction/differences/0/after/value': 8.9 },
  ],
  [
    'a difference of a word that is not so',
    'edition.correction, procedure 1, ministry, after',
    corrected(),
    {
      'edition/correction/differences/0': {
        procedure: '1',
        name: 'Démarche 1',
        field: 'ministry',
        before: { value: null },
        after: { value: 'Santé' },
      },
    },
  ],
  [
    'a procedure that left and is there',
    'edition.correction, procedure 1, procedure, after',
    corrected(),
    {
      'edition/correction/differences/0': {
        procedure: '1',
        name: 'Démarche 1',
        field: 'procedure',
        before: { value: 'Démarche 1' },
        after: null,
      },
    },
  ],
];

for (const [says, where, edition, changes] of FORGED_EDITIONS) {
  test(`found in an edition: ${says}`, () => {
    const places = found(edition, changes);
    assert.ok(places.includes(where), places.join('\n'));
  });
}
