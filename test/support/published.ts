/** Published editions for tests: plain ones, completed by what a test is about. */
import { aggregateEdition } from '../../src/editions/aggregate.ts';
import type { Entry } from '../../src/editions/compose-edition.ts';
import type { PublishedEdition } from '../../src/editions/published-edition.ts';
import type { PublishedProcedure, PublishedResult } from '../../src/editions/published-result.ts';

/** A measured result of the year to 30 September 2025, without value nor n. */
export function publishedResult(given: Partial<PublishedResult>): PublishedResult {
  return {
    status: 'measured',
    value: null,
    level: 'none',
    borderline: null,
    n: null,
    interval: null,
    unit: 'mark',
    source: 'a file',
    source_precision: null,
    as_of: '2025-09-30',
    reason: null,
    origin: 'imported',
    period_start: '2024-10-01',
    stated_level: null,
    counts: null,
    numerator: null,
    denominator: null,
    parts: null,
    stale: null,
    clusters: null,
    ...given,
  };
}

/** A procedure of the ministry of the sea. */
export function publishedProcedure(
  id: string,
  results: PublishedProcedure['results'],
  given: Partial<PublishedProcedure> = {},
): PublishedProcedure {
  return {
    id,
    name: `Démarche ${id}`,
    slug: `demarche-${id}`,
    organisation: 'DGM',
    ministry: 'Ministère de la Mer',
    perimeter: null,
    audiences: [],
    url: null,
    url_normalised: null,
    volume_online: null,
    volume_total: null,
    selection_reason: null,
    results,
    ...given,
  };
}

/** The head of an edition of September 2025. */
export function editionHead(given: Partial<PublishedEdition['edition']> = {}): PublishedEdition['edition'] {
  return {
    slug: '2025-09',
    label: 'Septembre 2025',
    published_at: '2025-10-15T00:00:00.000Z',
    cutoff_on: '2025-09-30',
    methodology: 'vigie-1',
    selection: { rule: 'as_published' },
    revision: 1,
    reconstructed: false,
    source: null,
    notes: [],
    revised_at: null,
    correction: null,
    previous: null,
    ...given,
  };
}

/** A procedure of nobody known, with the facts that are to be judged. */
export function entry(id: string, facts: Entry['facts'], given: Partial<Entry['who']> = {}): Entry {
  const { results, ...who } = publishedProcedure(id, {}, { organisation: null, ministry: null, ...given });
  return { who, facts };
}

/** An edition of these procedures, with its aggregates. */
export function publishedEdition(
  procedures: readonly PublishedProcedure[],
  given: Partial<PublishedEdition['edition']> = {},
): PublishedEdition {
  const edition = editionHead(given);
  return { edition, procedures, aggregates: aggregateEdition(edition.methodology, procedures), totals: null };
}
