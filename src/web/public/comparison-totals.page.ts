import {
  type CriterionDefinition,
  type CriterionId,
  findCriterion,
  getMethodology,
} from '../../criteria/index.ts';
import {
  type Aggregate,
  type Comparison,
  type EditionPair,
  type PublishedEdition,
  TOTAL_INDICATORS,
  type TotalIndicator,
} from '../../editions/index.ts';
import { alert, beforeAfter, detailed, type Html, html, inFrench, table } from '../design/index.ts';
import type { Localisation } from '../i18n/index.ts';
import { byName } from '../names.ts';
import type { PageContext } from '../page-context.ts';
import { ratioText, shareText, totalText } from '../shares.ts';
import { numberCell } from './summary-cells.page.ts';
import { overText } from './totals-edition.page.ts';

/** Each ministry before and after: how many procedures, how many online, how many that reach an objective. */
export function ministriesSection(
  { l }: PageContext,
  comparison: Comparison,
  asked: CriterionId | null,
): Html {
  const words = l.messages.comparison;
  const definition = shownCriterion(comparison, asked);
  const { whole, ministries } = comparison;
  const columns = sideColumns(l, comparison, definition);
  return html`<section aria-labelledby="ministries"><h2 id="ministries">${words.ministries}</h2>
<p>${words.ministriesNote}</p>
${table(l, {
  caption: words.ministries,
  captionHidden: true,
  cards: true,
  columns: [{ label: l.messages.edition.ministry }, ...columns.map(({ label }) => ({ label }))],
  rows: [{ name: words.all, ...whole }, ...ministries.toSorted(byName)].map(({ name, before, after }, at) => [
    at === 0 || name === null
      ? html`<strong>${name ?? l.messages.summary.unnamed}</strong>`
      : html`<span lang="fr">${name}</span>`,
    ...columns.map(({ cellOf }) => beforeAfter(l, cellOf(before), cellOf(after))),
  ]),
})}</section>`;
}

/** The criterion asked for where its levels compare; else the first one, online apart, that has an objective. */
function shownCriterion(
  { criteria, after, whole }: Comparison,
  asked: CriterionId | null,
): CriterionDefinition | null {
  const methodology = getMethodology(after.methodology);
  const comparable = criteria
    .filter(({ levels }) => levels)
    .flatMap(({ criterion }) => findCriterion(methodology, criterion) ?? [])
    .filter(({ objective }) => objective !== null);
  const isTold = ({ id }: CriterionDefinition) =>
    [whole.before, whole.after].every(
      (side) => (side?.criteria[id]?.reaching?.by_number.denominator ?? 0) > 0,
    );
  return (
    comparable.find(({ id }) => id === asked) ??
    comparable.find((definition) => definition.id !== 'online' && isTold(definition)) ??
    null
  );
}

type SideColumn = { label: string; cellOf(side: Aggregate | null): Html | string };

/** Columns of which nothing is known on either side are left out. */
function sideColumns(
  l: Localisation,
  { whole }: Comparison,
  definition: CriterionDefinition | null,
): SideColumn[] {
  const words = l.messages.comparison;
  const none = l.number(0);
  const isOnlineTold = [whole.before, whole.after].some(
    (side) => (side?.online.by_number.denominator ?? 0) > 0,
  );
  return [
    { label: words.proceduresBefore, cellOf: (side) => (side === null ? none : l.number(side.procedures)) },
    ...(isOnlineTold
      ? [
          {
            label: words.onlineBefore,
            cellOf: (side: Aggregate | null) => (side === null ? '–' : numberCell(l, side.online.by_number)),
          },
        ]
      : []),
    ...(definition === null
      ? []
      : [
          {
            label: words.reachingOf(definition.shortLabel[l.locale]),
            cellOf: (side: Aggregate | null) => {
              const reaching = side?.criteria[definition.id]?.reaching;
              return reaching ? numberCell(l, reaching.by_number) : '–';
            },
          },
        ]),
  ];
}

/** Two editions of which one is known by its totals: those totals, and the same of the other one where it tells them. */
export function totalsSection({ l }: PageContext, { before, after }: EditionPair): Html {
  const words = l.messages.comparison;
  const sides = [before, after] as const;
  const told = TOTAL_INDICATORS.filter((indicator) =>
    sides.some(({ totals }) => totals?.some((total) => total.indicator === indicator)),
  );
  return html`${sides
    .filter(({ totals }) => totals !== null)
    .map(({ edition }) =>
      alert(l, 'info', inFrench(l, words.totalsOnly(edition.label), edition.label), l.messages.totals.notice),
    )}
<section aria-labelledby="totals"><h2 id="totals">${words.totals}</h2>
<p>${words.totalsNote}</p>
${table(l, {
  caption: words.totals,
  captionHidden: true,
  cards: true,
  columns: [
    { label: l.messages.totals.indicator },
    ...sides.map(({ edition }) => ({ label: edition.label, lang: 'fr' })),
  ],
  rows: told.map((indicator) => [
    l.messages.totals.indicators[indicator],
    ...sides.map((side) => totalCell(l, side, indicator)),
  ]),
})}</section>`;
}

/** What an edition says of a total: as its source words it, or counted from its procedures. */
function totalCell(
  l: Localisation,
  { totals, procedures, aggregates }: PublishedEdition,
  indicator: TotalIndicator,
): Html {
  const notFollowed = html`<span class="absent">${l.messages.comparison.notFollowed}</span>`;
  if (totals !== null) {
    const total = totals.find((one) => one.indicator === indicator);
    return total === undefined
      ? notFollowed
      : detailed(l, totalText(l, total), overText(l, total, totals) ?? undefined);
  }
  if (indicator === 'procedures') return detailed(l, l.number(procedures.length));
  const rate = indicator === 'online_rate' ? aggregates?.whole.online.by_number : undefined;
  if (rate === undefined) return notFollowed;
  if (rate.denominator === 0) return detailed(l, null);
  return detailed(l, shareText(l, rate.value), ratioText(l, rate));
}
