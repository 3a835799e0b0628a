import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addMonths } from '../core/clock.ts';
import { VigieError } from '../core/errors.ts';
import type { Status } from '../core/figure.ts';
import { type Addend, addUp } from './aggregate-observations.ts';
import { INDICATORS } from './indicator.ts';
import { AXES } from './indicator-definition.ts';

function value(said: Partial<Addend>): Addend {
  return {
    subjectId: 1,
    status: 'declared',
    value: 10,
    qualifier: 'exact',
    numerator: null,
    denominator: null,
    periodStart: '2017-01-01',
    periodEnd: '2017-12-31',
    dimensions: {},
    ...said,
  };
}

/** The figure of the nth month of 2017 and on. */
function month(at: number, said: Partial<Addend> = {}): Addend {
  const periodStart = addMonths('2017-01-01', at);
  return value({ periodStart, periodEnd: `${periodStart.slice(0, 8)}28`, ...said });
}

function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    assert.ok(error instanceof VigieError);
    assert.equal(error.code, 'InvalidInput');
    return error.message;
  }
  return assert.fail('nothing was refused');
}

test('visits of twelve months are a year of visits, and say of how many months', () => {
  const months = Array.from({ length: 12 }, (_, at) => month(at, { value: at + 1 }));
  assert.deepEqual(addUp('visits', months, { over: 'time', among: 12 }), {
    value: 78,
    qualifier: 'exact',
    numerator: null,
    denominator: null,
    k: 12,
    n: 12,
  });
});

test('what is missing, not reported or suspect is in no sum and not among those known', () => {
  const states: [Status, number | null][] = [
    ['not_reported', null],
    ['suspect', 1_000],
    ['insufficient', null],
    ['not_applicable', null],
    ['measured', 5],
    ['declared', 7],
  ];
  const given = states.map(([status, one], at) => month(at, { status, value: one }));
  const { value: total, k, n } = addUp('visits', given, { over: 'time', among: 12 });
  assert.deepEqual([total, k, n], [12, 2, 12]);
  assert.equal(addUp('visits', given.slice(0, 4), { over: 'time', among: 12 }).value, null);
  assert.equal(addUp('visits', [month(0, { value: 0 })], { over: 'time', among: 12 }).value, 0);
});

test('distinct users are never added up, along anything, and the refusal says why', () => {
  for (const indicator of ['distinct_users', 'users', 'monthly_unique_visitors']) {
    for (const over of AXES) {
      const why = refusal(() => addUp(indicator, [value({})], { over, among: 1 }));
      assert.match(why, /several times|twice/, `${indicator} over ${over}`);
    }
  }
  assert.match(
    refusal(() => addUp('accounts', [value({})], { over: 'time', among: 1 })),
    /last value/,
  );
  assert.match(
    refusal(() => addUp('visitor_days', [value({})], { over: 'subjects', among: 1 })),
    /several services/,
  );
});

test('rates are added by their two sides, and never averaged', () => {
  const rates = [
    value({ subjectId: 1, value: 0.9, numerator: 9, denominator: 10 }),
    value({ subjectId: 2, value: 0.1, numerator: 100, denominator: 1_000 }),
  ];
  const pooled = addUp('completion', rates, { over: 'subjects', among: 3 });
  assert.deepEqual([pooled.value, pooled.numerator, pooled.denominator], [109 / 1_010, 109, 1_010]);
  assert.deepEqual([pooled.k, pooled.n], [2, 3]);
  const without = [...rates, value({ subjectId: 3, value: 0.5 })];
  assert.match(
    refusal(() => addUp('completion', without, { over: 'subjects', among: 3 })),
    /neither added nor averaged/,
  );
  assert.match(
    refusal(() => addUp('satisfaction', rates, { over: 'subjects', among: 2 })),
    /ten thousand/,
  );
  const nothing = value({ value: null, status: 'not_applicable', numerator: 0, denominator: 0 });
  assert.equal(addUp('completion', [nothing], { over: 'time', among: 1 }).value, null);
});

test('a total without "of how many" is refused', () => {
  const given = [month(0), month(1)];
  for (const among of [1, Number.NaN, 2.5]) {
    assert.match(
      refusal(() => addUp('visits', given, { over: 'time', among })),
      /of how many/,
    );
  }
});

