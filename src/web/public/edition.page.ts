import { type CriterionDefinition, getMethodology, LEVELS, type Methodology } from '../../criteria/index.ts';
import {
  arrangeProcedures,
  type EditionView,
  type PublishedEdition,
  type PublishedProcedure,
  type PublishedResult,
  type RevisionSummary,
} from '../../editions/index.ts';
import {
  type ActiveFilter,
  alert,
  emptyState,
  filters,
  type Html,
  html,
  levelLegend,
  type PageContent,
  pageHead,
  type ResultRow,
  resultsTable,
} from '../design/index.ts';
import { editionParameters, PARAMETERS, viewAddress } from '../edition-query.ts';
import { toCell } from '../figures.ts';
import type { Locale, Localisation } from '../i18n/index.ts';
import type { PageContext } from '../page-context.ts';
import { type Urls, urlsIn } from '../urls.ts';
import {
  type EditionName,
  editionFacts,
  editionLinks,
  editionTitle,
  selectionText,
} from './edition-facts.page.ts';
import { editionNotes } from './edition-notes.page.ts';
import { editionOverview } from './edition-overview.page.ts';
import { isLast, revisionsSection, supersededNotice } from './edition-revisions.page.ts';
import { totalsEditionPage } from './totals-edition.page.ts';

/** Where the page of an edition stands among others. */
export type EditionPlace = {
  /** The edition's own address, or that of one of its revisions. */
  readonly addressIn: (urls: Urls) => string;
  /** The edition before this one, which a reader may compare it with. */
  readonly previous: EditionName | null;
  /** All its revisions, the last first. */
  readonly revisions: readonly RevisionSummary[];
};

/** An edition: its state in one table, sorted and filtered by addresses. */
export function editionPage(
  context: PageContext,
  published: PublishedEdition,
  view: EditionView,
  place: Partial<EditionPlace> = {},
): PageContent {
  const { l, urls } = context;
  const { edition } = published;
  const { addressIn = (any: Urls) => any.edition(edition.slug), previous = null, revisions = [] } = place;
  if (published.totals !== null) {
    return totalsEditionPage(context, published, { addressIn, previous, revisions });
  }
  const words = l.messages.edition;
  const methodology = getMethodology(edition.methodology);
  const address = addressIn(urls);
  const shown = arrangeProcedures(published, view);
  return {
    title: words.title(edition.label),
    here: editionTitle(l, edition.label),
    description: words.description(
      edition.label,
      l.number(published.procedures.length),
      l.day(edition.cutoff_on),
    ),
    paths: { fr: addressIn(urlsIn('fr')), en: addressIn(urlsIn('en')) },
    breadcrumb: [{ href: urls.editions(), label: l.messages.shell.editions }],
    data: { formats: ['json', 'csv'], whole: true, cite: { edition } },
    wide: true,
    main: html`${pageHead({ title: editionTitle(l, edition.label) })}
${editionFacts(context, published)}
${supersededNotice(context, published, revisions)}
${isLast(published, revisions) ? editionLinks(context, published, previous) : ''}
${edition.reconstructed ? alert(l, 'info', words.reconstructedMeaning, words.reconstructed) : ''}
<p>${selectionText(l, published)}</p>
${editionOverview(context, published, methodology, address)}
<section aria-labelledby="results" data-live="results"><h2 id="results">${words.results}</h2>
${filterForm(l, address, published, methodology, view)}
<p class="result-count" role="status">${words.count(shown.length, published.procedures.length)}</p>
${levelLegend(l)}
${
  shown.length === 0
    ? emptyState(words.empty, words.emptyRemedy, { href: address, label: l.messages.shell.clearFilters })
    : procedureTable(context, address, published, methodology, shown, view)
}
<p class="note">${words.tableNote}${markNotes(l, shown)}</p></section>
${revisionsSection(context, published, revisions)}
<p class="note">${words.verifyNote} <a href="${urls.editionManifest(edition.slug)}">${words.manifest}</a></p>
${editionNotes(context, published)}`,
  };
}

/** What the marks in the cells mean, where there are any. */
function markNotes(
  { messages: { figures, editionPages } }: Localisation,
  shown: readonly PublishedProcedure[],
): string {
  const holds = (is: (result: PublishedResult) => boolean) =>
    shown.some(({ results }) => Object.values(results).some(is));
  const explain = (mark: string, meaning: string) => ` ${editionPages.markMeaning(mark, meaning)}`;
  return [
    holds(({ origin }) => origin === 'overridden')
      ? explain(figures.corrected, figures.correctedMeaning)
      : '',
    holds(({ stale }) => stale === true) ? explain(figures.stale, figures.staleMeaning) : '',
  ].join('');
}

