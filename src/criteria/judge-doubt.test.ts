import assert from 'node:assert/strict';
import { test } from 'node:test';
import { declared, fact } from '../../test/support/fact.ts';
import type { Fact } from '../core/figure.ts';
import type { CriterionId } from './criterion.ts';
import { type Facts, judgeProcedure, type Result } from './judge.ts';
import { getMethodology } from './methodologies.ts';

const CUTOFF = '2025-09-30';
const VDE = getMethodology('vde-2025');

function judge(criterion: CriterionId, facts: Facts, methodology = VDE): Result {
  const result = judgeProcedure(methodology, facts, CUTOFF)[criterion];
  assert.ok(result !== undefined);
  return result;
}

test('a statement of accessibility is good at 100 %, medium from 50 %, poor under', () => {
  const levelAt = (rate: number) => judge('accessibility', { accessibility: declared(rate) }).level;
  assert.deepEqual([1, 0.9999, 0.5, 0.4999, 0].map(levelAt), ['good', 'medium', 'medium', 'poor', 'poor']);
});

test('a statement is valid until the day its third year ends, then poor with its rate kept', () => {
  const dated = (day: string) => ({ accessibility: declared(0.8, { periodStart: day, periodEnd: day }) });
  assert.equal(judge('accessibility', dated('2022-09-30')).level, 'medium');
  const expired = judge('accessibility', dated('2022-09-29'));
  assert.partialDeepStrictEqual(expired, { value: 0.8, level: 'poor', reason: 'declaration_expired' });
  assert.equal(
    judge('accessibility', dated('2010-01-01'), getMethodology('observatoire-2020')).level,
    'good',
  );
});

test('no statement, a rejected one and one without rate are poor, each with its reason', () => {
  const reasonFor = (reason: string | null) =>
    judge('accessibility', { accessibility: declared(null, { reason }) });
  assert.partialDeepStrictEqual(reasonFor(null), {
    status: 'declared',
    level: 'poor',
    reason: 'no_declaration',
  });
  assert.partialDeepStrictEqual(reasonFor('declaration_rejected'), {
    level: 'poor',
    reason: 'declaration_rejected',
  });
  assert.partialDeepStrictEqual(reasonFor('declaration_without_rate'), {
    level: 'poor',
    reason: 'declaration_without_rate',
  });
});

test('a verdict of the source stays beside ours', () => {
  const result = judge('accessibility', { accessibility: declared(0.4, { statedLevel: 'medium' }) });
  assert.deepEqual([result.level, result.statedLevel], ['poor', 'medium']);
  assert.equal(
    judge('accessibility', { accessibility: declared(0.4, { statedLevel: 'jaune' }) }).statedLevel,
    null,
  );
});

test('an availability under one half is suspect while users answer, and only then', () => {
  const availability = fact({ value: 0.0025 });
  const response_time = fact({ value: 312 });
  const answers: (Fact | undefined)[] = [
    fact({ value: 8, n: 1200 }),
    fact({ value: 8 }),
    fact({ status: 'insufficient' }),
  ];
  for (const satisfaction of answers) {
    const facts = { availability, response_time, ...(satisfaction && { satisfaction }) };
    const expected = { status: 'suspect', value: 0.0025, level: 'none', reason: 'probe_blocked' };
    assert.partialDeepStrictEqual(judge('availability', facts), expected);
    assert.equal(judge('response_time', facts).level, 'good');
  }
  for (const satisfaction of [fact({ status: 'not_reported' }), fact({ status: 'insufficient', n: 0 })]) {
    assert.equal(judge('availability', { availability, satisfaction }).level, 'poor');
  }
  assert.equal(
    judge('availability', { availability: fact({ value: 0.5 }), satisfaction: fact({ value: 8 }) }).level,
    'poor',
  );
});

test('impossible values are suspect and kept', () => {
  const suspects: readonly [CriterionId, number][] = [
    ['digital_share', 1.2],
    ['satisfaction', 10.1],
    ['availability', -0.1],
    ['response_time', -1],
  ];
  for (const [criterion, value] of suspects) {
    const result = judge(criterion, { [criterion]: fact({ value }) });
    assert.partialDeepStrictEqual(result, {
      status: 'suspect',
      value,
      level: 'none',
      reason: 'out_of_range',
    });
  }
});

test('a suspect fact stays suspect, with its value and reason', () => {
  const availability = fact({ status: 'suspect', value: 0.7, reason: 'probe_blocked' });
  const expected = { status: 'suspect', value: 0.7, level: 'none', reason: 'probe_blocked' };
  assert.partialDeepStrictEqual(judge('availability', { availability }), expected);
});

test('a ratio of more than all is suspect, even where the value stated beside it could be', () => {
  const result = judgeProcedure(
    getMethodology('vde-2025'),
    { help_reachable: fact({ value: 0.4, numerator: 310, denominator: 300 }) },
    '2025-09-30',
  ).help_reachable;
  assert.partialDeepStrictEqual(result, {
    status: 'suspect',
    level: 'none',
    reason: 'out_of_range',
    interval: null,
  });
});

test('an answer to any question on the procedure tells a blocked probe, and a person may say otherwise', () => {
  const availability = fact({ value: 0.0047 });
  assert.equal(judge('availability', { availability }).level, 'poor');
  for (const facts of [
    { clarity: fact({ value: 8.5 }) },
    { autonomy: fact({ numerator: 3, denominator: 5 }) },
    { help_effective: fact({ status: 'insufficient' }) },
  ]) {
    assert.equal(judge('availability', { ...facts, availability }).reason, 'probe_blocked');
    assert.equal(
      judge('availability', { ...facts, availability: { ...availability, origin: 'overridden' } }).level,
      'poor',
    );
  }
});
