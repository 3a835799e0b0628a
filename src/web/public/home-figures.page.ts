/** The state of things in four figures, each with what it is counted over, how it moved and what it means. */
import { type CriterionId, displayDecimal, findCriterion, getMethodology } from '../../criteria/index.ts';
import { type CountedShare, countResults, findTrend, type SeriesPoint } from '../../editions/index.ts';
import { type Html, html, sparkline } from '../design/index.ts';
import type { Localisation } from '../i18n/index.ts';
import type { PageContext } from '../page-context.ts';
import { spreadOverQuarters } from '../quarters.ts';
import { pooledDetail, pooledText, ratioText, shareText } from '../shares.ts';

/** The criteria of the home page. */
export const SHOWN = [
  'online',
  'satisfaction',
  'accessibility',
  'availability',
] as const satisfies CriterionId[];
type Shown = (typeof SHOWN)[number];

/** Two editions over the procedures that both judge by a criterion (`listSameProcedures`). */
export type SameProcedures = ReadonlyMap<CriterionId, readonly SeriesPoint[]>;

/** What is told of a criterion: the value over all answers, or the share of procedures. */
type Statistic = 'online' | 'pooled' | 'reaching';

/** The criteria whose value over all answers says most to a reader. */
const POOLED_FIRST: ReadonlySet<Shown> = new Set<Shown>(['satisfaction', 'availability']);

/** @param series the last editions known by procedures, the earliest first; the figures are those of the last one */
export function keyFigures(context: PageContext, series: readonly SeriesPoint[], same: SameProcedures): Html {
  const words = context.l.messages.home;
  return html`<section aria-labelledby="figures"><h2 id="figures">${words.figuresOf(series.at(-1)?.label ?? '')}</h2>
<div class="key-figures">${SHOWN.map((criterion) => keyFigure(context, criterion, series, same.get(criterion) ?? []))}</div>
${series.length < 2 ? '' : html`<p class="note">${words.trendNote}</p>`}</section>`;
}

function keyFigure(
  context: PageContext,
  criterion: Shown,
  series: readonly SeriesPoint[],
  same: readonly SeriesPoint[],
): Html {
  const { l, urls } = context;
  const words = l.messages.home;
  const last = series.at(-1);
  const statistic = last === undefined ? 'reaching' : chooseStatistic(criterion, last);
  const share = last === undefined ? null : shareOf(last, criterion, statistic);
  const value = last && share && valueText(l, last, criterion, statistic, share);
  return html`<article class="key-figure" aria-labelledby="figure-${criterion}">
<h3 id="figure-${criterion}"><a href="${urls.criterion(criterion)}">${words.figures[criterion]}</a></h3>
${
  last && share && value
    ? html`<p class="key-value"><span class="figure-value">${value}</span>${statistic === 'pooled' ? '' : html` <span class="figure-unit">${words.ofProcedures}</span>`}</p>
<p>${meaningText(l, last, criterion, statistic)}</p>
<p class="detail">${detailText(l, last, criterion, statistic, share)}</p>
${criterion === 'online' ? volumeNote(l, last) : ''}
<div class="trend">${sparkline(sparkPoints(series, criterion, statistic))}${trendOf(l, series, same, criterion, statistic)}</div>`
    : html`<p class="key-value"><span class="figure-value absent">${l.messages.figures.unknown}</span></p><p>${words.notInEdition}</p>`
}
${statistic === 'pooled' || criterion !== 'satisfaction' ? '' : lastPooled(l, criterion, series)}</article>`;
}

function chooseStatistic(criterion: Shown, last: SeriesPoint): Statistic {
  if (criterion === 'online') return 'online';
  const hasPooled = last.aggregate.criteria[criterion]?.pooled?.value != null;
  return POOLED_FIRST.has(criterion) && hasPooled ? 'pooled' : 'reaching';
}

/** Null where the edition does not have it. */
function shareOf({ aggregate }: SeriesPoint, criterion: Shown, statistic: Statistic): CountedShare | null {
  const told = aggregate.criteria[criterion];
  const share =
    statistic === 'online'
      ? aggregate.online.by_number
      : statistic === 'pooled'
        ? told?.pooled
        : told?.reaching?.by_number;
  return share === undefined || share === null || share.value === null ? null : share;
}

function valueText(
  l: Localisation,
  { methodology }: SeriesPoint,
  criterion: Shown,
  statistic: Statistic,
  share: CountedShare,
): string | null {
  const definition = findCriterion(getMethodology(methodology), criterion);
  return statistic === 'pooled' && definition !== null
    ? pooledText(l, definition, share)
    : shareText(l, share.value);
}

