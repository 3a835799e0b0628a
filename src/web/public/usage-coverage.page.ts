/** Who publishes its usage, until when, and who is late. */

import { dayOf } from '../../core/clock.ts';
import { getIndicator } from '../../observations/index.ts';
import {
  detailed,
  emptyState,
  type Html,
  html,
  type PageContent,
  pageHead,
  progressBar,
  table,
} from '../design/index.ts';
import type { PageContext } from '../page-context.ts';
import { urlsIn } from '../urls.ts';
import type { CoverageReport, OrganisationCoverage, SubjectCoverage } from '../usage-coverage.ts';
import { indicatorLink, subjectLink } from '../usage-figures.ts';

export function usageCoveragePage(context: PageContext, report: CoverageReport): PageContent {
  const { l, urls } = context;
  const words = l.messages.usages.coverage;
  const { services, organisations, told, late } = report;
  return {
    title: words.title,
    description: words.description,
    paths: { fr: urlsIn('fr').usageCoverage(), en: urlsIn('en').usageCoverage() },
    wide: true,
    breadcrumb: [{ href: urls.usages(), label: l.messages.usages.nav }],
    data: { formats: ['json', 'csv'], cite: { title: words.title } },
    main: html`${pageHead({ title: words.title, lead: words.lead })}
${
  told === 0
    ? emptyState(l.messages.usages.none, l.messages.usages.noneRemedy, {
        href: urls.usageTemplate(),
        label: l.messages.usages.template,
      })
    : html`<p>${words.summary(l.number(late), l.number(told))}</p>`
}
${services.length === 0 ? '' : servicesSection(context, services)}
${organisations.length === 0 ? '' : organisationsSection(context, organisations)}`,
  };
}

function servicesSection(context: PageContext, services: readonly SubjectCoverage[]): Html {
  const { l } = context;
  const words = l.messages.usages.coverage;
  return html`<section aria-labelledby="services"><h2 id="services">${words.services}</h2>
${table(l, {
  caption: words.services,
  captionHidden: true,
  cards: true,
  columns: [
    { label: words.service },
    { label: l.messages.usages.indicator },
    { label: words.from },
    { label: words.until },
    { label: words.periods, numeric: true },
    { label: words.recorded },
    { label: words.late },
  ],
  rows: services.map((one) => [
    subjectLink(context, one.subject),
    indicatorLink(context, one.indicator),
    l.day(one.from, 'short'),
    l.day(one.until, 'short'),
    l.number(one.periods),
    l.day(dayOf(one.lastRecordedAt), 'short'),
    lateText(context, one),
  ]),
})}</section>`;
}

function lateText({ l }: PageContext, { indicator, lateSince, lateDays }: SubjectCoverage): Html | string {
  const words = l.messages.usages.coverage;
  if (lateSince !== null && lateDays !== null) {
    return html`<strong>${words.lateSince(l.day(lateSince, 'short'), l.number(lateDays))}</strong>`;
  }
  return getIndicator(indicator).expectedAgeDays === null ? words.notAwaited : words.upToDate;
}

function organisationsSection(context: PageContext, rows: readonly OrganisationCoverage[]): Html {
  const { l, urls } = context;
  const words = l.messages.usages.coverage;
  return html`<section aria-labelledby="organisations"><h2 id="organisations">${words.organisations}</h2>
<p>${words.organisationsNote}</p>
${table(l, {
  caption: words.organisations,
  captionHidden: true,
  cards: true,
  columns: [
    { label: l.messages.shell.organisations },
    { label: l.messages.usages.indicator },
    { label: words.procedures },
    { label: words.until },
    { label: words.late },
  ],
  rows: rows.map((row) => [
    row.organisation === null
      ? words.noOrganisation
      : html`<a href="${urls.organisation(row.organisation.slug)}" lang="fr">${row.organisation.name}</a>`,
    indicatorLink(context, row.indicator.id),
    detailed(l, l.messages.figures.coverage(l.number(row.told), l.number(row.procedures))),
    row.until === null ? html`<span class="absent">${words.never}</span>` : l.day(row.until, 'short'),
    organisationLate(context, row),
  ]),
})}</section>`;
}

function organisationLate(
  { l }: PageContext,
  { told, late, lateSince }: OrganisationCoverage,
): Html | string {
  const words = l.messages.usages.coverage;
  if (told === 0) return html`<strong>${words.never}</strong>`;
  if (lateSince === null) return words.upToDate;
  return html`<strong>${words.lateOf(late, l.day(lateSince, 'short'))}</strong>`;
}

/** Of some procedures: how many are told by figures of usage that are late. */
export function lateBar({ l }: PageContext, late: number, procedures: number): Html {
  return progressBar(l, { label: l.messages.usages.block.late, done: late, total: procedures });
}
