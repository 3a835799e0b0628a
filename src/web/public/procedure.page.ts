import { AUDIENCES, LIFE_EVENTS, type Procedure, type ProcedureHistory } from '../../catalogue/index.ts';
import { type CriterionDefinition, getMethodology } from '../../criteria/index.ts';
import type { PublishedProcedure, ResultInEdition } from '../../editions/index.ts';
import {
  definitionList,
  disclosure,
  emptyState,
  externalLink,
  factLine,
  figure,
  type Html,
  html,
  type PageContent,
  pageHead,
  table,
} from '../design/index.ts';
import { intervalText, marksOf, periodText, reasonText, sourceText, toFigure } from '../figures.ts';
import type { PageContext } from '../page-context.ts';
import { urlsIn } from '../urls.ts';
import { historySection } from './procedure-history.page.ts';

/** What the page of a procedure shows: who it is, its latest figures and why, its history. */
export type ProcedureView = {
  readonly history: ProcedureHistory;
  /** What the latest edition it is in says of it; null when it is in none. */
  readonly entry: PublishedProcedure | null;
  /** Every result in every edition, the latest edition first. */
  readonly results: readonly ResultInEdition[];
};

/** A procedure: each figure of its latest edition with the reasons for it, then its figures and names through time. */
export function procedurePage(context: PageContext, { history, entry, results }: ProcedureView): PageContent {
  const { l, urls } = context;
  const { current } = history;
  const words = l.messages.procedure;
  const latest = results.filter(({ edition }) => edition === results[0]?.edition);
  return {
    title: current.name,
    description: words.description(
      current.name,
      current.organisation?.name ?? current.ministry?.name ?? null,
    ),
    paths: { fr: urlsIn('fr').procedure(current), en: urlsIn('en').procedure(current) },
    breadcrumb: [{ href: urls.procedures(), label: l.messages.shell.procedures }],
    main: html`${pageHead({ title: current.name, over: ownersText(current), lang: 'fr', lead: addressOf(context, current) })}
${identity(context, current)}
${latest.length === 0 ? emptyState(words.notInEdition) : latestResults(context, latest, entry)}
${historySection(context, results)}
${namesSection(context, history)}`,
  };
}

function ownersText({ organisation, ministry }: Procedure): string {
  return [organisation?.acronym ?? organisation?.name, ministry?.name]
    .filter((name) => name != null)
    .join(' · ');
}

function addressOf({ l }: PageContext, { publishedUrl, url }: Procedure): Html | string {
  const words = l.messages.procedure;
  if (url !== null) return externalLink(url, words.goToProcedure);
  return publishedUrl === null ? words.noUrl : words.unusableUrl(publishedUrl);
}

function identity({ l }: PageContext, current: Procedure): Html {
  const words = l.messages.catalogue;
  const named = (terms: readonly { fr: string; en: string }[]) => l.list(terms.map((term) => term[l.locale]));
  return factLine([
    words.kinds[current.kind],
    ...(current.audiences.length === 0 ? [] : [named(current.audiences.map((code) => AUDIENCES[code]))]),
    ...(current.lifeEvents.length === 0 ? [] : [named(current.lifeEvents.map((code) => LIFE_EVENTS[code]))]),
    ...(current.onlineOnlySince === null ? [] : [words.onlineOnlySince(l.day(current.onlineOnlySince))]),
    ...(current.plannedOpeningOn === null ? [] : [words.plannedOpening(l.day(current.plannedOpeningOn))]),
    words.publicId(current.publicId),
  ]);
}

function latestResults(
  context: PageContext,
  latest: readonly ResultInEdition[],
  entry: PublishedProcedure | null,
): Html {
  const { l, urls } = context;
  const [first] = latest;
  if (first === undefined) return html``;
  const methodology = getMethodology(first.methodology);
  const words = l.messages.procedure;
  return html`<section aria-labelledby="latest"><h2 id="latest">${words.latestResults(first.label)}</h2>
<p>${words.fromEdition(l.day(first.cutoffOn))} <a href="${urls.edition(first.edition)}">${l.messages.edition.title(first.label)}</a></p>
${entry === null ? '' : volumes(context, entry)}
<div class="criteria">${methodology.criteria.map((definition) => {
    const found = latest.find(({ criterion }) => criterion === definition.id);
    return found === undefined ? '' : criterionCard(context, definition, found);
  })}</div></section>`;
}

