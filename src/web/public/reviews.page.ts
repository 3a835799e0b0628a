import {
  emptyState,
  factLine,
  type Html,
  html,
  type LineChart,
  type LinePoint,
  lineChart,
  linkLine,
  type PageContent,
  pageHead,
  statistics,
} from '../design/index.ts';
import { intervalText } from '../figures.ts';
import type { Localisation } from '../i18n/index.ts';
import { type NationalReviews, type ReviewMonth, VERY_GOOD_ABOVE } from '../national-reviews.ts';
import type { PageContext } from '../page-context.ts';
import { definitionOf, REVIEW_METHODOLOGY } from '../review-report.ts';
import { pooledText, ratioText, shareText } from '../shares.ts';
import { urlsIn } from '../urls.ts';
import { monthFilters, periodText } from './review-filters.page.ts';
import { beforeSection, hasRange, veryGoodDetail } from './reviews-before.page.ts';
import { ministriesSection, reviewedSection } from './reviews-tables.page.ts';

/** The reviews of all procedures together, the deployment of the button, and the procedures rated very good. */
export function reviewsPage(context: PageContext, reviews: NationalReviews): PageContent {
  const { l } = context;
  const words = l.messages.reviews.nation;
  const isEmpty = reviews.months.length === 0;
  return {
    title: words.title,
    description: words.description,
    paths: { fr: urlsIn('fr').reviews(), en: urlsIn('en').reviews() },
    data: { formats: ['json', 'csv'], cite: { title: words.title } },
    main: html`${pageHead({ title: words.title, lead: isEmpty ? words.leadNone : leadOf(l, reviews) })}
${isEmpty ? emptyState(words.none, words.noneRemedy) : told(context, reviews)}`,
  };
}

/** "912 345 avis sur 80 démarches": what the first page of an edition used to say. */
function leadOf(l: Localisation, { reviewsInAll, months }: NationalReviews): string {
  const equipped = months.at(-1)?.equipped ?? 0;
  return l.messages.reviews.nation.lead(
    l.messages.reviews.count(reviewsInAll),
    l.messages.units.procedures(equipped),
    equipped,
  );
}

function told(context: PageContext, reviews: NationalReviews): Html {
  const { l, urls } = context;
  const words = l.messages.reviews.nation;
  const sections: (readonly [id: string, label: string, body: Html | ''])[] = [
    ['figures', words.figures, figuresSection(context, reviews)],
    ['before', words.beforeTitle, beforeSection(l, reviews)],
    ['deployment', words.deployment, deploymentSection(l, reviews)],
    ['monthly', words.monthly, monthlySection(l, reviews)],
    ['ministries', words.byMinistry, ministriesSection(context, reviews)],
    ['procedures', words.byProcedure, reviewedSection(context, reviews)],
  ];
  const shown = sections.filter(([, , body]) => body !== '');
  return html`${factLine([
    l.messages.reviews.one.live,
    html`<a href="${urls.methodology(REVIEW_METHODOLOGY.id)}">${l.messages.reviews.one.method(REVIEW_METHODOLOGY.label[l.locale])}</a>`,
  ])}
${monthFilters(context, reviews)}
${linkLine(
  l.messages.editionPages.onThisPage,
  shown.map(([id, label]) => ({ href: `#${id}`, label })),
)}
${shown.map(([id, label, body]) => html`<section aria-labelledby="${id}"><h2 id="${id}">${label}</h2>${body}</section>`)}`;
}

function figuresSection({ l }: PageContext, reviews: NationalReviews): Html {
  const words = l.messages.reviews.nation;
  const { reviewsInAll, reviewsElsewhere, view, months, whole, before } = reviews;
  const { equipped, procedures, veryGood, satisfaction } = whole;
  const definition = definitionOf('satisfaction');
  const interval = intervalText(l, definition, satisfaction);
  const bar = `${l.number(VERY_GOOD_ABOVE * 10)} ${l.messages.units.outOfTen}`;
  const ofProcedures = words.inPeriodDetail(whole.told);
  const ofSites = words.ofSites(l.number(reviewsElsewhere));
  const ofBoth = whole.reviews === 0 ? ofSites : `${l.number(whole.reviews)} ${ofProcedures}, ${ofSites}`;
  return html`${statistics(l, [
    {
      label: words.inAll,
      value: l.number(reviewsInAll),
      detail: words.inAllSince(l.month(months[0]?.month ?? view.period.from)),
    },
    {
      label: words.inPeriod,
      value: l.number(whole.reviews + reviewsElsewhere),
      detail: reviewsElsewhere === 0 ? ofProcedures : ofBoth,
    },
    {
      label: words.equipped,
      value: l.number(equipped),
      detail: words.equippedDetail(procedures, shareText(l, procedures === 0 ? null : equipped / procedures)),
    },
    {
      label: words.veryGood,
      value: shareText(l, veryGood.value),
      detail: veryGoodDetail(l, whole),
    },
    {
      label: words.pooled,
      value:
        typeof satisfaction.value === 'number'
          ? pooledText(l, definition, { value: satisfaction.value })
          : null,
      detail: [
        words.pooledDetail(whole.reviews),
        ...(interval === null ? [] : [`[${interval[0]} – ${interval[1]}]`]),
      ].join(' '),
    },
  ])}
<p class="note">${words.periodNote(periodText(l, view.period))} ${words.veryGoodMeaning(bar, definition.minimumN ?? 0)} ${whole.unrated === 0 ? '' : words.unrated(whole.unrated)} ${hasRange(whole) || hasRange(before.whole) ? words.rangeMeaning : ''}</p>`;
}

/** How many procedures have the button, month by month; nothing before the first. */
function deploymentSection(l: Localisation, { months, whole, today }: NationalReviews): Html | '' {
  const words = l.messages.reviews.nation;
  if (months.every(({ equipped }) => equipped === 0)) return '';
  return html`${monthChart(l, months, today, {
    title: words.deploymentChart,
    countedOver: words.deploymentCounted,
    valueOf: ({ equipped }) => equipped,
    countedOf: ({ equipped }) =>
      `${shareText(l, equipped / whole.procedures) ?? '–'} (${ratioText(l, { numerator: equipped, denominator: whole.procedures, value: null, procedures: 0 })})`,
  })}
<p class="note">${words.deploymentNote}</p>`;
}

function monthlySection(l: Localisation, { months, today }: NationalReviews): Html {
  const words = l.messages.reviews.nation;
  return monthChart(l, months, today, {
    title: words.monthlyChart,
    countedOver: words.monthlyCounted,
    valueOf: ({ reviews }) => reviews,
    countedOf: ({ told }) => l.number(told),
  });
}

/** From here on, counts are told in millions on an axis. */
const MILLION = 1_000_000;

function monthChart(
  l: Localisation,
  months: readonly ReviewMonth[],
  today: string,
  chart: Pick<LineChart, 'title' | 'countedOver'> & {
    valueOf(month: ReviewMonth): number;
    countedOf(month: ReviewMonth): string;
  },
): Html {
  const words = l.messages.reviews.nation;
  return lineChart(l, {
    title: chart.title,
    countedOver: chart.countedOver ?? '',
    domain: [0, 0],
    tickText: (value) => (value < MILLION ? l.number(value) : l.compactNumber(value)),
    points: months.map((month): LinePoint => {
      const label = l.month(month.month, 'short');
      const value = chart.valueOf(month);
      return {
        label: month.to === today ? words.inProgress(label) : label,
        value,
        text: l.number(value),
        counted: chart.countedOf(month),
        ...{ interval: null, intervalText: '', n: null },
      };
    }),
  });
}
