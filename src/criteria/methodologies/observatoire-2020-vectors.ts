/** Examples that `observatoire-2020` must judge as written here. */
import type { Vector } from '../criterion.ts';

export const OBSERVATOIRE_2020_VECTORS: readonly Vector[] = [
  {
    says: '50 bad, 100 medium and 850 good answers make 90 %',
    criterion: 'satisfaction',
    given: { satisfaction: { counts: { '0': 50, '5': 100, '10': 850 } } },
    expected: { status: 'measured', level: 'good', text: '90.0', reason: null, borderline: false },
  },
  {
    says: 'a satisfaction of 79.96 % is medium and does not show as 80 %',
    criterion: 'satisfaction',
    given: { satisfaction: { value: 0.7996 } },
    expected: { status: 'measured', level: 'medium', text: '79.9', reason: 'n_unknown' },
  },
  {
    says: 'a satisfaction of 80 % is good',
    criterion: 'satisfaction',
    given: { satisfaction: { value: 0.8, n: 100 } },
    expected: { status: 'measured', level: 'good', text: '80.0', reason: 'variance_unknown' },
  },
  {
    says: 'a beta is partly online',
    criterion: 'online',
    given: { online: { status: 'declared', value: 'Bêta' } },
    expected: { status: 'declared', level: 'medium', text: null },
  },
  {
    says: 'a valid statement with 75 % is good',
    criterion: 'accessibility',
    given: { accessibility: { status: 'declared', value: 0.75 } },
    expected: { status: 'declared', level: 'good', text: '75.0', reason: null },
  },
  {
    says: 'a valid statement with a lower rate is medium',
    criterion: 'accessibility',
    given: { accessibility: { status: 'declared', value: 0.1 } },
    expected: { status: 'declared', level: 'medium', text: '10.0', reason: null },
  },
  {
    says: 'a valid statement without rate is medium',
    criterion: 'accessibility',
    given: { accessibility: { status: 'declared', reason: 'declaration_without_rate' } },
    expected: { status: 'declared', level: 'medium', text: null, reason: 'declaration_without_rate' },
  },
  {
    says: 'no statement is poor',
    criterion: 'accessibility',
    given: { accessibility: { status: 'declared' } },
    expected: { status: 'declared', level: 'poor', text: null, reason: 'no_declaration' },
  },
  {
    says: 'one condition of help in two is medium',
    criterion: 'help',
    given: { help: { status: 'declared', value: 'Partiel' } },
    expected: { status: 'declared', level: 'medium', text: null },
  },
  {
    says: 'FranceConnect is good',
    criterion: 'authentication',
    given: { authentication: { status: 'declared', value: 'FranceConnect' } },
    expected: { status: 'declared', level: 'good', text: null },
  },
  {
    says: 'a sign-in that makes no sense is not applicable',
    criterion: 'authentication',
    given: { authentication: { status: 'declared', value: 'Non applicable' } },
    expected: { status: 'not_applicable', level: 'none', text: null },
  },
  {
    says: '4 points are medium, as in April 2020',
    criterion: 'availability_speed',
    given: { availability_speed: { value: 4 } },
    expected: { status: 'measured', level: 'medium', text: '4' },
  },
  {
    says: '3 points are poor',
    criterion: 'availability_speed',
    given: { availability_speed: { value: 3 } },
    expected: { status: 'measured', level: 'poor', text: '3' },
  },
  {
    says: 'points may be negative',
    criterion: 'availability_speed',
    given: { availability_speed: { value: -10 } },
    expected: { status: 'measured', level: 'poor', text: '-10' },
  },
];
