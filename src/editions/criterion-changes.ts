import type { Change, Comparison } from './comparison.ts';

/** The changes that a reader in a hurry wants to see, one a procedure on each side. */
export type NotableChanges = {
  readonly better: readonly Change[];
  readonly worse: readonly Change[];
  /** How many procedures changed for the better, and for the worse, in all; one may do both. */
  readonly procedures: { readonly better: number; readonly worse: number };
};

/**
 * Procedures that improved and that fell, each by its most significant established change: tested values by their p,
 * then declared ones, which are not tested; equal ones in the order of the comparison.
 *
 * @param most how many are kept on each side
 */
export function findNotableChanges({ changes }: Comparison, most: number): NotableChanges {
  const better = oneOfEach(changes, true);
  const worse = oneOfEach(changes, false);
  return {
    better: better.slice(0, most),
    worse: worse.slice(0, most),
    procedures: { better: better.length, worse: worse.length },
  };
}

function oneOfEach(changes: readonly Change[], better: boolean): Change[] {
  const established = changes
    .filter((change) => (change.kind === 'rise' || change.kind === 'fall') && change.better === better)
    .toSorted((a, b) => rankOf(a) - rankOf(b));
  return [...Map.groupBy(established, ({ procedure }) => procedure.id).values()].flatMap(([first]) =>
    first === undefined ? [] : [first],
  );
}

/** Above every p: what was not tested comes after what was. */
const UNTESTED = 2;

function rankOf({ test }: Change): number {
  return test?.p ?? UNTESTED;
}
