/** How counts are read over periods: whole months from those of months, the days at the ends from those of days. */
import { type Period, type ReviewFilters, type Stretch, stretchesOf } from './statistics.ts';

/** The stretches that are read for one part of an answer: a period, a quarter of one. */
export type PartStretch = Stretch & { readonly part: string };

/** The stretches of a period, all of one part. */
export function stretchesOfPart(part: string, period: Period): PartStretch[] {
  return stretchesOf(period).map((stretch) => ({ ...stretch, part }));
}

/**
 * The common table `cells (part, subject_id, question, start, version, button_id, channel, ending, grade, n)` of the
 * answers to some questions about some subjects; `start` is a day, or the first one of a month. Values: `cellValues`.
 *
 * Each subject, question and stretch is one range of a primary key: what is read grows with the days at the ends and the
 * months between, never with the reviews.
 */
export const CELLS = `
  stretch as (
    select * from unnest($1::text[], $2::text[], $3::date[], $4::date[]) as given (part, grain, first_on, last_on)
  ), cells as (
    select part, subject_id, question, month as start, version, button_id, channel, ending, grade, n
    from stretch join feedback.monthly on month between first_on and last_on
    where grain = 'month' and subject_id = any($5::bigint[]) and question = any($6::text[])
      and ($7::text is null or button_id = $7) and ($8::text is null or channel = $8)
      and ($9::text is null or ending = $9)
    union all
    select part, subject_id, question, day, version, button_id, channel, ending, grade, n
    from stretch join feedback.daily on day between first_on and last_on
    where grain = 'day' and subject_id = any($5::bigint[]) and question = any($6::text[])
      and ($7::text is null or button_id = $7) and ($8::text is null or channel = $8)
      and ($9::text is null or ending = $9)
  )`;

/** What the nine parameters of `CELLS` are. */
export function cellValues(
  stretches: readonly PartStretch[],
  subjectIds: readonly number[],
  questions: readonly string[],
  { buttonId, channel, ending }: ReviewFilters = {},
): unknown[] {
  return [
    stretches.map(({ part }) => part),
    stretches.map(({ grain }) => grain),
    stretches.map(({ from }) => from),
    stretches.map(({ to }) => to),
    subjectIds,
    questions,
    buttonId ?? null,
    channel ?? null,
    ending ?? null,
  ];
}
