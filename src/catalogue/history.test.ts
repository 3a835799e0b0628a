import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../core/clock.ts';
import { bestKnownOn, changesBetween, type History, stateVersion, versionOn } from './history.ts';

type Attributes = { name: string; owner: number | null; audiences: readonly string[] };
const BLANK: Attributes = { name: '', owner: null, audiences: [] };

const days = fc.integer({ min: 0, max: 8 }).map((count) => addDays('2024-02-26', count));
const said = fc.record(
  {
    name: fc.constantFrom('A', 'B'),
    owner: fc.constantFrom(null, 1),
    audiences: fc.constantFrom<readonly string[]>([], ['x'], ['x', 'y']),
  },
  { requiredKeys: [] },
);
const statements = fc.array(fc.tuple(days, said), { maxLength: 12 });

function told(list: readonly (readonly [string, Partial<Attributes>])[]): History<Attributes> {
  return list.reduce<History<Attributes>>(
    (history, [day, what]) => stateVersion(history, day, what, BLANK),
    [],
  );
}

test('versions are in the order of their days, one a day, and each differs from the one before', () => {
  fc.assert(
    fc.property(statements, (list) => {
      const history = told(list);
      for (const [index, version] of history.entries()) {
        const before = history[index - 1];
        if (!before) continue;
        assert.ok(before.validFrom < version.validFrom);
        assert.notDeepEqual(before.attributes, version.attributes);
      }
    }),
  );
});

test('what is said holds from its day to the next version, and what is not said stays', () => {
  fc.assert(
    fc.property(statements, days, said, (list, day, what) => {
      const before = told(list);
      const after = stateVersion(before, day, what, BLANK);
      const expected = { ...(bestKnownOn(before, day)?.attributes ?? BLANK), ...what };
      assert.deepEqual(versionOn(after, day)?.attributes, expected);
    }),
  );
});

test('nothing changes before the day, nor from the next version on', () => {
  fc.assert(
    fc.property(statements, days, said, (list, day, what) => {
      const before = told(list);
      const after = stateVersion(before, day, what, BLANK);
      const next = before.find(({ validFrom }) => validFrom > day)?.validFrom ?? '9999-12-31';
      for (let at = '2024-02-20'; at < '2024-03-12'; at = addDays(at, 1)) {
        if (at >= day && at < next) continue;
        assert.deepEqual(versionOn(after, at)?.attributes, versionOn(before, at)?.attributes, at);
      }
    }),
  );
});

test('said twice is said once, and nothing is left to write', () => {
  fc.assert(
    fc.property(statements, days, said, (list, day, what) => {
      const once = stateVersion(told(list), day, what, BLANK);
      const twice = stateVersion(once, day, what, BLANK);
      assert.deepEqual(twice, once);
      assert.deepEqual(changesBetween(once, twice), { put: [], drop: [] });
    }),
  );
});

test('complete statements told in the order of their days each hold on their day', () => {
  const complete = fc.record({
    name: fc.constantFrom('A', 'B'),
    owner: fc.constantFrom(null, 1),
    audiences: fc.constantFrom<readonly string[]>([], ['x']),
  });
  const list = fc.uniqueArray(fc.tuple(days, complete), { selector: ([day]) => day, maxLength: 6 });
  const inForce = (history: History<Attributes>, day: string) => versionOn(history, day)?.attributes;
  fc.assert(
    fc.property(list, (said) => {
      const sorted = told(said.toSorted(([one], [other]) => (one < other ? -1 : 1)));
      for (const [day, attributes] of said) assert.deepEqual(inForce(sorted, day), { ...attributes });
    }),
  );
});

test('the changes between two histories lead from one to the other', () => {
  fc.assert(
    fc.property(statements, statements, (one, other) => {
      const before = told(one);
      const after = told(other);
      const { put, drop } = changesBetween(before, after);
      const written = new Map(before.map((version) => [version.validFrom, version]));
      for (const day of drop) written.delete(day);
      for (const version of put) written.set(version.validFrom, version);
      const result = [...written.values()].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
      assert.deepEqual(result, after);
    }),
  );
});

test('an older file that arrives later is inserted in the past', () => {
  const history = told([
    ['2025-09-30', { name: 'B', owner: 1 }],
    ['2024-06-30', { name: 'A' }],
  ]);
  assert.deepEqual(
    history.map(({ validFrom, attributes: { name, owner } }) => [validFrom, name, owner]),
    [
      ['2024-06-30', 'A', 1],
      ['2025-09-30', 'B', 1],
    ],
  );
});

test('a correction of the day that makes the next version redundant drops it', () => {
  const history = told([
    ['2025-01-01', { name: 'A' }],
    ['2025-06-01', { name: 'B' }],
    ['2025-01-01', { name: 'B' }],
  ]);
  assert.deepEqual(
    history.map(({ validFrom, attributes }) => [validFrom, attributes.name]),
    [['2025-01-01', 'B']],
  );
});
