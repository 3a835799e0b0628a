import type { Procedure } from '../../catalogue/index.ts';
import { dayOf } from '../../core/clock.ts';
import {
  emptyState,
  factLine,
  filters,
  type Html,
  html,
  inFrench,
  linkLine,
  type PageContent,
  pageHead,
  toldFigures,
} from '../design/index.ts';
import { linkedText } from '../linked-text.ts';
import type { PageContext } from '../page-context.ts';
import { urlsIn } from '../urls.ts';
import { figureNotes, figureTexts, indicatorLink, restrictions, sidesText } from '../usage-figures.ts';
import type { ProcedureUsage } from '../usage-of-procedure.ts';
import { UNTIL } from '../usage-query.ts';
import { periodName } from '../usage-words.ts';
import { owners } from './procedure-head.page.ts';
import { declaredCharts } from './usage-charts.page.ts';
import { visitsSections } from './usage-visits.page.ts';

/** How much a procedure is used: what was counted on its pages, then what its administration declares. */
export function usageOfProcedurePage(
  context: PageContext,
  procedure: Procedure,
  usage: ProcedureUsage,
  yesterday: string,
): PageContent {
  const { l, urls } = context;
  const { usages, shell } = l.messages;
  const words = usages.procedure;
  const { name } = procedure;
  const isKnown = usage.counted !== null || usage.declared.length > 0;
  const sections = [
    ...visitsSections(context, usage),
    { id: 'declared', label: words.declared, body: declaredSection(context, usage) },
    { id: 'method', label: words.method, body: usage.counted === null ? '' : methodSection(context) },
  ].filter(({ body }) => body !== '');
  return {
    title: words.title(name),
    here: html`${usages.nav}`,
    description: words.description(name),
    paths: { fr: urlsIn('fr').procedureUsage(procedure), en: urlsIn('en').procedureUsage(procedure) },
    breadcrumb: [
      { href: urls.procedures(), label: shell.procedures },
      {
        href: urls.procedure(procedure),
        label: l.locale === 'fr' ? name : html`<span lang="fr">${name}</span>`,
      },
    ],
    indexed: isKnown,
    data: { formats: ['json', 'csv'], cite: { title: words.title(name) } },
    main: html`${pageHead({ title: inFrench(l, words.title(name), name), over: owners(context, procedure) })}
${facts(context, procedure, usage)}
${usage.counted === null ? notCounted(context) : periodForm(context, procedure, usage, yesterday)}
${
  sections.length < 2
    ? ''
    : linkLine(
        l.messages.editionPages.onThisPage,
        sections.map(({ id, label }) => ({ href: `#${id}`, label })),
      )
}
${sections.map(({ body }) => body)}`,
  };
}

function facts({ l, urls }: PageContext, procedure: Procedure, { counted, period }: ProcedureUsage): Html {
  const words = l.messages.usages.procedure;
  const [first] = counted?.counters ?? [];
  return factLine([
    html`<a href="${urls.procedure(procedure)}">${words.back}</a>`,
    ...(counted === null ? [] : [words.measuredOver(l.day(period.from), l.day(period.to))]),
    ...(first === undefined ? [] : [words.since(l.day(dayOf(first.createdAt)))]),
  ]);
}

function notCounted(context: PageContext): Html {
  const words = context.l.messages.usages.procedure;
  return emptyState(words.notCounted, linkedText(context, words.notCountedRemedy));
}

/** The last day of the twelve months. */
function periodForm(
  { l, urls }: PageContext,
  procedure: Procedure,
  { period }: ProcedureUsage,
  yesterday: string,
): Html {
  const address = urls.procedureUsage(procedure);
  return filters(l, {
    action: address,
    fields: [
      {
        kind: 'day',
        name: UNTIL,
        label: l.messages.usages.procedure.until,
        value: period.to,
        max: yesterday,
      },
    ],
    active: [],
    clearHref: address,
  });
}

/** The last value of each declared figure, and the shape of those that have several. */
function declaredSection(context: PageContext, { declared, onlineShare }: ProcedureUsage): Html {
  const { l } = context;
  const words = l.messages.usages.procedure;
  const last = [
    ...(onlineShare === null ? [] : [onlineShare]),
    ...declared.flatMap(({ observations }) => observations.at(-1) ?? []),
  ];
  return html`<section aria-labelledby="declared"><h2 id="declared">${words.declared}</h2>
${
  last.length === 0
    ? html`<p>${words.noneDeclared}</p>`
    : html`${toldFigures(
        l,
        last.map((one) => {
          const { told, exact } = figureTexts(l, one);
          return {
            label: indicatorLink(context, one.indicator),
            parts: restrictions(l, one.dimensions),
            told,
            exact,
            value: one.value,
            notes: [
              ...figureNotes(l, one),
              ...sidesText(l, one),
              periodName(l, one),
              html`${l.messages.usages.sourceIs('')}<span lang="fr">${one.source}</span>`,
              l.messages.statuses[one.status].short,
            ],
          };
        }),
      )}
${declaredCharts(context, declared)}`
}</section>`;
}

function methodSection(context: PageContext): Html {
  const words = context.l.messages.usages.procedure;
  return html`<section aria-labelledby="method"><h2 id="method">${words.method}</h2>
${words.methodText.map((text) => html`<p>${text}</p>`)}</section>`;
}
