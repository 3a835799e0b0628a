import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../test/support/database.ts';
import { recordOrganisations } from './index.ts';

test('two ministries of one long beginning are two, and each is found again by its whole name', async (t) => {
  const db = await testDatabase(t);
  const title =
    'Ministère de la Santé, des Familles, de l’Autonomie, des Personnes handicapées et du Travail, chargé';
  const given = [`${title} du Travail`, `${title} de la Santé`].map((name) => ({
    name,
    level: 'ministry' as const,
    validFrom: '2025-01-01',
  }));
  const ids = await db.transaction((tx) => recordOrganisations(tx, given));
  assert.equal(new Set(ids).size, 2);
  assert.deepEqual(
    await db.transaction((tx) => recordOrganisations(tx, given.toReversed())),
    ids.toReversed(),
  );
});
