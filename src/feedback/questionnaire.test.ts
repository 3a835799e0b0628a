import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VigieError } from '../core/errors.ts';
import { parseQuestionnaire } from './questionnaire.ts';

const faultsOf = (questions: readonly object[]): string[] => {
  try {
    parseQuestionnaire({ id: 'reseau', version: 1, questions, wording: {} });
  } catch (error) {
    if (error instanceof VigieError) return error.fields.map(({ path }) => path);
    throw error;
  }
  return [];
};

const satisfaction = (...grades: string[]) => ({
  kind: 'choice',
  id: 'satisfaction',
  version: 'v9',
  options: grades.map((grade, at) => ({ code: `code_${at}`, grade })),
});

test('what figures add up is asked on the scale of the method', () => {
  const isRefused = (question: object, path: string) => faultsOf([question]).includes(path);
  assert.ok(isRefused(satisfaction('0', '100'), 'questions.satisfaction.options'));
  assert.ok(isRefused(satisfaction('bad', 'good'), 'questions.satisfaction.options'));
  assert.ok(
    !isRefused({ kind: 'scale', id: 'satisfaction', version: 'v9' }, 'questions.satisfaction.options'),
  );
  assert.ok(!isRefused(satisfaction('0', '2.5', '10'), 'questions.satisfaction.options'));
  const clarity = { ...satisfaction('0', '10'), id: 'clarity' };
  assert.ok(isRefused(clarity, 'questions.clarity.kind'));
});

test('no question is named as what a form and its pages are made of', () => {
  for (const id of ['action', 'deja', 'elements', 'essai', 'question', 'status']) {
    assert.ok(faultsOf([{ kind: 'scale', id, version: 'v1' }]).includes(`questions.${id}`), id);
  }
});
