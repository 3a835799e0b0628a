import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arbitraryCatalogue } from '../../test/support/generated-catalogue.ts';
import { addDays } from '../core/clock.ts';
import { readCsv, writeCsv } from '../core/csv.ts';
import { VigieError } from '../core/errors.ts';
import { CATALOGUE_COLUMNS } from './catalogue-columns.ts';
import { readCatalogueLine } from './catalogue-line.ts';
import { type DeclaredOnlineStatus, planImport } from './catalogue-plan.ts';
import { catalogueRows } from './catalogue-rows.ts';
import { copySnapshot, emptySnapshot, type Snapshot } from './snapshot.ts';

const TODAY = '2025-10-15';
const WIDTH = CATALOGUE_COLUMNS.length;

function write(snapshot: Snapshot, statuses: readonly DeclaredOnlineStatus[] = []): string {
  return writeCsv(CATALOGUE_COLUMNS, catalogueRows(snapshot, statuses));
}

function plan(stored: Snapshot, csv: string) {
  const readings = readCsv(new TextEncoder().encode(csv)).rows.map((row) => readCatalogueLine(row, TODAY));
  const lines = readings.flatMap(({ line }) => (line ? [line] : []));
  const planned = planImport(stored, lines);
  return { ...planned, faults: [...readings.flatMap(({ faults }) => faults), ...planned.faults] };
}

test('a catalogue written, read into an empty store and written again is the same file', () => {
  fc.assert(
    fc.property(arbitraryCatalogue, ({ draft, statuses }) => {
      const file = write(draft, statuses);
      const read = plan(emptySnapshot(), file);
      assert.deepEqual(read.faults, []);
      assert.equal(write(read.draft, read.onlineStatuses), file);
      for (const kept of ['publicIds', 'slugs', 'foreignIds'] as const) {
        assert.deepEqual([...read.draft[kept].keys()].sort(), [...draft[kept].keys()].sort());
      }
    }),
  );
});

test('a catalogue read where it was written changes nothing', () => {
  fc.assert(
    fc.property(arbitraryCatalogue, ({ draft, statuses }) => {
      const read = plan(draft, write(draft, statuses));
      assert.deepEqual(read.faults, []);
      assert.deepEqual(read.draft, copySnapshot(draft));
    }),
  );
});

test('the lines of a file may come in any order', () => {
  const shuffled = arbitraryCatalogue.chain(({ draft }) => {
    const rows = catalogueRows(draft, []);
    return fc.record({
      file: fc.constant(write(draft)),
      rows: fc.shuffledSubarray(rows, { minLength: rows.length }),
    });
  });
  fc.assert(
    fc.property(shuffled, ({ file, rows }) => {
      assert.equal(write(plan(emptySnapshot(), writeCsv(CATALOGUE_COLUMNS, rows)).draft), file);
    }),
  );
});

test('a line that depends on a line left out is left out, down the whole branch', () => {
  const read = plan(
    emptySnapshot(),
    [
      'genre,identifiant,nom,niveau,rattachement,administration,valable_depuis',
      'Administration,haut,Haut,Ministère,inconnu,,',
      'Administration,milieu,Milieu,Direction,haut,,',
      'Démarche,1,Une démarche,,,milieu,',
      'Démarche,2,Une autre,,,,',
      '',
    ].join('\n'),
  );
  assert.deepEqual(
    read.faults.map(({ line, column, dependsOn }) => [line, column, dependsOn]),
    [
      [2, 'rattachement', null],
      [3, 'rattachement', 2],
      [4, 'administration', 3],
    ],
  );
  assert.deepEqual([...read.draft.publicIds.keys()], ['2']);
  assert.equal(read.draft.kinds.size, 1);
});

test('the procedures that a line names are those of the store or of the file, further down as well', () => {
  const header = 'genre,identifiant,nom,etapes_suivantes,demarches_liees,valable_depuis';
  const first = plan(emptySnapshot(), `${header}\nDémarche,9,Neuf,,,2024-01-01\n`).draft;
  const lines = [
    'Démarche,1,Une,2;  9;2,3,2025-01-01',
    'Démarche,2,Deux,,,2025-01-01',
    'Démarche,3,Trois,,,',
  ];
  const { draft, faults } = plan(first, [header, ...lines].join('\n'));
  assert.deepEqual(faults, []);
  const [one] = draft.histories.procedure.get(draft.publicIds.get('1') ?? 0) ?? [];
  assert.deepEqual([one?.attributes.nextSteps, one?.attributes.related], [['2', '9'], ['3']]);
});

