/** Figures of usage as a page shows them: words, exact value, and all that must be known of them. */
import { getIndicator, type Observation, type RecordedObservation } from '../observations/index.ts';
import { type Html, html, type ToldFigure } from './design/index.ts';
import { saidIn, wordDimensions, wordFigure } from './figure-words.ts';
import type { Localisation } from './i18n/index.ts';
import type { PageContext } from './page-context.ts';
import { shareText } from './shares.ts';
import type { UsageSubject } from './usage-record.ts';
import { changeText, periodName } from './usage-words.ts';
import type { YearFigure } from './usage-year.ts';

/** The name of what a figure is of, as a link where it has a page. */
export function subjectLink(
  { urls }: PageContext,
  { name, slug, procedure, isDescribed }: UsageSubject,
): Html {
  if (procedure !== null) return html`<a href="${urls.procedureUsage(procedure)}" lang="fr">${name}</a>`;
  if (isDescribed) return html`<a href="${urls.survey(slug)}" lang="fr">${name}</a>`;
  return html`<span lang="fr">${name}</span>`;
}

/** The name of an indicator, which leads to its page. */
export function indicatorLink({ l, urls }: PageContext, id: string): Html {
  return html`<a href="${urls.usage(id)}">${getIndicator(id).label[l.locale]}</a>`;
}

/** What a figure is restricted to: "Appareil : téléphone"; empty for the whole. */
export function restrictions(l: Localisation, dimensions: Readonly<Record<string, string>>): Html[] {
  return wordDimensions(dimensions, l.locale).map(({ name, value, isTranslated }) => {
    const marked = isTranslated || l.locale === 'fr' ? value : html`<span lang="fr">${value}</span>`;
    return html`${name}${l.messages.shell.colon} ${marked}`;
  });
}

/** Its words and its exact value, this one where the words do not say it already. */
export function figureTexts(l: Localisation, observation: Observation) {
  const { words, told, exact } = wordFigure(observation, l.locale);
  if (isQuotient(observation)) {
    const share = l.messages.totals.qualifiers[observation.qualifier](
      shareText(l, Number(observation.value)) ?? '',
    );
    return { told: share, words: share, exact: null };
  }
  return { told, words, exact: exact === words ? null : exact };
}

/** True of a share whose two sides are known: they are what is exact of it. */
function isQuotient({ indicator, value, numerator, denominator }: Observation): boolean {
  const { unit } = getIndicator(indicator);
  return unit === 'share' && value !== null && numerator !== null && denominator !== null;
}

/** Population and note in the reader's language, where a source gives them. */
export function figureNotes(l: Localisation, one: Observation): (Html | string)[] {
  const words = l.messages.usages;
  const population = saidIn(l.locale, { fr: one.populationFr, en: one.populationEn });
  const note = saidIn(l.locale, { fr: one.noteFr, en: one.noteEn });
  const marked = ({ text, lang }: { text: string; lang: string }) =>
    lang === l.locale ? text : html`<span lang="${lang}">${text}</span>`;
  return [
    ...(population === null ? [] : [html`${words.populationIs('')}${marked(population)}`]),
    ...(note === null ? [] : [marked(note)]),
    ...(one.indicator !== 'share' || one.value === null
      ? []
      : [one.n === null ? l.messages.surveys.peopleUnknown : l.messages.surveys.people(one.n)]),
    ...(one.status === 'suspect' ? [words.suspect] : []),
    ...(one.acceptedBecause === null
      ? []
      : [html`${words.accepted('')}<span lang="fr">${one.acceptedBecause}</span>`]),
  ];
}

/** The two sides of a quotient, where they are known: "46 675 sur 80 474". */
export function sidesText(l: Localisation, { numerator, denominator }: Observation): string[] {
  if (numerator === null || denominator === null) return [];
  return [l.messages.usages.counted.ratio(l.number(numerator), l.number(denominator))];
}

/** A figure of a year, under the name of its indicator. @param withSource where its source is not told beside it */
export function yearFigure(context: PageContext, figure: YearFigure, withSource: boolean): ToldFigure {
  const { l } = context;
  const words = l.messages.usages;
  const { observation, change, before, sum, others } = figure;
  const { told, exact } = figureTexts(l, observation);
  const isWholeYear = periodName(l, observation) === observation.periodEnd.slice(0, 4);
  const withBefore =
    change !== null
      ? changeText(l, change)
      : before !== null && before.value !== null && observation.value !== null && isCompared(observation)
        ? words.notCompared(words.against(periodName(l, before), wordFigure(before, l.locale).words))
        : null;
  return {
    label: indicatorLink(context, observation.indicator),
    parts: restrictions(l, observation.dimensions),
    told,
    exact,
    value: observation.value,
    change: withBefore,
    notes: [
      ...figureNotes(l, observation),
      ...sidesText(l, observation),
      ...(isWholeYear && sum === null ? [] : [periodName(l, observation)]),
      ...(sum === null
        ? []
        : [words.sumOf(l.number(sum.k), l.number(sum.n), sum.n === 12 ? 'month' : 'quarter')]),
      ...(others === 0 ? [] : [words.others(others)]),
      ...(withSource ? [html`${words.sourceIs('')}<span lang="fr">${observation.source}</span>`] : []),
      l.messages.statuses[observation.status].short,
    ],
  };
}

/** False of answers of surveys: whether they changed is tested, on the pages of surveys. */
function isCompared({ indicator }: RecordedObservation): boolean {
  return indicator !== 'share' && indicator !== 'sample_size';
}
