import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slugify } from './slug.ts';
import * as catalogue from './vocabulary.ts';

test('the audiences of the published editions are understood, in any order, once each', () => {
  const { codes, unknown } = catalogue.findCodes(
    catalogue.AUDIENCES,
    'Autres; entreprise ;Association;Entreprise;',
  );
  assert.deepEqual(codes, ['business', 'association', 'other']);
  assert.deepEqual(unknown, []);
});

test('a word outside the list is told as written', () => {
  const { codes, unknown } = catalogue.findCodes(catalogue.AUDIENCES, 'Particulier; Martiens');
  assert.deepEqual(codes, ['individual']);
  assert.deepEqual(unknown, ['Martiens']);
});

test('a code and its French word, whatever its case and accents, name the same thing', () => {
  assert.equal(catalogue.findCode(catalogue.ORGANISATION_LEVELS, 'ministere'), 'ministry');
  assert.equal(catalogue.findCode(catalogue.ORGANISATION_LEVELS, 'ministry'), 'ministry');
  assert.equal(catalogue.findCode(catalogue.ONLINE_STATUSES, 'à venir'), 'À venir');
  assert.equal(catalogue.findCode(catalogue.ONLINE_STATUSES, ''), undefined);
});

test('no two words of a list can be taken for each other', () => {
  for (const vocabulary of Object.values(catalogue).filter((value) => typeof value === 'object')) {
    const words = Object.values(vocabulary).map(({ fr }) => slugify(fr));
    assert.equal(new Set(words).size, words.length);
  }
});
