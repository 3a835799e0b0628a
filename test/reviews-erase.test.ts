/** The command that erases a comment, as the person who runs a site types it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemClock } from '../src/core/clock.ts';
import type { Database } from '../src/core/database.ts';
import { type Answer, createButton, keepContributions } from '../src/feedback/index.ts';
import { contributionOf } from './support/review-store.ts';
import { within } from './support/reviews-ground.ts';

const DAY = '2026-01-05';

function saying(comment: string): Answer[] {
  return [
    { question: 'satisfaction', version: 'v1', grades: ['10'], comment: null },
    { question: 'comment', version: 'v1', grades: ['given'], comment },
  ];
}

async function buttonOf(db: Database) {
  const [{ id: subjectId } = { id: 0 }] = await db.query<{ id: number }>(
    'select subject_id as id from catalogue.procedure',
  );
  const place = { subjectId, step: null, language: 'fr', questionnaire: 'avis', author: 'test' };
  return createButton(db, { ...place, channel: 'web' }, systemClock.now());
}

function commentsOf(db: Database) {
  return db.query<{ comment: string }>(
    'select comment from feedback.answer where comment is not null order by comment',
  );
}

const AT_THE_PROCEDURE = ['erase', '--procedure', '1764', '--reason', 'Demande du 6 janvier'];

test('the one comment that holds a text is erased, with its count and nothing else, and why is kept', (t) =>
  within(t, async ({ db, vigie, run }) => {
    const button = await buttonOf(db);
    const review = contributionOf(button, {
      openedOn: DAY,
      answers: saying('Je suis  l’Élu\nde Ploumanac’h'),
    });
    const quarantined = contributionOf(button, {
      openedOn: DAY,
      outReason: 'burst',
      answers: saying('Voisin du maire de Trégastel'),
    });
    const other = contributionOf(button, { openedOn: DAY, answers: saying('Très clair') });
    await keepContributions(db, [review, quarantined, other]);

    const named = [...AT_THE_PROCEDURE, '--author', 'C. Le Goff', '--day', DAY];
    const erased = await run(...named, '--text', "l'elu de ploumanac'h");
    assert.partialDeepStrictEqual(erased, {
      matching: 1,
      review: review.review.id,
      day: DAY,
      author: 'C. Le Goff',
      reason: 'Demande du 6 janvier',
    });
    const said = await vigie(...AT_THE_PROCEDURE, '--day', DAY, '--text', 'Trégastel');
    assert.match(
      said.out,
      /^1 comment matches: it is erased from review [0-9a-f-]{36}, given on 2026-01-05 /,
    );
    assert.doesNotMatch(said.out, /Trégastel/);
    assert.deepEqual(await commentsOf(db), [{ comment: 'Très clair' }]);
    assert.deepEqual(
      await db.query(
        `select grade, n from feedback.daily where n > 0 and question in ('satisfaction', 'comment') order by 1`,
      ),
      [
        { grade: '10', n: 2 },
        { grade: 'given', n: 1 },
      ],
    );
    assert.partialDeepStrictEqual(await run('recount', '--dry-run'), { differing: 0 });
    const kept = await db.query<Record<string, unknown>>(
      'select review_id, author, reason from feedback.erasure order by id',
    );
    assert.deepEqual(kept, [
      { review_id: review.review.id, author: 'C. Le Goff', reason: 'Demande du 6 janvier' },
      { review_id: quarantined.review.id, author: 'vigie', reason: 'Demande du 6 janvier' },
    ]);

    // What waited elsewhere comes after all, sent before the erasure; one that is released has no comment either.
    await keepContributions(db, [review, { ...review, isNew: true }]);
    await run('release', '--all', '--procedure', '1764', '--reason', 'Vérifié', '--author', 'D');
    assert.deepEqual(await commentsOf(db), [{ comment: 'Très clair' }]);
    assert.partialDeepStrictEqual(await run('recount', '--dry-run'), { differing: 0 });
    assert.deepEqual(
      await db.query('select button_id, from_on, to_on, reviews, author, reason from feedback.release'),
      [{ button_id: button.id, from_on: DAY, to_on: DAY, reviews: 1, author: 'D', reason: 'Vérifié' }],
    );
    const again = await vigie(...named, '--text', 'ploumanac');
    assert.deepEqual([again.code, again.out], [1, '']);
    assert.match(again.err, /^vigie: No comment of procedure 1764 matches: nothing was erased\. [^\n]+\n$/);
  }));

test('of several comments that hold a text none is erased: they are listed, and an id chooses', (t) =>
  within(t, async ({ db, vigie, run }) => {
    const button = await buttonOf(db);
    const long = `Le guichet ${'x'.repeat(100)}`;
    const reviews = ['Guichet fermé', long].map((text) =>
      contributionOf(button, { openedOn: DAY, answers: saying(text) }),
    );
    await keepContributions(db, reviews);
    const words = [...AT_THE_PROCEDURE, '--day', DAY, '--text', 'guichet'];
    const { code, out, err } = await vigie(...words, '--json');
    assert.deepEqual([code, out], [1, '']);
    const [head, ...listed] = err.trimEnd().split('\n');
    assert.equal(head, 'vigie: 2 comments match: nothing was erased. Choose one with --review.');
    const [first, second] = reviews;
    assert.ok(first && second);
    assert.deepEqual(
      listed.toSorted(),
      [
        `  ${first.review.id}: ${DAY}, "Guichet fermé"`,
        `  ${second.review.id}: ${DAY}, "${long.slice(0, 60)}…"`,
      ].toSorted(),
    );
    assert.equal((await commentsOf(db)).length, 2);
    await run(...words, '--review', second.review.id);
    assert.deepEqual(await commentsOf(db), [{ comment: 'Guichet fermé' }]);
    await run(...AT_THE_PROCEDURE, '--review', first.review.id);
    assert.deepEqual(await commentsOf(db), []);
  }));

test('an erased comment of an earlier service does not come back with its file', (t) =>
  within(t, async ({ db, run, write }) => {
    const file = (day: string, satisfaction: string) =>
      `identifiant_avis,demarche,date,satisfaction,commentaire\n1,1764,${day},${satisfaction},Je suis le maire\n`;
    await write(file('2024-01-01', 'Bien'));
    await run('import', 'avis.csv');
    await run(...AT_THE_PROCEDURE, '--day', '2024-01-01', '--text', 'le maire');
    assert.partialDeepStrictEqual(await run('import', 'avis.csv'), { updated: 0, unchanged: 1 });
    await write(file('2024-01-02', 'Mal'));
    assert.partialDeepStrictEqual(await run('import', 'avis.csv'), { updated: 1 });
    assert.deepEqual(await commentsOf(db), []);
    assert.partialDeepStrictEqual(await run('recount', '--dry-run'), { differing: 0 });
  }));

test('what is missing or wrong is said in one line, and nothing is erased', (t) =>
  within(t, async ({ db, vigie }) => {
    const button = await buttonOf(db);
    await keepContributions(db, [contributionOf(button, { openedOn: DAY, answers: saying('Très clair') })]);
    const chosen = ['--day', DAY, '--text', 'clair'];
    for (const [words, expected] of [
      [['erase', '--procedure', '1764', ...chosen], /--reason/],
      [['erase', '--reason', 'x', ...chosen], /Give --procedure or --site/],
      [['erase', '--procedure', '9', '--reason', 'x', ...chosen], /--procedure: there is no procedure "9"/],
      [[...AT_THE_PROCEDURE, '--site', 'sip-de-lille', ...chosen], /one of them/],
      [[...AT_THE_PROCEDURE, '--text', 'clair'], /Give --day and --text, or --review/],
      [[...AT_THE_PROCEDURE, '--day', DAY], /Give --day and --text, or --review/],
      [[...AT_THE_PROCEDURE, '--day', '2026-02-30', '--text', 'clair'], /--day: "2026-02-30" is not a day/],
      [[...AT_THE_PROCEDURE, '--day', DAY, '--text', ' '], /--text: write a part/],
      [[...AT_THE_PROCEDURE, '--review', '12'], /--review: "12" is not the id of a review/],
      [[...AT_THE_PROCEDURE, '--author', ' ', ...chosen], /--author: write 1 to 120/],
      [['erase', '--procedure', '1764', '--reason', ' ', ...chosen], /--reason: write 1 to 500/],
      [['erase', '--site', 'sip-de-lille', '--reason', 'x', ...chosen], /No comment of site sip-de-lille/],
      [[...AT_THE_PROCEDURE, '--day', '2026-01-04', '--text', 'clair'], /No comment of procedure 1764/],
    ] as const) {
      const { code, out, err } = await vigie(...words);
      assert.deepEqual([code, out], [1, ''], words.join(' '));
      assert.match(err, expected);
    }
    assert.equal((await commentsOf(db)).length, 1);
    assert.match((await vigie('erase', '--help')).out, /--review <id>/);
  }));
