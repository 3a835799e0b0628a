import type { Organisation } from '../../catalogue/index.ts';
import { type CriterionDefinition, getMethodology } from '../../criteria/index.ts';
import type { Aggregate } from '../../editions/index.ts';
import {
  choiceForm,
  detailed,
  emptyState,
  type Html,
  html,
  inFrench,
  type PageContent,
  pageHead,
  table,
} from '../design/index.ts';
import type { Localisation } from '../i18n/index.ts';
import type { DescribedOrganisation, OrganisationList, ShownOrganisation } from '../organisation-figures.ts';
import { COMPARED, lastDayOf, MOST_COMPARED } from '../organisation-query.ts';
import type { PageContext } from '../page-context.ts';
import { urlsIn } from '../urls.ts';
import { flatten } from './organisation-history.page.ts';
import { numberCell, pooledCell, volumeCell } from './summary-cells.page.ts';

/** Two to six organisations side by side, after all procedures together; a form to choose them when none is named. */
export function organisationComparisonPage(
  context: PageContext,
  list: OrganisationList,
  compared: readonly ShownOrganisation[] | null,
): PageContent {
  const { l, urls } = context;
  const words = l.messages.organisations.comparison;
  const { latest } = list;
  const names = (compared ?? []).map(({ organisation }) => shortName(organisation));
  const title = compared === null ? words.title : words.titleOf(l.list(names));
  return {
    title,
    here: html`${inFrench(l, title, ...names)}`,
    description: words.description,
    paths: { fr: urlsIn('fr').organisationComparison(), en: urlsIn('en').organisationComparison() },
    wide: true,
    breadcrumb: [{ href: urls.organisations(), label: l.messages.organisations.list.title }],
    ...(compared === null || latest === null
      ? {}
      : { data: { formats: ['json', 'csv'] as const, cite: { title, edition: latest } } }),
    indexed: compared === null,
    main: html`${pageHead({ title: words.title, lead: compared === null ? words.choose : words.caution })}
${
  compared === null
    ? choosingForm(context, list)
    : html`${
        latest === null
          ? emptyState(words.noEdition)
          : html`<p>${inFrench(l, words.figuresOf(latest.label, l.day(latest.cutoff_on)), latest.label)}</p>${comparedTable(context, list, compared)}`
      }
${changingForm(context, list, compared)}`
}`,
  };
}

/** What stands at the head of a column: the acronym where there is one. */
function shortName({ acronym, name }: Organisation): string {
  return acronym ?? name;
}

type Option = { value: string; label: string; lang?: string };

function optionsOf(organisations: readonly Organisation[]): Option[] {
  return organisations
    .map((one) => ({ value: one.slug, label: one.name, lang: 'fr' }))
    .sort((one, other) => one.label.localeCompare(other.label, 'fr'));
}

function choosingForm({ l, urls }: PageContext, { rows }: OrganisationList): Html {
  const words = l.messages.organisations.comparison;
  const options = [
    { value: '', label: words.noChoice },
    ...optionsOf(rows.map(({ organisation }) => organisation)),
  ];
  const select = (id: string, label: string) =>
    html`<div class="filter choice-of"><label for="${id}">${label}</label>${selectOf(id, options)}</div>`;
  return html`<form class="filters" method="get" action="${urls.organisationComparison()}">${select('first', words.first)}${select('second', words.second)}<button type="submit">${l.messages.organisations.one.compare}</button></form>
<p><a href="${urls.organisations()}">${words.chooseFromList}</a></p>`;
}

function selectOf(id: string, options: readonly Option[]): Html {
  return html`<select id="${id}" name="${COMPARED}">${options.map(({ value, label, lang }) => html`<option value="${value}"${lang ? html` lang="${lang}"` : ''}>${label}</option>`)}</select>`;
}

/** Those compared, ticked, and one more to add. */
function changingForm(
  { l, urls }: PageContext,
  { rows }: OrganisationList,
  compared: readonly ShownOrganisation[],
): Html {
  const words = l.messages.organisations.comparison;
  const slugs = new Set(compared.map(({ organisation }) => organisation.slug));
  const others = rows.map(({ organisation }) => organisation).filter(({ slug }) => !slugs.has(slug));
  return html`<section aria-labelledby="change"><h2 id="change">${words.change}</h2>
<form class="organisation-choice" method="get" action="${urls.organisationComparison()}">
<fieldset><legend>${words.kept}</legend>${compared.map(
    ({ organisation }) =>
      html`<label class="tick"><input type="checkbox" name="${COMPARED}" value="${organisation.slug}" checked> <span lang="fr">${organisation.name}</span></label>`,
  )}</fieldset>
${
  compared.length >= MOST_COMPARED
    ? ''
    : html`<div class="filter choice-of"><label for="add">${words.add}</label>${selectOf('add', [{ value: '', label: words.nobody }, ...optionsOf(others)])}</div>`
}
<button type="submit">${words.update}</button></form></section>`;
}

