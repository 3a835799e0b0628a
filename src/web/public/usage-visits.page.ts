/** What was counted on the pages of one procedure: visits, devices, steps, time, origins. */

import { type CountedValue, REFERRERS, type VisitFigures } from '../../visits/index.ts';
import {
  disclosure,
  distributionChart,
  funnel,
  type Html,
  html,
  type LinePoint,
  lineChart,
  type Statistic,
  stackedBar,
  statistics,
} from '../design/index.ts';
import { wordDimensions } from '../figure-words.ts';
import type { Localisation } from '../i18n/index.ts';
import type { PageContext } from '../page-context.ts';
import { shareText } from '../shares.ts';
import type { ProcedureUsage } from '../usage-of-procedure.ts';
import { durationText } from '../usage-words.ts';

type Section = { readonly id: string; readonly label: string; readonly body: Html | '' };

export function visitsSections(context: PageContext, { counted }: ProcedureUsage): Section[] {
  if (counted === null) return [];
  const { l } = context;
  const words = l.messages.usages.procedure;
  const { visits, counters } = counted;
  const isClosed = counters.length > 0 && counters.every(({ closedAt }) => closedAt !== null);
  return [
    { id: 'counted', label: words.counted, body: countedSection(l, visits, isClosed) },
    { id: 'devices', label: words.byDevice, body: devicesSection(l, visits) },
    { id: 'steps', label: words.funnel, body: funnelSection(l, visits) },
    { id: 'time', label: words.time, body: timeSection(l, visits) },
    { id: 'origins', label: words.origins, body: originsSection(l, visits) },
  ];
}

function countedSection(l: Localisation, visits: VisitFigures, isClosed: boolean): Html {
  const words = l.messages.usages.procedure;
  const head = html`<h2 id="counted">${words.counted}</h2>${isClosed ? html`<p class="note">${words.closed}</p>` : ''}`;
  if (visits.days === 0)
    return html`<section aria-labelledby="counted">${head}<p>${words.nothingCounted}</p></section>`;
  return html`<section aria-labelledby="counted">${head}
${statistics(l, headline(l, visits))}
${seriesChart(l, visits)}
<p class="note">${words.leftOut(l.number(visits.robots), l.number(visits.optedOut))}</p></section>`;
}

function headline(
  l: Localisation,
  { visits, views, days, visitorDays, refused, completion }: VisitFigures,
): Statistic[] {
  const words = l.messages.usages.procedure;
  const share = completion && completion.numerator / completion.denominator;
  return [
    {
      label: words.visits,
      value: l.number(visits),
      detail: `${words.views(l.number(views))}, ${words.days(l.number(days))}`,
    },
    {
      label: words.visitorDays,
      value: visitorDays === null ? null : l.number(visitorDays),
      detail: visitorDays === null ? words.visitorDaysUnknown : words.visitorDaysMeaning,
    },
    {
      label: words.completed,
      value: completion === null ? null : l.number(completion.numerator),
      ...(completion === null || refused === 0 ? {} : { detail: words.refusedOf(refused) }),
    },
    {
      label: words.completion,
      value: share === null || share > 1 ? null : shareText(l, share),
      detail:
        completion === null || share === null
          ? words.noCompletion
          : share > 1
            ? words.completionSuspect
            : words.completionOf(
                l.number(completion.denominator),
                l.number(completion.numerator),
                shareText(l, share) ?? '',
              ),
    },
  ];
}

/** A point that has no count is a gap: nothing says that nobody came. */
function seriesChart(l: Localisation, { series }: VisitFigures): Html | '' {
  if (series.length < 2) return '';
  const words = l.messages.usages.procedure;
  const isByMonth = series.every(({ start }) => start.endsWith('-01'));
  return lineChart(l, {
    title: words.series[isByMonth ? 'month' : 'day'],
    domain: [0, 0],
    tickText: (value) => l.number(value),
    countedOver: words.submitted,
    points: series.map(
      ({ start, visits, submitted }): LinePoint => ({
        label: isByMonth ? l.month(start, 'short') : l.day(start, 'short'),
        value: visits,
        text: l.number(visits),
        counted: l.number(submitted),
        ...{ interval: null, intervalText: '', n: null },
      }),
    ),
  });
}

function devicesSection(l: Localisation, { byDevice, visits }: VisitFigures): Html | '' {
  if (byDevice.length === 0 || visits === 0) return '';
  const words = l.messages.usages.procedure;
  return html`<section aria-labelledby="devices"><h2 id="devices">${words.byDevice}</h2>
${devicesBar(l, byDevice)}</section>`;
}

