/** Counters as the store keeps them. */
import type { Queryable } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import type { Counter, NewCounter } from './counter.ts';

const COLUMNS = `id, subject_id as "subjectId", origins, paths, steps, author, created_at as "createdAt",
  closed_at as "closedAt", closed_reason as "closedReason"`;

/** Every counter, the oldest first; of one subject where it is given. */
export function listCounters(db: Queryable, subjectId?: number): Promise<Counter[]> {
  return db.query<Counter>(
    `select ${COLUMNS} from visits.counter where $1::bigint is null or subject_id = $1 order by created_at, id`,
    [subjectId ?? null],
  );
}

/** A counter; null when there is none of this id. */
export async function findCounter(db: Queryable, id: string): Promise<Counter | null> {
  const [found] = await db.query<Counter>(`select ${COLUMNS} from visits.counter where id = $1`, [id]);
  return found ?? null;
}

/** Opens a counter whose faults were looked for (`counterFaults`), with an id of its own. */
export async function createCounter(db: Queryable, counter: NewCounter, now: Date): Promise<Counter> {
  const { subjectId, origins, paths, steps, author } = counter;
  const [created] = await db.query<Counter>(
    `insert into visits.counter (id, subject_id, origins, paths, steps, author, created_at)
     values ($1, $2, $3, $4, $5, $6, $7) returning ${COLUMNS}`,
    [randomId(), subjectId, origins, paths, steps, author, now],
  );
  if (created === undefined) throw new VigieError('Conflict', 'The counter was removed meanwhile.');
  return created;
}

const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Ten characters of 32 that are not mistaken for one another: 50 bits. */
function randomId(): string {
  return [...crypto.getRandomValues(new Uint8Array(10))].map((byte) => ALPHABET[byte % 32] ?? 'a').join('');
}

/**
 * Closes a counter, for ever.
 * @throws VigieError NotFound; Conflict when it was closed already
 */
export async function closeCounter(db: Queryable, id: string, reason: string, now: Date): Promise<void> {
  const closed = await db.query(
    'update visits.counter set closed_at = $2, closed_reason = $3 where id = $1 and closed_at is null returning id',
    [id, now, reason],
  );
  if (closed.length > 0) return;
  const found = await findCounter(db, id);
  if (found === null) {
    throw new VigieError('NotFound', `There is no counter "${id}"; see "vigie counter list".`);
  }
  const on = found.closedAt?.toISOString().slice(0, 10) ?? '';
  throw new VigieError('Conflict', `The counter "${id}" was closed on ${on}: ${found.closedReason ?? ''}`);
}
