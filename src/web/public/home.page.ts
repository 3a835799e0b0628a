import { getMethodology } from '../../criteria/index.ts';
import type { PublishedEdition } from '../../editions/index.ts';
import { emptyState, html, type PageContent, pageHead, searchField } from '../design/index.ts';
import type { PageContext } from '../page-context.ts';
import { urlsIn } from '../urls.ts';
import { editionOverview } from './edition-overview.page.ts';
import { totalsList } from './totals-edition.page.ts';

/** The home page: what Vigie is, a search, and the state of things in the latest edition with procedures. */
export function homePage(context: PageContext, latest: PublishedEdition | null): PageContent {
  const { l, urls } = context;
  const words = l.messages.home;
  return {
    title: words.title,
    description: words.intro,
    paths: { fr: urlsIn('fr').home(), en: urlsIn('en').home() },
    main: html`${pageHead({ title: words.title, lead: words.intro })}
${searchField(l, { action: urls.procedures(), name: 'q', label: words.searchProcedure, value: '', prominent: true })}
${
  latest === null
    ? emptyState(words.noEdition, l.messages.edition.noneRemedy)
    : html`<p class="latest"><a href="${urls.edition(latest.edition.slug)}">${l.messages.edition.title(latest.edition.label)}</a>
<span>${l.messages.edition.cutoffOn(l.day(latest.edition.cutoff_on))}</span></p>
${
  latest.totals === null
    ? editionOverview(
        context,
        latest,
        getMethodology(latest.edition.methodology),
        context.urls.edition(latest.edition.slug),
      )
    : totalsList(l, latest.totals)
}
<p><a href="${urls.edition(latest.edition.slug)}">${words.seeEdition}</a></p>`
}
<p><a href="${urls.methodologies()}">${words.howItWorks}</a></p>`,
  };
}
