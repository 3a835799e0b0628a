import type { Organisation } from '../../catalogue/index.ts';
import type { CriterionId } from '../../criteria/index.ts';
import type { SeriesPoint } from '../../editions/index.ts';
import { type Html, html, inFrench, table } from '../design/index.ts';
import type { DescribedOrganisation } from '../organisation-figures.ts';
import type { PageContext } from '../page-context.ts';
import { onlineChart, pooledChart, reachingChart } from './series-chart.page.ts';

/** Criteria whose share at the objective is drawn. */
const DRAWN: readonly CriterionId[] = ['satisfaction', 'accessibility', 'availability'];

/** The figures of an organisation from edition to edition; `series` is the earliest first. */
export function organisationHistorySection(context: PageContext, series: readonly SeriesPoint[]): Html | '' {
  const [first] = series;
  if (first === undefined) return '';
  const words = context.l.messages.organisations.one;
  const charts = [
    onlineChart(context, series),
    pooledChart(context, 'satisfaction', series),
    ...DRAWN.map((criterion) => reachingChart(context, criterion, series)),
  ].filter((chart) => chart !== '');
  return html`<section aria-labelledby="history"><h2 id="history">${words.history}</h2>
<p>${inFrench(context.l, words.historyNote(first.label, series.length), first.label)}</p>
${charts.length === 0 ? html`<p>${words.historyShort}</p>` : html`<div class="organisation-charts">${charts.map((chart) => html`<div>${chart}</div>`)}</div>`}</section>`;
}

/** The names it bore and where it stood, the present first; nothing for one that never changed. */
export function namesSection({ l }: PageContext, { history, tree }: DescribedOrganisation): Html | '' {
  if (history.versions.length < 2) return '';
  const words = l.messages.organisations.one;
  const namesById = new Map(flatten(tree).map(({ subjectId, name }) => [subjectId, name]));
  return html`<section aria-labelledby="names"><h2 id="names">${words.names}</h2>
${table(l, {
  caption: words.names,
  captionHidden: true,
  cards: true,
  columns: [words.since, words.name, words.acronym, words.parents].map((label) => ({ label })),
  rows: history.versions.map(({ validFrom, name, acronym, parentId }) => [
    l.day(validFrom),
    html`<span lang="fr">${name}</span>`,
    acronym === null ? '–' : html`<span lang="fr">${acronym}</span>`,
    parentId === null ? '–' : html`<span lang="fr">${namesById.get(parentId) ?? '–'}</span>`,
  ]),
})}</section>`;
}

type Node = Organisation & { readonly children: readonly Node[] };

/** Every organisation of a tree, each before those below it. */
export function flatten(tree: readonly Node[]): Organisation[] {
  return tree.flatMap((node) => [node, ...flatten(node.children)]);
}