function procedureTable(
  { l, urls }: PageContext,
  address: string,
  { edition }: PublishedEdition,
  methodology: Methodology,
  shown: readonly PublishedProcedure[],
  view: EditionView,
): Html {
  const words = l.messages.edition;
  const sortBy = (by: EditionView['sort']['by'], bestFirst: boolean) => {
    const current = view.sort.by === by;
    const descending = current ? !view.sort.descending : bestFirst;
    return {
      href: viewAddress(address, { ...view, sort: { by, descending } }),
      direction: current ? (view.sort.descending ? ('descending' as const) : ('ascending' as const)) : null,
    };
  };
  return resultsTable(l, {
    caption: words.tableCaption(edition.label),
    rowColumn: { label: words.procedure, sort: sortBy('name', false) },
    columns: methodology.criteria.map((definition) => ({
      label: definition.shortLabel[l.locale],
      title: definition.label[l.locale],
      sort: sortBy(definition.id, definition.direction === 'more'),
    })),
    rows: shown.map((procedure) => rowOf({ l, urls }, methodology, procedure)),
    dataLang: 'fr',
  });
}

/**
 * Rows already made, with the procedure they show: what an edition published never changes, and exact decimals cost.
 * A page of 250 procedures × 14 criteria takes 19 ms of CPU the first time, 2 ms from then on.
 */
const madeRows: Readonly<Record<Locale, WeakMap<PublishedProcedure, ResultRow>>> = {
  fr: new WeakMap(),
  en: new WeakMap(),
};

/** A procedure of an edition as a row of its table of results. */
export function rowOf(
  { l, urls }: PageContext,
  methodology: Methodology,
  procedure: PublishedProcedure,
): ResultRow {
  const made = madeRows[l.locale].get(procedure);
  if (made !== undefined) return made;
  const row = {
    name: procedure.name,
    href: urls.procedure({ publicId: procedure.id, slug: procedure.slug }),
    detail: procedure.organisation,
    cells: methodology.criteria.map((definition) => toCell(l, definition, procedure.results[definition.id])),
  };
  madeRows[l.locale].set(procedure, row);
  return row;
}

function filterForm(
  l: Localisation,
  address: string,
  published: PublishedEdition,
  methodology: Methodology,
  view: EditionView,
): Html {
  const words = l.messages.edition;
  const labelOf = (definition: CriterionDefinition) => definition.label[l.locale];
  const options = (values: readonly (string | null)[]) =>
    [...new Set(values.filter((value) => value !== null))]
      .sort((a, b) => a.localeCompare(b, 'fr'))
      .map((value) => ({ value, label: value, lang: 'fr' }));
  const { tri } = editionParameters(view);
  return filters(l, {
    action: address,
    kept: tri === undefined ? {} : { tri },
    fields: [
      { kind: 'search', name: PARAMETERS.search, label: words.search, value: view.search ?? '' },
      {
        kind: 'select',
        name: PARAMETERS.ministry,
        label: words.ministry,
        value: view.ministry ?? '',
        options: options(published.procedures.map(({ ministry }) => ministry)),
      },
      {
        kind: 'select',
        name: PARAMETERS.audience,
        label: words.audience,
        value: view.audience ?? '',
        options: options(published.procedures.flatMap(({ audiences }) => audiences)),
      },
      {
        kind: 'select',
        name: PARAMETERS.criterion,
        label: l.messages.methodology.criterion,
        value: view.criterion ?? '',
        options: methodology.criteria.map((definition) => ({
          value: definition.id,
          label: labelOf(definition),
        })),
      },
      {
        kind: 'select',
        name: PARAMETERS.level,
        label: words.levelFilter,
        value: view.level ?? '',
        options: LEVELS.map((level) => ({ value: level, label: l.messages.levels[level] })),
      },
    ],
    active: activeFilters(l, address, methodology, view),
    clearHref: address,
  });
}

function activeFilters(
  l: Localisation,
  address: string,
  methodology: Methodology,
  view: EditionView,
): ActiveFilter[] {
  const words = l.messages.edition;
  const criterion =
    methodology.criteria.find(({ id }) => id === view.criterion)?.label[l.locale] ?? view.criterion;
  const given = [
    { key: 'search', label: l.messages.shell.search, value: view.search },
    { key: 'ministry', label: words.ministry, value: view.ministry, lang: 'fr' },
    { key: 'audience', label: words.audience, value: view.audience, lang: 'fr' },
    { key: 'criterion', label: l.messages.methodology.criterion, value: criterion },
    { key: 'level', label: words.levelFilter, value: view.level && l.messages.levels[view.level] },
  ];
  return given.flatMap(({ key, label, value, lang }) =>
    value === null
      ? []
      : [
          {
            label,
            value,
            ...(lang ? { lang } : {}),
            removeHref: viewAddress(address, { ...view, [key]: null }),
          },
        ],
  );
}
