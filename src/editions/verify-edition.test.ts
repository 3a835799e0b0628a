import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { testDatabase } from '../../test/support/database.ts';
import {
  BUILT,
  IMPORTED,
  importRows,
  publishBuilt,
  READERS,
  readEdition,
  today,
} from '../../test/support/edition-store.ts';
import type { Database } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import { LEVELS } from '../criteria/index.ts';
import { correctEdition } from './correct-edition.ts';
import { editionCsv } from './edition-csv.ts';
import { readEditionCsv, readEditionJson } from './edition-schema.ts';
import { editionJson, type PublishedEdition, sha256 } from './published-edition.ts';
import type { PublishedResult } from './published-result.ts';
import { verifyStored } from './verify.sql.ts';
import { verifyEdition } from './verify-edition.ts';
import { verifyFileHash } from './verify-hash.ts';
import { verifyResults } from './verify-results.ts';

/** An imported edition, a correction of it with answers by grade, one built from both. */
async function publishSome(db: Database): Promise<void> {
  await importRows(db, [
    {},
    { 'Statut En ligne': 'Non' },
    { 'Taux Dispo': '0.01' },
    { 'Taux Audit RGAA': 'Non' },
  ]);
  const from = {
    name: 'answers.csv',
    bytes: Buffer.from(
      'id,critere,valeur,effectifs,numerateur,denominateur\n1,satisfaction,9,0:50;5:100;10:850,,\n1,autonomy,0.6,,300,500\n',
    ),
  };
  await correctEdition(db, { slug: IMPORTED, reason: 'r', author: 'a', from }, READERS, today);
  await publishBuilt(db);
}

test('what is published verifies, in the store and from the bytes alone', async (t) => {
  const db = await testDatabase(t);
  await publishSome(db);
  const verified = await verifyStored(db, null);
  assert.deepEqual(
    verified.map(({ edition, revision, findings }) => [edition, revision, findings]),
    [
      [IMPORTED, 1, []],
      [IMPORTED, 2, []],
      [BUILT, 1, []],
    ],
  );
  for (const { results, aggregates, rows } of verified) {
    assert.equal(results, 4 * 12);
    assert.ok(aggregates > 500);
    assert.equal(rows, 1 + 4 + 4 * 12);
  }
  const published = await readEdition(db, IMPORTED);
  const file = readEditionJson(editionJson(published), 'edition.json');
  assert.deepEqual(verifyEdition(file).findings, []);
  assert.deepEqual(verifyResults(readEditionCsv(editionCsv(published), 'edition.csv')).findings, []);
});

/** An edition whose first procedure has one result changed. */
function tampered(published: PublishedEdition, criterion: string, change: Partial<PublishedResult>) {
  const [first, ...others] = published.procedures;
  assert.ok(first);
  const results = Object.fromEntries(
    Object.entries(first.results).map(([id, result]) => [
      id,
      id === criterion ? { ...result, ...change } : result,
    ]),
  );
  return { ...published, procedures: [{ ...first, results }, ...others] };
}

test('a level, a mark, an interval or a number of answers that was touched is found', async (t) => {
  const db = await testDatabase(t);
  await publishSome(db);
  const published = await readEdition(db, IMPORTED);
  const known = Object.entries(published.procedures[0]?.results ?? {});
  const anyChange = fc.constantFrom(...known).chain(([criterion, result]) =>
    fc
      .oneof(
        fc.constantFrom(...LEVELS).map((level) => ({ level })),
        fc.constantFrom(true, false, null).map((borderline) => ({ borderline })),
        fc.double({ min: 0, max: 1, noNaN: true }).map((low) => ({ interval: [low, low + 0.1] as const })),
      )
      .filter((change) =>
        Object.entries(change).some(
          ([key, value]) => JSON.stringify(result[key as 'level']) !== JSON.stringify(value),
        ),
      )
      .map((change) => ({ criterion, change })),
  );
  fc.assert(
    fc.property(anyChange, ({ criterion, change }) => {
      const { findings } = verifyResults(tampered(published, criterion, change));
      assert.ok(
        findings.some(({ where }) =>
          where.startsWith(`procedure 1, ${criterion}, ${Object.keys(change)[0]}`),
        ),
        `${criterion} ${JSON.stringify(change)}`,
      );
    }),
  );
  const value = verifyResults(tampered(published, 'satisfaction', { value: 9.1 })).findings;
  assert.deepEqual(
    value.map(({ where, recomputed }) => [where, recomputed]),
    [['procedure 1, satisfaction, value', '9']],
  );
  const n = verifyResults(tampered(published, 'autonomy', { n: 12 })).findings;
  assert.ok(n.some(({ where }) => where === 'procedure 1, autonomy, status'));
});

