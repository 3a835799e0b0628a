import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publishedResult } from '../../test/support/published.ts';
import { type CriterionId, findCriterion, getMethodology } from '../criteria/index.ts';
import { holdFalseDiscoveries, judgeChange } from './change.ts';
import type { Change } from './comparison.ts';
import type { PublishedResult } from './published-result.ts';

const YEAR_BEFORE = { period_start: '2023-10-01', as_of: '2024-09-30' };
const QUARTER_BEFORE = { period_start: '2024-07-01', as_of: '2025-06-30' };

type Given = Partial<PublishedResult> | null;
function judge(
  criterion: CriterionId,
  before: Given,
  after: Given,
  differs: 'nothing' | 'levels' | 'values' = 'nothing',
) {
  const definition = findCriterion(getMethodology('vigie-1'), criterion);
  assert.ok(definition !== null);
  const comparability = {
    criterion,
    values: differs !== 'values',
    levels: differs === 'nothing',
    reasons: [],
  };
  const [one, other] = [before, after].map((given) => given && publishedResult(given));
  return judgeChange(definition, comparability, one ?? null, other ?? null);
}
const told = (...given: Parameters<typeof judge>) => {
  const { kind, better, reason } = judge(...given);
  return reason ?? (better === null ? kind : `${kind}, ${better ? 'better' : 'worse'}`);
};
const declared = (value: number | string | null, given: Given = {}): Given => ({
  status: 'declared',
  value,
  ...given,
});
const NO_DECLARATION = declared(null, { level: 'poor', reason: 'no_declaration' });

test('of declared numbers any difference is a change, for the better as the criterion says', () => {
  assert.equal(told('accessibility', declared(0.75), declared(0.751)), 'rise, better');
  assert.equal(told('once_only', declared(2), declared(3)), 'rise, worse');
  assert.equal(told('digital_share', declared(0.5), declared(0.4)), 'fall');
  assert.equal(told('accessibility', declared(0.75), declared(0.75)), 'no_significant_change');
});

test('words change by their levels, and without an order no way is claimed', () => {
  const [yes, local, partly] = [
    declared('Oui', { level: 'good' }),
    declared('En cours de déploiement local', { level: 'good' }),
    declared('Partiel', { level: 'medium' }),
  ];
  const [connect, none] = [declared('FranceConnect', { level: 'info' }), declared('Non', { level: 'poor' })];
  assert.equal(told('online', partly, yes), 'rise, better');
  assert.equal(told('online', yes, none), 'fall, worse');
  assert.equal(told('online', yes, yes), 'no_significant_change');
  assert.equal(told('online', local, yes), 'no_direction');
  assert.equal(told('authentication', none, connect), 'no_direction');
  assert.equal(told('online', partly, yes, 'levels'), 'no_direction');
});

test('a verdict without a rate is compared by its level', () => {
  assert.equal(told('accessibility', declared(0.94, { level: 'medium' }), NO_DECLARATION), 'fall, worse');
  assert.equal(told('accessibility', NO_DECLARATION, declared(1, { level: 'good' })), 'rise, better');
  assert.equal(told('accessibility', NO_DECLARATION, NO_DECLARATION), 'no_significant_change');
  assert.equal(told('accessibility', NO_DECLARATION, declared(0.2, { level: 'poor' })), 'no_direction');
});

test('what a machine or a person verified, and did not sample, changes as what is declared', () => {
  assert.equal(
    told('mobile', { value: 'Non', level: 'poor' }, { value: 'Oui', level: 'good' }),
    'rise, better',
  );
  assert.equal(told('once_only', { value: 4 }, declared(1)), 'fall, better');
});

test('series of probes are not tested', () => {
  assert.equal(told('availability', { value: 0.99, n: 9000 }, { value: 0.999, n: 9000 }), 'probe_series');
  assert.equal(told('response_time', { value: 300 }, declared(200)), 'probe_series');
});

test('why a value cannot be compared is told from the criterion down to the answers', () => {
  const mark = { value: 8, n: 1000 };
  const absent = { status: 'not_reported' } as const;
  assert.equal(told('satisfaction', mark, mark, 'values'), 'criterion_not_comparable');
  assert.equal(told('satisfaction', null, mark), 'absent_before');
  assert.equal(told('satisfaction', mark, absent), 'absent_after');
  assert.equal(told('satisfaction', absent, null), 'absent_both');
  assert.equal(told('satisfaction', mark, { ...mark, status: 'suspect' }), 'suspect');
  assert.equal(told('satisfaction', { ...mark, ...YEAR_BEFORE }, { value: 9 }), 'n_unknown');
  assert.equal(told('satisfaction', { ...mark, ...QUARTER_BEFORE }, mark), 'windows_overlap');
  assert.equal(told('satisfaction', { ...mark, ...YEAR_BEFORE }, mark), 'variance_unknown');
});

