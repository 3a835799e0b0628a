import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../test/support/database.ts';
import { load } from '../../test/support/demonstration.ts';
import { findProcedure } from '../catalogue/index.ts';
import { listCounters, readVisits } from '../visits/index.ts';
import { loadVisits } from './load-visits.ts';
import { COUNTED_FROM, COUNTED_PROCEDURES, COUNTED_TO, visitsOf } from './visits.ts';

test('the visits of the demonstration come once, and their figures hold together', async () => {
  const db = await testDatabase();
  assert.equal(await loadVisits(db), false, 'there is no demonstration yet');
  await load(db);
  assert.equal(await loadVisits(db), true);
  assert.equal(await loadVisits(db), false, 'they come once');
  assert.equal((await listCounters(db)).length, Object.keys(COUNTED_PROCEDURES).length);
  for (const [publicId, steps] of Object.entries(COUNTED_PROCEDURES)) {
    const found = await findProcedure(db, publicId);
    const subjectId = found?.current.subjectId ?? assert.fail(publicId);
    const visits = await readVisits(db, [subjectId], { from: COUNTED_FROM, to: COUNTED_TO });
    assert.equal(visits.days, 365, publicId);
    assert.deepEqual(
      visits.funnel.map(({ step }) => step),
      ['start', ...steps, 'submitted'],
    );
    const reached = visits.funnel.map((one) => one.visits);
    assert.deepEqual(
      reached,
      reached.toSorted((one, other) => other - one),
      publicId,
    );
    const { numerator = 0, denominator = 1 } = visits.completion ?? {};
    assert.ok(numerator / denominator > 0.7 && numerator / denominator < 0.8, publicId);
    assert.ok((visits.visitorDays ?? 0) < visits.visits && (visits.visitorDays ?? 0) > 0, publicId);
  }
});

test('the visits are the same on every machine', () => {
  assert.deepEqual(visitsOf('demo4', 1), visitsOf('demo4', 1));
});
