import assert from 'node:assert/strict';
import { test } from 'node:test';
import { COMPARING, parseComparing } from './editions.page.ts';

const EDITIONS = [{ slug: '2025-10' }, { slug: '2025-06-30' }];
const ask = (one?: string, other?: string) =>
  parseComparing(
    {
      ...(one !== undefined && { [COMPARING.one]: one }),
      ...(other !== undefined && { [COMPARING.other]: other }),
    },
    EDITIONS,
  );

test('the list of editions compares nothing unless it is asked to', () => {
  assert.equal(ask(), null);
  assert.equal(ask('', ''), null);
  assert.deepEqual(ask('2025-06-30', '2025-10'), ['2025-06-30', '2025-10']);
});

test('what cannot be compared is refused by the name of its field', () => {
  for (const [one, other, faulty] of [
    ['2025-10', '2025-10', ['avec']],
    ['2025-10', '', ['avec']],
    ['', '2025-10', ['comparer']],
    ['rien', 'rien', ['comparer', 'avec']],
    ['2025-10', '__proto__', ['avec']],
  ] as const) {
    assert.throws(
      () => ask(one, other),
      (error: Error & { fields?: { path: string }[] }) => {
        assert.equal(error.name, 'InvalidInput');
        assert.deepEqual(
          error.fields?.map(({ path }) => path),
          faulty,
        );
        return true;
      },
    );
  }
});
