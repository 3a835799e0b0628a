import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { declared, fact } from '../../test/support/fact.ts';
import type { Fact } from '../core/figure.ts';
import type { CriterionId } from './criterion.ts';
import { type Facts, judgeProcedure, type Result } from './judge.ts';
import { getMethodology, METHODOLOGIES } from './methodologies.ts';

const CUTOFF = '2025-09-30';
const VDE = getMethodology('vde-2025');

function judge(criterion: CriterionId, facts: Facts, methodology = VDE): Result {
  const result = judgeProcedure(methodology, facts, CUTOFF)[criterion];
  assert.ok(result !== undefined);
  return result;
}

test('every criterion of a methodology has a result, absent facts are not reported at the cut-off', () => {
  for (const methodology of METHODOLOGIES) {
    const results = judgeProcedure(methodology, {}, CUTOFF);
    assert.deepEqual(
      Object.keys(results),
      methodology.criteria.map(({ id }) => id),
    );
    for (const result of Object.values(results)) {
      assert.partialDeepStrictEqual(result, {
        status: 'not_reported',
        value: null,
        level: 'none',
        asOf: CUTOFF,
      });
    }
  }
});

test('a result says where its value comes from and of which days it speaks', () => {
  assert.deepEqual(judge('satisfaction', { satisfaction: fact({ value: 7.9, sourcePrecision: 0.1 }) }), {
    status: 'measured',
    value: 7.9,
    level: 'medium',
    borderline: null,
    n: null,
    interval: null,
    counts: null,
    numerator: null,
    denominator: null,
    clusters: null,
    parts: null,
    unit: 'mark',
    source: 'a file',
    origin: 'imported',
    sourcePrecision: 0.1,
    periodStart: '2024-10-01',
    asOf: '2025-09-30',
    reason: 'n_unknown',
    statedLevel: null,
  });
});

test('what a value is recomputed from travels with it, and is kept back under the minimum of answers', () => {
  const counts = { '0': 50, '5': 100, '10': 850 };
  const parts = [
    {
      periodStart: '2024-10-01',
      periodEnd: '2025-09-30',
      counts,
      numerator: null,
      denominator: null,
      clusters: null,
    },
  ];
  const known = judge('satisfaction', { satisfaction: fact({ value: 9, counts, parts }) });
  assert.deepEqual([known.counts, known.parts], [counts, parts]);
  const few = { '0': 1, '5': 1, '10': 3 };
  const insufficient = judge('satisfaction', {
    satisfaction: fact({ counts: few, numerator: 7, denominator: 10, parts }),
  });
  const { n, numerator, denominator } = insufficient;
  assert.deepEqual(
    { n, counts: insufficient.counts, numerator, denominator, parts: insufficient.parts },
    { n: 5, counts: null, numerator: null, denominator: null, parts: null },
  );
});

test('an n known without grades leaves the level and no interval', () => {
  const result = judge('satisfaction', { satisfaction: fact({ value: 8.148, n: 861 }) });
  assert.partialDeepStrictEqual(result, {
    level: 'good',
    n: 861,
    interval: null,
    borderline: null,
    reason: 'variance_unknown',
  });
});

test('counts by grade give n and interval, and tell whether the level is in doubt', () => {
  const result = judge('satisfaction', {
    satisfaction: fact({ value: 9, counts: { '0': 50, '5': 100, '10': 850 } }),
  });
  assert.equal(result.n, 1000);
  assert.deepEqual(
    result.interval?.map((bound) => Number(bound.toFixed(4))),
    [8.8417, 9.1583],
  );
  assert.equal(result.borderline, false);
  assert.equal(result.reason, null);
});

test('under the 2020 method the interval is one of shares', () => {
  const facts = { satisfaction: fact({ counts: { '0': 50, '5': 100, '10': 850 } }) };
  const result = judge('satisfaction', facts, getMethodology('observatoire-2020'));
  assert.deepEqual(
    result.interval?.map((bound) => Number(bound.toFixed(5))),
    [0.88417, 0.91583],
  );
});

test('a share with its n has the interval of Wilson', () => {
  const expected = [0.8265, 0.8708];
  for (const given of [
    { numerator: 850, denominator: 1000 },
    { value: 0.85, n: 1000 },
  ]) {
    const result = judge('help_reachable', { help_reachable: fact(given) });
    assert.deepEqual(
      result.interval?.map((bound) => Number(bound.toFixed(4))),
      expected,
    );
    assert.equal(result.borderline, true);
    assert.equal(result.n, 1000);
  }
});

test('under the minimum the value is not published and n is kept', () => {
  const result = judge('satisfaction', { satisfaction: fact({ value: 9.8, n: 99 }) });
  assert.partialDeepStrictEqual(result, { status: 'insufficient', value: null, level: 'none', n: 99 });
  assert.equal(judge('satisfaction', { satisfaction: fact({ value: 9.8, n: 100 }) }).status, 'measured');
  assert.equal(judge('help_effective', { help_effective: fact({ value: 9.8, n: 50 }) }).status, 'measured');
});

