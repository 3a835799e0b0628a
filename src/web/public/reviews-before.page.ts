/** The reviews of all procedures over a period, beside as many months before. */
import { type Html, html, table } from '../design/index.ts';
import type { Localisation } from '../i18n/index.ts';
import { FEWEST_REVIEWS, type NationalReviews, type ReviewGroup } from '../national-reviews.ts';
import { wholeMonths } from '../review-query.ts';
import { shareText } from '../shares.ts';
import { periodText } from './review-filters.page.ts';
import { satisfactionCell } from './reviews-tables.page.ts';

/** A column each; a sentence where there is nothing before. */
export function beforeSection(l: Localisation, { view, today, whole, before }: NationalReviews): Html {
  const words = l.messages.reviews.nation;
  const days = periodText(l, before.period);
  if (before.whole.equipped + before.whole.reviews === 0) return html`<p>${words.beforeNone(days)}</p>`;
  const groups = [whole, before.whole];
  const row = (label: string, cell: (group: ReviewGroup) => Html | string) => [label, ...groups.map(cell)];
  const { to } = view.period;
  const isInProgress = to === today && wholeMonths(view.period, '9999-12-31').to !== to;
  return html`<p>${words.beforeDays(periodText(l, view.period), days)}</p>
${table(l, {
  caption: words.beforeTitle,
  captionHidden: true,
  cards: true,
  columns: [{ label: words.figure }, { label: words.thisPeriod }, { label: words.periodBefore }],
  rows: [
    row(words.reviewsOfProcedures, ({ reviews }) => l.number(reviews)),
    row(words.equipped, ({ equipped, procedures }) =>
      l.messages.figures.coverage(l.number(equipped), l.number(procedures)),
    ),
    row(words.unratedColumn, ({ equipped, unrated }) =>
      l.messages.figures.coverage(l.number(unrated), l.number(equipped)),
    ),
    row(words.veryGood, (group) => veryGoodCell(l, group)),
    row(words.pooled, (group) => satisfactionCell(l, group)),
  ],
})}
<p class="note">${words.beforeNote} ${isInProgress ? words.inProgressNote : ''}</p>`;
}

function veryGoodCell(l: Localisation, group: ReviewGroup): Html | string {
  const share = shareText(l, group.veryGood.value);
  if (group.equipped === 0) return '–';
  return html`${share === null ? '' : html`<strong>${share}</strong> `}<small>${veryGoodDetail(l, group)}</small>`;
}

/** "12 sur 80 démarches équipées, de 9 à 15 selon les intervalles"; why there is no share where none has a mark. */
export function veryGoodDetail(l: Localisation, group: ReviewGroup): string {
  const words = l.messages.reviews.nation;
  const { equipped, veryGood, veryGoodRange } = group;
  if (equipped > 0 && veryGood.value === null) return words.noneRated(equipped, FEWEST_REVIEWS);
  const ratio = words.veryGoodRatio(l.number(veryGood.numerator), veryGood.denominator);
  const [least, most] = veryGoodRange.map((n) => l.number(n));
  return hasRange(group) ? `${ratio}, ${words.veryGoodRange(least ?? '', most ?? '')}` : ratio;
}

/** True where intervals leave a doubt on how many are very good. */
export function hasRange({ veryGoodRange: [least, most] }: ReviewGroup): boolean {
  return least !== most;
}
