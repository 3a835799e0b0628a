import { type CriterionDefinition, getMethodology, LEVELS, type Methodology } from '../../criteria/index.ts';
import {
  arrangeProcedures,
  type EditionView,
  type PublishedEdition,
  type PublishedProcedure,
} from '../../editions/index.ts';
import {
  type ActiveFilter,
  alert,
  downloadLinks,
  emptyState,
  factLine,
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
import { asFormat, type Urls, urlsIn } from '../urls.ts';
import { editionNotes } from './edition-notes.page.ts';
import { editionOverview } from './edition-overview.page.ts';

/**
 * An edition: its state in one table, sorted and filtered by addresses.
 *
 * @param addressIn where this page is: the edition's own address, or that of one of its revisions
 */
export function editionPage(
  { l, urls }: PageContext,
  published: PublishedEdition,
  view: EditionView,
  addressIn: (urls: Urls) => string = ({ edition }) => edition(published.edition.slug),
): PageContent {
  const { edition } = published;
  const words = l.messages.edition;
  const methodology = getMethodology(edition.methodology);
  const address = addressIn(urls);
  const shown = arrangeProcedures(published, view);
  const context = { l, urls };
  return {
    title: words.title(edition.label),
    description: words.description(
      edition.label,
      l.number(published.procedures.length),
      l.day(edition.cutoff_on),
    ),
    paths: { fr: addressIn(urlsIn('fr')), en: addressIn(urlsIn('en')) },
    breadcrumb: [{ href: urls.editions(), label: l.messages.shell.editions }],
    wide: true,
    main: html`${pageHead({ title: words.title(edition.label) })}
${editionFacts(context, published, methodology)}
${edition.reconstructed ? alert(l, 'info', words.reconstructedMeaning, words.reconstructed) : ''}
${editionOverview(context, published, methodology)}
<section aria-labelledby="results"><h2 id="results">${words.results}</h2>
${filterForm(l, address, published, methodology, view)}
<p class="result-count" role="status">${words.count(shown.length, published.procedures.length)}</p>
${levelLegend(l)}
${
  shown.length === 0
    ? emptyState(words.empty, words.emptyRemedy, { href: address, label: l.messages.shell.clearFilters })
    : procedureTable(context, address, published, methodology, shown, view)
}
<p class="note">${words.tableNote}</p></section>
${downloadLinks(l, [
  { format: 'JSON', href: asFormat(address, 'json') },
  { format: 'CSV', href: asFormat(address, 'csv') },
])}
<p class="note">${words.verifyNote} <a href="${urls.editionManifest(edition.slug)}">${words.manifest}</a></p>
${editionNotes(context, published)}`,
  };
}

function editionFacts(
  { l, urls }: PageContext,
  { edition, procedures }: PublishedEdition,
  methodology: Methodology,
): Html {
  const words = l.messages.edition;
  return factLine([
    l.messages.units.procedures(procedures.length),
    words.cutoffOn(l.day(edition.cutoff_on)),
    ...(edition.reconstructed
      ? [words.reconstructed]
      : [words.publishedOn(l.day(edition.published_at.slice(0, 10)))]),
    words.revision(edition.revision),
    html`${words.methodology}${l.messages.shell.colon} <a href="${urls.methodology(methodology.id)}">${methodology.label[l.locale]}</a>`,
    words.selections[edition.selection.rule],
  ]);
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

function rowOf({ l, urls }: PageContext, methodology: Methodology, procedure: PublishedProcedure): ResultRow {
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
      .map((value) => ({ value, label: value }));
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
    { key: 'ministry', label: words.ministry, value: view.ministry },
    { key: 'audience', label: words.audience, value: view.audience },
    { key: 'criterion', label: l.messages.methodology.criterion, value: criterion },
    { key: 'level', label: words.levelFilter, value: view.level && l.messages.levels[view.level] },
  ];
  return given.flatMap(({ key, label, value }) =>
    value === null ? [] : [{ label, value, removeHref: viewAddress(address, { ...view, [key]: null }) }],
  );
}
