/** Of which days, and of which reviews: the choices of a page of reviews. */
import { addDays, addMonths, dayOf } from '../../core/clock.ts';
import {
  BUTTON_CHANNELS,
  type Button,
  ENDINGS,
  firstOfMonth,
  isOfImport,
  type Period,
} from '../../feedback/index.ts';
import { type ActiveFilter, type FilterField, filters, type Html, html, linkLine } from '../design/index.ts';
import type { Localisation } from '../i18n/index.ts';
import type { NationalReviews } from '../national-reviews.ts';
import type { PageContext } from '../page-context.ts';
import {
  isFiltered,
  monthsTo,
  REVIEW_PARAMETERS,
  type ReviewView,
  reviewAddress,
  usualMonths,
  usualPeriod,
} from '../review-query.ts';
import type { ReviewReport } from '../review-report.ts';

/**
 * The form, what it keeps now, and the periods that are most asked for.
 * @param usual the period of the page without days
 */
export function reviewFilters(
  { l }: PageContext,
  address: string,
  report: ReviewReport,
  usual: Period = usualPeriod(report.today),
): Html {
  const { view, today } = report;
  const words = l.messages.reviews.filters;
  const select = (
    name: string,
    label: string,
    value: string | undefined,
    all: string,
    options: Option[],
  ) => ({
    kind: 'select' as const,
    ...{ name, label, value: value ?? '', all, options },
  });
  const { buttonId, channel, ending } = view;
  return html`${filters(l, {
    action: address,
    fields: dayFields(l, view, today),
    more: {
      label: words.more,
      open: isFiltered(view),
      fields: [
        select(
          REVIEW_PARAMETERS.button,
          words.button,
          buttonId,
          words.everyButton,
          report.buttons.map((button) => ({ value: button.id, label: buttonName(l, button) })),
        ),
        select(
          REVIEW_PARAMETERS.channel,
          words.channel,
          channel,
          words.everyChannel,
          BUTTON_CHANNELS.map((value) => ({ value, label: l.messages.reviews.channels[value] })),
        ),
        select(
          REVIEW_PARAMETERS.ending,
          words.ending,
          ending,
          words.everyEnding,
          ENDINGS.map((value) => ({ value, label: l.messages.reviews.endings[value] })),
        ),
      ],
    },
    active: activeFilters(l, address, report),
    clearHref: address,
  })}
${shortcutLine(l, address, view, shortcuts(l, report, usual))}
${isFiltered(view) ? html`<p class="note">${words.filtered}</p>` : ''}`;
}

/** Of which months: the choices of the page of all reviews together. */
export function monthFilters({ l, urls }: PageContext, { view, today, months }: NationalReviews): Html {
  const words = l.messages.reviews.filters;
  const address = urls.reviews();
  const last = (count: number): Period => ({
    from: addMonths(firstOfMonth(today), 1 - count),
    to: today,
  });
  const first = months[0]?.month;
  const usual = usualMonths(today);
  return html`${filters(l, {
    action: address,
    fields: dayFields(l, view, today),
    active: periodFilter(l, address, view),
    clearHref: address,
  })}
${shortcutLine(l, address, view, [
  { label: words.thisMonth, period: last(1), isUsual: false },
  { label: words.lastMonths(MONTHS), period: last(MONTHS), isUsual: false },
  { label: words.lastMonths(12), period: usual, isUsual: true },
  ...(first === undefined || first >= usual.from
    ? []
    : [{ label: words.sinceFirst, period: { from: first, to: today }, isUsual: false }]),
])}`;
}

function dayFields(l: Localisation, { period }: Pick<ReviewView, 'period'>, today: string): FilterField[] {
  const words = l.messages.reviews.filters;
  const field = { kind: 'day', max: today } as const;
  return [
    { ...field, name: REVIEW_PARAMETERS.from, label: words.from, value: period.from },
    { ...field, name: REVIEW_PARAMETERS.to, label: words.to, value: period.to },
  ];
}

/** The periods that are most asked for; the present one stands out. */
function shortcutLine(
  l: Localisation,
  address: string,
  view: ReviewView,
  offered: readonly Shortcut[],
): Html {
  return linkLine(
    l.messages.reviews.filters.shortcuts,
    offered.map(({ label, period, isUsual }) => ({
      href: reviewAddress(address, view, { period, isUsualPeriod: isUsual }),
      label: (isUsual ? view.isUsualPeriod : isSame(period, view.period))
        ? html`<strong>${label}</strong>`
        : label,
    })),
  );
}

type Option = { value: string; label: string };

function activeFilters(l: Localisation, address: string, { view, buttons }: ReviewReport): ActiveFilter[] {
  const { filters: words, channels, endings } = l.messages.reviews;
  const { buttonId, channel, ending } = view;
  const button = buttons.find(({ id }) => id === buttonId);
  const without = (left: Partial<ReviewView>) => reviewAddress(address, { ...view, ...left });
  return [
    ...periodFilter(l, address, view),
    ...(button === undefined
      ? []
      : [
          { label: words.button, value: buttonName(l, button), removeHref: without({ buttonId: undefined }) },
        ]),
    ...(channel === undefined
      ? []
      : [{ label: words.channel, value: channels[channel], removeHref: without({ channel: undefined }) }]),
    ...(ending === undefined
      ? []
      : [{ label: words.ending, value: endings[ending], removeHref: without({ ending: undefined }) }]),
  ];
}

function periodFilter(l: Localisation, address: string, view: ReviewView): ActiveFilter[] {
  if (view.isUsualPeriod) return [];
  return [
    {
      label: l.messages.reviews.filters.period,
      value: periodText(l, view.period),
      removeHref: reviewAddress(address, view, { isUsualPeriod: true }),
    },
  ];
}

type Shortcut = { readonly label: string; readonly period: Period; readonly isUsual: boolean };

const DAYS = 30;
const MONTHS = 3;

function shortcuts(l: Localisation, { today, buttons }: ReviewReport, usual: Period): Shortcut[] {
  const words = l.messages.reviews.filters;
  const first = buttons
    .filter((button) => !isOfImport(button))
    .map(({ createdAt }) => dayOf(createdAt))
    .toSorted()[0];
  return [
    { label: words.lastDays(DAYS), period: { from: addDays(today, 1 - DAYS), to: today }, isUsual: false },
    { label: words.lastMonths(MONTHS), period: { from: monthsTo(today, MONTHS), to: today }, isUsual: false },
    { label: words.lastMonths(12), period: usual, isUsual: true },
    ...(first === undefined || first >= usual.from
      ? []
      : [{ label: words.sinceFirst, period: { from: first, to: today }, isUsual: false }]),
  ];
}

function isSame(one: Period, other: Period): boolean {
  return one.from === other.from && one.to === other.to;
}

/** A period in words: "du 3 mars 2026 au 4 avril 2026". */
export function periodText(l: Localisation, { from, to }: Period): string {
  return l.messages.reviews.between(l.day(from), l.day(to));
}

/** What readers know a button by: where it stands, and its id. */
export function buttonName(
  l: Localisation,
  { id, channel, step }: Pick<Button, 'id' | 'channel' | 'step'>,
): string {
  const { asked, channels } = l.messages.reviews;
  return `${channels[channel]}, ${step === null ? asked.atEnd : asked.step(step)} (${id})`;
}
