/** How the procedures of an organisation do in one edition, beside all those of that edition. */
import {
  type CriterionDefinition,
  type CriterionId,
  displayDecimal,
  findCriterion,
  getMethodology,
  type Methodology,
} from '../../criteria/index.ts';
import {
  type Aggregate,
  type CountedShare,
  type OrganisationFigures,
  type Standing,
  standingOf,
} from '../../editions/index.ts';
import {
  factLine,
  type Html,
  html,
  inFrench,
  levelBar,
  type Statistic,
  statistics,
  table,
} from '../design/index.ts';
import type { Localisation } from '../i18n/index.ts';
import type { PageContext } from '../page-context.ts';
import { pooledDetail, pooledText, ratioText, shareText } from '../shares.ts';
import { FEWEST_FOR_PERCENT, numberCell } from './summary-cells.page.ts';

type Told = NonNullable<OrganisationFigures['told']>;

/** The few figures that a reader comes for, each with that of the whole. */
export function headlineSection({ l, urls }: PageContext, { edition, aggregate, whole }: Told): Html {
  const words = l.messages.organisations.one;
  const methodology = getMethodology(edition.methodology);
  return html`<section aria-labelledby="headline"><h2 id="headline">${words.headline}</h2>
${factLine([
  html`<a href="${urls.edition(edition.slug)}">${inFrench(l, words.headlineOf(edition.label), edition.label)}</a>`,
  l.messages.edition.cutoffOn(l.day(edition.cutoff_on)),
])}
${statistics(l, [
  ...shareStatistic(
    l,
    words.onlineByNumber,
    words.ofProcedures,
    (of) => of.online.by_number,
    aggregate,
    whole,
  ),
  ...shareStatistic(l, words.onlineByVolume, words.ofUses, (of) => of.online.by_volume, aggregate, whole),
  ...satisfactionStatistics(l, methodology, aggregate, whole),
  ...(['accessibility', 'availability'] as const).flatMap((id) =>
    reachingStatistic(l, methodology, id, aggregate, whole),
  ),
])}</section>`;
}

/** The value over all answers where they are known, else the share that reaches the objective. */
function satisfactionStatistics(
  l: Localisation,
  methodology: Methodology,
  aggregate: Aggregate,
  whole: Aggregate,
): Statistic[] {
  const definition = findCriterion(methodology, 'satisfaction');
  const pooled = aggregate.criteria.satisfaction?.pooled ?? null;
  if (definition === null || pooled === null)
    return reachingStatistic(l, methodology, 'satisfaction', aggregate, whole);
  const words = l.messages.organisations.one;
  const all = whole.criteria.satisfaction?.pooled ?? null;
  const value = all && pooledText(l, definition, all);
  return [
    {
      label: words.satisfactionPooled,
      value: pooledText(l, definition, pooled),
      detail: html`${pooledDetail(l, definition, pooled)}<br>${
        all === null || value === null
          ? words.wholeUnknown
          : words.wholeIs(value, pooledDetail(l, definition, all))
      }`,
    },
  ];
}

function reachingStatistic(
  l: Localisation,
  methodology: Methodology,
  id: CriterionId,
  aggregate: Aggregate,
  whole: Aggregate,
): Statistic[] {
  const definition = findCriterion(methodology, id);
  if (definition === null || definition.objective === null) return [];
  const words = l.messages.organisations.one;
  return shareStatistic(
    l,
    words.reaching(definition.shortLabel[l.locale]),
    words.ofProcedures,
    ({ criteria }) => criteria[id]?.reaching?.by_number ?? NOTHING,
    aggregate,
    whole,
  );
}

const NOTHING: CountedShare = { numerator: 0, denominator: 0, value: null, procedures: 0 };

