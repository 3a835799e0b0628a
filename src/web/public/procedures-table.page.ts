/** The table of the list of procedures: who answers for each, and what the latest edition says of it. */
import type { CriterionDefinition } from '../../criteria/index.ts';
import { type Html, type ResultRow, resultsTable, type TextCell } from '../design/index.ts';
import { toCell } from '../figures.ts';
import type { PageContext } from '../page-context.ts';
import type { DirectoryEntry } from '../procedure-directory.ts';
import { type ProcedureSort, procedureListAddress } from '../procedure-query.ts';
import { shownCriteria, volumeOf } from '../procedure-selection.ts';
import type { ListedProcedures } from './procedures-filters.page.ts';

/** What stands where nothing can be said. */
const NOTHING: TextCell = { text: '–' };

export function proceduresTable(
  context: PageContext,
  listed: ListedProcedures,
  shown: readonly DirectoryEntry[],
): Html {
  const { l } = context;
  const { edition, catalogue } = l.messages;
  const definitions = definitionsShown(listed);
  const sortBy = sorter(context, listed);
  const criterion = (definition: CriterionDefinition) => ({
    label: definition.shortLabel[l.locale],
    title: definition.label[l.locale],
    sort: sortBy(definition.id, definition.direction === 'more'),
  });
  const hasResults = definitions.length > 0;
  const namesakes = Map.groupBy(shown, ({ procedure }) => procedure.name);
  return resultsTable(l, {
    caption: catalogue.tableCaption,
    rowColumn: { label: edition.procedure, sort: sortBy('name', false) },
    columns: [
      { label: edition.organisation, sort: sortBy('organisation', false) },
      ...definitions.map(criterion),
      ...(hasResults ? [{ label: catalogue.volume, sort: sortBy('volume', true) }] : []),
    ],
    rows: shown.map((entry) => ({
      ...nameOf(context, listed, entry, (namesakes.get(entry.procedure.name)?.length ?? 0) > 1),
      cells: [
        ownerCell(entry),
        ...definitions.map((definition) =>
          entry.published === null ? NOTHING : toCell(l, definition, entry.published.results[definition.id]),
        ),
        ...(hasResults ? [volumeCell(context, entry)] : []),
      ],
    })),
    dataLang: 'fr',
  });
}

/** The criteria of the columns, among those that the edition has. */
function definitionsShown({ view, criteria }: ListedProcedures): CriterionDefinition[] {
  return shownCriteria(view).flatMap((id) => criteria.find((one) => one.id === id) ?? []);
}

function sorter({ urls }: PageContext, { view }: ListedProcedures) {
  return (by: ProcedureSort['by'], bestFirst: boolean) => {
    const current = view.sort?.by === by ? view.sort : null;
    const descending = current ? !current.descending : bestFirst;
    const direction = current?.descending ? ('descending' as const) : ('ascending' as const);
    return {
      href: procedureListAddress(urls.procedures(), { ...view, sort: { by, descending }, page: 1 }),
      direction: current && direction,
    };
  };
}

function nameOf(
  { l, urls }: PageContext,
  { directory: { edition } }: ListedProcedures,
  { procedure, published }: DirectoryEntry,
  hasNamesake: boolean,
): Omit<ResultRow, 'cells'> {
  const words = l.messages.catalogue;
  const notes = [
    ...(procedure.kind === 'online_procedure' ? [] : [words.kinds[procedure.kind]]),
    ...(hasNamesake ? [words.publicId(procedure.publicId)] : []),
    ...(edition === null || published !== null ? [] : [words.absentFrom(edition.edition.label)]),
  ];
  return {
    name: procedure.name,
    href: urls.procedure(procedure),
    detail: null,
    ...(notes.length === 0 ? {} : { note: notes.join(' · ') }),
  };
}

function ownerCell({ procedure: { organisation, ministry } }: DirectoryEntry): TextCell {
  const [owner, above] = organisation === null ? [ministry, null] : [organisation, ministry];
  if (owner === null) return NOTHING;
  const detail = above === null || above.subjectId === owner.subjectId ? null : above.name;
  return { text: owner.acronym ?? owner.name, detail, isData: true };
}

function volumeCell({ l }: PageContext, { published }: DirectoryEntry): TextCell {
  const volume = published && volumeOf(published);
  if (published === null || volume === null) return NOTHING;
  const isPart = published.volume_total === null;
  return { text: l.number(volume), detail: isPart ? l.messages.catalogue.volumeOnline : null };
}