test('a mean or a share needs spread on a side, and some answers on both', () => {
  const marks = (good: number, given: Given = {}): Given => ({
    value: 10,
    n: good,
    counts: { '0': 0, '10': good },
    ...given,
  });
  assert.equal(told('satisfaction', marks(40, YEAR_BEFORE), marks(50)), 'no_variance');
  assert.equal(told('satisfaction', marks(9, YEAR_BEFORE), marks(50)), 'too_few');
  assert.equal(told('autonomy', { value: 1, n: 40, ...YEAR_BEFORE }, { value: 1, n: 50 }), 'no_variance');
  assert.equal(told('autonomy', { value: 0.5, n: 8, ...YEAR_BEFORE }, { value: 1, n: 50 }), 'too_few');
});

test('answers that come several to a review are not tested one by one', () => {
  const share = { value: 0.5, n: 1000 };
  assert.equal(
    told('help_reachable', { ...share, ...YEAR_BEFORE }, { ...share, value: 0.9 }),
    'variance_unknown',
  );
  const counts = { '0': 500, '10': 500 };
  assert.equal(
    told('help_effective', { value: 5, n: 1000, counts, ...YEAR_BEFORE }, { value: 5, n: 1000, counts }),
    'variance_unknown',
  );
});

test('where both sides tell the reviews of their answers, these are compared', () => {
  const help = (yes: number, reviews = 200) => ({
    value: yes / reviews,
    n: 2 * reviews,
    numerator: 2 * yes,
    denominator: 2 * reviews,
    clusters: {
      reviews,
      answers: 2 * reviews,
      total: 2 * yes,
      answers_squared: 4 * reviews,
      total_squared: 4 * yes,
      answers_by_total: 4 * yes,
    },
  });
  assert.equal(told('help_reachable', { ...help(100), ...YEAR_BEFORE }, help(140)), 'rise, better');
  const { kind, test } = judge('help_reachable', { ...help(134), ...YEAR_BEFORE }, help(124));
  assert.deepEqual([kind, test?.name], ['fall', 'clusters']);
  assert.ok((test?.p ?? 0) > 0.25, 'each review counts once, and chance may explain it');
  assert.equal(told('help_reachable', { ...help(5, 8), ...YEAR_BEFORE }, help(140)), 'too_few');
  assert.equal(
    told('help_reachable', { ...help(100), ...YEAR_BEFORE }, { ...help(140), clusters: null }),
    'variance_unknown',
  );
});

test('what entered may beat what left while the value falls: then no change is claimed', () => {
  const part = (period_start: string, period_end: string, bad: number, good: number) => ({
    period_start,
    period_end,
    counts: { '0': bad, '10': good },
    numerator: null,
    denominator: null,
  });
  const shared = part('2024-10-01', '2025-06-30', 50, 950);
  const left = part('2024-07-01', '2024-09-30', 60, 40);
  const entered = part('2025-07-01', '2025-09-30', 1000, 2000);
  const { kind, better, test } = judge(
    'satisfaction',
    { value: 9, n: 1100, counts: { '0': 110, '10': 990 }, parts: [left, shared], ...QUARTER_BEFORE },
    { value: 7.375, n: 4000, counts: { '0': 1050, '10': 2950 }, parts: [shared, entered] },
  );
  assert.deepEqual({ kind, better }, { kind: 'no_significant_change', better: null });
  assert.equal(test?.over, 'parts');
  assert.ok((test?.statistic ?? 0) > 3);
});

test('of many tests, only discoveries stay rises or falls', () => {
  const change = (p: number): Change => ({
    procedure: { id: '1', slug: '1', name: '1', organisation: null, ministry: null },
    criterion: 'satisfaction',
    kind: 'rise',
    better: true,
    reason: null,
    before: null,
    after: null,
    test: { name: 'welch', over: 'windows', statistic: 2, df: 100, p },
    stale: false,
  });
  const declaredRise: Change = { ...change(1), test: null };
  const held = holdFalseDiscoveries([change(0.04), change(0.001), declaredRise, change(0.5), change(0.6)]);
  assert.deepEqual(
    held.map(({ kind, better }) => [kind, better]),
    [
      ['no_significant_change', null],
      ['rise', true],
      ['rise', true],
      ['no_significant_change', null],
      ['no_significant_change', null],
    ],
  );
});
