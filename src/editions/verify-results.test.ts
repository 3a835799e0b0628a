/** Forgeries of a result, one a line: each is made on an honest edition, and each must be found. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Document, found, honest, result } from '../../test/support/forged-edition.ts';

const SUSPECT = { status: 'suspect', level: 'none', borderline: null, interval: null };
const REVIEWS = {
  reviews: 160,
  answers: 200,
  total: 152,
  answers_squared: 280,
  total_squared: 216,
  answers_by_total: 216,
};
const REVIEWS_OF_MORE = { ...REVIEWS, answers: 201 };
const REVIEWS_OF_NONE = { ...REVIEWS, answers_squared: 200 };
const ABSENT = { ...SUSPECT, value: null, counts: null, numerator: null, denominator: null, parts: null };
const PART = { counts: null, numerator: 300, denominator: 500 };

const FORGED_RESULTS: readonly [
  says: string,
  where: string,
  procedure: number,
  criterion: string,
  Document,
][] = [
  ['another n than is counted', 'n', 1, 'satisfaction', { n: 5_000 }],
  ['another n than the denominator', 'n', 1, 'autonomy', { n: 400 }],
  [
    'a precision that lets a mark leave its answers',
    'value',
    1,
    'satisfaction',
    { value: 9.9, source_precision: 10 },
  ],
  [
    'a precision that lets a share leave its volumes',
    'value',
    1,
    'digital_share',
    { value: 0.9, source_precision: 10 },
  ],
  ['a share beside its ratio by little', 'value', 1, 'autonomy', { value: 0.604 }],
  ['a ratio invented beside the grades', 'value', 1, 'satisfaction', { numerator: 1, denominator: 1_000 }],
  ['half a ratio', 'n', 1, 'clarity', { numerator: 9 }],
  ['answers of a figure that is absent', 'counts', 3, 'satisfaction', { counts: { '0': 30 } }],
  ['few answers that are enough', 'reason', 3, 'satisfaction', { n: 100 }],
  [
    'few answers where none are needed',
    'reason',
    1,
    'availability',
    { ...ABSENT, status: 'insufficient', reason: 'under_minimum' },
  ],
  ['few answers as the reason of an absence', 'reason', 3, 'satisfaction', { status: 'not_reported' }],
  ['a good availability told blocked', 'reason', 1, 'availability', { ...SUSPECT, reason: 'probe_blocked' }],
  ['a mark told blocked', 'reason', 1, 'clarity', { ...SUSPECT, reason: 'probe_blocked' }],
  ['a mark within its range told outside', 'reason', 1, 'clarity', { ...SUSPECT, reason: 'out_of_range' }],
  ['a number told unreadable', 'reason', 1, 'clarity', { ...SUSPECT, reason: 'unreadable' }],
  ['a doubt without reason', 'reason', 1, 'clarity', { ...SUSPECT, reason: null }],
  [
    'a procedure told offline that is online',
    'reason',
    1,
    'clarity',
    { ...ABSENT, n: null, status: 'not_applicable', reason: 'not_online' },
  ],
  [
    'an entitlement told automatic',
    'reason',
    1,
    'clarity',
    { ...ABSENT, n: null, status: 'not_applicable', reason: 'proactive' },
  ],
  [
    'answers counted where there is nothing to count',
    'reason',
    1,
    'clarity',
    { ...ABSENT, status: 'not_reported', reason: 'nothing_to_count' },
  ],
  [
    'an announcement of what makes no sense',
    'reason',
    1,
    'clarity',
    { ...ABSENT, n: null, status: 'not_applicable', reason: 'planned' },
  ],
  [
    'a figure that no source gives, applicable or not',
    'reason',
    1,
    'clarity',
    { ...ABSENT, n: null, status: 'not_applicable', reason: 'no_figure' },
  ],
  ['an old figure that is told', 'reason', 1, 'availability', { reason: 'outdated' }],
  ['a declaration that has not expired', 'reason', 1, 'accessibility', { reason: 'declaration_expired' }],
  ['a rejected declaration with its rate', 'reason', 1, 'accessibility', { reason: 'declaration_rejected' }],
  ['a declaration of what is measured', 'reason', 1, 'availability', { reason: 'no_declaration' }],
  ['a window that is not past', 'reason', 1, 'satisfaction', { reason: 'stale_window' }],
  ['days that run backward', 'period_start', 1, 'clarity', { period_start: '2025-10-01' }],
  ['a figure of after the cut-off', 'as_of', 1, 'clarity', { as_of: '2025-10-01' }],
  ['a declaration of years after', 'as_of', 1, 'accessibility', { as_of: '2027-01-01' }],
  ['a value said to be repeated', 'stale', 1, 'clarity', { stale: true }],
  ['other answers than those of its reviews', 'clusters', 1, 'help_reachable', { clusters: REVIEWS_OF_MORE }],
  ['reviews that no answers make', 'clusters', 1, 'help_reachable', { clusters: REVIEWS_OF_NONE }],
  ['an interval as if each answer were a review', 'interval', 1, 'help_reachable', { clusters: null }],
  [
    'a part outside the window',
    'parts',
    1,
    'autonomy',
    { parts: [{ period_start: '2024-09-01', period_end: '2025-09-30', ...PART }] },
  ],
  [
    'a part that runs backward',
    'parts',
    1,
    'autonomy',
    { parts: [{ period_start: '2025-09-30', period_end: '2025-09-01', ...PART }] },
  ],
  [
    'parts that overlap',
    'parts',
    1,
    'autonomy',
    {
      parts: [
        { period_start: '2024-10-01', period_end: '2025-04-01', ...PART, numerator: 100, denominator: 200 },
        { period_start: '2025-04-01', period_end: '2025-09-30', ...PART, numerator: 200, denominator: 300 },
      ],
    },
  ],
  [
    'parts that are more than the whole',
    'parts',
    1,
    'autonomy',
    { parts: [{ period_start: '2024-10-01', period_end: '2025-09-30', ...PART, numerator: 400 }] },
  ],
  [
    'parts of what has no answers',
    'parts',
    1,
    'clarity',
    { parts: [{ period_start: '2024-10-01', period_end: '2025-09-30', ...PART }] },
  ],
];

for (const [says, where, procedure, criterion, changes] of FORGED_RESULTS) {
  test(`found in a result: ${says}`, () => {
    const places = found(honest(), result(procedure, criterion, changes));
    assert.ok(places.includes(`procedure ${procedure}, ${criterion}, ${where}`), places.join('\n'));
  });
}
