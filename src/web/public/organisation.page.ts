import type { OrganisationNode } from '../../catalogue/index.ts';
import {
  alert,
  disclosure,
  emptyState,
  factLine,
  type Html,
  html,
  inFrench,
  linkLine,
  type PageContent,
  pageHead,
} from '../design/index.ts';
import type { DescribedOrganisation } from '../organisation-figures.ts';
import type { OrganisationUsage } from '../organisation-usage.ts';
import type { PageContext } from '../page-context.ts';
import { EVERY_SITE, siteListAddress } from '../site-query.ts';
import { urlsIn, withQuery } from '../urls.ts';
import { organisationChangesSection } from './organisation-changes.page.ts';
import { otherOrganisationForm } from './organisation-comparison.page.ts';
import { freshnessSection } from './organisation-freshness.page.ts';
import { namesSection, organisationHistorySection } from './organisation-history.page.ts';
import { levelText, organisationLink } from './organisation-name.page.ts';
import { organisationProceduresSection } from './organisation-procedures.page.ts';
import { criteriaSection, headlineSection } from './organisation-standing.page.ts';
import { organisationUsageSection } from './organisation-usage.page.ts';

/** One organisation or ministry: how its procedures do, beside all of them, and since when. */
export function organisationPage(
  context: PageContext,
  described: DescribedOrganisation,
  usage: OrganisationUsage,
): PageContent {
  const { l, urls } = context;
  const words = l.messages.organisations.one;
  const { current, ancestors } = described.history;
  const { told } = described.figures;
  const french = (name: string) => html`<span lang="fr">${name}</span>`;
  return {
    title: current.name,
    here: french(current.name),
    description: words.description(current.name),
    paths: { fr: urlsIn('fr').organisation(current.slug), en: urlsIn('en').organisation(current.slug) },
    wide: true,
    breadcrumb: [
      { href: urls.organisations(), label: l.messages.organisations.list.title },
      ...ancestors
        .toReversed()
        .map(({ slug, name }) => ({ href: urls.organisation(slug), label: french(name) })),
    ],
    data: {
      formats: ['json', 'csv'],
      cite: { title: current.name, ...(told === null ? {} : { edition: told.edition }) },
    },
    structured: structuredOf(described),
    main: html`${pageHead({
      title: current.name,
      lang: 'fr',
      over: levelText(l, current),
    })}
${facts(context, described)}
${notice(context, described)}
${sectionLinks(context, described)}
${
  told === null
    ? ''
    : html`${headlineSection(context, told)}
${criteriaSection(context, told)}
${freshnessSection(context, described.figures)}
${organisationHistorySection(context, described.series)}
${organisationChangesSection(context, described.changes)}`
}
${organisationUsageSection(context, described, usage)}
${organisationProceduresSection(context, described)}
${childrenSection(context, described)}
${namesSection(context, described)}
${otherOrganisationForm(context, described)}
${disclosure(words.attributionTitle, html`<p>${words.attribution}</p>`)}`,
  };
}

function structuredOf({ history: { current, ancestors } }: DescribedOrganisation): Record<string, unknown> {
  const [parent] = ancestors;
  return {
    '@type': 'GovernmentOrganization',
    name: current.name,
    ...(current.acronym === null || current.acronym === current.name
      ? {}
      : { alternateName: current.acronym }),
    ...(parent === undefined
      ? {}
      : { parentOrganization: { '@type': 'GovernmentOrganization', name: parent.name } }),
  };
}

function facts(
  { l, urls }: PageContext,
  { history, figures, followed, latest }: DescribedOrganisation,
): Html {
  const words = l.messages.organisations.one;
  const { current, ancestors } = history;
  return factLine([
    ...(current.acronym === null || current.acronym === current.name
      ? []
      : [html`<span lang="fr">${current.acronym}</span>`]),
    ...ancestors
      .slice(0, 1)
      .map(
        ({ slug, name }) =>
          html`${words.parents}${l.messages.shell.colon} <a href="${urls.organisation(slug)}" lang="fr">${name}</a>`,
      ),
    words.followed(followed.length),
    ...(latest === null || figures.told === null || !figures.isCurrent
      ? []
      : [
          inFrench(
            l,
            words.inEdition(figures.told.procedures.length, figures.told.whole.procedures, latest.label),
            latest.label,
          ),
        ]),
  ]);
}

/** What is missing: any procedure, any edition, or the latest one. */
function notice({ l }: PageContext, { figures, followed, latest }: DescribedOrganisation): Html | '' {
  const words = l.messages.organisations.one;
  const { told, isCurrent } = figures;
  if (told === null) {
    return followed.length === 0
      ? emptyState(words.nothingTitle, words.nothing)
      : alert(l, 'info', words.neverTold(followed.length), l.messages.organisations.list.noFigures);
  }
  if (isCurrent || latest === null) return '';
  const { label, cutoff_on } = told.edition;
  return alert(
    l,
    'info',
    inFrench(l, words.former(label, l.day(cutoff_on)), label),
    inFrench(l, words.formerTitle(latest.label), latest.label),
  );
}

function sectionLinks(
  { l, urls }: PageContext,
  { history, figures, followed, sites }: DescribedOrganisation,
): Html {
  const words = l.messages.organisations.one;
  const listed = {
    href: withQuery(urls.procedures(), { administration: history.current.slug }),
    label: words.listOfProcedures,
  };
  const organisation = history.current.slug;
  const received =
    sites === 0
      ? []
      : [
          {
            href: siteListAddress(urls.sites(), { ...EVERY_SITE, organisation }),
            label: words.listOfSites(sites),
          },
        ];
  if (figures.told === null) return linkLine(words.links, [listed, ...received]);
  return linkLine(words.onThisPage, [
    { href: '#criteria', label: words.criteria },
    { href: '#coverage', label: words.coverage },
    { href: '#history', label: words.history },
    { href: '#changes', label: words.changes },
    ...(followed.length === 0 ? [] : [{ href: '#usage', label: l.messages.usages.block.organisation }]),
    { href: '#procedures', label: words.procedures },
    listed,
    ...received,
  ]);
}

function childrenSection(context: PageContext, { history }: DescribedOrganisation): Html | '' {
  if (history.children.length === 0) return '';
  const list = (nodes: readonly OrganisationNode[]): Html =>
    html`<ul>${nodes.map(
      (node) =>
        html`<li>${organisationLink(context, node)}${node.children.length === 0 ? '' : list(node.children)}</li>`,
    )}</ul>`;
  return html`<section class="organisation-children" aria-labelledby="children"><h2 id="children">${context.l.messages.organisations.one.children}</h2>${list(history.children)}</section>`;
}
