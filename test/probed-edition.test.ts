/** From samples to a published edition: counted, judged, found again by verification. */
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { subjectIdsByPublicId } from '../src/catalogue/index.ts';
import { FACT_READERS } from '../src/cli/fact-readers.ts';
import { addDays } from '../src/core/clock.ts';
import type { Database } from '../src/core/database.ts';
import { verifyEdition } from '../src/editions/index.ts';
import { addTarget, insertSamples, packSamples, type Sample } from '../src/probes/index.ts';
import { USUAL_DEMAND } from '../src/probes/target.ts';
import { testDatabase } from './support/database.ts';
import { build, importRows, publishBuilt } from './support/edition-store.ts';
import { addCheck, createVantages, repeatDays } from './support/probe-store.sql.ts';
import { samplesEachMinute } from './support/probe-store.ts';

const SINCE = new Date('2025-09-30T22:00:00Z');
const DECLARED = { 'Taux Dispo': '97.0 %', 'Tps Moy Chargement (ms)': '900' };

/** A procedure whose declared figures are poor, probed from the beginning of the last quarter of 2025. */
async function store(t: TestContext) {
  const db = await testDatabase(t);
  await importRows(db, [DECLARED, DECLARED]);
  const subjectId = (await subjectIdsByPublicId(db)).get('1') ?? assert.fail();
  const demand = { ...USUAL_DEMAND, url: 'https://demarche.example/' };
  const added = await db.transaction((tx) =>
    addTarget(tx, { demand, subjectId, role: 'home', author: 'test' }, SINCE),
  );
  const [vantageId = 0] = await createVantages(db, 1, SINCE);
  return { db, subjectId, vantageId, targetId: added.target.id };
}

/** Samples of 1 October 2025, packed, and as many on each of the days that follow. */
async function probe(
  db: Database,
  { vantageId, samples, days }: { vantageId: number; samples: readonly Sample[]; days: number },
): Promise<void> {
  await insertSamples(db, vantageId, samples);
  await packSamples(db, new Date('2025-10-02T12:00:00Z'));
  await repeatDays(db, '2025-10-01', addDays('2025-10-01', days - 1));
}

const results = async (db: Database, given: Parameters<typeof build>[1]) => {
  const { draft } = await build(db, given, FACT_READERS);
  const byId = new Map(draft.procedures.map((one) => [one.id, one.results]));
  return (id: string) => byId.get(id) ?? assert.fail(id);
};

test('what was probed is believed before what is declared, with its minutes and answers', async (t) => {
  const { db, vantageId, targetId } = await store(t);
  const [from, down, to] = ['2025-09-30T22:00:00Z', '2025-10-01T21:58:00Z', '2025-10-01T22:00:00Z'];
  const samples = [
    ...samplesEachMinute(targetId, from, down),
    ...samplesEachMinute(targetId, down, to, 'refused'),
  ];
  await probe(db, { vantageId, samples, days: 61 });
  const cutoffOn = '2025-11-30';
  const of2020 = (await results(db, { cutoffOn, methodology: 'observatoire-2020' }))('1');
  assert.partialDeepStrictEqual(of2020.availability_speed, { status: 'measured', value: 8, level: 'good' });
  const published = await publishBuilt(db, { cutoffOn, slug: '2025-11' }, FACT_READERS);
  const [one, other] = ['1', '2'].map((id) => published.procedures.find((row) => row.id === id)?.results);
  assert.partialDeepStrictEqual(one?.availability, {
    ...{ status: 'measured', level: 'medium', numerator: 61 * 1438, denominator: 61 * 1440 },
    ...{ value: 1438 / 1440, origin: 'automatic', as_of: cutoffOn },
  });
  assert.partialDeepStrictEqual(one?.response_time, {
    ...{ status: 'measured', level: 'good', value: 100, n: 61 * 1438 },
  });
  assert.partialDeepStrictEqual(other?.availability, { value: 0.97, level: 'poor' }, 'declared of another');
  assert.deepEqual(verifyEdition(published).findings, []);
});

test('a probe that saw less than half of three months leaves what is declared, or says why there is nothing', async (t) => {
  const { db, vantageId, targetId } = await store(t);
  const samples = samplesEachMinute(targetId, '2025-09-30T22:00:00Z', '2025-10-01T22:00:00Z');
  await probe(db, { vantageId, samples, days: 40 });
  const early = (await results(db, { cutoffOn: '2025-11-30' }))('1');
  assert.partialDeepStrictEqual(early.availability, { value: 0.97, level: 'poor' });
  const late = await publishBuilt(db, {}, FACT_READERS);
  assert.partialDeepStrictEqual(late.procedures.find(({ id }) => id === '1')?.results.availability, {
    ...{ status: 'not_reported', value: null, level: 'none', reason: 'coverage_too_low' },
  });
  assert.deepEqual(verifyEdition(late).findings, []);
});

test('what a browser read of a page is judged, if it is not too old', async (t) => {
  const { db, targetId } = await store(t);
  const check = (kind: string, day: string, figures: object | null, result = 'pass') =>
    addCheck(db, { targetId, kind, checkedAt: new Date(`${day}T10:00:00Z`), result, figures });
  await check('display_speed', '2025-12-20', { mobile: { lcpMs: 2600, runs: 3 }, desktop: {} }, 'fail');
  await check('display_speed', '2025-12-27', null, 'unknown');
  await check('mobile', '2025-12-20', { verdict: 'Partiel' }, 'fail');
  const declaration = { state: 'partial', rate: 0.74, declaredOn: '2024-02-03', auditedOn: null };
  await check('accessibility_declaration', '2025-12-20', declaration, 'fail');
  await check('authentication', '2025-10-20', { schemes: ['FranceConnect'], asksToSignIn: true });
  const read = (await results(db, { methodology: 'vigie-1' }))('1');
  assert.partialDeepStrictEqual(read.display_speed, { value: 2600, level: 'medium', n: 3 });
  assert.partialDeepStrictEqual(read.mobile, { value: 'Partiel', level: 'medium' });
  assert.partialDeepStrictEqual(read.accessibility, {
    ...{ status: 'declared', value: 0.74, level: 'medium', as_of: '2024-02-03' },
  });
  assert.notEqual(read.authentication?.origin, 'automatic', 'a check of October is too old in December');
});