test('a procedure that is unknown, left out, or the one of the line itself cannot follow', () => {
  const read = plan(
    emptySnapshot(),
    [
      'genre,identifiant,nom,etapes_suivantes,demarches_liees,en_ligne_seulement_depuis',
      'Démarche,1,Une,404,,',
      'Démarche,2,Deux,,1,',
      'Démarche,3,Trois,4;3,,',
      'Démarche,4,Quatre,,,',
      'Démarche,5,Cinq,quatre,,',
    ].join('\n'),
  );
  assert.deepEqual(read.faults.map(({ line, column, dependsOn }) => [line, column, dependsOn]).sort(), [
    [2, 'etapes_suivantes', null],
    [3, 'demarches_liees', 2],
    [4, 'etapes_suivantes', null],
    [6, 'etapes_suivantes', null],
  ]);
  assert.match(read.faults.find(({ line }) => line === 2)?.message ?? '', /"404".*add its line or correct/);
  assert.deepEqual([...read.draft.publicIds.keys()], ['4']);
});

test('a contact is an address of a page, a number with digits, an e-mail address; other means are words', () => {
  const header =
    'genre,identifiant,nom,contact_adresse,contact_telephone,contact_courriel,autres_moyens,valable_depuis';
  const good =
    'Démarche,1,Une,https://exemple.fr/aide,+33 1 23 45 67 89,aide@exemple.fr,par courrier; Au guichet,';
  const { draft, faults } = plan(emptySnapshot(), `${header}\n${good}`);
  assert.deepEqual(faults, []);
  const [[version] = []] = draft.histories.procedure.values();
  assert.partialDeepStrictEqual(version?.attributes, {
    contactUrl: 'https://exemple.fr/aide',
    contactPhone: '+33 1 23 45 67 89',
    contactEmail: 'aide@exemple.fr',
    otherChannels: ['counter', 'post'],
  });
  const bad = plan(
    emptySnapshot(),
    `${header}\nDémarche,2,Deux,exemple.fr,appelez-nous,aide exemple.fr,Par pigeon,`,
  );
  assert.deepEqual(
    bad.faults.map(({ column }) => column),
    ['contact_adresse', 'contact_telephone', 'contact_courriel', 'autres_moyens'],
  );
  for (const { message } of bad.faults) assert.match(message, /; write /);
  const none = plan(draft, `${header}\nDémarche,1,,,,,,2099-01-01\n`).draft;
  assert.partialDeepStrictEqual(none.histories.procedure.values().next().value?.at(-1)?.attributes, {
    contactUrl: null,
    contactEmail: null,
    otherChannels: [],
  });
});

test('the organisations of a cycle are told by their lines, and the rest of the file stands', () => {
  const read = plan(
    emptySnapshot(),
    [
      'genre,identifiant,nom,niveau,rattachement',
      'Administration,a,A,Organisme,b',
      'Administration,b,B,Organisme,c',
      'Administration,c,C,Organisme,a',
      'Administration,d,D,Organisme,',
    ].join('\n'),
  );
  assert.deepEqual(
    read.faults.map(({ line, column }) => [line, column]),
    [2, 3, 4].map((line) => [line, 'rattachement']),
  );
  assert.deepEqual([...read.draft.slugs.keys()], ['organisation/d']);
});

test('two lines of one subject on one day, and a slug of another subject, are faults', () => {
  const read = plan(
    emptySnapshot(),
    [
      'genre,identifiant,nom,niveau,slug,valable_depuis',
      'Administration,a,A,Organisme,,2025-01-01',
      'Administration,a,A bis,Organisme,,01/01/2025',
      'Administration,b,B,Organisme,b,2025-01-01',
      'Administration,b,B,Organisme,a,2025-02-01',
    ].join('\n'),
  );
  assert.deepEqual(
    read.faults.map(({ line, column }) => [line, column]),
    [
      [3, 'valable_depuis'],
      [5, 'slug'],
    ],
  );
});

