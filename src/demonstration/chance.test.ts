import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chanceOf, drawBetween, drawOutcomes } from './chance.ts';

test('a name gives the same series for ever, and another name another one', () => {
  const series = (name: string) => {
    const chance = chanceOf(name);
    return [chance(), chance(), chance()];
  };
  assert.deepEqual(series('demo1'), SERIES_OF_DEMO1);
  assert.notDeepEqual(series('demo2'), series('demo1'));
});

const SERIES_OF_DEMO1 = [0.7904750038869679, 0.7152386663947254, 0.5855989782139659];

test('draws are within their bounds, and all of them have an outcome', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.nat(500),
      fc.array(fc.nat(10), { minLength: 1, maxLength: 5 }),
      (name, n, parts) => {
        const chance = chanceOf(name);
        const drawn = drawBetween(chance, -2, 3);
        assert.ok(drawn >= -2 && drawn < 3);
        const whole = parts.reduce((sum, one) => sum + one, 0) || 1;
        const counts = drawOutcomes(
          chance,
          n,
          parts.map((one) => one / whole),
        );
        assert.equal(
          counts.reduce((sum, one) => sum + one, 0),
          n,
        );
      },
    ),
  );
});

test('outcomes come about as often as their weights say', () => {
  const [bad = 0, medium = 0, good = 0] = drawOutcomes(chanceOf('weights'), 10_000, [0.1, 0.3, 0.6]);
  for (const [count, weight] of [
    [bad, 0.1],
    [medium, 0.3],
    [good, 0.6],
  ] as const) {
    assert.ok(Math.abs(count / 10_000 - weight) < 0.02, `${count} for ${weight}`);
  }
});
