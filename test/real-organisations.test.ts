/** Organisations over the real edition of October 2025 and ten real quarters: what adds up, and who fell silent. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findOrganisationBySlug, listOrganisations } from '../src/catalogue/index.ts';
import { fixedClock } from '../src/core/clock.ts';
import {
  createEditionReader,
  importEdition,
  importQuarterly,
  listMembers,
  listOwnedEntries,
  membersByOrganisation,
  organisationFigures,
  readEditionHistory,
  withDescendants,
} from '../src/editions/index.ts';
import { testDatabase } from './support/database.ts';
import { sharedData } from './support/shared-data.ts';

const EDITION = 'edition-2025-10.csv';
const QUARTERS = 'quarterly-2023-2025.csv';

test('ministries add up to the real edition, and an organisation absent from it says its last quarter', async (t) => {
  const [edition, quarters] = [sharedData(t, EDITION), sharedData(t, QUARTERS)];
  if (edition === null || quarters === null) return;
  const db = await testDatabase(t);
  const clock = fixedClock('2025-10-16T00:00:00Z');
  const file = { bytes: quarters, name: QUARTERS };
  await importQuarterly(db, { file, methodology: 'vde-2025', author: 'test' }, clock);
  await importEdition(
    db,
    {
      file: { bytes: edition, name: EDITION },
      slug: '2025-10',
      label: 'Octobre 2025',
      methodology: 'vde-2025',
      cutoffOn: '2025-09-30',
      publishedAt: new Date('2025-10-15T00:00:00Z'),
      author: 'test',
    },
    clock,
  );
  const history = await readEditionHistory(db, createEditionReader(db));
  const members = membersByOrganisation(await listOrganisations(db), await listOwnedEntries(db));
  const latest = history[0] ?? assert.fail();
  const aggregates = latest.aggregates ?? assert.fail();

  let told = 0;
  for (const { name, procedures, criteria } of aggregates.ministries) {
    const found = [...members].find(([, own]) => {
      const ids = own.get('2025-10') ?? new Set();
      const named = latest.procedures.filter(({ id }) => ids.has(id));
      return named.length === procedures && named.every(({ ministry }) => ministry === name);
    });
    if (found === undefined) continue;
    told += 1;
    const { told: figures, isCurrent } = organisationFigures(history, found[1]);
    assert.ok(isCurrent);
    assert.deepEqual(figures?.aggregate.criteria, criteria, name ?? '');
  }
  assert.ok(told >= 15, `${told} ministries are the same by identity as by name`);

  const silent = (await findOrganisationBySlug(db, 'dsnj')) ?? assert.fail();
  const ids = withDescendants({ ...silent.current, children: silent.children });
  const own = await listMembers(db, ids);
  assert.deepEqual(members.get(silent.current.subjectId), own);
  const figures = organisationFigures(history, own);
  assert.equal(figures.told?.edition.slug, '2025-06-30');
  const satisfaction = figures.freshness.find(({ criterion }) => criterion === 'satisfaction');
  assert.deepEqual(
    [satisfaction?.known, satisfaction?.latest_on, satisfaction?.editions_since],
    [2, '2025-06-30', 1],
  );
});
