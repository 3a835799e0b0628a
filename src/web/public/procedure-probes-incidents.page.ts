/** The outages of a procedure: when, why, seen from where, what was said, and who came through meanwhile. */
import { dayOf } from '../../core/clock.ts';
import type { ShownIncident } from '../availability-national.ts';
import { definitionList, externalLink, type Html, html, inFrench } from '../design/index.ts';
import type { PageContext } from '../page-context.ts';
import type { ProcedureProbes } from '../procedure-probes.ts';
import { capital } from '../procedure-probes-words.ts';
import { withdrawnText } from './availability-incident.page.ts';

/** More than these are told by the file alone. */
const MOST_INCIDENTS = 50;

export function incidentsSection(context: PageContext, probes: ProcedureProbes): Html {
  const { l } = context;
  const words = l.messages.procedureProbes.incidents;
  const { incidents } = probes;
  const shown = incidents.slice(0, MOST_INCIDENTS);
  const standing = incidents.filter(({ withdrawnAt }) => withdrawnAt === null).length;
  return html`<section aria-labelledby="incidents"><h2 id="incidents">${words.title}</h2>
<p>${standing === 0 ? words.none : words.count(standing)}${shown.length < incidents.length ? ` ${words.shown(shown.length, incidents.length)}` : ''}</p>
<div class="incidents">${shown.map((one) => incidentArticle(context, one, probes))}</div>
<p class="note">${l.messages.availability.incidentMeaning}</p></section>`;
}

function incidentArticle(context: PageContext, incident: ShownIncident, probes: ProcedureProbes): Html {
  const { l } = context;
  const { procedureProbes, availability: words, probes: told } = l.messages;
  const { id, url, targetId, startedAt, confirmedAt, endedAt, cause, vantages, notes, reviews } = incident;
  const { incidents: titles } = procedureProbes;
  const day = l.day(dayOf(startedAt));
  const role = probes.addresses.find((one) => one.id === targetId)?.role;
  const lasted = told.duration((endedAt ?? probes.now).getTime() - startedAt.getTime());
  const isOver = endedAt !== null;
  const withdrawn = withdrawnText(context, incident);
  return html`<article class="incident${isOver ? '' : ' open'}" id="panne-${id}" aria-labelledby="incident-${id}"><h3 id="incident-${id}">${withdrawn === null ? (isOver ? titles.ended(day) : titles.open) : titles.withdrawn(day)}</h3>
<p>${isOver ? words.fromTo(l.instant(startedAt), l.instant(endedAt), lasted) : words.since(l.instant(startedAt), lasted)}${withdrawn === null ? '' : `. ${withdrawn}`}</p>
${definitionList([
  {
    term: titles.address,
    description: html`${role === undefined ? '' : html`${told.roles[role]}, `}<span class="address">${externalLink(url, url)}</span>`,
  },
  { term: words.cause, description: `${capital(told.outcomes[cause])}.` },
  {
    term: words.confirmed,
    description: inFrench(
      l,
      `${capital(words.confirmedAt(told.vantages(vantages, l.list(vantages)), l.instant(confirmedAt)))}.`,
      ...vantages,
    ),
  },
  {
    term: words.reviews,
    description:
      reviews === null
        ? `${capital(told.reviewsUnknown)}.`
        : html`${capital(told.reviews(reviews))}.${reviews > 0 ? html` <small>${told.reviewsMeaning}</small>` : ''}`,
  },
])}
${
  notes.length === 0
    ? ''
    : html`<h4>${words.notes}</h4><ul>${notes.map(
        ({ author, writtenAt, text }) =>
          html`<li>${inFrench(l, words.feed.note(author, l.instant(writtenAt), text), author, text)}</li>`,
      )}</ul>`
}</article>`;
}
