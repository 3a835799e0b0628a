import { dayOf } from '../../core/clock.ts';
import { getMethodology, type Methodology } from '../../criteria/index.ts';
import {
  type ArticleFacts,
  type ArticleSection,
  composeArticle,
  findHeadline,
  type Headline,
  type Note,
  type Proof,
  type PublishedEdition,
  proceduresOf,
  type Statement,
} from '../../editions/index.ts';
import {
  type Html,
  html,
  markdown,
  inFrench as markFrench,
  type PageContent,
  pageHead,
} from '../design/index.ts';
import { viewAddress } from '../edition-query.ts';
import type { ArticleWords } from '../i18n/article-words.ts';
import { enArticle } from '../i18n/en-article.ts';
import { frArticle } from '../i18n/fr-article.ts';
import type { Locale } from '../i18n/index.ts';
import { inFrench, nameLink, type Prose, proseText } from '../i18n/prose.ts';
import type { PageContext } from '../page-context.ts';
import { type Urls, urlsIn } from '../urls.ts';
import { editionTitle } from './edition-facts.page.ts';

const WORDS: Readonly<Record<Locale, ArticleWords>> = { fr: frArticle, en: enArticle };

/**
 * The article of an edition: every sentence from its figures, with a link to the page that proves it, and what editors
 * wrote among them.
 */
export function articlePage(context: PageContext, facts: ArticleFacts, notes: readonly Note[]): PageContent {
  const { l, urls } = context;
  const { published } = facts;
  const { edition } = published;
  const words = WORDS[l.locale];
  const methodology = getMethodology(edition.methodology);
  const sections = composeArticle(facts);
  const lead = sections.find(({ kind }) => kind === 'lead')?.paragraphs ?? [];
  const paragraphOf = (statements: readonly Statement[]) =>
    drawProse(context, tellAll(words, statements, methodology));
  const placed = placeNotes(sections, inReadersLanguage(l.locale, notes));
  return {
    title: words.pageTitle(titleOf(words, sections), edition.label),
    here: html`${titleOf(words, sections)}`,
    description: proseText(tellAll(words, lead[0]?.slice(0, 1) ?? [], methodology)),
    paths: { fr: urlsIn('fr').editionArticle(edition.slug), en: urlsIn('en').editionArticle(edition.slug) },
    breadcrumb: [
      { href: urls.editions(), label: l.messages.shell.editions },
      { href: urls.edition(edition.slug), label: editionTitle(l, edition.label) },
    ],
    data: { formats: [], whole: true, cite: { title: titleOf(words, sections), edition } },
    main: html`<article class="article">
${pageHead({ title: titleOf(words, sections), over: markFrench(l, words.over(edition.label), edition.label), lead: paragraphOf(lead[0] ?? []) })}
${lead.slice(1).map((paragraph) => html`<p>${paragraphOf(paragraph)}</p>`)}
${sections.map(({ kind, paragraphs }) =>
  kind === 'lead'
    ? ''
    : html`<section aria-labelledby="${kind}"><h2 id="${kind}">${words.headings[kind](paragraphs.flat())}</h2>
${paragraphs.map(
  (paragraph) => html`<p>${paragraphOf(paragraph)}</p>
${(placed.after.get(paragraph) ?? []).map((note) => drawNote(context, published, note))}`,
)}</section>`,
)}
${
  placed.rest.length === 0
    ? ''
    : html`<section aria-labelledby="notes"><h2 id="notes">${words.notes.heading}</h2>
${placed.rest.map((note) => drawNote(context, published, note))}</section>`
}
${published.totals === null ? html`<p><a href="${urls.edition(edition.slug)}">${words.allResults}</a></p>` : ''}
</article>`,
  };
}

/** The title of the article of an edition, and its first paragraph on what most readers want to know of it. */
export function articleHead(context: PageContext, facts: ArticleFacts): { title: string; lead: Html | '' } {
  const words = WORDS[context.l.locale];
  const methodology = getMethodology(facts.published.edition.methodology);
  const sections = composeArticle(facts);
  const first = sections.find(({ kind }) => kind !== 'lead')?.paragraphs[0];
  const lead = first === undefined ? '' : drawProse(context, tellAll(words, first, methodology));
  return { title: titleOf(words, sections), lead };
}

