/** Articles composed of made-up procedures, and what they state. */
import { composeArticle } from '../../src/editions/article.ts';
import { type ArticleSection, proceduresOf, type Statement } from '../../src/editions/article-statement.ts';
import type { PublishedProcedure } from '../../src/editions/published-result.ts';
import { articleFacts } from './article-editions.ts';
import { publishedEdition, publishedProcedure } from './published.ts';

export const statementsOf = (sections: readonly ArticleSection[]) =>
  sections.flatMap(({ paragraphs }) => paragraphs.flat());

export function compose(
  after: readonly PublishedProcedure[],
  before: readonly PublishedProcedure[] | null = null,
  methodology = 'vigie-1',
) {
  const previous =
    before &&
    publishedEdition(before, {
      slug: '2024-09',
      label: 'Septembre 2024',
      cutoff_on: '2024-09-30',
      methodology,
    });
  return composeArticle(articleFacts({ published: publishedEdition(after, { methodology }), previous }));
}

export function find<Kind extends Statement['kind']>(sections: readonly ArticleSection[], kind: Kind) {
  return statementsOf(sections).find((one): one is Extract<Statement, { kind: Kind }> => one.kind === kind);
}

export const namesOf = (statement: Statement | undefined) =>
  statement === undefined ? null : proceduresOf(statement).map(({ id }) => id);

export const many = (count: number, results: PublishedProcedure['results'] = {}) =>
  Array.from({ length: count }, (_, at) =>
    publishedProcedure(`${at + 1}`, results, { volume_total: at === 0 ? null : at }),
  );
