import type { Procedure } from '../../catalogue/index.ts';
import { figure, type Html, html } from '../design/index.ts';
import { toFigure } from '../figures.ts';
import type { PageContext } from '../page-context.ts';
import type { ReviewSummary } from '../procedure-reviews.ts';
import { definitionOf } from '../review-report.ts';
import { periodText } from './review-filters.page.ts';

/** The satisfaction of the year to yesterday, and the way to all that reviews say; nothing where there is no button. */
export function reviewsBlock(
  { l, urls }: PageContext,
  procedure: Procedure,
  reviews: ReviewSummary | null,
): Html | '' {
  if (reviews === null) return '';
  const { block: words, one } = l.messages.reviews;
  const { period, satisfaction, reviews: count, since } = reviews;
  return html`<section aria-labelledby="reviews"><h2 id="reviews">${words.title}</h2>
${count === 0 ? '' : figure(l, toFigure(l, definitionOf('satisfaction'), satisfaction))}
<p>${count === 0 ? words.none(periodText(l, period)) : words.text(count, periodText(l, period))}${since === null ? '' : ` ${one.since(l.day(since))}.`}</p>
<p><a href="${urls.procedureReviews(procedure)}">${words.all}</a></p></section>`;
}
