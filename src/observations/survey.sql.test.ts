import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../test/support/database.ts';
import { question, recordWaves, stateJourneySurveys, TOLD_SURVEY, wave } from '../../test/support/surveys.ts';
import { figuresOf, listSurveys } from './index.ts';

const NOW = new Date('2026-01-15T12:00:00Z');

test('a survey comes back as it was written, its figures as observations and nowhere else', async (t) => {
  const db = await testDatabase(t);
  const done = await recordWaves(db, 'enquete', [wave(2024, [question(620)]), wave(2025, [question(670)])]);
  assert.deepEqual(
    done.waves.map(({ code, outcome }) => [code, outcome]),
    [
      ['2024', 'created'],
      ['2025', 'created'],
    ],
  );
  const [survey, ...others] = await listSurveys(db, NOW);
  assert.equal(others.length, 0);
  assert.equal(survey?.name, 'Enquête fictive');
  assert.doesNotMatch(JSON.stringify(survey?.waves), /values|0\.67|670/);
  const [, last] = survey?.waves ?? [];
  assert.ok(survey !== undefined && last !== undefined);
  const [figure] = figuresOf(last, survey.observations);
  assert.deepEqual(
    [figure?.value, figure?.n, figure?.observation?.numerator, figure?.observation?.denominator],
    [0.67, 1000, 670, 1000],
  );
});

test('the same file changes nothing; another text or figure stands in place of the earlier one, which is kept', async (t) => {
  const db = await testDatabase(t);
  const record = async (counted: number, given: Record<string, unknown> = {}) => {
    const { waves, figures } = await recordWaves(db, 'enquete', [wave(2025, [question(counted)], given)]);
    return [waves[0]?.outcome, figures.recorded, figures.superseded];
  };
  assert.deepEqual(await record(670), ['created', 1, 0]);
  assert.deepEqual(await record(670), ['unchanged', 0, 0]);
  assert.deepEqual(await record(671), ['unchanged', 1, 1]);
  assert.deepEqual(await record(671, { producer: 'Un autre institut' }), ['changed', 0, 0]);
  const rows = await db.query<{ n: number }>('select count(*)::int as n from observations.wave');
  assert.equal(rows[0]?.n, 2);
  const [survey] = await listSurveys(db, NOW);
  assert.deepEqual(
    survey?.waves.map(({ producer }) => producer),
    ['Un autre institut'],
  );
  await assert.rejects(db.query(`update observations.wave set author = 'x'`), /never/i);
});

test('the people of a whole never stand for those of a part, and what nobody gave is not reported', async (t) => {
  const db = await testDatabase(t);
  await stateJourneySurveys(db);
  const survey = (await listSurveys(db, NOW)).find(({ slug }) => slug === TOLD_SURVEY);
  const last = survey?.waves.at(-1);
  assert.ok(survey !== undefined && last !== undefined);
  assert.deepEqual(
    figuresOf(last, survey.observations).map(({ answer, group, status, value, n, isPart }) => [
      group?.code ?? answer.code,
      ...[status, value, n, isPart],
    ]),
    [
      ['oui', 'measured', 0.67, 1000, false],
      ['mois', 'measured', 0.53, 600, true],
      ['souvent', 'measured', 0.27, 600, true],
      ['FR', 'measured', 0.66, 500, true],
      ['DE', 'not_reported', null, null, true],
    ],
  );
  assert.deepEqual(
    figuresOf(last, []).map(({ status }) => status),
    Array(5).fill('not_reported'),
  );
});
