/** The commands of buttons and questionnaires as a person or a script runs them. */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { importCatalogue } from '../src/catalogue/index.ts';
import { systemClock } from '../src/core/clock.ts';
import { beginDemonstration, findDemonstration } from '../src/core/demonstration.sql.ts';
import { findSecretButton, listButtons, readContext } from '../src/feedback/index.ts';
import { openCommands } from './support/commands.ts';

const CATALOGUE = `genre,identifiant,valable_depuis,nom,niveau,reseau
Administration,dgfip,2020-01-01,Direction des impôts,Direction,
Démarche,1764,2020-01-01,Déclarer ses revenus,,
Lieu d’accueil,sip-de-lille,2020-01-01,Centre des impôts de Lille,,Impôts
`;

/** A store with a procedure and a site, and the commands on it. */
async function prepare(t: TestContext, { demonstration = false } = {}) {
  const ground = await openCommands(t, { settings: { VIGIE_PUBLIC_URL: 'https://vigie.example' } });
  await ground.db.transaction(async (tx) => {
    if (demonstration) assert.ok(await beginDemonstration(tx, systemClock.now()));
    await importCatalogue(tx, Buffer.from(CATALOGUE), { today: '2026-01-15', skipBad: false });
  });
  return ground;
}

test('a button lives from its creation to its end by commands alone', async (t) => {
  const { db, directory, vigie, run } = await prepare(t);
  const created = await run('button', 'create', '--procedure', '1764', '--step', 'paiement');
  assert.partialDeepStrictEqual(created, { channel: 'web', step: 'paiement', demonstration: false });
  const id = String(created.id);
  assert.equal(created.url, `https://vigie.example/avis/${id}`);
  assert.match(String(created.snippet), new RegExp(`^<a href="https://vigie.example/avis/${id}" `));
  const counter = await run('button', 'create', '--site', 'sip-de-lille', '--channel', 'counter');

  const listed = (await run('button', 'list')) as { buttons: { id: string; subject: unknown }[] };
  assert.deepEqual(
    listed.buttons.map(({ id: one, subject }) => ({ one, subject })),
    [
      { one: id, subject: { kind: 'procedure', id: '1764', name: 'Déclarer ses revenus' } },
      {
        one: counter.id,
        subject: { kind: 'site', id: 'sip-de-lille', name: 'Centre des impôts de Lille' },
      },
    ],
  );

  const context = ['--ending', 'success', '--step', 'fin', '--service-version', '2.1'];
  const signed = await run('button', 'snippet', id, ...context, '--format', 'text');
  const button = (await findSecretButton(db, id)) ?? assert.fail();
  const parameters = Object.fromEntries(new URL(String(signed.url)).searchParams);
  assert.deepEqual(readContext(button, parameters), {
    ending: 'success',
    step: 'fin',
    serviceVersion: '2.1',
  });
  assert.deepEqual(await run('button', 'secret', id), { id, secret: button.secret.toString('hex') });

  const png = join(directory, 'guichet.png');
  await run('button', 'snippet', String(counter.id), '--format', 'qr', '--output', png);
  assert.deepEqual([...(await readFile(png)).subarray(1, 4)], [...Buffer.from('PNG')]);
  const { out } = await vigie('button', 'snippet', id, '--format', 'qr');
  assert.match(out, /^<svg .*<\/svg>\n$/);

  await run('button', 'close', id, '--reason', 'Remplacée');
  const open = (await run('button', 'list', '--open')) as { buttons: { id: string }[] };
  assert.deepEqual(
    open.buttons.map((one) => one.id),
    [counter.id],
  );
  const again = await vigie('button', 'close', id, '--reason', 'Encore');
  assert.deepEqual([again.code, again.out], [1, '']);
  assert.match(again.err, /^vigie: The button ".*" was closed on \d{4}-\d{2}-\d{2}: Remplacée\n$/);
  const closed = await vigie('button', 'snippet', id);
  assert.deepEqual(
    [closed.code, closed.err],
    [1, `vigie: The button "${id}" is closed; open another one.\n`],
  );
});

