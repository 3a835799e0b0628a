/**
 * Files of figures become editions: read, told to the catalogue and the observations, judged, frozen and published,
 * all in one transaction.
 */
import { normaliseAddress, slugify } from '../catalogue/index.ts';
import type { Clock } from '../core/clock.ts';
import type { Queryable, Transactional } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import { findCriterion, getMethodology, type Methodology } from '../criteria/index.ts';
import { type Observation, observe, recordObservations } from '../observations/index.ts';
import { composeEdition, type Entry } from './compose-edition.ts';
import { findEdition } from './edition.sql.ts';
import {
  AUTHOR_FAULT,
  checkWords,
  cutoffFault,
  draftInTheWay,
  isWord,
  labelOfDay,
  refuseAnother,
} from './edition-words.ts';
import { identifyEntries } from './identify-entries.ts';
import { findDraft, lockEditions, publishRevision } from './publish.sql.ts';
import { editionJson, listDivergences, type PublishedEdition, sha256 } from './published-edition.ts';
import { readPublishedEdition } from './published-format.ts';
import { type Quarter, readQuarterly } from './quarterly-format.ts';
import { recordSubjects } from './record-subjects.ts';
import {
  nameOf,
  type ReadingNote,
  type SourceFile,
  type SourceReading,
  type SourceRow,
} from './source-row.ts';

export type EditionImport = {
  readonly file: SourceFile;
  readonly slug: string;
  readonly label: string;
  readonly methodology: string;
  /** Last day the figures speak of. */
  readonly cutoffOn: string;
  /** Null for now; an import of what is published already then says nothing of it. */
  readonly publishedAt: Date | null;
  readonly author: string;
};

/** What an import did. `unchanged`: the same file had been imported with the same words. */
export type ImportOutcome = {
  readonly slug: string;
  readonly outcome: 'published' | 'unchanged';
  readonly procedures: number;
  readonly divergences: number;
  readonly notes: readonly ReadingNote[];
};

/**
 * Imports the published edition file.
 *
 * @throws VigieError InvalidInput for a file that cannot be read; NotFound for an unknown methodology; Conflict when
 *   an edition of this slug exists from another file, or from the same one with other words
 */
export async function importEdition(
  db: Transactional,
  given: EditionImport,
  clock: Clock,
): Promise<ImportOutcome> {
  const methodology = getMethodology(given.methodology);
  checkUnits(methodology);
  checkWords(given, clock);
  const reading = readPublishedEdition(given.file.bytes, given.file.name, methodology, given.cutoffOn);
  const written = await db.transaction((tx) =>
    writeEdition(tx, {
      ...given,
      methodology,
      reading,
      reconstructed: false,
      rule: 'as_published',
      previous: null,
      clock,
    }),
  );
  return written.outcome;
}

/**
 * Imports the quarterly file: each quarter becomes a reconstructed edition whose slug is the quarter's last day.
 * All of them or none.
 *
 * @param onQuarter told after each quarter, for progress
 * @throws as `importEdition`
 */
export async function importQuarterly(
  db: Transactional,
  { file, methodology, author }: { file: SourceFile; methodology: string; author: string },
  clock: Clock,
  onQuarter: (outcome: ImportOutcome) => void = () => {},
): Promise<ImportOutcome[]> {
  checkUnits(getMethodology(methodology));
  const quarters = readQuarterly(file.bytes, file.name);
  checkQuarters(quarters, author, clock);
  return db.transaction(async (tx) => {
    const outcomes: ImportOutcome[] = [];
    let previous: PublishedEdition | null = null;
    for (const { quarterEnd, reading } of quarters) {
      const { outcome, published }: WrittenEdition = await writeEdition(tx, {
        file,
        slug: quarterEnd,
        label: labelOfDay(quarterEnd),
        methodology: getMethodology(methodology),
        cutoffOn: quarterEnd,
        publishedAt: new Date(`${quarterEnd}T00:00:00Z`),
        author,
        reading,
        reconstructed: true,
        rule: 'as_scanned',
        previous,
        clock,
      });
      previous = published;
      outcomes.push(outcome);
      onQuarter(outcome);
    }
    return outcomes;
  });
}

/** Each quarter is dated, and all of them signed, as an edition is. */
function checkQuarters(quarters: readonly Quarter[], author: string, clock: Clock): void {
  const faults = [
    isWord(author) ? null : AUTHOR_FAULT,
    ...quarters.map(({ quarterEnd }) => {
      const fault = cutoffFault(quarterEnd, clock);
      return fault && { ...fault, path: 'column quarter_end' };
    }),
  ].filter((fault) => fault !== null);
  if (faults.length > 0)
    throw new VigieError('InvalidInput', 'The quarters cannot be signed or dated so.', faults);
}

