/** What Vigie counted itself on the pages of procedures, all of them together. */
import type { Procedure } from '../../catalogue/index.ts';
import { getIndicator } from '../../observations/index.ts';
import { type Html, html, progressBar, type ToldFigure, table, toldFigures } from '../design/index.ts';
import type { PageContext } from '../page-context.ts';
import { shareText } from '../shares.ts';
import { withQuery } from '../urls.ts';
import type { CountedReport, CountedSum } from '../usage-counted.ts';
import { indicatorLink } from '../usage-figures.ts';
import { UNTIL } from '../usage-query.ts';
import { wordTotal } from '../usage-words.ts';

/** How many procedures count, and what they come to; of what cannot be added, why. */
export function countedSection(context: PageContext, report: CountedReport): Html {
  const { l } = context;
  const words = l.messages.usages.counted;
  const { period, equipped, procedures, sums, totals } = report;
  return html`<section aria-labelledby="counted"><h2 id="counted">${words.title}</h2>
<p>${words.intro} ${words.over(l.day(period.from), l.day(period.to))}</p>
${progressBar(l, { label: words.equipped, done: equipped, total: procedures })}
${
  totals.length === 0
    ? html`<p class="note">${words.none}</p>`
    : toldFigures(
        l,
        sums.map((sum) => countedTotal(context, sum)),
      )
}</section>`;
}

/** Procedures together: how many they are of, or why there is no total. */
export function countedTotal(context: PageContext, { indicator, total, why }: CountedSum): ToldFigure {
  const { l } = context;
  const { usages, figures, statuses } = l.messages;
  const definition = getIndicator(indicator);
  const { told, words, exact } = wordTotal(l, definition, total);
  const isTold = total !== null && total.value !== null;
  const isRate = total !== null && total.numerator !== null && total.denominator !== null;
  return {
    label: indicatorLink(context, indicator),
    told: isTold ? told : why === null ? figures.unknown : usages.sums.none,
    exact: exact === words ? null : exact,
    value: isTold ? total.value : null,
    notes: [
      ...(isRate
        ? [usages.counted.ratio(l.number(total.numerator ?? 0), l.number(total.denominator ?? 0))]
        : []),
      ...(why === null ? [] : [usages.sums.notAdded(why[l.locale])]),
      ...(total === null ? [] : [usages.counted.ofProcedures(l.number(total.k), l.number(total.n))]),
      statuses.measured.short,
    ],
  };
}

/**
 * Procedure by procedure, the most visited first; each leads to its own figures over the same days.
 * @param report of twelve months, as the pages of procedures tell them
 */
export function countedTable(
  { l, urls }: PageContext,
  { totals, period }: CountedReport,
  procedureOf: (subjectId: number) => Procedure | null | undefined,
): Html {
  const { counted, procedure: words } = l.messages.usages;
  const absent = html`<span class="absent">${l.messages.figures.unknown}</span>`;
  return table(l, {
    caption: counted.list,
    cards: true,
    columns: [
      { label: l.messages.usages.one.procedure },
      ...[words.visits, words.visitorDays, words.completed, words.completion].map((label) => ({
        label,
        numeric: true,
      })),
    ],
    rows: totals
      .toSorted((one, other) => other.visits - one.visits)
      .map(({ subjectId, visits, visitorDays, completion }) => {
        const one = procedureOf(subjectId);
        const isDoubtful = completion !== null && completion.numerator > completion.denominator;
        return [
          one == null
            ? ''
            : html`<a href="${withQuery(urls.procedureUsage(one), { [UNTIL]: period.to })}" lang="fr">${one.name}</a>`,
          l.number(visits),
          visitorDays === null ? absent : l.number(visitorDays),
          completion === null ? absent : l.number(completion.numerator),
          completion === null
            ? absent
            : html`${isDoubtful ? l.messages.statuses.suspect.short : shareText(l, completion.numerator / completion.denominator)} <small>${counted.ratio(l.number(completion.numerator), l.number(completion.denominator))}</small>`,
        ];
      }),
  });
}
