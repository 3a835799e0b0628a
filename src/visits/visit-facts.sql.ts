/** What visits tell to judgement (design §2). */
import type { Queryable } from '../core/database.ts';
import { type Fact, NO_FIGURE } from '../core/figure.ts';
import { SUBMITTED } from './visit-count.ts';
import type { Period } from './visit-figures.ts';

const CRITERION = 'volume_online';
const SOURCE = 'Démarches terminées en ligne, comptées sur leurs pages';

/**
 * How many times procedures were completed online over a window: those whose counters were open over the whole of it, and
 * counted something in each of its months. Of all others nothing is told: a part of a year is no volume of the year. People who
 * share a network and a kind of browser within half an hour are one visit, so that this is the least there were.
 *
 * @param _knownAt is not used: counts are those of now; an edition keeps what it was told when it was frozen
 * @returns facts by subject id, then by criterion
 */
export async function listFacts(
  db: Queryable,
  criteria: readonly string[],
  subjectIds: readonly number[],
  { from, to }: Period,
  _knownAt: Date,
): Promise<Map<number, Record<string, Fact>>> {
  if (!criteria.includes(CRITERION) || subjectIds.length === 0) return new Map();
  const rows = await db.query<{ subjectId: number; submitted: number }>(
    `select covered.subject_id as "subjectId", coalesce(sum(visits), 0)::bigint as submitted
     from (
       select subject_id from visits.counter
       where subject_id = any($1::bigint[])
       group by subject_id
       having min((created_at at time zone 'Europe/Paris')::date) <= $2
         and bool_or(closed_at is null or (closed_at at time zone 'Europe/Paris')::date > $3)
     ) as covered
     join visits.daily on daily.subject_id = covered.subject_id and day between $2 and $3
       and dimension = 'step' and value = $4
     where not exists (
       select from generate_series(date_trunc('month', $2::date), $3::date, interval '1 month') as month
       where not exists (
         select from visits.counted_day as one
         where one.subject_id = covered.subject_id and one.day between $2 and $3
           and one.day >= month::date and one.day < (month + interval '1 month')::date
       )
     )
     group by covered.subject_id order by covered.subject_id`,
    [subjectIds, from, to, SUBMITTED],
  );
  return new Map(
    rows.map(({ subjectId, submitted }) => [subjectId, { [CRITERION]: fact(submitted, { from, to }) }]),
  );
}

function fact(submitted: number, { from, to }: Period): Fact {
  return {
    ...NO_FIGURE,
    status: 'measured',
    value: submitted,
    periodStart: from,
    periodEnd: to,
    source: SOURCE,
    origin: 'automatic',
  };
}
