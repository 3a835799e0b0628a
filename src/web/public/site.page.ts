import type { Site } from '../../catalogue/index.ts';
import { dayOf } from '../../core/clock.ts';
import { numberOfReviews } from '../../feedback/index.ts';
import {
  alert,
  definitionList,
  factLine,
  figure,
  type Html,
  html,
  linkLine,
  type PageContent,
  pageHead,
  table,
} from '../design/index.ts';
import { toFigure } from '../figures.ts';
import type { PageContext } from '../page-context.ts';
import { isFiltered, usualMonths } from '../review-query.ts';
import { definitionOf, REVIEW_CRITERIA, REVIEW_METHODOLOGY } from '../review-report.ts';
import { type DescribedSite, leftOutOf } from '../site-figures.ts';
import { EVERY_SITE, siteListAddress } from '../site-query.ts';
import { urlsIn } from '../urls.ts';
import { organisationLink } from './organisation-name.page.ts';
import { periodText, reviewFilters } from './review-filters.page.ts';
import { reviewSections } from './review-sections.page.ts';

/** One reception site: how to go there, what its reviews say beside those of its network, its buttons. */
export function sitePage(context: PageContext, described: DescribedSite): PageContent {
  const { l, urls } = context;
  const { list, one: words } = l.messages.sites;
  const { current } = described.history;
  const { network } = current;
  const ofNetwork =
    network === null
      ? null
      : { href: siteListAddress(urls.sites(), { ...EVERY_SITE, network }), name: network };
  return {
    title: current.name,
    here: html`<span lang="fr">${current.name}</span>`,
    description: words.description(current.name),
    paths: { fr: urlsIn('fr').site(current.slug), en: urlsIn('en').site(current.slug) },
    wide: true,
    breadcrumb: [
      { href: urls.sites(), label: list.title },
      ...(ofNetwork === null
        ? []
        : [{ href: ofNetwork.href, label: html`<span lang="fr">${ofNetwork.name}</span>` }]),
    ],
    data: { formats: ['json', 'csv'], cite: { title: current.name } },
    structured: structuredOf(current),
    main: html`${pageHead({ title: current.name, lang: 'fr', over: network === null ? list.site : html`<span lang="fr">${network}</span>` })}
${factLine([
  ...(current.organisation === null ? [] : [organisationLink(context, current.organisation)]),
  ...(current.municipality === null ? [] : [html`<span lang="fr">${current.municipality}</span>`]),
])}
${feedbackLink(context, described)}
${visitSection(context, current)}
${figuresSection(context, described)}
${hasButtons(described) ? reviewSections(context, described.report, 'site').map(({ body }) => body) : ''}
${buttonsSection(context, described)}
${namesSection(context, described)}
${ofNetwork === null ? '' : linkLine(words.links, [{ href: ofNetwork.href, label: words.listOfNetwork }])}`,
  };
}

function structuredOf(site: Site): Record<string, unknown> {
  const { street, postcode, municipality, latitude, longitude } = site;
  return {
    '@type': 'GovernmentOffice',
    name: site.name,
    ...(street === null && municipality === null
      ? {}
      : {
          address: {
            '@type': 'PostalAddress',
            ...(street === null ? {} : { streetAddress: street }),
            ...(postcode === null ? {} : { postalCode: postcode }),
            ...(municipality === null ? {} : { addressLocality: municipality }),
          },
        }),
    ...(latitude === null || longitude === null
      ? {}
      : { geo: { '@type': 'GeoCoordinates', latitude, longitude } }),
  };
}

/** To the button that a reader at home may use: that of a counter would count them as people who came. */
function feedbackLink({ l, urls }: PageContext, { report }: DescribedSite): Html | '' {
  const button = report.buttons.find(({ channel, closedAt }) => channel === 'web' && closedAt === null);
  if (button === undefined) return '';
  return html`<p><a href="${urls.form(button.id)}">${l.messages.sites.one.giveFeedback}</a></p>`;
}

/** Whether it has, or had, a button that asks for reviews. */
function hasButtons({ report }: DescribedSite): boolean {
  return report.buttons.length > 0;
}

