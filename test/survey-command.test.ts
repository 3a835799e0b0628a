/** The command that imports a survey, as a person or a script runs it. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { listSurveys } from '../src/observations/index.ts';
import { openCommands } from './support/commands.ts';
import { question, surveyBytes, wave } from './support/surveys.ts';

test('a survey is imported once, again without effect, and all its faults are told in one go', async (t) => {
  const { db, directory, vigie } = await openCommands(t, { group: ['import', 'survey'] });
  const write = async (name: string, ...waves: unknown[]) => {
    const path = join(directory, name);
    await writeFile(path, surveyBytes('enquete', waves));
    return path;
  };
  const right = await write('right.json', wave(2024, [question(620)]), wave(2025, [question(670)]));
  const first = await vigie(right, '--json');
  assert.deepEqual([first.code, first.err], [0, '']);
  assert.deepEqual(JSON.parse(first.out), {
    survey: 'enquete',
    waves: [
      { code: '2024', outcome: 'created' },
      { code: '2025', outcome: 'created' },
    ],
    figures: { recorded: 2, superseded: 0, unchanged: 0 },
    demonstration: null,
  });
  const again = await vigie(right);
  assert.match(again.out, /^survey enquete, wave 2024: unchanged\n.*wave 2025: unchanged\n/);
  assert.match(again.out, /figures of the file: 0 recorded, 2 unchanged/);
  const wrong = await write('wrong.json', wave(2026, [question(5000)], { people: -1, producer: '' }));
  const refused = await vigie(wrong);
  assert.equal(refused.code, 1);
  assert.match(
    refused.err,
    /^vigie: Nothing was written.*\n {2}waves\.0\.producer: .*\n {2}waves\.0\.people: .*\n$/,
  );
  const [survey] = await listSurveys(db, new Date('2100-01-01T00:00:00Z'));
  assert.equal(survey?.waves.length, 2);
});
