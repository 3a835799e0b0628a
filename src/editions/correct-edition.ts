/** Corrections: a new revision of a published edition, with author, reason and differences. */
import type { Clock } from '../core/clock.ts';
import { readCsv } from '../core/csv.ts';
import type { Queryable, Transactional } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import { setFigures } from './correct-figures.ts';
import { readSourceAgain } from './correct-source.ts';
import { listDifferences } from './correction.ts';
import { isFigureFile, readFigureFile, type Setting } from './correction-file.ts';
import type { Corrected, Means } from './correction-means.ts';
import { createEditionReader, type EditionReader } from './edition-reader.ts';
import { isWord } from './edition-words.ts';
import type { FactReader } from './gather-facts.ts';
import { lockEditions, publishRevision } from './publish.sql.ts';
import type { PublishedEdition } from './published-edition.ts';
import type { SourceFile } from './source-row.ts';

export type CorrectionRequest = {
  readonly slug: string;
  /**
   * Figures one by one, or a file: figures one a line (the CSV of the edition), or the whole source file of an imported
   * edition, corrected.
   */
  readonly from: SourceFile | readonly Setting[];
  /** A corrected source file that lacks procedures of the edition is refused unless this is said. */
  readonly removing?: boolean;
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
  db: Transactional,
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
    const { subjects, ...corrected } = await applyCorrection(tx, request, published, {
      previous: previous?.published ?? null,
      revisions: await listEarlier(reader, published),
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
      subjects,
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

/** Every revision of an edition up to this one, the latest first. */
async function listEarlier(reader: EditionReader, published: PublishedEdition): Promise<PublishedEdition[]> {
  const { slug, revision } = published.edition;
  const revisions = [published];
  for (let number = revision - 1; number >= 1; number -= 1) {
    const found = await reader.find(slug, number);
    if (found !== null) revisions.push(found.published);
  }
  return revisions;
}

async function applyCorrection(
  tx: Queryable,
  request: CorrectionRequest,
  published: PublishedEdition,
  means: Means,
): Promise<Corrected> {
  const { from } = request;
  if (!('bytes' in from)) return setFigures(tx, request, published, from, means);
  if (isFigureFile(readCsv(from.bytes, () => {}).header)) {
    return setFigures(
      tx,
      request,
      published,
      readFigureFile(from.bytes, from.name, published.edition),
      means,
    );
  }
  return readSourceAgain(tx, request, published, from, means);
}
