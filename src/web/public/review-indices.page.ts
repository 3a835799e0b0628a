/** The indices of reviews: each with its interval, its change against the period before, and the answers behind it. */
import type { GradeCounts } from '../../core/figure.ts';
import {
  CONTACT_MEANS,
  FIVE_GRADES,
  OTHER_MEANS,
  type ReviewCriterion,
  SHIPPED_QUESTIONNAIRES,
  type Wording,
} from '../../feedback/index.ts';
import {
  type Bar,
  disclosure,
  distributionChart,
  figure,
  type Html,
  html,
  inlineFigure,
  table,
} from '../design/index.ts';
import { reasonText, toFigure } from '../figures.ts';
import type { Localisation } from '../i18n/index.ts';
import type { PageContext } from '../page-context.ts';
import { definitionOf, REVIEW_CRITERIA, REVIEW_METHODOLOGY, type ReviewReport } from '../review-report.ts';
import { shareText } from '../shares.ts';
import { periodText } from './review-filters.page.ts';

/** The first question, which everybody answers: the mark, how it changed, and how the answers spread. */
export function satisfactionSection({ l }: PageContext, report: ReviewReport): Html {
  const words = l.messages.reviews;
  return html`<section class="review-index" aria-labelledby="satisfaction"><h2 id="satisfaction">${words.indices.satisfaction}</h2>
<div class="review-figure"><div>${indexBody(l, report, 'satisfaction')}</div>
<div>${gradesChart(l, 'satisfaction', report.statistics.counts.satisfaction)}</div></div>
<p class="note">${words.change.meaning(periodText(l, report.statistics.previousPeriod))}</p></section>`;
}

/** The other questions, a card each. */
export function questionsSection({ l, urls }: PageContext, report: ReviewReport): Html {
  const words = l.messages.reviews.indices;
  const others = REVIEW_CRITERIA.filter((criterion) => criterion !== 'satisfaction');
  return html`<section aria-labelledby="questions"><h2 id="questions">${words.others}</h2>
<div class="criteria">${others.map(
    (criterion) => html`<article class="criterion" aria-labelledby="index-${criterion}">
<h3 id="index-${criterion}">${definitionOf(criterion).label[l.locale]}</h3>
${indexBody(l, report, criterion)}
${answersBehind(l, report, criterion)}
</article>`,
  )}</div>
<p><a href="${urls.methodology(REVIEW_METHODOLOGY.id)}#clarity">${words.seeMethod}</a></p></section>`;
}

/** What was asked, the figure, and how it changed. */
function indexBody(l: Localisation, report: ReviewReport, criterion: ReviewCriterion): Html {
  const { indices: words } = l.messages.reviews;
  const { levels, shell } = l.messages;
  const definition = definitionOf(criterion);
  const result = report.results[criterion];
  const minimum = definition.minimumN ?? 0;
  const isFew = result.status === 'insufficient';
  const tells = words.tells[criterion];
  return html`<p class="measures">${words.question(questionOf(l, criterion))}${tells === undefined ? '' : ` ${tells}`}</p>
${result.n === 0 ? html`<p class="figure absent">${words.noAnswer}</p>` : figure(l, toFigure(l, definition, result))}
${isFew ? html`<p class="why-absent">${words.tooFew(result.n ?? 0, minimum)}</p>` : ''}
${result.borderline ? html`<p class="why-absent"><strong class="mark">${levels.borderline}</strong>${shell.colon} ${levels.borderlineMeaning}</p>` : ''}
${result.value === null || result.reason === null ? '' : html`<p class="why-absent">${reasonText(l, result.reason)}</p>`}
${changeText(l, report, criterion)}`;
}

const LEAST_P = 0.001;
/** Of fewer, one that is under 5 % could be shown as 5 %. */
const P_DECIMALS = 4;

/** The verdict, its test, and the value before; nothing where there is no value on either side. */
function changeText(l: Localisation, report: ReviewReport, criterion: ReviewCriterion): Html | '' {
  const { kind, better, reason, test } = report.changes[criterion];
  if (reason === 'absent_both' || reason === 'absent_after') return '';
  const { change: words } = l.messages.reviews;
  const p =
    test === null
      ? ''
      : words.test(
          words.tests[test.name],
          test.p < LEAST_P
            ? words.below(l.number(LEAST_P))
            : words.equals(l.number(test.p, { decimals: P_DECIMALS })),
        );
  const why = reason === null ? '' : (words.untestable[reason] ?? l.messages.comparison.untestable[reason]);
  const notes = [better === null ? '' : better ? words.better : words.worse, why, p].filter(
    (note) => note !== '',
  );
  const before = report.before[criterion];
  return html`<p class="review-change"><span class="visually-hidden">${words.label}${l.messages.shell.colon} </span><span class="change ${kind}">${words.kinds[kind]}</span>${notes.length === 0 ? '' : ` · ${notes.join(', ')}`}<br>
${words.before} ${before.n === 0 ? l.messages.reviews.count(0) : inlineFigure(l, toFigure(l, definitionOf(criterion), before))}</p>`;
}

