/** A correction of figures one by one. */
import { Decimal } from 'decimal.js';
import type { Queryable } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import { type Facts, findCriterion, getMethodology } from '../criteria/index.ts';
import { getIndicator, type Observation, observe, recordObservations } from '../observations/index.ts';
import { aggregateEdition } from './aggregate.ts';
import { applySettings, type StatedFact } from './apply-settings.ts';
import type { Setting } from './correction-file.ts';
import type { Corrected, Means } from './correction-means.ts';
import { listEntryIdentities } from './edition.sql.ts';
import { gatherFacts } from './gather-facts.ts';
import type { EntrySubjects } from './publish.sql.ts';
import type { PublishedEdition } from './published-edition.ts';
import { lastToldFacts } from './silenced-figures.ts';

/**
 * Sets figures of an edition, and records them as observations.
 * @throws VigieError InvalidInput with every fault at once
 */
export async function setFigures(
  tx: Queryable,
  { slug, author }: { readonly slug: string; readonly author: string },
  published: PublishedEdition,
  settings: readonly Setting[],
  means: Means,
): Promise<Corrected> {
  const subjects = await listEntryIdentities(tx, slug);
  const facts = await factsOfSetOnline(tx, published, settings, subjects, means);
  const { previous, clock } = means;
  const { procedures, stated, faults } = applySettings(published, settings, { previous, facts });
  if (faults.length > 0) throw new VigieError('InvalidInput', 'The correction cannot be applied.', faults);
  const observations = stated.map((one) => toObservation(published, one, subjects));
  await recordObservations(tx, observations, { author, clock });
  const aggregates = aggregateEdition(published.edition.methodology, procedures);
  return { ...published, procedures, aggregates, subjects };
}

/**
 * The figures of the procedures whose online status is set, by public id: as a revision told them, else as they are known
 * today.
 */
async function factsOfSetOnline(
  tx: Queryable,
  { edition }: PublishedEdition,
  settings: readonly Setting[],
  subjects: ReadonlyMap<string, EntrySubjects>,
  { revisions, readers, clock }: Means,
): Promise<Map<string, Facts>> {
  const set = settings.filter(({ criterion }) => criterion === 'online').map(({ procedure }) => procedure);
  const told = new Map<string, Facts>();
  const untold: [string, number][] = [];
  for (const id of set) {
    const facts = lastToldFacts(revisions, id);
    const subject = subjects.get(id);
    if (facts !== null) told.set(id, facts);
    else if (subject !== undefined) untold.push([id, subject.subjectId]);
  }
  const gathering = {
    readers,
    methodology: getMethodology(edition.methodology),
    cutoffOn: edition.cutoff_on,
    knownAt: clock.now(),
  };
  const known = await gatherFacts(
    tx,
    gathering,
    untold.map(([, subjectId]) => subjectId),
  );
  for (const [id, subjectId] of untold) told.set(id, known.get(subjectId) ?? {});
  return told;
}

/** A corrected figure in the unit of its indicator: the satisfaction of 2020 is a share of the mark that it observes. */
function toObservation(
  { edition }: PublishedEdition,
  { procedure, criterion, fact }: StatedFact,
  subjects: ReadonlyMap<string, EntrySubjects>,
): Observation {
  const subject = subjects.get(procedure);
  if (subject === undefined) throw new RangeError(`no subject is known for procedure ${procedure}`);
  const definition = findCriterion(getMethodology(edition.methodology), criterion);
  if (definition?.unit !== 'share' || getIndicator(criterion).unit !== 'mark') {
    return observe(subject.subjectId, criterion, fact);
  }
  const asMark = (share: number) => new Decimal(share).times(definition.gradesPerUnit).toNumber();
  const value = typeof fact.value === 'number' ? asMark(fact.value) : fact.value;
  const sourcePrecision = fact.sourcePrecision === null ? null : asMark(fact.sourcePrecision);
  return observe(subject.subjectId, criterion, { ...fact, value, sourcePrecision });
}
