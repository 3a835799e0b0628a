import type { Queryable } from '../core/database.ts';
import { listTargets } from '../observations/index.ts';
import { listEditions } from './edition.sql.ts';
import type { EditionReader } from './edition-reader.ts';
import type { PublishedEdition } from './published-edition.ts';
import { type Trajectory, trajectoryOf } from './trajectory.ts';

/**
 * The way to each current target up to an edition: later ones say nothing yet, and days left are told from its
 * cut-off, so that the page of an edition says the same for ever.
 */
export async function listTrajectories(
  db: Queryable,
  editions: EditionReader,
  { edition }: PublishedEdition,
): Promise<Trajectory[]> {
  const targets = await listTargets(db);
  if (targets.length === 0) return [];
  const slugs = (await listEditions(db)).filter(({ cutoffOn }) => cutoffOn <= edition.cutoff_on);
  const found = await Promise.all(slugs.map(({ slug }) => editions.find(slug)));
  const past = found.flatMap((one) => (one === null ? [] : [one.published]));
  return targets.map((target) => trajectoryOf(target, past, edition.cutoff_on));
}