/** The answers to a question, unfolded by the reader. */
function answersBehind(l: Localisation, report: ReviewReport, criterion: ReviewCriterion): Html | '' {
  const { counts } = report.statistics;
  const words = l.messages.reviews.indices;
  if ((report.results[criterion].n ?? 0) === 0) return '';
  const summary = (text: string) =>
    html`${text}<span class="visually-hidden"> – ${definitionOf(criterion).label[l.locale]}</span>`;
  switch (criterion) {
    case 'satisfaction':
      return '';
    case 'clarity':
      return disclosure(summary(words.answersTitle), gradesChart(l, 'clarity', counts.clarity));
    case 'help_effective':
      return disclosure(
        summary(words.answersTitle),
        html`${gradesChart(l, 'help_outcome', counts.quality.counts)}<p class="note">${words.severalAnswers}</p>`,
      );
    case 'help_reachable':
      return disclosure(summary(words.meansTitle), reachedTable(l, report));
    case 'autonomy':
      return disclosure(summary(words.answersTitle), helpChart(l, report));
  }
}

/** Answers by grade, the best first, each with its word and what it counts for. */
function gradesChart(l: Localisation, question: string, counts: GradeCounts): Html | '' {
  const n = Object.values(counts).reduce((sum, one) => sum + one, 0);
  if (n === 0) return '';
  const words = l.messages.reviews.indices;
  const grades = Object.keys(counts).toSorted((one, other) => Number(other) - Number(one));
  const bars = grades.map((grade): Bar => {
    const count = counts[grade] ?? 0;
    const answer = answerOf(l, question, grade);
    return {
      label: words.grade(answer ?? '', l.number(grade)).trim(),
      count,
      shareText: shareText(l, count / n) ?? '',
    };
  });
  return html`${distributionChart(l, { title: words.answers(n), bars })}<p class="note">${words.counted}</p>`;
}

/** Who needed no help, and which they sought who did. */
function helpChart(l: Localisation, { statistics: { counts } }: ReviewReport): Html {
  const { help } = counts;
  const words = l.messages.reviews.indices;
  const bar = (label: string, count: number): Bar => ({
    label,
    count,
    shareText: shareText(l, count / help.answered) ?? '',
  });
  const means = [...CONTACT_MEANS, ...OTHER_MEANS].filter((one) => help.means[one] > 0);
  return html`${distributionChart(l, {
    title: words.answers(help.answered),
    bars: [
      bar(words.neededNone, help.none),
      bar(words.needed, help.answered - help.none),
      ...means.map((one) => bar(optionOf(l, 'help', one), help.means[one])),
    ],
  })}<p class="note">${words.meansNote}</p>`;
}

/** Of each means of contact, how many reached somebody. */
function reachedTable(l: Localisation, { statistics: { counts } }: ReviewReport): Html {
  const { reached } = counts;
  const words = l.messages.reviews.indices;
  const rows = CONTACT_MEANS.filter((one) => reached.means[one].yes + reached.means[one].no > 0);
  return html`${table(l, {
    caption: words.meansTitle,
    captionHidden: true,
    columns: [
      { label: words.means },
      ...[words.tried, words.reachedOf].map((label) => ({ label, numeric: true })),
    ],
    rows: rows.map((one) => {
      const { yes, no } = reached.means[one];
      return [
        optionOf(l, 'help_outcome', one),
        l.number(yes + no),
        html`${l.messages.figures.coverage(l.number(yes), l.number(yes + no))} <small>${shareText(l, yes / (yes + no)) ?? ''}</small>`,
      ];
    }),
  })}<p class="note">${words.severalAnswers}</p>`;
}

type Words = Wording['questions'][string];

/** The words of a question in the language of the page, as its form asks it. */
function wordsOf(l: Localisation, question: string): Words | undefined {
  const asked = SHIPPED_QUESTIONNAIRES.find(({ id }) => id === 'avis');
  return asked?.wording[l.locale]?.questions[question];
}

/** What the form asks for a criterion. */
function questionOf(l: Localisation, criterion: ReviewCriterion): string {
  if (criterion === 'help_reachable' || criterion === 'help_effective') {
    const { outcome } = l.messages.reviews.indices;
    return outcome[criterion];
  }
  return wordsOf(l, criterion === 'autonomy' ? 'help' : criterion)?.label ?? '';
}

function optionOf(l: Localisation, question: string, code: string): string {
  return wordsOf(l, question)?.options?.[code] ?? code;
}

/** The word of the answer that counts for a grade; undefined for a grade that the form does not give. */
function answerOf(l: Localisation, question: string, grade: string): string | undefined {
  const asked = SHIPPED_QUESTIONNAIRES.find(({ id }) => id === 'avis')?.questions.find(
    ({ id }) => id === question,
  );
  if (asked?.kind === 'choice') {
    const code = asked.options.find((option) => option.grade === grade)?.code;
    return code && optionOf(l, question, code);
  }
  const steps: readonly string[] = FIVE_GRADES;
  const at = steps.indexOf(grade);
  return at < 0 ? undefined : optionOf(l, question, String(at + 1));
}
