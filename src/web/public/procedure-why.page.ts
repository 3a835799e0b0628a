import type { CriterionDefinition } from '../../criteria/index.ts';
import { isDivergent, type PublishedResult, type ResultInEdition } from '../../editions/index.ts';
import { definitionList, disclosure, type Html, html } from '../design/index.ts';
import { intervalText, periodText, reasonText, sourceText } from '../figures.ts';
import type { Localisation } from '../i18n/index.ts';
import type { PageContext } from '../page-context.ts';

/** All that a figure rests on, unfolded by the reader: source, period, answers, formula, thresholds. */
export function whyThisFigure(
  { l, urls }: PageContext,
  definition: CriterionDefinition,
  { result, methodology }: ResultInEdition,
): Html {
  const { procedure: words, statuses, origins, levels, summary } = l.messages;
  const status = statuses[result.status];
  const origin = origins[result.origin];
  const { numerator, denominator } = result;
  const entry = (term: string, description: Html | string | null) =>
    description === null ? [] : [{ term, description }];
  const body = html`${definitionList([
    ...entry(words.status, `${status.label}. ${status.meaning}`),
    ...entry(words.reason, reasonText(l, result.reason)),
    ...entry(words.source, html`<span lang="fr">${sourceText(l, result.source)}</span>`),
    ...entry(words.origin, `${origin.label}. ${origin.meaning}`),
    ...entry(words.period, periodText(l, result)),
    ...entry(words.rawValue, typeof result.value === 'number' ? l.number(String(result.value)) : null),
    ...entry(
      words.sourcePrecision,
      result.source_precision === null ? null : l.number(String(result.source_precision)),
    ),
    ...entry(words.sampleSize, sampleText(l, definition, result)),
    ...entry(words.interval, intervalWords(l, definition, result)),
    ...entry(
      words.ratio,
      numerator === null || denominator === null
        ? null
        : summary.ratio(l.number(numerator), l.number(denominator)),
    ),
    ...entry(words.grades, gradesText(l, result)),
    ...entry(
      words.statedLevel,
      result.stated_level === null
        ? null
        : `${levels[result.stated_level]}${isDivergent(result) ? `. ${words.divergencesMeaning}` : ''}`,
    ),
    ...entry(words.computedFrom, definition.computedFrom[l.locale]),
    ...entry(words.formula, definition.formula[l.locale]),
    ...entry(words.threshold, legendOf(l, definition)),
  ])}
<ul class="plain"><li><a href="${urls.methodology(methodology)}#${definition.id}">${words.seeMethodology}</a></li>
<li><a href="${urls.criterion(definition.id)}">${words.seeCriterion}</a></li></ul>`;
  const label = definition.label[l.locale];
  return disclosure(html`${words.whyThisFigure}<span class="visually-hidden"> ${label}</span>`, body);
}

/** How many answers, or that nobody says, where the figure is drawn from answers. */
function sampleText(
  l: Localisation,
  { sampling }: CriterionDefinition,
  { n, value }: PublishedResult,
): string | null {
  if (n !== null) return l.number(n);
  return sampling === 'none' || value === null ? null : l.messages.procedure.sampleSizeUnknown;
}

function intervalWords(
  l: Localisation,
  definition: CriterionDefinition,
  result: PublishedResult,
): string | null {
  const interval = intervalText(l, definition, result);
  return interval && `[${interval[0]} – ${interval[1]}]. ${l.messages.procedure.intervalMeaning}`;
}

function gradesText(l: Localisation, { counts }: PublishedResult): string | null {
  if (counts === null) return null;
  const grades = Object.entries(counts).sort(([one], [other]) => Number(other) - Number(one));
  return l.list(grades.map(([grade, count]) => l.messages.procedure.gradeCount(l.number(grade), count)));
}

function legendOf(l: Localisation, definition: CriterionDefinition): Html | null {
  if (definition.legend.length === 0) return null;
  return html`<ul class="plain">${definition.legend.map(
    ({ level, words }) =>
      html`<li><strong>${l.messages.levels[level]}</strong>${l.messages.shell.colon} ${words[l.locale]}</li>`,
  )}</ul>`;
}
