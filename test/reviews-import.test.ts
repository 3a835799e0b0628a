/** The import of earlier reviews as a person or a script runs it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Database } from '../src/core/database.ts';
import { findDemonstration } from '../src/core/demonstration.sql.ts';
import { listButtons } from '../src/feedback/index.ts';
import { COUNTS_BY_DAY } from './support/intake.sql.ts';
import { within } from './support/reviews-ground.ts';

/** Answers as they are held, and counts by question, version, day and grade. */
async function heldOf(db: Database) {
  const answers = await db.query<{ said: string }>(
    `select concat_ws(' ', opened_on, question, version, array_to_string(grades, '+'), comment) as said
     from feedback.review join feedback.answer on answer.subject_id = review.subject_id and review_id = id
     where grades <> '{}' order by 1`,
  );
  const counts = await db.query<{ said: string }>(
    `select concat_ws(' ', question, version, day, channel, ending, grade, n) as said
     from (select question, version, day, channel, ending, grade, sum(n) as n from ${COUNTS_BY_DAY} as counts
           group by 1, 2, 3, 4, 5, 6) as counted
     where n > 0 order by 1`,
  );
  return { answers: answers.map(({ said }) => said), counts: counts.map(({ said }) => said) };
}

test('earlier reviews come in once, redacted, under closed buttons, and a corrected file corrects them', (t) =>
  within(t, async ({ db, run, write }) => {
    await write(
      [
        'identifiant_avis;demarche;lieu;date;satisfaction;clarte;aide;joint_telephone;qualite_telephone;commentaire;canal;fin',
        'a1;1764;;31/12/2024;bien;5;aucune;;;"Écrivez à jean.dupont@exemple.fr\r\nmerci";;',
        'a2;77;;2024-12-31 23:59:59;0;;"Téléphone ; proche";oui;4;;;refusee',
        'a3;xwiki:19;;2025-01-01;Moyennement;;;;;;papier;',
        'a3;;sip-de-lille;2025-01-01;10;;;;;;guichet;',
      ].join('\r\n'),
    );
    const first = await run('import', 'avis.csv', '--source', 'Ancien service');
    assert.deepEqual(first, {
      rows: 4,
      created: 4,
      updated: 0,
      unchanged: 0,
      withoutSatisfaction: 0,
      redacted: { email: 1 },
      leftOut: { rows: 0, faults: 0, told: [] },
      demonstration: null,
    });
    assert.deepEqual(await db.query('select from feedback.daily'), [], 'counts are packed at the end');
    const held = await heldOf(db);
    assert.deepEqual(held.answers, [
      '2024-12-31 clarity import 10',
      '2024-12-31 comment import given Écrivez à [courriel]\nmerci',
      '2024-12-31 help import none',
      '2024-12-31 help import tried+phone+relative',
      '2024-12-31 help_quality import 7.5/1+phone=7.5',
      '2024-12-31 help_reached import 1/1+phone=yes',
      '2024-12-31 satisfaction import 0',
      '2024-12-31 satisfaction import 10',
      '2025-01-01 satisfaction import 10',
      '2025-01-01 satisfaction import 5',
    ]);
    const buttons = await listButtons(db);
    assert.deepEqual(buttons.map(({ channel }) => channel).toSorted(), ['counter', 'paper', 'web']);
    for (const { closedAt, closedReason } of buttons) {
      assert.ok(closedAt);
      assert.equal(closedReason, 'Avis repris d’un service antérieur\u00a0: Ancien service');
    }

    const second = await run('import', 'avis.csv', '--source', 'Ancien service');
    assert.partialDeepStrictEqual(second, { created: 0, updated: 0, unchanged: 4 });
    assert.deepEqual(await heldOf(db), held);

    // Another day and channel, an answer changed, one withdrawn; what the file has no column for stays.
    await write(
      'identifiant_avis,demarche,date,satisfaction,clarte,canal\na1,1764,2025-02-01,Mal,,Courriel\na2,1764,2024-12-31,0,,\n',
    );
    const third = await run('import', 'avis.csv', '--source', 'Ancien service');
    assert.partialDeepStrictEqual(third, { created: 0, updated: 2, unchanged: 0 });
    const after = await heldOf(db);
    assert.deepEqual(
      after.counts.filter((one) => /2025-02-01|clarity/.test(one)),
      [
        'comment import 2025-02-01 email unknown given 1',
        'help import 2025-02-01 email unknown none 1',
        'satisfaction import 2025-02-01 email unknown 0 1',
      ],
    );
    assert.partialDeepStrictEqual(await run('recount'), { reviews: 4, differing: 0 });
    assert.partialDeepStrictEqual(await run('import', 'avis.csv', '--source', 'Un autre'), { created: 2 });
  }));

