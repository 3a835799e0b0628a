import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NO_MINUTES } from './availability.ts';
import type { Check } from './check.ts';
import { checkedFact, probedFacts, probedPeriod } from './probe-facts.ts';

const QUARTER = { from: '2025-10-01', to: '2025-12-31' };
const ALL = 92 * 1440 + 60;

test('a probed period is of three months, or shorter where the window is', () => {
  assert.deepEqual(probedPeriod({ from: '1990-01-01', to: '2025-12-31' }), QUARTER);
  assert.deepEqual(probedPeriod({ from: '2025-12-02', to: '2025-12-31' }), {
    from: '2025-12-02',
    to: '2025-12-31',
  });
});

test('availability is told with its minutes, response time with its answers', () => {
  const minutes = { ...NO_MINUTES, up: 99_000, degraded: 900, down: 100, blocked: 5_000 };
  const { availability, response_time } = probedFacts(minutes, { n: 200, sumMs: 50_001 }, QUARTER, ALL);
  assert.partialDeepStrictEqual(availability, {
    ...{ status: 'measured', value: 0.999, numerator: 99_900, denominator: 100_000, origin: 'automatic' },
    ...{ periodStart: QUARTER.from, periodEnd: QUARTER.to },
  });
  assert.partialDeepStrictEqual(response_time, { status: 'measured', value: 250.005, n: 200 });
});

test('less than half of the period seen tells why there is no figure; nothing seen tells nothing', () => {
  const half = (up: number) =>
    probedFacts({ ...NO_MINUTES, up, blocked: 600 }, { n: up, sumMs: up }, QUARTER, 1000);
  assert.equal(half(500).availability?.status, 'measured');
  for (const fact of Object.values(half(499)))
    assert.partialDeepStrictEqual(fact, { status: 'not_reported', value: null, reason: 'coverage_too_low' });
  assert.deepEqual(half(0), {});
});

test('a target that never answers has an availability of 0 and no response time', () => {
  const told = probedFacts({ ...NO_MINUTES, down: 900 }, { n: 0, sumMs: 0 }, QUARTER, 1000);
  assert.deepEqual([told.availability?.value, told.response_time], [0, undefined]);
});

const checkOf = (given: Partial<Check>): Check =>
  ({
    ...{ targetId: 1, checkedAt: new Date('2025-12-20T23:30:00Z'), result: 'pass' },
    evidence: { url: 'https://a.example/', reason: null, advice: [], excerpts: [] },
    ...given,
  }) as Check;

test('of several pages, that which users meet first tells', () => {
  const mobile = (verdict: 'Oui' | 'Non') =>
    checkOf({ kind: 'mobile', figures: { verdict } as Check<'mobile'>['figures'] });
  const fact = checkedFact('mobile', [
    { role: 'form', check: mobile('Non') },
    { role: 'home', check: mobile('Oui') },
  ]);
  assert.deepEqual([fact?.value, fact?.periodEnd, fact?.status], ['Oui', '2025-12-21', 'measured']);
});

type Declaration = NonNullable<Check<'accessibility_declaration'>['figures']>;
const NO_DECLARATION: Declaration = {
  ...{ mention: null, state: null, rate: null, auditedOn: null, declaredOn: null, expiresOn: null },
  ...{ hasContact: false, hasRemedies: false, standard: null },
};

function accessibilityOf(figures: Partial<Declaration>) {
  const check = checkOf({
    kind: 'accessibility_declaration',
    figures: { ...NO_DECLARATION, ...figures },
  });
  return checkedFact('accessibility', [{ role: 'home', check }]);
}

test('a declaration tells its rate at its own day; without a rate, only that the service does not conform', () => {
  const read = accessibilityOf({ state: 'partial', rate: 0.74, declaredOn: '2024-03-01' });
  assert.partialDeepStrictEqual(read, {
    ...{ status: 'declared', value: 0.74, origin: 'automatic' },
    ...{ periodStart: '2024-03-01', periodEnd: '2024-03-01' },
  });
  assert.equal(
    accessibilityOf({ state: 'none', auditedOn: '2024-03-01' })?.reason,
    'declaration_without_rate',
  );
  for (const state of ['partial', 'full', null] as const)
    assert.equal(accessibilityOf({ state, declaredOn: '2024-03-01' }), null, `${state}`);
});

test('what a robot did not find is told by nobody', () => {
  assert.equal(accessibilityOf({ mention: 'none' }), null);
  assert.equal(accessibilityOf({ state: 'full', rate: 1 }), null, 'a declaration without a day');
  const signIn = (schemes: readonly ('ProConnect' | 'FranceConnect')[]) =>
    checkedFact('authentication', [
      { role: 'home', check: checkOf({ kind: 'authentication', figures: { schemes, asksToSignIn: true } }) },
    ])?.value;
  assert.deepEqual([signIn([]), signIn(['ProConnect'])], [undefined, undefined]);
  assert.equal(signIn(['ProConnect', 'FranceConnect']), 'FranceConnect');
});
