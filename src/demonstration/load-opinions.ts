/** The reviews of the demonstration come in after the server answers: a first start does not wait for them. */
import { findSiteBySlug, listProcedures } from '../catalogue/index.ts';
import { fixedClock } from '../core/clock.ts';
import type { Transactional } from '../core/database.ts';
import { findDemonstration, lockDemonstration } from '../core/demonstration.sql.ts';
import { addOpenings, createButton, keepContributions, listButtons } from '../feedback/index.ts';
import { DEMONSTRATION_EDITIONS, QUARTERS } from './calendar.ts';
import { EQUIPPED_PROCEDURES, EQUIPPED_SITES, openingsOf, opinionsOf, siteOpinions } from './opinions.ts';
import { OBSERVATORY } from './words.ts';

/** Reviews of one statement. */
const BATCH = 500;

/**
 * Gives buttons and reviews to a demonstration that has none yet, in one transaction.
 * @returns false when the store holds no demonstration, or holds buttons
 */
export async function loadOpinions(db: Transactional): Promise<boolean> {
  return db.transaction(async (tx) => {
    await lockDemonstration(tx);
    if ((await findDemonstration(tx)) === null || (await listButtons(tx)).length > 0) return false;
    const edition = DEMONSTRATION_EDITIONS.at(-1);
    const first = QUARTERS.at(-4)?.from;
    if (edition === undefined || first === undefined)
      throw new RangeError('the demonstration has no edition');
    const openedAt = fixedClock(`${first}T07:00:00Z`).now();
    const words = { step: null, language: 'fr', questionnaire: 'avis', author: OBSERVATORY };
    const contributions = [];
    const procedures = await listProcedures(tx);
    for (const publicId of EQUIPPED_PROCEDURES) {
      const procedure = procedures.find((one) => one.publicId === publicId);
      if (procedure === undefined) continue;
      const { subjectId } = procedure;
      const button = await createButton(tx, { ...words, subjectId, channel: 'web' }, openedAt);
      contributions.push(...opinionsOf(procedure, button, edition));
    }
    for (const slug of Object.keys(EQUIPPED_SITES)) {
      const site = await findSiteBySlug(tx, slug);
      if (site === null) continue;
      const { subjectId } = site.current;
      const button = await createButton(tx, { ...words, subjectId, channel: 'counter' }, openedAt);
      contributions.push(...siteOpinions(slug, button));
    }
    for (let at = 0; at < contributions.length; at += BATCH) {
      await keepContributions(tx, contributions.slice(at, at + BATCH));
    }
    await addOpenings(tx, openingsOf(contributions));
    return true;
  });
}
