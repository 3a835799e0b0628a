/** The command that imports a survey, as a person or a script runs it. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openStore } from '../src/core/store.ts';
import { listSurveys } from '../src/observations/index.ts';
import { PLAIN_ENVIRONMENT } from './support/environment.ts';
import { scratchDirectory } from './support/ground.ts';
import { question, surveyBytes, wave } from './support/surveys.ts';

const CLI = fileURLToPath(new URL('../src/cli.ts', import.meta.url));

test('a survey is imported once, again without effect, and all its faults are told in one go', async (t) => {
  const directory = scratchDirectory(t);
  const state = join(directory, 'state');
  const store = await openStore({ databaseUrl: null, dataDirectory: state });
  try {
    const vigie = (...words: string[]) => {
      const { promise, resolve } = Promise.withResolvers<{ code: number; out: string; error: string }>();
      const env = { ...PLAIN_ENVIRONMENT, VIGIE_DATA: state };
      execFile(process.execPath, [CLI, 'import', 'survey', ...words], { env }, (failure, out, error) =>
        resolve({ code: failure === null ? 0 : Number(failure.code), out, error }),
      );
      return promise;
    };
    const write = async (name: string, ...waves: unknown[]) => {
      const path = join(directory, name);
      await writeFile(path, surveyBytes('enquete', waves));
      return path;
    };
    const right = await write('right.json', wave(2024, [question(620)]), wave(2025, [question(670)]));
    const first = await vigie(right, '--json');
    assert.deepEqual([first.code, first.error], [0, '']);
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
      refused.error,
      /^vigie: Nothing was written.*\n {2}waves\.0\.producer: .*\n {2}waves\.0\.people: .*\n$/,
    );
    const [survey] = await listSurveys(store.db, new Date('2100-01-01T00:00:00Z'));
    assert.equal(survey?.waves.length, 2);
  } finally {
    await store.close();
  }
});
