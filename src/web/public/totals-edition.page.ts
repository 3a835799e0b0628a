import type { PublishedEdition, RevisionSummary, Total } from '../../editions/index.ts';
import {
  alert,
  type Html,
  html,
  type PageContent,
  pageHead,
  type Statistic,
  statistics,
} from '../design/index.ts';
import type { Localisation } from '../i18n/index.ts';
import type { PageContext } from '../page-context.ts';
import { totalText } from '../shares.ts';
import { type Urls, urlsIn } from '../urls.ts';
import {
  type EditionName,
  editionFacts,
  editionLinks,
  editionTitle,
  selectionText,
} from './edition-facts.page.ts';
import { isLast, revisionsSection, supersededNotice } from './edition-revisions.page.ts';

/** An edition of which only the totals are known: each as its source words it, and what it is counted over. */
export function totalsEditionPage(
  context: PageContext,
  published: PublishedEdition,
  place: {
    addressIn: (urls: Urls) => string;
    previous: EditionName | null;
    revisions: readonly RevisionSummary[];
  },
): PageContent {
  const { l, urls } = context;
  const { edition } = published;
  const words = l.messages.totals;
  return {
    title: l.messages.edition.title(edition.label),
    here: editionTitle(l, edition.label),
    description: words.description(edition.label, l.day(edition.cutoff_on)),
    paths: { fr: place.addressIn(urlsIn('fr')), en: place.addressIn(urlsIn('en')) },
    breadcrumb: [{ href: urls.editions(), label: l.messages.shell.editions }],
    data: { formats: ['json', 'csv'], whole: true, cite: { edition } },
    main: html`${pageHead({ title: editionTitle(l, edition.label) })}
${editionFacts(context, published)}
${supersededNotice(context, published, place.revisions)}
${isLast(published, place.revisions) ? editionLinks(context, published, place.previous) : ''}
${alert(l, 'info', html`<p>${words.explanation}</p><p>${selectionText(l, published)}</p>`, words.notice)}
<section aria-labelledby="totals"><h2 id="totals">${words.title}</h2>
${totalsList(l, published.totals ?? [])}
${sourcesOf(l, published.totals ?? [])}
${edition.source === null ? '' : html`<p>${words.source(edition.source.name)} <span class="hash">SHA-256 <code>${edition.source.sha256}</code></span></p>`}</section>
${revisionsSection(context, published, place.revisions)}`,
  };
}

/** Where the totals were told, each source once. */
function sourcesOf(l: Localisation, totals: readonly Total[]): Html | '' {
  const sources = [...new Set(totals.map(({ source }) => source).filter((source) => source !== null))];
  return sources.length === 0
    ? ''
    : html`<p>${l.messages.totals.toldBy}${l.messages.shell.colon} <span lang="fr">${l.list(sources)}</span></p>`;
}

/** The totals as large figures; the home page shows them too. */
export function totalsList(l: Localisation, totals: readonly Total[]): Html {
  return statistics(
    l,
    totals.map((total): Statistic => {
      const detail = overText(l, total, totals);
      return {
        label: l.messages.totals.indicators[total.indicator],
        value: totalText(l, total),
        ...(detail === null ? {} : { detail }),
      };
    }),
  );
}

/** "sur 80 démarches équipées"; null for what is not a part of anything. */
export function overText(
  l: Localisation,
  { of, unit }: Pick<Total, 'of' | 'unit'>,
  totals: readonly Total[],
): string | null {
  const words = l.messages.totals;
  if (of === null) return unit === 'share' ? words.unknownWhole : null;
  const whole = totals.find(({ indicator }) => indicator === of);
  return whole === undefined ? words.unknownWhole : words.over[of](totalText(l, whole));
}
