/** Corrections: a new revision of a published edition, with author, reason and differences. */
import type { Clock } from '../core/clock.ts';
import { readCsv } from '../core/csv.ts';
import type { Database, Queryable } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import { type Facts, findCriterion, getMethodology } from '../criteria/index.ts';
import { getIndicator, type Observation, observe, recordObservations } from '../observations/index.ts';
import { aggregateEdition } from './aggregate.ts';
import { applySettings, keepUnchanged, type StatedFact } from './apply-settings.ts';
import { composeEdition } from './compose-edition.ts';
import { listDifferences } from './correction.ts';
import { isFigureFile, readFigureFile, type Setting } from './correction-file.ts';
import { listEntryIdentities } from './edition.sql.ts';
import { createEditionReader } from './edition-reader.ts';
import { isWord } from './edition-words.ts';
import { type FactReader, gatherFacts } from './gather-facts.ts';
import { identifyEntries } from './identify-entries.ts';
import { entryOf, observationsOf } from './import-edition.ts';
import { type EntrySubjects, lockEditions, publishRevision } from './publish.sql.ts';
import { type PublishedEdition, sha256 } from './published-edition.ts';
import { readPublishedEdition } from './published-format.ts';
import { readQuarterly } from './quarterly-format.ts';
import { recordSubjects } from './record-subjects.ts';
import type { SourceFile, SourceReading } from './source-row.ts';

export type CorrectionRequest = {
  readonly slug: string;
  /**
   * Figures one by one, or a file: figures one a line (the CSV of the edition), or the whole source file of an imported
   * edition, corrected.
   */
  readonly from: SourceFile | readonly Setting[];
  readonly reason: string;
  readonly author: string;
};

const LONGEST_REASON = 500;

/**
 * Publishes the next revision of an edition, whole or not at all; earlier ones stay. The corrected figures are recorded
 * as observations, so that later editions know them.
 *
 * @param readers the reader of each feature that keeps facts, in order of precedence
 * @returns the new revision
 * @throws VigieError NotFound without such an edition; InvalidInput for a correction that cannot be read, names what the
 *   edition has not got, or changes nothing
 */
export async function correctEdition(
  db: Database,
  request: CorrectionRequest,
  readers: readonly FactReader[],
  clock: Clock,
): Promise<PublishedEdition> {
  checkRequest(request);
  return db.transaction(async (tx) => {
    await lockEditions(tx);
    const reader = createEditionReader(tx);
    const found = await reader.find(request.slug);
    if (found === null) throw new VigieError('NotFound', `There is no published edition ${request.slug}.`);
    const { published } = found;
    const { previous: reference } = published.edition;
    const previous = reference && (await reader.find(reference.slug, reference.revision));
    const corrected = await applyCorrection(tx, request, published, {
      previous: previous?.published ?? null,
      readers,
      clock,
    });
    const differences = listDifferences(published.procedures, corrected.procedures);
    if (differences.length === 0) {
      throw new VigieError('InvalidInput', `The correction changes nothing in edition ${request.slug}.`);
    }
    const now = clock.now();
    const revision: PublishedEdition = {
      ...corrected,
      edition: {
        ...corrected.edition,
        revision: published.edition.revision + 1,
        revised_at: now.toISOString(),
        correction: {
          corrects: published.edition.revision,
          author: request.author.trim(),
          reason: request.reason.trim(),
          differences,
        },
      },
    };
    await publishRevision(tx, revision, {
      author: request.author.trim(),
      recordedAt: now,
      subjects: corrected.subjects,
    });
    return revision;
  });
}

function checkRequest({ reason, author, slug }: CorrectionRequest): void {
  const faults = [
    reason.trim() !== '' && reason.length <= LONGEST_REASON
      ? null
      : { path: 'reason', message: `say why, in 1 to ${LONGEST_REASON} characters: readers will see it` },
    isWord(author)
      ? null
      : { path: 'author', message: 'sign it, in 1 to 120 characters: readers will see it' },
  ].filter((fault) => fault !== null);
  if (faults.length > 0)
    throw new VigieError('InvalidInput', `Edition ${slug} cannot be corrected so.`, faults);
}

