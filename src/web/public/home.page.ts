import type { ArticleFacts, Comparison, PublishedEdition, SeriesPoint } from '../../editions/index.ts';
import {
  emptyState,
  factLine,
  type Html,
  html,
  linkLine,
  type PageContent,
  pageHead,
  searchField,
} from '../design/index.ts';
import type { PageContext } from '../page-context.ts';
import { urlsIn } from '../urls.ts';
import { articleHead } from './article.page.ts';
import { changesSection } from './home-changes.page.ts';
import { coverageSection, entriesSection, type HomeCatalogue } from './home-entries.page.ts';
import { keyFigures, type SameProcedures } from './home-figures.page.ts';
import { totalsList } from './totals-edition.page.ts';

/** The latest edition, with what it is compared to. */
export type HomeEdition = {
  readonly published: PublishedEdition;
  readonly article: ArticleFacts;
  /** With the edition before of which procedures are known too; null when there is none. */
  readonly comparison: Comparison | null;
  /** The last editions known by procedures, the earliest first. */
  readonly series: readonly SeriesPoint[];
  /** The last two of them over the procedures alone that both judge, by criterion; empty when there are not two. */
  readonly sameProcedures: SameProcedures;
};

/**
 * The home page: what Vigie is, a search, and the state of things in the latest edition.
 *
 * @param origin scheme, host and port of the site
 */
export function homePage(
  context: PageContext,
  origin: string,
  edition: HomeEdition | null,
  catalogue: HomeCatalogue,
): PageContent {
  const { l, urls } = context;
  const words = l.messages.home;
  return {
    title: words.title,
    description: words.intro,
    paths: { fr: urlsIn('fr').home(), en: urlsIn('en').home() },
    structured: {
      '@type': 'WebSite',
      name: l.messages.shell.siteName,
      description: words.intro,
      url: `${origin}${urls.home()}`,
      inLanguage: l.locale,
      potentialAction: {
        '@type': 'SearchAction',
        target: {
          '@type': 'EntryPoint',
          urlTemplate: `${origin}${urls.procedures()}?q={search_term_string}`,
        },
        'query-input': 'required name=search_term_string',
      },
    },
    wide: true,
    main: html`<div class="home-head">${pageHead({ title: words.title, lead: words.intro })}
${searchField(l, { action: urls.procedures(), name: 'q', label: words.searchProcedure, value: '', prominent: true })}</div>
${edition === null ? nothingYet(context) : editionSections(context, edition, catalogue)}
${entriesSection(context, catalogue)}
<section class="further" aria-labelledby="further"><h2 id="further">${words.further}</h2>
${linkLine(words.further, [
  { href: urls.organisationComparison(), label: words.compareOrganisations },
  { href: urls.reviews(), label: words.allReviews },
  { href: urls.usages(), label: l.messages.usages.title },
  { href: urls.availability(), label: l.messages.availability.title },
  { href: urls.surveys(), label: l.messages.surveys.title },
  { href: urls.criteria(), label: words.allCriteria },
  { href: urls.data(), label: words.getData },
  { href: urls.methodologies(), label: words.howItWorks },
  { href: urls.about(), label: l.messages.shell.about },
])}</section>`,
  };
}

/** Before the first edition: what Vigie is for who reads, and what to do for who runs it. */
function nothingYet({ l, urls }: PageContext): Html {
  const words = l.messages.home;
  return html`${emptyState(words.noEdition, words.noEditionReader, { href: urls.criteria(), label: words.whatIsMeasured })}
<section aria-labelledby="operator"><h2 id="operator">${words.operator}</h2>
<p>${words.operatorImport}</p><p><code>vigie import edition --help</code></p>
<p>${words.operatorBuild}</p><p><code>vigie edition build --help</code></p></section>`;
}

function editionSections(context: PageContext, edition: HomeEdition, catalogue: HomeCatalogue): Html {
  const { l } = context;
  const words = l.messages.home;
  const { published } = edition;
  if (published.totals !== null) {
    return html`<section aria-labelledby="figures"><h2 id="figures">${words.figuresOf(published.edition.label)}</h2>
<p>${l.messages.totals.explanation}</p>${totalsList(l, published.totals)}</section>
${latestSection(context, edition)}`;
  }
  return html`${keyFigures(context, edition.series, edition.sameProcedures)}
<div class="home-news">${latestSection(context, edition)}
${changesSection(context, edition.comparison)}</div>
${coverageSection(context, published, catalogue)}`;
}

/** The latest edition and what its article begins with. */
function latestSection(context: PageContext, { published, article }: HomeEdition): Html {
  const { l, urls } = context;
  const { edition, procedures, totals } = published;
  const words = l.messages.home;
  const { edition: terms, editionPages } = l.messages;
  const head = articleHead(context, article);
  return html`<section class="latest-edition" aria-labelledby="latest"><h2 id="latest">${terms.latest}</h2>
<p class="headline"><a href="${urls.editionArticle(edition.slug)}">${head.title}</a></p>
${head.lead === '' ? '' : html`<p>${head.lead}</p>`}
${factLine([
  terms.title(edition.label),
  ...(totals === null ? [l.messages.units.procedures(procedures.length)] : [l.messages.totals.notice]),
  terms.cutoffOn(l.day(edition.cutoff_on)),
  ...(edition.reconstructed
    ? [terms.reconstructed]
    : [terms.publishedOn(l.day(edition.published_at.slice(0, 10)))]),
])}
${linkLine(editionPages.label, [
  { href: urls.editionArticle(edition.slug), label: words.readArticle },
  { href: urls.edition(edition.slug), label: words.seeEdition },
  ...(totals === null ? [{ href: urls.editionSummary(edition.slug), label: editionPages.summary }] : []),
  { href: urls.editions(), label: words.allEditions },
])}</section>`;
}
