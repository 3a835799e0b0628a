import { type Aggregates, aggregateEdition } from './aggregate.ts';
import type { PublishedEdition } from './published-edition.ts';

/** The aggregates of an edition: as published, or added up for one published before they were kept; null for totals. */
export function findAggregates({
  edition,
  procedures,
  aggregates,
  totals,
}: PublishedEdition): Aggregates | null {
  if (totals !== null) return null;
  return aggregates ?? aggregateEdition(edition.methodology, procedures);
}
