import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Level } from '../criteria/index.ts';
import { arrangeProcedures, type EditionView } from './edition-view.ts';
import type { PublishedEdition } from './published-edition.ts';
import type { PublishedProcedure } from './published-result.ts';

const EVERYTHING: EditionView = {
  search: null,
  ministry: null,
  audience: null,
  criterion: null,
  level: null,
  sort: { by: 'file', descending: false },
};

function procedure(id: string, value: number | null, level: Level, more: Partial<PublishedProcedure> = {}) {
  return {
    id,
    name: `Démarche ${id}`,
    organisation: 'DGM',
    ministry: 'Ministère de la Mer',
    audiences: ['Particulier'],
    volume_total: null,
    volume_online: null,
    results: { satisfaction: { value, level } },
    ...more,
  } as PublishedProcedure;
}

const edition = (procedures: readonly PublishedProcedure[]) =>
  ({ procedures }) as unknown as PublishedEdition;
const idsOf = (procedures: readonly PublishedProcedure[]) => procedures.map(({ id }) => id);

const anyProcedures = fc
  .array(fc.option(fc.double({ min: 0, max: 10, noNaN: true }), { nil: null }), { maxLength: 30 })
  .map((values) => values.map((value, at) => procedure(String(at), value, value === null ? 'none' : 'good')));

test('a sort loses and invents nothing, and what has no value comes last both ways', () => {
  fc.assert(
    fc.property(anyProcedures, fc.boolean(), (procedures, descending) => {
      const sorted = arrangeProcedures(edition(procedures), {
        ...EVERYTHING,
        sort: { by: 'satisfaction', descending },
      });
      assert.deepEqual(idsOf(sorted).sort(), idsOf(procedures).sort());
      const values = sorted.map(({ results }) => results.satisfaction?.value ?? null);
      const known = values.filter((value) => value !== null).map(Number);
      assert.deepEqual(values.slice(0, known.length), known);
      assert.deepEqual(
        known,
        known.toSorted((a, b) => (descending ? b - a : a - b)),
      );
    }),
  );
});

test('filters combine, and each is undone by leaving it out', () => {
  const procedures = [
    procedure('1', 9, 'good'),
    procedure('2', 9, 'good', { ministry: 'Ministère des Armées' }),
    procedure('3', 4, 'poor'),
    procedure('4', null, 'none', { audiences: ['Entreprise'], name: 'Obtenir une carte d’électeur' }),
  ];
  const kept = (view: Partial<EditionView>) =>
    idsOf(arrangeProcedures(edition(procedures), { ...EVERYTHING, ...view }));
  assert.deepEqual(kept({}), ['1', '2', '3', '4']);
  assert.deepEqual(kept({ criterion: 'satisfaction', level: 'good' }), ['1', '2']);
  assert.deepEqual(kept({ criterion: 'satisfaction', level: 'good', ministry: 'Ministère de la Mer' }), [
    '1',
  ]);
  assert.deepEqual(kept({ criterion: 'satisfaction' }), ['1', '2', '3']);
  assert.deepEqual(kept({ criterion: 'clarity' }), []);
  assert.deepEqual(kept({ level: 'poor' }), ['3']);
  assert.deepEqual(kept({ audience: 'Entreprise' }), ['4']);
  assert.deepEqual(kept({ search: "carte d'ELECTEUR" }), ['4']);
});
