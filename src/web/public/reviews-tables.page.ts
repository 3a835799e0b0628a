/** The reviews of the period, ministry by ministry, and those of the procedures that have the most. */
import { detailed, type Html, html, inlineFigure, levelBadge, table } from '../design/index.ts';
import { toFigure } from '../figures.ts';
import type { Localisation } from '../i18n/index.ts';
import type { NationalReviews, ReviewedProcedure, ReviewGroup } from '../national-reviews.ts';
import type { PageContext } from '../page-context.ts';
import { definitionOf } from '../review-report.ts';
import { shareText } from '../shares.ts';

/** Shares of fewer procedures are told by their two sides alone. */
const FEWEST_FOR_PERCENT = 10;

/** Each ministry that has a procedure. */
export function ministriesSection({ l, urls }: PageContext, { ministries }: NationalReviews): Html | '' {
  if (ministries.length === 0) return '';
  const words = l.messages.reviews.nation;
  return table(l, {
    caption: words.byMinistry,
    captionHidden: true,
    cards: true,
    columns: [
      { label: words.ministry },
      { label: words.equippedColumn, numeric: true },
      { label: words.reviewsColumn, numeric: true },
      { label: words.satisfactionColumn },
      { label: words.veryGoodColumn, numeric: true },
    ],
    rows: ministries.map(({ ministry, group }) => [
      ministry === null
        ? words.noMinistry
        : html`<a href="${urls.organisation(ministry.slug)}" lang="fr">${ministry.name}</a>`,
      ratioCell(l, group.equipped, group.procedures),
      l.number(group.reviews),
      satisfactionCell(l, group),
      ratioCell(l, group.veryGood.numerator, group.veryGood.denominator),
    ]),
  });
}

/** "12 sur 40", with the percentage where the whole is no handful. */
function ratioCell(l: Localisation, some: number, all: number): Html | string {
  if (all === 0) return '–';
  const ratio = l.messages.figures.coverage(l.number(some), l.number(all));
  return all < FEWEST_FOR_PERCENT ? ratio : detailed(l, ratio, shareText(l, some / all) ?? '');
}

/** The mark of several procedures together, with its interval and its n. */
export function satisfactionCell(
  l: Localisation,
  { reviews, satisfaction }: Pick<ReviewGroup, 'reviews' | 'satisfaction'>,
): Html | string {
  return reviews === 0 ? '–' : inlineFigure(l, toFigure(l, definitionOf('satisfaction'), satisfaction));
}

const MOST_SHOWN = 30;

/** The procedures with the most reviews, each with its page; the file gives them all. */
export function reviewedSection({ l, urls }: PageContext, { procedures }: NationalReviews): Html | '' {
  if (procedures.length === 0) return '';
  const words = l.messages.reviews.nation;
  const shown = procedures.slice(0, MOST_SHOWN);
  return html`${table(l, {
    caption: words.byProcedure,
    captionHidden: true,
    cards: true,
    columns: [
      { label: words.procedure },
      { label: words.ministry },
      { label: words.reviewsColumn, numeric: true },
      { label: words.satisfactionColumn },
    ],
    rows: shown.map((one) => [
      html`<a href="${urls.procedureReviews(one.procedure)}" lang="fr">${one.procedure.name}</a>`,
      one.procedure.ministry === null
        ? words.noMinistry
        : html`<span lang="fr">${one.procedure.ministry.name}</span>`,
      l.number(one.reviews),
      judgedCell(l, one),
    ]),
  })}
${shown.length === procedures.length ? '' : html`<p class="note">${words.shownOf(shown.length, procedures.length)}</p>`}`;
}

/** The mark with its level, which one procedure has. */
function judgedCell(l: Localisation, { reviews, satisfaction }: ReviewedProcedure): Html | string {
  if (reviews === 0) return '–';
  const judged = satisfaction();
  const { level, borderline } = judged;
  const cell = inlineFigure(l, toFigure(l, definitionOf('satisfaction'), judged));
  return level === 'none' ? cell : html`${levelBadge(l, level, borderline ?? false)} ${cell}`;
}
