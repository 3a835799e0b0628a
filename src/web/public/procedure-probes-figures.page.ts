/** How much of the time a procedure could be used, and what is not known of it. */
import { dayOf } from '../../core/clock.ts';
import { numberOfReviews } from '../../feedback/index.ts';
import { type Availability, ROLES, VERDICTS } from '../../probes/index.ts';
import { AVAILABILITY } from '../availability-judged.ts';
import { alert, figure, type Html, html, table } from '../design/index.ts';
import { toFigure } from '../figures.ts';
import type { PageContext } from '../page-context.ts';
import type { ProcedureProbes } from '../procedure-probes.ts';
import { availabilityText } from '../procedure-probes-words.ts';
import { REVIEW_METHODOLOGY } from '../review-report.ts';
import { shareText } from '../shares.ts';

export function availabilitySection(context: PageContext, probes: ProcedureProbes): Html {
  const { l } = context;
  const words = l.messages.procedureProbes.availability;
  const { availability, byTarget, addresses, view, judged, reviews } = probes;
  const result = judged
    .find(({ methodology }) => methodology.id === REVIEW_METHODOLOGY.id)
    ?.results.find(({ definition }) => definition.id === 'availability')?.result;
  const rows: { head: Html | string; one: Availability }[] = [
    { head: words.whole, one: availability.whole },
    {
      head: html`<abbr title="${words.businessMeaning}">${words.business}</abbr>`,
      one: availability.business,
    },
    { head: words.other, one: availability.other },
    ...addresses.flatMap(({ id, role, url }) => {
      const one = byTarget.get(id)?.whole;
      return one === undefined
        ? []
        : [{ head: html`${l.messages.probes.roles[role]} <small class="address">${url}</small>`, one }];
    }),
  ];
  return html`<section class="probed" aria-labelledby="availability"><h2 id="availability">${words.title}</h2>
<p>${words.over(l.day(view.period.from), l.day(view.period.to))}. ${words.note}</p>
${result === undefined ? '' : figure(l, toFigure(l, AVAILABILITY, result))}
${result?.status === 'suspect' && reviews !== null ? alert(l, 'warning', words.suspect(numberOfReviews(reviews))) : ''}
${table(l, {
  caption: words.table,
  columns: [
    { label: words.what },
    ...[words.share, l.messages.probes.coverage].map((label) => ({ label, numeric: true })),
  ],
  cards: true,
  rows: rows.map(({ head, one }) => shareRow(context, head, one)),
})}
${table(l, {
  caption: words.minutesTable,
  columns: [
    { label: words.what },
    ...VERDICTS.map((verdict) => ({ label: l.messages.probes.verdicts[verdict].short, numeric: true })),
    { label: words.unmonitored, numeric: true },
  ],
  cards: true,
  rows: rows.map(({ head, one }) => [
    head,
    ...VERDICTS.map((verdict) => l.number(one.minutes[verdict])),
    l.number(one.unmonitoredMinutes),
  ]),
})}</section>`;
}

function shareRow({ l }: PageContext, head: Html | string, one: Availability): (Html | string)[] {
  const { probes, procedureProbes, figures } = l.messages;
  const { coverage, numerator, denominator } = one;
  const share = availabilityText(l, one);
  const n = (count: number) => l.number(count);
  return [
    head,
    share === null
      ? html`<span class="absent">${procedureProbes.availability.unknown}</span>`
      : html`${share} <small>${probes.upOf(n(numerator), n(denominator))}</small>`,
    html`${shareText(l, coverage.share) ?? figures.unknown} <small>${probes.coverageOf(n(coverage.numerator), n(coverage.denominator))}</small>`,
  ];
}

const MINUTE_MS = 60_000;

/** What nobody looks at, and when nobody looked. */
export function gapsSection({ l, urls }: PageContext, probes: ProcedureProbes): Html {
  const { gaps: words } = l.messages.procedureProbes;
  const { roles, duration } = l.messages.probes;
  const { availability, addresses, ownOutages } = probes;
  const { minutes, coverage, unmonitoredMinutes } = availability.whole;
  const open = addresses.filter(({ until }) => until === null);
  const lacking = ROLES.filter((role) => open.every((one) => one.role !== role));
  const n = (count: number) => l.number(count);
  const unseen = minutes.blocked + minutes.unknown + minutes.maintenance;
  const [first] = addresses.map(({ since }) => since).sort((one, other) => one.getTime() - other.getTime());
  const ownMs = ownOutages.reduce((sum, { from, to }) => sum + to.getTime() - from.getTime(), 0);
  return html`<section aria-labelledby="gaps"><h2 id="gaps">${words.title}</h2>
<p>${lacking.length === 0 ? words.everyRole : words.roles(l.list(lacking.map((role) => roles[role])))}</p>
<p>${
    unmonitoredMinutes === 0
      ? words.allWatched
      : words.whole(n(unmonitoredMinutes), n(coverage.denominator), duration(unmonitoredMinutes * MINUTE_MS))
  }${unseen === 0 ? '' : ` ${words.unseen(n(minutes.blocked), n(minutes.unknown), n(minutes.maintenance))}`}${first === undefined ? '' : ` ${words.since(l.day(dayOf(first)))}`}</p>
${ownOutages.length === 0 ? '' : html`<p>${words.own(ownOutages.length, duration(ownMs))} <a href="${urls.availability()}#own">${words.ownMore}</a></p>`}
<p class="note">${words.limits}</p></section>`;
}
