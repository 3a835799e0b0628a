/** What the store holds of reviews, counted by other means than those of the product. */
import type { Queryable } from '../../src/core/database.ts';

/** Each answer by its review and question. */
export function gradesOfReviews(db: Queryable): Promise<{ key: string; grades: string }[]> {
  return db.query(
    `select review_id || ' ' || question as key, array_to_string(grades, ' ') as grades from feedback.answer`,
  );
}

/** How many counted answers gave each grade, from the answers. */
export function countsOfAnswers(db: Queryable): Promise<{ question: string; grade: string; n: number }[]> {
  return db.query(
    `select question, grade, count(*) as n
     from feedback.answer join feedback.review on (review.subject_id, review.id) = (answer.subject_id, review_id),
       unnest(grades) as grade
     where state in ('counted', 'released') group by question, grade order by question, grade`,
  );
}

/** Each count by day, packed or not. */
export const COUNTS_BY_DAY = `(
  select subject_id, question, version, day, button_id, channel, ending, grade, n from feedback.daily
  union all
  select subject_id, cell ->> 0, cell ->> 1, month + (at - 1)::integer, cell ->> 2, cell ->> 3, cell ->> 4, cell ->> 5, n::integer
  from feedback.packed_month, json_array_elements(cells) as cell,
    json_array_elements_text(cell -> 6) with ordinality as days (n, at)
)`;

/** The same as it was counted along, and is not packed yet: a server packs once an hour. */
export function readCounts(db: Queryable): Promise<{ question: string; grade: string; n: number }[]> {
  return db.query(
    `select question, grade, sum(n) as n from feedback.daily
     group by question, grade having sum(n) <> 0 order by question, grade`,
  );
}
