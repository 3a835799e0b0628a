import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  apdex,
  autonomy,
  availabilityOf,
  availabilitySpeedPoints,
  completion,
  costPerTransaction,
  digitalTakeUp,
  help2020,
  helpReachable,
  netSatisfaction,
  onlineRate,
  satisfactionMark,
  satisfactionShare,
  shareSatisfied,
  ukSatisfactionScore,
  veryGoodBounds,
  veryGoodRate,
} from './indices.ts';
import { getMethodology } from './methodologies.ts';
import { meanFromCounts, meanInterval } from './statistics.ts';

test('five steps 10, 5, 5, 20, 60 have mean 4.15, UK score 0.7875, share satisfied 0.80, net 0.65', () => {
  const steps = { 1: 10, 2: 5, 3: 5, 4: 20, 5: 60 };
  assert.equal(meanFromCounts(steps), 4.15);
  assert.equal(ukSatisfactionScore(steps), 0.7875);
  assert.equal(shareSatisfied(steps), 0.8);
  assert.equal(netSatisfaction(steps), 0.65);
});

test('no answer has no score', () => {
  const none = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 };
  assert.deepEqual(
    [ukSatisfactionScore(none), shareSatisfied(none), netSatisfaction(none)],
    [null, null, null],
  );
  assert.deepEqual([satisfactionMark({}), satisfactionShare({})], [null, null]);
});

test('50 bad, 100 medium, 850 good make 9 of 10, and 90 % on the scale of 2020', () => {
  const counts = { '0': 50, '5': 100, '10': 850 };
  assert.equal(satisfactionMark(counts), 9);
  assert.equal(satisfactionShare(counts), 0.9);
});

test('very good is strictly above 80 %, among all procedures with the button', () => {
  assert.deepEqual(veryGoodRate([0.8, 0.801, null, 0.5], 0.8), { numerator: 1, denominator: 4, value: 0.25 });
});

test('a mark is surely very good when its whole interval is, perhaps when a part of it is', () => {
  const bounds = (bad: number, medium: number, good: number) => {
    const { surely, perhaps } = veryGoodBounds({ '0': bad, '5': medium, '10': good }, 0.8);
    return [surely, perhaps];
  };
  assert.deepEqual(bounds(50, 100, 850), [true, true]);
  assert.deepEqual(bounds(4, 4, 32), [false, true], '8.5 of 40');
  assert.deepEqual(bounds(6, 6, 28), [false, true], '7.75 of 40');
  assert.deepEqual(bounds(300, 100, 600), [false, false]);
  assert.deepEqual(bounds(0, 0, 40), [true, true], 'without spread, the mark alone');
  assert.deepEqual(bounds(40, 0, 0), [false, false]);
  assert.deepEqual(bounds(0, 0, 0), [false, false]);
});

test('what is far from the bound is told without its interval as with it', () => {
  const grade = fc.nat({ max: 400 });
  fc.assert(
    fc.property(
      grade,
      grade,
      grade,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (bad, medium, good, bound) => {
        const counts = { '0': bad, '5': medium, '10': good };
        const mark = satisfactionMark(counts);
        if (mark === null) return;
        const [low, high] = meanInterval(counts, [0, 10]) ?? [mark, mark];
        assert.deepEqual(veryGoodBounds(counts, bound), {
          surely: low > bound * 10,
          perhaps: high > bound * 10,
        });
      },
    ),
  );
});

test('25 starts without a count of ends is missing, with no end 0 %, with more ends than starts suspect', () => {
  assert.deepEqual(completion({ starts: 25, ends: null }), { status: 'not_reported', value: null });
  assert.deepEqual(completion({ starts: 25, ends: 0 }), { status: 'measured', value: 0 });
  assert.deepEqual(completion({ starts: 25, ends: 30 }), { status: 'suspect', value: 1.2 });
  assert.equal(completion({ starts: 0, ends: 0 }).status, 'not_applicable');
  assert.equal(completion({ starts: 0, ends: 3 }).status, 'suspect');
});

