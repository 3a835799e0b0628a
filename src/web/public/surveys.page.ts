import type { SurveyQuestion } from '../../observations/index.ts';
import {
  emptyState,
  factLine,
  type Html,
  html,
  type PageContent,
  pageHead,
  progressBar,
} from '../design/index.ts';
import { linkedText } from '../linked-text.ts';
import type { PageContext } from '../page-context.ts';
import type { JudgedFigure, SurveyCoverage, SurveyReport } from '../survey-report.ts';
import {
  changeHead,
  peopleText,
  surveyFigureNotes,
  surveyFigureText,
  verdictText,
  waveName,
} from '../survey-words.ts';
import { urlsIn } from '../urls.ts';

/** Every survey: what it asks, of whom, of how many, and what it found last. */
export function surveysPage(context: PageContext, reports: readonly SurveyReport[]): PageContent {
  const words = context.l.messages.surveys;
  return {
    title: words.title,
    description: words.description,
    paths: { fr: urlsIn('fr').surveys(), en: urlsIn('en').surveys() },
    data: { formats: ['json', 'csv'], cite: { title: words.title } },
    structured: { '@type': 'CollectionPage', name: words.title, description: words.description },
    main: html`${pageHead({ title: words.title, lead: words.intro })}
${
  reports.length === 0
    ? emptyState(words.none, words.noneRemedy)
    : html`<ul class="entries surveys">${reports.map((report) => entry(context, report))}</ul>`
}
${readingSection(context)}`,
  };
}

/** What an interval, an unknown n and a panel mean. */
export function readingSection(context: PageContext): Html {
  const words = context.l.messages.surveys;
  return html`<section aria-labelledby="reading"><h2 id="reading">${words.howToRead}</h2>
${words.reading.map((text) => html`<p>${linkedText(context, text)}</p>`)}</section>`;
}

function entry(context: PageContext, report: SurveyReport): Html {
  const { l, urls } = context;
  const { survey, latest } = report;
  return html`<li><div><h2><a href="${urls.survey(survey.slug)}">${latest.title[l.locale]}</a></h2>
<p>${latest.about[l.locale]}</p>
${surveyFacts(context, report)}</div>
<div>${headline(context, report)}
${coverageBars(context, report.coverage)}</div></li>`;
}

/** Who carries it out, of whom, how many waves, the latest one, how many people. */
export function surveyFacts({ l }: PageContext, { survey, latest }: SurveyReport): Html {
  const words = l.messages.surveys;
  return factLine([
    html`${words.producer('')}<span lang="fr">${latest.producer}</span>`,
    words.populationIs(latest.population[l.locale]),
    words.waves(survey.waves.length),
    words.latestWave(waveName(l, latest)),
    peopleText(l, latest),
  ]);
}

/** The first answer of the first question of the latest wave, told apart for its groups where it is. */
function headline({ l }: PageContext, { questions, latest }: SurveyReport): Html | '' {
  const words = l.messages.surveys;
  const [first] = questions;
  const round = first?.rounds.at(-1);
  const answer = round?.question.answers[0];
  if (first === undefined || round === undefined || answer === undefined) return '';
  const figures = round.figures.filter((one) => one.answer.code === answer.code);
  const change = first.changes.findLast(
    ({ answer: { code }, group }) => code === answer.code && group === null,
  );
  return html`<p class="label">${words.headline(waveName(l, latest))}</p>
<ul class="plain headline-figures">${figures.map((figure) => html`<li>${headlineFigure(l, figure)}</li>`)}</ul>
<p>${titleOf(l.locale, round.question, answer.label[l.locale])}</p>
${change === undefined ? '' : html`<p class="note"><strong>${words.kinds[change.kind]}</strong>${l.messages.shell.colon} ${changeHead(l, change)} ${verdictText(l, change)}</p>`}`;
}

function headlineFigure(l: PageContext['l'], figure: JudgedFigure): Html {
  const words = l.messages.surveys;
  const text = surveyFigureText(l, figure);
  const notes = figure.group === null ? surveyFigureNotes(l, figure) : null;
  const value = html`<span class="${figure.value === null ? 'absent' : 'headline-value'}">${text}</span>`;
  return html`${figure.group === null ? '' : html`<span class="detail">${words.ofGroup(figure.group.label[l.locale], '')}</span>`}${value}${notes === null ? '' : html` <small>${notes}</small>`}`;
}

/** The answer alone says enough where it is a sentence; a question of one answer is told by that answer. */
function titleOf(locale: 'fr' | 'en', { label, answers }: SurveyQuestion, answer: string): string {
  return answers.length === 1 ? answer : `${label[locale]} – ${answer}`;
}

/** How many figures are known, and of how many shares the number of people is. */
export function coverageBars(
  { l }: PageContext,
  { figures, known, shares, withPeople }: SurveyCoverage,
): Html {
  const words = l.messages.surveys;
  return html`${progressBar(l, { label: words.coverage, done: known, total: figures })}${
    shares === 0 ? '' : progressBar(l, { label: words.coveragePeople, done: withPeople, total: shares })
  }`;
}
