import type { Queryable } from '../core/database.ts';
import {
  type CriterionDefinition,
  type CriterionId,
  findCriterion,
  getMethodology,
  METHODOLOGIES,
  type Methodology,
} from '../criteria/index.ts';
import { findEditionOfCriterion } from './criterion-edition.ts';
import { listEditions } from './edition.sql.ts';
import type { EditionReader } from './edition-reader.ts';
import { listSeries, type SeriesPoint } from './list-series.ts';
import type { PublishedEdition } from './published-edition.ts';

/** A criterion through the editions. */
export type CriterionView = {
  /** As the methodology of `published` has it, or else the newest one that does. */
  readonly definition: CriterionDefinition;
  readonly methodology: Methodology;
  /** The edition by which it is told; null when none is, of those whose procedures are known. */
  readonly published: PublishedEdition | null;
  /** The latest edition known by procedures, when that is another one: it does not tell this criterion. */
  readonly later: { readonly slug: string; readonly label: string } | null;
  /** Every edition known by procedures, the earliest first. */
  readonly series: readonly SeriesPoint[];
};

/** @throws TypeError when no methodology has the criterion: every one of `CRITERIA` is in one */
export async function findCriterionView(
  db: Queryable,
  editions: EditionReader,
  criterion: CriterionId,
): Promise<CriterionView> {
  const all = await listEditions(db);
  const series = await listSeries(db, editions);
  const told = findEditionOfCriterion(criterion, all, series);
  const published = told && ((await editions.find(told.slug))?.published ?? null);
  const candidates = published === null ? METHODOLOGIES : [getMethodology(published.edition.methodology)];
  const methodology = candidates.find((one) => findCriterion(one, criterion) !== null);
  const definition = methodology && findCriterion(methodology, criterion);
  if (!methodology || !definition) throw new TypeError(`no methodology has ${criterion}`);
  const latest = all.find(({ knownBy }) => knownBy === 'procedures');
  const later = latest === undefined || latest.slug === told?.slug ? null : latest;
  return {
    definition,
    methodology,
    published,
    later: later && { slug: later.slug, label: later.label },
    series,
  };
}
