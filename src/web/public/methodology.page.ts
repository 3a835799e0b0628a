import { type CriterionDefinition, METHODOLOGIES, type Methodology } from '../../criteria/index.ts';
import {
  definitionList,
  factLine,
  type Html,
  html,
  levelBadge,
  type PageContent,
  pageHead,
} from '../design/index.ts';
import type { PageContext } from '../page-context.ts';
import { urlsIn } from '../urls.ts';

/** Every methodology, the newest first. */
export function methodologiesPage({ l, urls }: PageContext): PageContent {
  const words = l.messages.methodology;
  return {
    title: words.title,
    description: words.intro,
    paths: { fr: urlsIn('fr').methodologies(), en: urlsIn('en').methodologies() },
    data: { formats: ['json', 'csv'], cite: { title: words.title } },
    main: html`${pageHead({ title: words.title, lead: words.intro })}
<ul class="entries">${METHODOLOGIES.map(
      (one) => html`<li><h2><a href="${urls.methodology(one.id)}">${one.label[l.locale]}</a></h2>
<p>${one.summary[l.locale]}</p>${factLine([one.period[l.locale], words.criteria(one.criteria.length), words.minimum(one.minimumN)])}</li>`,
    )}</ul>`,
  };
}

/** One methodology, wholly from its data. */
export function methodologyPage(context: PageContext, methodology: Methodology): PageContent {
  const { l, urls } = context;
  const words = l.messages.methodology;
  const { locale } = l;
  return {
    title: words.version(methodology.label[locale]),
    description: methodology.summary[locale],
    paths: { fr: urlsIn('fr').methodology(methodology.id), en: urlsIn('en').methodology(methodology.id) },
    breadcrumb: [{ href: urls.methodologies(), label: words.title }],
    data: { formats: ['json', 'csv'], cite: { title: words.version(methodology.label[locale]) } },
    main: html`${pageHead({ title: words.version(methodology.label[locale]), lead: methodology.summary[locale] })}
${factLine([
  methodology.period[locale],
  words.criteria(methodology.criteria.length),
  words.minimum(methodology.minimumN),
  words.months(methodology.windowMonths),
])}
<nav class="contents" aria-label="${words.contents}"><ol>${methodology.criteria.map(
      (definition) => html`<li><a href="#${definition.id}">${definition.label[locale]}</a></li>`,
    )}</ol></nav>
${methodology.criteria.map((definition) => criterionSection(context, definition))}
<section aria-labelledby="online-rate"><h2 id="online-rate">${words.onlineRate}</h2><p>${methodology.onlineRateFormula[locale]}</p></section>
${changesSection(context, methodology)}`,
  };
}

function criterionSection({ l }: PageContext, definition: CriterionDefinition): Html {
  const words = l.messages.methodology;
  const { locale } = l;
  const entry = (term: string, description: Html | string | null) =>
    description === null ? [] : [{ term, description }];
  return html`<section class="criterion-method" id="${definition.id}" aria-labelledby="${definition.id}-title">
<h2 id="${definition.id}-title">${definition.label[locale]} <code>${definition.id}</code></h2>
<p>${definition.measures[locale]}</p>
${definitionList([
  ...entry(words.source, definition.computedFrom[locale]),
  ...entry(words.formula, definition.formula[locale]),
  ...entry(words.unit, words.units[definition.unit]),
  ...entry(
    words.window,
    definition.windowMonths === null ? words.atDate : words.months(definition.windowMonths),
  ),
  ...entry(
    words.minimumN,
    definition.minimumN === null ? words.noMinimum : l.messages.units.answers(definition.minimumN),
  ),
  ...entry(words.thresholds, definition.legend.length === 0 ? words.noThreshold : legend(l, definition)),
  ...entry(words.objective, definition.objective?.[locale] ?? null),
  ...entry(
    words.limits,
    definition.knownLimits.length === 0 ? null : list(definition.knownLimits.map((one) => one[locale])),
  ),
])}</section>`;
}

function legend(l: PageContext['l'], { legend }: CriterionDefinition): Html {
  return html`<ul class="thresholds">${legend.map(
    ({ level, words }) => html`<li>${levelBadge(l, level)} ${words[l.locale]}</li>`,
  )}</ul>`;
}

function list(items: readonly string[]): Html {
  return html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

function changesSection({ l, urls }: PageContext, { changes, predecessor }: Methodology): Html {
  const words = l.messages.methodology;
  const before = METHODOLOGIES.find(({ id }) => id === predecessor);
  return html`<section aria-labelledby="changes"><h2 id="changes">${words.changes}</h2>
${before === undefined ? html`<p>${words.first}</p>` : html`<p><a href="${urls.methodology(before.id)}">${words.version(before.label[l.locale])}</a></p>`}
${changes.length === 0 ? '' : list(changes.map((change) => change[l.locale]))}</section>`;
}
