/** The page of a question: what is kept already, what is wrong, the question, how to send or to pass it. */
import { FORM_FIELDS, type Question } from '../../feedback/index.ts';
import { type Html, html } from '../design/index.ts';
import { contactLine } from './contact.page.ts';
import { isSentByTap, type QuestionState, questionFields } from './fields.page.ts';
import { type FormView, firstQuestion, progressOf, wordsOf } from './form-view.ts';
import { formPage } from './frame.page.ts';

/** Why what was sent is not kept, when its fields are not at fault. */
export type SendingProblem = 'expired' | 'trapped' | 'unavailable';

export type QuestionPage = QuestionState & {
  /** What the server signed. */
  readonly token: string;
  /** What it signed of the answers that are kept: who passes the question goes on with those. */
  readonly onward: string;
  /** True when an answer of this review is on disk. */
  readonly isKept: boolean;
  readonly problem: SendingProblem | null;
};

/** The name of the field that carries the means of contact tried. */
export const MEANS_FIELD = 'moyens';

export function questionPage(page: QuestionPage): Promise<string> {
  const { view, question, token, means, faults, problem } = page;
  const isWrong = faults.length > 0 || problem !== null;
  return formPage(view, {
    title: wordsOf(view, question).label,
    isWrong,
    view,
    inLanguage: (addresses) => addresses.question(question.id, { token, means }),
    main: html`${wrong(page)}<div id="status">${isWrong ? '' : kept(page)}${progress(page)}</div>
<form method="post" action="${view.addresses.sending(question.id)}" data-offline="${view.language.words.offline}"${page.isKept ? html` data-kept` : ''}>
<input type="hidden" name="${FORM_FIELDS.token}" value="${token}">
<input type="hidden" name="${FORM_FIELDS.shown}" disabled>
${means.length === 0 ? '' : html`<input type="hidden" name="${MEANS_FIELD}" value="${means.join('.')}">`}
<p class="trap" aria-hidden="true"><label>${view.language.words.trap} <input type="text" name="${FORM_FIELDS.trap}" tabindex="-1" autocomplete="off"></label></p>
${questionFields(page)}
${actions(page)}
</form>
${question.kind === 'comment' ? contactLine(view, view.language.words.contact.instead) : ''}`,
  });
}

const isFirst = (view: FormView, question: Question) => firstQuestion(view.questionnaire).id === question.id;

function kept({ view, question, isKept }: QuestionPage): Html | '' {
  if (!isKept || isFirst(view, question)) return '';
  const { keptFirst, keptSoFar } = view.language.words;
  const isSecond = view.questionnaire.questions[1]?.id === question.id;
  return html`<p class="kept">${isSecond ? keptFirst : keptSoFar}</p>`;
}

function progress({ view, question, means }: QuestionPage): Html | '' {
  const { words } = view.language;
  const { at, total } = progressOf(view.questionnaire, question, means);
  if (isFirst(view, question)) {
    const said = [isSentByTap(question) ? words.oneTap : '', total > 1 ? words.restIsOptional : ''];
    const text = said.filter((one) => one !== '').join(' ');
    return text === '' ? '' : html`<p class="progress">${text}</p>`;
  }
  return html`<p class="progress">${words.progress(at, total)}, ${words.optional}</p>`;
}

/** The summary that takes the focus: what is wrong, with links to the fields. */
function wrong({ view, faults, problem }: QuestionPage): Html | '' {
  const { words } = view.language;
  if (faults.length === 0 && problem === null) return '';
  const { title, text } = words[problem ?? 'invalid'];
  const links = faults.map(
    ({ field, fault }) => html`<li><a href="#${field}">${words.faults[fault]}</a></li>`,
  );
  return html`<div class="notice" role="alert" tabindex="-1" autofocus><p class="notice-title">${title}</p><p>${text}</p>${links.length > 0 ? html`<ul>${links}</ul>` : ''}</div>`;
}

function actions({ view, question, onward: token, means, problem }: QuestionPage): Html {
  const { words } = view.language;
  const { next } = progressOf(view.questionnaire, question, means);
  const send = problem !== null ? words.sendAgain : next === null ? words.send : words.continue;
  const carried = { token, means: question.kind === 'help' ? [] : means };
  const onward = next === null ? view.addresses.thanks(carried) : view.addresses.question(next.id, carried);
  const pass = next === null ? words.finish : words.skip;
  const isTap = isSentByTap(question);
  if (isTap && isFirst(view, question)) return html``;
  return html`<p class="actions">${isTap ? '' : html`<button type="submit" class="send">${send}</button>`}${
    isFirst(view, question) ? '' : html`<a href="${onward}" data-step>${pass}</a>`
  }</p>`;
}