/** On the page of an organisation: the same, with it and another one. */
export function otherOrganisationForm(
  { l, urls }: PageContext,
  { history: { current }, tree }: DescribedOrganisation,
): Html | '' {
  const words = l.messages.organisations.one;
  const options = optionsOf(flatten(tree).filter(({ subjectId }) => subjectId !== current.subjectId));
  const [first] = options;
  if (first === undefined) return '';
  return html`<section aria-labelledby="compare"><h2 id="compare">${words.compareWith}</h2>
${choiceForm({
  action: urls.organisationComparison(),
  submit: words.compare,
  kept: { [COMPARED]: current.slug },
  fields: [{ name: COMPARED, label: words.other, value: first.value, options }],
})}</section>`;
}

type Side = Pick<ShownOrganisation, 'followed' | 'figures'>;
type Row = {
  label: Html | string;
  cellOf(side: Side, aggregate: Aggregate): Html | string;
  always?: boolean;
};

function comparedTable(
  context: PageContext,
  list: OrganisationList,
  compared: readonly ShownOrganisation[],
): Html {
  const { l, urls } = context;
  const words = l.messages.organisations.comparison;
  const sides: Side[] = [list.whole, ...compared];
  return html`${table(l, {
    caption: words.caption,
    captionHidden: true,
    cards: true,
    columns: [
      { label: words.figure },
      { label: words.whole },
      ...compared.map(({ organisation }) => ({ label: shortName(organisation), lang: 'fr' })),
    ],
    rows: [
      ...rowsOf(context, list).map(({ label, cellOf, always }) => [
        label,
        ...sides.map((side) => {
          const { told, isCurrent } = side.figures;
          if (told === null || !isCurrent) return always ? cellOf(side, EMPTY) : absent(words.notInEdition);
          return cellOf(side, told.aggregate);
        }),
      ]),
    ],
  })}<ul class="names">${compared.map(
    ({ organisation }) =>
      html`<li><a href="${urls.organisation(organisation.slug)}" lang="fr">${organisation.name}</a></li>`,
  )}</ul>`;
}

const EMPTY: Aggregate = {
  procedures: 0,
  volume: { procedures: 0, total: 0 },
  online: {
    by_number: { numerator: 0, denominator: 0, value: null, procedures: 0 },
    by_volume: { numerator: 0, denominator: 0, value: null, procedures: 0 },
  },
  criteria: {},
};

function absent(text: string): Html {
  return html`<span class="absent">${text}</span>`;
}

function rowsOf({ l }: PageContext, { latest, whole }: OrganisationList): Row[] {
  if (latest === null) return [];
  const words = l.messages.organisations.comparison;
  const hasVolume = (whole.figures.told?.aggregate.volume.procedures ?? 0) > 0;
  const volumes: Row[] = [
    {
      label: words.volume,
      cellOf: (_, { volume, procedures }) =>
        detailed(
          l,
          volume.procedures === 0 ? null : l.number(volume.total),
          words.volumeKnown(volume.procedures, procedures),
        ),
    },
    {
      label: words.onlineByVolume,
      cellOf: (_, { online, procedures }) => volumeCell(l, online.by_volume, procedures),
    },
  ];
  return [
    { label: words.followed, always: true, cellOf: ({ followed }) => l.number(followed) },
    { label: words.inEdition, always: true, cellOf: (_, { procedures }) => l.number(procedures) },
    { label: words.lastFigures, always: true, cellOf: (side) => lastDay(l, side) },
    { label: words.onlineByNumber, cellOf: (_, { online }) => numberCell(l, online.by_number) },
    ...(hasVolume ? volumes : []),
    ...getMethodology(latest.methodology).criteria.flatMap((definition) =>
      criterionRows(l, definition, whole.figures.told?.aggregate),
    ),
  ];
}

function lastDay(l: Localisation, { figures }: Side): Html | string {
  const day = lastDayOf({ figures });
  return day === null ? absent(l.messages.organisations.list.noFigures) : l.day(day, 'short');
}

/** Of a criterion: the share at the objective, the value over all answers, or how many have a figure. */
function criterionRows(
  l: Localisation,
  definition: CriterionDefinition,
  whole: Aggregate | undefined,
): Row[] {
  const words = l.messages.organisations.comparison;
  const { id } = definition;
  const label = definition.label[l.locale];
  const all = whole?.criteria[id];
  const rows: Row[] = [];
  if ((all?.reaching?.by_number.denominator ?? 0) > 0) {
    rows.push({
      label: words.reaching(label),
      cellOf: (_, { criteria }) => {
        const share = criteria[id]?.reaching?.by_number;
        return share ? numberCell(l, share) : '–';
      },
    });
  }
  if (all?.pooled) {
    rows.push({
      label: definition.sampling === 'none' ? words.summed(label) : words.pooled(label),
      cellOf: (_, { criteria }) => pooledCell(l, definition, criteria[id]?.pooled ?? null),
    });
  }
  if (rows.length === 0 && all !== undefined && all.levels.none < (whole?.procedures ?? 0)) {
    rows.push({
      label: words.withoutObjective(label),
      cellOf: (_, { criteria, procedures }) => {
        const none = criteria[id]?.levels.none ?? procedures;
        return l.messages.figures.coverage(l.number(procedures - none), l.number(procedures));
      },
    });
  }
  return rows;
}
