import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { testDatabase } from '../../test/support/database.ts';
import { arbitraryCatalogue } from '../../test/support/generated-catalogue.ts';
import { writeCsv } from '../core/csv.ts';
import type { Queryable } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import { CATALOGUE_COLUMNS } from './catalogue-columns.ts';
import { catalogueRows } from './catalogue-rows.ts';
import * as catalogue from './index.ts';

const db = await testDatabase();
const today = '2025-10-15';

/** Runs `work` on the empty catalogue of this file, then undoes it. */
async function undone(work: (tx: Queryable) => Promise<void>): Promise<void> {
  const done = new Error('done');
  await db
    .transaction(async (tx) => {
      await work(tx);
      throw done;
    })
    .catch((error: unknown) => {
      if (error !== done) throw error;
    });
}

function utf8(...lines: string[]): Uint8Array {
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

const WINDOWS_1252: Readonly<Record<string, string>> = { '’': '\x92', '–': '\x96', Œ: '\x8c' };

/** What Excel saves in French: Windows-1252, `;`, CRLF. */
function excel(...lines: string[]): Uint8Array {
  const text = `${lines.join('\r\n')}\r\n`.replaceAll(/[’–Œ]/g, (character) => WINDOWS_1252[character] ?? '');
  return Buffer.from(text, 'latin1');
}

const SMALL = [
  'genre,identifiant,valable_depuis,nom,niveau,rattachement,administration,publics,statut_en_ligne,url,identifiants_externes',
  'Démarche,1775,2024-01-01,Chômage partiel,,,asp,Entreprise; Association,Partiel,www.asp.fr,jdma:1775; xwiki:19',
  'Démarche,1775,2025-01-01,Activité partielle,,,asp,Entreprise,Oui,www.asp.fr,jdma:1775; xwiki:19',
  'Administration,asp,2020-01-01,Agence de services et de paiement,Opérateur,travail,,,,,',
  'Administration,travail,2020-01-01,Ministère du Travail,Ministère,,,,,,',
];

test('a generated catalogue goes in, comes out, goes in again and comes out equal', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryCatalogue, async ({ draft, statuses }) => {
      const file = writeCsv(CATALOGUE_COLUMNS, catalogueRows(draft, statuses));
      await undone(async (tx) => {
        const first = await catalogue.importCatalogue(tx, new TextEncoder().encode(file), { today });
        const exported = await catalogue.exportCatalogue(tx, first.onlineStatuses);
        assert.equal(textOf(exported), file);
        const again = await catalogue.importCatalogue(tx, exported, { today });
        assert.deepEqual([again.subjectsCreated, again.versionsWritten, again.leftOut], [0, 0, []]);
        assert.deepEqual(again.onlineStatuses, first.onlineStatuses);
        assert.equal(textOf(await catalogue.exportCatalogue(tx, again.onlineStatuses)), file);
      });
    }),
    { numRuns: 25 },
  );
});

test('a file makes subjects, versions, foreign ids and declared statuses', async () => {
  await undone(async (tx) => {
    const report = await catalogue.importCatalogue(tx, utf8(...SMALL), { today });
    assert.deepEqual([report.lines, report.subjectsCreated, report.versionsWritten], [4, 3, 4]);
    const found = await catalogue.findProcedure(tx, '1775');
    assert.deepEqual(
      found?.versions.map(({ name, audiences, organisation, ministry }) => [
        name,
        audiences,
        organisation?.slug,
        ministry?.slug,
      ]),
      [
        ['Activité partielle', ['business'], 'asp', 'travail'],
        ['Chômage partiel', ['business', 'association'], 'asp', 'travail'],
      ],
    );
    assert.deepEqual(
      found?.foreignIds.map(({ scheme }) => scheme),
      ['jdma', 'xwiki'],
    );
    assert.deepEqual(
      report.onlineStatuses.map(({ subjectId, validFrom, onlineStatus }) => [
        subjectId,
        validFrom,
        onlineStatus,
      ]),
      [
        [found?.current.subjectId, '2024-01-01', 'Partiel'],
        [found?.current.subjectId, '2025-01-01', 'Oui'],
      ],
    );
  });
});

test('the CSV of Excel reads as well: semicolons, Windows-1252, decimal commas, its way to write days', async () => {
  await undone(async (tx) => {
    const file = excel(
      'genre;identifiant;valable_depuis;nom;latitude;longitude;horaires;publics',
      'Lieu d’accueil;bourg;01/02/2025;Maison de l’État – Bourg;46,2052;5,2255;"9 h ; 17 h\nsauf lundi";',
      'DEMARCHE;12;15/03/2025;Œuvre d’art;;;;"Particulier;Collectivité"',
    );
    await catalogue.importCatalogue(tx, file, { today });
    const [site] = await catalogue.listSites(tx);
    assert.deepEqual(
      [site?.validFrom, site?.latitude, site?.longitude, site?.openingHours],
      ['2025-02-01', 46.2052, 5.2255, '9 h ; 17 h\nsauf lundi'],
    );
    const [procedure] = await catalogue.listProcedures(tx);
    assert.deepEqual(
      [procedure?.name, procedure?.validFrom, procedure?.audiences],
      ['Œuvre d’art', '2025-03-15', ['individual', 'public_body']],
    );
  });
});

