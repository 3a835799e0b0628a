/** Figures that are set one by one: what they keep, what they lose, and what is refused. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../test/support/database.ts';
import {
  BUILT,
  build,
  IMPORTED,
  importRows,
  READERS,
  readEdition,
} from '../../test/support/edition-store.ts';
import { publishedFile } from '../../test/support/published-file.ts';
import { subjectIdsByPublicId } from '../catalogue/index.ts';
import { fixedClock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import { listObservations } from '../observations/index.ts';
import { correctEdition } from './correct-edition.ts';
import { parseSetting } from './correction-file.ts';
import { editionCsv } from './edition-csv.ts';
import { freezeEdition, publishEdition } from './publish-edition.ts';
import { verifyEdition } from './verify-edition.ts';

const later = fixedClock('2026-02-03T10:00:00Z');

async function correct(db: Database, from: readonly string[] | string | Buffer, slug = IMPORTED) {
  const given = Array.isArray(from)
    ? from.map(parseSetting)
    : { name: 'f.csv', bytes: Buffer.from(from as string) };
  const request = { slug, reason: 'r', author: 'a', from: given };
  const published = await correctEdition(db, request, READERS, later);
  assert.deepEqual(verifyEdition(published).findings, []);
  return published;
}

const resultsOf = async (db: Database, id: string, revision?: number) => {
  const { procedures } = await readEdition(db, IMPORTED, revision);
  return procedures.find((procedure) => procedure.id === id)?.results ?? assert.fail(id);
};

const refused = (says: RegExp) => (error: unknown) => {
  assert.ok(error instanceof VigieError, String(error));
  assert.match(
    `${error.message} ${error.fields.map(({ path, message }) => `${path}: ${message}`).join('; ')}`,
    says,
  );
  return true;
};

test('a value set without its answers claims none: no n, no interval, no rounding that it has not got', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{}]);
  await correct(db, 'id,critere,valeur,numerateur,denominateur\n1,autonomy,0.4,400,1000\n');
  await correct(db, ['1.autonomy=0.9', '1.satisfaction=7.96']);
  const { autonomy, satisfaction } = await resultsOf(db, '1');
  assert.partialDeepStrictEqual(autonomy, { value: 0.9, n: null, interval: null, reason: 'n_unknown' });
  assert.partialDeepStrictEqual(satisfaction, { value: 7.96, source_precision: 0.01 });
});

test('answers that contradict themselves are refused, and the minimum is not passed by an n that is not theirs', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{}]);
  const head = 'id,critere,valeur,n,effectifs,numerateur,denominateur\n';
  await assert.rejects(
    correct(db, `${head}1,satisfaction,8,200,0:10;10:40,,\n`),
    refused(/n is 200, and 50 answers/),
  );
  await assert.rejects(
    correct(db, `${head}1,autonomy,0.5,10,,1000,2000\n`),
    refused(/n is 10, and 2000 answers/),
  );
  await assert.rejects(correct(db, `${head}1,autonomy,0.5,,,-1000,-2000\n`), refused(/negative/));
  await assert.rejects(correct(db, `${head}1,autonomy,0.5,,,2000,1000\n`), refused(/more than all/));
  await correct(db, `${head}1,satisfaction,8,,0:10;10:40,,\n`);
  assert.partialDeepStrictEqual((await resultsOf(db, '1')).satisfaction, { status: 'insufficient', n: 50 });
});

test('a procedure that is online again has the figures that the edition told before, with their sources', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{}, {}]);
  const before = await resultsOf(db, '1');
  await correct(db, ['1.clarity=3']);
  await correct(db, ['1.online=Non']);
  await correct(db, ['1.online=Oui']);
  const { online, clarity, ...others } = await resultsOf(db, '1');
  const { online: _online, clarity: _clarity, ...were } = before;
  assert.deepEqual(others, were);
  assert.equal(clarity?.value, 3);
});

test('a doubtful value stays doubtful until a person accepts it', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{ 'Taux Dispo': '0.0047' }]);
  await correct(db, ['1.satisfaction=7']);
  assert.partialDeepStrictEqual((await resultsOf(db, '1')).availability, {
    status: 'suspect',
    level: 'none',
  });
  await correct(db, ['1.availability=0.0047']);
  assert.partialDeepStrictEqual((await resultsOf(db, '1')).availability, {
    status: 'measured',
    level: 'poor',
    origin: 'overridden',
  });
});

test('a figure set twice, or one that the online status silences, is refused', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{}]);
  await assert.rejects(correct(db, ['1.clarity=3', '1.clarity=4']), refused(/sets 1\.clarity again/));
  await assert.rejects(
    correct(db, ['1.online=Non', '1.clarity=4']),
    refused(/1\.clarity: procedure 1 is not online/),
  );
});

test('a declaration is renewed at the cut-off, or on the day that the file gives', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [
    { 'Taux Audit RGAA': '0.8', 'Date Publication Déclaration (rouge : périmée)': '2020-01-01' },
  ]);
  assert.equal((await resultsOf(db, '1')).accessibility?.reason, 'declaration_expired');
  await correct(db, ['1.accessibility=80 %']);
  assert.partialDeepStrictEqual((await resultsOf(db, '1')).accessibility, {
    level: 'medium',
    as_of: '2025-09-30',
    value: 0.8,
  });
  await correct(db, 'id,critere,valeur,periode_fin\n1,accessibility,0.8,2024-05-02\n');
  assert.equal((await resultsOf(db, '1')).accessibility?.as_of, '2024-05-02');
  await assert.rejects(
    correct(db, 'id,critere,valeur,periode_fin\n1,clarity,7.3,2024-05-02\n'),
    refused(/periode_fin is not that of the edition/),
  );
});

test('the CSV of another edition or of an earlier revision, or with other cells changed, is refused', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{}, {}]);
  const first = editionCsv(await readEdition(db, IMPORTED));
  await correct(db, ['1.clarity=3']);
  await assert.rejects(correct(db, first), refused(/column revision: is "1", and the last revision has "2"/));
  const text = editionCsv(await readEdition(db, IMPORTED)).toString('utf8');
  await assert.rejects(correct(db, text.replaceAll('2025-10,2,', '2024-10,2,')), refused(/column edition/));
  await assert.rejects(
    correct(db, text.replaceAll(',2000,', ',9000,')),
    refused(/column volume_total is not that/),
  );
  await assert.rejects(
    correct(db, text.replace(/,3,poor/, ',,poor').replace('clarity,measured', 'clarity,')),
    refused(/valeur: is blank/),
  );
});

test('what a person set stays when the source file is read again, unless the file says otherwise by now', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{ 'Note Satisfaction': '8.1' }, {}]);
  await correct(db, ['1.satisfaction=6', '2.clarity=3']);
  const file = (row: object) =>
    publishedFile([{ 'Note Satisfaction': '8.1', 'Niveau Autonomie': '0.7', ...row }, {}]);
  await correct(db, file({}));
  const { satisfaction, autonomy } = await resultsOf(db, '1');
  assert.deepEqual([satisfaction?.value, satisfaction?.origin, autonomy?.value], [6, 'overridden', 0.7]);
  assert.equal((await resultsOf(db, '2')).clarity?.value, 3);
  await correct(db, file({ 'Note Satisfaction': '8.4' }));
  assert.deepEqual(
    [(await resultsOf(db, '1')).satisfaction?.value, (await resultsOf(db, '2')).clarity?.value],
    [8.4, 3],
  );
  const subject = (await subjectIdsByPublicId(db)).get('2') ?? 0;
  const observed = (await listObservations(db, subject, later.now())).find(
    ({ indicator }) => indicator === 'clarity',
  );
  assert.deepEqual([observed?.value, observed?.origin], [3, 'overridden']);
});

test('a share of 2020 is observed as the mark that it is, to the last decimal', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{ 'Note Satisfaction': '6' }]);
  await build(db, { methodology: 'observatoire-2020' });
  await freezeEdition(db, BUILT, later);
  await publishEdition(db, BUILT, 'a', later);
  await correct(db, ['1.satisfaction=0.57'], BUILT);
  const subject = (await subjectIdsByPublicId(db)).get('1') ?? 0;
  const observed = (await listObservations(db, subject, later.now())).find(
    ({ origin }) => origin === 'overridden',
  );
  assert.equal(observed?.value, 5.7);
});

test('"too few answers" is said of fewer than the minimum only, and a document has the keys of the contract', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{}]);
  await correct(db, 'id,critere,valeur,effectifs\n1,satisfaction,8,0:100;10:400\n');
  await assert.rejects(
    correct(db, 'id,critere,valeur,n\n1,satisfaction,insufficient,500\n'),
    refused(/not under the minimum of 100/),
  );
  await assert.rejects(correct(db, ['1.availability=insufficient']), refused(/no minimum/));
  const published = await correct(db, ['1.satisfaction=insufficient']);
  assert.equal((await resultsOf(db, '1')).satisfaction?.n, null);
  assert.deepEqual(Object.keys(published), ['edition', 'procedures', 'aggregates', 'totals']);
});
