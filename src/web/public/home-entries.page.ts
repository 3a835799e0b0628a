/** Ways into the catalogue, and how much of it is known. */
import { AUDIENCES, type Audience, LIFE_EVENTS, type LifeEvent } from '../../catalogue/index.ts';
import { type CriterionId, findCriterion, getMethodology } from '../../criteria/index.ts';
import { countResults, findAggregates, type PublishedEdition } from '../../editions/index.ts';
import { type Html, html, progressBar } from '../design/index.ts';
import { viewAddress } from '../edition-query.ts';
import type { PageContext } from '../page-context.ts';
import { procedureListAddress } from '../procedure-query.ts';

/** How many procedures the catalogue has, in all and by what one can look for. */
export type HomeCatalogue = {
  readonly procedures: number;
  readonly lifeEvents: readonly { readonly code: LifeEvent; readonly count: number }[];
  readonly audiences: readonly { readonly code: Audience; readonly count: number }[];
};

/** The criteria whose coverage is shown, of those that the methodology has. */
const MAIN: readonly CriterionId[] = [
  'online',
  'satisfaction',
  'accessibility',
  'once_only',
  'help_reachable',
  'availability',
];

/** Of each main criterion, how many procedures of the edition have a result; and how many the catalogue has. */
export function coverageSection(
  { l, urls }: PageContext,
  published: PublishedEdition,
  catalogue: HomeCatalogue,
): Html | '' {
  const whole = findAggregates(published)?.whole;
  if (whole === undefined) return '';
  const words = l.messages.home;
  const { edition } = published;
  const methodology = getMethodology(edition.methodology);
  const rows = MAIN.flatMap((criterion) => {
    const definition = findCriterion(methodology, criterion);
    return definition === null ? [] : [{ definition, known: countResults({ aggregate: whole }, criterion) }];
  });
  return html`<section aria-labelledby="coverage"><h2 id="coverage">${words.coverage}</h2>
<p>${words.coverageNote(whole.procedures, catalogue.procedures)}</p>
<ul class="overview">${rows.map(({ definition, known }) => {
    const missing = viewAddress(urls.edition(edition.slug), {
      search: null,
      ministry: null,
      audience: null,
      criterion: definition.id,
      level: 'none',
      sort: { by: 'file', descending: false },
    });
    const without = whole.procedures - known;
    return html`<li>${progressBar(l, { label: definition.shortLabel[l.locale], done: known, total: whole.procedures })}
${without === 0 ? '' : html`<p class="overview-note"><a href="${missing}">${words.seeMissing(without)}</a></p>`}</li>`;
  })}</ul></section>`;
}

/** Procedures by event of life and by audience: those that the catalogue has. */
export function entriesSection(context: PageContext, { lifeEvents, audiences }: HomeCatalogue): Html {
  const { l, urls } = context;
  const words = l.messages.home;
  const links = [
    {
      id: 'life-events',
      title: words.byLifeEvent,
      entries: lifeEvents.map(({ code, count }) => ({
        href: procedureListAddress(urls.procedures(), { lifeEvent: code }),
        label: LIFE_EVENTS[code][l.locale],
        count,
      })),
    },
    {
      id: 'by-audience',
      title: words.byAudience,
      entries: audiences.map(({ code, count }) => ({
        href: procedureListAddress(urls.procedures(), { audience: code }),
        label: AUDIENCES[code][l.locale],
        count,
      })),
    },
  ];
  return html`${links.map(({ id, title, entries }) =>
    entries.length === 0
      ? ''
      : html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
<ul class="home-ways">${entries.map(({ href, label, count }) => html`<li><a href="${href}">${label}</a> <small>${l.messages.units.procedures(count)}</small></li>`)}</ul></section>`,
  )}`;
}
