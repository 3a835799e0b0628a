import type { ProcedureHistory, ProcedureLinks } from '../../catalogue/index.ts';
import type { EntryInEdition, NoteInEdition, ResultInEdition } from '../../editions/index.ts';
import {
  alert,
  emptyState,
  type Html,
  html,
  type Link,
  linkLine,
  type PageContent,
} from '../design/index.ts';
import type { PageContext } from '../page-context.ts';
import type { ProbeSummary } from '../procedure-probes-summary.ts';
import type { ReviewSummary } from '../procedure-reviews.ts';
import { urlsIn } from '../urls.ts';
import type { ProcedureUsage } from '../usage-of-procedure.ts';
import { ifItFails } from './procedure-contact.page.ts';
import { procedureHead } from './procedure-head.page.ts';
import { historySection } from './procedure-history.page.ts';
import { divergenceSection, notesSection } from './procedure-notes.page.ts';
import { probesBlock } from './procedure-probes-block.page.ts';
import { latestResults } from './procedure-results.page.ts';
import { reviewsBlock } from './procedure-reviews-block.page.ts';
import { linksSection, stepsSection } from './procedure-steps.page.ts';
import { describeProcedure } from './procedure-structured.page.ts';
import { summaryOf } from './procedure-summary.page.ts';
import { namesSection } from './procedure-versions.page.ts';
import { volumesSection } from './procedure-volumes.page.ts';
import { procedureUsageBlock } from './usage-blocks.page.ts';

/** What the page of a procedure shows; editions are the latest first everywhere. */
export type ProcedureView = {
  readonly history: ProcedureHistory;
  /** Every edition it is in. */
  readonly entries: readonly EntryInEdition[];
  /** Every result in every edition. */
  readonly results: readonly ResultInEdition[];
  readonly notes: readonly NoteInEdition[];
  readonly links: ProcedureLinks;
  /** Null where no button collects reviews. */
  readonly reviews: ReviewSummary | null;
  readonly usage: ProcedureUsage;
  /** Null where no address is followed. */
  readonly probes: ProbeSummary | null;
};

/** A part of the page; absent when there is nothing to say. */
type Part = { readonly id: string; readonly label: string; readonly body: Html | '' };

/**
 * A procedure: whether it works in plain words and what to do if it does not, then each figure of its latest edition
 * with the reasons for it, then its figures and names through time.
 *
 * @param origin scheme, host and port of the site: what describes the page to machines is absolute
 */
export function procedurePage(context: PageContext, view: ProcedureView, origin: string): PageContent {
  const { l, urls } = context;
  const { history, entries, results, notes, links, reviews, usage, probes } = view;
  const { current } = history;
  const words = l.messages.procedure;
  const [latest] = entries;
  const shown = results.filter(({ edition }) => edition === latest?.edition);
  const summary = summaryOf(l, shown);
  const isPresent = ({ body }: Part) => body !== '';
  const help = { id: 'help', label: words.ifItFails, body: ifItFails(context, current) };
  const linked = [
    { id: 'steps', label: words.steps, body: stepsSection(context, current, links) },
    { id: 'related', label: words.related, body: linksSection(context, current, links) },
  ].filter(isPresent);
  const detailed = [
    { id: 'reviews', label: l.messages.reviews.block.title, body: reviewsBlock(context, current, reviews) },
    { id: 'usage', label: l.messages.usages.block.title, body: procedureUsageBlock(context, current, usage) },
    {
      id: 'probes',
      label: l.messages.procedureProbes.block.title,
      body: probesBlock(context, current, probes),
    },
    { id: 'latest', label: words.results, body: resultsPart(context, latest, shown) },
    { id: 'divergences', label: words.divergences, body: divergenceSection(context, results) },
    { id: 'notes', label: words.notes, body: notesSection(context, notes) },
    { id: 'history', label: words.history, body: historySection(context, entries, results) },
    { id: 'volumes', label: words.volumes, body: volumesSection(context, entries) },
    { id: 'through-time', label: words.throughTime, body: namesSection(context, history) },
  ].filter(isPresent);
  return {
    title: current.name,
    description: words.description(
      current.name,
      current.organisation?.name ?? current.ministry?.name ?? null,
      summary.join(' '),
    ),
    paths: { fr: urlsIn('fr').procedure(current), en: urlsIn('en').procedure(current) },
    breadcrumb: [{ href: urls.procedures(), label: l.messages.shell.procedures }],
    data: {
      formats: ['json', 'csv'],
      whole: true,
      cite: { title: current.name, ...(latest === undefined ? {} : { edition: latest }) },
    },
    structured: describeProcedure(context, current, links, origin),
    main: html`${procedureHead(context, current, { summary, latest })}
${linkLine(words.contents, [help, ...linked, ...detailed].map(toLink))}
<div class="practical"><div>${help.body}</div><div>${bodies(linked)}</div></div>
${bodies(detailed)}`,
  };
}

function bodies(parts: readonly Part[]): (Html | '')[] {
  return parts.map(({ body }) => body);
}

function toLink({ id, label }: Part): Link {
  return { href: `#${id}`, label };
}

function resultsPart(
  context: PageContext,
  latest: EntryInEdition | undefined,
  shown: readonly ResultInEdition[],
): Html {
  const { l } = context;
  const words = l.messages.procedure;
  if (latest === undefined)
    return html`<section aria-labelledby="latest"><h2 id="latest">${words.results}</h2>${emptyState(words.notInEdition, words.notInEditionMeaning)}</section>`;
  const outdated = latest.isLatest ? '' : alert(l, 'info', words.notInLatest);
  return latestResults(context, latest, shown, outdated);
}
