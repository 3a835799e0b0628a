/** The procedure at an address, with what its page or file tells of it. */
import {
  findProcedureKey,
  type ProcedureHistory,
  type ProcedureKey,
  readProcedureHistory,
} from '../catalogue/index.ts';
import type { Queryable } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import { parseProcedureRef } from './urls.ts';

export type ProcedureAt<Told> = {
  readonly history: ProcedureHistory;
  readonly told: Told;
  /** The address is a former one, or that of an id of others: pages have moved to that of `history.current`. */
  readonly isMoved: boolean;
};

/**
 * A procedure by the segment of an address that names it. What is told of it is read at the same time as its own names: a page
 * waits for the longer of both.
 *
 * @param segment an id and a slug, `123-titre`
 * @param tell reads what is told; given the names too, for what cannot be read without them
 * @throws VigieError NotFound where there is no such procedure; whatever `tell` throws
 */
export async function readProcedureAt<Told>(
  db: Queryable,
  segment: string,
  tell: (key: ProcedureKey, named: Promise<ProcedureHistory>) => Promise<Told>,
): Promise<ProcedureAt<Told>> {
  const ref = parseProcedureRef(segment);
  const key = ref === undefined ? null : await findProcedureKey(db, ref.publicId);
  if (ref === undefined || key === null) throw notThere();
  const named = readProcedureHistory(db, key).then((history) => {
    if (history === null) throw notThere();
    return history;
  });
  const [history, told] = await Promise.all([named, tell(key, named)]);
  const { publicId, slug } = history.current;
  return { history, told, isMoved: ref.publicId !== publicId || ref.slug !== slug };
}

function notThere(): VigieError {
  return new VigieError('NotFound', 'There is no procedure at this address.');
}
