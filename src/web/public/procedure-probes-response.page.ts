/** How fast right answers came, by moment, by point of measure, and at the worst hours. */
import { type HourOfDay, type Response, VERDICTS } from '../../probes/index.ts';
import { disclosure, type Html, html, statistics, table } from '../design/index.ts';
import type { PageContext } from '../page-context.ts';
import type { ProcedureProbes } from '../procedure-probes.ts';
import { availabilityText, indexText, msText } from '../procedure-probes-words.ts';
import { shareText } from '../shares.ts';

const WORST_HOURS = 5;

export function responseSection(context: PageContext, probes: ProcedureProbes): Html {
  const { l } = context;
  const words = l.messages.procedureProbes.response;
  const { whole } = probes.response;
  const head = html`<h2 id="response">${words.title}</h2><p>${words.note}</p>`;
  if (whole.n === 0 && whole.apdex.n === 0)
    return html`<section aria-labelledby="response">${head}<p>${words.none}</p></section>`;
  const { apdex } = whole;
  return html`<section class="probed" aria-labelledby="response">${head}
${statistics(l, [
  { label: words.p50, value: msText(l, whole.p50Ms), detail: words.p50Meaning },
  { label: words.p75, value: msText(l, whole.p75Ms), detail: words.p75Meaning },
  { label: words.p95, value: msText(l, whole.p95Ms), detail: words.p95Meaning },
  { label: words.mean, value: msText(l, whole.meanMs), detail: words.answers(l.number(whole.n)) },
  {
    label: words.apdex,
    value: indexText(l, apdex.score),
    detail: html`${words.apdexOf(l.number(apdex.satisfied), l.number(apdex.tolerated), l.number(apdex.n))}. ${words.apdexMeaning}`,
  },
])}
<p class="note">${words.error(l.percentText(100 * whole.quantileError))}</p>
${momentTable(context, probes)}
${vantageTable(context, probes)}
${hoursTables(context, probes)}</section>`;
}

function momentTable({ l }: PageContext, { response, vantages }: ProcedureProbes): Html {
  const { response: words, availability } = l.messages.procedureProbes;
  const nameOf = (id: number) => vantages.find((one) => one.id === id)?.name ?? String(id);
  const row = (head: Html | string, one: Response): (Html | string)[] => [
    head,
    ...[one.p50Ms, one.p75Ms, one.p95Ms, one.meanMs].map((ms) => msText(l, ms) ?? '–'),
    l.number(one.n),
    one.apdex.score === null
      ? '–'
      : html`${indexText(l, one.apdex.score)} <small>n = ${l.number(one.apdex.n)}</small>`,
  ];
  return table(l, {
    caption: words.table,
    cards: true,
    columns: [
      { label: availability.what },
      ...[words.p50, words.p75, words.p95, words.mean, words.number, words.apdex].map((label) => ({
        label,
        numeric: true,
      })),
    ],
    rows: [
      row(availability.whole, response.whole),
      row(
        html`<abbr title="${availability.businessMeaning}">${availability.business}</abbr>`,
        response.business,
      ),
      row(availability.other, response.other),
      ...response.vantages.map((one) =>
        row(html`${words.vantage} <span lang="fr">${nameOf(one.vantageId)}</span>`, one.response),
      ),
    ],
  });
}

function vantageTable({ l }: PageContext, { response, vantages }: ProcedureProbes): Html {
  const words = l.messages.procedureProbes.response;
  return table(l, {
    caption: words.samples,
    cards: true,
    columns: [
      { label: words.vantage },
      { label: words.samplesTotal, numeric: true },
      ...VERDICTS.map((verdict) => ({ label: l.messages.probes.verdicts[verdict].short, numeric: true })),
    ],
    rows: response.vantages.map(({ vantageId, samples }) => [
      html`<span lang="fr">${vantages.find((one) => one.id === vantageId)?.name ?? String(vantageId)}</span>`,
      l.number(VERDICTS.reduce((sum, verdict) => sum + samples[verdict], 0)),
      ...VERDICTS.map((verdict) => l.number(samples[verdict])),
    ]),
  });
}

function hoursTables({ l }: PageContext, { hours }: ProcedureProbes): Html | '' {
  const { response: words, availability } = l.messages.procedureProbes;
  const known = hours.filter(({ availability: one, answers }) => one.denominator > 0 || answers > 0);
  if (known.length === 0) return '';
  const hoursTable = (caption: string, some: readonly HourOfDay[]) =>
    table(l, {
      caption,
      columns: [
        { label: words.hour },
        ...[availability.share, l.messages.probes.coverage, words.mean, words.number].map((label) => ({
          label,
          numeric: true,
        })),
      ],
      rows: some.map((one) => [
        words.hourOf(one.hour, one.hour + 1),
        availabilityText(l, one.availability) ?? '–',
        shareText(l, one.availability.coverage.share) ?? '–',
        msText(l, one.meanMs) ?? '–',
        l.number(one.answers),
      ]),
    });
  return html`${hoursTable(words.hours, known.slice(0, WORST_HOURS))}
<p class="note">${words.hoursNote}</p>
${disclosure(
  words.allHours,
  hoursTable(
    words.allHours,
    hours.toSorted((one, other) => one.hour - other.hour),
  ),
)}`;
}
