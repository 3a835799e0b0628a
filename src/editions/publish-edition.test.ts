import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../test/support/database.ts';
import {
  BUILT,
  build,
  importRows,
  publishBuilt,
  readEdition,
  today,
} from '../../test/support/edition-store.ts';
import { recordOrganisations, recordProcedures } from '../catalogue/index.ts';
import { VigieError } from '../core/errors.ts';
import { describeEdition } from './describe-edition.ts';
import { findEditionFile, listEditionFiles, listEditions, listEntryIdentities } from './edition.sql.ts';
import { listDrafts } from './publish.sql.ts';
import { discardEdition, freezeEdition, publishEdition } from './publish-edition.ts';
import { editionJson, sha256 } from './published-edition.ts';

const isConflict = (says: RegExp) => (error: unknown) =>
  error instanceof VigieError && error.code === 'Conflict' && says.test(error.message);

test('a draft is not public, nor is a frozen one; published, it is what was frozen, dated', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{}, {}]);
  const { draft } = await build(db);
  const listed = async () => (await listEditions(db)).map(({ slug }) => slug);
  assert.deepEqual(await listed(), ['2025-10']);
  assert.equal(await findEditionFile(db, BUILT, 'json'), null);
  const frozen = await freezeEdition(db, BUILT, today);
  assert.deepEqual(frozen.draft, draft);
  assert.deepEqual(await listed(), ['2025-10']);
  const published = await publishEdition(db, BUILT, 'Cheffe', today);
  assert.deepEqual(published, {
    ...draft,
    edition: { ...draft.edition, published_at: today.now().toISOString() },
  });
  assert.deepEqual(await listed(), [BUILT, '2025-10']);
  assert.deepEqual(await readEdition(db, BUILT), published);
  assert.equal((await findEditionFile(db, BUILT, 'json'))?.sha256, sha256(editionJson(published)));
  assert.equal((await listEditionFiles(db, BUILT)).length, 2);
});

test('a draft must be frozen to be published, and what is frozen can no longer be frozen', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{}]);
  await build(db);
  await assert.rejects(publishEdition(db, BUILT, 'a', today), isConflict(/freeze it first/));
  await freezeEdition(db, BUILT, today);
  await assert.rejects(freezeEdition(db, BUILT, today), isConflict(/frozen already/));
  await assert.rejects(
    freezeEdition(db, 'rien', today),
    (error) => error instanceof VigieError && error.code === 'NotFound',
  );
});

test('of two publications at once one wins, and the other is told by whom and when', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{}, {}]);
  await build(db);
  await freezeEdition(db, BUILT, today);
  const tries = await Promise.allSettled(
    ['Alice', 'Bruno', 'Chloé'].map((author) => publishEdition(db, BUILT, author, today)),
  );
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1);
  for (const one of tries) {
    if (one.status === 'rejected') {
      assert.ok(isConflict(/already published \(revision 1, 2026-01-20T09:00:00.000Z, by /)(one.reason));
    }
  }
  const [{ count } = { count: 0 }] = await db.query<{ count: number }>(
    `select count(*) from editions.revision r join editions.edition e on e.id = r.edition_id where e.slug = $1`,
    [BUILT],
  );
  assert.equal(count, 1);
});

test('a frozen draft that was changed behind our back is not published', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{}]);
  await build(db);
  await freezeEdition(db, BUILT, today);
  await db.query(
    `update editions.file f set bytes = b.bytes, sha256 = encode(sha256(b.bytes), 'hex')
     from editions.revision r, lateral (
       select convert_to(replace(convert_from(f2.bytes, 'UTF8'), '"good"', '"poor"'), 'UTF8') as bytes
       from editions.file f2 where f2.edition_id = r.edition_id and f2.revision = r.number
     ) b
     where r.edition_id = f.edition_id and r.number = f.revision and r.state = 'frozen'`,
  );
  await assert.rejects(publishEdition(db, BUILT, 'a', today), isConflict(/not what was frozen/));
});

test('a draft can be discarded and built again, a published edition cannot', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{}]);
  await build(db);
  await freezeEdition(db, BUILT, today);
  assert.equal((await discardEdition(db, BUILT)).state, 'frozen');
  assert.deepEqual(await listDrafts(db), []);
  await publishBuilt(db);
  await assert.rejects(discardEdition(db, BUILT), isConflict(/already published/));
});

test('a draft stands in the way of an import under its name', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{}]);
  await build(db);
  await assert.rejects(importRows(db, [{}], { slug: BUILT }), isConflict(/exists as a draft/));
});

test('a description tells what each criterion has and why procedures lack it', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{}, { 'Note Satisfaction': 'À venir' }, { 'Statut En ligne': 'Non' }]);
  await build(db);
  const { state, procedures, criteria, files } = await describeEdition(db, BUILT);
  assert.deepEqual([state, procedures, files.length], ['draft', 3, 1]);
  const satisfaction = criteria.find(({ criterion }) => criterion === 'satisfaction');
  assert.deepEqual(satisfaction?.reasons, { planned: 1, not_online: 1 });
  assert.deepEqual(satisfaction?.statuses, { measured: 1, not_reported: 1, not_applicable: 1 });
  assert.equal(satisfaction?.levels.good, 1);
});

test('who answers for a procedure is who answered when the edition was built, whatever is learned before it is published', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{}]);
  const { draft } = await build(db);
  const other = { name: 'Autre', acronym: 'AUT', level: 'body' as const, validFrom: '2025-10-01' };
  await db.transaction(async (tx) => {
    const [organisationId] = await recordOrganisations(tx, [other]);
    await recordProcedures(tx, [{ publicId: '1', organisationId, validFrom: '2025-10-01' }]);
  });
  await freezeEdition(db, BUILT, today);
  await publishEdition(db, BUILT, 'a', today);
  assert.equal(draft.procedures[0]?.organisation, 'DGM');
  const [before] = (await listEntryIdentities(db, '2025-10')).values();
  const [after] = (await listEntryIdentities(db, BUILT)).values();
  assert.deepEqual(after, before);
});

test('a draft that was built again since it was looked at is not frozen', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{}, {}]);
  await build(db);
  const [seen] = (await describeEdition(db, BUILT)).files;
  await build(db, { selection: { rule: 'top', count: 1 } });
  await assert.rejects(freezeEdition(db, BUILT, today, seen?.sha256), isConflict(/look at it again/));
  const [now] = (await describeEdition(db, BUILT)).files;
  assert.equal((await freezeEdition(db, BUILT, today, now?.sha256)).state, 'frozen');
});
