import { getMethodology } from '../../criteria/index.ts';
import {
  emptyState,
  type Html,
  html,
  levelLegend,
  type PageContent,
  pageHead,
  pagination,
} from '../design/index.ts';
import type { PageContext } from '../page-context.ts';
import type { ProcedureDirectory } from '../procedure-directory.ts';
import { type ProcedureView, procedureListAddress } from '../procedure-query.ts';
import { type ProcedureSelection, selectProcedures } from '../procedure-selection.ts';
import { urlsIn } from '../urls.ts';
import {
  activeFilters,
  type ListedProcedures,
  procedureFilters,
  withoutFilter,
} from './procedures-filters.page.ts';
import { proceduresTable } from './procedures-table.page.ts';

const PAGE_SIZE = 50;

/** The procedures of the catalogue: found by words, filtered, sorted, a page at a time; the address says it all. */
export function proceduresPage(
  context: PageContext,
  directory: ProcedureDirectory,
  view: ProcedureView,
): PageContent {
  const { l, urls } = context;
  const words = l.messages.catalogue;
  const { edition } = directory;
  const criteria = edition === null ? [] : getMethodology(edition.edition.methodology).criteria;
  const selection = selectProcedures(directory, view);
  const listed = { directory, view, criteria, selection };
  const pages = Math.max(1, Math.ceil(selection.entries.length / PAGE_SIZE));
  const page = Math.min(view.page, pages);
  const shown = selection.entries.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const hrefOf = (page: number) => procedureListAddress(urls.procedures(), { ...view, page });
  return {
    title: words.title,
    description: words.description,
    paths: { fr: urlsIn('fr').procedures(), en: urlsIn('en').procedures() },
    wide: true,
    data: { formats: ['json', 'csv'], cite: { title: words.title } },
    structured: { '@type': 'CollectionPage', name: words.title, description: words.description },
    main: html`${pageHead({ title: words.title, lead: words.intro })}
<section data-live="results" aria-label="${words.title}">
${procedureFilters(context, listed)}
<p class="result-count" role="status">${countText(context, listed)}${pages > 1 ? html`. ${l.messages.shell.pageOf(page, pages)}` : ''}</p>
${selection.entries.length > 0 ? reachNote(context, selection) : ''}
<p class="note">${editionNote(context, directory)}</p>
${
  shown.length === 0
    ? nothingFound(context, listed)
    : html`${edition === null ? '' : levelLegend(l)}${proceduresTable(context, listed, shown)}`
}
${pagination(l, { page, pages, hrefOf })}
${edition === null || shown.length === 0 ? '' : html`<p class="note">${words.tableNote}</p>`}</section>`,
  };
}

function countText(context: PageContext, listed: ListedProcedures): string {
  const words = context.l.messages.catalogue;
  const { entries } = listed.selection;
  const order = entries.length > 1 ? orderText(context, listed) : null;
  return words.count(entries.length, listed.directory.entries.length, order);
}

function orderText({ l }: PageContext, { view, criteria }: ListedProcedures): string {
  const { catalogue, edition } = l.messages;
  const { orders } = catalogue;
  if (view.sort === null) return view.search === null ? orders.name : orders.relevance;
  const { by, descending } = view.sort;
  if (by === 'name') return descending ? orders.nameReversed : orders.name;
  const labels: Readonly<Record<string, string>> = {
    organisation: edition.organisation,
    volume: catalogue.volume,
  };
  const column = labels[by] ?? criteria.find(({ id }) => id === by)?.shortLabel[l.locale] ?? by;
  return orders[descending ? 'descending' : 'ascending'](column.toLocaleLowerCase(l.locale));
}

function reachNote({ l }: PageContext, { reach }: ProcedureSelection): Html | '' {
  if (reach === null || reach === 'all') return '';
  return html`<p>${l.messages.catalogue[reach]}</p>`;
}

function editionNote({ l, urls }: PageContext, { edition }: ProcedureDirectory): Html | string {
  const words = l.messages.catalogue;
  if (edition === null) return words.noEdition;
  const { slug, label, cutoff_on } = edition.edition;
  return html`${words.resultsOf} <a href="${urls.edition(slug)}">${label}</a>, ${words.cutoff(l.day(cutoff_on))}`;
}

/** Why nothing is there, and how many procedures each way out leads to. */
function nothingFound(context: PageContext, listed: ListedProcedures): Html {
  const { l, urls } = context;
  const words = l.messages.catalogue;
  const { selection, view } = listed;
  const active = activeFilters(l, listed);
  const ways = active.flatMap(({ key, label, value }) => {
    const count = selection.without(key).length;
    if (active.length < 2 || count === 0) return [];
    const text = key === 'search' ? words.withoutSearch(value, count) : words.without(label, value, count);
    return [html`<a href="${withoutFilter(urls.procedures(), view, key)}">${text}</a>`];
  });
  return emptyState(
    words.empty,
    html`${view.search === null ? '' : words.emptySearch} ${
      ways.length === 0 ? '' : html`${words.emptyFilters} <span class="ways">${ways}</span>`
    }`,
    { href: urls.procedures(), label: words.seeAll },
  );
}
