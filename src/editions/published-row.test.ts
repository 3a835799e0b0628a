import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publishedFile } from '../../test/support/published-file.ts';
import { getMethodology, judgeProcedure } from '../criteria/index.ts';
import { readPublishedEdition } from './published-format.ts';

const methodology = getMethodology('vde-2025');
const CUTOFF = '2025-09-30';
const UNANSWERED = {
  'Note Satisfaction': 'À venir',
  'Note Clarté Langage': 'À venir',
  'Niveau Autonomie': 'À venir',
  'Aide Joignable': 'À venir',
  'Aide Efficace': 'À venir',
};

function judgeRow(row: Parameters<typeof publishedFile>[0][number]) {
  const { rows } = readPublishedEdition(publishedFile([row]), 'file.csv', methodology, CUTOFF);
  return judgeProcedure(methodology, rows[0]?.facts ?? assert.fail(), CUTOFF);
}

test('a probe that was blocked is told apart from an outage, and the response time keeps its level', () => {
  const blocked = judgeRow({ 'Taux Dispo': '0.0047', 'Note Satisfaction': "Nombre d'avis insuffisant" });
  assert.partialDeepStrictEqual(blocked.availability, { status: 'suspect', value: 0.0047, level: 'none' });
  assert.equal(blocked.response_time?.level, 'good');
  const clear = judgeRow({ ...UNANSWERED, 'Taux Dispo': '0.0047', 'Note Clarté Langage': '7.2' });
  assert.equal(clear.availability?.status, 'suspect');
  const silent = judgeRow({ ...UNANSWERED, 'Taux Dispo': '0.0047' });
  assert.equal(silent.availability?.level, 'poor');
});
