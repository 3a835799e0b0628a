/** What an article is composed from, with the pages that prove it at hand. */
import {
  type CriterionId,
  getMethodology,
  type Level,
  type Methodology,
  type MethodologyId,
} from '../criteria/index.ts';
import { type Aggregate, aggregateProcedures } from './aggregate.ts';
import type { Proof } from './article-statement.ts';
import type { Comparison } from './comparison.ts';
import type { PublishedEdition, Total, TotalIndicator } from './published-edition.ts';

/** An edition, the one published before it, and their comparison. */
export type ArticleFacts = {
  readonly published: PublishedEdition;
  readonly previous: PublishedEdition | null;
  readonly comparison: Comparison | null;
};

/**
 * The same, read once: the methodology, the figures of the whole, and the addresses of proofs. The comparison is null
 * where either edition is known by its totals.
 */
export type ArticleGround = ArticleFacts & {
  readonly methodology: Methodology;
  /** Null for an edition known by its totals. */
  readonly whole: Aggregate | null;
  readonly proofs: ReturnType<typeof proofsOf>;
};

export function groundArticle(facts: ArticleFacts): ArticleGround {
  const { published, previous, comparison } = facts;
  const isKnown = published.totals === null && previous?.totals === null;
  return {
    published,
    previous,
    comparison: isKnown ? comparison : null,
    methodology: getMethodology(published.edition.methodology),
    whole: wholeOf(published),
    proofs: proofsOf(published.edition.slug, previous?.edition.slug ?? published.edition.slug),
  };
}

/** The figures of a whole edition, recomputed for one published before they were kept. */
export function wholeOf({ edition, procedures, aggregates, totals }: PublishedEdition): Aggregate | null {
  if (totals !== null) return null;
  return aggregates?.whole ?? aggregateProcedures(getMethodology(edition.methodology), procedures);
}

export function findTotal(totals: readonly Total[], indicator: TotalIndicator): Total | null {
  return totals.find((total) => total.indicator === indicator) ?? null;
}

function proofsOf(slug: string, previous: string) {
  return {
    edition: (criterion: CriterionId | null = null, level: Level | null = null): Proof => ({
      page: 'edition',
      slug,
      criterion,
      level,
    }),
    comparison: (anchor: Extract<Proof, { page: 'comparison' }>['anchor']): Proof => ({
      page: 'comparison',
      slug,
      previous,
      anchor,
    }),
    summary: (anchor: Extract<Proof, { page: 'summary' }>['anchor']): Proof => ({
      page: 'summary',
      slug,
      anchor,
    }),
    previous: (): Proof => ({ page: 'edition', slug: previous, criterion: null, level: null }),
    methodology: (id: MethodologyId): Proof => ({ page: 'methodology', id }),
    revision: (revision: number): Proof => ({ page: 'revision', slug, revision }),
    revisions: (): Proof => ({ page: 'revisions', slug }),
    editions: (): Proof => ({ page: 'editions' }),
  };
}
