/** What lists of many subjects tell of each, made from counts. Pure. */
import { REFUSED, START, SUBMITTED, type SubjectDay, type VisitCount } from './visit-count.ts';

/** What a total adds up. */
export const TOTALS = [
  'days',
  'known_days',
  'visitors',
  'visits',
  'views',
  'starts',
  'submitted',
  'refused',
  'endings',
] as const;
export type TotalName = (typeof TOTALS)[number];

/** What is added to the totals of a subject, its day and its month; what is not said is none. */
export type Total = SubjectDay & { readonly [name in TotalName]?: number };

const STEPS: Readonly<Record<string, TotalName>> = {
  [START]: 'starts',
  [SUBMITTED]: 'submitted',
  [REFUSED]: 'refused',
};

/** The totals of counts, one row a count that is in one. */
export function totalsOf(counts: readonly VisitCount[]): Total[] {
  return counts.flatMap(({ subjectId, day, dimension, value, visits, views }): Total[] => {
    if (dimension === 'whole') return [{ subjectId, day, visits, views }];
    if (dimension === 'ending') return [{ subjectId, day, endings: visits }];
    const name = dimension === 'step' ? STEPS[value] : undefined;
    return name === undefined ? [] : [{ subjectId, day, [name]: visits }];
  });
}
