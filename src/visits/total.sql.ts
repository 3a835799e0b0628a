/** Totals of days and months, written with the counts that they add up. */
import type { Queryable } from '../core/database.ts';
import { TOTALS, type Total } from './total.ts';

/** Adds to the totals of days and of their months; what is taken away is negative, of rows that are there. */
export async function addTotals(tx: Queryable, totals: readonly Total[]): Promise<void> {
  if (totals.length === 0) return;
  await tx.query(
    `insert into visits.total as held (subject_id, grain, start, ${TOTALS.join(', ')})
     select subject_id, grain, start, ${TOTALS.map((name) => `sum(${name})`).join(', ')}
     from unnest($1::bigint[], $2::date[], ${TOTALS.map((_, at) => `$${at + 3}::bigint[]`).join(', ')})
       as given (subject_id, day, ${TOTALS.join(', ')}),
       lateral (values ('day', day), ('month', date_trunc('month', day)::date)) as grains (grain, start)
     group by 1, 2, 3 order by 1, 2, 3
     on conflict (subject_id, grain, start)
     do update set ${TOTALS.map((name) => `${name} = held.${name} + excluded.${name}`).join(', ')}`,
    [
      totals.map(({ subjectId }) => subjectId),
      totals.map(({ day }) => day),
      ...TOTALS.map((name) => totals.map((total) => total[name] ?? 0)),
    ],
  );
}
