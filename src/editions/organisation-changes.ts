/** What a comparison of two editions says of the procedures of one organisation. Pure. */
import type { Change, ComparedProcedure, Comparison, UntestableReason } from './comparison.ts';
import type { Members } from './organisation-members.ts';

/** Keys are those of public JSON (docs/open-data.md): added, never renamed. */
export type OrganisationChanges = Pick<
  Comparison,
  'before' | 'after' | 'newly_online' | 'entered' | 'left'
> & {
  /** Values that rose or fell, for the better, for the worse, or neither; the most certain first. */
  readonly improved: readonly Change[];
  readonly worsened: readonly Change[];
  readonly neutral: readonly Change[];
  /** Values that both editions have, and how many of them could be tested or compared. */
  readonly values: { readonly compared: number; readonly testable: number };
};

const ABSENCES: ReadonlySet<UntestableReason> = new Set<UntestableReason>([
  'absent_before',
  'absent_after',
  'absent_both',
]);

/**
 * The part of a comparison that is of an organisation. Rises and falls are those of the whole comparison, whose rate of
 * false discoveries is held over all its tests.
 *
 * @param members by edition; a value counts for who answers for the procedure in the later edition
 */
export function changesOfMembers(comparison: Comparison, members: Members): OrganisationChanges {
  const { before, after } = comparison;
  const isIn = (edition: string, { id }: ComparedProcedure) => members.get(edition)?.has(id) ?? false;
  const isOfLater = ({ procedure }: { procedure: ComparedProcedure }) => isIn(after.slug, procedure);
  const own = comparison.changes.filter(isOfLater);
  const established = own
    .filter(({ kind }) => kind === 'rise' || kind === 'fall')
    .sort((one, other) => (one.test?.p ?? 0) - (other.test?.p ?? 0));
  return {
    before,
    after,
    improved: established.filter(({ better }) => better === true),
    worsened: established.filter(({ better }) => better === false),
    neutral: established.filter(({ better }) => better === null),
    newly_online: comparison.newly_online.filter(isOfLater),
    entered: comparison.entered.filter((one) => isIn(after.slug, one)),
    left: comparison.left.filter((one) => isIn(before.slug, one)),
    values: {
      compared: own.filter(({ reason }) => reason === null || !ABSENCES.has(reason)).length,
      testable: own.filter(({ kind }) => kind !== 'not_testable').length,
    },
  };
}
