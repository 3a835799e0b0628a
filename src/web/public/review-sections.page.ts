/** What the reviews of one procedure or site say, from section to section. */
import { numberOfReviews } from '../../feedback/index.ts';
import type { Html } from '../design/index.ts';
import type { PageContext } from '../page-context.ts';
import type { ReviewReport } from '../review-report.ts';
import { askedSection } from './review-asked.page.ts';
import { evolutionSection } from './review-evolution.page.ts';
import { coverageSection, formsSection, type Reviewed } from './review-forms.page.ts';
import { questionsSection, satisfactionSection } from './review-indices.page.ts';

type Section<Body> = { readonly id: string; readonly label: string; readonly body: Body };
export type ReviewSection = Section<Html>;

/** The sections that have something to say. @param of what the reviews are of */
export function reviewSections(context: PageContext, report: ReviewReport, of: Reviewed): ReviewSection[] {
  const { reviews: words } = context.l.messages;
  const hasReviews = numberOfReviews(report.statistics.counts) > 0;
  // Earlier reviews may say how clear it was, and not how satisfied they were.
  const hasAnswers = Object.values(report.results).some(({ n }) => (n ?? 0) > 0);
  const sections: Section<Html | ''>[] = [
    {
      id: 'satisfaction',
      label: words.indices.satisfaction,
      body: hasReviews ? satisfactionSection(context, report) : '',
    },
    {
      id: 'questions',
      label: words.indices.others,
      body: hasAnswers ? questionsSection(context, report) : '',
    },
    { id: 'evolution', label: words.evolution.title, body: evolutionSection(context, report) },
    { id: 'asked', label: words.asked.title, body: askedSection(context, report) },
    { id: 'forms', label: words.forms.title, body: formsSection(context, report) },
    { id: 'coverage', label: words.coverage.title, body: coverageSection(context, report, of) },
  ];
  return sections.filter((section): section is ReviewSection => section.body !== '');
}