test('a column that is absent leaves what is known, a blank cell says there is none', () => {
  const first = plan(
    emptySnapshot(),
    'genre,identifiant,nom,url,publics,valable_depuis\nDémarche,1,Une,exemple.fr,Entreprise,2024-01-01\n',
  ).draft;
  const later = plan(first, 'genre,identifiant,url,valable_depuis\nDémarche,1,,2025-01-01\n').draft;
  const [history = []] = later.histories.procedure.values();
  assert.deepEqual(
    history.map(({ attributes: { name, url, publishedUrl, audiences } }) => [
      name,
      url,
      publishedUrl,
      audiences,
    ]),
    [
      ['Une', 'https://exemple.fr/', 'exemple.fr', ['business']],
      ['Une', null, null, ['business']],
    ],
  );
});

test('a later line that stands first in the file inherits from the earlier one', () => {
  const { draft, faults } = plan(
    emptySnapshot(),
    [
      'genre,identifiant,nom,niveau,valable_depuis',
      'Administration,a,A bis,,2025-01-01',
      'Administration,a,A,Direction,2024-01-01',
    ].join('\n'),
  );
  assert.deepEqual(faults, []);
  const [history = []] = draft.histories.organisation.values();
  assert.deepEqual(
    history.map(({ attributes: { name, level } }) => [name, level]),
    [
      ['A', 'direction'],
      ['A bis', 'direction'],
    ],
  );
});

test('an organisation renamed elsewhere is known again by the former slug of its lines', () => {
  const header = 'genre,identifiant,slug,nom,niveau,valable_depuis';
  const first = plan(emptySnapshot(), `${header}\nAdministration,dsr,,DSR,Direction,2024-01-01`).draft;
  const { draft, faults } = plan(
    first,
    [
      header,
      'Administration,route,dsr,DSR,Direction,2024-01-01',
      'Administration,route,route,Sécurité routière,Direction,2025-01-01',
    ].join('\n'),
  );
  assert.deepEqual(faults, []);
  assert.equal(draft.kinds.size, 1);
  assert.deepEqual([...draft.slugs.keys()], ['organisation/dsr', 'organisation/route']);
});

test('a file never escapes the closed list of errors, whatever its cells hold', () => {
  const cell = fc.oneof(
    fc.constantFrom('', 'Administration', 'Démarche', 'a', '1', 'Ministère', '2025-01-01', 'jdma:1', '48,8'),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  const rows = fc.array(fc.array(cell, { minLength: WIDTH, maxLength: WIDTH }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(rows, (cells) => {
      const records = cells.map((row) =>
        Object.fromEntries(CATALOGUE_COLUMNS.map((column, index) => [column, row[index] ?? ''])),
      );
      try {
        plan(emptySnapshot(), writeCsv(CATALOGUE_COLUMNS, records));
      } catch (error) {
        assert.ok(error instanceof VigieError);
      }
    }),
  );
});

test('statuses declared between two versions, or before the first, keep a line', () => {
  const { draft } = plan(
    emptySnapshot(),
    'genre,identifiant,nom,valable_depuis\nDémarche,1,Une,2024-01-01\nDémarche,1,Deux,2025-01-01\n',
  );
  const [subjectId = 0] = draft.kinds.keys();
  const statuses: DeclaredOnlineStatus[] = [
    { subjectId, validFrom: '2023-01-01', onlineStatus: 'Non' },
    { subjectId, validFrom: addDays('2024-01-01', 30), onlineStatus: 'Partiel' },
  ];
  const file = write(draft, statuses);
  assert.deepEqual(
    readCsv(new TextEncoder().encode(file)).rows.map(({ cells }) => [
      cells.valable_depuis,
      cells.nom,
      cells.statut_en_ligne,
    ]),
    [
      ['2024-01-01', 'Une', 'Non'],
      ['2024-01-31', 'Une', 'Partiel'],
      ['2025-01-01', 'Deux', ''],
    ],
  );
});