/** @param byDevice with a visit at least */
export function devicesBar(l: Localisation, byDevice: readonly CountedValue[]): Html {
  const words = l.messages.usages.procedure;
  const total = byDevice.reduce((sum, one) => sum + one.visits, 0);
  return stackedBar(l, {
    title: words.byDeviceTitle,
    partLabel: words.device,
    parts: byDevice.map(({ value, visits: count }) => ({
      label: Object.hasOwn(words.devices, value) ? words.devices[value as keyof typeof words.devices] : value,
      share: count / total,
      text: shareText(l, count / total) ?? '',
      detail: l.number(count),
    })),
  });
}

function funnelSection(l: Localisation, { funnel: steps, starts, refused, errors }: VisitFigures): Html | '' {
  if (steps.every(({ visits }) => visits === 0)) return '';
  const words = l.messages.usages.procedure;
  return html`<section aria-labelledby="steps"><h2 id="steps">${words.funnel}</h2>
${funnel(l, {
  title: words.funnelTitle,
  heads: { step: words.step, count: words.reached, share: words.ofStarts, lost: words.lost },
  steps: steps.map(({ step, visits }, at) => ({
    label: stepLabel(l, step),
    count: visits,
    shareText: starts === 0 ? null : shareText(l, visits / starts),
    lostText: at === 0 ? null : lostText(l, steps[at - 1]?.visits ?? 0, visits),
  })),
})}
<p>${words.outcomes(l.number(refused), l.number(errors))}</p></section>`;
}

function stepLabel(l: Localisation, step: string): Html | string {
  const words = l.messages.usages.procedure.steps;
  if (Object.hasOwn(words, step)) return words[step as keyof typeof words];
  return html`<span lang="fr">${step}</span>`;
}

function lostText(l: Localisation, before: number, reached: number): string {
  const words = l.messages.usages.procedure;
  if (reached > before) return words.more;
  const lost = before - reached;
  return words.lostOf(l.number(lost), shareText(l, before === 0 ? 0 : lost / before) ?? '');
}

function timeSection(l: Localisation, { duration }: VisitFigures): Html | '' {
  if (duration === null) return '';
  const words = l.messages.usages.procedure;
  const [median, p90] = [durationText(l, duration.medianMs), durationText(l, duration.p90Ms)];
  return html`<section aria-labelledby="time"><h2 id="time">${words.time}</h2>
<p>${words.timeOf(median, p90, l.number(duration.n))}</p></section>`;
}

const MOST_SHOWN = 8;

function originsSection(l: Localisation, { byReferrer, byCountry, byPage }: VisitFigures): Html | '' {
  if (byReferrer.length === 0 && byCountry.length === 0) return '';
  const words = l.messages.usages.procedure;
  const country = (code: string) =>
    /^[A-Z]{2}$/.test(code) ? (wordDimensions({ country: code }, l.locale)[0]?.value ?? code) : words.unknown;
  const referrer = (kind: string) => words.referrers[REFERRERS.find((one) => one === kind) ?? 'unknown'];
  return html`<section aria-labelledby="origins"><h2 id="origins">${words.origins}</h2>
${distribution(l, words.referrer, byReferrer, referrer)}
${distribution(l, words.country, byCountry, country)}
${
  byPage.length === 0
    ? ''
    : disclosure(
        words.page,
        distribution(l, words.page, byPage, (path) => path),
      )
}</section>`;
}

/** The most frequent, and the others together. */
function distribution(
  l: Localisation,
  title: string,
  values: readonly CountedValue[],
  label: (value: string) => string,
): Html | '' {
  const counted = values.filter(({ visits }) => visits > 0);
  if (counted.length === 0) return '';
  const total = counted.reduce((sum, { visits }) => sum + visits, 0);
  const rest = counted.slice(MOST_SHOWN);
  const others = rest.reduce((sum, { visits }) => sum + visits, 0);
  const bar = (name: string, count: number) => ({
    label: name,
    count,
    shareText: shareText(l, count / total) ?? '',
  });
  return distributionChart(l, {
    title,
    bars: [
      ...counted.slice(0, MOST_SHOWN).map(({ value, visits }) => bar(label(value), visits)),
      ...(rest.length === 0 ? [] : [bar(l.messages.usages.procedure.others(rest.length), others)]),
    ],
  });
}
