import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { testDatabase } from '../../test/support/database.ts';
import { recordOrganisations, recordOthers, recordProcedures } from '../catalogue/index.ts';
import { fixedClock } from '../core/clock.ts';
import { writeCsv } from '../core/csv.ts';
import type { Database } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import { listFreshness } from './freshness.sql.ts';
import { importUsage } from './import-usage.ts';
import { INDICATORS } from './indicator.ts';
import { listHeads } from './observation.sql.ts';
import { writePeriod } from './period.ts';
import { readUsage } from './usage-file.ts';
import { makeUsageTemplate } from './usage-template.ts';

const signed = { author: 'agent', clock: fixedClock('2026-11-01T10:00:00Z') };
const validFrom = '2015-01-01';

async function catalogue(db: Database): Promise<number> {
  await recordOrganisations(db, [{ slug: 'ministere', name: 'Ministère', level: 'ministry', validFrom }]);
  await recordOthers(db, [{ kind: 'portal', slug: 'portail', name: 'Portail', validFrom }]);
  const [id] = await recordProcedures(db, [{ publicId: '12', name: 'Une démarche', validFrom }]);
  return id ?? assert.fail();
}

const file = (...lines: string[]) => ({
  name: 'usages.csv',
  bytes: new TextEncoder().encode(lines.join('\r\n')),
});
const LONG =
  'genre;identifiant;indicateur;periode;valeur;statut;precision;dimensions;numerateur;denominateur;source;note;accepte_parce_que';

async function faultsOf(work: () => unknown): Promise<string[]> {
  try {
    await work();
  } catch (error) {
    assert.ok(error instanceof VigieError && error.code === 'InvalidInput', String(error));
    return error.fields.map(({ path }) => path.replaceAll('"', ''));
  }
  return assert.fail('nothing was refused');
}

async function told(db: Database, subjectId: number) {
  return (await listHeads(db, [subjectId])).map((one) => {
    const { indicator, value, status, dimensions } = one;
    return [indicator, writePeriod(one), value, status, ...Object.values(dimensions)];
  });
}

test('a long file has one line a value, with French words or codes', async (t) => {
  const db = await testDatabase(t);
  const id = await catalogue(db);
  const given = file(
    LONG,
    'Démarche;12;Visites;2018;290 000;;plus de;;;;Rapport annuel;un record;',
    'procedure;12;visits;2018;120 000;;;device=mobile;;;;;',
    'Démarche;12;Taux d’achèvement;2018;;;;;80;100;;;',
    'Démarche;12;completion;2019;;non communiqué;;;;;;;',
    'Démarche;12;online_share;2018;61,5 %;;;;;;;;',
  );
  const done = await importUsage(db, given, signed);
  assert.deepEqual([done.figures, done.recorded, done.suspect], [5, 5, []]);
  assert.deepEqual(await told(db, id), [
    ['visits', '2018', 290_000, 'declared'],
    ['visits', '2018', 120_000, 'declared', 'mobile'],
    ['completion', '2018', 0.8, 'declared'],
    ['completion', '2019', null, 'not_reported'],
    ['online_share', '2018', 0.615, 'declared'],
  ]);
  const [first, second] = await listHeads(db, [id]);
  assert.deepEqual(
    [first?.source, first?.qualifier, first?.noteFr, first?.author, first?.origin, second?.source],
    ['Rapport annuel', 'more_than', 'un record', 'agent', 'declared', 'usages.csv#L3'],
  );
  const again = await importUsage(db, given, signed);
  assert.deepEqual([again.recorded, again.unchanged], [0, 5]);
});

test('a wide file has one line a subject and period, and a blank cell says nothing', async (t) => {
  const db = await testDatabase(t);
  const id = await catalogue(db);
  const given = file(
    'genre,identifiant,periode,visits,visits [device=mobile],Recours au numérique,completion',
    'Démarche,12,2018-01,1000,400,"61,5 %",sans objet',
    'Démarche,12,2018-02,,,0.7,non communiqué',
  );
  const done = await importUsage(db, given, signed);
  assert.deepEqual([done.figures, done.recorded], [6, 6]);
  assert.deepEqual(await told(db, id), [
    ['visits', '2018-01', 1_000, 'declared'],
    ['visits', '2018-01', 400, 'declared', 'mobile'],
    ['digital_share', '2018-01', 0.615, 'declared'],
    ['completion', '2018-01', null, 'not_applicable'],
    ['digital_share', '2018-02', 0.7, 'declared'],
    ['completion', '2018-02', null, 'not_reported'],
  ]);
  assert.equal((await importUsage(db, given, signed)).unchanged, 6);
});

