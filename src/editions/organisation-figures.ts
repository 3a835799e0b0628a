/** How the procedures of an organisation do, beside all procedures. Pure, but for the reading of editions. */
import { Decimal } from 'decimal.js';
import type { Queryable } from '../core/database.ts';
import { getMethodology } from '../criteria/index.ts';
import { type Aggregate, aggregateProcedures, type Share } from './aggregate.ts';
import { listEditions } from './edition.sql.ts';
import type { EditionReader } from './edition-reader.ts';
import { findAggregates } from './find-aggregates.ts';
import { type CriterionFreshness, type EditionPart, freshnessOf } from './freshness.ts';
import type { SeriesPoint } from './list-series.ts';
import type { Members } from './organisation-members.ts';
import type { PublishedEdition } from './published-edition.ts';
import type { PublishedProcedure } from './published-result.ts';

/** Every edition known by its procedures, the latest cut-off first. */
export type EditionHistory = readonly PublishedEdition[];

export type OrganisationFigures = {
  /** The last edition that has procedures of the organisation, and what it says of them; null when none has. */
  readonly told: {
    readonly edition: PublishedEdition['edition'];
    readonly procedures: readonly PublishedProcedure[];
    readonly aggregate: Aggregate;
    /** The same of all procedures of that edition. */
    readonly whole: Aggregate;
  } | null;
  /** True when that edition is the latest of all. */
  readonly isCurrent: boolean;
  /** By the criteria of that edition, or of the latest one when no edition has any procedure. */
  readonly freshness: readonly CriterionFreshness[];
};

/** Reads the editions that figures of organisations are made from. */
export async function readEditionHistory(db: Queryable, editions: EditionReader): Promise<EditionHistory> {
  const known = (await listEditions(db)).filter(({ knownBy }) => knownBy === 'procedures');
  const found = await Promise.all(known.map(({ slug }) => editions.find(slug)));
  return found.flatMap((one) => (one === null ? [] : [one.published]));
}

/**
 * The figures of an organisation in the last edition that has some.
 *
 * @param members the procedures that count, by edition; undefined for all of them
 */
export function organisationFigures(history: EditionHistory, members?: Members): OrganisationFigures {
  const parts = history.map((published) => partOf(published, members));
  const at = parts.findIndex(({ procedures }) => procedures.length > 0);
  const published = history[at];
  const procedures = parts[at]?.procedures ?? [];
  const methodologyId = (published ?? history[0])?.edition.methodology;
  const criteria =
    methodologyId === undefined ? [] : getMethodology(methodologyId).criteria.map(({ id }) => id);
  return {
    told: published === undefined ? null : tellEdition(published, procedures, members === undefined),
    isCurrent: at === 0,
    freshness: freshnessOf(criteria, procedures, parts),
  };
}

/** The procedures of an edition by public id, with their place in it, made once: every organisation looks its own up. */
const indexes = new WeakMap<PublishedEdition, ReadonlyMap<string, number>>();

function indexOf(published: PublishedEdition): ReadonlyMap<string, number> {
  let index = indexes.get(published);
  if (index === undefined) {
    index = new Map(published.procedures.map(({ id }, at) => [id, at]));
    indexes.set(published, index);
  }
  return index;
}

function partOf(published: PublishedEdition, members: Members | undefined): EditionPart {
  const { edition, procedures } = published;
  if (members === undefined) return { edition, procedures };
  const index = indexOf(published);
  const places = [...(members.get(edition.slug) ?? [])].flatMap((id) => index.get(id) ?? []);
  return {
    edition,
    procedures: places.sort((one, other) => one - other).flatMap((at) => procedures[at] ?? []),
  };
}

function tellEdition(
  published: PublishedEdition,
  procedures: readonly PublishedProcedure[],
  isWhole: boolean,
): OrganisationFigures['told'] {
  const { edition } = published;
  const methodology = getMethodology(edition.methodology);
  const whole = findAggregates(published)?.whole ?? aggregateProcedures(methodology, published.procedures);
  const aggregate = isWhole ? whole : aggregateProcedures(methodology, procedures);
  return { edition, procedures, aggregate, whole };
}

/** The figures of an organisation edition by edition, as `listSeries` gives them, from editions already read. */
export function seriesOf(history: EditionHistory, members: Members): SeriesPoint[] {
  return history.toReversed().flatMap((published) => {
    const { procedures } = partOf(published, members);
    if (procedures.length === 0) return [];
    const { slug, label, cutoff_on, methodology, reconstructed, revision } = published.edition;
    const aggregate = aggregateProcedures(getMethodology(methodology), procedures);
    return [{ slug, label, cutoffOn: cutoff_on, methodology, reconstructed, revision, aggregate }];
  });
}

/** Where a share stands beside that of the whole: `difference` is theirs, unrounded, negative below it. */
export type Standing = { readonly side: 'above' | 'below' | 'level'; readonly difference: number };

/** Compares two shares exactly; null where one of them is over nothing. It says nothing of chance. */
export function standingOf(part: Share, whole: Share): Standing | null {
  if (part.denominator === 0 || whole.denominator === 0) return null;
  const crossed = new Decimal(part.numerator)
    .times(whole.denominator)
    .minus(new Decimal(whole.numerator).times(part.denominator));
  if (crossed.isZero()) return { side: 'level', difference: 0 };
  const difference = crossed.div(new Decimal(part.denominator).times(whole.denominator)).toNumber();
  return { side: crossed.isPositive() ? 'above' : 'below', difference };
}
