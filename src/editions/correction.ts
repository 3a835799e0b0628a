/** What a correction changes: the differences between two revisions of an edition. Pure. */
import type { CriterionId } from '../criteria/index.ts';
import { type Difference, type DifferenceSide, PROCEDURE_WORDS } from './published-edition.ts';
import type { PublishedProcedure, PublishedResult } from './published-result.ts';

/**
 * Every difference between the procedures of two revisions, in the order of the later one, then what is only in the
 * earlier one. Where a figure comes from is no difference: the figure is.
 */
export function listDifferences(
  before: readonly PublishedProcedure[],
  after: readonly PublishedProcedure[],
): Difference[] {
  const earlier = new Map(before.map((procedure) => [procedure.id, procedure]));
  const later = new Set(after.map(({ id }) => id));
  return [
    ...after.flatMap((procedure) => {
      const known = earlier.get(procedure.id);
      if (known !== undefined) return differencesOf(known, procedure);
      return [wholeOf(procedure, { before: null, after: { value: procedure.name } })];
    }),
    ...before
      .filter(({ id }) => !later.has(id))
      .map((procedure) => wholeOf(procedure, { before: { value: procedure.name }, after: null })),
  ];
}

/** A procedure that only one of the revisions has. */
function wholeOf({ id, name }: PublishedProcedure, sides: Pick<Difference, 'before' | 'after'>): Difference {
  return { procedure: id, name, field: 'procedure', ...sides };
}

function differencesOf(before: PublishedProcedure, after: PublishedProcedure): Difference[] {
  const { id, name } = after;
  const words = PROCEDURE_WORDS.flatMap((field): Difference[] => {
    const [old, now] = [wordOf(before, field), wordOf(after, field)];
    if (old === now) return [];
    return [{ procedure: id, name, field, before: { value: old }, after: { value: now } }];
  });
  const criteria = new Set([
    ...Object.keys(after.results),
    ...Object.keys(before.results),
  ]) as Set<CriterionId>;
  const results = [...criteria].flatMap((field): Difference[] => {
    const [old, now] = [sideOf(before.results[field]), sideOf(after.results[field])];
    if (JSON.stringify(old) === JSON.stringify(now)) return [];
    return [{ procedure: id, name, field, before: old, after: now }];
  });
  return [...words, ...results];
}

export function wordOf(procedure: PublishedProcedure, field: (typeof PROCEDURE_WORDS)[number]) {
  return field === 'audiences' ? procedure.audiences.join('; ') : procedure[field];
}

export function sideOf(result: PublishedResult | undefined): DifferenceSide | null {
  if (result === undefined) return null;
  const { status, value, level, n, interval, reason, as_of } = result;
  return { status, value, level, n, interval, reason, as_of };
}

/** True when two results say the same figure, wherever each comes from. */
export function sameFigure(one: PublishedResult, other: PublishedResult): boolean {
  return JSON.stringify(sideOf(one)) === JSON.stringify(sideOf(other));
}
