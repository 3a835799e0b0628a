import { stateOfVantage, type Vantage } from '../../probes/index.ts';
import type { NationalAvailability, ShownMaintenance } from '../availability-national.ts';
import { type Html, html, table } from '../design/index.ts';
import type { PageContext } from '../page-context.ts';
import { procedureLink } from './availability-incident.page.ts';

/** What is stopped on purpose, now and soon. */
export function maintenanceSection(
  context: PageContext,
  { maintenances, now }: Pick<NationalAvailability, 'maintenances' | 'now'>,
): Html {
  const { l } = context;
  const words = l.messages.availability;
  const when = ({ startsAt, endsAt }: ShownMaintenance) =>
    startsAt <= now
      ? words.underWay(l.instant(endsAt))
      : words.announcedFor(l.instant(startsAt), l.instant(endsAt));
  return html`<section aria-labelledby="maintenance"><h2 id="maintenance">${words.maintenance}</h2>
${
  maintenances.length === 0
    ? html`<p>${words.noMaintenance}</p>`
    : html`<ul class="maintenances">${maintenances.map(
        (one) =>
          html`<li><strong>${when(one)}</strong> <span lang="fr">${one.reason}</span> <span class="detail">${one.procedures.map(
            (procedure, at) => html`${at === 0 ? '' : ', '}${procedureLink(context, procedure)}`,
          )}</span></li>`,
      )}</ul>`
}</section>`;
}

/** Our own outages are many when a machine is stopped each night: the last ones tell. */
const MOST_OUTAGES = 10;

/** When nobody watched, and which points of measure are heard. */
export function watchSection(
  context: PageContext,
  { ownOutages, vantages, now }: Pick<NationalAvailability, 'ownOutages' | 'vantages' | 'now'>,
): Html {
  const { l } = context;
  const { availability: words, probes } = l.messages;
  const shown = ownOutages.slice(0, MOST_OUTAGES);
  const totalMs = ownOutages.reduce((sum, { from, to }) => sum + to.getTime() - from.getTime(), 0);
  return html`<section aria-labelledby="own"><h2 id="own">${words.own}</h2>
<p>${words.ownIntro}</p>
${
  shown.length === 0
    ? html`<p>${words.noOwn}</p>`
    : html`<p>${words.ownTotal(ownOutages.length, probes.duration(totalMs))}${shown.length < ownOutages.length ? ` ${words.ownLast(shown.length)}` : ''}</p>
<ul>${shown.map(
        ({ from, to }) =>
          html`<li>${words.fromTo(l.instant(from), l.instant(to), probes.duration(to.getTime() - from.getTime()))}</li>`,
      )}</ul>`
}
${
  vantages.length === 0
    ? html`<p>${words.noVantage}</p>`
    : table(l, {
        caption: words.vantages,
        columns: [
          { label: words.vantage },
          { label: words.stateHead },
          { label: words.heard },
          { label: words.clock, numeric: true },
        ],
        rows: vantages.map((vantage) => [
          html`<span lang="fr">${vantage.name}</span>`,
          stateText(context, vantage, now),
          vantage.seenAt === null ? '–' : l.instant(vantage.seenAt),
          vantage.skewMs === null
            ? words.clockUnknown
            : `${l.number(vantage.skewMs)} ${l.messages.units.milliseconds}`,
        ]),
      })
}</section>`;
}

function stateText({ l }: PageContext, vantage: Vantage, now: Date): Html {
  const { short, meaning } = l.messages.availability.vantageStates[stateOfVantage(vantage, now)];
  return html`${short} <small>${meaning}</small>`;
}