test('periods that overlap, and figures that speak of different things, are refused', () => {
  const over = 'time';
  const given = (...values: Addend[]) => refusal(() => addUp('visits', values, { over, among: 9 }));
  assert.match(given(value({}), month(3)), /overlap/);
  assert.match(given(month(3), month(3)), /overlap/);
  assert.match(given(month(1), month(2, { subjectId: 2 })), /not of one thing/);
  assert.match(given(month(1), month(2, { dimensions: { device: 'mobile' } })), /not of one thing/);
  const since = { dimensions: { cumulative_since: 'launch' } };
  assert.match(
    refusal(() => addUp('app_downloads', [month(1, since)], { over, among: 9 })),
    /earlier ones/,
  );
  assert.match(
    refusal(() => addUp('visits', [month(1), month(2)], { over: 'subjects', among: 9 })),
    /one thing/,
  );
  assert.match(
    refusal(() => addUp('visits', [value({}), value({})], { over: 'subjects', among: 9 })),
    /twice/,
  );
});

test('devices add up to the whole, which is not added to them', () => {
  const by = (device: string, count: number) =>
    value({ value: count, dimensions: { device, country: 'FR' } });
  const parts = [by('desktop', 6), by('mobile', 3)];
  assert.equal(addUp('visits', parts, { over: 'devices', among: 3 }).value, 9);
  const whole = value({ dimensions: { country: 'FR' } });
  assert.match(
    refusal(() => addUp('visits', [...parts, whole], { over: 'devices', among: 3 })),
    /the whole/,
  );
});

test('a sum is worded as what it rests on', () => {
  const worded = (...qualifiers: Addend['qualifier'][]) =>
    addUp(
      'visits',
      qualifiers.map((qualifier, at) => month(at, { qualifier })),
      { over: 'time', among: 9 },
    ).qualifier;
  assert.equal(worded('exact', 'exact'), 'exact');
  assert.equal(worded('exact', 'more_than', 'at_least'), 'more_than');
  assert.equal(worded('exact', 'at_most'), 'at_most');
  assert.equal(worded('more_than', 'less_than'), 'nearly');
  assert.equal(worded('nearly', 'exact'), 'nearly');
});

const counts = fc.array(fc.option(fc.nat(1_000_000), { nil: null }), { minLength: 1, maxLength: 24 });
const toMonths = (list: readonly (number | null)[]) =>
  list.map((one, at) => month(at, one === null ? { value: null, status: 'not_reported' } : { value: one }));

test('a sum depends neither on the order nor on how it is cut, and counts what it knows', () => {
  fc.assert(
    fc.property(counts, fc.nat(24), fc.nat(5), (list, cut, missing) => {
      const among = list.length + missing;
      const months = toMonths(list);
      const whole = addUp('visits', months, { over: 'time', among });
      assert.deepEqual(addUp('visits', months.toReversed(), { over: 'time', among }), whole);
      const parts = [months.slice(0, cut), months.slice(cut)].map((part) =>
        addUp('visits', part, { over: 'time', among: part.length }),
      );
      assert.equal(
        whole.k,
        parts.reduce((total, { k }) => total + k, 0),
      );
      assert.equal(
        whole.value ?? 0,
        parts.reduce((total, part) => total + (part.value ?? 0), 0),
      );
      assert.equal(whole.value === null, whole.k === 0);
      assert.equal(whole.n, among);
    }),
  );
});

test('the rate of a whole lies between those of its parts', () => {
  const rates = fc.array(fc.tuple(fc.nat(1_000), fc.integer({ min: 1, max: 1_000 })), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(rates, (list) => {
      const values = list.map(([done, more], at) => {
        const denominator = done + more;
        return month(at, { value: done / denominator, numerator: done, denominator });
      });
      const { value: whole } = addUp('completion', values, { over: 'time', among: values.length });
      const parts = values.map((one) => Number(one.value));
      assert.ok(whole !== null && whole >= Math.min(...parts) - 1e-12 && whole <= Math.max(...parts) + 1e-12);
    }),
  );
});

test('every indicator either adds along an axis or says why it does not', () => {
  for (const { id, additive } of INDICATORS) {
    for (const over of AXES) {
      if (additive[over]) addUp(id, [], { over, among: 0 });
      else
        assert.match(
          refusal(() => addUp(id, [], { over, among: 0 })),
          /cannot be added up/,
          `${id} ${over}`,
        );
    }
  }
});
