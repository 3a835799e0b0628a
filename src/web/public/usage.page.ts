import { CRITERIA } from '../../criteria/index.ts';
import {
  AXES,
  type Indicator,
  type RecordedObservation,
  whyNotAdded,
  wordsOfSide,
} from '../../observations/index.ts';
import {
  emptyState,
  factLine,
  type Html,
  html,
  linkLine,
  type PageContent,
  pageHead,
  progressBar,
  table,
} from '../design/index.ts';
import { linkedText } from '../linked-text.ts';
import type { PageContext } from '../page-context.ts';
import { urlsIn, withQuery } from '../urls.ts';
import { figureNotes, figureTexts, restrictions, subjectLink } from '../usage-figures.ts';
import type { IndicatorReport } from '../usage-indicator-report.ts';
import type { UsageSubject } from '../usage-record.ts';
import { periodName } from '../usage-words.ts';
import { chartsSection, devicesSection, togetherSection } from './usage-charts.page.ts';
import { countedSection, countedTable } from './usage-counted.page.ts';

/** One indicator: what it is, what may be done with it, and every value of it. */
export function usagePage(
  context: PageContext,
  report: IndicatorReport,
  subjects: ReadonlyMap<number, UsageSubject>,
): PageContent {
  const { l, urls } = context;
  const words = l.messages.usages;
  const { indicator, tellers, counted } = report;
  const title = indicator.label[l.locale];
  const template = withQuery(urls.usageTemplate(), { indicateurs: indicator.id });
  const hasCounted = counted !== null && counted.totals.length > 0;
  return {
    title,
    description: words.one.description(title),
    paths: { fr: urlsIn('fr').usage(indicator.id), en: urlsIn('en').usage(indicator.id) },
    breadcrumb: [{ href: urls.usages(), label: words.nav }],
    data: { formats: ['json', 'csv'], cite: { title } },
    main: html`${pageHead({ title, over: words.one.over, lead: indicator.definition[l.locale] })}
${factLine([
  words.one.told(tellers),
  words.one.kinds[indicator.periodKind],
  indicator.expectedAgeDays === null
    ? words.one.notAwaited
    : words.one.awaited(l.number(indicator.expectedAgeDays)),
])}
${linkLine(words.indicator, [
  { href: urls.usages(), label: words.families.title },
  { href: template, label: words.template },
  ...(CRITERIA.some((id) => id === indicator.id)
    ? [{ href: urls.criterion(indicator.id), label: words.one.criterion }]
    : []),
  ...(['share', 'sample_size', 'rank', 'user_share'].includes(indicator.id)
    ? [{ href: urls.surveys(), label: words.one.survey }]
    : []),
])}
${
  report.procedures === null
    ? ''
    : progressBar(l, {
        label: words.one.toldOfProcedures,
        done: report.procedures.told,
        total: report.procedures.among,
      })
}
${
  tellers === 0 && report.series.length === 0 && !hasCounted
    ? emptyState(words.one.empty, linkedText(context, words.one.emptyRemedy), {
        href: template,
        label: words.template,
      })
    : ''
}
${togetherSection(context, report)}
${hasCounted ? html`${countedSection(context, counted)}${countedTable(context, counted, (id) => subjects.get(id)?.procedure)}` : ''}
${devicesSection(context, report)}
${chartsSection(context, report)}
${valuesSection(context, report)}
${readingSection(context, indicator)}
${sourcesSection(context, report)}`,
  };
}

/** What may be added up, what may not, and why; and the two numbers of a quotient. */
function readingSection({ l }: PageContext, indicator: Indicator): Html {
  const words = l.messages.usages.one;
  const { ratio } = indicator;
  return html`<section aria-labelledby="reading"><h2 id="reading">${words.reading}</h2>
${ratio === null ? '' : html`<p>${words.ratio(lower(l.locale, wordsOfSide(ratio.numerator)[l.locale]), lower(l.locale, wordsOfSide(ratio.denominator)[l.locale]))}</p>`}
${table(l, {
  caption: words.reading,
  captionHidden: true,
  cards: true,
  columns: [{ label: words.adds }, { label: words.possible }, { label: words.why }],
  rows: AXES.map((axis) => {
    const why = whyNotAdded(indicator, axis);
    const may = indicator.nature === 'rate' ? words.ratioAdds : words.may;
    return [
      words.axes[axis],
      why === null ? may : words.mayNot,
      why === null ? words.sumsSaidWith : why[l.locale],
    ];
  }),
})}</section>`;
}

function lower(locale: string, text: string): string {
  return text.slice(0, 1).toLocaleLowerCase(locale) + text.slice(1);
}

/** Every value of those who are told one by one, the latest first. */
function valuesSection(context: PageContext, { series }: IndicatorReport): Html | '' {
  if (series.length === 0) return '';
  const { l } = context;
  const words = l.messages.usages.one;
  const hasParts = series.some(({ dimensions }) => Object.keys(dimensions).length > 0);
  return html`<section aria-labelledby="values"><h2 id="values">${words.values}</h2>
${table(l, {
  caption: words.values,
  captionHidden: true,
  cards: true,
  columns: [
    { label: l.messages.usages.coverage.service },
    { label: l.messages.figures.period },
    ...(hasParts ? [{ label: words.restriction }] : []),
    { label: words.value },
    { label: words.exact },
    { label: words.population },
  ],
  rows: series.flatMap(({ subject, observations }) =>
    observations.toReversed().map((one) => valueRow(context, subject, one, hasParts)),
  ),
})}</section>`;
}

function valueRow(
  context: PageContext,
  subject: UsageSubject,
  one: RecordedObservation,
  hasParts: boolean,
): (Html | string)[] {
  const { l } = context;
  const words = l.messages.usages.one;
  const { told, words: short, exact } = figureTexts(l, one);
  const parts = restrictions(l, one.dimensions);
  const notes = figureNotes(l, one);
  return [
    subjectLink(context, subject),
    periodName(l, one),
    ...(hasParts ? [parts.length === 0 ? words.whole : joined(parts)] : []),
    one.value === null
      ? html`<span class="absent">${told}</span>`
      : html`<data value="${one.value}"${exact === null ? '' : html` title="${l.messages.usages.exactly(exact)}"`}>${told}</data>`,
    exact ?? (one.value === null ? '–' : short),
    notes.length === 0 ? '–' : joined(notes),
  ];
}

function joined(parts: readonly (Html | string)[]): Html {
  return html`${parts.map((part, at) => html`${at === 0 ? '' : html`<br>`}${part}`)}`;
}

function sourcesSection({ l }: PageContext, { sources }: IndicatorReport): Html | '' {
  if (sources.length === 0) return '';
  const words = l.messages.usages.one;
  return html`<section aria-labelledby="sources"><h2 id="sources">${words.sources}</h2>
<ul lang="fr">${sources.map((source) => html`<li>${source}</li>`)}</ul></section>`;
}
