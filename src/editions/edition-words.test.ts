import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixedClock } from '../core/clock.ts';
import { VigieError } from '../core/errors.ts';
import { checkWords, type EditionWords, isWord } from './edition-words.ts';

const clock = fixedClock('2026-02-01T08:00:00Z');

function faultsOf(given: Partial<EditionWords>): string[] {
  const words = { label: 'T4 2025', author: 'Camille', cutoffOn: '2025-12-31', publishedAt: null, ...given };
  try {
    checkWords(words, clock);
  } catch (error) {
    assert.ok(error instanceof VigieError && error.code === 'InvalidInput', String(error));
    return error.fields.map(({ path }) => path);
  }
  return [];
}

test('a word is one line of 1 to 120 characters that a terminal prints as they are', () => {
  for (const text of ['T4 2025', 'Direction de l’éducation', 'x'.repeat(120)]) assert.ok(isWord(text), text);
  for (const text of [
    ' ',
    'x'.repeat(121),
    'a\nb',
    'a\r',
    'a\tb',
    '\u001b[31mrouge',
    '\u009b31m',
    '\u007f',
    'a\u2028b',
    'a\u2029b',
  ]) {
    assert.ok(!isWord(text), JSON.stringify(text));
  }
});

test('each field that cannot be is one fault, and a publication that nobody gave is none', () => {
  assert.deepEqual(faultsOf({}), []);
  assert.deepEqual(faultsOf({ cutoffOn: '2026-02-01' }), [], 'today');
  assert.deepEqual(faultsOf({ cutoffOn: '2026-02-02' }), ['cutoff']);
  assert.deepEqual(faultsOf({ cutoffOn: '1989-12-31' }), ['cutoff']);
  assert.deepEqual(faultsOf({ label: 'a\nb', author: '\u001b', cutoffOn: '2099-03-31' }), [
    'label',
    'author',
    'cutoff',
  ]);
});

test('a publication is compared with today, and with a cut-off that holds', () => {
  const publishedAt = (day: string) => ({ publishedAt: new Date(`${day}T00:00:00Z`) });
  assert.deepEqual(faultsOf(publishedAt('2025-12-31')), []);
  assert.deepEqual(faultsOf(publishedAt('2026-02-01')), []);
  assert.deepEqual(faultsOf(publishedAt('2025-12-30')), ['published']);
  assert.deepEqual(faultsOf(publishedAt('2026-02-02')), ['published']);
  assert.deepEqual(faultsOf({ cutoffOn: '2099-03-31', ...publishedAt('2026-01-15') }), ['cutoff']);
  assert.deepEqual(faultsOf({ cutoffOn: '2099-03-31', ...publishedAt('2099-04-15') }), [
    'cutoff',
    'published',
  ]);
});
