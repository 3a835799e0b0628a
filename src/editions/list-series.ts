import type { Queryable } from '../core/database.ts';
import { getMethodology } from '../criteria/index.ts';
import { type Aggregate, aggregateProcedures } from './aggregate.ts';
import { type EditionSummary, listEditions } from './edition.sql.ts';
import type { EditionReader } from './edition-reader.ts';
import { findAggregates } from './find-aggregates.ts';
import type { PublishedEdition } from './published-edition.ts';

/** What an edition says of many procedures together. */
export type SeriesPoint = Pick<
  EditionSummary,
  'slug' | 'label' | 'cutoffOn' | 'methodology' | 'reconstructed' | 'revision'
> & { readonly aggregate: Aggregate };

export type SeriesOptions = {
  /** Public ids by the slug of the edition (`listMembers`): only these procedures count; all of them without it. */
  readonly members?: ReadonlyMap<string, ReadonlySet<string>>;
  /** At most so many editions: the last ones. */
  readonly last?: number;
};

/**
 * The figures of many procedures from edition to edition, the earliest cut-off first; editions known by their totals,
 * and those without any of the procedures asked for, are left out.
 */
export async function listSeries(
  db: Queryable,
  editions: EditionReader,
  { members, last }: SeriesOptions = {},
): Promise<SeriesPoint[]> {
  const known = (await listEditions(db)).filter(
    ({ knownBy, slug }) => knownBy === 'procedures' && (members === undefined || members.has(slug)),
  );
  const told = known.slice(0, last).reverse();
  const points = await Promise.all(
    told.map(async (summary): Promise<SeriesPoint | null> => {
      const found = await editions.find(summary.slug);
      const aggregate = found && aggregateOf(found.published, members?.get(summary.slug));
      if (aggregate === null) return null;
      const { slug, label, cutoffOn, methodology, reconstructed, revision } = summary;
      return { slug, label, cutoffOn, methodology, reconstructed, revision, aggregate };
    }),
  );
  return points.filter((point) => point !== null);
}

function aggregateOf(published: PublishedEdition, ids: ReadonlySet<string> | undefined): Aggregate | null {
  if (ids === undefined) return findAggregates(published)?.whole ?? null;
  const { edition, procedures } = published;
  return aggregateProcedures(
    getMethodology(edition.methodology),
    procedures.filter(({ id }) => ids.has(id)),
  );
}
