import type { Indicator } from '../../observations/index.ts';
import {
  choiceForm,
  emptyState,
  type Html,
  html,
  linkLine,
  type PageContent,
  pageHead,
  progressBar,
  toldFigures,
} from '../design/index.ts';
import type { PageContext } from '../page-context.ts';
import { urlsIn } from '../urls.ts';
import { indicatorLink, restrictions, subjectLink, yearFigure } from '../usage-figures.ts';
import { USAGE_FAMILIES, USAGE_INDICATORS, type UsageFamily } from '../usage-indicators.ts';
import type { UsagesRead } from '../usage-pages.ts';
import { USAGE_PARAMETERS, type UsageView } from '../usage-query.ts';
import type { UsageRecord } from '../usage-record.ts';
import { periodName, wordTotal } from '../usage-words.ts';
import { SUBJECT_KINDS, type SubjectFigures, type UsageSum, type YearSum } from '../usage-year.ts';
import { countedSection } from './usage-counted.page.ts';

/** The year in figures: what was counted, procedures together, then each service. `shown` is null of an empty store. */
export function usagesPage(context: PageContext, record: UsageRecord, shown: UsagesRead | null): PageContent {
  const { l } = context;
  const words = l.messages.usages;
  const title = shown === null ? words.title : words.titleOf(shown.view.year);
  return {
    title,
    description: words.description,
    paths: { fr: urlsIn('fr').usages(), en: urlsIn('en').usages() },
    data: { formats: ['json', 'csv'], cite: { title } },
    structured: { '@type': 'CollectionPage', name: words.title, description: words.description },
    main: html`${pageHead({ title, ...(shown === null ? {} : { over: words.title }), lead: words.intro })}
${shown === null ? nothing(context) : year(context, shown)}
${familiesSection(context, record)}`,
  };
}

function nothing({ l, urls }: PageContext): Html {
  const words = l.messages.usages;
  return emptyState(words.none, words.noneRemedy, { href: urls.usageTemplate(), label: words.template });
}

function year(context: PageContext, { view, years, report, counted, coverage }: UsagesRead): Html {
  const { l, urls } = context;
  const words = l.messages.usages;
  const isFiltered = view.filter.words !== null || view.filter.indicator !== null;
  const isEmpty = report.sums.length === 0 && report.subjects.length === 0;
  const kinds = SUBJECT_KINDS.map((kind) => ({
    kind,
    subjects: report.subjects.filter(({ subject }) => subject.kind === kind),
  })).filter(({ subjects }) => subjects.length > 0);
  // Of a year before anything was counted, there is nothing to say.
  const hasCounted = counted !== null && !isFiltered && (counted.equipped > 0 || view.year === years[0]);
  return html`${yearForm(context, view, years)}
${linkLine(l.messages.editionPages.onThisPage, [
  ...(hasCounted ? [{ href: '#counted', label: words.counted.title }] : []),
  ...(report.sums.length === 0 ? [] : [{ href: '#together', label: words.sums.title }]),
  ...kinds.map(({ kind }) => ({ href: `#${kind}`, label: words.kinds[kind] })),
  { href: '#indicators', label: words.families.title },
  { href: urls.usageCoverage(), label: words.coverage.nav },
])}
<p class="note">${words.coverage.summary(l.number(coverage.late), l.number(coverage.told))} <a href="${urls.usageCoverage()}">${words.coverage.title}</a></p>
${isEmpty && !hasCounted ? emptyState(words.nothingFound, words.nothingFoundRemedy) : ''}
${hasCounted ? countedSection(context, counted) : ''}
${sumsSection(context, report.sums)}
${kinds.map(
  ({ kind, subjects }) =>
    html`<section aria-labelledby="${kind}"><h2 id="${kind}">${words.kinds[kind]}</h2>
${subjects.map((one) => subjectBlock(context, one))}</section>`,
)}`;
}

function yearForm(
  { l, urls }: PageContext,
  { year: chosen, compared, filter }: UsageView,
  years: readonly string[],
): Html {
  const words = l.messages.usages;
  const option = (value: string) => ({ value, label: value });
  const { words: q, indicator } = filter;
  return html`${choiceForm({
    action: urls.usages(),
    submit: words.show,
    label: words.year,
    fields: [
      { name: USAGE_PARAMETERS.year, label: words.year, value: chosen, options: years.map(option) },
      {
        name: USAGE_PARAMETERS.compared,
        label: words.compareWith,
        value: compared ?? '',
        options: [
          { value: '', label: words.noComparison },
          ...years.filter((one) => one !== chosen).map(option),
        ],
      },
      {
        name: USAGE_PARAMETERS.indicator,
        label: words.indicator,
        value: indicator ?? '',
        options: [
          { value: '', label: words.allIndicators },
          ...USAGE_INDICATORS.map(({ id, label }) => ({ value: id, label: label[l.locale] })),
        ],
      },
    ],
    search: { name: USAGE_PARAMETERS.words, label: words.subject, value: q ?? '' },
  })}`;
}

/** What procedures come to, each total with how many it is of. */
function sumsSection(context: PageContext, sums: readonly YearSum[]): Html | '' {
  if (sums.length === 0) return '';
  const { l } = context;
  const words = l.messages.usages.sums;
  return html`<section aria-labelledby="together"><h2 id="together">${words.title}</h2>
