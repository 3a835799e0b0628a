import assert from 'node:assert/strict';
import { test } from 'node:test';
import { honest } from '../../test/support/forged-edition.ts';
import { writeCsv } from '../core/csv.ts';
import { EDITION_COLUMNS, editionCsvRows } from './edition-csv.ts';
import { readEditionCsv } from './edition-schema.ts';
import { clustersOf, clustersText, parseClusters, publishClusters } from './published-clusters.ts';
import { completeEdition, type PublishedEdition } from './published-edition.ts';
import { verifyEdition } from './verify-edition.ts';

const SUMS = {
  clusters: 3,
  answers: 5,
  total: 27.5,
  answersSquared: 9,
  totalSquared: 306.25,
  answersByTotal: 47.5,
};

test('reviews are read as JSON and one cell write them, and nothing else is', () => {
  const published = publishClusters(SUMS);
  assert.deepEqual(clustersOf(published), SUMS);
  assert.deepEqual(parseClusters(clustersText(published)), published);
  for (const text of ['', 'avis:3', `${clustersText(published)};avis:3x`, 'avis:3;reponses', '3;5;27']) {
    assert.equal(parseClusters(text), null, text);
  }
});

test('an edition written before reviews were told is read and verified, in JSON and in CSV', () => {
  const edition = JSON.parse(JSON.stringify(honest())) as PublishedEdition;
  for (const { results } of edition.procedures) {
    delete (results as Record<string, unknown>).help_reachable;
    for (const result of Object.values(results)) delete (result as Record<string, unknown>).clusters;
  }
  const complete = completeEdition(edition);
  assert.equal(complete.procedures[0]?.results.satisfaction?.clusters, null);
  assert.equal(complete.procedures[0]?.results.autonomy?.numerator, 300);
  const missing = verifyEdition(complete).findings.map(({ where }) => where);
  assert.ok(
    missing.every((where) => !/clusters|interval|parts/.test(where)),
    missing.join('\n'),
  );
  const columns = EDITION_COLUMNS.filter((column) => column !== 'grappes');
  const read = readEditionCsv(Buffer.from(writeCsv(columns, editionCsvRows(complete))), 'old.csv');
  assert.equal(read.procedures[0]?.results.satisfaction?.clusters, null);
});
