import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ancestorsOf, checkTree, findCycles, organisationsOn, treeOf } from './organisation-tree.ts';
import type { OrganisationAttributes } from './subject.ts';

function organisation(name: string, parentId: number | null): OrganisationAttributes {
  return { slug: name, name, acronym: null, level: 'body', parentId };
}

function histories(...list: [id: number, ...[day: string, parentId: number | null][]][]) {
  return new Map(
    list.map(([id, ...versions]) => [
      id,
      versions.map(([validFrom, parentId]) => ({ validFrom, attributes: organisation(`o${id}`, parentId) })),
    ]),
  );
}

test('two organisations may exchange places from one day to the next', () => {
  const exchanged = histories(
    [1, ['2024-01-01', null], ['2025-01-01', 2]],
    [2, ['2024-01-01', 1], ['2025-01-01', null]],
  );
  assert.deepEqual(findCycles(exchanged), []);
  assert.deepEqual(
    ancestorsOf(organisationsOn(exchanged, '2024-06-01'), 2).map(({ slug }) => slug),
    ['o1'],
  );
  assert.deepEqual(
    ancestorsOf(organisationsOn(exchanged, '2025-06-01'), 1).map(({ slug }) => slug),
    ['o2'],
  );
});

test('a cycle on a single day is found, with the versions that make it', () => {
  const turning = histories(
    [1, ['2024-01-01', null], ['2025-01-01', 2]],
    [2, ['2024-01-01', 3]],
    [3, ['2024-01-01', 1]],
    [4, ['2024-01-01', 1]],
  );
  const found = findCycles(turning).map(({ subjectId, validFrom }) => [subjectId, validFrom]);
  assert.deepEqual(found.sort(), [
    [1, '2025-01-01'],
    [2, '2024-01-01'],
    [3, '2024-01-01'],
  ]);
  assert.throws(() => checkTree(turning), { code: 'InvalidInput', message: /o1, o2, o3|above themselves/ });
});

test('a tree without cycle holds each organisation once, under its parent', () => {
  const parents = fc.array(fc.nat(20), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(parents, (list) => {
      const forest = histories(
        ...list.map((parent, id): [number, [string, number | null]] => {
          return [id, ['2024-01-01', parent < id ? parent : null]];
        }),
      );
      assert.deepEqual(findCycles(forest), []);
      const seen: number[] = [];
      const walk = (nodes: ReturnType<typeof treeOf>, parentId: number | null) => {
        for (const node of nodes) {
          seen.push(node.subjectId);
          assert.equal(node.parentId, parentId);
          walk([...node.children], node.subjectId);
        }
      };
      walk(treeOf(organisationsOn(forest, '2024-01-01')), null);
      assert.equal(new Set(seen).size, list.length);
      assert.equal(seen.length, list.length);
    }),
  );
});
