/** What Vigie counted on the pages of the procedures of an organisation: visits, devices, how many come to an end. */
import type { Procedure } from '../../catalogue/index.ts';
import type { VisitTotals } from '../../visits/index.ts';
import {
  disclosure,
  distributionChart,
  type Html,
  html,
  progressBar,
  table,
  toldFigures,
} from '../design/index.ts';
import type { Localisation } from '../i18n/index.ts';
import { linkedText } from '../linked-text.ts';
import type { OrganisationCounted } from '../organisation-usage.ts';
import { FEWEST_STARTS } from '../organisation-usage.ts';
import type { PageContext } from '../page-context.ts';
import { shareText } from '../shares.ts';
import { withQuery } from '../urls.ts';
import type { Days } from '../usage-counted.ts';
import { UNTIL } from '../usage-query.ts';
import { countedTable, countedTotal } from './usage-counted.page.ts';
import { devicesBar } from './usage-visits.page.ts';

/** Of the figures of procedures together, those that are told here: starts and endings have a chart of their own. */
const HEADLINE = ['visits', 'visitor_days', 'completion'];
const MOST_RANKED = 10;

/** @param procedures those of the organisation, of whom anything may be counted */
export function countedBlock(
  context: PageContext,
  counted: OrganisationCounted,
  procedures: readonly Procedure[],
): Html {
  const { l } = context;
  const { organisations, usages } = l.messages;
  const { period, equipped, totals, sums } = counted;
  const words = organisations.usage;
  const head = html`<h3 id="counted">${usages.counted.title}</h3>`;
  if (equipped === 0) {
    return html`${head}<p>${words.notCounted(procedures.length, l.day(period.from), l.day(period.to))} ${linkedText(context, words.howToCount)}</p>`;
  }
  const byId = new Map(procedures.map((one) => [one.subjectId, one]));
  return html`${head}
<p>${usages.counted.intro} ${words.over(l.day(period.from), l.day(period.to))}</p>
${progressBar(l, { label: usages.counted.equipped, done: equipped, total: counted.procedures })}
${
  totals.length === 0
    ? html`<p>${usages.procedure.nothingCounted}</p>`
    : html`${toldFigures(
        l,
        sums.filter(({ indicator }) => HEADLINE.includes(indicator)).map((sum) => countedTotal(context, sum)),
      )}
${devicesBlock(l, counted)}
${journeyBlock(l, counted)}
${rankedBlock(context, counted, byId)}
${disclosure(
  words.each,
  countedTable(context, counted, (id) => byId.get(id)),
)}`
}`;
}

function devicesBlock(l: Localisation, { byDevice, totals, procedures }: OrganisationCounted): Html | '' {
  if (byDevice.length === 0) return '';
  const { usages } = l.messages;
  return html`${devicesBar(l, byDevice)}
<p class="note">${usages.counted.ofProcedures(l.number(totals.length), l.number(procedures))}</p>`;
}

/** Steps differ from one procedure to another: only what all of them have is put together. */
function journeyBlock(l: Localisation, { journey, procedures, doubtful }: OrganisationCounted): Html {
  const words = l.messages.organisations.usage;
  const aside = doubtful.length === 0 ? '' : html`<p class="note">${words.doubtful(doubtful.length)}</p>`;
  if (journey === null || journey.starts === 0)
    return html`<h3 id="journey">${words.journey}</h3><p>${words.noJourney}</p>${aside}`;
  const { k, starts, endings, submitted, refused, errors, dropped } = journey;
  const bar = (label: string, count: number) => ({
    label,
    count,
    shareText: shareText(l, count / starts) ?? '',
  });
  const both = submitted + refused - endings;
  return html`<h3 id="journey">${words.journey}</h3>
<p>${words.journeyNote}</p>
${distributionChart(l, {
  title: words.journeyTitle(k, procedures),
  bars: [
    bar(words.marks.starts, starts),
    bar(words.marks.submitted, submitted),
    bar(words.marks.refused, refused),
    bar(words.marks.dropped, dropped),
    bar(words.marks.errors, errors),
  ],
})}
<p class="note">${words.droppedIs(l.number(starts), l.number(endings), l.number(dropped))}${both > 0 ? ` ${words.bothEndings(both)}` : ''} ${words.errorsAre}</p>
${aside}`;
}

function rankedBlock(
  context: PageContext,
  { period, ranked, unranked }: OrganisationCounted,
  byId: ReadonlyMap<number, Procedure>,
): Html | '' {
  const { l } = context;
  const { organisations, usages } = l.messages;
  const words = organisations.usage;
  const rest = unranked === 0 ? '' : html`<p class="note">${words.unranked(unranked, FEWEST_STARTS)}</p>`;
  if (ranked.length < 2) return rest;
  return html`<h3 id="completion">${words.ranked}</h3>
<p>${words.rankedNote(FEWEST_STARTS)}</p>
${table(l, {
  caption: words.ranked,
  captionHidden: true,
  cards: true,
  columns: [
    { label: usages.one.procedure },
    { label: usages.procedure.completion, numeric: true },
    { label: words.endingsOfStarts, numeric: true },
    { label: words.marks.dropped, numeric: true },
  ],
  rows: ranked.slice(0, MOST_RANKED).map((one) => rankedRow(context, one, period, byId)),
})}
${ranked.length <= MOST_RANKED ? '' : html`<p class="note">${words.rankedOf(MOST_RANKED, ranked.length)}</p>`}${rest}`;
}

function rankedRow(
  { l, urls }: PageContext,
  { subjectId, completion }: VisitTotals,
  period: Days,
  byId: ReadonlyMap<number, Procedure>,
): (Html | string)[] {
  const procedure = byId.get(subjectId);
  const { numerator, denominator } = completion ?? { numerator: 0, denominator: 0 };
  return [
    procedure === undefined
      ? ''
      : html`<a href="${withQuery(urls.procedureUsage(procedure), { [UNTIL]: period.to })}" lang="fr">${procedure.name}</a>`,
    shareText(l, denominator === 0 ? null : numerator / denominator) ?? '–',
    l.messages.usages.counted.ratio(l.number(numerator), l.number(denominator)),
    l.number(denominator - numerator),
  ];
}
