import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../test/support/database.ts';
import * as catalogue from './index.ts';

const db = await testDatabase();

test('procedures are named as they are listed, whoever answers for them', async () => {
  const validFrom = '2023-03-31';
  const [work = 0, health = 0] = await db.transaction((tx) =>
    catalogue.recordOrganisations(tx, [
      { name: 'Ministère du Travail', level: 'ministry', validFrom },
      { name: 'Ministère de la Santé', level: 'ministry', validFrom },
    ]),
  );
  const [agency = 0] = await db.transaction((tx) =>
    catalogue.recordOrganisations(tx, [{ name: 'Agence', level: 'agency', parentId: work, validFrom }]),
  );
  const stated = [
    { publicId: '1', name: 'De personne', validFrom },
    { publicId: '2', name: 'D’un autre ministère', ministryId: health, organisationId: agency, validFrom },
    { publicId: '3', name: 'De l’agence', organisationId: agency, validFrom },
    { publicId: '3', name: 'Renommée', validFrom: '2031-01-01' },
  ];
  for (const one of stated) await db.transaction((tx) => catalogue.recordProcedures(tx, [one]));

  const listed = await catalogue.listProcedures(db);
  const named = await catalogue.listBriefProcedures(db);
  const byPublicId = (one: { publicId: string }, other: { publicId: string }) =>
    one.publicId.localeCompare(other.publicId);
  assert.deepEqual(
    named.toSorted(byPublicId),
    listed
      .map(({ subjectId, publicId, slug, name, ministry }) => ({ subjectId, publicId, slug, name, ministry }))
      .sort(byPublicId),
  );
  assert.deepEqual(
    named.toSorted(byPublicId).map(({ name, ministry }) => [name, ministry?.name ?? null]),
    [
      ['De personne', null],
      ['D’un autre ministère', 'Ministère de la Santé'],
      ['Renommée', 'Ministère du Travail'],
    ],
  );
});