test('bad input names each option with its remedy, and writes nothing', async (t) => {
  const { db, vigie } = await prepare(t);
  const refused: [words: string[], says: RegExp][] = [
    [[], /^vigie: Give --procedure or --site\.\n$/],
    [
      ['--procedure', '1764', '--site', 'sip-de-lille'],
      /^vigie: Give --procedure or --site, one of them\.\n$/,
    ],
    [['--procedure', '9'], /^vigie: --procedure: there is no procedure "9"; .*\n$/],
    [['--site', 'x'], /^vigie: --site: there is no reception site "x"; .*\n$/],
    [
      ['--procedure', '1764', '--channel', 'fax', '--step', 'A b', '--language', 'de', '--author', ' '],
      /^vigie: The button cannot be opened\.\n {2}--channel: .*\n {2}--step: .*\n {2}--language: "de" is not one of fr, en\n {2}--author: .*\n$/,
    ],
    [
      ['--procedure', '1764', '--questionnaire', 'x'],
      /--questionnaire: "x" is not one of avis, signalement\n$/,
    ],
  ];
  const answers = await Promise.all(refused.map(([words]) => vigie('button', 'create', ...words)));
  for (const [at, [words, says]] of refused.entries()) {
    const { code, out, err } = answers[at] ?? assert.fail();
    assert.deepEqual([code, out], [1, ''], words.join(' '));
    assert.match(err, says);
  }
  assert.deepEqual(await listButtons(db), []);
  for (const words of [
    ['close', 'aaaaaaaaaa', '--reason', 'x'],
    ['snippet', 'aaaaaaaaaa'],
    ['secret', 'aaaaaaaaaa'],
  ]) {
    const { code, err } = await vigie('button', ...words);
    assert.deepEqual([code, err], [1, 'vigie: There is no button "aaaaaaaaaa"; see "vigie button list".\n']);
  }
  for (const [words, says] of [
    [['--format', 'gif'], /--format: "gif" is not one of/],
    [['--output', 'x.png'], /--output: only a QR code/],
    [['--ending', 'happy', '--step', 'Jean Dupont'], /--ending: "happy" .*\n {2}--step: /],
  ] as const) {
    const { code, err } = await vigie('button', 'snippet', 'aaaaaaaaaa', ...words);
    assert.equal(code, 1);
    assert.match(err, says);
  }
});

test('a questionnaire is added once, then asked by buttons in its own words', async (t) => {
  const { directory, vigie, run } = await prepare(t);
  const shown = await vigie('questionnaire', 'show', 'avis');
  const document = JSON.parse(shown.out) as { wording: Record<string, { title: string }> };
  const fr = document.wording.fr ?? assert.fail();
  const own = { ...document, id: 'consulats', wording: { fr: { ...fr, title: 'Votre visite' } } };
  const file = join(directory, 'consulats.json');
  await writeFile(file, JSON.stringify(own));
  assert.partialDeepStrictEqual(await run('questionnaire', 'import', file), { outcome: 'recorded' });
  assert.partialDeepStrictEqual(await run('questionnaire', 'import', file), { outcome: 'unchanged' });
  const created = await run('button', 'create', '--site', 'sip-de-lille', '--questionnaire', 'consulats');
  assert.match(String(created.snippet), /boutons\/consulats-1-fr\..* alt="Votre visite"/);

  await writeFile(file, JSON.stringify({ ...own, wording: { fr } }));
  const changed = await vigie('questionnaire', 'import', file);
  assert.deepEqual([changed.code, changed.out], [1, '']);
  assert.match(changed.err, /a version is never changed: raise its number\.\n$/);

  const second = { ...own, version: 2, wording: { en: fr } };
  await writeFile(file, JSON.stringify(second));
  const lost = await vigie('questionnaire', 'import', file);
  assert.equal(lost.code, 1);
  assert.match(lost.err, new RegExp(`lacks a language .*\\n {2}button ${created.id}: asks it in "fr"\\n$`));
  await run('button', 'close', String(created.id), '--reason', 'Fermé');
  assert.partialDeepStrictEqual(await run('questionnaire', 'import', file), { outcome: 'recorded' });
  await writeFile(file, '{');
  const broken = await vigie('questionnaire', 'import', file);
  assert.match(broken.err, /^vigie: consulats\.json: it is not JSON in UTF-8/);
  await writeFile(file, JSON.stringify({ id: 'x', version: 1, questions: [], wording: {} }));
  const empty = await vigie('questionnaire', 'import', file);
  assert.match(empty.err, /^vigie: The questionnaire cannot be used as written\.\n {2}questions: /);
  const { questionnaires } = (await run('questionnaire', 'list')) as { questionnaires: { id: string }[] };
  assert.deepEqual(
    questionnaires.map(({ id }) => id),
    ['avis', 'signalement', 'consulats', 'consulats'],
  );
});

test('a button of the demonstration says so, and leaves with it at the first import', async (t) => {
  const { db, directory, vigie, run } = await prepare(t, { demonstration: true });
  const { out } = await vigie('button', 'create', '--procedure', '1764');
  assert.match(out, /\nit is part of the demonstration, and leaves with it at the first import\n$/);
  const { demonstration } = await run('button', 'create', '--procedure', '1764');
  assert.equal(demonstration, true);
  await writeFile(join(directory, 'catalogue.csv'), CATALOGUE);
  await run('import', 'catalogue', 'catalogue.csv');
  assert.equal(await findDemonstration(db), null);
  assert.deepEqual(await listButtons(db), []);
});