<p>${words.intro}</p>
<div class="usage-sums">${sums.map((sum) => sumBlock(context, sum))}</div></section>`;
}

/** One total, with what it is of and what it leaves out; or why there is none. */
export function sumBlock(
  context: PageContext,
  sum: UsageSum & Partial<Pick<YearSum, 'before' | 'alike'>>,
): Html {
  const { l } = context;
  const words = l.messages.usages;
  const { indicator, dimensions, total, why, told, among, aside, before = null, alike = null, period } = sum;
  const { told: text, words: short, exact } = wordTotal(l, indicator, total);
  const isTold = total !== null && total.value !== null;
  const sides =
    total === null || total.numerator === null || total.denominator === null
      ? []
      : [words.counted.ratio(l.number(total.numerator), l.number(total.denominator))];
  return html`<div>${toldFigures(l, [
    {
      label: indicatorLink(context, indicator.id),
      parts: restrictions(l, dimensions),
      told: isTold ? text : why === null ? l.messages.figures.unknown : words.sums.none,
      exact: exact === short ? null : exact,
      value: isTold ? total.value : null,
      change: alike === null ? null : alikeText(context, indicator, alike),
      notes: [
        ...sides,
        periodName(l, period),
        ...(before === null ? [] : sumBefore(context, before)),
        ...(why === null ? [] : [words.sums.notAdded(why[l.locale])]),
      ],
    },
  ])}
${progressBar(l, {
  label: total === null ? words.sums.told : words.sums.coverage,
  done: total === null ? told : total.k,
  total: among,
})}
${total === null || aside === 0 ? '' : html`<p class="note">${words.sums.aside(aside)}</p>`}</div>`;
}

/** A total of another year is told beside, with its own number of procedures: they are not the same ones. */
function sumBefore({ l }: PageContext, { indicator, total, among, period }: UsageSum): string[] {
  if (total === null || total.value === null) return [];
  const words = l.messages.usages;
  const over = words.sums.otherCoverage(l.number(total.k), l.number(among));
  return [`${words.against(periodName(l, period), wordTotal(l, indicator, total).words)}, ${over}`];
}

/** The change of the procedures that both totals have. */
function alikeText(
  { l }: PageContext,
  indicator: Indicator,
  { k, before, after }: NonNullable<YearSum['alike']>,
): string {
  const [one, other] = [before, after].map((total) => wordTotal(l, indicator, total).words);
  return l.messages.usages.sums.alike(k, one ?? '', other ?? '');
}

/** What one service told in the year; its source once, where it is the same of all. */
function subjectBlock(context: PageContext, { subject, figures }: SubjectFigures): Html {
  const { l } = context;
  const sources = [...new Set(figures.map(({ observation }) => observation.source))];
  return html`<article class="usage-subject"><h3>${subjectLink(context, subject)}</h3>
${toldFigures(
  l,
  figures.map((figure) => yearFigure(context, figure, sources.length > 1)),
)}
${sources.length === 1 ? html`<p class="note">${l.messages.usages.sourceIs('')}<span lang="fr">${sources[0]}</span></p>` : ''}</article>`;
}

/** Every indicator with how many services told it. */
function familiesSection(context: PageContext, record: UsageRecord): Html {
  const { l } = context;
  const words = l.messages.usages.families;
  const tellers = new Map(
    [...Map.groupBy(record.figures, ({ observation }) => observation.indicator)].map(([id, figures]) => [
      id,
      new Set(figures.map(({ subject }) => subject.subjectId)).size,
    ]),
  );
  const families = Object.entries(USAGE_FAMILIES) as [UsageFamily, readonly string[]][];
  return html`<section aria-labelledby="indicators"><h2 id="indicators">${words.title}</h2>
<div class="usage-families">${families.map(
    ([family, ids]) =>
      html`<section aria-labelledby="family-${family}"><h3 id="family-${family}">${words[family]}</h3>
<ul>${ids.map((id) => {
        const count = tellers.get(id) ?? 0;
        return html`<li>${indicatorLink(context, id)} <span class="detail">${count === 0 ? words.untold : words.tellers(count)}</span></li>`;
      })}</ul></section>`,
  )}</div></section>`;
}