/** Nothing where the whole edition does not say it: the reader learns nothing of this organisation there. */
function shareStatistic(
  l: Localisation,
  label: string,
  detailOf: (part: string, whole: string, known: number) => string,
  shareOf: (of: Aggregate) => CountedShare,
  aggregate: Aggregate,
  whole: Aggregate,
): Statistic[] {
  const words = l.messages.organisations.one;
  const [share, all] = [shareOf(aggregate), shareOf(whole)];
  const wholeValue = shareText(l, all.value);
  if (wholeValue === null) return [];
  const isOfFew = share.procedures < FEWEST_FOR_PERCENT;
  const detail = isOfFew
    ? words.tooFew(FEWEST_FOR_PERCENT)
    : detailOf(l.number(share.numerator), l.number(share.denominator), share.procedures);
  return [
    {
      label,
      value: share.denominator === 0 ? null : isOfFew ? ratioText(l, share) : shareText(l, share.value),
      detail: html`${share.denominator === 0 ? words.notKnown : detail}<br>${words.wholeIs(wholeValue, ratioText(l, all))}`,
    },
  ];
}

/** Each criterion with an objective: levels, the share here, that of the whole, and the gap in words. */
export function criteriaSection({ l }: PageContext, { edition, procedures, aggregate, whole }: Told): Html {
  const words = l.messages.organisations.one;
  const judged = getMethodology(edition.methodology).criteria.flatMap((definition) => {
    const [own, all] = [aggregate.criteria[definition.id], whole.criteria[definition.id]];
    if (!own?.reaching || !all?.reaching) return [];
    return [{ definition, levels: own.levels, own: own.reaching.by_number, all: all.reaching.by_number }];
  });
  const told = judged.filter(({ own }) => own.denominator > 0);
  const hasGap = told.some(({ own }) => own.procedures >= FEWEST_FOR_PERCENT);
  const silent = judged.filter(({ own }) => own.denominator === 0);
  return html`<section aria-labelledby="criteria"><h2 id="criteria">${words.criteria}</h2>
<p>${words.criteriaNote(procedures.length, whole.procedures)} ${hasGap ? words.gapNote : words.noGap(FEWEST_FOR_PERCENT)}</p>
${
  told.length === 0
    ? ''
    : table(l, {
        caption: words.criteria,
        captionHidden: true,
        cards: true,
        columns: [
          { label: l.messages.methodology.criterion },
          { label: l.messages.summary.levels },
          { label: words.here },
          { label: words.whole },
          ...(hasGap ? [{ label: words.gap }] : []),
        ],
        rows: told.map(({ definition, levels, own, all }) => [
          html`${definition.label[l.locale]} <small>${objectiveText(l, definition)}</small>`,
          levelBar(l, levels),
          numberCell(l, own),
          numberCell(l, all),
          ...(hasGap ? [gapCell(l, own, standingOf(own, all))] : []),
        ]),
      })
}
${silent.length === 0 ? '' : html`<p class="note">${words.silent(l.list(silent.map(({ definition }) => definition.label[l.locale])))}</p>`}</section>`;
}

function objectiveText(l: Localisation, { objective }: CriterionDefinition): string {
  return objective === null ? '' : l.messages.summary.objective(objective[l.locale]);
}

/** "12,3 points au-dessus de l'ensemble", with what one procedure weighs; of few procedures, only that they are few. */
function gapCell(l: Localisation, share: CountedShare, standing: Standing | null): Html {
  const words = l.messages.organisations.one;
  if (standing === null || share.procedures < FEWEST_FOR_PERCENT) {
    return html`<span class="gap absent">${words.few(share.procedures)}</span>`;
  }
  const weight = html` <small>${words.weighs(pointsText(l, 1 / share.denominator))}</small>`;
  if (standing.side === 'level') return html`<span class="gap">${words.level}</span>${weight}`;
  const points = pointsText(l, Math.abs(standing.difference));
  return html`<span class="gap">${words[standing.side](points)}</span>${weight}`;
}

const DECIMALS = 1;

/** A difference of shares in points of percentage, cut at one decimal. */
function pointsText(l: Localisation, difference: number): string {
  const words = l.messages.organisations.one;
  const text = displayDecimal(difference, { decimals: DECIMALS, direction: 'more', scale: 100 });
  const value = Number(text);
  if (value === 0) return words.lessThanPoint(l.number(10 ** -DECIMALS));
  return words.points(value, l.number(value));
}
