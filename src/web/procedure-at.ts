import { findProcedureKey, type ProcedureKey } from '../catalogue/index.ts';
import type { Queryable } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import { parseProcedureRef } from './urls.ts';

/**
 * The procedure at an address, before its names are read: what is told of it need not wait for them.
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