test('every fault is told with its line and column, nothing is written, and the good lines are when that is asked', (t) =>
  within(t, async ({ db, vigie, run, write }) => {
    const bad = [
      'x1,1764,,2999-01-01,Bien,,,,,', // yet to come
      'x2,9999,,2024-01-01,Bien,,,,,', // no such procedure
      'x3,1764,sip-de-lille,2024-01-01,Bien,,,,,', // two places
      'x4,1764,,2024-02-30,Super,6,,,,', // three cells
      'x5,1764,,2024-01-01,,,,,,', // no answer
      'ok,1764,,2024-01-01,Bien,,,,,', // twice
      'x7,1764,,2024-01-01,Bien,,Aucune;Guichet,,,',
      'x8,1764,,2024-01-01,Bien,,Aucune,Oui,,',
      'x9,1764,,2024-01-01,Bien,,,Non,3,',
      `x10,1764,,2024-01-01,Bien,,,,,${'a'.repeat(5_001)}`,
      'x11,1764',
      'x12,1764,,2024-01-01,Bien,,,,,,spare',
    ];
    const header =
      'identifiant_avis,demarche,lieu,date,satisfaction,clarte,aide,joint_guichet,qualite_guichet,commentaire';
    await write([header, 'ok,1764,,2024-01-01,Bien,,,,,', ...bad].join('\n'));
    const refused = await vigie('import', 'avis.csv');
    assert.equal(refused.code, 1);
    assert.match(refused.err, /^vigie: Nothing was written: 14 cells or lines are wrong/);
    const places = [...refused.err.matchAll(/^ {2}(line \d+)(?:, column "(\w+)")?:/gm)].map(
      ([, line, column]) => (column === undefined ? line : `${line} ${column}`),
    );
    assert.deepEqual(
      places.toSorted(),
      [
        'line 3 date',
        'line 4 demarche',
        'line 5 lieu',
        'line 6 date',
        'line 6 satisfaction',
        'line 6 clarte',
        'line 7 satisfaction',
        'line 8 identifiant_avis',
        'line 9 aide',
        'line 10 joint_guichet',
        'line 11 qualite_guichet',
        'line 12 commentaire',
        'line 13',
        'line 14',
      ].toSorted(),
    );
    assert.deepEqual(await db.query('select from feedback.review union all select from feedback.button'), []);

    const taken = await run('import', 'avis.csv', '--skip-bad');
    assert.partialDeepStrictEqual(taken, { rows: 13, created: 1, leftOut: { rows: 12, faults: 14 } });

    const noise = Array.from({ length: 150 }, (_, at) => `y${at},nulle-part,,2024-01-01,Bien,,,,,`);
    await write([header, ...noise].join('\n'));
    const many = await vigie('import', 'avis.csv');
    assert.match(many.err, /150 cells or lines are wrong, of which the first 100 follow/);
    assert.equal(many.err.trimEnd().split('\n').length, 101);

    for (const [text, expected] of [
      ['', /empty/],
      [`${header}\n`, /no line below its header/],
      ['identifiant_avis,note\n1,2\n', /column "date": is missing(.|\n)*column "note": is not one of/],
      [`${header}\nz,"1764\n`, /quote opened/],
    ] as const) {
      await write(text);
      const { code, err } = await vigie('import', 'avis.csv', '--skip-bad');
      assert.equal(code, 1, text);
      assert.match(err, expected);
    }
    assert.match((await vigie('import', 'none.csv')).err, /^vigie: none\.csv: there is no such file\.\n$/);
    assert.match((await vigie('import', '.')).err, /regular file/);
    const options = await vigie('import', 'avis.csv', '--source', ' ', '--question-version', 'V 1');
    assert.match(options.err, /--source(.|\n)*--question-version/);
  }));

test('the demonstration leaves with reviews that are imported, and stays when they are refused', (t) =>
  within(
    t,
    async ({ db, vigie, run, write }) => {
      await write('identifiant_avis,demarche,date,satisfaction\n1,1764,2024-01-01,Bien\n');
      const { code, err } = await vigie('import', 'avis.csv');
      assert.equal(code, 1);
      // The procedure is part of the demonstration.
      assert.match(err, /"1764" is in the catalogue as no procedure/);
      assert.deepEqual((await findDemonstration(db))?.kept, false);
      assert.partialDeepStrictEqual(await run('import', 'avis.csv', '--keep-demo'), {
        created: 1,
        demonstration: 'kept',
      });
    },
    { demonstration: true },
  ));
