import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../test/support/database.ts';
import { recordOrganisations, recordOthers, recordProcedures, recordSites } from './record.sql.ts';
import { listSubjectsOf } from './subjects-of.sql.ts';

const validFrom = '2020-01-01';

test('an organisation answers for what is below it at any depth, and other subjects for themselves', async (t) => {
  const db = await testDatabase(t);
  const organisation = async (slug: string, parentId: number | null, level: 'ministry' | 'direction') => {
    const [id = 0] = await recordOrganisations(db, [{ slug, name: slug, level, parentId, validFrom }]);
    return id;
  };
  const ministry = await organisation('ministere', null, 'ministry');
  const direction = await organisation('direction', ministry, 'direction');
  const bureau = await organisation('bureau', direction, 'direction');
  const elsewhere = await organisation('ailleurs', null, 'ministry');
  const [deep = 0] = await recordProcedures(db, [
    { publicId: '1', name: 'Profonde', organisationId: bureau, validFrom },
    { publicId: '2', name: 'Partie', organisationId: bureau, validFrom },
    { publicId: '2', organisationId: elsewhere, validFrom: '2024-01-01' },
    { publicId: '3', name: 'Sans direction', ministryId: ministry, validFrom },
    { publicId: '4', name: 'De personne', validFrom },
  ]);
  await recordSites(db, [{ slug: 'guichet', name: 'Guichet', organisationId: direction, validFrom }]);
  const [portal = 0] = await recordOthers(db, [
    { kind: 'portal', slug: 'portail', name: 'Portail', organisationId: ministry, validFrom },
  ]);
  await recordOthers(db, [
    { kind: 'portal', subjectId: portal, slug: 'nouveau-portail', validFrom: '2025-01-01' },
  ]);
  const named = async (id: number) =>
    (await listSubjectsOf(db, id)).map(({ kind, identifier }) => `${kind} ${identifier}`).sort();
  assert.deepEqual(await named(ministry), [
    'organisation bureau',
    'organisation direction',
    'organisation ministere',
    'portal nouveau-portail',
    'procedure 1',
    'procedure 3',
    'site guichet',
  ]);
  assert.deepEqual(await named(bureau), ['organisation bureau', 'procedure 1']);
  assert.deepEqual(await named(elsewhere), ['organisation ailleurs', 'procedure 2']);
  assert.deepEqual(await named(deep), ['procedure 1']);
  assert.deepEqual(await named(portal), ['portal nouveau-portail']);
  assert.deepEqual((await listSubjectsOf(db, portal))[0]?.formerly, ['portail']);
  assert.deepEqual(await named(1_000_000), []);
});
