/** Legends that several criteria share. Thresholds are in the unit of the criterion; their order is that of the levels. */
import type { LegendEntry } from '../criterion.ts';

/** Marks 0 to 10: good from 8, medium from 5. */
export const MARK_LEGEND: readonly LegendEntry[] = [
  { level: 'good', when: { kind: 'at_least', bound: 8 }, words: { fr: '8 ou plus', en: '8 or more' } },
  {
    level: 'medium',
    when: { kind: 'at_least', bound: 5 },
    words: { fr: 'de 5 à moins de 8', en: 'from 5 to under 8' },
  },
  { level: 'poor', when: { kind: 'otherwise' }, words: { fr: 'moins de 5', en: 'under 5' } },
];

/** Data asked again, a weighted count: good up to 1, poor from 5. */
export const ONCE_ONLY_LEGEND: readonly LegendEntry[] = [
  {
    level: 'good',
    when: { kind: 'at_most', bound: 1 },
    words: { fr: '0 ou 1 donnée redemandée', en: '0 or 1 data item asked again' },
  },
  {
    level: 'medium',
    when: { kind: 'below', bound: 5 },
    words: { fr: 'de 2 à 4 données redemandées', en: '2 to 4 data items asked again' },
  },
  {
    level: 'poor',
    when: { kind: 'otherwise' },
    words: { fr: '5 données redemandées ou plus', en: '5 or more data items asked again' },
  },
];

/** A number that is shown and not judged. */
export const INFORMATION_LEGEND: readonly LegendEntry[] = [
  {
    level: 'info',
    when: { kind: 'otherwise' },
    words: { fr: 'donnée d’information, sans niveau', en: 'for information, no level' },
  },
];

/** Yes, partly, no. */
export const YES_PARTLY_NO_LEGEND: readonly LegendEntry[] = [
  { level: 'good', when: { kind: 'one_of', words: ['Oui'] }, words: { fr: 'Oui', en: 'Yes' } },
  { level: 'medium', when: { kind: 'one_of', words: ['Partiel'] }, words: { fr: 'Partiel', en: 'Partly' } },
  { level: 'poor', when: { kind: 'one_of', words: ['Non'] }, words: { fr: 'Non', en: 'No' } },
];

/** What most criteria that do not come from a sample of answers share. */
export const NOT_SAMPLED = {
  sampling: 'none',
  gradesPerUnit: 1,
  minimumN: null,
  windowMonths: null,
  declaration: null,
} as const;

/** What criteria read from marks share. */
export const SAMPLED_MARK = {
  unit: 'mark',
  direction: 'more',
  decimals: 2,
  legend: MARK_LEGEND,
  sampling: 'mean_of_grades',
  gradesPerUnit: 1,
  declaration: null,
} as const;
