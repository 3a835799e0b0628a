import type { Procedure } from '../../catalogue/index.ts';
import { addDays } from '../../core/clock.ts';
import {
  alert,
  emptyState,
  factLine,
  filters,
  type Html,
  html,
  inFrench,
  linkLine,
  type PageContent,
  pageHead,
} from '../design/index.ts';
import type { PageContext } from '../page-context.ts';
import type { ProcedureProbes } from '../procedure-probes.ts';
import { PROBE_PARAMETERS, type ProbeView, probeAddress, USUAL_MONTHS } from '../procedure-probes-query.ts';
import { availabilityText } from '../procedure-probes-words.ts';
import { monthsTo } from '../review-query.ts';
import { shareText } from '../shares.ts';
import { urlsIn } from '../urls.ts';
import { owners } from './procedure-head.page.ts';
import { checksSection, divergencesSection } from './procedure-probes-checks.page.ts';
import { availabilitySection, gapsSection } from './procedure-probes-figures.page.ts';
import { incidentsSection } from './procedure-probes-incidents.page.ts';
import { levelsSection } from './procedure-probes-levels.page.ts';
import { daySection, glanceSection, nowSection } from './procedure-probes-now.page.ts';
import { responseSection } from './procedure-probes-response.page.ts';
import { surgeSection } from './procedure-probes-surge.page.ts';

/** Whether a procedure answers and did, how fast, what failed, and what was checked of its pages. */
export function procedureProbesPage(
  context: PageContext,
  procedure: Procedure,
  probes: ProcedureProbes | null,
): PageContent {
  const { l, urls } = context;
  const words = l.messages.procedureProbes;
  const { name } = procedure;
  return {
    title: words.titleOf(name),
    here: html`${l.messages.availability.nav}`,
    description: words.description(name),
    paths: {
      fr: urlsIn('fr').procedureAvailability(procedure),
      en: urlsIn('en').procedureAvailability(procedure),
    },
    breadcrumb: [
      { href: urls.procedures(), label: l.messages.shell.procedures },
      {
        href: urls.procedure(procedure),
        label: l.locale === 'fr' ? name : html`<span lang="fr">${name}</span>`,
      },
    ],
    indexed: probes !== null,
    data: { formats: ['json', 'csv'], cite: { title: words.titleOf(name) } },
    main: html`${pageHead({
      title: inFrench(l, words.titleOf(name), name),
      over: owners(context, procedure),
      ...(probes === null ? {} : { lead: leadOf(context, probes) }),
    })}
${factLine([
  html`<a href="${urls.procedure(procedure)}">${words.back}</a>`,
  html`<a href="${urls.availability()}">${words.national}</a>`,
  html`<a href="${urls.robot()}">${words.robot}</a>`,
])}
${probes === null ? emptyState(words.notMonitored, words.notMonitoredRemedy) : told(context, procedure, probes)}`,
  };
}

function told(context: PageContext, procedure: Procedure, probes: ProcedureProbes): Html {
  const { l, urls } = context;
  const words = l.messages.procedureProbes;
  const present = [
    { id: 'now', label: words.now.title, body: nowSection(context, probes) },
    { id: 'day', label: words.minutes.title, body: daySection(context, probes) },
    { id: 'ninety', label: words.glance, body: glanceSection(context, probes) },
  ];
  const past = [
    { id: 'availability', label: words.availability.title, body: availabilitySection(context, probes) },
    { id: 'response', label: words.response.title, body: responseSection(context, probes) },
    { id: 'surge', label: words.surge.title, body: surgeSection(context, procedure, probes) },
    { id: 'levels', label: words.levels.title, body: levelsSection(context, probes) },
    { id: 'incidents', label: words.incidents.title, body: incidentsSection(context, probes) },
  ];
  const checked = [
    { id: 'checks', label: l.messages.checks.title, body: checksSection(context, probes) },
    {
      id: 'divergences',
      label: l.messages.checks.divergenceTitle,
      body: divergencesSection(context, probes),
    },
    { id: 'gaps', label: words.gaps.title, body: gapsSection(context, probes) },
  ];
  const bodies = (sections: readonly { body: Html | '' }[]) => sections.map(({ body }) => body);
  return html`${probes.state === null ? alert(l, 'warning', words.now.noLonger) : ''}
${linkLine(
  l.messages.editionPages.onThisPage,
  [...present, ...past, ...checked].flatMap(({ id, label, body }) =>
    body === '' ? [] : [{ href: `#${id}`, label }],
  ),
)}
${bodies(present)}
${periodForm(context, urls.procedureAvailability(procedure), probes)}
${bodies(past)}
${bodies(checked)}`;
}

/** The state now and the availability of the period, in a sentence or two. */
function leadOf({ l }: PageContext, { state, availability, view, judged }: ProcedureProbes): string {
  const words = l.messages.procedureProbes;
  const told = l.messages.probes.verdicts[state?.verdict ?? 'unseen'].label;
  const share = availabilityText(l, availability.whole);
  if (share === null) return words.leadUnknown(told);
  const isSuspect = judged.some(({ results }) => results.some(({ result }) => result.status === 'suspect'));
  if (isSuspect) return words.leadSuspect(told);
  const coverage = shareText(l, availability.whole.coverage.share) ?? '–';
  const { from, to } = view.period;
  return view.isUsualPeriod
    ? words.lead(told, share, coverage)
    : words.leadOver(told, l.days(from, to), share, coverage);
}

const SHORT_DAYS = 30;

/** The days that all that follows speaks of. */
function periodForm({ l }: PageContext, address: string, { view, today }: ProcedureProbes): Html {
  const words = l.messages.procedureProbes;
  const { period, isUsualPeriod } = view;
  const field = { kind: 'day', max: today } as const;
  const views: { label: string; view: ProbeView }[] = [
    {
      label: words.lastDays(SHORT_DAYS),
      view: { period: { from: addDays(today, 1 - SHORT_DAYS), to: today }, isUsualPeriod: false },
    },
    { label: words.lastMonths(USUAL_MONTHS), view: { period, isUsualPeriod: true } },
    {
      label: words.lastMonths(12),
      view: { period: { from: monthsTo(today, 12), to: today }, isUsualPeriod: false },
    },
  ];
  return html`${filters(l, {
    action: address,
    fields: [
      { ...field, name: PROBE_PARAMETERS.from, label: words.from, value: period.from },
      { ...field, name: PROBE_PARAMETERS.to, label: words.to, value: period.to },
    ],
    active: isUsualPeriod
      ? []
      : [{ label: words.period, value: l.days(period.from, period.to), removeHref: address }],
    clearHref: address,
  })}
${linkLine(
  words.periods,
  views.map((one) => ({ href: `${probeAddress(address, one.view)}#availability`, label: one.label })),
)}`;
}