/** The units in which both files give their figures. */
const FILE_UNITS = {
  satisfaction: 'mark',
  clarity: 'mark',
  help_effective: 'mark',
  availability: 'share',
} as const;

/** A methodology that counts in other units would judge these files wrong. */
function checkUnits(methodology: Methodology): void {
  const faults = Object.entries(FILE_UNITS).flatMap(([id, unit]) => {
    const definition = findCriterion(methodology, id);
    return definition === null || definition.unit === unit
      ? []
      : [{ path: id, message: `the file gives a ${unit}, this methodology judges a ${definition.unit}` }];
  });
  if (faults.length === 0) return;
  const message = `Methodology ${methodology.id} cannot judge this file: choose one that counts as the file does.`;
  throw new VigieError('InvalidInput', message, faults);
}

type EditionToWrite = Omit<EditionImport, 'methodology'> & {
  readonly methodology: Methodology;
  readonly reading: SourceReading;
  readonly reconstructed: boolean;
  readonly rule: 'as_published' | 'as_scanned';
  /** The quarter before, of the same file: an import says the same whatever else the store holds. */
  readonly previous: PublishedEdition | null;
  readonly clock: Clock;
};
type WrittenEdition = { readonly outcome: ImportOutcome; readonly published: PublishedEdition };

async function writeEdition(tx: Queryable, given: EditionToWrite): Promise<WrittenEdition> {
  await lockEditions(tx);
  const { rows, notes } = given.reading;
  if (rows.length === 0) throw noRow(notes);
  const published = composeEdition(headOf(given), rows.map(entryOf), given.previous);
  const divergences = listDivergences(published).length;
  const outcome = { slug: given.slug, procedures: rows.length, divergences, notes };
  const existing = await findEdition(tx, given.slug);
  if (existing !== null) {
    refuseAnother(existing, published, given.publishedAt !== null);
    return { outcome: { ...outcome, outcome: 'unchanged' }, published };
  }
  if ((await findDraft(tx, given.slug)) !== null) throw draftInTheWay(given.slug);
  const { author, clock } = given;
  const subjectIds = await recordSubjects(tx, rows, given.cutoffOn);
  await recordObservations(tx, observationsOf(rows, subjectIds), { author, clock });
  const subjects = await identifyEntries(tx, subjectIds, given.cutoffOn);
  await publishRevision(tx, published, { subjects, author, recordedAt: clock.now() });
  return { outcome: { ...outcome, outcome: 'published' }, published };
}

function headOf(given: EditionToWrite): PublishedEdition['edition'] {
  const { file, methodology, reading, previous } = given;
  return {
    slug: given.slug,
    label: given.label,
    published_at: (given.publishedAt ?? given.clock.now()).toISOString(),
    cutoff_on: given.cutoffOn,
    methodology: methodology.id,
    selection: { rule: given.rule },
    revision: 1,
    reconstructed: given.reconstructed,
    source: { name: file.name, sha256: sha256(file.bytes) },
    notes: reading.notes,
    revised_at: null,
    correction: null,
    previous: previous && {
      slug: previous.edition.slug,
      revision: previous.edition.revision,
      sha256: sha256(editionJson(previous)),
    },
  };
}

/** A row of a file as an entry of an edition. */
export function entryOf(row: SourceRow): Entry {
  const volume = (indicator: string) => {
    const value = row.measures[indicator]?.value;
    return typeof value === 'number' ? value : null;
  };
  return {
    facts: row.facts,
    who: {
      id: row.publicId,
      name: nameOf(row),
      slug: slugify(nameOf(row)),
      organisation: row.organisation,
      ministry: row.ministry,
      perimeter: row.perimeter,
      audiences: row.audiences ?? [],
      url: row.publishedUrl,
      url_normalised: normaliseAddress(row.publishedUrl ?? ''),
      volume_online: volume('volume_online'),
      volume_total: volume('volume_total'),
      selection_reason: null,
    },
  };
}

/** The figures of the rows of a file as observations of their subjects. */
export function observationsOf(
  rows: readonly SourceRow[],
  subjectIds: ReadonlyMap<string, number>,
): Observation[] {
  return rows.flatMap((row) => {
    const subjectId = subjectIds.get(row.publicId);
    if (subjectId === undefined) return [];
    return Object.entries({ ...row.facts, ...row.measures }).map(([indicator, fact]) =>
      observe(subjectId, indicator, fact),
    );
  });
}

function noRow(notes: readonly ReadingNote[]): VigieError {
  return new VigieError(
    'InvalidInput',
    'No row of the file can be read as a procedure.',
    notes.map(({ line, column, reason }) => ({
      path: `line ${line}, column "${column}"`,
      message: reason ?? 'unreadable',
    })),
  );
}
