/** The procedure at an address, with what its page or file tells of it. */
import {
  findProcedureKey,
  getProcedureHistory,
  type Procedure,
  type ProcedureKey,
} from '../catalogue/index.ts';
import type { Queryable } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import { parseProcedureRef } from './urls.ts';

/** Reads what is told of a procedure; given its names too, for what cannot be read without them. */
export type Telling<Told> = (key: ProcedureKey, named: Promise<Procedure>) => Promise<Told>;

export type ToldProcedure<Told> = { readonly procedure: Procedure; readonly told: Told };

/**
 * The key of the procedure at an address, before anything else is read of it.
 *
 * @param segment of the address, an id and a slug: `123-titre`
 * @returns `isMoved` where the address is a former one, or of an id of others: pages are at that of the key
 * @throws VigieError NotFound where there is no such procedure
 */
export async function getProcedureAt(
  db: Queryable,
  segment: string,
): Promise<{ readonly key: ProcedureKey; readonly isMoved: boolean }> {
  const ref = parseProcedureRef(segment);
  const key = ref === undefined ? null : await findProcedureKey(db, ref.publicId);
  if (key === null) throw new VigieError('NotFound', 'There is no procedure at this address.');
  return { key, isMoved: ref?.publicId !== key.publicId || ref.slug !== key.slug };
}

/** A procedure and what is told of it, read side by side: who asks waits for the longer of both. */
export async function readProcedureWith<Told>(
  db: Queryable,
  key: ProcedureKey,
  tell: Telling<Told>,
): Promise<ToldProcedure<Told>> {
  const named = getProcedureHistory(db, key).then(({ current }) => current);
  const [procedure, told] = await Promise.all([named, tell(key, named)]);
  return { procedure, told };
}

/** The same at an address, former or present: files do not move. @throws as `getProcedureAt`, and as `tell` */
export async function readProcedureAt<Told>(
  db: Queryable,
  segment: string,
  tell: Telling<Told>,
): Promise<ToldProcedure<Told>> {
  const { key } = await getProcedureAt(db, segment);
  return readProcedureWith(db, key, tell);
}
