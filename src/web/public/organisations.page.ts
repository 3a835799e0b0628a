import { type CriterionId, findCriterion, getMethodology } from '../../criteria/index.ts';
import {
  type ActiveFilter,
  type Column,
  emptyState,
  filters,
  type Html,
  html,
  inFrench,
  type PageContent,
  pageHead,
  table,
} from '../design/index.ts';
import type { Localisation } from '../i18n/index.ts';
import type { OrganisationList, ShownOrganisation } from '../organisation-figures.ts';
import {
  arrangeOrganisations,
  COMPARED,
  FEWEST_COMPARED,
  LEVEL_GROUPS,
  LIST_PARAMETERS,
  lastDayOf,
  levelGroupOf,
  listAddress,
  MOST_COMPARED,
  ORGANISATION_SORTS,
  type OrganisationListView,
  type OrganisationSort,
  sortText,
} from '../organisation-query.ts';
import type { PageContext } from '../page-context.ts';
import { urlsIn } from '../urls.ts';
import { organisationLink } from './organisation-name.page.ts';
import { FEWEST_FOR_PERCENT, numberCell } from './summary-cells.page.ts';

/** Every organisation, as a tree or sorted, with what a reader ticks to compare. */
export function organisationsPage(
  context: PageContext,
  list: OrganisationList,
  view: OrganisationListView,
): PageContent {
  const { l, urls } = context;
  const words = l.messages.organisations.list;
  const shown = arrangeOrganisations(list, view);
  const { latest } = list;
  return {
    title: words.title,
    description: words.description,
    paths: { fr: urlsIn('fr').organisations(), en: urlsIn('en').organisations() },
    wide: true,
    data: {
      formats: ['json', 'csv'],
      whole: true,
      cite: { title: words.title, ...(latest === null ? {} : { edition: latest }) },
    },
    structured: { '@type': 'CollectionPage', name: words.title, description: words.description },
    main: html`${pageHead({ title: words.title, lead: words.intro })}
${
  list.rows.length === 0
    ? emptyState(words.none, words.noneRemedy)
    : html`<p>${latest === null ? words.noEdition : html`${inFrench(l, words.figuresOf(latest.label, l.day(latest.cutoff_on)), latest.label)} ${words.note(FEWEST_FOR_PERCENT)}`}</p>
<div data-live="results">${filterForm(context, view)}
<p class="result-count" role="status">${words.count(shown.length, list.rows.length)}</p>
${
  shown.length === 0
    ? emptyState(words.empty, words.emptyRemedy, {
        href: urls.organisations(),
        label: l.messages.shell.clearFilters,
      })
    : comparingForm(context, list, shown, view)
}</div>`
}`,
  };
}

function filterForm({ l, urls }: PageContext, view: OrganisationListView): Html {
  const words = l.messages.organisations.list;
  const sorts = ORGANISATION_SORTS.map((by) => ({
    value: sortText(view.sort?.by === by ? view.sort : firstSort(by)),
    label: words.sorts[by],
  }));
  return filters(l, {
    action: urls.organisations(),
    fields: [
      { kind: 'search', name: LIST_PARAMETERS.search, label: words.search, value: view.search },
      {
        kind: 'select',
        name: LIST_PARAMETERS.group,
        label: words.group,
        all: words.everyGroup,
        value: view.group ?? '',
        options: LEVEL_GROUPS.map((value) => ({ value, label: words.groups[value] })),
      },
      {
        kind: 'select',
        name: LIST_PARAMETERS.sort,
        label: words.sortLabel,
        all: words.asTree,
        value: sortText(view.sort),
        options: sorts,
      },
    ],
    active: activeFilters({ l, urls }, view),
    clearHref: urls.organisations(),
  });
}

function activeFilters({ l, urls }: PageContext, view: OrganisationListView): ActiveFilter[] {
  const words = l.messages.organisations.list;
  return [
    ...(view.search === ''
      ? []
      : [
          {
            label: l.messages.shell.search,
            value: view.search,
            removeHref: listAddress(urls.organisations(), { ...view, search: '' }),
          },
        ]),
    ...(view.group === null
      ? []
      : [
          {
            label: words.group,
            value: words.groups[view.group],
            removeHref: listAddress(urls.organisations(), { ...view, group: null }),
          },
        ]),
  ];
}