test('a digital volume of 0 is a take-up of 0 %, a total of 0 makes no sense of it, a missing one is missing', () => {
  const takeUp = (digital: number | null, allChannels: number | null) =>
    digitalTakeUp({ digital, assistedDigital: null, allChannels });
  assert.deepEqual(takeUp(0, 500), { status: 'measured', value: 0 });
  assert.deepEqual(takeUp(0, 0), { status: 'not_applicable', value: null });
  assert.deepEqual(takeUp(null, 500), { status: 'not_reported', value: null });
  assert.deepEqual(takeUp(600, 500), { status: 'suspect', value: 1.2 });
});

test('assisted digital counts as digital', () => {
  const takeUp = digitalTakeUp({ digital: 60, assistedDigital: 20, allChannels: 100 });
  assert.equal(takeUp.value, 0.8);
});

test('a cost per transaction is that of twelve months over what was completed, and nothing over nothing', () => {
  assert.deepEqual(costPerTransaction({ costEuros: 1_250_000, completed: 500_000 }), {
    numerator: 1_250_000,
    denominator: 500_000,
    value: 2.5,
  });
  assert.equal(costPerTransaction({ costEuros: 1_000, completed: 0 })?.value, null);
  assert.equal(costPerTransaction({ costEuros: null, completed: 5 }), null);
  assert.equal(costPerTransaction({ costEuros: 5, completed: null }), null);
});

test('shares of answers keep numerator and denominator, and have no value over nothing', () => {
  assert.deepEqual(autonomy({ neededNoHelp: 3, answered: 4 }), { numerator: 3, denominator: 4, value: 0.75 });
  assert.deepEqual(helpReachable({ yes: 0, no: 0 }), { numerator: 0, denominator: 0, value: null });
  assert.equal(helpReachable({ yes: 0, no: 9 }).value, 0);
});

test('an hour not monitored lowers the coverage, not the availability', () => {
  const { availability, coverage } = availabilityOf({ up: 1380, down: 0, unmonitored: 60, maintenance: 0 });
  assert.equal(availability.value, 1);
  assert.equal(Math.round((coverage.value ?? 0) * 1e4) / 1e4, 0.9583);
});

test('time that was never monitored has no availability', () => {
  const { availability, coverage } = availabilityOf({ up: 0, down: 0, unmonitored: 60, maintenance: 0 });
  assert.equal(availability.value, null);
  assert.equal(coverage.value, 0);
});

test('the Apdex tolerates up to four times its target', () => {
  assert.equal(apdex([500, 501, 2000, 2001]), 0.5);
  assert.equal(apdex([]), null);
});

test('the upper bound of a band of availability belongs to the lower band, that of a time to the next', () => {
  const availabilities = [1, 0.999, 0.995, 0.99, 0.98, 0.95, 0.9499];
  assert.deepEqual(
    availabilities.map((availability) => availabilitySpeedPoints(availability, 900)),
    [6, 4, 3, 2, 0, 0, -6],
  );
  const times = [199, 200, 400, 600, 800, 1000];
  assert.deepEqual(
    times.map((ms) => availabilitySpeedPoints(0.96, ms)),
    [4, 3, 2, 1, 0, -4],
  );
});

test('help of 2020 has two conditions, and is unknown when one is', () => {
  assert.equal(help2020({ contactMeans: 2, personalHelp: true }), 'Oui');
  assert.equal(help2020({ contactMeans: 5, personalHelp: false }), 'Partiel');
  assert.equal(help2020({ contactMeans: 1, personalHelp: false }), 'Non');
  assert.equal(help2020({ contactMeans: 3, personalHelp: null }), null);
});

test('the national online rate of 2025 leaves out what is to come and what is automatic', () => {
  const statuses = [
    'Oui',
    'En cours de déploiement local',
    'Partiel',
    'Non',
    'À venir',
    'Démarche proactive',
  ];
  assert.deepEqual(onlineRate(getMethodology('vde-2025'), statuses), {
    numerator: 2.5,
    denominator: 4,
    value: 0.625,
  });
});

test('the national online rate of 2020 counts a beta for one tenth, and ten of them for exactly one', () => {
  const rate = onlineRate(getMethodology('observatoire-2020'), [
    ...Array(10).fill('Bêta'),
    'Oui',
    'Partiel',
    'Non',
  ]);
  assert.deepEqual([rate.numerator, rate.denominator], [2.5, 13]);
});

test('no procedure has no online rate', () => {
  assert.equal(onlineRate(getMethodology('vde-2025'), ['constructor']).value, null);
});