test('a doubtful value is kept, told with its line, and accepted with a reason', async (t) => {
  const db = await testDatabase(t);
  const id = await catalogue(db);
  const year = (value: string, why = '') => file(LONG, `Démarche;12;visits;2019;${value};;;;;;;;${why}`);
  await importUsage(db, file(LONG, 'Démarche;12;visits;2018;10 000;;;;;;;;'), signed);
  const { suspect } = await importUsage(db, year('100 000'), signed);
  assert.deepEqual(suspect, [
    { line: 2, indicator: 'visits', period: '2019', dimensions: {}, value: 100_000, reason: 'sudden_change' },
  ]);
  assert.deepEqual((await told(db, id)).at(-1), ['visits', '2019', 100_000, 'suspect']);
  assert.deepEqual((await importUsage(db, year('100 000', 'une campagne'), signed)).suspect, []);
  assert.deepEqual((await told(db, id)).at(-1), ['visits', '2019', 100_000, 'declared']);
});

test('every fault of a file is told at once, by line and column, and nothing is written', async (t) => {
  const db = await testDatabase(t);
  const id = await catalogue(db);
  const wrong = file(
    LONG,
    'Démarche;12;visits;2018;5;;;;;;;;',
    'Planète;12;visits;2018;5;;;;;;;;',
    'Démarche;13;visitz;2018-13;5;absent;vers;device;x;2;;;',
    'Portail;;visits;2018;;;;;;;;;',
    'Démarche;12;visits;2018;6;;;;;;;;',
    'Administration;ministere;visits;2018',
  );
  assert.deepEqual(await faultsOf(() => importUsage(db, wrong, signed)), [
    'line 7',
    'line 3, column genre',
    'line 4, column identifiant',
    'line 4, column dimensions',
    'line 4, column statut',
    'line 4, column numerateur',
    'line 4, column precision',
    'line 4, column indicateur',
    'line 4, column periode',
    'line 5, column identifiant',
    'line 5, column valeur',
    'line 6, column indicateur',
  ]);
  assert.deepEqual(await told(db, id), []);
  const wide = file('genre,identifiant,periode,visits,Visites,visitz', 'Démarche,12,2018,5,6,7');
  assert.deepEqual(await faultsOf(() => importUsage(db, wide, signed)), ['line 1, column visitz']);
  const twice = file('genre,identifiant,periode,visits,Visites', 'Démarche,12,2018,5,6');
  assert.deepEqual(await faultsOf(() => importUsage(db, twice, signed)), ['line 2, column Visites']);
});

test('any template, filled in, is a file that is read', () => {
  const ids = fc.uniqueArray(
    fc.constantFrom(...INDICATORS.filter(({ unit }) => unit !== 'word').map(({ id }) => id)),
    {
      minLength: 1,
      maxLength: 6,
    },
  );
  fc.assert(
    fc.property(ids, fc.boolean(), fc.boolean(), (indicators, wide, excel) => {
      const { columns: made, rows: begun } = makeUsageTemplate({ indicators, wide });
      const text = writeCsv(made, begun, { excel });
      const [header = '', ...rows] = text.trim().split('\r\n');
      const separator = excel ? ';' : ',';
      const columns = header.replace('\ufeff', '').split(separator);
      const fill = (cells: readonly string[]) =>
        columns.map((name, at) => {
          if (name === 'genre') return 'Démarche';
          if (name === 'identifiant') return '12';
          if (name === 'periode') return '2018';
          return name === 'valeur' || indicators.includes(name) ? '0' : (cells[at] ?? '');
        });
      const filled = (wide ? [fill([])] : rows.map((row) => fill(row.split(separator)))).map((cells) =>
        cells.join(separator),
      );
      const bytes = new TextEncoder().encode([header, ...filled].join('\n'));
      const lines = () => readUsage(bytes, { find: () => 1, name: 'modele.csv', today: '2026-11-01' });
      const yearly = indicators.every((id) =>
        INDICATORS.some((one) => one.id === id && ['any', 'year'].includes(one.periodKind)),
      );
      if (yearly)
        assert.deepEqual(
          lines().map(({ observation }) => observation.indicator),
          indicators,
        );
    }),
  );
});

test('who reported what, until when, and since when nothing comes any more', async (t) => {
  const db = await testDatabase(t);
  const id = await catalogue(db);
  await importUsage(
    db,
    file(
      LONG,
      'Démarche;12;visits;2018;10 000;;;;;;;;',
      'Démarche;12;visits;2019;11 000;;;;;;;;',
      'Démarche;12;visits;2020;;non communiqué;;;;;;;',
      'Portail;portail;sample_size;2018;500;;;;;;;;',
    ),
    signed,
  );
  const [sample, visits] = (await listFreshness(db, '2021-06-24')).sort((one) =>
    one.subjectId === id ? 1 : -1,
  );
  assert.deepEqual(
    [visits?.from, visits?.until, visits?.periods, visits?.lateSince],
    ['2018-01-01', '2019-12-31', 2, '2021-06-24'],
  );
  assert.deepEqual([sample?.indicator, sample?.lateSince], ['sample_size', null]);
  assert.deepEqual(
    (await listFreshness(db, '2021-06-23', ['visits'])).map(({ lateSince }) => lateSince),
    [null],
  );
});
