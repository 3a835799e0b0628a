/** How often forms were opened, by day and button. */
import type { Queryable } from '../core/database.ts';
import type { Opening } from './opening.ts';

/** Adds to the counts of openings. */
export async function addOpenings(db: Queryable, openings: readonly Opening[]): Promise<void> {
  await db.query(
    `insert into feedback.opening as held (subject_id, day, button_id, kind, n)
     select * from unnest($1::bigint[], $2::date[], $3::text[], $4::text[], $5::integer[]) order by 1, 2, 3, 4
     on conflict (subject_id, day, button_id, kind) do update set n = held.n + excluded.n`,
    [
      openings.map(({ subjectId }) => subjectId),
      openings.map(({ day }) => day),
      openings.map(({ buttonId }) => buttonId),
      openings.map(({ kind }) => kind),
      openings.map(({ n }) => n),
    ],
  );
}