/** How much the procedure is used over a year, as the edition tells it. */
function volumes({ l }: PageContext, { volume_total, volume_online }: PublishedProcedure): Html | '' {
  const words = l.messages.edition;
  const facts = [
    ...(volume_total === null ? [] : [words.volumeTotal(l.number(volume_total))]),
    ...(volume_online === null ? [] : [words.volumeOnline(l.number(volume_online))]),
  ];
  return facts.length === 0 ? '' : factLine(facts);
}

function criterionCard(context: PageContext, definition: CriterionDefinition, found: ResultInEdition): Html {
  const { l } = context;
  const { result } = found;
  return html`<article class="criterion" id="${definition.id}" aria-labelledby="${definition.id}-title">
<h3 id="${definition.id}-title">${definition.label[l.locale]}</h3>
${figure(l, toFigure(l, definition, result))}
${marksOf(l, result).map(({ short, meaning }) => html`<p class="why-absent"><strong class="mark">${short}</strong>${l.messages.shell.colon} ${meaning}</p>`)}
${result.reason === null || result.reason === 'n_unknown' ? '' : html`<p class="why-absent">${reasonText(l, result.reason)}</p>`}
${disclosure(html`${l.messages.procedure.whyThisFigure}<span class="visually-hidden"> ${definition.label[l.locale]}</span>`, whyThisFigure(context, definition, found))}
</article>`;
}

function whyThisFigure(
  { l, urls }: PageContext,
  definition: CriterionDefinition,
  found: ResultInEdition,
): Html {
  const { result } = found;
  const { procedure: words, statuses, origins, levels } = l.messages;
  const status = statuses[result.status];
  const origin = origins[result.origin];
  const interval = intervalText(l, definition, result);
  const reason = reasonText(l, result.reason);
  const entry = (term: string, description: Html | string | null) =>
    description === null ? [] : [{ term, description }];
  return html`<p>${definition.measures[l.locale]}</p>
${definitionList([
  ...entry(words.status, `${status.label}. ${status.meaning}`),
  ...entry(words.reason, reason),
  ...entry(
    words.source,
    html`<span lang="fr">${sourceText(l, result.source)}</span> (${origin.label.toLocaleLowerCase(l.locale)})`,
  ),
  ...entry(words.period, periodText(l, result)),
  ...entry(words.rawValue, typeof result.value === 'number' ? l.number(String(result.value)) : null),
  ...entry(
    words.sourcePrecision,
    result.source_precision === null ? null : l.number(String(result.source_precision)),
  ),
  ...entry(words.sampleSize, result.n === null ? null : l.number(result.n)),
  ...entry(words.interval, interval && `[${interval[0]} – ${interval[1]}]`),
  ...entry(words.statedLevel, result.stated_level && levels[result.stated_level]),
  ...entry(words.formula, definition.formula[l.locale]),
  ...entry(words.threshold, legendOf(l, definition)),
])}
<p><a href="${urls.methodology(found.methodology)}#${definition.id}">${words.seeMethodology}</a></p>`;
}

function legendOf(l: PageContext['l'], definition: CriterionDefinition): Html | null {
  if (definition.legend.length === 0) return null;
  return html`<ul class="plain">${definition.legend.map(
    ({ level, words }) =>
      html`<li><strong>${l.messages.levels[level]}</strong>${l.messages.shell.colon} ${words[l.locale]}</li>`,
  )}</ul>`;
}

function namesSection({ l }: PageContext, { versions, foreignIds }: ProcedureHistory): Html {
  const words = l.messages.procedure;
  return html`<section aria-labelledby="through-time"><h2 id="through-time">${words.throughTime}</h2>
${table(l, {
  caption: words.throughTime,
  captionHidden: true,
  columns: [words.knownSince, words.name, words.owner, words.address].map((label) => ({ label })),
  rows: versions.map((version) => [
    l.day(version.validFrom, 'short'),
    html`<span lang="fr">${version.name}</span>`,
    html`<span class="ministry" lang="fr">${ownersText(version) || '–'}</span>`,
    html`<span class="address">${version.publishedUrl?.trim() || '–'}</span>`,
  ]),
})}
${foreignIds.length === 0 ? '' : html`<p class="note">${words.foreignIds(l.list(foreignIds.map(({ scheme, value }) => `${scheme} ${value}`)))}</p>`}</section>`;
}