function titleOf({ titles }: ArticleWords, sections: readonly ArticleSection[]): string {
  const headline = findHeadline(sections);
  const tell = titles[headline.kind] as (statement: Headline) => string;
  return tell(headline);
}

/** The sentences of a paragraph, one after the other. */
function tellAll(
  { sentences }: ArticleWords,
  statements: readonly Statement[],
  methodology: Methodology,
): Prose {
  return statements.flatMap((statement, at): Prose => {
    const tell = sentences[statement.kind] as (statement: Statement, methodology: Methodology) => Prose;
    return [...(at === 0 ? [] : [' ']), ...tell(statement, methodology)];
  });
}

function drawProse({ l, urls }: PageContext, prose: Prose): Html {
  return html`${prose.map((part) => {
    if (typeof part === 'string') return part;
    const lang = part.lang === undefined || part.lang === l.locale ? '' : html` lang="${part.lang}"`;
    if (part.proof !== undefined) {
      return html`<a href="${proofAddress(urls, part.proof)}"${lang}>${part.text}</a>`;
    }
    return lang === '' ? part.text : html`<span${lang}>${part.text}</span>`;
  })}`;
}

/** Where a proof is, in the language of the reader. */
export function proofAddress(urls: Urls, proof: Proof): string {
  switch (proof.page) {
    case 'edition':
      return viewAddress(urls.edition(proof.slug), {
        search: null,
        ministry: null,
        audience: null,
        criterion: proof.criterion,
        level: proof.level,
        sort: { by: 'file', descending: false },
      });
    case 'comparison':
      return `${urls.editionComparison(proof.slug, proof.previous)}#${proof.anchor}`;
    case 'summary':
      return `${urls.editionSummary(proof.slug)}#${proof.anchor}`;
    case 'procedure':
      return urls.procedure({ publicId: proof.id, slug: proof.slug });
    case 'methodology':
      return urls.methodology(proof.id);
    case 'revision':
      return `${urls.editionRevision(proof.slug, proof.revision)}#differences`;
    case 'revisions':
      return `${urls.edition(proof.slug)}#revisions`;
    case 'editions':
      return urls.editions();
  }
}

/** Of each procedure the notes in the reader's language, or those there are. */
function inReadersLanguage(locale: Locale, notes: readonly Note[]): Note[] {
  return [...Map.groupBy(notes, ({ procedure }) => procedure).values()].flatMap((those) => {
    const own = those.filter(({ lang }) => lang === locale);
    return own.length > 0 ? own : those;
  });
}

type PlacedNotes = {
  readonly after: ReadonlyMap<readonly Statement[], readonly Note[]>;
  /** Those of procedures that no paragraph names. */
  readonly rest: readonly Note[];
};

/** Each note after the first paragraph that names its procedure. */
function placeNotes(sections: readonly ArticleSection[], notes: readonly Note[]): PlacedNotes {
  const paragraphs = sections.flatMap((section) => section.paragraphs);
  const namedIn = (procedure: string) =>
    paragraphs.find((statements) =>
      statements.some((statement) => proceduresOf(statement).some(({ id }) => id === procedure)),
    );
  const placed = Map.groupBy(notes, ({ procedure }) => namedIn(procedure));
  const rest = placed.get(undefined) ?? [];
  placed.delete(undefined);
  return { after: placed as Map<readonly Statement[], Note[]>, rest };
}

function drawNote(context: PageContext, { procedures }: PublishedEdition, note: Note): Html {
  const { l } = context;
  const named = procedures.find(({ id }) => id === note.procedure);
  const name = named === undefined ? inFrench(note.name) : nameLink(named);
  const signature = WORDS[l.locale].notes.signature(note.author, l.day(dayOf(note.writtenAt)), name);
  return html`<figure class="article-note"><blockquote${note.lang === l.locale ? '' : html` lang="${note.lang}"`}>${markdown(note.body, { headingLevel: 3 })}</blockquote>
<figcaption>${drawProse(context, signature)}</figcaption></figure>`;
}