test('an aggregate, a choice or a correction that was touched is found', async (t) => {
  const db = await testDatabase(t);
  await publishSome(db);
  const published = await readEdition(db, IMPORTED);
  const whereIn = (edition: PublishedEdition) => verifyEdition(edition).findings.map(({ where }) => where);
  const text = editionJson(published).toString('utf8');
  const [original, changed] = ['"procedures":4,"volume"', '"procedures":5,"volume"'];
  assert.ok(text.includes(original));
  const more = readEditionJson(Buffer.from(text.replace(original, changed)), 'x.json');
  assert.deepEqual(whereIn(more), ['aggregates.whole.procedures']);
  assert.ok(whereIn({ ...published, procedures: published.procedures.slice(1) }).length > 0);
  const { edition } = published;
  assert.deepEqual(whereIn({ ...published, edition: { ...edition, correction: null } }), [
    'edition.correction',
  ]);
  const first = await readEdition(db, IMPORTED, 1);
  const nothing = {
    ...edition,
    correction: edition.correction && {
      ...edition.correction,
      differences: edition.correction.differences.slice(1),
    },
  };
  assert.deepEqual(
    verifyEdition({ ...published, edition: nothing }, { corrected: first }).findings.map(
      ({ where }) => where,
    ),
    ['edition.correction.differences'],
  );
  const built = await readEdition(db, BUILT);
  const reversed = {
    ...built,
    procedures: built.procedures.with(0, { ...built.procedures[0], volume_total: 1 } as never),
  };
  assert.ok(whereIn(reversed).some((where) => where.endsWith('rank')));
});

test('bytes and rows that no longer agree in the store are found', async (t) => {
  const db = await testDatabase(t);
  await publishSome(db);
  for (const table of ['result', 'entry', 'file'])
    await db.query(`alter table editions.${table} disable trigger user`);
  await db.query(`update editions.result set level = 'poor' where criterion = 'clarity' and subject_id = (
    select subject_id from editions.entry where public_id = '1' limit 1) and revision = 1`);
  await db.query(`update editions.entry set name = 'Autre' where public_id = '2' and revision = 1`);
  await db.query(`update editions.file set bytes = '\\x7b7d0a', sha256 = encode(sha256('\\x7b7d0a'), 'hex')
    where format = 'csv' and revision = 2`);
  const found = (await verifyStored(db, IMPORTED)).map(({ findings }) => findings.map(({ where }) => where));
  assert.deepEqual(found, [['row of 2, name', 'row of 1, clarity'], ['csv']]);
});

test('an edition that was compared with other bytes than are stored is found, and bytes that are no edition', async (t) => {
  const db = await testDatabase(t);
  await publishSome(db);
  await db.query('alter table editions.file disable trigger user');
  const rewrite = (slug: string, revision: number, bytes: string) =>
    db.query(
      `update editions.file f set bytes = $3, sha256 = $4 from editions.edition e
       where e.id = f.edition_id and e.slug = $1 and f.revision = $2 and f.format = 'json'`,
      [slug, revision, Buffer.from(bytes), sha256(Buffer.from(bytes))],
    );
  const { previous } = (await readEdition(db, BUILT)).edition;
  assert.deepEqual([previous?.slug, previous?.revision], [IMPORTED, 2]);
  const published = await readEdition(db, IMPORTED, 2);
  const renamed = { ...published, edition: { ...published.edition, source: null } };
  await rewrite(IMPORTED, 2, editionJson(renamed).toString('utf8'));
  const foundIn = async (slug: string) =>
    (await verifyStored(db, slug)).map(({ findings }) => findings.map(({ where }) => where));
  assert.deepEqual(await foundIn(BUILT), [['edition.previous.sha256']]);
  await rewrite(IMPORTED, 1, '{');
  assert.deepEqual((await foundIn(IMPORTED))[0], ['json']);
});

test('the hash of a file is checked by the manifest', () => {
  const file = { name: '1.json', bytes: Buffer.from('{}') };
  const manifest = (hash: string) => ({
    name: 'manifest.json',
    bytes: Buffer.from(JSON.stringify({ files: [{ sha256: hash }] })),
  });
  assert.deepEqual(verifyFileHash(file, manifest(sha256(file.bytes))).findings, []);
  assert.equal(verifyFileHash(file, manifest('0')).findings.length, 1);
  assert.throws(() => verifyFileHash(file, file), VigieError);
});

test('a file that is no edition gets one clear error that names its keys', async (t) => {
  const refused = (text: string, says: RegExp) =>
    assert.throws(
      () => readEditionJson(Buffer.from(text), 'f.json'),
      (error) =>
        error instanceof VigieError &&
        error.code === 'InvalidInput' &&
        says.test(`${error.message} ${error.fields.map(({ path }) => path)}`),
    );
  refused('', /not JSON/);
  refused('[]', /not an edition/);
  refused('{"edition":{},"procedures":[]}', /edition\.slug/);
  fc.assert(
    fc.property(fc.json(), (text) => {
      assert.throws(() => readEditionJson(Buffer.from(text), 'f.json'), VigieError);
    }),
  );
  assert.throws(() => readEditionCsv(Buffer.from('id,critere\n1,online\n'), 'f.csv'), /lacks/);
  const db = await testDatabase(t);
  await publishSome(db);
  const text = editionCsv(await readEdition(db, IMPORTED)).toString('utf8');
  assert.throws(() => readEditionCsv(Buffer.from(text.replace(',declared,', ',dit,')), 'f.csv'), VigieError);
});
