/** From the form that is opened to the review that is counted, and how many users give one. */
import { type FormCounts, numberOfReviews, type OutCount } from '../../feedback/index.ts';
import { type Html, html, progressBar, type Statistic, statistics, table } from '../design/index.ts';
import type { Localisation } from '../i18n/index.ts';
import type { PageContext } from '../page-context.ts';
import type { ReviewReport, Volume } from '../review-report.ts';
import { shareText } from '../shares.ts';

/** Forms opened and answered, how far answers go, and what is left out of the figures. */
export function formsSection({ l }: PageContext, report: ReviewReport): Html {
  const words = l.messages.reviews.forms;
  const { forms } = report;
  return html`<section aria-labelledby="forms"><h2 id="forms">${words.title}</h2>
${statistics(l, [completionOf(l, report), ...numbersOf(l, report)])}
${forms.closed === null || forms.closed === 0 ? '' : html`<p class="note">${words.closedMet(forms.closed)}</p>`}
${forms.questions.satisfaction === 0 ? '' : questionsTable(l, forms)}
<h3>${words.outTitle}</h3>
${forms.out.length === 0 ? html`<p>${words.outNone}</p>` : outTable(l, forms)}</section>`;
}

function completionOf(l: Localisation, { forms }: ReviewReport): Statistic {
  const words = l.messages.reviews.forms;
  const { completion, opened, answered } = forms;
  const label = words.completion;
  if (completion === null || opened === null) return { label, value: null, detail: words.notByEnding };
  const [some, all] = [l.number(answered), l.number(opened)];
  if (completion.status === 'not_applicable') return { label, value: null, detail: words.nothing };
  if (completion.status === 'suspect') return { label, value: null, detail: words.moreReceived(some, all) };
  return { label, value: shareText(l, completion.value), detail: words.ratio(some, all) };
}

function numbersOf(l: Localisation, { forms, statistics: { counts } }: ReviewReport): Statistic[] {
  const words = l.messages.reviews.forms;
  const counted = numberOfReviews(counts);
  return [
    { label: words.countedIn, value: l.number(counted) },
    { label: words.leftOut, value: l.number(forms.received - counted) },
  ];
}

/** Of the reviews counted that came through a form, how many answer each question. */
function questionsTable(l: Localisation, { questions }: ReviewReport['forms']): Html {
  const words = l.messages.reviews.forms;
  const counted = questions.satisfaction;
  return html`<h3>${words.questions}</h3>
${table(l, {
  caption: words.questions,
  captionHidden: true,
  columns: [
    { label: words.questionColumn },
    ...[words.answeredColumn, words.shareColumn].map((label) => ({ label, numeric: true })),
  ],
  rows: Object.entries(questions).map(([question, n]) => [
    words.questionNames[question as keyof typeof questions],
    // A questionnaire may ask it without the first one: its answers are no share of those that did.
    n > counted ? l.number(n) : l.messages.figures.coverage(l.number(n), l.number(counted)),
    (n > counted ? null : shareText(l, n / counted)) ?? '–',
  ]),
})}
<p class="note">${words.commentsNote}</p>`;
}

/** Reviews out of the figures, by reason; those that were given back come last. */
function outTable(l: Localisation, { out }: FormCounts): Html {
  const words = l.messages.reviews.forms;
  const meaningOf = ({ state, reason }: OutCount) =>
    state === 'released' ? words.releasedMeaning : words.reasons[reason].meaning;
  const isReleased = ({ state }: OutCount) => Number(state === 'released');
  return table(l, {
    caption: words.outTitle,
    captionHidden: true,
    cards: true,
    columns: [
      { label: words.outColumn },
      { label: words.outCount, numeric: true },
      { label: words.outMeaning },
    ],
    rows: out
      .toSorted((one, other) => isReleased(one) - isReleased(other) || other.n - one.n)
      .map((one) => [
        html`${words.reasons[one.reason].name} <small>${words[one.state]}</small>`,
        l.number(one.n),
        meaningOf(one),
      ]),
  });
}

/** What reviews may be of. */
export type Reviewed = 'procedure' | 'site';

/** Reviews of a year for the volume of a year, online and by all channels. */
export function coverageSection({ l }: PageContext, { coverage }: ReviewReport, of: Reviewed): Html {
  const words = l.messages.reviews.coverage;
  const { period, reviews, volumes } = coverage;
  return html`<section aria-labelledby="coverage"><h2 id="coverage">${words.title}</h2>
${
  volumes.total === null && volumes.online === null
    ? html`<p>${words.unknown[of]}</p>`
    : html`<p>${words.meaning[of](l.day(period.from), l.day(period.to))}</p>
${coverageBar(l, words.online, reviews.online, volumes.online)}
${coverageBar(l, words.total, reviews.total, volumes.total)}`
}</section>`;
}

function coverageBar(l: Localisation, label: string, given: number, volume: Volume | null): Html | '' {
  if (volume === null) return '';
  const words = l.messages.reviews.coverage;
  const [some, all] = [l.number(given), l.number(volume.value)];
  if (given > volume.value) return html`<p>${label}${l.messages.shell.colon} ${words.tooMany(some, all)}</p>`;
  return html`${progressBar(l, { label, done: given, total: volume.value })}
<p class="overview-note">${shareText(l, given / volume.value)}${l.messages.shell.colon} ${words.ratio(some, all)}, ${words.volumeOn(l.day(volume.on))}.</p>`;
}
