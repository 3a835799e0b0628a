/** Buttons under which earlier reviews are counted. */
import type { Queryable } from '../core/database.ts';
import { columnsOf } from './columns.ts';
import type { ButtonChannel } from './review.ts';

export type ImportedButton = {
  readonly id: string;
  readonly subjectId: number;
  readonly channel: ButtonChannel;
};

/** Makes buttons that are closed from their first instant, but for those that are there. */
export async function makeClosedButtons(
  tx: Queryable,
  buttons: readonly ImportedButton[],
  { author, reason, now }: { author: string; reason: string; now: Date },
): Promise<void> {
  if (buttons.length === 0) return;
  await tx.query(
    `insert into feedback.button
       (id, subject_id, channel, language, questionnaire, secret, created_at, author, closed_at, closed_reason)
     select id, subject_id, channel, 'fr', 'avis', sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())),
            $4, $5, $4, $6
     from unnest($1::text[], $2::bigint[], $3::text[]) as given (id, subject_id, channel)
     on conflict (id) do nothing`,
    [
      ...columnsOf(
        buttons.map(({ id, subjectId, channel }) => [id, subjectId, channel]),
        3,
      ),
      now,
      author,
      reason,
    ],
  );
}

/** The subjects at which one of these buttons stands. */
export async function listSubjectsOf(tx: Queryable, buttonIds: readonly string[]): Promise<number[]> {
  const rows = await tx.query<{ subjectId: number }>(
    'select distinct subject_id as "subjectId" from feedback.button where id = any($1)',
    [buttonIds],
  );
  return rows.map(({ subjectId }) => subjectId);
}
