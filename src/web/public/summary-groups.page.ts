import {
  type CriterionDefinition,
  type CriterionId,
  findCriterion,
  getMethodology,
  type Methodology,
} from '../../criteria/index.ts';
import type { Aggregates, NamedAggregate, PublishedEdition } from '../../editions/index.ts';
import { type Column, choiceForm, disclosure, type Html, html, table } from '../design/index.ts';
import { PARAMETERS, viewAddress } from '../edition-query.ts';
import type { Localisation } from '../i18n/index.ts';
import { byName } from '../names.ts';
import type { PageContext } from '../page-context.ts';
import { numberCell, pooledCell, reachingCells, volumeCell } from './summary-cells.page.ts';

/** A longer table waits until the reader unfolds it. */
const MOST_SHOWN = 15;

/** The same figures by ministry, organisation and audience, for the criterion that the reader chooses. */
export function groupSections(
  context: PageContext,
  { edition, aggregates }: PublishedEdition & { readonly aggregates: Aggregates },
  asked: CriterionId | null,
): Html {
  const { l, urls } = context;
  const words = l.messages.summary;
  const heads = l.messages.edition;
  const methodology = getMethodology(edition.methodology);
  const definition = chosenCriterion(methodology, aggregates, asked);
  const everything = { search: null, ministry: null, audience: null, criterion: null, level: null };
  const listOf = (only: { ministry: string } | { audience: string }) =>
    viewAddress(urls.edition(edition.slug), {
      ...everything,
      sort: { by: 'file', descending: false },
      ...only,
    });
  const draw = (
    groups: readonly NamedAggregate[],
    caption: string,
    head: string,
    hrefOf?: (name: string) => string,
  ) => groupTable(l, { groups, caption, head, definition, aggregates, hrefOf });
  return html`<section aria-labelledby="ministries"><h2 id="ministries">${words.ministries}</h2>
${criterionForm(context, edition.slug, methodology, definition)}
${definition !== null && criterionColumns(l, aggregates.whole, definition).length === 0 ? html`<p class="note">${words.notByGroup(definition.label[l.locale])}</p>` : ''}
${aggregates.whole.volume.procedures === 0 ? html`<p class="note">${words.noVolume}</p>` : ''}
${draw(aggregates.ministries, words.ministries, heads.ministry, (ministry) => listOf({ ministry }))}</section>
<section aria-labelledby="organisations"><h2 id="organisations">${words.organisations}</h2>
${draw(aggregates.organisations, words.organisations, heads.organisation)}</section>
<section aria-labelledby="audiences"><h2 id="audiences">${words.audiences}</h2>
${
  aggregates.audiences.some(({ name }) => name !== null)
    ? html`<p>${words.audiencesNote}</p>${draw(aggregates.audiences, words.audiences, heads.audience, (audience) => listOf({ audience }))}`
    : html`<p>${words.noAudience}</p>`
}</section>`;
}

/** The criterion asked for; else the first one, online apart, that has an objective and levels. */
function chosenCriterion(
  methodology: Methodology,
  { whole }: Aggregates,
  asked: CriterionId | null,
): CriterionDefinition | null {
  const found = asked === null ? null : findCriterion(methodology, asked);
  const isTold = ({ id }: CriterionDefinition) =>
    id !== 'online' && (whole.criteria[id]?.reaching?.by_number.denominator ?? 0) > 0;
  return found ?? methodology.criteria.find(isTold) ?? methodology.criteria[0] ?? null;
}

function criterionForm(
  { l, urls }: PageContext,
  slug: string,
  methodology: Methodology,
  chosen: CriterionDefinition | null,
): Html {
  const words = l.messages.summary;
  return choiceForm({
    action: `${urls.editionSummary(slug)}#ministries`,
    submit: words.show,
    fields: [
      {
        name: PARAMETERS.criterion,
        label: words.groupCriterion,
        value: chosen?.id ?? '',
        options: methodology.criteria.map(({ id, label }) => ({ value: id, label: label[l.locale] })),
      },
    ],
  });
}

type GroupTable = {
  groups: readonly NamedAggregate[];
  caption: string;
  /** What a group is, above their names. */
  head: string;
  definition: CriterionDefinition | null;
  aggregates: Aggregates;
  hrefOf?: ((name: string) => string) | undefined;
};

/** Columns of which nothing is known in the whole edition are left out: the page says so once. */
function groupTable(
  l: Localisation,
  { groups, caption, head, definition, aggregates, hrefOf }: GroupTable,
): Html {
  const { whole } = aggregates;
  const words = l.messages.summary;
  const columns = [...onlineColumns(l, whole), ...criterionColumns(l, whole, definition)];
  const drawn = table(l, {
    caption,
    captionHidden: true,
    cards: true,
    columns: [
      { label: head },
      { label: l.messages.shell.procedures, numeric: true },
      ...columns.map(({ label }): Column => ({ label })),
    ],
    rows: groups
      .toSorted(byName)
      .map((group) => [
        nameCell(words.unnamed, group.name, hrefOf),
        l.number(group.procedures),
        ...columns.map(({ cellOf }) => cellOf(group)),
      ]),
  });
  return groups.length > MOST_SHOWN ? disclosure(words.seeRows(groups.length), drawn) : drawn;
}

function nameCell(unnamed: string, name: string | null, hrefOf?: (name: string) => string): Html | string {
  if (name === null) return unnamed;
  return hrefOf === undefined
    ? html`<span lang="fr">${name}</span>`
    : html`<a href="${hrefOf(name)}" lang="fr">${name}</a>`;
}

type GroupColumn = { label: string; cellOf(group: NamedAggregate): Html | string };

function onlineColumns(l: Localisation, { online }: Aggregates['whole']): GroupColumn[] {
  const words = l.messages.summary;
  const columns: GroupColumn[] = [];
  if (online.by_number.denominator > 0) {
    columns.push({
      label: words.byNumberOf(words.onlineShort),
      cellOf: (group) => numberCell(l, group.online.by_number),
    });
  }
  if (online.by_volume.denominator > 0) {
    columns.push({
      label: words.byVolumeOf(words.onlineShort),
      cellOf: (group) => volumeCell(l, group.online.by_volume, group.procedures),
    });
  }
  return columns;
}

function criterionColumns(
  l: Localisation,
  whole: Aggregates['whole'],
  definition: CriterionDefinition | null,
): GroupColumn[] {
  if (definition === null) return [];
  const words = l.messages.summary;
  const total = whole.criteria[definition.id];
  const label = definition.shortLabel[l.locale];
  const columns: GroupColumn[] = [];
  const cells = (group: NamedAggregate) => {
    const aggregate = group.criteria[definition.id];
    return aggregate === undefined ? (['–', '–'] as const) : reachingCells(l, aggregate, group.procedures);
  };
  if (total?.reaching) {
    columns.push({ label: words.byNumberOf(words.reachingOf(label)), cellOf: (group) => cells(group)[0] });
    if (whole.volume.procedures > 0) {
      columns.push({ label: words.byVolumeOf(words.reachingOf(label)), cellOf: (group) => cells(group)[1] });
    }
  }
  if (total?.pooled) {
    columns.push({
      label: words.pooledOf(label),
      cellOf: (group) => pooledCell(l, definition, group.criteria[definition.id]?.pooled ?? null),
    });
  }
  return columns;
}
