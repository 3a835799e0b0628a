/** Datasets as the store keeps them: what programs send figures about. */
import type { Queryable } from '../core/database.ts';
import { findDemonstration, lockDemonstration } from '../core/demonstration.sql.ts';
import { VigieError } from '../core/errors.ts';
import type { Dataset } from './dataset.ts';

const COLUMNS = 'slug, subject_id as "subjectId", label, author, created_at as "createdAt"';

/** A dataset by its slug; null when there is none. */
export async function findDataset(db: Queryable, slug: string): Promise<Dataset | null> {
  const [found] = await db.query<Dataset>(`select ${COLUMNS} from observations.dataset where slug = $1`, [
    slug,
  ]);
  return found ?? null;
}

/** Every dataset, by slug. */
export function listDatasets(db: Queryable): Promise<Dataset[]> {
  return db.query<Dataset>(`select ${COLUMNS} from observations.dataset order by slug`);
}

/** @throws VigieError Conflict when the slug is taken */
export async function createDataset(
  db: Queryable,
  { slug, subjectId, label, author }: Omit<Dataset, 'createdAt'>,
  now: Date,
): Promise<Dataset> {
  const [created] = await db.query<Dataset>(
    `insert into observations.dataset (slug, subject_id, label, author, created_at) values ($1, $2, $3, $4, $5)
     on conflict (slug) do nothing returning ${COLUMNS}`,
    [slug, subjectId, label, author, now],
  );
  if (created === undefined) throw new VigieError('Conflict', `There is a dataset "${slug}" already.`);
  return created;
}

/**
 * The dataset that the rest of the transaction writes to, while other writers of it wait. An import that makes the
 * demonstration leave waits too, or is over.
 *
 * @throws VigieError NotFound
 */
export async function lockDataset(tx: Queryable, slug: string): Promise<Dataset> {
  if ((await findDemonstration(tx))?.kept === false) await lockDemonstration(tx);
  await tx.query(`select pg_advisory_xact_lock(hashtext('vigie.dataset'), hashtext($1))`, [slug]);
  const found = await findDataset(tx, slug);
  if (found === null) throw new VigieError('NotFound', 'The dataset has left the store.');
  return found;
}
