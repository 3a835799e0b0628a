/** A question of a survey: its wording in each wave, its answers drawn, and how they changed. */
import type { SurveyAnswer } from '../../observations/index.ts';
import { type Html, html, placeScale, type ShareBar, shareBars } from '../design/index.ts';
import type { PageContext } from '../page-context.ts';
import type { JudgedFigure, QuestionReport, Round } from '../survey-report.ts';
import {
  changeHead,
  peopleText,
  pointsText,
  surveyFigureNotes,
  surveyFigureText,
  verdictText,
  waveName,
} from '../survey-words.ts';

export function questionSection(context: PageContext, report: QuestionReport): Html {
  const { l } = context;
  const { question, rounds } = report;
  const id = `question-${question.code}`;
  return html`<section class="survey-question" aria-labelledby="${id}"><h2 id="${id}">${question.label[l.locale]}</h2>
${wordings(context, rounds)}
${question.measure === 'place' ? places(context, rounds) : shares(context, report)}
${changes(context, report)}</section>`;
}

/** What was asked word for word: once where it never changed, else wave by wave. */
function wordings({ l }: PageContext, rounds: readonly Round[]): Html {
  const words = l.messages.surveys;
  const told = rounds.filter(
    ({ question }, at) =>
      at === 0 || JSON.stringify(question.wording) !== JSON.stringify(rounds[at - 1]?.question.wording),
  );
  const parts = rounds.at(-1)?.question.asked;
  return html`${told.map(
    (round) => html`${wording(l, round, told.length > 1)}`,
  )}${parts == null ? '' : html`<p class="note">${words.ofPart(parts.who[l.locale], peopleText(l, { kind: 'survey', people: parts.people }))}</p>`}`;
}

/** In the language of the page where the source gives it, else in the other one. */
function wording(l: PageContext['l'], round: Round, isDated: boolean): Html | '' {
  const words = l.messages.surveys;
  const text = round.question.wording;
  const other = l.locale === 'fr' ? 'en' : 'fr';
  const lang = text?.[l.locale] != null ? l.locale : other;
  const said = text?.[lang];
  const over = `${words.wordingTitle}${isDated ? `, ${waveName(l, round.wave)}` : ''}`;
  if (said == null) {
    // An index asks nobody: there is no wording to give.
    if (round.wave.kind === 'index') return '';
    return html`<p class="note">${isDated ? `${over}${l.messages.shell.colon} ` : ''}${words.wordingUnknown}</p>`;
  }
  return html`<p class="label">${over}</p>
<blockquote class="wording"><p lang="${lang}">${words.quoted(said)}</p></blockquote>`;
}

/** By groups, a chart an answer and wave; else a chart an answer with its waves, or a chart of all answers of one wave. */
function shares({ l }: PageContext, { question, rounds }: QuestionReport): Html {
  const words = l.messages.surveys;
  const newestFirst = rounds.toReversed();
  const byGroup = newestFirst.flatMap((round) =>
    round.question.by === null ? [] : round.question.answers.map((answer) => groupChart(l, round, answer)),
  );
  const whole = rounds.filter((round) => round.question.by === null);
  const [only] = whole;
  const ofWhole =
    only === undefined
      ? []
      : whole.length === 1
        ? [answerChart(l, only)]
        : question.answers.map((answer) => waveChart(l, whole, answer));
  const figures = rounds.flatMap((round) => round.figures);
  return html`${[...ofWhole, ...byGroup]}
<p class="note">${words.barsNote}${figures.some(({ intervalReason }) => intervalReason === 'n_unknown' || intervalReason === 'part_n_unknown') ? ` ${words.unknownNote}` : ''}${figures.some(({ interval }) => interval !== null) ? ` ${words.whiskerNote}` : ''}${byGroup.length === 0 ? '' : ` ${words.groupsNote}`}${figures.some(({ intervalReason }) => intervalReason === 'part_n_unknown') && byGroup.length > 0 ? ` ${words.groupsUntested}` : ''}</p>`;
}

