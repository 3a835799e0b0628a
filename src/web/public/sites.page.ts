import type { PublishedResult } from '../../editions/index.ts';
import {
  type ActiveFilter,
  emptyState,
  figure,
  filters,
  type Html,
  html,
  type PageContent,
  pageHead,
  pagination,
  table,
} from '../design/index.ts';
import { toFigure } from '../figures.ts';
import type { PageContext } from '../page-context.ts';
import { definitionOf } from '../review-report.ts';
import type { ListedSite, SiteList } from '../site-figures.ts';
import {
  EVERY_SITE,
  SITE_PARAMETERS,
  type SiteListView,
  selectSites,
  siteListAddress,
} from '../site-query.ts';
import { urlsIn } from '../urls.ts';
import { organisationLink } from './organisation-name.page.ts';

const PAGE_SIZE = 50;

/** The reception sites, network by network: found by words, a page at a time. */
export function sitesPage(context: PageContext, list: SiteList, view: SiteListView): PageContent {
  const { l } = context;
  const words = l.messages.sites.list;
  return {
    title: words.title,
    description: words.description,
    paths: { fr: urlsIn('fr').sites(), en: urlsIn('en').sites() },
    wide: true,
    data: { formats: ['json', 'csv'], cite: { title: words.title } },
    structured: { '@type': 'CollectionPage', name: words.title, description: words.description },
    main: html`${pageHead({ title: words.title, lead: words.intro })}
${
  list.sites.length === 0
    ? emptyState(words.none, words.noneRemedy)
    : html`<p class="note">${words.period(l.day(list.period.from), l.day(list.period.to))}</p>
${networksSection(context, list)}
${sitesSection(context, list, view)}`
}`,
  };
}

/** Satisfaction with its level, interval and number of reviews. */
function satisfactionCell({ l }: PageContext, result: PublishedResult): Html {
  if (result.n === 0) return html`<span class="absent">${l.messages.sites.one.noReview}</span>`;
  return figure(l, toFigure(l, definitionOf('satisfaction'), result));
}

function networksSection(context: PageContext, { networks }: SiteList): Html | '' {
  const { l, urls } = context;
  const words = l.messages.sites.list;
  if (networks.length === 0) return '';
  return html`<section class="networks" aria-labelledby="networks"><h2 id="networks">${words.networks}</h2>
${table(l, {
  caption: words.networks,
  captionHidden: true,
  cards: true,
  columns: [
    { label: words.network },
    { label: words.siteCount, numeric: true },
    { label: words.told },
    { label: words.satisfaction },
  ],
  rows: networks.map(({ name, sites, told, satisfaction }) => [
    html`<a href="${siteListAddress(urls.sites(), { ...EVERY_SITE, network: name })}#sites" lang="fr">${name}</a>`,
    l.number(sites),
    l.messages.figures.coverage(l.number(told), l.number(sites)),
    satisfactionCell(context, satisfaction),
  ]),
})}
<p class="note">${words.networksNote}</p></section>`;
}

function sitesSection(context: PageContext, list: SiteList, view: SiteListView): Html {
  const { l, urls } = context;
  const words = l.messages.sites.list;
  const found = selectSites(list, view);
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const page = Math.min(view.page, pages);
  const shown = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const hrefOf = (number: number) => siteListAddress(urls.sites(), { ...view, page: number });
  return html`<section aria-labelledby="sites"><h2 id="sites">${words.sites}</h2>
<div data-live="results">${siteFilters(context, list, view)}
<p class="result-count" role="status">${words.count(found.length, list.sites.length)}${pages > 1 ? html`. ${l.messages.shell.pageOf(page, pages)}` : ''}</p>
${
  shown.length === 0
    ? emptyState(words.empty, words.emptyRemedy, {
        href: urls.sites(),
        label: l.messages.shell.clearFilters,
      })
    : html`${sitesTable(context, shown)}<p class="note">${words.unordered}</p>`
}
${pagination(l, { page, pages, hrefOf })}</div></section>`;
}

function sitesTable(context: PageContext, shown: readonly ListedSite[]): Html {
  const { l, urls } = context;
  const words = l.messages.sites.list;
  return table(l, {
    caption: words.sites,
    captionHidden: true,
    cards: true,
    columns: [
      { label: words.site },
      { label: words.network },
      { label: words.organisation },
      { label: words.openButtons, numeric: true },
      { label: words.satisfaction },
    ],
    rows: shown.map(({ site, openButtons, satisfaction }) => [
      html`<a href="${urls.site(site.slug)}" lang="fr">${site.name}</a>${site.municipality === null ? '' : html` <small lang="fr">${site.municipality}</small>`}`,
      site.network === null
        ? html`<span class="absent">${words.noNetwork}</span>`
        : html`<span lang="fr">${site.network}</span>`,
      site.organisation === null ? '–' : organisationLink(context, site.organisation),
      l.number(openButtons),
      satisfactionCell(context, satisfaction()),
    ]),
  });
}

function siteFilters({ l, urls }: PageContext, { networks, sites }: SiteList, view: SiteListView): Html {
  const words = l.messages.sites.list;
  const without = (part: Partial<SiteListView>) =>
    siteListAddress(urls.sites(), { ...view, page: 1, ...part });
  const active: ActiveFilter[] = [
    ...(view.search === null
      ? []
      : [{ label: l.messages.shell.search, value: view.search, removeHref: without({ search: null }) }]),
    ...(view.network === null
      ? []
      : [{ label: words.network, value: view.network, lang: 'fr', removeHref: without({ network: null }) }]),
  ];
  const owner = sites.flatMap(({ owners }) => owners).find(({ slug }) => slug === view.organisation);
  if (owner !== undefined) {
    const removeHref = without({ organisation: null });
    active.push({ label: words.organisation, value: owner.name, lang: 'fr', removeHref });
  }
  return filters(l, {
    action: urls.sites(),
    fields: [
      { kind: 'search', name: SITE_PARAMETERS.search, label: words.search, value: view.search ?? '' },
      {
        kind: 'select',
        name: SITE_PARAMETERS.network,
        label: words.network,
        all: words.everyNetwork,
        value: view.network ?? '',
        options: networks.map(({ name }) => ({ value: name, label: name, lang: 'fr' })),
      },
    ],
    ...(owner === undefined ? {} : { kept: { [SITE_PARAMETERS.organisation]: owner.slug } }),
    active,
    clearHref: urls.sites(),
  });
}
