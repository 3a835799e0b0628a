import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesAddress, parseComparisonQuery } from './comparison-query.ts';

test('an address without parameters lists no value; any of them, even empty, lists some', () => {
  assert.equal(parseComparisonQuery({ autre: 'x' }), null);
  assert.deepEqual(parseComparisonQuery({ critere: '', evolution: '' }), {
    criterion: null,
    kind: null,
    page: 1,
  });
  assert.deepEqual(parseComparisonQuery({ critere: 'clarity', evolution: 'fall', page: '3' }), {
    criterion: 'clarity',
    kind: 'fall',
    page: 3,
  });
});

test('a value that does not exist is refused by the name of its parameter', () => {
  for (const [name, value] of [
    ['critere', 'beauty'],
    ['evolution', 'hausse'],
    ['page', '0'],
    ['page', '1e9'],
    ['page', 'deux'],
  ] as const) {
    assert.throws(
      () => parseComparisonQuery({ [name]: value }),
      (error: Error & { fields?: { path: string }[] }) =>
        error.name === 'InvalidInput' && error.fields?.[0]?.path === name,
    );
  }
});

test('an address leads back to the view it was made from', () => {
  const views = [
    null,
    { criterion: null, kind: null, page: 1 },
    { criterion: null, kind: null, page: 7 },
    { criterion: 'clarity', kind: null, page: 1 },
    { criterion: 'online', kind: 'not_testable', page: 2 },
  ] as const;
  for (const view of views) {
    const { searchParams, hash } = new URL(changesAddress('/x', view), 'http://vigie.test');
    assert.deepEqual(parseComparisonQuery(Object.fromEntries(searchParams)), view);
    assert.equal(hash, '#changes');
  }
});