function answerChart(l: PageContext['l'], round: Round): Html {
  const words = l.messages.surveys;
  return shareBars(l, {
    title: words.answersIn(waveName(l, round.wave)),
    rowLabel: words.answer,
    bars: round.figures.map((figure) => ({
      ...bar(l, figure),
      label: figure.answer.label[l.locale],
      isPart: figure.answer.within !== null,
    })),
  });
}

function waveChart(l: PageContext['l'], rounds: readonly Round[], answer: SurveyAnswer): Html {
  const words = l.messages.surveys;
  const bars = rounds.flatMap((round) =>
    round.figures
      .filter((figure) => figure.answer.code === answer.code)
      .map((figure) => ({
        ...bar(l, figure),
        label: waveName(l, round.wave),
        ...(round.breaks === null ? {} : { breakReason: words.breaks[round.breaks] }),
      })),
  );
  return shareBars(l, { title: titleOf(l, answer), rowLabel: words.wave, bars });
}

function groupChart(l: PageContext['l'], round: Round, answer: SurveyAnswer): Html {
  const words = l.messages.surveys;
  const figures = round.figures.filter((figure) => figure.answer.code === answer.code);
  return html`${shareBars(l, {
    title: words.answerBy(answer.label[l.locale], waveName(l, round.wave)),
    rowLabel: words.group,
    bars: figures.map((figure) => ({
      ...bar(l, figure),
      label: figure.group?.label[l.locale] ?? '',
      isReference: figure.group?.reference ?? false,
    })),
  })}${againstReference(l, figures)}`;
}

/** How far each group is from what it is compared with. */
function againstReference(l: PageContext['l'], figures: readonly JudgedFigure[]): Html | '' {
  const reference = figures.find(({ group }) => group?.reference);
  const mean = reference?.value ?? null;
  if (reference?.group == null || mean === null) return '';
  const against = reference.group.label[l.locale];
  const others = figures.filter(({ group, value }) => group !== null && !group.reference && value !== null);
  return html`${others.map(
    ({ group, value }) =>
      html`<p>${l.messages.surveys.againstReference(group?.label[l.locale] ?? '', pointsText(l, mean, value ?? 0), against)}</p>`,
  )}`;
}

function bar(l: PageContext['l'], figure: JudgedFigure): Omit<ShareBar, 'label'> {
  const notes = surveyFigureNotes(l, figure);
  const said = l.locale === 'fr' ? figure.observation?.noteFr : figure.observation?.noteEn;
  return {
    share: figure.value,
    text: surveyFigureText(l, figure),
    interval: figure.interval,
    notes: [notes, said].filter((text) => text != null && text !== '').join(' · ') || null,
  };
}

function titleOf(l: PageContext['l'], { label, within }: SurveyAnswer): string {
  return within === null ? label[l.locale] : `${l.messages.surveys.ofWhich} ${label[l.locale]}`;
}

/** The places of each wave, the newest first. */
function places({ l }: PageContext, rounds: readonly Round[]): Html {
  const words = l.messages.surveys;
  return html`${rounds.toReversed().map(({ wave, question, figures }) =>
    placeScale(l, {
      title: words.placesTitle(waveName(l, wave)),
      among: question.among ?? 0,
      note: words.placesNote(question.among ?? 0),
      places: figures.map((figure) => ({
        label: figure.answer.label[l.locale],
        place: figure.value,
        text: surveyFigureText(l, figure),
      })),
    }),
  )}`;
}

/** Each change from a wave to the next, in a sentence, with what the test says of it. */
function changes({ l }: PageContext, { question, changes: list }: QuestionReport): Html | '' {
  if (list.length === 0) return '';
  const words = l.messages.surveys;
  const isOne = question.answers.length === 1;
  return html`<h3>${words.evolution}</h3>
<ul class="plain changes">${list.map(
    (change) =>
      html`<li><strong>${words.kinds[change.kind]}</strong>${isOne && change.group === null ? '' : html` <span>${[isOne ? null : change.answer.label[l.locale], change.group?.label[l.locale] ?? null].filter((text) => text !== null).join(', ')}</span>`}<br>${changeHead(l, change)} ${verdictText(l, change)}</li>`,
  )}</ul>`;
}
