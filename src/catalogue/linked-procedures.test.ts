import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { linkProcedure, type StatedLinks } from './linked-procedures.ts';

/** Procedures by public id, each with the steps that follow it, then those it goes with. */
function stated(
  links: Readonly<Record<string, readonly [next: string[], related?: string[]]>>,
): StatedLinks[] {
  return Object.entries(links).map(([publicId, [nextSteps, related = []]]) => ({
    publicId,
    slug: `x${publicId}`,
    name: `Démarche ${publicId}`,
    kind: 'online_procedure',
    nextSteps,
    related,
  }));
}

const ids = (steps: readonly { publicId: string }[]) => steps.map(({ publicId }) => publicId);

test('the steps of a course stand in the order in which a user meets them', () => {
  const course = stated({ a1: [['a2']], a2: [['a3']], a3: [['a4']], a4: [[]] });
  const { previousSteps, nextSteps } = linkProcedure(course, 'a3');
  assert.deepEqual(
    previousSteps.map(({ publicId, distance }) => [publicId, distance]),
    [
      ['a1', 2],
      ['a2', 1],
    ],
  );
  assert.deepEqual(
    nextSteps.map(({ publicId, distance }) => [publicId, distance]),
    [['a4', 1]],
  );
});

test('steps that follow together stand in the order in which they are stated', () => {
  const fork = stated({ a1: [['a3', 'a2']], a2: [['a4']], a3: [['a4']], a4: [[]] });
  assert.deepEqual(ids(linkProcedure(fork, 'a1').nextSteps), ['a3', 'a2', 'a4']);
  assert.deepEqual(ids(linkProcedure(fork, 'a4').previousSteps), ['a1', 'a2', 'a3']);
});

test('a cycle is walked once, and what it makes both before and after stands after', () => {
  const cycle = stated({ a1: [['a2']], a2: [['a3']], a3: [['a1', 'a3']] });
  const { previousSteps, nextSteps } = linkProcedure(cycle, 'a1');
  assert.deepEqual(ids(nextSteps), ['a2', 'a3']);
  assert.deepEqual(previousSteps, []);
});

test('an id that names no procedure is passed over', () => {
  const broken = stated({ a1: [['zz9', 'a2'], ['zz8']], a2: [[]] });
  const { nextSteps, related } = linkProcedure(broken, 'a1');
  assert.deepEqual(ids(nextSteps), ['a2']);
  assert.deepEqual(related, []);
  assert.deepEqual(linkProcedure(broken, 'zz9'), { previousSteps: [], nextSteps: [], related: [] });
});

const course = fc.array(fc.array(fc.nat(15), { maxLength: 4 }), { minLength: 1, maxLength: 12 });

test('whatever is stated: each procedure once, never itself, few each way, distances in order, ties both ways', () => {
  fc.assert(
    fc.property(course, course, (next, related) => {
      const all = stated(
        Object.fromEntries(
          next.map((steps, at) => [
            `a${at}`,
            [steps.map((id) => `a${id}`), (related[at] ?? []).map((id) => `a${id}`)],
          ]),
        ),
      );
      for (const { publicId } of all) {
        const linked = linkProcedure(all, publicId);
        const met = ids([...linked.previousSteps, ...linked.nextSteps]);
        assert.equal(new Set([...met, publicId]).size, met.length + 1);
        assert.ok(linked.previousSteps.length <= 6 && linked.nextSteps.length <= 6);
        const away = [
          ...linked.previousSteps.map(({ distance }) => -distance),
          ...linked.nextSteps.map(({ distance }) => distance),
        ];
        assert.deepEqual(
          away,
          away.toSorted((one, other) => one - other),
        );
        for (const other of linked.related) {
          assert.notEqual(other.publicId, publicId);
          assert.ok(ids(linkProcedure(all, other.publicId).related).includes(publicId));
        }
      }
    }),
  );
});

test('the next step of a procedure has it before, wherever neither way is cut short', () => {
  fc.assert(
    fc.property(course, (next) => {
      // Links to later procedures only: no cycle, so nothing stands on the other side.
      const all = stated(
        Object.fromEntries(
          next
            .slice(0, 6)
            .map((steps, at) => [
              `a${at}`,
              [steps.filter((id) => id > at && id < Math.min(6, next.length)).map((id) => `a${id}`)],
            ]),
        ),
      );
      for (const { publicId } of all)
        for (const step of linkProcedure(all, publicId).nextSteps)
          assert.ok(ids(linkProcedure(all, step.publicId).previousSteps).includes(publicId));
    }),
  );
});
