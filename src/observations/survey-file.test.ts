import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { question, surveyBytes, wave } from '../../test/support/surveys.ts';
import { VigieError } from '../core/errors.ts';
import { readSurvey } from './index.ts';

const SHIPPED = new URL('../../data/surveys/', import.meta.url);

function faultsOf(...waves: readonly unknown[]): string[] {
  try {
    readSurvey(surveyBytes('enquete', waves));
  } catch (error) {
    assert.ok(error instanceof VigieError && error.code === 'InvalidInput', String(error));
    return error.fields.map(({ path }) => path);
  }
  return [];
}

test('the surveys that the project ships are read without a fault, and carry no figure of their own', async () => {
  const names = await readdir(SHIPPED);
  const surveys = await Promise.all(
    names.map(async (name) => readSurvey(await readFile(new URL(name, SHIPPED)))),
  );
  assert.deepEqual(
    surveys.map(({ survey }) => `${survey}.json`),
    names,
  );
  const waves = surveys.flatMap((survey) => survey.waves);
  const answers = waves.flatMap(({ questions }) => questions.flatMap((one) => one.answers));
  assert.ok(answers.length >= 8);
  assert.ok(answers.every(({ values }) => values.length === 0));
  assert.ok(waves.flatMap(({ questions }) => questions).every(({ wording }) => wording === null));
});

test('every fault of the form is told at once, by its place in the file', () => {
  assert.deepEqual(
    faultsOf(
      wave(2024, [question(600, { version: 'Version 2', measure: 'mean' })], { from: '2024-02-30' }),
      wave(2025, [question(670)], { people: 0, colour: 'red' }),
    ).toSorted(),
    [
      'waves.0.from',
      'waves.0.questions.0.measure',
      'waves.0.questions.0.version',
      'waves.1',
      'waves.1.people',
    ],
  );
  assert.throws(() => readSurvey(Buffer.from('{')), /not JSON in UTF-8/);
});

test('what a file says and contradicts is refused, all of it at once', () => {
  const answer = { code: 'oui', label: { fr: 'Oui', en: 'Yes' }, key: { answer: 'oui' } };
  const answers = (...values: unknown[]) => ({ answers: [{ ...answer, values }] });
  const of = (given: Record<string, unknown>, wider: Record<string, unknown> = {}) =>
    faultsOf(wave(2025, [question(null, given)], wider)).map((path) =>
      path.replace(/^waves\.0\.questions\.0\.?/, ''),
    );
  const first = 'answers.0.values.0';
  assert.deepEqual(of(answers({ share: 0.5 })), []);
  assert.deepEqual(of(answers({ count: 1001 })), [first]);
  assert.deepEqual(of(answers({ count: 10 }), { people: null }), [first]);
  assert.deepEqual(of(answers({ place: 3 })), [first]);
  assert.deepEqual(of(answers({ share: 0.5, count: 500 })), [first]);
  assert.deepEqual(of(answers({ group: 'FR', share: 0.5 })), [first]);
  assert.deepEqual(of(answers({ share: 0.5 }, { share: 0.6 })), ['answers.0.values.1']);
  assert.deepEqual(of({ measure: 'place', ...answers({ share: 0.5 }) }), ['among', first]);
  assert.deepEqual(of({ measure: 'place', among: 28, ...answers({ place: 29 }) }), [first]);
  assert.deepEqual(of({ indicator: 'visits' }), ['indicator']);
  assert.deepEqual(of({ indicator: 'humeur' }), ['indicator']);
  assert.deepEqual(of({ by: 'country' }), ['by']);
  assert.deepEqual(of({ asked: { who: { fr: 'tous', en: 'all' }, people: 2000 } }), ['asked.people']);
  const part = { ...answer, code: 'souvent', key: { answer: 'souvent' } };
  const nested = (within: string, share: number) =>
    of({
      answers: [
        { ...answer, values: [{ share: 0.5 }] },
        { ...part, within, values: [{ share }] },
      ],
    });
  assert.deepEqual(nested('oui', 0.3), []);
  assert.deepEqual(nested('oui', 0.6), ['answers.1.values']);
  assert.deepEqual(nested('peut-etre', 0.3), ['answers.1.within']);
  assert.deepEqual(of({ answers: [answer, answer] }), ['', 'answers.1']);
  assert.deepEqual(faultsOf(wave(2025, [question(1), question(2)])), [
    'waves.0.questions.1',
    'waves.0.questions.1',
  ]);
  assert.deepEqual(faultsOf(wave(2025, [question(1)]), wave(2025, [question(1)])), ['waves.1']);
  assert.deepEqual(faultsOf(wave(2025, [question(1)], { to: '2024-12-31' })), ['waves.0.to']);
});

test('a version of a question keeps its words from wave to wave; another wording is another version', () => {
  const reworded = { wording: { fr: 'Et cette année ?', en: null } };
  const [path] = faultsOf(wave(2024, [question(600)]), wave(2025, [question(600, reworded)]));
  assert.equal(path, 'waves.1.questions.0.version');
  assert.deepEqual(
    faultsOf(wave(2024, [question(600)]), wave(2025, [question(600, { ...reworded, version: '2' })])),
    [],
  );
  assert.deepEqual(faultsOf(wave(2024, [question(600)]), wave(2025, [question(600, { wording: null })])), []);
});