function meaningText(
  l: Localisation,
  { methodology }: SeriesPoint,
  criterion: Shown,
  statistic: Statistic,
): string {
  const { meanings } = l.messages.home;
  if (statistic === 'online') return meanings.online;
  if (statistic === 'pooled')
    return criterion === 'satisfaction' ? meanings.satisfaction : meanings.availability;
  const objective = findCriterion(getMethodology(methodology), criterion)?.objective;
  return meanings.reaching(objective?.[l.locale] ?? '');
}

/** "56 sur 111 · 111 sur 160 démarches ont un résultat", "80 886 réponses · 50 démarches comptées sur 60". */
function detailText(
  l: Localisation,
  last: SeriesPoint,
  criterion: Shown,
  statistic: Statistic,
  share: CountedShare,
): string {
  const definition = findCriterion(getMethodology(last.methodology), criterion);
  const { procedures } = last.aggregate;
  if (statistic !== 'pooled') {
    const known = countResults(last, criterion);
    return `${ratioText(l, share)} · ${l.messages.criterionPages.results(known, procedures)}`;
  }
  const isSum = definition === null || definition.sampling === 'none';
  const counted = isSum ? ratioText(l, share) : l.messages.units.answers(share.denominator);
  return `${counted} · ${l.messages.home.countedOver(share.procedures, procedures)}`;
}

function volumeNote(l: Localisation, { aggregate }: SeriesPoint): Html | '' {
  const { by_volume } = aggregate.online;
  const text = shareText(l, by_volume.value);
  if (text === null) return '';
  const known = l.messages.summary.volumesKnown(by_volume.procedures, aggregate.procedures);
  return html`<p class="detail">${l.messages.home.byVolume(text, known)}</p>`;
}

/** How the figure moved: over the procedures that both editions judge, as others come and go. */
function trendOf(
  l: Localisation,
  series: readonly SeriesPoint[],
  same: readonly SeriesPoint[],
  criterion: Shown,
  statistic: Statistic,
): Html {
  const words = l.messages.home.trend;
  const figureOf = (point: SeriesPoint) => shareOf(point, criterion, statistic)?.value ?? null;
  const trend = findTrend(series, figureOf);
  if (trend.kind === 'first') return html`<p>${words.first}</p>`;
  const { label } = trend.previous;
  if (trend.kind === 'other_method') return html`<p>${words.otherMethod(label)}</p>`;
  if (trend.kind === 'unknown') return html`<p>${words.unknown(label)}</p>`;
  const moved = findTrend(same, figureOf);
  const last = same.at(-1);
  const counted = last && shareOf(last, criterion, statistic)?.procedures;
  if (moved.kind !== 'compared' || counted === undefined) return html`<p>${words.noneInBoth(label)}</p>`;
  const isShare = statistic !== 'pooled' || criterion === 'availability';
  return html`<p><strong>${differenceText(l, moved.difference, isShare, label)}</strong> <span class="detail">${words.inBoth(counted)}</span></p>`;
}

/** A difference to the nearest tenth of a point of percentage, or hundredth of a mark. */
function differenceText(l: Localisation, difference: number, isShare: boolean, label: string): string {
  const words = l.messages.home.trend;
  if (difference === 0) return words.same(label);
  const [scale, decimals] = isShare ? [100, 1] : [1, 2];
  const text = displayDecimal(Math.abs(difference), { decimals, direction: 'none', scale });
  const points = (written: string) => words.points(Number(written), l.number(written));
  if (Number(text) === 0) return words.almost(points(String(10 ** -decimals)), label);
  const moved = points(text.replace(/\.?0+$/, ''));
  return difference > 0 ? words.more(moved, label) : words.less(moved, label);
}

/** Of an edition without answers to add up: the last one that has them. */
function lastPooled(l: Localisation, criterion: Shown, series: readonly SeriesPoint[]): Html | '' {
  const found = series.findLast((point) => shareOf(point, criterion, 'pooled') !== null);
  const share = found && shareOf(found, criterion, 'pooled');
  const definition = found && findCriterion(getMethodology(found.methodology), criterion);
  if (!found || !share || !definition) return '';
  const text = l.messages.home.lastPooled(
    pooledText(l, definition, share) ?? '',
    found.label,
    pooledDetail(l, definition, share),
  );
  return html`<p class="detail">${text}</p>`;
}

function sparkPoints(series: readonly SeriesPoint[], criterion: Shown, statistic: Statistic) {
  let methodology: string | undefined;
  return spreadOverQuarters(series, ({ cutoffOn }) => cutoffOn).map(({ item }) => {
    const startsAnew = item !== null && methodology !== undefined && methodology !== item.methodology;
    if (item !== null) methodology = item.methodology;
    return { value: item && (shareOf(item, criterion, statistic)?.value ?? null), startsAnew };
  });
}
