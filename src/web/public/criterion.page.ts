import type { CriterionDefinition } from '../../criteria/index.ts';
import {
  type Aggregates,
  type CriterionView,
  countResults,
  findAggregates,
  type PublishedEdition,
} from '../../editions/index.ts';
import {
  alert,
  definitionList,
  factLine,
  type Html,
  html,
  inFrench,
  linkLine,
  type PageContent,
  pageHead,
  table,
} from '../design/index.ts';
import { byName } from '../names.ts';
import type { PageContext } from '../page-context.ts';
import { urlsIn } from '../urls.ts';
import { distributionSection } from './criterion-distribution.page.ts';
import { bestSection, laggardsSection } from './criterion-ranking.page.ts';
import { onlineChart, pooledChart, reachingChart } from './series-chart.page.ts';
import { numberCell, pooledCell } from './summary-cells.page.ts';

/**
 * A criterion: its question, how it is measured, how procedures spread, who does best, who lags, and how it evolves.
 *
 * @param ministrySlugs the pages of ministries, by the name that the edition gives them
 */
export function criterionPage(
  context: PageContext,
  view: CriterionView,
  ministrySlugs: ReadonlyMap<string, string>,
): PageContent {
  const { l, urls } = context;
  const { definition, published } = view;
  const words = l.messages.criterionPages;
  const label = definition.label[l.locale];
  return {
    title: label,
    description: words.description(label),
    paths: { fr: urlsIn('fr').criterion(definition.id), en: urlsIn('en').criterion(definition.id) },
    breadcrumb: [{ href: urls.criteria(), label: words.title }],
    data: {
      formats: ['json', 'csv'],
      whole: true,
      cite: { title: label, ...(published === null ? {} : { edition: published.edition }) },
    },
    main: html`${pageHead({ title: label, over: words.one, lead: words.questions[definition.id] })}
${published === null ? untold(context, view) : told(context, view, published, ministrySlugs)}`,
  };
}

function untold(context: PageContext, view: CriterionView): Html {
  const words = context.l.messages.criterionPages;
  return html`${alert(context.l, 'info', words.neverToldMeaning, words.neverTold)}
${measuredSection(context, view)}`;
}

