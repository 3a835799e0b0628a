import { AVAILABILITY } from '../availability-judged.ts';
import type { MonitoredProcedure, NationalAvailability } from '../availability-national.ts';
import {
  AVAILABILITY_PARAMETERS,
  type AvailabilityView,
  availabilityAddress,
  STATES,
  selectMonitored,
  stateOf,
} from '../availability-query.ts';
import { cellsOf, DAY_STATES, runsOf } from '../day-state.ts';
import {
  type ActiveFilter,
  dayLegend,
  dayStrip,
  dayTable,
  disclosure,
  emptyState,
  figure,
  filters,
  type Html,
  html,
  pagination,
  stateBadge,
} from '../design/index.ts';
import { reasonText, toFigure } from '../figures.ts';
import { byName } from '../names.ts';
import type { PageContext } from '../page-context.ts';
import { shareText } from '../shares.ts';
import { procedureLink } from './availability-incident.page.ts';

const PAGE_SIZE = 40;

/** Ninety days of each procedure: a drawing, its table, and what they come to. */
export function glanceSection(
  context: PageContext,
  national: NationalAvailability,
  view: AvailabilityView,
): Html {
  const { l, urls } = context;
  const words = l.messages.availability;
  const { period, monitored } = national;
  const found = selectMonitored(national, view);
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const page = Math.min(view.page, pages);
  const shown = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const hrefOf = (number: number) => availabilityAddress(urls.availability(), { ...view, page: number });
  return html`<section aria-labelledby="procedures"><h2 id="procedures">${words.glance}</h2>
<p>${words.glanceOf(l.day(period.from), l.day(period.to))} ${words.glanceNote}</p>
<div data-live="results">${glanceFilters(context, national, view)}
<p class="result-count" role="status">${words.count(found.length, monitored.length)}${pages > 1 ? html`. ${l.messages.shell.pageOf(page, pages)}` : ''}</p>
${
  shown.length === 0
    ? emptyState(words.empty, words.emptyRemedy, {
        href: `${urls.availability()}#procedures`,
        label: l.messages.shell.clearFilters,
      })
    : html`${dayLegend(l, DAY_STATES)}
<ul class="glance">${shown.map((one) => html`<li>${procedureGlance(context, one, national)}</li>`)}</ul>`
}
${pagination(l, { page, pages, hrefOf })}</div></section>`;
}

function procedureGlance(
  context: PageContext,
  one: MonitoredProcedure,
  { period }: NationalAvailability,
): Html {
  const { l } = context;
  const { availability: words, probes } = l.messages;
  const { procedure, now, days, result, reviews } = one;
  const state = stateOf(one);
  const cells = cellsOf(days.days, period);
  const { whole } = days;
  const name = html`${words.dayByDayOf('')} <span lang="fr">${procedure.name}</span>`;
  const isTold = state !== 'up' && state !== 'unseen' && now.since !== null;
  return html`<article><h3>${procedureLink(context, procedure)}${procedure.organisation === null ? '' : html` <small lang="fr">${procedure.organisation.name}</small>`}</h3>
<p class="glance-state">${stateBadge(l, state)}${isTold && now.since !== null ? html` <small>${words.stateSince(l.instant(now.since))}</small>` : ''}</p>
<div class="glance-days">${dayStrip(l, cells)}
${disclosure(
  words.dayByDay,
  dayTable(l, name, runsOf(cells), ({ coverage }) => shareText(l, coverage.share) ?? '–'),
)}</div>
<div class="glance-figure"><p class="label">${words.availability}</p>${
    whole.denominator === 0
      ? html`<p class="absent">${probes.neverSeen}</p>`
      : html`${figure(l, toFigure(l, AVAILABILITY, result))}${result.status === 'not_reported' ? html`<p class="detail">${reasonText(l, result.reason)}</p>` : ''}
<p class="detail">${probes.upOf(l.number(whole.numerator), l.number(whole.denominator))}</p>`
  }
<p class="detail"><abbr title="${probes.coverageMeaning}">${probes.coverage}</abbr>${l.messages.shell.colon} ${shareText(l, whole.coverage.share) ?? '–'} <small>(${probes.coverageOf(l.number(whole.coverage.numerator), l.number(whole.coverage.denominator))})</small></p></div>
${result.status === 'suspect' ? html`<p class="glance-doubt">${probes.suspect(reviews ?? 0)}</p>` : ''}</article>`;
}

function glanceFilters(
  { l, urls }: PageContext,
  { monitored, organisations }: NationalAvailability,
  view: AvailabilityView,
): Html {
  const words = l.messages.availability;
  const verdicts = l.messages.probes.verdicts;
  const address = (part: Partial<AvailabilityView>) =>
    `${availabilityAddress(urls.availability(), { ...view, page: 1, ...part })}#procedures`;
  const owner = view.organisation === null ? undefined : organisations.get(view.organisation);
  const owners = new Set(monitored.flatMap((one) => [...one.owners]));
  const listed = [...organisations.values()].filter(
    (one) => owners.has(one.subjectId) || one.slug === view.organisation,
  );
  const active: ActiveFilter[] = [
    ...(view.words === null
      ? []
      : [{ label: l.messages.shell.search, value: view.words, removeHref: address({ words: null }) }]),
    ...(owner === undefined
      ? []
      : [
          {
            label: words.organisation,
            value: owner.name,
            lang: 'fr',
            removeHref: address({ organisation: null }),
          },
        ]),
    ...(view.state === null
      ? []
      : [
          {
            label: words.state,
            value: verdicts[view.state].short,
            removeHref: address({ state: null }),
          },
        ]),
  ];
  return filters(l, {
    action: urls.availability(),
    fields: [
      { kind: 'search', name: AVAILABILITY_PARAMETERS.words, label: words.search, value: view.words ?? '' },
      {
        kind: 'select',
        name: AVAILABILITY_PARAMETERS.organisation,
        label: words.organisation,
        all: words.everyOrganisation,
        value: view.organisation ?? '',
        options: listed.toSorted(byName).map(({ slug, name }) => ({ value: slug, label: name, lang: 'fr' })),
      },
      {
        kind: 'select',
        name: AVAILABILITY_PARAMETERS.state,
        label: words.state,
        value: view.state ?? '',
        options: STATES.map((state) => ({ value: state, label: verdicts[state].label })),
      },
    ],
    active,
    clearHref: `${urls.availability()}#procedures`,
  });
}
