import { INCIDENT_DAYS, type NationalAvailability } from '../availability-national.ts';
import {
  type AvailabilityView,
  availabilityAddress,
  countStates,
  EVERY_PROCEDURE,
  STATES,
} from '../availability-query.ts';
import {
  emptyState,
  type Html,
  html,
  linkLine,
  type PageContent,
  pageHead,
  progressBar,
  stateBadge,
} from '../design/index.ts';
import type { PageContext } from '../page-context.ts';
import { urlsIn } from '../urls.ts';
import { glanceSection } from './availability-glance.page.ts';
import { incidentList } from './availability-incident.page.ts';
import { maintenanceSection, watchSection } from './availability-watch.page.ts';

/** Which procedures answer now, what fails, and the last ninety days of each. */
export function availabilityPage(
  context: PageContext,
  national: NationalAvailability,
  view: AvailabilityView,
): PageContent {
  const { l } = context;
  const words = l.messages.availability;
  return {
    title: words.title,
    description: words.description,
    paths: { fr: urlsIn('fr').availability(), en: urlsIn('en').availability() },
    wide: true,
    data: { formats: ['json', 'csv'], cite: { title: words.title } },
    structured: { '@type': 'CollectionPage', name: words.title, description: words.description },
    main: html`${pageHead({ title: words.title, lead: words.intro })}
${
  national.monitored.length === 0
    ? emptyState(words.none, words.noneRemedy(national.procedures))
    : html`${linkLine(l.messages.editionPages.onThisPage, [
        { href: '#now', label: words.now },
        { href: '#open', label: words.open },
        { href: '#maintenance', label: words.maintenance },
        { href: '#procedures', label: words.glance },
        { href: '#recent', label: words.recent(INCIDENT_DAYS) },
        { href: '#own', label: words.own },
      ])}
${nowSection(context, national)}
${openSection(context, national)}
${maintenanceSection(context, national)}
${glanceSection(context, national, view)}
${recentSection(context, national)}
${watchSection(context, national)}`
}
${moreSection(context)}`,
  };
}

/** How many procedures are in each state, and of how many nothing is known. */
function nowSection({ l, urls }: PageContext, { now, monitored, procedures }: NationalAvailability): Html {
  const words = l.messages.availability;
  const counts = countStates(monitored);
  const all = l.number(monitored.length);
  const shown = STATES.filter((state) => counts[state] > 0 || state === 'up' || state === 'down');
  const addressOf = (state: (typeof STATES)[number]) =>
    `${availabilityAddress(urls.availability(), { ...EVERY_PROCEDURE, state })}#procedures`;
  return html`<section aria-labelledby="now"><h2 id="now">${words.now}</h2>
<p class="note">${words.seenAt(l.instant(now))}</p>
<dl class="statistics states">${shown.map(
    (state) =>
      html`<div><dt>${stateBadge(l, state)}</dt><dd><span class="figure-value">${counts[state] === 0 ? l.number(0) : html`<a href="${addressOf(state)}" aria-label="${l.messages.probes.verdicts[state].label}${l.messages.shell.colon} ${words.ofMonitored(l.number(counts[state]), all)}">${l.number(counts[state])}</a>`}</span> <span class="detail">${words.ofMonitored(l.number(counts[state]), all)}</span></dd></div>`,
  )}</dl>
${progressBar(l, { label: words.coverage, done: monitored.length, total: procedures })}
<p class="note">${words.unmonitored(procedures - monitored.length)}</p></section>`;
}

function openSection(context: PageContext, { incidents, now }: NationalAvailability): Html {
  const words = context.l.messages.availability;
  const open = incidents.filter(({ endedAt }) => endedAt === null);
  return html`<section aria-labelledby="open"><h2 id="open">${words.open}</h2>
${open.length === 0 ? html`<p>${words.noOpen}</p>` : incidentList(context, open, now)}
<p class="note">${words.incidentMeaning}</p></section>`;
}

function recentSection(context: PageContext, { incidents, now }: NationalAvailability): Html {
  const words = context.l.messages.availability;
  const ended = incidents.filter(({ endedAt }) => endedAt !== null);
  return html`<section aria-labelledby="recent"><h2 id="recent">${words.recent(INCIDENT_DAYS)}</h2>
${ended.length === 0 ? html`<p>${words.noRecent(INCIDENT_DAYS)}</p>` : incidentList(context, ended, now)}</section>`;
}

function moreSection({ l, urls }: PageContext): Html {
  const words = l.messages.availability;
  return html`<section aria-labelledby="more"><h2 id="more">${words.more}</h2>
${linkLine(words.more, [
  { href: urls.robot(), label: words.moreRobot },
  { href: urls.incidentsFeed(), label: words.moreFeed },
  { href: urls.criterion('availability'), label: words.moreMethod },
])}</section>`;
}
