import type { Wave } from '../../observations/index.ts';
import { type Html, html, type PageContent, pageHead, table } from '../design/index.ts';
import type { PageContext } from '../page-context.ts';
import type { SurveyReport } from '../survey-report.ts';
import { peopleText, waveName } from '../survey-words.ts';
import { urlsIn } from '../urls.ts';
import { questionSection } from './survey-question.page.ts';
import { coverageBars, readingSection, surveyFacts } from './surveys.page.ts';

/** One survey: its waves, and each question with its wording, its answers and how they changed. */
export function surveyPage(context: PageContext, report: SurveyReport): PageContent {
  const { l, urls } = context;
  const words = l.messages.surveys;
  const { survey, latest, questions, coverage } = report;
  const title = latest.title[l.locale];
  return {
    title,
    description: latest.about[l.locale],
    paths: { fr: urlsIn('fr').survey(survey.slug), en: urlsIn('en').survey(survey.slug) },
    breadcrumb: [{ href: urls.surveys(), label: words.title }],
    data: { formats: ['json', 'csv'], cite: { title } },
    main: html`${pageHead({
      title,
      over: latest.kind === 'index' ? words.index : words.one,
      lead: latest.about[l.locale],
    })}
${surveyFacts(context, report)}
<div class="overview">${coverageBars(context, coverage)}</div>
${questions.map((question) => questionSection(context, question))}
${questions.some(({ changes }) => changes.length > 1) ? html`<p class="note">${words.held}</p>` : ''}
<section aria-labelledby="waves"><h2 id="waves">${words.wavesTitle}</h2>
${wavesTable(context, survey.waves)}</section>
${readingSection(context)}`,
  };
}

function wavesTable({ l }: PageContext, waves: readonly Wave[]): Html {
  const words = l.messages.surveys;
  return table(l, {
    caption: words.wavesTitle,
    captionHidden: true,
    cards: true,
    columns: [words.wave, words.population, words.asked, words.method, words.source].map((label) => ({
      label,
    })),
    rows: waves
      .toReversed()
      .map((wave) => [
        waveName(l, wave),
        wave.population[l.locale],
        wave.people === null
          ? html`<span class="absent">${peopleText(l, wave)}</span>`
          : l.number(wave.people),
        wave.method?.[l.locale] ?? html`<span class="absent">${words.methodUnknown}</span>`,
        wave.source[l.locale],
      ]),
  });
}
