/** Of which days, and of which reviews: the choices of a page of reviews. */
import { addDays, dayOf } from '../../core/clock.ts';
import { BUTTON_CHANNELS, type Button, ENDINGS, isOfImport, type Period } from '../../feedback/index.ts';
import { type ActiveFilter, filters, type Html, html, linkLine } from '../design/index.ts';
import type { Localisation } from '../i18n/index.ts';
import type { PageContext } from '../page-context.ts';
import {
  isFiltered,
  monthsTo,
  REVIEW_PARAMETERS,
  type ReviewView,
  reviewAddress,
  usualPeriod,
} from '../review-query.ts';
import type { ReviewReport } from '../review-report.ts';

/** The form, what it keeps now, and the periods that are most asked for. */
export function reviewFilters({ l }: PageContext, address: string, report: ReviewReport): Html {
  const { view, today } = report;
  const words = l.messages.reviews.filters;
  const field = { kind: 'day', max: today } as const;
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
  const { isUsualPeriod, period, buttonId, channel, ending } = view;
  return html`${filters(l, {
    action: address,
    fields: [
      { ...field, name: REVIEW_PARAMETERS.from, label: words.from, value: period.from },
      { ...field, name: REVIEW_PARAMETERS.to, label: words.to, value: period.to },
    ],
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
${linkLine(
  words.shortcuts,
  shortcuts(l, report).map(({ label, period: one, isUsual }) => ({
    href: reviewAddress(address, view, { period: one, isUsualPeriod: isUsual }),
    label: (isUsual ? isUsualPeriod : isSame(one, period)) ? html`<strong>${label}</strong>` : label,
  })),
)}
${isFiltered(view) ? html`<p class="note">${words.filtered}</p>` : ''}`;
}

type Option = { value: string; label: string };

function activeFilters(l: Localisation, address: string, { view, buttons }: ReviewReport): ActiveFilter[] {
  const { filters: words, channels, endings } = l.messages.reviews;
  const { isUsualPeriod, buttonId, channel, ending } = view;
  const button = buttons.find(({ id }) => id === buttonId);
  const without = (left: Partial<ReviewView>) => reviewAddress(address, { ...view, ...left });
  return [
    ...(isUsualPeriod
      ? []
      : [
          {
            label: words.period,
            value: periodText(l, view.period),
            removeHref: without({ isUsualPeriod: true }),
          },
        ]),
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

type Shortcut = { readonly label: string; readonly period: Period; readonly isUsual: boolean };

const DAYS = 30;
const MONTHS = 3;

function shortcuts(l: Localisation, { today, buttons }: ReviewReport): Shortcut[] {
  const words = l.messages.reviews.filters;
  const first = buttons
    .filter((button) => !isOfImport(button))
    .map(({ createdAt }) => dayOf(createdAt))
    .toSorted()[0];
  const usual = usualPeriod(today);
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
