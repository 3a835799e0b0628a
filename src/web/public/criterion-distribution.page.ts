import { Decimal } from 'decimal.js';
import { type CriterionDefinition, getMethodology, type Level } from '../../criteria/index.ts';
import {
  type Aggregate,
  type CountedShare,
  countResults,
  distributeValues,
  findAggregates,
  type PublishedEdition,
  type PublishedResult,
  type ValueBin,
} from '../../editions/index.ts';
import {
  type Bar,
  distributionChart,
  type Html,
  html,
  levelBar,
  type Statistic,
  statistics,
} from '../design/index.ts';
import { viewAddress } from '../edition-query.ts';
import { figureText } from '../figures.ts';
import type { Localisation } from '../i18n/index.ts';
import type { PageContext } from '../page-context.ts';
import { pooledDetail, pooledText, ratioText, shareText } from '../shares.ts';
import { FEWEST_FOR_PERCENT } from './summary-cells.page.ts';

/** How the procedures of an edition spread over the levels of a criterion, and over its values. */
export function distributionSection(
  context: PageContext,
  definition: CriterionDefinition,
  published: PublishedEdition,
): Html {
  const { l, urls } = context;
  const words = l.messages.criterionPages;
  const { edition, procedures } = published;
  const whole = findAggregates(published)?.whole;
  const aggregate = whole?.criteria[definition.id];
  if (whole === undefined || aggregate === undefined) return html``;
  const results = procedures.flatMap((one) => one.results[definition.id] ?? []);
  const inTable = (level: 'none' | null) =>
    viewAddress(urls.edition(edition.slug), {
      search: null,
      ministry: null,
      audience: null,
      criterion: definition.id,
      level,
      sort: { by: 'file', descending: false },
    });
  const missing = aggregate.levels.none;
  return html`${statistics(l, figuresOf(l, definition, whole))}
${definition.id === 'online' ? html`<p class="note">${words.onlineFormula(getMethodology(edition.methodology).onlineRateFormula[l.locale])}</p>` : ''}
<h3>${words.byLevel}</h3>${levelBar(l, aggregate.levels)}
${definition.unit === 'category' ? wordsChart(l, definition, results) : valuesChart(l, definition, results)}
<p><a href="${inTable(null)}">${words.seeTable}</a>${missing === 0 ? '' : html` · <a href="${inTable('none')}">${words.seeMissing(missing)}</a>`}</p>`;
}

function figuresOf(l: Localisation, definition: CriterionDefinition, whole: Aggregate): Statistic[] {
  const words = l.messages.criterionPages;
  const { online, procedures, criteria } = whole;
  const { reaching = null, pooled = null } = criteria[definition.id] ?? {};
  const known = countResults({ aggregate: whole }, definition.id);
  const isOfFew = (share: CountedShare) => share.procedures < FEWEST_FOR_PERCENT;
  const statisticOf = (label: string, share: CountedShare, detail: string): Statistic =>
    isOfFew(share)
      ? { label, value: share.value === null ? null : ratioText(l, share) }
      : { label, value: shareText(l, share.value), detail };
  return [
    ...(definition.id === 'online'
      ? [statisticOf(words.onlineLabel, online.by_number, ratioText(l, online.by_number))]
      : []),
    ...(reaching === null
      ? []
      : [statisticOf(words.reachingLabel, reaching.by_number, ratioText(l, reaching.by_number))]),
    ...(reaching === null || reaching.by_volume.value === null
      ? []
      : [
          statisticOf(
            words.reachingByVolume,
            reaching.by_volume,
            l.messages.summary.volumesKnown(reaching.by_volume.procedures, procedures),
          ),
        ]),
    ...(pooled === null
      ? []
      : [
          {
            label: definition.sampling === 'none' ? words.pooledSumLabel : words.pooledLabel,
            value: pooledText(l, definition, pooled),
            detail: pooledDetail(l, definition, pooled),
          },
        ]),
    {
      label: words.resultsLabel,
      value: l.messages.figures.coverage(l.number(known), l.number(procedures)),
    },
  ];
}

function valuesChart(
  l: Localisation,
  definition: CriterionDefinition,
  results: readonly PublishedResult[],
): Html | '' {
  const words = l.messages.criterionPages;
  const distribution = distributeValues(definition, results);
  if (distribution === null || distribution.values === 0) return '';
  const { bins, values, suspect, withoutValue, otherwiseJudged } = distribution;
  const bars = bins.map((bin): Bar => {
    const range = rangeText(l, definition, bin);
    return {
      label: isJudged(bin.level) ? words.ofLevel(range, l.messages.levels[bin.level]) : range,
      count: bin.count,
      shareText: shareText(l, bin.count / values) ?? '',
      ...(isJudged(bin.level) ? { level: bin.level } : {}),
    };
  });
  const notes = [
    ...(definition.legend.some(({ when }) => 'bound' in when) ? [words.cutNote] : []),
    ...(suspect === 0 ? [] : [words.suspect(suspect)]),
    ...(withoutValue === 0 ? [] : [words.withoutValue(withoutValue)]),
    ...(otherwiseJudged === 0 ? [] : [words.otherwiseJudged(otherwiseJudged)]),
  ];
  return html`${distributionChart(l, { title: words.byValue(values), bars })}
${notes.length === 0 ? '' : html`<p class="note">${notes.join(' ')}</p>`}`;
}

function isJudged(level: Level): boolean {
  return level !== 'info' && level !== 'none';
}

function rangeText(l: Localisation, { unit }: CriterionDefinition, bin: ValueBin): string {
  const words = l.messages.criterionPages;
  const written = (value: number) => {
    if (unit === 'share') return l.percentText(new Decimal(value).times(100).toFixed());
    return unit === 'ms' ? `${l.number(value)} ${l.messages.units.milliseconds}` : l.number(value);
  };
  const from = written(bin.from);
  if (bin.to === null) return words.atLeast(from);
  if (bin.to === bin.from) return from;
  const to = written(bin.to);
  if (bin.includesTo) return words.upTo(from, to);
  return bin.includesFrom ? words.between(from, to) : words.over(from, to);
}

/** The words of a criterion, the most frequent first. */
function wordsChart(
  l: Localisation,
  definition: CriterionDefinition,
  results: readonly PublishedResult[],
): Html | '' {
  const words = l.messages.criterionPages;
  const told = results.filter(({ value }) => typeof value === 'string');
  if (told.length === 0) return '';
  const groups = [...Map.groupBy(told, ({ value }) => value).values()].toSorted(
    (a, b) => b.length - a.length,
  );
  const labelOf = (result: PublishedResult) => {
    const word = figureText(l, definition, result);
    return isJudged(result.level) ? words.ofLevel(word, l.messages.levels[result.level]) : word;
  };
  const bars = groups.flatMap((group): Bar[] => {
    const [first] = group;
    if (first === undefined) return [];
    return [
      {
        label: labelOf(first),
        count: group.length,
        shareText: shareText(l, group.length / told.length) ?? '',
        level: first.level,
      },
    ];
  });
  return distributionChart(l, { title: words.byWord(told.length), bars });
}
