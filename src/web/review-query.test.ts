import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VigieError } from '../core/errors.ts';
import { parseReviewQuery, reviewAddress } from './review-query.ts';

const TODAY = '2026-01-15';
const BUTTONS = [{ id: 'abcdefghij' }];
const parse = (query: string) =>
  parseReviewQuery(Object.fromEntries(new URLSearchParams(query)), BUTTONS, TODAY);

test('without days, and with the blanks that a form sends, the period is the twelve months to today', () => {
  const usual = { period: { from: '2025-01-16', to: TODAY }, isUsualPeriod: true };
  assert.deepEqual(parse(''), usual);
  assert.deepEqual(parse('du=&au=&bouton=&moyen=&fin='), usual);
  assert.deepEqual(parse('au=2025-06-30').period, { from: '2024-07-01', to: '2025-06-30' });
});

test('what makes no sense is refused by the name of its parameter', () => {
  const wrong = {
    'du=2025-02-30': 'du',
    'du=hier': 'du',
    'du=1989-12-31': 'du',
    'du=2026-01-02&au=2026-01-01': 'du',
    'au=2026-01-16': 'au',
    'bouton=klmnopqrst': 'bouton',
    'moyen=fax': 'moyen',
    'fin=bien': 'fin',
  };
  for (const [query, field] of Object.entries(wrong)) {
    assert.throws(
      () => parse(query),
      (error) =>
        error instanceof VigieError && error.code === 'InvalidInput' && error.fields[0]?.path === field,
      query,
    );
  }
});

test('a view is written back as it was read, and the usual period is left out', () => {
  for (const query of [
    'bouton=abcdefghij&moyen=web&fin=success',
    'du=2025-02-01&au=2025-03-01&fin=error',
    '',
  ]) {
    assert.equal(reviewAddress('/x', parse(query)), query === '' ? '/x' : `/x?${query}`);
  }
});