type Corrected = PublishedEdition & { readonly subjects: ReadonlyMap<string, EntrySubjects> };

type Means = {
  readonly previous: PublishedEdition | null;
  readonly readers: readonly FactReader[];
  readonly clock: Clock;
};

async function applyCorrection(
  tx: Queryable,
  request: CorrectionRequest,
  published: PublishedEdition,
  means: Means,
): Promise<Corrected> {
  const { from } = request;
  if (!('bytes' in from)) return setFigures(tx, request, published, from, means);
  if (isFigureFile(readCsv(from.bytes, () => {}).header)) {
    return setFigures(tx, request, published, readFigureFile(from.bytes, from.name), means);
  }
  return readSourceAgain(tx, request, published, from, means);
}

async function setFigures(
  tx: Queryable,
  { slug, author }: CorrectionRequest,
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

/** What is known of the procedures whose online status is set, by public id. */
async function factsOfSetOnline(
  tx: Queryable,
  { edition }: PublishedEdition,
  settings: readonly Setting[],
  subjects: ReadonlyMap<string, EntrySubjects>,
  { readers, clock }: Means,
): Promise<Map<string, Facts>> {
  const found = settings.flatMap(({ procedure, criterion }): [string, number][] => {
    const subject = criterion === 'online' ? subjects.get(procedure) : undefined;
    return subject === undefined ? [] : [[procedure, subject.subjectId]];
  });
  const gathering = {
    readers,
    methodology: getMethodology(edition.methodology),
    cutoffOn: edition.cutoff_on,
    knownAt: clock.now(),
  };
  const facts = await gatherFacts(
    tx,
    gathering,
    found.map(([, subjectId]) => subjectId),
  );
  return new Map(found.map(([procedure, subjectId]) => [procedure, facts.get(subjectId) ?? {}]));
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
  const isShareOfMark = definition?.unit === 'share' && getIndicator(criterion).unit === 'mark';
  const value =
    isShareOfMark && typeof fact.value === 'number' ? fact.value * definition.gradesPerUnit : fact.value;
  return observe(subject.subjectId, criterion, { ...fact, value });
}

/** The source file of an imported edition, read again as it was the first time. */
async function readSourceAgain(
  tx: Queryable,
  { author }: CorrectionRequest,
  published: PublishedEdition,
  file: SourceFile,
  { previous, clock }: Means,
): Promise<Corrected> {
  const { edition } = published;
  const { rows, notes } = readSource(file, edition);
  if (rows.length === 0) {
    throw new VigieError('InvalidInput', `${file.name} has no row for edition ${edition.slug}.`);
  }
  const head = { ...edition, source: { name: file.name, sha256: sha256(file.bytes) }, notes };
  const composed = composeEdition(head, rows.map(entryOf), previous);
  const old = new Map(published.procedures.map(({ id, results }) => [id, results]));
  const procedures = composed.procedures.map((procedure) => ({
    ...procedure,
    results: keepUnchanged(old.get(procedure.id) ?? {}, procedure.results),
  }));
  const subjectIds = await recordSubjects(tx, rows, edition.cutoff_on);
  await recordObservations(tx, observationsOf(rows, subjectIds), { author, clock });
  const subjects = await identifyEntries(tx, subjectIds, edition.cutoff_on);
  return { ...composed, procedures, subjects };
}

function readSource({ bytes, name }: SourceFile, edition: PublishedEdition['edition']): SourceReading {
  const { rule } = edition.selection;
  if (rule === 'as_published') {
    return readPublishedEdition(bytes, name, getMethodology(edition.methodology), edition.cutoff_on);
  }
  if (rule === 'as_scanned') {
    const quarter = readQuarterly(bytes, name).find(({ quarterEnd }) => quarterEnd === edition.cutoff_on);
    return quarter?.reading ?? { rows: [], notes: [] };
  }
  throw new VigieError(
    'InvalidInput',
    `${name} is no file of figures: it needs the columns id, critere and valeur.`,
  );
}
