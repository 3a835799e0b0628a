/** What happens to editions when methods, names and organisations change after them: nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  findOrganisationBySlug,
  findProcedure,
  listOrganisations,
  recordOrganisations,
  recordProcedures,
} from '../src/catalogue/index.ts';
import type { Database } from '../src/core/database.ts';
import { getMethodology, judgeProcedure } from '../src/criteria/index.ts';
import { createEditionReader, findComparison, findEditionFile, verifyStored } from '../src/editions/index.ts';
import { testDatabase } from './support/database.ts';
import { BUILT, IMPORTED, importRows, publishBuilt, readEdition } from './support/edition-store.ts';
import { fact } from './support/fact.ts';

async function bytesOf(db: Database, slug: string): Promise<string[]> {
  const files = [await findEditionFile(db, slug, 'json'), await findEditionFile(db, slug, 'csv')];
  return files.map((file) => file?.bytes.toString('utf8') ?? assert.fail(slug));
}

test('a threshold changed in a copy of a methodology changes no published byte', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{ 'Note Satisfaction': '8.1' }, { 'Note Satisfaction': '7.2' }]);
  const before = await bytesOf(db, IMPORTED);
  const original = getMethodology('vde-2025');
  const stricter = {
    ...original,
    criteria: original.criteria.map((definition) =>
      definition.id === 'satisfaction'
        ? {
            ...definition,
            legend: definition.legend.map((entry) =>
              'bound' in entry.when
                ? { ...entry, when: { ...entry.when, bound: entry.when.bound + 1 } }
                : entry,
            ),
          }
        : definition,
    ),
  };
  const facts = { satisfaction: fact({ value: 8.1 }) };
  assert.equal(judgeProcedure(stricter, facts, '2025-09-30').satisfaction?.level, 'medium');
  assert.equal(judgeProcedure(original, facts, '2025-09-30').satisfaction?.level, 'good');
  assert.deepEqual(await bytesOf(db, IMPORTED), before);
  assert.deepEqual(
    (await readEdition(db, IMPORTED)).procedures.map(({ results }) => results.satisfaction?.level),
    ['good', 'medium'],
  );
  assert.deepEqual(
    (await verifyStored(db, null)).flatMap(({ findings }) => findings),
    [],
  );
});

async function organisationId(db: Database, slug: string): Promise<number> {
  return (await findOrganisationBySlug(db, slug))?.current.subjectId ?? assert.fail(slug);
}

/** An edition under the organisations of September, a change in the catalogue, an edition of December after it. */
async function aroundChange(db: Database, change: () => Promise<void>) {
  await importRows(db, [
    {
      'Nom Démarche': 'Permis',
      'Réf Administration': 'DSR',
      'Ministère politique': 'Ministère de l’Intérieur',
    },
    {
      'Nom Démarche': 'Carte grise',
      'Réf Administration': 'DSR',
      'Ministère politique': 'Ministère de l’Intérieur',
    },
    {
      'Nom Démarche': 'Passeport',
      'Réf Administration': 'ANTS',
      'Ministère politique': 'Ministère de l’Intérieur',
    },
  ]);
  const before = await bytesOf(db, IMPORTED);
  await change();
  await publishBuilt(db);
  assert.deepEqual(await bytesOf(db, IMPORTED), before);
  assert.deepEqual(
    (await verifyStored(db, null)).flatMap(({ findings }) => findings),
    [],
  );
  const pair = await findComparison(db, createEditionReader(db), IMPORTED, BUILT);
  assert.ok(pair);
  assert.deepEqual([pair.comparison.entered, pair.comparison.left], [[], []]);
  return pair.comparison;
}

const change = (validFrom: string) => ({ level: 'body' as const, validFrom });

