import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { QUANTILE_ERROR } from '../core/time-histogram.ts';
import { OUTCOMES, verdictOf } from './outcome.ts';
import { type DayCounts, histogramOf, recountDays, stepsOf } from './packed-day.ts';
import {
  mergeChanges,
  mergeHours,
  type PackedHour,
  packSamples,
  unpackHour,
  type VantageSample,
} from './packed-hour.ts';
import { responseFigures } from './response-figures.ts';

/** The night on which summer time ends, and a Monday. */
const STARTS = ['2026-10-24T21:00:00Z', '2026-11-02T06:00:00Z'];
const time = fc.option(fc.integer({ min: 0, max: 30_000 }));
const anySample: fc.Arbitrary<VantageSample> = fc.record(
  {
    targetId: fc.integer({ min: 1, max: 2 }),
    vantageId: fc.integer({ min: 1, max: 2 }),
    at: fc
      .record({ start: fc.constantFrom(...STARTS), seconds: fc.integer({ min: 0, max: 6 * 3600 }) })
      .map(({ start, seconds }) => new Date(Date.parse(start) + 1_000 * seconds)),
    outcome: fc.constantFrom(...OUTCOMES),
    nameMs: time,
    connectMs: time,
    tlsMs: time,
    firstByteMs: fc.integer({ min: 0, max: 30_000 }),
    wholeMs: time,
  },
  { noNullPrototype: true },
);
const keyOf = ({ targetId, vantageId, at }: VantageSample) => `${targetId} ${vantageId} ${at.toISOString()}`;
const anySamples = fc.uniqueArray(anySample, { selector: keyOf, maxLength: 80 });

const sorted = (samples: readonly VantageSample[]) =>
  samples.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));

test('what is packed is unpacked as it was', () => {
  fc.assert(
    fc.property(anySamples, (samples) => {
      assert.deepEqual(sorted(packSamples(samples).flatMap(unpackHour)), sorted(samples));
    }),
  );
});

/** Packs batches one after another, as the store does. */
function packBatches(batches: readonly (readonly VantageSample[])[]) {
  let held: PackedHour[] = [];
  let days: DayCounts[] = [];
  for (const batch of batches) {
    const changes = mergeChanges(held, packSamples(batch));
    days = recountDays(days, changes);
    const replaced = new Set(changes.map(({ before }) => before));
    held = [...held.filter((hour) => !replaced.has(hour)), ...changes.map(({ after }) => after)];
  }
  const steps = ({ business, other, ...rest }: DayCounts) => ({
    ...rest,
    business: { ...business, histogram: stepsOf(business.histogram) },
    other: { ...other, histogram: stepsOf(other.histogram) },
  });
  const byText = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).sort();
  return { hours: byText(held), days: byText(days.map(steps)) };
}

test('batches in any order, some of them again, give the hours and days that all samples at once give', () => {
  fc.assert(
    fc.property(
      anySamples.chain((samples) =>
        fc.record({
          samples: fc.constant(samples),
          batches: fc.array(fc.subarray(samples), { maxLength: 6 }),
          order: fc.shuffledSubarray(samples, { minLength: samples.length, maxLength: samples.length }),
          cut: fc.nat(samples.length),
        }),
      ),
      ({ samples, batches, order, cut }) => {
        const given = [...batches, order.slice(cut), order.slice(0, cut), ...batches];
        assert.deepEqual(packBatches(given), packBatches([samples]));
      },
    ),
  );
});

test('of two samples of one second one is kept, whichever came first', () => {
  const one: VantageSample = {
    ...{ targetId: 1, vantageId: 1, at: new Date('2026-11-02T06:00:07.100Z'), outcome: 'up' },
    ...{ nameMs: 1, connectMs: 2, tlsMs: 3, firstByteMs: 4, wholeMs: 5 },
  };
  const other = { ...one, at: new Date('2026-11-02T06:00:07.900Z'), firstByteMs: 400 };
  const [first, second] = [packSamples([one]), packSamples([other])].flat();
  assert.ok(first !== undefined && second !== undefined);
  assert.deepEqual(mergeHours(first, second), mergeHours(second, first));
  assert.deepEqual(packSamples([other, one]), [mergeHours(first, second)]);
  assert.equal(unpackHour(mergeHours(first, second)).length, 1);
});

test('figures of days are those of their samples, whatever the hour and the season', () => {
  fc.assert(
    fc.property(anySamples, (samples) => {
      const changes = packSamples(samples).map((after) => ({ before: null, after }));
      const told = responseFigures(recountDays([], changes));
      const times = samples
        .filter(({ outcome }) => ['up', 'degraded'].includes(verdictOf(outcome)))
        .map(({ firstByteMs }) => firstByteMs ?? Number.NaN)
        .sort((a, b) => a - b);
      const failed = samples.filter(({ outcome }) => verdictOf(outcome) === 'down').length;
      assert.equal(told.whole.n, times.length);
      assert.equal(told.business.n + told.other.n, times.length);
      assert.equal(
        told.vantages.reduce(
          (sum, { samples: seen }) => sum + Object.values(seen).reduce((a, b) => a + b),
          0,
        ),
        samples.length,
      );
      assert.deepEqual(told.whole.apdex, {
        score:
          times.length + failed === 0
            ? null
            : (times.filter((ms) => ms <= 500).length +
                times.filter((ms) => ms > 500 && ms <= 2000).length / 2) /
              (times.length + failed),
        satisfied: times.filter((ms) => ms <= 500).length,
        tolerated: times.filter((ms) => ms > 500 && ms <= 2000).length,
        n: times.length + failed,
      });
      if (times.length === 0) return assert.equal(told.whole.p95Ms, null);
      assert.equal(told.whole.meanMs, times.reduce((a, b) => a + b) / times.length);
      const exact = times[Math.ceil(0.95 * times.length) - 1] ?? Number.NaN;
      assert.ok(Math.abs((told.whole.p95Ms ?? 0) - exact) <= Math.max(0.2, exact * QUANTILE_ERROR * 1.0001));
    }),
  );
});

test('steps of a histogram are kept as pairs, without those that hold none', () => {
  const histogram = new Map([
    [515, 2],
    [-115, 1],
    [3, 0],
  ]);
  assert.deepEqual(stepsOf(histogram), [-115, 1, 515, 2]);
  assert.deepEqual(
    histogramOf([-115, 1, 515, 2]),
    new Map([
      [-115, 1],
      [515, 2],
    ]),
  );
});
