/** What an operator looks at before freezing an edition, and after: its state, its choice, and what each criterion lacks. */
import type { Queryable } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import type { Status } from '../core/figure.ts';
import { type CriterionId, getMethodology, type ReasonCode } from '../criteria/index.ts';
import type { CountedShare, LevelCounts } from './aggregate.ts';
import {
  type EditionFormat,
  findEditionFile,
  listEditionFiles,
  listRevisions,
  type RevisionSummary,
} from './edition.sql.ts';
import { editionCsv } from './edition-csv.ts';
import { createEditionReader } from './edition-reader.ts';
import { findDraft } from './publish.sql.ts';
import {
  type DraftEdition,
  type EditionHead,
  editionJson,
  type PublishedEdition,
  type Total,
} from './published-edition.ts';

export type CriterionState = {
  readonly criterion: CriterionId;
  readonly levels: LevelCounts;
  /** How many procedures have each status. */
  readonly statuses: Readonly<Partial<Record<Status, number>>>;
  /** Why those without a level have none: how many for each reason. */
  readonly reasons: Readonly<Partial<Record<ReasonCode, number>>>;
  /** Values that are those of the edition before to the last digit. */
  readonly stale: number;
};

export type EditionDescription = {
  readonly state: 'draft' | 'frozen' | 'published';
  readonly edition: EditionHead;
  readonly procedures: number;
  readonly online: { readonly by_number: CountedShare; readonly by_volume: CountedShare } | null;
  readonly criteria: readonly CriterionState[];
  readonly totals: readonly Total[] | null;
  /** Of the document of a draft, or of each stored file, the last revision first. */
  readonly files: readonly { readonly revision: number; readonly format: string; readonly sha256: string }[];
  readonly revisions: readonly RevisionSummary[];
};

/**
 * Describes an edition in whatever state it is.
 * @throws VigieError NotFound when there is none of this slug
 */
export async function describeEdition(db: Queryable, slug: string): Promise<EditionDescription> {
  const stored = await findDraft(db, slug);
  if (stored !== null) {
    const { draft, state, sha256 } = stored;
    return { state, ...describe(draft), files: [{ revision: 1, format: 'json', sha256 }], revisions: [] };
  }
  const found = await createEditionReader(db).find(slug);
  if (found === null) throw noEdition(slug);
  return {
    state: 'published',
    ...describe(found.published),
    files: await listEditionFiles(db, slug),
    revisions: await listRevisions(db, slug),
  };
}

/**
 * The document of an edition, draft or published (its last revision): what is or would be served.
 * @throws VigieError NotFound when there is none of this slug
 */
export async function findDocument(db: Queryable, slug: string, format: EditionFormat): Promise<Buffer> {
  const stored = await findDraft(db, slug);
  if (stored !== null) return format === 'json' ? editionJson(stored.draft) : editionCsv(stored.draft);
  const file = await findEditionFile(db, slug, format);
  if (file === null) throw noEdition(slug);
  return file.bytes;
}

function noEdition(slug: string): VigieError {
  return new VigieError('NotFound', `There is no edition ${slug}, published or draft.`);
}

function describe({ edition, procedures, aggregates, totals }: PublishedEdition | DraftEdition) {
  const { criteria } = getMethodology(edition.methodology);
  return {
    edition,
    procedures: procedures.length,
    online: aggregates?.whole.online ?? null,
    criteria: totals === null ? criteria.map(({ id }) => stateOf(id, procedures, aggregates)) : [],
    totals,
  };
}

function stateOf(
  criterion: CriterionId,
  procedures: PublishedEdition['procedures'],
  aggregates: PublishedEdition['aggregates'],
): CriterionState {
  const results = procedures.flatMap(({ results }) => results[criterion] ?? []);
  const withoutLevel = results.filter(({ level }) => level === 'none');
  return {
    criterion,
    levels: aggregates?.whole.criteria[criterion]?.levels ?? {
      good: 0,
      medium: 0,
      poor: 0,
      info: 0,
      none: 0,
    },
    statuses: countBy(results, ({ status }) => status),
    reasons: countBy(withoutLevel, ({ reason }) => reason as ReasonCode | null),
    stale: results.filter(({ stale }) => stale === true).length,
  };
}

function countBy<Item, Key extends string>(
  items: readonly Item[],
  keyOf: (item: Item) => Key | null,
): Partial<Record<Key, number>> {
  const counts: Partial<Record<Key, number>> = {};
  for (const key of items.map(keyOf)) {
    if (key !== null) counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}
