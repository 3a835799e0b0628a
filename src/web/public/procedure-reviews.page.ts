import type { Procedure } from '../../catalogue/index.ts';
import { dayOf } from '../../core/clock.ts';
import { isOfImport, numberOfReviews } from '../../feedback/index.ts';
import {
  alert,
  emptyState,
  factLine,
  type Html,
  html,
  inFrench,
  linkLine,
  type PageContent,
  pageHead,
} from '../design/index.ts';
import { figureText } from '../figures.ts';
import type { PageContext } from '../page-context.ts';
import { definitionOf, REVIEW_METHODOLOGY, type ReviewReport } from '../review-report.ts';
import { urlsIn } from '../urls.ts';
import { owners } from './procedure-head.page.ts';
import { periodText, reviewFilters } from './review-filters.page.ts';
import { reviewSections } from './review-sections.page.ts';

/** What the users of a procedure say of it, who they are, and what is left out. */
export function procedureReviewsPage(
  context: PageContext,
  procedure: Procedure,
  report: ReviewReport,
): PageContent {
  const { l, urls } = context;
  const { reviews: words, shell } = l.messages;
  const { name } = procedure;
  const isEquipped = report.buttons.length > 0 || numberOfReviews(report.statistics.counts) > 0;
  const french = html`<span lang="fr">${name}</span>`;
  return {
    title: words.one.title(name),
    here: html`${words.nav}`,
    description: words.one.description(name),
    paths: {
      fr: urlsIn('fr').procedureReviews(procedure),
      en: urlsIn('en').procedureReviews(procedure),
    },
    breadcrumb: [
      { href: urls.procedures(), label: shell.procedures },
      { href: urls.procedure(procedure), label: l.locale === 'fr' ? name : french },
    ],
    indexed: isEquipped,
    data: { formats: ['json', 'csv'], cite: { title: words.one.title(name) } },
    main: html`${pageHead({
      title: inFrench(l, words.one.title(name), name),
      over: owners(context, procedure),
      ...(isEquipped ? { lead: leadOf(context, report) } : {}),
    })}
${isEquipped ? told(context, procedure, report) : untold(context, procedure)}`,
  };
}

function untold(context: PageContext, procedure: Procedure): Html {
  const { l, urls } = context;
  const words = l.messages.reviews.one;
  return emptyState(words.noButton, words.noButtonMeaning, {
    href: urls.procedure(procedure),
    label: words.noButtonElsewhere,
  });
}

function told(context: PageContext, procedure: Procedure, report: ReviewReport): Html {
  const { l, urls } = context;
  const { reviews: words } = l.messages;
  const address = urls.procedureReviews(procedure);
  const sections = reviewSections(context, report, 'procedure');
  const allClosed = report.buttons.length > 0 && report.buttons.every(({ closedAt }) => closedAt !== null);
  return html`${facts(context, procedure, report)}
${allClosed ? alert(l, 'info', words.one.allClosed) : ''}
${reviewFilters(context, address, report)}
${linkLine(
  l.messages.editionPages.onThisPage,
  sections.map(({ id, label }) => ({ href: `#${id}`, label })),
)}
${sections.map(({ body }) => body)}
<section aria-labelledby="give"><h2 id="give">${words.one.giveReview}</h2><p>${words.one.giveReviewText}</p></section>`;
}

/** The mark in one sentence, or how many reviews are missing for one. */
function leadOf({ l }: PageContext, { results, statistics, view }: ReviewReport): string {
  const words = l.messages.reviews.one;
  const count = numberOfReviews(statistics.counts);
  const period = periodText(l, view.period);
  if (count === 0) return words.leadNone(period);
  const definition = definitionOf('satisfaction');
  const { satisfaction } = results;
  if (satisfaction.value === null) return words.leadFew(count, definition.minimumN ?? 0, period);
  const value = figureText(l, definition, satisfaction);
  const level = l.messages.levels[satisfaction.level].toLocaleLowerCase(l.locale);
  return words.lead(value, level, count, period);
}

function facts({ l, urls }: PageContext, procedure: Procedure, { buttons }: ReviewReport): Html {
  const words = l.messages.reviews.one;
  const own = buttons.filter((button) => !isOfImport(button));
  const open = own.filter(({ closedAt }) => closedAt === null).length;
  const [first] = own.map(({ createdAt }) => createdAt).toSorted((a, b) => a.getTime() - b.getTime());
  return factLine([
    html`<a href="${urls.procedure(procedure)}">${words.back}</a>`,
    ...(first === undefined ? [] : [words.since(l.day(dayOf(first)))]),
    words.buttons(open, own.length),
    html`<a href="${urls.methodology(REVIEW_METHODOLOGY.id)}">${words.method(REVIEW_METHODOLOGY.label[l.locale])}</a>`,
    words.live,
  ]);
}
