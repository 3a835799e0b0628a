/** The demonstration comes into an empty store by the way of real data: recorded, built, frozen, published, corrected. */
import { importCatalogue, listProcedures, subjectIdsByPublicId } from '../catalogue/index.ts';
import { type Clock, fixedClock } from '../core/clock.ts';
import type { Queryable, Transactional } from '../core/database.ts';
import { beginDemonstration } from '../core/demonstration.sql.ts';
import type { FactPart } from '../core/figure.ts';
import {
  buildEdition,
  correctEdition,
  type FactReader,
  freezeEdition,
  publishEdition,
  writeNote,
} from '../editions/index.ts';
import {
  listFacts,
  type Observation,
  observe,
  readTargets,
  recordObservations,
  recordTargets,
  toObservation,
} from '../observations/index.ts';
import { clockOf, DEMONSTRATION_EDITIONS, type DemonstrationEdition } from './calendar.ts';
import { demonstrationFacts } from './figures.ts';
import { CORRECTION, NOTES, OBSERVATORY } from './words.ts';

/** The files of `data/demonstration`. */
export type DemonstrationFiles = { readonly catalogue: Uint8Array; readonly targets: Uint8Array };

const METHODOLOGY = 'vigie-1';
/** How many procedures an edition has: as many as have a volume in the first one. */
const MOST_USED = 60;

/**
 * Loads the demonstration into a store that is empty, in one transaction: whole, or not at all. What it writes depends
 * on nothing but its files: neither on the day nor on the machine.
 *
 * @param clock tells when it was loaded, and nothing else
 * @returns false when the store holds anything: nothing is done then
 */
export async function loadDemonstration(
  db: Transactional,
  files: DemonstrationFiles,
  clock: Clock,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    if (!(await beginDemonstration(tx, clock.now()))) return false;
    const statuses = await recordCatalogue(tx, files);
    const parts: Parts = new Map();
    for (const edition of DEMONSTRATION_EDITIONS) {
      const signed = { author: OBSERVATORY, clock: clockOf(edition, 'collected') };
      const known = statuses.filter(({ periodEnd }) =>
        edition.quarters.some((one) => isWithin(one, periodEnd)),
      );
      await recordObservations(tx, [...known, ...(await collect(tx, edition, parts))], signed);
      await publish(tx, edition, parts);
      if (edition.slug === CORRECTION.edition) await correct(tx, parts);
    }
    return true;
  });
}

/** The catalogue and the targets; the online statuses that the catalogue declares, for when they are known. */
async function recordCatalogue(tx: Queryable, files: DemonstrationFiles): Promise<Observation[]> {
  const [first] = DEMONSTRATION_EDITIONS;
  if (first === undefined) throw new RangeError('the demonstration has no edition');
  const { onlineStatuses } = await importCatalogue(tx, files.catalogue, { today: first.cutoffOn });
  const clock = clockOf(first, 'collected');
  await recordTargets(tx, readTargets(files.targets), { author: OBSERVATORY, clock });
  return onlineStatuses.map((one) => toObservation(one, 'Déclarations fictives de la démonstration'));
}

function isWithin({ from, to }: { from: string; to: string }, day: string): boolean {
  return from <= day && day <= to;
}

/** The parts of figures, which observations do not keep, by what they are the parts of. */
type Parts = Map<string, readonly FactPart[]>;

function keyOf(subjectId: number, indicator: string, period: { periodStart: string; periodEnd: string }) {
  return `${subjectId} ${indicator} ${period.periodStart} ${period.periodEnd}`;
}

/** The observations of an edition; their parts are put in `parts`. */
async function collect(tx: Queryable, edition: DemonstrationEdition, parts: Parts): Promise<Observation[]> {
  const subjectIds = await subjectIdsByPublicId(tx);
  const procedures = await listProcedures(tx, { onDay: edition.cutoffOn });
  return procedures
    .filter(({ validFrom }) => validFrom <= edition.cutoffOn)
    .flatMap((procedure) =>
      Object.entries(demonstrationFacts(procedure, edition)).map(([indicator, fact]) => {
        const subjectId = subjectIds.get(procedure.publicId) ?? 0;
        if (fact.parts !== null) parts.set(keyOf(subjectId, indicator, fact), fact.parts);
        return observe(subjectId, indicator, fact);
      }),
    );
}

/** Observations with their parts, as a feature that counts reviews tells them. */
function readerWith(parts: Parts): FactReader {
  return async (...asked) => {
    const facts = await listFacts(...asked);
    return new Map(
      [...facts].map(([subjectId, byIndicator]) => [
        subjectId,
        Object.fromEntries(
          Object.entries(byIndicator).map(([indicator, fact]) => [
            indicator,
            { ...fact, parts: parts.get(keyOf(subjectId, indicator, fact)) ?? null },
          ]),
        ),
      ]),
    );
  };
}

async function publish(tx: Transactional, edition: DemonstrationEdition, parts: Parts): Promise<void> {
  const { slug, label, cutoffOn } = edition;
  await buildEdition(
    tx,
    {
      slug,
      label,
      methodology: METHODOLOGY,
      cutoffOn,
      selection: { rule: 'top', count: MOST_USED },
      author: OBSERVATORY,
    },
    [readerWith(parts)],
    clockOf(edition, 'built'),
  );
  await freezeEdition(tx, slug, clockOf(edition, 'frozen'));
  await publishEdition(tx, slug, OBSERVATORY, clockOf(edition, 'published'));
  for (const note of NOTES) {
    if (note.edition === slug) await writeNote(tx, note, clockOf(edition, 'published'));
  }
}

async function correct(tx: Transactional, parts: Parts): Promise<void> {
  const { edition: slug, at, setting, author, reason } = CORRECTION;
  const request = { slug, from: [setting], reason, author };
  await correctEdition(tx, request, [readerWith(parts)], fixedClock(at));
}