/** The table inside the form that compares what is ticked in it. */
function comparingForm(
  context: PageContext,
  list: OrganisationList,
  shown: readonly ShownOrganisation[],
  view: OrganisationListView,
): Html {
  const { l, urls } = context;
  const words = l.messages.organisations.list;
  const isTree = view.sort === null && view.search === '' && view.group === null;
  const columns = columnsOf(context, list, view);
  const bar = html`<div class="compare-bar"><p>${words.compareHint(FEWEST_COMPARED, MOST_COMPARED)}</p><button type="submit">${words.compare}</button></div>`;
  return html`<form class="organisation-list" method="get" action="${urls.organisationComparison()}">
${bar}
${table(l, {
  caption: words.title,
  captionHidden: true,
  cards: true,
  columns: [{ label: words.organisation, sort: sortBy(context, view, 'nom') }, ...columns],
  rows: [
    [html`<strong>${words.whole}</strong>`, ...columns.map(({ cellOf }) => cellOf(list.whole))],
    ...shown.map((row) => [nameCell(context, row, isTree), ...columns.map(({ cellOf }) => cellOf(row))]),
  ],
})}
${bar}
</form>`;
}

function nameCell(context: PageContext, row: ShownOrganisation, isTree: boolean): Html {
  const { organisation, ancestors } = row;
  const { list } = context.l.messages.organisations;
  const [parent] = ancestors;
  const depth = isTree ? Math.min(ancestors.length, DEEPEST) : 0;
  return html`<span class="branch depth-${depth} ${levelGroupOf(organisation)}"><input type="checkbox" name="${COMPARED}" value="${organisation.slug}" aria-label="${list.pick(organisation.name)}"> <span>${organisationLink(context, organisation)}${
    isTree || parent === undefined ? '' : html` <small lang="fr">${parent.name}</small>`
  }</span></span>`;
}

/** Indents drawn; what stands deeper is not indented further. */
const DEEPEST = 3;

type Counted = OrganisationList['whole'];
type ListColumn = Column & { cellOf(row: Counted): Html | string };

function columnsOf(context: PageContext, list: OrganisationList, view: OrganisationListView): ListColumn[] {
  const { l } = context;
  const words = l.messages.organisations.list;
  const followed: ListColumn = {
    label: words.followed,
    numeric: true,
    sort: sortBy(context, view, 'demarches'),
    cellOf: ({ followed: count }) => l.number(count),
  };
  if (list.latest === null) return [followed];
  const told = ({ figures }: Counted) => (figures.isCurrent ? figures.told : null);
  const reaching = (criterion: CriterionId & OrganisationSort): ListColumn => ({
    label: words.reaching(labelOf(l, list, criterion)),
    sort: sortBy(context, view, criterion),
    cellOf: (row) => {
      const share = told(row)?.aggregate.criteria[criterion]?.reaching;
      return share ? numberCell(l, share.by_number) : '–';
    },
  });
  return [
    followed,
    {
      label: words.inEdition,
      numeric: true,
      sort: sortBy(context, view, 'edition'),
      cellOf: (row) => l.number(told(row)?.procedures.length ?? 0),
    },
    {
      label: words.online,
      sort: sortBy(context, view, 'online'),
      cellOf: (row) => {
        const share = told(row)?.aggregate.online.by_number;
        return share ? numberCell(l, share) : '–';
      },
    },
    reaching('satisfaction'),
    reaching('accessibility'),
    { label: words.lastFigures, sort: sortBy(context, view, 'date'), cellOf: (row) => dayCell(l, row) },
  ];
}

function labelOf(l: Localisation, { latest }: OrganisationList, criterion: CriterionId): string {
  const definition = latest && findCriterion(getMethodology(latest.methodology), criterion);
  return definition?.shortLabel[l.locale] ?? criterion;
}

function dayCell(l: Localisation, row: Counted): Html | string {
  const day = lastDayOf(row);
  if (day === null) return html`<span class="absent">${l.messages.organisations.list.noFigures}</span>`;
  return l.day(day, 'short');
}

/** Figures are sorted the highest first, names and days the other way. */
function firstSort(by: OrganisationSort) {
  return { by, descending: by !== 'nom' && by !== 'date' };
}

/** A column that is sorted by already is sorted the other way the next time. */
function sortBy({ urls }: PageContext, view: OrganisationListView, by: OrganisationSort) {
  const present = view.sort?.by === by ? view.sort : null;
  const sort = present === null ? firstSort(by) : { by, descending: !present.descending };
  return {
    href: listAddress(urls.organisations(), { ...view, sort }),
    direction: present && (present.descending ? ('descending' as const) : ('ascending' as const)),
  };
}