test('an organisation or a ministry that takes another name keeps its history, and nobody moved', async (t) => {
  const db = await testDatabase(t);
  const comparison = await aroundChange(db, async () => {
    const ants = await organisationId(db, 'ants');
    const ministry = await organisationId(db, 'ministere-de-l-interieur');
    await db.transaction((tx) =>
      recordOrganisations(tx, [
        {
          subjectId: ants,
          slug: 'france-titres',
          name: 'France Titres',
          acronym: 'France Titres',
          ...change('2025-11-01'),
        },
        {
          subjectId: ministry,
          name: 'Ministère de l’Intérieur et de la Citoyenneté',
          level: 'ministry',
          validFrom: '2025-11-01',
        },
      ]),
    );
  });
  assert.deepEqual(comparison.organisations_renamed, [{ before: 'ANTS', after: 'France Titres' }]);
  assert.deepEqual(comparison.ministries_renamed, [
    { before: 'Ministère de l’Intérieur', after: 'Ministère de l’Intérieur et de la Citoyenneté' },
  ]);
  assert.deepEqual([comparison.moved, comparison.ministries.length], [[], 1]);
  const found = await findOrganisationBySlug(db, 'ants');
  assert.deepEqual(
    [found?.moved, found?.current.name, found?.versions.map(({ name }) => name)],
    [true, 'France Titres', ['France Titres', 'ANTS']],
  );
  const owners = async (slug: string) =>
    (await readEdition(db, slug)).procedures.map(({ organisation }) => organisation).sort();
  assert.deepEqual(await owners(IMPORTED), ['ANTS', 'DSR', 'DSR']);
  assert.deepEqual(await owners(BUILT), ['DSR', 'DSR', 'France Titres']);
});

test('organisations that merge: their procedures moved to the new one, and the old ones stay in the history', async (t) => {
  const db = await testDatabase(t);
  const comparison = await aroundChange(db, async () => {
    await db.transaction(async (tx) => {
      const [merged] = await recordOrganisations(tx, [
        { name: 'Agence des titres et des routes', acronym: 'ATR', ...change('2025-11-01') },
      ]);
      await recordProcedures(
        tx,
        ['1', '2', '3'].map((publicId) => ({ publicId, organisationId: merged, validFrom: '2025-11-01' })),
      );
    });
  });
  assert.deepEqual(
    comparison.moved
      .map(({ procedure, before }) => [procedure.name, before.organisation, procedure.organisation])
      .sort(),
    [
      ['Carte grise', 'DSR', 'ATR'],
      ['Passeport', 'ANTS', 'ATR'],
      ['Permis', 'DSR', 'ATR'],
    ],
  );
  assert.deepEqual(comparison.organisations_renamed, []);
  const history = await findProcedure(db, '3');
  assert.deepEqual(
    history?.versions.map(({ organisation }) => organisation?.acronym),
    ['ATR', 'ANTS'],
  );
  const before = JSON.stringify(await listOrganisations(db, { onDay: '2025-10-01' }));
  assert.ok(before.includes('"DSR"') && before.includes('"ANTS"') && !before.includes('"ATR"'));
});

test('an organisation that splits: what stays is told from what moved', async (t) => {
  const db = await testDatabase(t);
  const comparison = await aroundChange(db, async () => {
    await db.transaction(async (tx) => {
      const [part] = await recordOrganisations(tx, [
        { name: 'Délégation aux véhicules', acronym: 'DV', ...change('2025-11-01') },
      ]);
      await recordProcedures(tx, [{ publicId: '2', organisationId: part, validFrom: '2025-11-01' }]);
    });
  });
  assert.deepEqual(
    comparison.moved.map(({ procedure, before }) => [
      procedure.name,
      before.organisation,
      procedure.organisation,
    ]),
    [['Carte grise', 'DSR', 'DV']],
  );
  const { aggregates } = await readEdition(db, BUILT);
  assert.deepEqual(aggregates?.organisations.map(({ name, procedures }) => [name, procedures]).sort(), [
    ['ANTS', 1],
    ['DSR', 1],
    ['DV', 1],
  ]);
});
