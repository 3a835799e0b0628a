/** Reviews that are kept and left out of the figures, to be looked at. */
import type { Queryable } from '../core/database.ts';
import type { OutReason } from './review.ts';

/** Reviews of one button, day and reason that are in no figure. */
export type OutOfFigures = {
  readonly subjectId: number;
  readonly buttonId: string;
  readonly openedOn: string;
  /** An excluded review is a duplicate of another: it cannot be released. */
  readonly state: 'quarantined' | 'excluded';
  readonly reason: OutReason;
  readonly n: number;
};

/** How many reviews are out of the figures, by button, day and reason; the newest days first. */
export function listOutOfFigures(db: Queryable, subjectId?: number): Promise<OutOfFigures[]> {
  return db.query<OutOfFigures>(
    `select subject_id as "subjectId", button_id as "buttonId", opened_on as "openedOn", state, reason, count(*) as n
     from feedback.review
     where state <> 'counted' and state in ('quarantined', 'excluded') and ($1::bigint is null or subject_id = $1)
     group by 1, 2, 3, 4, 5 order by 3 desc, 1, 2, 4, 5`,
    [subjectId ?? null],
  );
}
