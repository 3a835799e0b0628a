import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { publishedProcedure, publishedResult } from '../../test/support/published.ts';
import { type CriterionDefinition, findCriterion, getMethodology } from '../criteria/index.ts';
import { findBestPractice, findLaggards } from './criterion-ranking.ts';
import type { PublishedProcedure, PublishedResult } from './published-result.ts';

function definitionOf(criterion: string): CriterionDefinition {
  const definition = findCriterion(getMethodology('vde-2025'), criterion);
  assert.ok(definition);
  return definition;
}
const satisfaction = definitionOf('satisfaction');

const procedure = (id: string, given: Partial<PublishedResult>, volume: number | null = null) =>
  publishedProcedure(id, { satisfaction: publishedResult(given) }, { volume_total: volume });
const idsOf = (list: readonly { procedure: PublishedProcedure }[] | undefined) =>
  list?.map((one) => one.procedure.id);

const someProcedures = fc
  .array(
    fc.record({
      value: fc.option(fc.constantFrom(0, 3, 8, 8.5, 9, 10), { nil: null }),
      level: fc.constantFrom('good', 'medium', 'poor', 'none'),
      width: fc.option(fc.constantFrom(0.1, 1), { nil: null }),
      volume: fc.option(fc.constantFrom(0, 1, 500), { nil: null }),
    }),
    { maxLength: 25 },
  )
  .map((list) =>
    list.map(({ value, level, width, volume }, index) =>
      procedure(
        String(index + 1),
        {
          value,
          level,
          interval: width === null || value === null ? null : [value - width, value + width],
        },
        volume,
      ),
    ),
  );

test('the low end of the interval decides, and a value without interval comes after', () => {
  const found = findBestPractice(
    satisfaction,
    [
      procedure('1', { value: 9.6, level: 'good', interval: [8.2, 10] }),
      procedure('2', { value: 9, level: 'good', interval: [8.9, 9.1] }),
      procedure('3', { value: 10, n: 44, level: 'good' }),
    ],
    10,
  );
  assert.deepEqual(idsOf(found?.best), ['2', '1', '3']);
});

test('where less is better the high end decides', () => {
  const slow = { ...definitionOf('response_time'), id: 'satisfaction' } as const;
  const found = findBestPractice(
    slow,
    [
      procedure('1', { value: 100, level: 'good', interval: [10, 300] }),
      procedure('2', { value: 200, level: 'good', interval: [190, 210] }),
    ],
    10,
  );
  assert.deepEqual(idsOf(found?.best), ['2', '1']);
});

test('level ones are told by use, then in the order of the edition, and those left out are counted', () => {
  const found = findBestPractice(
    satisfaction,
    [
      procedure('1', { value: 9, level: 'good' }),
      procedure('2', { value: 9, level: 'good' }, 10),
      procedure('3', { value: 9, level: 'good' }, 500),
      procedure('4', { value: 9, level: 'good' }),
      procedure('5', { value: 8, level: 'good' }, 900),
    ],
    3,
  );
  assert.deepEqual(idsOf(found?.best), ['3', '2', '1']);
  assert.equal(found?.tied, 1);
});

test('best practice reaches the objective, has a value, and is in order; what is absent is never zero', () => {
  fc.assert(
    fc.property(someProcedures, fc.integer({ min: 1, max: 10 }), (procedures, most) => {
      const found = findBestPractice(satisfaction, procedures, most);
      assert.ok(found && found.best.length <= most);
      assert.ok(found.best.every(({ result }) => result.level === 'good' && result.value !== null));
      const known = found.best.filter(({ result }) => result.interval !== null);
      assert.deepEqual(found.best.slice(0, known.length), known);
      for (const list of [known, found.best.slice(known.length)]) {
        const keys = list.map(({ result }) => result.interval?.[0] ?? Number(result.value));
        assert.deepEqual(
          keys,
          keys.toSorted((a, b) => b - a),
        );
      }
      const reaching = procedures.filter(
        ({ results }) => results.satisfaction?.level === 'good' && results.satisfaction.value !== null,
      );
      assert.equal(found.best.length, Math.min(most, reaching.length));
    }),
  );
});

test('a criterion without objective, or of words, has no best practice', () => {
  assert.equal(findBestPractice(definitionOf('autonomy'), [], 10), null);
  assert.equal(findBestPractice(definitionOf('online'), [], 10), null);
});

test('laggards are all those of the worst level, the most used first, unknown volumes apart', () => {
  fc.assert(
    fc.property(someProcedures, (procedures) => {
      const { used, ofUnknownUse, uses } = findLaggards(satisfaction, procedures);
      const poor = procedures.filter(({ results }) => results.satisfaction?.level === 'poor');
      assert.deepEqual(new Set(idsOf([...used, ...ofUnknownUse])), new Set(poor.map(({ id }) => id)));
      assert.ok(ofUnknownUse.every((one) => one.procedure.volume_total === null));
      const volumes = used.map((one) => one.procedure.volume_total ?? Number.NaN);
      assert.deepEqual(
        volumes,
        volumes.toSorted((a, b) => b - a),
      );
      assert.equal(
        uses,
        volumes.reduce((sum, volume) => sum + volume, 0),
      );
    }),
  );
});

test('laggards of the same use stay in the order of the edition', () => {
  const list = ['1', '2', '3'].map((id) => procedure(id, { value: 3, level: 'poor' }, 10));
  assert.deepEqual(idsOf(findLaggards(satisfaction, list).used), ['1', '2', '3']);
});