test('no answer at all is not "too few": nothing has been reported, whatever mean the source writes', () => {
  const expected = { status: 'not_reported', value: null, level: 'none', n: 0, reason: 'nothing_to_count' };
  assert.partialDeepStrictEqual(judge('satisfaction', { satisfaction: fact({ value: 0, n: 0 }) }), expected);
  const help_reachable = fact({ numerator: 0, denominator: 0 });
  assert.partialDeepStrictEqual(judge('help_reachable', { help_reachable }), expected);
});

test('a source that says "too few answers" is believed without n', () => {
  const result = judge('clarity', { clarity: fact({ status: 'insufficient' }) });
  assert.partialDeepStrictEqual(result, { status: 'insufficient', n: null, reason: 'under_minimum' });
});

test('a procedure that is not online, or automatic, has nothing else to judge, whatever its facts say', () => {
  for (const [word, level, reason] of [
    ['Non', 'poor', 'not_online'],
    ['Démarche proactive', 'info', 'proactive'],
  ] as const) {
    const facts = { online: declared(word, { source: 'status' }), satisfaction: fact({ value: 9, n: 500 }) };
    const { online, ...others } = judgeProcedure(VDE, facts, CUTOFF);
    assert.partialDeepStrictEqual(online, { status: 'declared', value: word, level });
    for (const result of Object.values(others)) {
      assert.partialDeepStrictEqual(result, {
        status: 'not_applicable',
        value: null,
        reason,
        source: 'status',
      });
    }
  }
});

test('"À venir" is not reported, and leaves the other criteria their own facts', () => {
  const facts = { online: declared('À venir'), once_only: declared(0) };
  assert.partialDeepStrictEqual(judge('online', facts), {
    status: 'not_reported',
    value: null,
    reason: 'planned',
  });
  assert.partialDeepStrictEqual(judge('once_only', facts), { status: 'declared', value: 0, level: 'good' });
});

test('a word the method does not know is kept, without level', () => {
  for (const word of ['Peut-être', 'constructor']) {
    const result = judge('online', { online: declared(word) });
    assert.partialDeepStrictEqual(result, {
      status: 'suspect',
      value: word,
      level: 'none',
      reason: 'unreadable',
    });
  }
  assert.equal(judge('once_only', { once_only: declared('beaucoup') }).reason, 'unreadable');
});

test('sign-in is information, its absence is poor, and it may not apply', () => {
  const levelFor = (word: string) => judge('authentication', { authentication: declared(word) });
  assert.equal(levelFor('FranceConnect +').level, 'info');
  assert.equal(levelFor('Non').level, 'poor');
  assert.equal(levelFor('Non applicable').status, 'not_applicable');
});

test('a reason that the source gives is kept when it is one of the list', () => {
  const stale = fact({ value: 8, n: 500, reason: 'stale_window' });
  assert.equal(judge('satisfaction', { satisfaction: stale }).reason, 'stale_window');
  assert.equal(
    judge('satisfaction', { satisfaction: fact({ value: 8, reason: 'because' }) }).reason,
    'n_unknown',
  );
});

test('zero is a value: it is judged, and never taken for an absence', () => {
  for (const methodology of METHODOLOGIES) {
    for (const { id, unit } of methodology.criteria) {
      if (unit === 'category') continue;
      const zero = judge(id, { [id]: declared(0) }, methodology);
      assert.equal(zero.value, 0, id);
      assert.notEqual(zero.level, 'none', id);
      assert.equal(judge(id, { [id]: fact({ status: 'not_reported' }) }, methodology).value, null);
    }
  }
});

test('only a published value has a level, and an absence never has a value', () => {
  const someFact = fc.record({
    status: fc.constantFrom(
      'measured',
      'declared',
      'insufficient',
      'not_applicable',
      'not_reported',
      'suspect',
    ),
    value: fc.option(
      fc.oneof(fc.double({ min: -1, max: 12 }), fc.constantFrom('Oui', 'Non', 'À venir', '?')),
    ),
    n: fc.option(fc.nat(300)),
  });
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...VDE.criteria.map(({ id }) => id)), someFact), (given) => {
      const facts = Object.fromEntries(
        Object.entries(given).map(([id, each]) => [id, fact(each as Partial<Fact>)]),
      );
      for (const [id, result] of Object.entries(judgeProcedure(VDE, facts, CUTOFF))) {
        const stated = result.status === 'measured' || result.status === 'declared';
        if (!stated) assert.equal(result.level, 'none', id);
        if (stated && id !== 'accessibility') assert.notEqual(result.value, null, id);
        if (!stated && result.status !== 'suspect') assert.equal(result.value, null, id);
        if (result.interval !== null) assert.ok(result.n !== null && result.borderline !== null, id);
      }
    }),
  );
});
