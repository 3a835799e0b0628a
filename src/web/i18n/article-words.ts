/** What each language must have to tell an article: a title, a heading a section, a sentence a statement. */
import type { Methodology } from '../../criteria/index.ts';
import type { ArticleSection, Headline, Statement } from '../../editions/index.ts';
import type { Prose, ProsePart } from './prose.ts';

export type StatementOf<Kind extends Statement['kind']> = Extract<Statement, { kind: Kind }>;

/** The sentence, or the few sentences, of each kind of statement, in the words of the edition's methodology. */
export type Sentences = {
  readonly [Kind in Statement['kind']]: (statement: StatementOf<Kind>, methodology: Methodology) => Prose;
};

export type ArticleWords = {
  readonly titles: { readonly [Kind in Headline['kind']]: (statement: StatementOf<Kind>) => string };
  /** Title of the document, which is read apart from the page. */
  readonly pageTitle: (title: string, label: string) => string;
  /** Above the title. */
  readonly over: (label: string) => string;
  /** A section is headed by its news where it has any. */
  readonly headings: Readonly<
    Record<Exclude<ArticleSection['kind'], 'lead'>, (statements: readonly Statement[]) => string>
  >;
  readonly sentences: Sentences;
  readonly allResults: string;
  readonly notes: {
    readonly heading: string;
    /** Under a note: who wrote it, when, and of which procedure. */
    readonly signature: (author: string, day: string, name: ProsePart) => Prose;
  };
};

/** The statement of a kind among others; undefined when there is none. */
export function findStatement<Kind extends Statement['kind']>(
  statements: readonly Statement[],
  kind: Kind,
): StatementOf<Kind> | undefined {
  return statements.find((one): one is StatementOf<Kind> => one.kind === kind);
}