function figuresSection(context: PageContext, described: DescribedSite): Html {
  const { l, urls } = context;
  const { report, network, history } = described;
  const { results, view, statistics } = report;
  const words = l.messages.sites.one;
  const leftOut = leftOutOf(described);
  const rows = REVIEW_CRITERIA.map((id) => {
    const definition = definitionOf(id);
    const label = definition.label[l.locale];
    const own = figure(l, toFigure(l, definition, results[id]));
    if (network === null) return [label, own];
    const together = figure(l, toFigure(l, definition, network.results[id]));
    const coverage = words.coverage(network.told[id], network.sites);
    return [label, own, html`${together}<small>${coverage}</small>`];
  });
  return html`<section class="site-figures" aria-labelledby="figures"><h2 id="figures">${words.figures}</h2>
${hasButtons(described) || !view.isUsualPeriod || isFiltered(view) ? reviewFilters(context, urls.site(history.current.slug), report, usualMonths(report.today)) : ''}
<p>${words.figuresNote(periodText(l, view.period))} <a href="${urls.methodology(REVIEW_METHODOLOGY.id)}">${words.method}</a></p>
${numberOfReviews(statistics.counts) > 0 ? '' : alert(l, 'info', isFiltered(view) ? words.noReviewChosen : words.noReviewRemedy, words.noReview)}
${table(l, {
  caption: words.figures,
  captionHidden: true,
  cards: true,
  columns: [
    { label: words.criterion },
    { label: words.here },
    ...(network === null ? [] : [{ label: words.ofNetwork }]),
  ],
  rows,
})}
${leftOut === 0 ? '' : html`<p class="note">${words.leftOut(leftOut)}</p>`}
<p class="note">${network === null ? words.noNetwork : words.networkNote(periodText(l, network.period))}</p></section>`;
}

function visitSection(context: PageContext, site: Site): Html {
  const { l } = context;
  const words = l.messages.sites.one;
  const { street, postcode, municipality, openingHours, premisesAccessibility, latitude, longitude } = site;
  const stated = (text: string | null) =>
    text === null
      ? html`<span class="absent">${words.notStated}</span>`
      : html`<span class="as-written" lang="fr">${text}</span>`;
  const place = [street, [postcode, municipality].filter((part) => part !== null).join(' ')];
  const address = place.filter((line) => line !== null && line !== '').join('\n');
  return html`<section aria-labelledby="visit"><h2 id="visit">${words.visit}</h2>
${definitionList([
  { term: words.address, description: stated(address === '' ? null : address) },
  { term: words.hours, description: stated(openingHours) },
  { term: words.premises, description: stated(premisesAccessibility) },
  ...(site.organisation === null
    ? []
    : [{ term: words.ownedBy, description: organisationLink(context, site.organisation) }]),
  ...(latitude === null || longitude === null
    ? []
    : [
        {
          term: words.position,
          description: words.coordinates(l.number(String(latitude)), l.number(String(longitude))),
        },
      ]),
])}</section>`;
}

function buttonsSection({ l }: PageContext, { buttons }: DescribedSite): Html {
  const words = l.messages.sites.one;
  return html`<section aria-labelledby="buttons"><h2 id="buttons">${words.buttons}</h2>
${
  buttons.length === 0
    ? html`<p>${words.noButton}</p>`
    : html`<p>${words.buttonsNote}</p>${table(l, {
        caption: words.buttons,
        captionHidden: true,
        cards: true,
        columns: [
          { label: words.button },
          { label: words.channel },
          { label: words.step },
          { label: words.asks },
          { label: words.state },
        ],
        rows: buttons.map(({ id, channel, step, questionnaire, createdAt, closedAt }) => [
          html`<code>${id}</code>`,
          l.messages.reviews.channels[channel],
          step === null ? '–' : html`<code>${step}</code>`,
          html`<code>${questionnaire}</code>`,
          closedAt === null ? words.open(l.day(dayOf(createdAt))) : words.closed(l.day(dayOf(closedAt))),
        ]),
      })}`
}</section>`;
}

/** Only where it changed: each name with the day from which it held. */
function namesSection({ l }: PageContext, { history: { versions } }: DescribedSite): Html | '' {
  const words = l.messages.sites.one;
  const names = versions.filter(({ name }, at) => name !== versions[at + 1]?.name);
  if (names.length < 2) return '';
  return html`<section aria-labelledby="names"><h2 id="names">${words.names}</h2><ul>${names.map(
    ({ name, validFrom }) =>
      html`<li><span lang="fr">${name}</span>, ${words.nameSince(l.day(validFrom))}</li>`,
  )}</ul></section>`;
}
