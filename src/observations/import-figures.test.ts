import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { testDatabase } from '../../test/support/database.ts';
import { findProcedure, listOthers, listProcedures, recordProcedures } from '../catalogue/index.ts';
import { fixedClock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import type { VigieError } from '../core/errors.ts';
import { FIGURE_COLUMNS, readFigures } from './figure-file.ts';
import { importFigures } from './import-figures.ts';
import { listHeads } from './observation.sql.ts';

const SHIPPED = readFileSync(new URL('../../data/figures.csv', import.meta.url));
const SEEDS = new URL('../../../shared/figures/seed-figures.csv', import.meta.url);
const clock = fixedClock('2026-11-01T10:00:00Z');
const TODAY = '2026-11-01';
const signed = { author: 'test', clock };

const HEADER = [...FIGURE_COLUMNS.needed, ...FIGURE_COLUMNS.optional].join(',');

function file(...lines: string[]): Uint8Array {
  return new TextEncoder().encode([HEADER, ...lines].join('\n'));
}

function faultsOf(bytes: Uint8Array): string[] {
  try {
    readFigures(bytes, TODAY);
  } catch (error) {
    return (error as VigieError).fields.map(({ path, message }) => `${path}: ${message}`);
  }
  return assert.fail('nothing was refused');
}

async function figures(db: Database) {
  const subjects = [...(await listOthers(db)), ...(await listProcedures(db))];
  const heads = await listHeads(
    db,
    subjects.map(({ subjectId }) => subjectId),
  );
  return new Map(heads.map((one) => [one.reference, one]));
}

test('the figures that the project ships are 58, of real services, none of them doubtful', async (t) => {
  const db = await testDatabase(t);
  const done = await importFigures(db, SHIPPED, signed);
  assert.deepEqual(
    [done.figures, done.recorded, done.superseded, done.unchanged, done.suspect],
    [58, 58, 0, 0, 0],
  );
  const kept = await figures(db);
  const told = (id: string) => {
    const { status, value, qualifier, populationFr, populationEn, noteFr } = kept.get(id) ?? assert.fail(id);
    return { status, value, qualifier, populationFr, populationEn, noteFr };
  };
  const exact = {
    status: 'declared',
    qualifier: 'exact',
    populationFr: null,
    populationEn: null,
    noteFr: null,
  };
  assert.deepEqual(told('sp-visits-2017'), {
    ...exact,
    value: 290_000_000,
    noteFr: 'au-dessus du record de 2015',
  });
  assert.deepEqual(told('sp-visits-mobile-2017').value, 0.4);
  assert.deepEqual(told('tax-four-screens-2017').value, 0.333);
  assert.deepEqual(told('caf-views-tablet').value, 0.076);
  assert.deepEqual(told('dgf-growth-june').value, 1.05);
  assert.deepEqual(
    [told('sp-online-procedures-2017').qualifier, told('caf-growth-low').qualifier],
    ['nearly', 'at_least'],
  );
  assert.deepEqual(told('tax-online-households-2017'), {
    ...exact,
    value: 20_000_000,
    qualifier: 'more_than',
    populationFr: 'foyers fiscaux',
    populationEn: 'tax households',
  });
  const german = told('dg-advanced-de');
  assert.deepEqual([german.status, german.value], ['not_reported', null]);
  assert.match(german.noteFr ?? '', /n’est pas donné/);
});

test('each is of the kind of subject that its source speaks of, and the catalogue knows it', async (t) => {
  const db = await testDatabase(t);
  const { made } = await importFigures(db, SHIPPED, signed);
  const others = (await listOthers(db)).map(({ kind, name }) => `${kind} ${name}`);
  for (const one of [
    'portal Service-Public.fr',
    'portal Observatoire',
    'portal Je donne mon avis',
    'application Appli ameli',
    'federation FranceConnect',
    'survey DESI',
    'survey Caf.fr',
    'portal Caf.fr',
  ]) {
    assert.ok(others.includes(one), one);
  }
  const procedures = (await listProcedures(db)).map(({ publicId, name }) => [publicId, name]);
  assert.deepEqual(procedures.sort(), [
    ['usage1', 'Déclaration de revenus'],
    ['usage2', 'Attestation de droits'],
    ['usage3', 'Carte européenne d’assurance maladie'.replace('’', "'")],
  ]);
  assert.equal(made.length, others.length + 3);
});

test('read again it changes nothing, and the file that it was made from changes nothing either', async (t) => {
  const db = await testDatabase(t);
  await importFigures(db, SHIPPED, signed);
  const again = await importFigures(db, SHIPPED, signed);
  assert.deepEqual([again.recorded, again.unchanged, again.made], [0, 58, []]);
  if (!existsSync(SEEDS)) return t.diagnostic('skipped: no file of seeds');
  const seeds = await importFigures(db, readFileSync(SEEDS), signed);
  assert.deepEqual([seeds.recorded, seeds.unchanged, seeds.made], [0, 58, []]);
});

test('a procedure is found by its name, never one of the demonstration, and keeps its figures when renamed', async (t) => {
  const db = await testDatabase(t);
  const validFrom = '2015-01-01';
  const name = 'Déclaration de revenus';
  await recordProcedures(db, [
    { publicId: 'demo7', name, validFrom },
    { publicId: '3059', name: 'déclaration de revenus', validFrom },
    {
      publicId: '44',
      name: 'Attestation',
      foreignIds: [{ scheme: 'figures', value: 'attestation-de-droits' }],
      validFrom,
    },
  ]);
  await importFigures(db, SHIPPED, signed);
  const ofId = async (publicId: string) => {
    const found = (await findProcedure(db, publicId))?.current.subjectId ?? assert.fail(publicId);
    return (await listHeads(db, [found])).length;
  };
  assert.deepEqual(
    [await ofId('3059'), await ofId('demo7'), await ofId('44'), await ofId('usage1')],
    [4, 0, 1, 1],
  );

  await recordProcedures(db, [{ publicId: '3060', name, validFrom }]);
  await assert.rejects(importFigures(db, SHIPPED, signed), /3059, 3060.*figures:declaration-de-revenus/s);
});

test('silence about a population or a note leaves what is known; other words take its place', async (t) => {
  const db = await testDatabase(t);
  const line = (note: string, note_fr: string) =>
    file(`a,S,Site,portal,visits,2017,5000,exact,visits,,,${note},,${note_fr}`);
  await importFigures(db, line('a peak', 'un record'), signed);
  assert.equal((await importFigures(db, line('', ''), signed)).unchanged, 1);
  assert.equal((await importFigures(db, line('the peak', ''), signed)).superseded, 1);
  const { noteFr, noteEn } = (await figures(db)).get('a') ?? assert.fail();
  assert.deepEqual([noteFr, noteEn], ['un record', 'the peak']);
});

test('every fault is told at once, by line and column', () => {
  const faults = faultsOf(
    file(
      'a,S,Site,portal,visits,2017,5000,exact,visits,,,,,',
      'a,S,Site,planet,visitors,2017-13,5000,around,visits,device,,,,',
      'b,,Site,portal,visits,2027,many,exact,percent,device=watch,,,,',
      'c,S,Site,portal,visits,2016,,exact,visits,,,,,',
      'd,S,Site,portal,visits,2017,5,not_reported,visits,,,,,',
      'e,S,Site,portal,visits,2017,5001,exact,visits,,,,,',
      'f,S,,portal,share,2017,40,exact,people,,,,,',
    ),
  );
  const places = faults.map((fault) => fault.replace(/^(line \d+, column "[^"]+").*$/s, '$1'));
  const expected = [
    ['3', ['id', 'subject_kind', 'qualifier', 'dimension', 'indicator', 'period']],
    ['4', ['source', 'unit', 'period', 'dimension', 'value']],
    ['5', ['value']],
    ['6', ['value']],
    ['7', ['indicator']],
    ['8', ['subject', 'unit', 'value']],
  ] as const;
  assert.deepEqual(
    places.toSorted(),
    expected
      .flatMap(([line, columns]) => columns.map((column) => `line ${line}, column "${column}"`))
      .toSorted(),
    faults.join('\n'),
  );
});
