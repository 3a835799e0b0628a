/** Examples that `vde-2025` must judge as written here (method.md §4, and the bounds of each threshold). */
import type { Vector } from '../criterion.ts';

const N_UNKNOWN = { status: 'measured', reason: 'n_unknown', borderline: null } as const;

export const VDE_2025_VECTORS: readonly Vector[] = [
  {
    says: 'satisfaction 7.985 is medium and shows 7.98, never 8.0',
    criterion: 'satisfaction',
    given: { satisfaction: { value: 7.985 } },
    expected: { ...N_UNKNOWN, level: 'medium', text: '7.98' },
  },
  {
    says: 'satisfaction 7.995 is medium and shows 7.99',
    criterion: 'satisfaction',
    given: { satisfaction: { value: 7.995 } },
    expected: { ...N_UNKNOWN, level: 'medium', text: '7.99' },
  },
  {
    says: 'satisfaction 8 is good',
    criterion: 'satisfaction',
    given: { satisfaction: { value: 8 } },
    expected: { ...N_UNKNOWN, level: 'good', text: '8.00' },
  },
  {
    says: '1,000 answers of mean 9 are clearly good',
    criterion: 'satisfaction',
    given: { satisfaction: { counts: { '0': 50, '5': 100, '10': 850 } } },
    expected: { status: 'measured', level: 'good', text: '9.00', reason: null, borderline: false },
  },
  {
    says: 'a mean of 8.15 from 100 spread answers is good and borderline',
    criterion: 'satisfaction',
    given: { satisfaction: { counts: { '0': 12, '5': 13, '10': 75 } } },
    expected: { status: 'measured', level: 'good', text: '8.15', reason: null, borderline: true },
  },
  {
    says: '99 answers are not enough',
    criterion: 'satisfaction',
    given: { satisfaction: { value: 9, n: 99 } },
    expected: { status: 'insufficient', level: 'none', text: null, reason: 'under_minimum' },
  },
  {
    says: '50 answers are enough for the effectiveness of help',
    criterion: 'help_effective',
    given: { help_effective: { value: 4.99, n: 50 } },
    expected: {
      status: 'measured',
      level: 'poor',
      text: '4.99',
      reason: 'variance_unknown',
      borderline: null,
    },
  },
  {
    says: 'a mark above 10 is suspect',
    criterion: 'clarity',
    given: { clarity: { value: 10.1 } },
    expected: { status: 'suspect', level: 'none', text: '10.10', reason: 'out_of_range' },
  },
  {
    says: 'an availability of 99.85 % is medium and shows 99.85, never 99.9',
    criterion: 'availability',
    given: { availability: { value: 0.9985 } },
    expected: { status: 'measured', level: 'medium', text: '99.85', reason: null },
  },
  {
    says: 'an availability of 99.894 % is medium and shows 99.89',
    criterion: 'availability',
    given: { availability: { value: 0.99894 } },
    expected: { status: 'measured', level: 'medium', text: '99.89', reason: null },
  },
  {
    says: 'an availability just under 98.5 % is poor',
    criterion: 'availability',
    given: { availability: { value: 0.98499 } },
    expected: { status: 'measured', level: 'poor', text: '98.49', reason: null },
  },
  {
    says: 'an availability of 0.25 % in a quarter with 1,200 reviews is suspect',
    criterion: 'availability',
    given: { availability: { value: 0.0025 }, satisfaction: { value: 8.2, n: 1200 } },
    expected: { status: 'suspect', level: 'none', text: '0.25', reason: 'probe_blocked' },
  },
  {
    says: 'the response time measured beside it keeps its level',
    criterion: 'response_time',
    given: {
      availability: { value: 0.0025 },
      response_time: { value: 312 },
      satisfaction: { value: 8.2, n: 1200 },
    },
    expected: { status: 'measured', level: 'good', text: '312', reason: null },
  },
  {
    says: '399.5 ms is good and shows 399.5, not 400',
    criterion: 'response_time',
    given: { response_time: { value: 399.5 } },
    expected: { status: 'measured', level: 'good', text: '399.5', reason: null },
  },
  {
    says: '400 ms is medium',
    criterion: 'response_time',
    given: { response_time: { value: 400 } },
    expected: { status: 'measured', level: 'medium', text: '400', reason: null },
  },
  {
    says: '800 ms is poor',
    criterion: 'response_time',
    given: { response_time: { value: 800 } },
    expected: { status: 'measured', level: 'poor', text: '800', reason: null },
  },
  {
    says: 'help reached 85 times in 100 is good and borderline',
    criterion: 'help_reachable',
    given: { help_reachable: { numerator: 85, denominator: 100 } },
    expected: { status: 'measured', level: 'good', text: '85', reason: null, borderline: true },
  },
  {
    says: 'help reached 84.9 % of the time is medium and shows 84',
    criterion: 'help_reachable',
    given: { help_reachable: { value: 0.849 } },
    expected: { ...N_UNKNOWN, level: 'medium', text: '84' },
  },
  {
    says: 'autonomy is information',
    criterion: 'autonomy',
    given: { autonomy: { numerator: 760, denominator: 1000 } },
    expected: { status: 'measured', level: 'info', text: '76', reason: null, borderline: false },
  },
  {
    says: 'a take-up above 1 is suspect',
    criterion: 'digital_share',
    given: { digital_share: { status: 'declared', numerator: 120, denominator: 100 } },
    expected: { status: 'suspect', level: 'none', text: '120.0', reason: 'out_of_range' },
  },
  {
    says: 'a take-up over nothing is not applicable',
    criterion: 'digital_share',
    given: { digital_share: { status: 'declared', numerator: 0, denominator: 0 } },
    expected: { status: 'not_applicable', level: 'none', text: null, reason: 'nothing_to_count' },
  },
  {
    says: 'no case filed online is a take-up of 0 %',
    criterion: 'digital_share',
    given: { digital_share: { status: 'declared', numerator: 0, denominator: 500 } },
    expected: { status: 'declared', level: 'info', text: '0.0', reason: null },
  },
  {
    says: 'two data items asked again are medium',
    criterion: 'once_only',
    given: { once_only: { status: 'declared', value: 2 } },
    expected: { status: 'declared', level: 'medium', text: '2', reason: null },
  },
  {
    says: 'five data items asked again are poor',
    criterion: 'once_only',
    given: { once_only: { status: 'declared', value: 5 } },
    expected: { status: 'declared', level: 'poor', text: '5', reason: null },
  },
  {
    says: 'an accessibility of 99.96 % is medium and does not show as 100 %',
    criterion: 'accessibility',
    given: { accessibility: { status: 'declared', value: 0.9996 } },
    expected: { status: 'declared', level: 'medium', text: '99.9', reason: null },
  },
  {
    says: 'no statement of accessibility is poor',
    criterion: 'accessibility',
    given: { accessibility: { status: 'declared' } },
    expected: { status: 'declared', level: 'poor', text: null, reason: 'no_declaration' },
  },
];
