import { addDays, addMonths } from '../../core/clock.ts';
import { type Html, html } from '../design/index.ts';
import type { DescribedOrganisation } from '../organisation-figures.ts';
import type { OrganisationUsage } from '../organisation-usage.ts';
import type { PageContext } from '../page-context.ts';
import { withQuery } from '../urls.ts';
import { UNTIL } from '../usage-query.ts';
import { periodName } from '../usage-words.ts';
import { countedBlock } from './organisation-counted.page.ts';
import { lateBar } from './usage-coverage.page.ts';
import { sumBlock } from './usages.page.ts';

/** Of the procedures of an organisation: totals with how many they are of, how many are late, and what is counted. */
export function organisationUsageSection(
  context: PageContext,
  described: DescribedOrganisation,
  usage: OrganisationUsage,
): Html | '' {
  const { l, urls } = context;
  const words = l.messages.usages.block;
  const { sums, procedures, late, counted } = usage;
  if (procedures === 0) return '';
  const declared =
    sums.length === 0
      ? html`<p>${l.messages.organisations.usage.noneDeclared}</p>`
      : html`<div class="usage-sums">${sums.map((sum) => sumBlock(context, sum))}</div>
${late === 0 ? html`<p>${words.lateNone}</p>` : lateBar(context, late, procedures)}`;
  return html`<section aria-labelledby="usage"><h2 id="usage">${words.organisation}</h2>
${declared}
<p><a href="${urls.usageCoverage()}">${words.coverageLink}</a></p>
${countedBlock(context, counted, described.followed)}
${samePeriodLink(context, described, usage)}</section>`;
}

/** Declared volumes are rarely of the twelve months to yesterday: the same days as theirs are one link away. */
function samePeriodLink(
  { l, urls }: PageContext,
  { history }: DescribedOrganisation,
  { sums, counted }: OrganisationUsage,
): Html | '' {
  const words = l.messages.organisations.usage;
  const declared = sums.find(
    ({ period: { periodStart, periodEnd } }) => addMonths(periodStart, 12) === addDays(periodEnd, 1),
  );
  if (declared === undefined) return '';
  const { period } = declared;
  const here = urls.organisation(history.current.slug);
  const isThere = period.periodEnd === counted.period.to;
  if (counted.equipped === 0 && !isThere) return '';
  const link = isThere
    ? html`<a href="${here}#counted">${words.lastMonths}</a>`
    : html`<a href="${withQuery(here, { [UNTIL]: period.periodEnd })}#counted">${words.samePeriod(periodName(l, period))}</a>`;
  return html`<p>${link}</p>`;
}
