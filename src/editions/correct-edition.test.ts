import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../test/support/database.ts';
import {
  IMPORTED,
  importRows,
  publishBuilt,
  READERS,
  readEdition,
} from '../../test/support/edition-store.ts';
import { publishedFile } from '../../test/support/published-file.ts';
import { subjectIdsByPublicId } from '../catalogue/index.ts';
import { fixedClock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import { listObservations } from '../observations/index.ts';
import { type CorrectionRequest, correctEdition } from './correct-edition.ts';
import { parseSetting } from './correction-file.ts';
import { findEditionFile, listEditions, listRevisions } from './edition.sql.ts';
import { editionCsv } from './edition-csv.ts';
import type { Difference } from './published-edition.ts';

const later = fixedClock('2026-02-03T10:00:00Z');

function correct(
  db: Database,
  from: readonly string[] | { name: string; bytes: Buffer },
  given: Partial<CorrectionRequest> = {},
) {
  const request = {
    slug: IMPORTED,
    reason: 'Erreur de saisie',
    author: 'Camille',
    from: 'bytes' in from ? from : from.map(parseSetting),
    ...given,
  };
  return correctEdition(db, request, READERS, later);
}

const csv = (text: string) => ({ name: 'correction.csv', bytes: Buffer.from(text) });

const refusedAt =
  (...paths: string[]) =>
  (error: unknown) => {
    assert.ok(error instanceof VigieError, String(error));
    assert.deepEqual(
      error.fields.map(({ path }) => path),
      paths,
    );
    return true;
  };

const shown = (differences: readonly Difference[] = []) =>
  differences.map(({ procedure, field, before, after }) => [procedure, field, before?.value, after?.value]);

test('a correction is the next revision: the earlier one stays, and the difference is told with reason and author', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{ 'Note Satisfaction': '8.1' }, {}]);
  const before = await findEditionFile(db, IMPORTED, 'json', 1);
  const { edition, procedures, aggregates } = await correct(db, ['1.satisfaction=7.9']);
  assert.partialDeepStrictEqual(edition, {
    revision: 2,
    published_at: '2025-10-15T00:00:00.000Z',
    revised_at: '2026-02-03T10:00:00.000Z',
  });
  assert.partialDeepStrictEqual(edition.correction, {
    corrects: 1,
    reason: 'Erreur de saisie',
    author: 'Camille',
  });
  assert.deepEqual(shown(edition.correction?.differences), [['1', 'satisfaction', 8.1, 7.9]]);
  assert.partialDeepStrictEqual(procedures[0]?.results.satisfaction, {
    value: 7.9,
    level: 'medium',
    origin: 'overridden',
    source_precision: 0.1,
    source: '--set 1.satisfaction',
  });
  assert.equal(aggregates?.whole.criteria.satisfaction?.levels.medium, 1);
  assert.deepEqual(await findEditionFile(db, IMPORTED, 'json', 1), before);
  assert.deepEqual(await readEdition(db, IMPORTED), await readEdition(db, IMPORTED, 2));
  assert.partialDeepStrictEqual((await listEditions(db))[0], {
    revision: 2,
    publishedAt: new Date('2025-10-15T00:00:00Z'),
    revisedAt: later.now(),
  });
  assert.deepEqual(
    (await listRevisions(db, IMPORTED)).map(({ number, author, reason }) => [number, author, reason]),
    [
      [2, 'Camille', 'Erreur de saisie'],
      [1, 'test', null],
    ],
  );
});

test('what is corrected is observed, so that the next edition knows it', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{ 'Note Satisfaction': '8.1' }]);
  await correct(db, ['1.satisfaction=7.9']);
  const subject = (await subjectIdsByPublicId(db)).get('1') ?? 0;
  const known = await listObservations(db, subject, later.now());
  const satisfaction = known.find(({ indicator }) => indicator === 'satisfaction');
  assert.partialDeepStrictEqual(satisfaction, { value: 7.9, origin: 'overridden', author: 'Camille' });
  const published = await publishBuilt(db);
  assert.equal(published.procedures[0]?.results.satisfaction?.value, 8.1, 'as known before the correction');
});

test('the whole procedure is judged again: an online status answers for the rest, and gives it back', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{}]);
  const original = await readEdition(db, IMPORTED);
  const closed = await correct(db, ['1.online=Non']);
  assert.deepEqual(
    new Set(Object.values(closed.procedures[0]?.results ?? {}).map(({ status }) => status)),
    new Set(['declared', 'not_applicable']),
  );
  const open = await correct(db, ['1.online=Oui']);
  for (const [criterion, result] of Object.entries(original.procedures[0]?.results ?? {})) {
    const again = Object.entries(open.procedures[0]?.results ?? {}).find(([id]) => id === criterion)?.[1];
    assert.deepEqual([again?.value, again?.level], [result.value, result.level], criterion);
  }
});

