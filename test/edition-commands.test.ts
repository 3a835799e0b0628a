/** The commands of editions as a person or a script runs them: answers, exit status, one clear line on bad input. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { createEditionReader, findEditionFile } from '../src/editions/index.ts';
import { openCommands } from './support/commands.ts';
import { testDatabase } from './support/database.ts';
import { importRows } from './support/edition-store.ts';
import { scratchDirectory } from './support/ground.ts';
import { runCommand } from './support/start.ts';

/** Runs a command on a store that is not made yet. */
function vigieIn(directory: string, ...words: string[]) {
  return runCommand(join(directory, 'state'), ['edition', ...words], {}, directory);
}

test('an edition lives from build to correction by commands alone, and each answer is one JSON text', async (t) => {
  const { db, directory, vigie, run } = await openCommands(t, { group: ['edition'] });
  await importRows(db, [{}, { 'Note Satisfaction': '4' }, {}]);
  await writeFile(join(directory, 'liste.csv'), 'id,motif\n2,Suivi particulier\n1,Événement de vie\n');
  const build = ['build', '2025-12', '--methodology', 'vde-2025', '--cutoff', '2025-12-31'];
  assert.partialDeepStrictEqual(await run(...build), { state: 'draft', replaced: false, procedures: 3 });
  assert.partialDeepStrictEqual(await run(...build, '--selection', 'liste.csv'), {
    replaced: true,
    procedures: 2,
  });
  assert.partialDeepStrictEqual(await run('show', '2025-12'), { state: 'draft' });
  const { out } = await vigie('show', '2025-12', '--document', 'csv');
  assert.match(out, /^edition,revision,.*\r\n2025-12,1,vde-2025,2,/);
  const frozen = await run('freeze', '2025-12');
  assert.match(String(frozen.sha256), /^[0-9a-f]{64}$/);
  assert.partialDeepStrictEqual(await run('publish', '2025-12', '--author', 'Camille'), {
    revision: 1,
    procedures: 2,
  });
  const corrected = await run(
    'correct',
    '2025-12',
    '--set',
    '2.clarity=9',
    '--reason',
    'Coquille',
    '--author',
    'Camille',
  );
  assert.partialDeepStrictEqual(corrected, { revision: 2 });
  assert.partialDeepStrictEqual(await run('compare', '2025-12', '2025-10'), {
    before: { slug: '2025-10' },
    after: { slug: '2025-12', revision: 2 },
  });
  assert.partialDeepStrictEqual(await run('verify', '--all'), { findings: 0 });
  const note = await run(
    'note',
    '2025-12',
    '--procedure',
    '1',
    '--author',
    'Camille',
    '--text',
    'Une **note**.',
  );
  assert.equal(note.outcome, 'written');
  assert.deepEqual(Object.keys(await run('list')), ['drafts', 'editions']);
  const { published } = (await createEditionReader(db).find('2025-12')) ?? assert.fail();
  assert.equal(published.edition.label, 'T4 2025');
});

test('a downloaded file is verified without any store, and one that was touched ends with 1', async (t) => {
  const directory = scratchDirectory(t);
  await mkdir(directory, { recursive: true });
  const db = await testDatabase(t);
  await importRows(db, [{}, {}]);
  for (const format of ['json', 'csv'] as const) {
    const { bytes, sha256 } = (await findEditionFile(db, '2025-10', format)) ?? assert.fail();
    await writeFile(join(directory, `edition.${format}`), bytes);
    await writeFile(join(directory, `${format}-manifest.json`), JSON.stringify({ files: [{ sha256 }] }));
  }
  for (const format of ['json', 'csv']) {
    const file = join(directory, `edition.${format}`);
    const manifest = join(directory, `${format}-manifest.json`);
    const clean = await vigieIn(directory, 'verify', file, '--manifest', manifest);
    assert.equal(clean.code, 0, clean.out + clean.err);
    assert.match(clean.out, /nothing differs\n$/);
    const alone = await vigieIn(directory, 'verify', file);
    assert.equal(alone.code, 0, alone.out + alone.err);
    assert.match(alone.out, /nothing differs\nthe file is consistent with itself;.* --manifest/);
    const text = await readFile(file, 'utf8');
    await writeFile(
      file,
      format === 'json' ? text.replace('"level":"good"', '"level":"poor"') : text.replace(',good,', ',poor,'),
    );
    const touched = await vigieIn(directory, 'verify', file, '--manifest', manifest);
    assert.equal(touched.code, 1);
    assert.match(touched.out, /sha256/);
    assert.match(touched.out, /level: published "poor", recomputed "good"/);
  }
  assert.equal(existsSync(join(directory, 'state')), false, 'no store was made');
});

test('bad input gets one line that names the field, and the exit status says so', async (t) => {
  const directory = scratchDirectory(t);
  await mkdir(directory, { recursive: true });
  const refused = async (says: RegExp, ...words: string[]) => {
    const { code, out, err } = await vigieIn(directory, ...words);
    assert.equal(code, 1, words.join(' '));
    assert.equal(out, '');
    assert.match(err, says);
    assert.doesNotMatch(err, /\n {4}at /, 'no stack trace');
  };
  const build = ['build', 'x', '--methodology', 'vde-2025', '--cutoff', '2025-12-31'];
  await refused(/--cutoff <day>/, 'build', 'x', '--methodology', 'vde-2025');
  await refused(
    /--cutoff: "hier" is not a day/,
    'build',
    'x',
    '--methodology',
    'vde-2025',
    '--cutoff',
    'hier',
  );
  await refused(
    /slug: "Octobre 2025"/,
    'build',
    'Octobre 2025',
    '--methodology',
    'vde-2025',
    '--cutoff',
    '2025-12-31',
  );
  await refused(/top:0/, ...build, '--selection', 'top:0');
  await refused(/rien\.csv: there is no such file/, ...build, '--selection', 'rien.csv');
  await refused(/Name an edition or a file/, 'verify');
  await refused(/rien\.json: there is no such file/, 'verify', 'rien.json');
  await refused(/--manifest goes with a downloaded file/, 'verify', '2025-10', '--manifest', 'm.json');
  await refused(/one of them/, 'correct', 'x', '--reason', 'r', '--author', 'a');
  await refused(
    /PROCEDURE\.CRITERION=VALUE/,
    'correct',
    'x',
    '--set',
    'rien',
    '--reason',
    'r',
    '--author',
    'a',
  );
});
