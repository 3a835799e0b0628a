/** What the traffic was, what the answers were, and what happened: on one axis of time. */
import type { Procedure } from '../../catalogue/index.ts';
import { daysBetween } from '../../core/clock.ts';
import { type ChartMark, type Html, html, type PairedPoint, pairedChart } from '../design/index.ts';
import type { Localisation } from '../i18n/index.ts';
import type { PageContext } from '../page-context.ts';
import { MOST_SURGE_DAYS, type ProcedureProbes } from '../procedure-probes.ts';
import { FEWEST_DAYS, type SurgeDay, type SurgeSide } from '../procedure-probes-surge.ts';
import { availabilityText, msText } from '../procedure-probes-words.ts';

export function surgeSection(context: PageContext, procedure: Procedure, probes: ProcedureProbes): Html {
  const { l } = context;
  const words = l.messages.procedureProbes.surge;
  const { surge, annotations, view } = probes;
  const isLong = daysBetween(view.period.from, view.period.to) >= MOST_SURGE_DAYS;
  return html`<section aria-labelledby="surge"><h2 id="surge">${words.title}</h2>
${surge.days.length === 0 ? html`<p>${words.noDays}</p>` : surgeChart(l, probes)}
${isLong ? html`<p class="note">${words.lastDays(MOST_SURGE_DAYS)}</p>` : ''}
${
  annotations.length === 0
    ? ''
    : html`<h3>${words.annotations}</h3><ul>${annotations.map(
        ({ day, text }) => html`<li>${l.day(day)}${l.messages.shell.colon} ${text[l.locale]}</li>`,
      )}</ul>`
}
<h3>${words.question}</h3>${answer(context, procedure, probes)}</section>`;
}

function surgeChart(l: Localisation, { surge, annotations }: ProcedureProbes): Html {
  const words = l.messages.procedureProbes.surge;
  return pairedChart(l, {
    title: words.chart,
    bars: { label: words.visits, tickText: (value) => l.number(value) },
    lines: {
      label: words.response,
      names: [words.median, words.p95],
      tickText: (value) => l.number(value),
    },
    markNames: { incident: words.incident, annotation: words.annotation },
    heads: [words.day, words.visitsHead, words.median, words.p95, words.availability, words.happened],
    points: surge.days.map((one): PairedPoint => {
      const noted = annotations.filter(({ day }) => day === one.day);
      const marks: ChartMark[] = [];
      if (one.incidents > 0) marks.push('incident');
      if (noted.length > 0) marks.push('annotation');
      return {
        label: l.day(one.day, 'short'),
        bar: one.visits,
        values: [one.response?.p50Ms ?? null, one.response?.p95Ms ?? null],
        marks,
        cells: [
          one.visits === null ? absent(l) : l.number(one.visits),
          msText(l, one.response?.p50Ms ?? null) ?? absent(l),
          msText(l, one.response?.p95Ms ?? null) ?? absent(l),
          (one.availability && availabilityText(l, one.availability)) ?? absent(l),
          happened(
            l,
            one,
            noted.map(({ text }) => text[l.locale]),
          ),
        ],
      };
    }),
  });
}

function absent(l: Localisation): Html {
  return html`<span class="absent">${l.messages.procedureProbes.availability.unknown}</span>`;
}

function happened(l: Localisation, { incidents }: SurgeDay, notes: readonly string[]): Html | string {
  const words = l.messages.procedureProbes.surge;
  const told = [...(incidents === 0 ? [] : [words.incidents(incidents)]), ...notes];
  return told.length === 0 ? html`<span class="absent">–</span>` : told.join(', ');
}

/** What the busiest days were beside the others, where both are known; why not, elsewhere. */
function answer({ l, urls }: PageContext, procedure: Procedure, { surge }: ProcedureProbes): Html {
  const words = l.messages.procedureProbes.surge;
  const { comparison, days, isCounted } = surge;
  if (!isCounted) return html`<p>${words.notCounted}</p>`;
  const usage = html`<p><a href="${urls.procedureUsage(procedure)}">${words.seeUsage}</a></p>`;
  if (days.every(({ visits }) => visits === null)) return html`<p>${words.noVisits}</p>${usage}`;
  if (comparison === null) {
    const known = days.filter(({ visits, response }) => visits !== null && (response?.n ?? 0) > 0).length;
    return html`<p>${known < FEWEST_DAYS ? words.few(known, FEWEST_DAYS) : words.even}</p>${usage}`;
  }
  const { busiest, others, threshold } = comparison;
  return html`<p>${words.told(words.busiest(busiest.days, l.number(threshold)), sideText(l, busiest))} ${words.told(words.others(others.days), sideText(l, others))}</p>
<p class="note">${words.noCause}</p>${usage}`;
}

function sideText(
  l: Localisation,
  { meanMs, answers, medianP95Ms, upMinutes, seenMinutes }: SurgeSide,
): string {
  const { surge: words, availability } = l.messages.procedureProbes;
  const share = seenMinutes === 0 ? null : upMinutes / seenMinutes;
  const answered = words.answered(
    msText(l, meanMs) ?? availability.unknown,
    l.number(answers),
    msText(l, medianP95Ms) ?? availability.unknown,
  );
  const told = availabilityText(l, { share }) ?? availability.unknown;
  return `${answered}, ${words.wasUp(told, l.number(upMinutes), l.number(seenMinutes))}`;
}
