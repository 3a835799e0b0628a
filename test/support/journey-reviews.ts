/** The reviews of the made-up site: a procedure with many, one with a button that nobody has used. */
import { findProcedure } from '../../src/catalogue/index.ts';
import type { Database } from '../../src/core/database.ts';
import { createButton } from '../../src/feedback/index.ts';
import { fillReviews } from './review-store.ts';

/** @param told public id of the procedure with reviews; `untold`, of the one with a button alone */
export async function stateJourneyReviews(
  db: Database,
  { told, untold }: { readonly told: string; readonly untold: string },
): Promise<void> {
  await fillReviews(db, await subjectOf(db, told));
  const place = { subjectId: await subjectOf(db, untold), language: 'fr', questionnaire: 'avis' };
  const created = new Date('2026-01-02T12:00:00Z');
  await createButton(db, { ...place, channel: 'web', step: null, author: 'test' }, created);
}

async function subjectOf(db: Database, publicId: string): Promise<number> {
  const found = await findProcedure(db, publicId);
  if (found === null) throw new Error(`no procedure ${publicId}`);
  return found.current.subjectId;
}
