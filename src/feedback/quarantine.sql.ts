/** Reviews kept out of the figures because they look like many by few hands: how many there are, and their release. */
import type { Queryable, Transactional } from '../core/database.ts';
import { addCounts } from './add-counts.sql.ts';
import { ordered, type Tally, tally } from './counts.ts';
import type { Decision } from './erase.sql.ts';
import type { Answer, ButtonChannel, Ending, OutReason, ReviewHead } from './review.ts';
import type { Period } from './statistics.ts';

/** Quarantined reviews of one button, day and reason. */
export type QuarantinedCount = {
  readonly subjectId: number;
  readonly buttonId: string;
  readonly openedOn: string;
  readonly reason: OutReason;
  readonly n: number;
};

/** How many reviews wait in quarantine, by button, day and reason; the newest days first. */
export function listQuarantined(db: Queryable, subjectId?: number): Promise<QuarantinedCount[]> {
  return db.query<QuarantinedCount>(
    `select subject_id as "subjectId", button_id as "buttonId", opened_on as "openedOn", reason, count(*) as n
     from feedback.review
     where state <> 'counted' and state = 'quarantined' and ($1::bigint is null or subject_id = $1)
     group by 1, 2, 3, 4 order by 3 desc, 1, 2, 4`,
    [subjectId ?? null],
  );
}

/** Which quarantined reviews are released: those of a button over some days, or some of a subject by their ids. */
export type Release =
  | { readonly buttonId: string; readonly subjectId: number; readonly period: Period }
  | { readonly subjectId: number; readonly reviewIds: readonly string[] };

type ReleasedRow = {
  readonly id: string;
  readonly buttonId: string;
  readonly channel: ButtonChannel;
  readonly ending: Ending;
  readonly openedOn: string;
};

/**
 * Releases reviews from quarantine: their answers enter the counts, under the days on which their forms were opened.
 * Reviews in another state, excluded ones included, are left as they are. Who released them, why and when is kept.
 *
 * @returns how many were released
 */
export async function releaseReviews(
  db: Transactional,
  release: Release,
  decision: Decision,
): Promise<number> {
  return db.transaction(async (tx) => {
    // In the order in which every writer locks reviews (keep.sql.ts).
    const rows = await tx.query<ReleasedRow>(
      `select id, button_id as "buttonId", channel, ending, opened_on as "openedOn" from feedback.review
       where subject_id = $1 and state <> 'counted' and state = 'quarantined'
         and ${'period' in release ? 'button_id = $2 and opened_on between $3 and $4' : 'id = any($2::uuid[])'}
       order by subject_id, id for update`,
      'period' in release
        ? [release.subjectId, release.buttonId, release.period.from, release.period.to]
        : [release.subjectId, release.reviewIds],
    );
    if (rows.length === 0) return 0;
    const ids = rows.map(({ id }) => id);
    await tx.query(
      `update feedback.review set state = 'released' where subject_id = $1 and id = any($2::uuid[])`,
      [release.subjectId, ids],
    );
    const answers = await tx.query<Pick<Answer, 'question' | 'version' | 'grades'> & { reviewId: string }>(
      `select review_id as "reviewId", question, version, grades from feedback.answer
       where subject_id = $1 and review_id = any($2::uuid[])`,
      [release.subjectId, ids],
    );
    const heads = new Map(rows.map((row) => [row.id, headOf(release.subjectId, row)]));
    const counts: Tally = [];
    for (const answer of answers) {
      const head = heads.get(answer.reviewId);
      if (head !== undefined) tally(counts, head, answer, 1);
    }
    await addCounts(tx, ordered(counts));
    await recordRelease(tx, release.subjectId, rows, decision);
    return rows.length;
  });
}

/** One row a button. */
async function recordRelease(
  tx: Queryable,
  subjectId: number,
  released: readonly ReleasedRow[],
  { author, reason, now }: Decision,
): Promise<void> {
  await tx.query(
    `insert into feedback.release (subject_id, button_id, from_on, to_on, reviews, author, reason, released_at)
     select $1, button_id, min(opened_on), max(opened_on), count(*), $4, $5, $6
     from unnest($2::text[], $3::date[]) as released (button_id, opened_on) group by button_id order by button_id`,
    [
      subjectId,
      released.map(({ buttonId }) => buttonId),
      released.map(({ openedOn }) => openedOn),
      author,
      reason,
      now,
    ],
  );
}

/** As far as counts are concerned. */
function headOf(subjectId: number, row: ReleasedRow): ReviewHead {
  return { ...row, subjectId, step: null, serviceVersion: null, language: '' };
}
