/** Buttons as the store keeps them. */
import type { Queryable } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import type { Button, SecretButton } from './button.ts';
import type { ButtonChannel } from './review.ts';

const COLUMNS = `id, subject_id as "subjectId", channel, step, language, questionnaire, created_at as "createdAt", author,
  closed_at as "closedAt", closed_reason as "closedReason"`;

/** Every button, the oldest first; of one subject where it is given. */
export function listButtons(db: Queryable, subjectId?: number): Promise<Button[]> {
  return db.query<Button>(
    `select ${COLUMNS} from feedback.button where $1::bigint is null or subject_id = $1 order by created_at, id`,
    [subjectId ?? null],
  );
}

/** When a button is open: from a day on, until the day when it is closed. */
export type ButtonDays = {
  readonly subjectId: number;
  readonly from: string;
  readonly closedOn: string | null;
};

/** When every button of some questionnaires is open. The store makes the days: to format 1,400 instants here takes 6 ms. */
export function listButtonDays(db: Queryable, questionnaires: readonly string[]): Promise<ButtonDays[]> {
  return db.query<ButtonDays>(
    `select subject_id as "subjectId", (created_at at time zone 'Europe/Paris')::date as "from",
            (closed_at at time zone 'Europe/Paris')::date as "closedOn"
     from feedback.button where questionnaire = any($1)`,
    [questionnaires],
  );
}

/** How many buttons of each subject are open; subjects without any are absent. */
export async function countOpenButtons(db: Queryable): Promise<ReadonlyMap<number, number>> {
  const rows = await db.query<{ subjectId: number; n: number }>(
    `select subject_id as "subjectId", count(*) as n from feedback.button where closed_at is null group by 1`,
  );
  return new Map(rows.map(({ subjectId, n }) => [subjectId, n]));
}

/** Every button with what it signs with: for the registry of forms alone. */
export function listSecretButtons(db: Queryable): Promise<SecretButton[]> {
  return db.query<SecretButton>(`select ${COLUMNS}, secret from feedback.button order by created_at, id`);
}

/** A button with what it signs with; null when there is none of this id. */
export async function findSecretButton(db: Queryable, id: string): Promise<SecretButton | null> {
  const [found] = await db.query<SecretButton>(
    `select ${COLUMNS}, secret from feedback.button where id = $1`,
    [id],
  );
  return found ?? null;
}

export type NewButton = {
  readonly subjectId: number;
  readonly channel: ButtonChannel;
  readonly step: string | null;
  readonly language: string;
  readonly questionnaire: string;
  readonly author: string;
};

/** Opens a button, with an id and a secret of its own. */
export async function createButton(db: Queryable, button: NewButton, now: Date): Promise<SecretButton> {
  const id = randomId();
  const { subjectId, channel, step, language, questionnaire, author } = button;
  await db.query(
    `insert into feedback.button (id, subject_id, channel, step, language, questionnaire, secret, created_at, author)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      id,
      subjectId,
      channel,
      step,
      language,
      questionnaire,
      crypto.getRandomValues(new Uint8Array(32)),
      now,
      author,
    ],
  );
  const created = await findSecretButton(db, id);
  if (created === null) throw new VigieError('Conflict', 'The button was removed meanwhile.');
  return created;
}

const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Ten characters of 32 that are not mistaken for one another: 50 bits. */
function randomId(): string {
  return [...crypto.getRandomValues(new Uint8Array(10))].map((byte) => ALPHABET[byte % 32] ?? 'a').join('');
}

/**
 * Closes a button, for ever.
 * @throws VigieError NotFound; Conflict when it was closed already
 */
export async function closeButton(db: Queryable, id: string, reason: string, now: Date): Promise<void> {
  const closed = await db.query(
    `update feedback.button set closed_at = $2, closed_reason = $3 where id = $1 and closed_at is null returning id`,
    [id, now, reason],
  );
  if (closed.length > 0) return;
  const found = await findSecretButton(db, id);
  if (found === null)
    throw new VigieError('NotFound', `There is no button "${id}"; see "vigie button list".`);
  const on = found.closedAt?.toISOString().slice(0, 10) ?? '';
  throw new VigieError('Conflict', `The button "${id}" was closed on ${on}: ${found.closedReason ?? ''}`);
}
