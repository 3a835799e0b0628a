/** Who answered: by how their procedure ended, by channel, by button. */
import { dayOf } from '../../core/clock.ts';
import {
  BUTTON_CHANNELS,
  type Button,
  countReviews,
  ENDINGS,
  type Ending,
  numberOfReviews,
  type ReviewCounts,
} from '../../feedback/index.ts';
import { alert, type Html, html, inFrench, inlineFigure, table } from '../design/index.ts';
import { toFigure } from '../figures.ts';
import type { Localisation } from '../i18n/index.ts';
import type { PageContext } from '../page-context.ts';
import { definitionOf, judgeReview, type ReviewReport } from '../review-report.ts';
import { shareText } from '../shares.ts';

const NOBODY = countReviews([]);

/** Endings of which the procedure did not succeed. */
const FAILED: readonly Ending[] = ['refused', 'not_eligible', 'error', 'abandoned'];

/** Satisfaction asked only of those who succeed is biased: the page says who was asked. */
export function askedSection({ l }: PageContext, report: ReviewReport): Html {
  const words = l.messages.reviews.asked;
  const { counts, byEnding, byChannel } = report.statistics;
  const total = numberOfReviews(counts);
  const none = html`<p class="note">${words.nobody}</p>`;
  return html`<section aria-labelledby="asked"><h2 id="asked">${words.title}</h2>
${total === 0 ? none : biasText(l, report)}
${
  total === 0
    ? ''
    : html`<h3>${words.byEnding}</h3>
${groupTable(
  l,
  report,
  words.ending,
  words.byEnding,
  ENDINGS.flatMap((ending) => rowOf(l.messages.reviews.endings[ending], byEnding.get(ending))),
)}
<p class="note">${words.endingMeaning}</p>
<h3>${words.byChannel}</h3>
${groupTable(
  l,
  report,
  words.channel,
  words.byChannel,
  BUTTON_CHANNELS.flatMap((channel) => rowOf(l.messages.reviews.channels[channel], byChannel.get(channel))),
)}`
}
<h3>${words.byButton}</h3>
${buttonsTable(l, report)}</section>`;
}

type Row = { readonly label: Html | string; readonly counts: ReviewCounts };

function rowOf(label: string, counts: ReviewCounts | undefined): Row[] {
  return counts === undefined || numberOfReviews(counts) === 0 ? [] : [{ label, counts }];
}

/** What the known endings tell of who was asked. */
function biasText(l: Localisation, { statistics: { counts, byEnding }, view }: ReviewReport): Html | '' {
  if (view.ending !== undefined) return '';
  const words = l.messages.reviews.asked;
  const n = (ending: Ending) => numberOfReviews(byEnding.get(ending) ?? { satisfaction: {} });
  const total = numberOfReviews(counts);
  const unknown = n('unknown');
  const known = total - unknown;
  const failed = FAILED.reduce((sum, ending) => sum + n(ending), 0);
  if (known === 0) return alert(l, 'warning', words.allUnknown);
  const rest = unknown === 0 ? '' : ` ${words.unknownPart(unknown, total)}`;
  if (failed > 0) return html`<p>${words.someFailed(failed, known)}${rest}</p>`;
  const onlySuccess = n('success') === known;
  return alert(l, 'warning', `${onlySuccess ? words.onlySuccess(known) : words.noneFailed(known)}${rest}`);
}

function groupTable(
  l: Localisation,
  report: ReviewReport,
  head: string,
  caption: string,
  rows: readonly Row[],
): Html {
  const words = l.messages.reviews.asked;
  return table(l, {
    caption,
    captionHidden: true,
    cards: true,
    columns: [
      { label: head },
      { label: words.reviews, numeric: true },
      { label: words.share, numeric: true },
      { label: words.satisfaction },
    ],
    rows: rows.map(({ label, counts }) => [label, ...groupCells(l, report, counts)]),
  });
}

/** How many reviews, their share of all those shown, and their mark, which thirty answers at least have. */
function groupCells(
  l: Localisation,
  { view, statistics }: ReviewReport,
  counts: ReviewCounts,
): (Html | string)[] {
  const n = numberOfReviews(counts);
  const total = numberOfReviews(statistics.counts);
  const satisfaction = judgeReview('satisfaction', counts, view.period);
  return [
    l.number(n),
    (total === 0 ? null : shareText(l, n / total)) ?? '–',
    n === 0 ? '–' : inlineFigure(l, toFigure(l, definitionOf('satisfaction'), satisfaction)),
  ];
}

/** Every button of the subject, and those of which only reviews are left. */
function buttonsTable(l: Localisation, report: ReviewReport): Html {
  const words = l.messages.reviews.asked;
  const { byButton } = report.statistics;
  const gone = [...byButton.keys()].filter((id) => !report.buttons.some((button) => button.id === id));
  return table(l, {
    caption: words.byButton,
    captionHidden: true,
    cards: true,
    columns: [
      { label: words.button },
      { label: words.reviews, numeric: true },
      { label: words.share, numeric: true },
      { label: words.satisfaction },
    ],
    rows: [
      ...report.buttons.map((button) => [
        buttonCell(l, button),
        ...groupCells(l, report, byButton.get(button.id) ?? NOBODY),
      ]),
      ...gone.map((id) => [
        html`<code>${id}</code> <small>${words.unlisted}</small>`,
        ...groupCells(l, report, byButton.get(id) ?? NOBODY),
      ]),
    ],
  });
}

function buttonCell(l: Localisation, button: Button): Html {
  const { asked: words, channels } = l.messages.reviews;
  const { id, channel, step, createdAt, closedAt, closedReason } = button;
  const since = l.day(dayOf(createdAt));
  const state = closedAt === null ? words.open(since) : words.closed(since, l.day(dayOf(closedAt)));
  return html`${channels[channel]}, ${step === null ? words.atEnd : words.step(step)} <code>${id}</code> <small>${state}${
    closedReason === null ? '' : html`, ${inFrench(l, words.closedWhy(closedReason), closedReason)}`
  }</small>`;
}