const BAD = [
  'genre,identifiant,nom,niveau,rattachement,administration,publics,valable_depuis,url',
  'Administration,asp,ASP,Opérette,,,,,',
  'Administration,ASP Nord,ASP,Organisme,,,,,',
  'Démarche,1,Une,,,asp,Martiens,2025-02-30,',
  'Démarche,2,Deux,,,inconnue,,,',
  'Démarche,3,,,,,,,',
  'Chose,4,Quatre,,,,,,',
  'Administration,dila,DILA,Direction,,,,,https://dila.fr',
  'Démarche,5,Cinq,,,asp,,,',
  'Démarche,6,Six,,,,,,',
];

test('all the faults of a file are told at once, with line, column, value and remedy, and nothing is written', async () => {
  await undone(async (tx) => {
    const refusal = await catalogue
      .importCatalogue(tx, utf8(...BAD), { today })
      .catch((error: unknown) => error);
    assert.ok(refusal instanceof VigieError);
    assert.equal(refusal.code, 'InvalidInput');
    assert.deepEqual(
      refusal.fields.map(({ path }) => path),
      [
        'line 2, column "niveau"',
        'line 3, column "identifiant"',
        'line 4, column "publics"',
        'line 4, column "valable_depuis"',
        'line 5, column "administration"',
        'line 6, column "nom"',
        'line 7, column "genre"',
        'line 8, column "url"',
      ],
    );
    assert.match(refusal.fields[0]?.message ?? '', /"Opérette".*write .*"Opérateur"/);
    assert.match(refusal.fields[4]?.message ?? '', /"inconnue".*add its line or correct/);
    assert.deepEqual(await catalogue.listProcedures(tx), []);
    assert.deepEqual(await catalogue.listOrganisations(tx), []);
  });
});

test('with skipBad the good lines are written, and each line left out is listed with its reason', async () => {
  await undone(async (tx) => {
    const report = await catalogue.importCatalogue(tx, utf8(...BAD), { today, skipBad: true });
    assert.deepEqual([...new Set(report.leftOut.map(({ line }) => line))], [2, 3, 4, 5, 6, 7, 8, 9]);
    const dependent = report.leftOut.find(({ line }) => line === 9);
    assert.deepEqual([dependent?.dependsOn, dependent?.value], [2, 'asp']);
    assert.deepEqual(
      (await catalogue.listProcedures(tx)).map(({ publicId }) => publicId),
      ['6'],
    );
    assert.deepEqual(await catalogue.listOrganisations(tx), []);
  });
});

test('a line with a wrong number of cells is one fault among the others, and skipBad writes the rest', async () => {
  await undone(async (tx) => {
    const file = utf8('genre,identifiant,nom', 'Démarche,1', 'Démarche,2,Deux', 'Chose,3,Trois');
    const refusal = await catalogue.importCatalogue(tx, file, { today }).catch((error: unknown) => error);
    assert.ok(refusal instanceof VigieError);
    assert.deepEqual(
      refusal.fields.map(({ path }) => path),
      ['line 2', 'line 4, column "genre"'],
    );
    const report = await catalogue.importCatalogue(tx, file, { today, skipBad: true });
    assert.deepEqual([report.lines, report.leftOut.map(({ line }) => line)], [3, [2, 4]]);
    assert.deepEqual(
      (await catalogue.listProcedures(tx)).map(({ name }) => name),
      ['Deux'],
    );
  });
});

test('a header with a column that is unknown, or without those that name the subject, is refused', async () => {
  await undone(async (tx) => {
    await assert.rejects(
      catalogue.importCatalogue(tx, utf8('genre,titre', 'Démarche,x'), { today }),
      (error) => {
        assert.ok(error instanceof VigieError);
        const paths = error.fields.map(({ path }) => path);
        assert.deepEqual(paths, ['line 1, column "identifiant"', 'line 1, column "titre"']);
        return true;
      },
    );
  });
});

test('a slug changed by a file keeps the organisation, its procedures and its old address', async () => {
  await undone(async (tx) => {
    await catalogue.importCatalogue(tx, utf8(...SMALL), { today });
    const before = await catalogue.findOrganisationBySlug(tx, 'asp');
    await catalogue.importCatalogue(
      tx,
      utf8(
        'genre,identifiant,valable_depuis,slug',
        'Administration,asp,2025-06-01,agence-de-services-et-de-paiement',
      ),
      { today },
    );
    const after = await catalogue.findOrganisationBySlug(tx, 'asp');
    assert.equal(after?.moved, true);
    assert.equal(after?.current.subjectId, before?.current.subjectId);
    const [procedure] = await catalogue.listProcedures(tx);
    assert.equal(procedure?.organisation?.slug, 'agence-de-services-et-de-paiement');
    const exported = textOf(await catalogue.exportCatalogue(tx));
    await catalogue.importCatalogue(tx, utf8(...SMALL), { today });
    assert.equal(textOf(await catalogue.exportCatalogue(tx)), exported);
  });
});

test('two imports at once make each subject once', async (t) => {
  const other = await testDatabase(t);
  const bytes = utf8(...SMALL);
  const run = () => other.transaction((tx) => catalogue.importCatalogue(tx, bytes, { today }));
  const reports = await Promise.all([run(), run()]);
  assert.deepEqual(reports.map(({ subjectsCreated }) => subjectsCreated).sort(), [0, 3]);
  assert.deepEqual(reports.map(({ versionsWritten }) => versionsWritten).sort(), [0, 4]);
  assert.deepEqual(reports[0]?.onlineStatuses, reports[1]?.onlineStatuses);
});
