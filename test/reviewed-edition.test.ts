/** From reviews to a published edition: counted, judged with their intervals, found again by verification. */
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { subjectIdsByPublicId } from '../src/catalogue/index.ts';
import { FACT_READERS } from '../src/cli/fact-readers.ts';
import type { Database } from '../src/core/database.ts';
import { editionCsv } from '../src/editions/edition-csv.ts';
import { readEditionCsv, verifyEdition, verifyResults } from '../src/editions/index.ts';
import { type Answer, type Contribution, keepContributions, releaseReviews } from '../src/feedback/index.ts';
import { testDatabase } from './support/database.ts';
import { build, importRows, publishBuilt } from './support/edition-store.ts';

const ROW = { 'Note Satisfaction': '8.4', 'Aide Joignable': '0.9' };

/** A store with procedures 1 and 2, imported: 1 with figures that others gave, 2 without. */
async function store(t: TestContext): Promise<Database> {
  const db = await testDatabase(t);
  await importRows(db, [ROW, { 'Note Satisfaction': '', 'Aide Joignable': '' }]);
  return db;
}

type Given = { readonly [question: string]: readonly string[] };
let reviews = 0;

/** Reviews of a procedure, each with the same answers, all of one day of the year to the cut-off. */
async function review(
  db: Database,
  publicId: string,
  times: number,
  given: Given,
  {
    openedOn = '2025-05-14',
    outReason = null,
  }: Partial<Pick<Contribution, 'outReason'>> & { openedOn?: string } = {},
): Promise<void> {
  const subjectId = (await subjectIdsByPublicId(db)).get(publicId) ?? assert.fail();
  const answers = Object.entries(given).map(
    ([question, grades]): Answer => ({ question, version: 'v1', grades, comment: null }),
  );
  const contributions = Array.from({ length: times }, (): Contribution => {
    reviews += 1;
    return {
      review: {
        subjectId,
        id: `00000000-0000-7000-8000-${String(reviews).padStart(12, '0')}`,
        buttonId: 'aaaaaaaaaa',
        channel: 'web',
        ending: 'unknown',
        step: null,
        serviceVersion: null,
        language: 'fr',
        openedOn,
      },
      outReason,
      answers,
      receivedAtMs: 1_747_200_000_000,
    };
  });
  await keepContributions(db, contributions);
}

const resultsOf = async (db: Database) => {
  const { draft } = await build(db, {}, FACT_READERS);
  const byId = new Map(draft.procedures.map(({ id, results }) => [id, results]));
  return (id: string) => byId.get(id) ?? assert.fail(id);
};

test('reviews of the year give figures with their answers, intervals and quarters, which verification finds again', async (t) => {
  const db = await store(t);
  await review(db, '1', 50, { satisfaction: ['0'] });
  await review(db, '1', 100, { satisfaction: ['5'], help: ['none'] }, { openedOn: '2025-12-31' });
  await review(db, '1', 850, { satisfaction: ['10'] }, { openedOn: '2025-01-01' });
  await review(db, '1', 88, { help: ['tried', 'phone'], help_reached: ['1/1', 'phone=yes'] });
  await review(db, '1', 32, { help_reached: ['0/1', 'phone=no'] });
  await review(db, '1', 32, { help_reached: ['2/2', 'phone=yes', 'email=yes'] });
  await review(db, '1', 8, { help_reached: ['0/2', 'phone=no', 'email=no'] });
  await review(db, '1', 999, { satisfaction: ['0'] }, { openedOn: '2024-12-31' });

  const published = await publishBuilt(db, {}, FACT_READERS);
  const { satisfaction, autonomy, help_reachable } = published.procedures[0]?.results ?? {};
  assert.partialDeepStrictEqual(satisfaction, {
    status: 'measured',
    value: 9,
    n: 1000,
    level: 'good',
    counts: { '0': 50, '5': 100, '10': 850 },
    origin: 'automatic',
    period_start: '2025-01-01',
    as_of: '2025-12-31',
    reason: null,
  });
  assert.deepEqual(
    satisfaction?.interval?.map((bound) => bound.toFixed(4)),
    ['8.8417', '9.1583'],
  );
  assert.deepEqual(
    satisfaction?.parts?.map(({ period_start, period_end, counts }) => [
      period_start,
      period_end,
      counts?.['10'],
    ]),
    [
      ['2025-01-01', '2025-03-31', 850],
      ['2025-04-01', '2025-06-30', 0],
      ['2025-07-01', '2025-09-30', 0],
      ['2025-10-01', '2025-12-31', 0],
    ],
  );
  assert.partialDeepStrictEqual(autonomy, { numerator: 100, denominator: 188 });
  assert.partialDeepStrictEqual(help_reachable, {
    value: 0.76,
    n: 200,
    clusters: { reviews: 160, answers: 200, total: 152, answers_squared: 280, total_squared: 216 },
  });
  const [low, high] = help_reachable?.interval ?? assert.fail();
  assert.ok(low < 0.6964 && high > 0.8141, 'wider than of 200 independent answers');
  assert.deepEqual(verifyEdition(published).findings, []);
  assert.deepEqual(verifyResults(readEditionCsv(editionCsv(published), 'built.csv')).findings, []);
});

test('what others gave stands until the button has enough answers, and few answers alone are insufficient', async (t) => {
  const db = await store(t);
  await review(db, '1', 12, { satisfaction: ['0'] });
  await review(db, '2', 12, { satisfaction: ['0'] });
  const before = await resultsOf(db);
  assert.partialDeepStrictEqual(before('1').satisfaction, { value: 8.4, origin: 'imported', n: null });
  assert.partialDeepStrictEqual(before('2').satisfaction, {
    status: 'insufficient',
    value: null,
    n: 12,
    reason: 'under_minimum',
    counts: null,
  });
  await review(db, '1', 100, { satisfaction: ['5'] });
  const after = await resultsOf(db);
  assert.partialDeepStrictEqual(after('1').satisfaction, { n: 112, origin: 'automatic', level: 'poor' });
  assert.partialDeepStrictEqual(after('1').help_reachable, { value: 0.9, origin: 'imported' });
});

test('reviews in quarantine are in no figure until they are released', async (t) => {
  const db = await store(t);
  await review(db, '2', 120, { satisfaction: ['10'] }, { outReason: 'burst' });
  assert.equal((await resultsOf(db))('2').satisfaction?.status, 'not_reported');
  const subjectId = (await subjectIdsByPublicId(db)).get('2') ?? assert.fail();
  const release = {
    subjectId,
    buttonId: 'aaaaaaaaaa',
    period: { from: '2025-05-14', to: '2025-05-14' },
  };
  const decision = { author: 'test', reason: 'Vérifié', now: new Date('2025-05-15T12:00:00Z') };
  assert.equal(await releaseReviews(db, release, decision), 120);
  assert.equal((await resultsOf(db))('2').satisfaction?.n, 120);
  assert.equal(await releaseReviews(db, release, decision), 0);
});