test('a file sets figures with their answers, and only its lines that differ count', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [
    { 'Volumétrie Totale': '3000', 'Volumétrie En Ligne': '2000', '% Recours au Numérique': '0.67' },
    {},
    { 'Statut En ligne': 'Non' },
    { 'Taux Audit RGAA': 'Non', 'Note Satisfaction': 'À venir', 'Taux Dispo': '0.2' },
  ]);
  const published = await readEdition(db, IMPORTED);
  await assert.rejects(correct(db, { name: 'all.csv', bytes: editionCsv(published) }), /changes nothing/);
  const { edition, procedures } = await correct(
    db,
    csv('id,critere,valeur,n,effectifs\r\n1,satisfaction,9,,0:50;5:100;10:850\r\n2,clarity,7.2,,\r\n'),
  );
  assert.deepEqual(shown(edition.correction?.differences), [['1', 'satisfaction', 8.1, 9]]);
  const { satisfaction } = procedures[0]?.results ?? {};
  assert.partialDeepStrictEqual(satisfaction, { n: 1000, borderline: false, source: 'correction.csv#L2' });
  assert.equal(satisfaction?.interval?.[1].toFixed(4), '9.1583');
});

test('a value can be taken away, with the word that says why', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{}]);
  const { procedures } = await correct(db, [
    '1.satisfaction=insufficient',
    '1.accessibility=no_declaration',
    '1.once_only=À venir',
  ]);
  const { satisfaction, accessibility, once_only } = procedures[0]?.results ?? {};
  assert.deepEqual([satisfaction?.status, satisfaction?.value], ['insufficient', null]);
  assert.deepEqual([once_only?.status, once_only?.value], ['not_reported', null]);
  assert.partialDeepStrictEqual(accessibility, {
    status: 'declared',
    level: 'poor',
    reason: 'no_declaration',
  });
});

test('the source file read again corrects names, rows and figures, and keeps what it does not change', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{ 'Nom Démarche': 'Carte grise' }, { 'Note Satisfaction': '4.2' }, {}]);
  const first = await readEdition(db, IMPORTED);
  const file = {
    name: 'octobre-v2.csv',
    bytes: publishedFile([
      { 'Nom Démarche': 'Certificat d’immatriculation' },
      { 'Note Satisfaction': '8.2' },
      { 'ID Démarche': '77', 'Nom Démarche': 'Nouvelle' },
    ]),
  };
  await assert.rejects(correct(db, file), refusedAt('3'), 'a truncated file empties no edition');
  const { edition, procedures } = await correct(db, file, { removing: true });
  assert.deepEqual(shown(edition.correction?.differences), [
    ['1', 'name', 'Carte grise', 'Certificat d’immatriculation'],
    ['2', 'satisfaction', 4.2, 8.2],
    ['77', 'procedure', undefined, 'Nouvelle'],
    ['3', 'procedure', 'Demander une licence de pêche', undefined],
  ]);
  assert.equal(edition.source?.name, 'octobre-v2.csv');
  assert.deepEqual(procedures[0]?.results, first.procedures[0]?.results);
  assert.equal(procedures[1]?.results.satisfaction?.source, 'octobre-v2.csv#L3');
});

test('an edition that was built is corrected too, and its choice stays', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{}, {}]);
  const built = await publishBuilt(db);
  const { edition } = await correct(db, ['2.clarity=3'], { slug: built.edition.slug });
  assert.deepEqual(edition.selection, built.edition.selection);
  assert.deepEqual(edition.previous, built.edition.previous);
  await assert.rejects(
    correct(db, { name: 'x.csv', bytes: publishedFile([{}]) }, { slug: built.edition.slug }),
    /needs the columns id, critere and valeur/,
  );
});

test('every fault of a correction is told at once, with its place, and nothing is written', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{}]);
  await assert.rejects(
    correct(db, ['1.truc=1', '9.online=Oui', '1.satisfaction=abc', '1.clarity=12', '1.online=Peut-être']),
    refusedAt('--set 1.truc', '--set 9.online', '--set 1.satisfaction', '--set 1.clarity', '--set 1.online'),
  );
  await assert.rejects(
    correct(db, csv('id,critere,valeur,n,effectifs\n1,satisfaction,8.2,beaucoup,0:1;5\n')),
    refusedAt('line 2, column n', 'line 2, column effectifs'),
  );
  await assert.rejects(
    correct(db, csv('id,critere,valeur,effectifs\n1,satisfaction,8.2,0:900;10:100\n')),
    refusedAt('correction.csv#L2'),
  );
  await assert.rejects(correct(db, ['1.online=Partiel'], { reason: ' ' }), refusedAt('reason'));
  await assert.rejects(correct(db, ['1.online=Partiel'], { author: '' }), refusedAt('author'));
  await assert.rejects(correct(db, ['1.online=Partiel'], { slug: 'rien' }), { code: 'NotFound' });
  assert.equal((await listRevisions(db)).length, 1);
});

test('two corrections at once make two revisions, the second on top of the first', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{}, {}]);
  const tries = await Promise.all([correct(db, ['1.satisfaction=7']), correct(db, ['2.satisfaction=6'])]);
  assert.deepEqual(tries.map(({ edition }) => edition.revision).sort(), [2, 3]);
  const { procedures } = await readEdition(db, IMPORTED);
  assert.deepEqual(
    procedures.map(({ results }) => results.satisfaction?.value),
    [7, 6],
  );
});
