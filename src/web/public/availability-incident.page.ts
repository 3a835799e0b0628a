import type { Procedure } from '../../catalogue/index.ts';
import type { ShownIncident } from '../availability-national.ts';
import { definitionList, disclosure, type Html, html, inFrench } from '../design/index.ts';
import type { PageContext } from '../page-context.ts';

/** A day on which a hoster fails touches hundreds of procedures: the first outages are told whole, so many in a line each. */
const MOST_WHOLE = 10;
const MOST_LINES = 150;

/** Outages in their order: the first ones with all that is said of them, then in short, then how many more there are. */
export function incidentList(context: PageContext, incidents: readonly ShownIncident[], now: Date): Html {
  const { l } = context;
  const words = l.messages.availability;
  const lines = incidents.slice(MOST_WHOLE, MOST_WHOLE + MOST_LINES);
  const left = incidents.length - MOST_WHOLE - lines.length;
  return html`<div class="incidents">${incidents
    .slice(0, MOST_WHOLE)
    .map((incident) => incidentArticle(context, incident, now))}</div>
${
  lines.length === 0
    ? ''
    : html`<ul class="names">${lines.map(
        (incident) =>
          html`<li id="panne-${incident.id}">${namesOf(context, incident.procedures)} <small>${whenText(context, incident, now)}</small></li>`,
      )}</ul>`
}${left > 0 ? html`<p>${words.moreIncidents(left)}</p>` : ''}`;
}

function whenText(context: PageContext, incident: ShownIncident, now: Date): string {
  const { l } = context;
  const { startedAt, endedAt } = incident;
  const { availability: words, probes } = l.messages;
  const lasted = probes.duration((endedAt ?? now).getTime() - startedAt.getTime());
  const when =
    endedAt === null
      ? words.since(l.instant(startedAt), lasted)
      : words.fromTo(l.instant(startedAt), l.instant(endedAt), lasted);
  const withdrawn = withdrawnText(context, incident);
  return withdrawn === null ? when : `${when}. ${withdrawn}`;
}

/** That an outage was told and was none; null of one that stands. */
export function withdrawnText({ l }: PageContext, { withdrawnAt }: ShownIncident): string | null {
  return withdrawnAt && l.messages.availability.withdrawn(l.instant(withdrawnAt));
}

/** One outage: what it touches, since when, what is seen, from where, and what is said of it. */
export function incidentArticle(context: PageContext, incident: ShownIncident, now: Date): Html {
  const { l } = context;
  const { availability: words, probes } = l.messages;
  const { id, confirmedAt, endedAt, cause, vantages, notes, procedures, reviews } = incident;
  const heading = `incident-${id}`;
  return html`<article class="incident${endedAt === null ? ' open' : ''}" id="panne-${id}" aria-labelledby="${heading}"><h3 id="${heading}">${namesOf(context, procedures)}</h3>
<p>${whenText(context, incident, now)}</p>
${definitionList([
  { term: words.cause, description: sentence(probes.outcomes[cause]) },
  {
    term: words.confirmed,
    description: inFrench(
      l,
      sentence(words.confirmedAt(probes.vantages(vantages, l.list(vantages)), l.instant(confirmedAt))),
      ...vantages,
    ),
  },
  {
    term: words.reviews,
    description:
      reviews === null
        ? sentence(probes.reviewsUnknown)
        : html`${sentence(probes.reviews(reviews))}${reviews > 0 ? html` <small>${probes.reviewsMeaning}</small>` : ''}`,
  },
])}
${procedures.length > MOST_NAMES ? disclosure(words.allProcedures(procedures.length), procedureList(context, procedures)) : ''}
${
  notes.length === 0
    ? ''
    : html`<h4>${words.notes}</h4><ul>${notes.map(
        ({ author, writtenAt, text }) =>
          html`<li>${inFrench(l, words.feed.note(author, l.instant(writtenAt), text), text)}</li>`,
      )}</ul>`
}</article>`;
}

/** More procedures than this are told by the first ones, and listed apart. */
const MOST_NAMES = 4;

function namesOf(context: PageContext, procedures: readonly Procedure[]): Html | string {
  const { availability: words } = context.l.messages;
  if (procedures.length === 0) return words.noProcedure;
  const named = procedures.length > MOST_NAMES ? procedures.slice(0, MOST_NAMES - 1) : procedures;
  const links = named.map((one, at) => html`${at === 0 ? '' : ', '}${procedureLink(context, one)}`);
  const others = procedures.length - named.length;
  return html`${links}${others === 0 ? '' : ` ${words.andOthers(others)}`}`;
}

/** Procedures as a list of links. */
export function procedureList(context: PageContext, procedures: readonly Procedure[]): Html {
  return html`<ul class="names">${procedures.map((one) => html`<li>${procedureLink(context, one)}</li>`)}</ul>`;
}

/** A procedure of which pages of availability speak, as a link to its own. */
export function procedureLink({ urls }: PageContext, procedure: Procedure): Html {
  return html`<a href="${urls.procedureAvailability(procedure)}" lang="fr">${procedure.name}</a>`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