function told(
  context: PageContext,
  view: CriterionView,
  published: PublishedEdition,
  ministrySlugs: ReadonlyMap<string, string>,
): Html {
  const { l } = context;
  const { definition, series } = view;
  const words = l.messages.criterionPages;
  const evolution = evolutionOf(context, view);
  const aggregates = findAggregates(published);
  const whole = aggregates?.whole;
  const isKnown = whole !== undefined && countResults({ aggregate: whole }, definition.id) > 0;
  const sections: (readonly [id: string, label: string, body: Html | ''])[] = [
    ['distribution', words.distribution, isKnown ? distributionSection(context, definition, published) : ''],
    ['best', words.best, bestSection(context, definition, published)],
    ['laggards', words.laggards, isKnown ? laggardsSection(context, definition, published) : ''],
    [
      'evolution',
      words.evolution,
      series.length === 0 ? '' : (evolution ?? html`<p>${words.noEvolution}</p>`),
    ],
    [
      'ministries',
      words.byMinistry,
      isKnown && aggregates ? ministriesTable(context, definition, aggregates, ministrySlugs) : '',
    ],
    ['measured', words.measured, measuredList(context, view)],
  ];
  const shown = sections.filter(([, , body]) => body !== '');
  return html`${factsOf(context, published, whole === undefined ? 0 : countResults({ aggregate: whole }, definition.id))}
${view.later === null ? '' : alert(l, 'info', inFrench(l, words.absentNowMeaning(view.later.label, published.edition.label), view.later.label, published.edition.label), words.absentNow)}
${linkLine(
  l.messages.editionPages.onThisPage,
  shown.map(([id, label]) => ({ href: `#${id}`, label })),
)}
${shown.map(([id, title, body]) => html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${body}</section>`)}`;
}

function factsOf({ l, urls }: PageContext, { edition, procedures }: PublishedEdition, known: number): Html {
  const words = l.messages.criterionPages;
  return factLine([
    html`<a href="${urls.edition(edition.slug)}">${inFrench(l, words.edition(edition.label), edition.label)}</a>`,
    words.results(known, procedures.length),
    l.messages.edition.cutoffOn(l.day(edition.cutoff_on)),
  ]);
}

function measuredSection(context: PageContext, view: CriterionView): Html {
  return html`<section aria-labelledby="measured"><h2 id="measured">${context.l.messages.criterionPages.measured}</h2>
${measuredList(context, view)}</section>`;
}

/** What the methodology says of the criterion, in short. */
function measuredList({ l, urls }: PageContext, { definition, methodology }: CriterionView): Html {
  const { methodology: terms, criterionPages: words, levels, shell } = l.messages;
  const { objective, minimumN } = definition;
  return html`<p>${definition.measures[l.locale]}</p>
${definitionList([
  { term: words.source, description: definition.computedFrom[l.locale] },
  { term: terms.formula, description: definition.formula[l.locale] },
  ...(objective === null ? [] : [{ term: terms.objective, description: objective[l.locale] }]),
  {
    term: words.levels,
    description: html`<ul class="plain">${definition.legend.map(
      (line) => html`<li><strong>${levels[line.level]}</strong>${shell.colon} ${line.words[l.locale]}</li>`,
    )}</ul>`,
  },
  ...(minimumN === null ? [] : [{ term: terms.minimumN, description: l.number(minimumN) }]),
])}
<p><a href="${urls.methodology(methodology.id)}#${definition.id}">${words.seeMethod(methodology.label[l.locale])}</a></p>`;
}

/** The charts that two editions at least have values for; null without any. */
function evolutionOf(context: PageContext, { definition, series }: CriterionView): Html | null {
  const charts = [
    definition.id === 'online' ? onlineChart(context, series) : reachingChart(context, definition.id, series),
    pooledChart(context, definition.id, series),
  ].filter((chart) => chart !== '');
  return charts.length === 0
    ? null
    : html`<p>${context.l.messages.criterionPages.evolutionNote}</p>${charts}`;
}

function ministriesTable(
  { l, urls }: PageContext,
  definition: CriterionDefinition,
  { whole, ministries }: Aggregates,
  slugs: ReadonlyMap<string, string>,
): Html {
  const words = l.messages.criterionPages;
  const hasPooled = whole.criteria[definition.id]?.pooled != null;
  const nameCell = (name: string | null) => {
    if (name === null) return l.messages.summary.unnamed;
    const slug = slugs.get(name);
    return slug === undefined
      ? html`<span lang="fr">${name}</span>`
      : html`<a href="${urls.organisation(slug)}" lang="fr">${name}</a>`;
  };
  return table(l, {
    caption: words.byMinistry,
    captionHidden: true,
    cards: true,
    columns: [
      { label: l.messages.edition.ministry },
      ...(definition.objective === null ? [] : [{ label: words.reachingLabel }]),
      ...(hasPooled
        ? [{ label: definition.sampling === 'none' ? words.pooledSumLabel : words.pooledLabel }]
        : []),
      { label: words.resultsColumn },
    ],
    rows: ministries.toSorted(byName).map((group) => {
      const aggregate = group.criteria[definition.id];
      const known = countResults({ aggregate: group }, definition.id);
      return [
        nameCell(group.name),
        ...(definition.objective === null
          ? []
          : [aggregate?.reaching ? numberCell(l, aggregate.reaching.by_number) : '–']),
        ...(hasPooled ? [pooledCell(l, definition, aggregate?.pooled ?? null)] : []),
        l.messages.figures.coverage(l.number(known), l.number(group.procedures)),
      ];
    }),
  });
}
