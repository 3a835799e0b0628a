import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { VigieError } from '../core/errors.ts';
import type { ShownOrganisation } from './organisation-figures.ts';
import {
  arrangeOrganisations,
  LEVEL_GROUPS,
  listAddress,
  ORGANISATION_SORTS,
  parseCompared,
  parseListQuery,
} from './organisation-query.ts';

const shown = (slug: string, given: Partial<ShownOrganisation['organisation']> = {}): ShownOrganisation => ({
  organisation: {
    subjectId: slug.length,
    slug,
    name: slug,
    acronym: null,
    level: 'body',
    parentId: null,
    validFrom: '2020-01-01',
    ...given,
  },
  ancestors: [],
  followed: slug.length,
  figures: { told: null, isCurrent: false, freshness: [] },
});
const ALL = ['a', 'bb', 'ccc', 'dddd', 'eeeee', 'ffffff', 'ggggggg'].map((slug) => shown(slug));
const find = async (slug: string) =>
  ALL.find(({ organisation }) => organisation.slug === slug.replace('old-', '')) ?? null;

test('two to six organisations are compared in the order of the address, empty choices left out', async () => {
  const compared = await parseCompared(['ccc', '', 'a'], find);
  assert.deepEqual(
    compared?.map(({ organisation }) => organisation.slug),
    ['ccc', 'a'],
  );
  assert.equal(await parseCompared(['', ''], find), null);
  assert.equal(await parseCompared([], find), null);
});

for (const [what, slugs] of Object.entries({
  'one alone': ['a'],
  'one alone beside an empty choice': ['a', ''],
  'more than six': ALL.map(({ organisation }) => organisation.slug),
  'an unknown one': ['a', 'zzz'],
  'a repeated one': ['a', 'a'],
  'one by its present and its former slug': ['bb', 'old-bb'],
})) {
  test(`a comparison of ${what} is refused, and the field is named`, async () => {
    await assert.rejects(parseCompared(slugs, find), (error: VigieError) => {
      assert.equal(error.code, 'InvalidInput');
      assert.deepEqual(
        error.fields.map(({ path }) => path),
        ['administration'],
      );
      return true;
    });
  });
}

test('the address of a list says its whole state', () => {
  const someSort = fc.record(
    { by: fc.constantFrom(...ORGANISATION_SORTS), descending: fc.boolean() },
    { noNullPrototype: true },
  );
  const someView = fc.record(
    {
      search: fc.string({ maxLength: 20 }).map((text) => text.trim()),
      group: fc.constantFrom(null, ...LEVEL_GROUPS),
      sort: fc.option(someSort, { nil: null }),
    },
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(someView, (view) => {
      const { searchParams } = new URL(listAddress('/administrations', view), 'http://vigie.test');
      assert.deepEqual(parseListQuery(Object.fromEntries(searchParams)), view);
    }),
  );
});

test('a search finds names and acronyms without accents, and what has no value comes last both ways', () => {
  const rows = [
    shown('etat', { name: 'État civil' }),
    shown('caf', { name: 'Allocations familiales', acronym: 'CAF' }),
  ];
  const whole = { followed: 2, figures: { told: null, isCurrent: false, freshness: [] } };
  const list = { latest: null, whole, rows };
  const search = (text: string) =>
    arrangeOrganisations(list, { search: text, group: null, sort: null }).map((row) => row.organisation.slug);
  assert.deepEqual(search('etat'), ['etat']);
  assert.deepEqual(search('caf'), ['caf']);
  const day = { last_edition: null, editions_since: 0, known: 0, not_applicable: 0, procedures: 0 };
  const dated: ShownOrganisation = {
    ...shown('dated'),
    figures: {
      told: null,
      isCurrent: false,
      freshness: [{ criterion: 'online', latest_on: '2025-01-01', ...day }],
    },
  };
  for (const descending of [true, false]) {
    const sorted = arrangeOrganisations(
      { ...list, rows: [...rows, dated] },
      { search: '', group: null, sort: { by: 'date', descending } },
    );
    assert.equal(sorted[0]?.organisation.slug, 'dated');
  }
});
