/** The fields of each kind of question, with what was typed and what is wrong with it. */
import {
  answerCodes,
  COMMENT_LIMIT,
  CONTACT_MEANS,
  type ContactMeans,
  type FieldFault,
  type FormFields,
  fieldOf,
  OTHER_MEANS,
  type Question,
} from '../../feedback/index.ts';
import { type Html, html } from '../design/index.ts';
import { face, haveFaces } from './face.page.ts';
import { type FormView, optionWords, wordsOf } from './form-view.ts';
import { langMark } from './frame.page.ts';
import { optionList, radioGroup } from './option.page.ts';

export type QuestionState = {
  readonly view: FormView;
  readonly question: Question;
  readonly typed: FormFields;
  readonly faults: readonly FieldFault[];
  readonly means: readonly ContactMeans[];
};

type Choice = Extract<Question, { kind: 'choice' }>;

/** Large buttons, each of which sends the form, as far as they stand side by side; a list beyond. */
const MOST_BUTTONS = 3;

export function isSentByTap(question: Question): boolean {
  return question.kind === 'choice' && question.options.length <= MOST_BUTTONS;
}

/** A question with its heading, which is the page's `h1`. */
export function questionFields(state: QuestionState): Html {
  const { question } = state;
  switch (question.kind) {
    case 'choice':
      return isSentByTap(question) ? buttons(state, question) : choiceList(state);
    case 'scale':
      return choiceList(state);
    case 'help':
      return help(state);
    case 'help_outcome':
      return outcome(state);
    case 'comment':
      return comment(state);
  }
}

/** The heading takes the focus when the question comes without a new page; what is kept is then told with it. */
function heading({ view, question }: QuestionState, words: Html | string): Html {
  return html`<h1 id="question" tabindex="-1" aria-describedby="status"${langMark(view, view.wordingLanguage)}>${words || wordsOf(view, question).label}</h1>`;
}

function hint({ view, question }: QuestionState): Html | '' {
  const { hint: text } = wordsOf(view, question);
  return text === undefined
    ? ''
    : html`<p class="hint" id="hint"${langMark(view, view.wordingLanguage)}>${text}</p>`;
}

function errorOf({ view, faults }: QuestionState, field: string): Html | '' {
  const found = faults.find((one) => one.field === field);
  if (found === undefined) return '';
  return html`<p class="field-error" id="${field}-error">${view.language.words.faults[found.fault]}</p>`;
}

/** The ids of what explains a field. */
function describedBy({ view, question, faults }: QuestionState, field: string): string[] {
  const hasHint = wordsOf(view, question).hint !== undefined;
  const isWrong = faults.some((one) => one.field === field);
  return [...(hasHint ? ['hint'] : []), ...(isWrong ? [`${field}-error`] : [])];
}

function buttons(state: QuestionState, { id, options }: Choice): Html {
  const { view, typed } = state;
  const words = wordsOf(view, state.question);
  const field = fieldOf.question(id);
  const hasFaces = haveFaces(options.map(({ grade }) => grade));
  const explained = describedBy(state, field);
  return html`${heading(state, '')}${hint(state)}${errorOf(state, field)}
<div class="${hasFaces ? 'choices faces' : 'choices'}" role="group" aria-labelledby="question"${explained.length > 0 ? html` aria-describedby="${explained.join(' ')}"` : ''}>${options.map(
    ({ code, grade }, at) =>
      html`<button type="submit" name="${field}" value="${code}"${at === 0 ? html` id="${field}"` : ''}>${hasFaces ? face(grade) : ''}<span${langMark(view, view.wordingLanguage)}>${optionWords(words, code)}</span>${
        typed.get(field) === code ? html` <small>(${view.language.words.chosen})</small>` : ''
      }</button>`,
  )}</div>`;
}

function choiceList(state: QuestionState): Html {
  const { view, question, typed } = state;
  const words = wordsOf(view, question);
  const field = fieldOf.question(question.id);
  const error = errorOf(state, field);
  const options = answerCodes(question).map((value) => ({ value, label: optionWords(words, value) }));
  const isScale = question.kind === 'scale';
  return radioGroup({
    legend: heading(state, ''),
    describedBy: describedBy(state, field),
    isInvalid: error !== '',
    body: html`${hint(state)}${error}<div${isScale ? html` class="scale"` : ''}${langMark(view, view.wordingLanguage)}>${optionList(
      { kind: 'radio', field, options, chosen: typed.getAll(field) },
    )}</div>`,
  });
}

function help(state: QuestionState): Html {
  const { view, question, typed } = state;
  const words = wordsOf(view, question);
  const field = fieldOf.question(question.id);
  const error = errorOf(state, field);
  const explained = describedBy(state, field);
  const list = (values: readonly string[], isFirst: boolean) =>
    html`<div${langMark(view, view.wordingLanguage)}>${optionList({
      kind: 'checkbox',
      field,
      options: values.map((value) => ({ value, label: optionWords(words, value) })),
      chosen: typed.getAll(field),
      isFirst,
      isInvalid: error !== '',
    })}</div>`;
  const { help: said } = view.language.words;
  return html`<fieldset data-alone="none"${explained.length > 0 ? html` aria-describedby="${explained.join(' ')}"` : ''}><legend>${heading(state, '')}</legend>${hint(state)}${error}
${list(['none'], true)}
<fieldset><legend>${said.tried}</legend>${list(CONTACT_MEANS, false)}</fieldset>
<fieldset><legend>${said.others}</legend>${list(OTHER_MEANS, false)}</fieldset></fieldset>`;
}

function outcome(state: QuestionState): Html {
  const { view, question, means } = state;
  const words = wordsOf(view, question);
  const label = (code: string) =>
    html`<span${langMark(view, view.wordingLanguage)}>${optionWords(words, code)}</span>`;
  return html`${heading(state, '')}${hint(state)}${means.map(
    (one) => html`<fieldset class="means"><legend>${label(one)}</legend>
${outcomePart(state, fieldOf.reached(one), ['yes', 'no'], 'reached')}
${outcomePart(state, fieldOf.quality(one), ['1', '2', '3', '4', '5'], 'quality')}</fieldset>`,
  )}`;
}

function outcomePart(
  state: QuestionState,
  field: string,
  values: readonly string[],
  part: 'reached' | 'quality',
): Html {
  const { view, question, typed } = state;
  const words = wordsOf(view, question);
  const error = errorOf(state, field);
  const options = values.map((value) => ({ value, label: optionWords(words, value) }));
  return radioGroup({
    legend: view.language.words.outcome[part],
    describedBy: error === '' ? [] : [`${field}-error`],
    isInvalid: error !== '',
    className: part,
    body: html`${error}<div${part === 'quality' ? html` class="scale"` : ''}${langMark(view, view.wordingLanguage)}>${optionList(
      { kind: 'radio', field, options, chosen: typed.getAll(field) },
    )}</div>`,
  });
}

function comment(state: QuestionState): Html {
  const { view, question, typed } = state;
  const words = view.language.words.comment;
  const field = fieldOf.question(question.id);
  const error = errorOf(state, field);
  const explained = ['personal', ...describedBy(state, field), 'length'].join(' ');
  const label = html`<label for="${field}">${wordsOf(view, question).label}</label>`;
  return html`${heading(state, label)}${hint(state)}
<p class="hint" id="personal">${words.personal}</p>${error}
<textarea id="${field}" name="${field}" rows="7" dir="auto" aria-describedby="${explained}"${error === '' ? '' : html` aria-invalid="true"`}>
${typed.get(field) ?? ''}</textarea>
<p class="hint" id="length">${words.length}</p>
<p class="hint count" role="status" data-limit="${COMMENT_LIMIT}" data-left="${words.left}" data-over="${words.over}"></p>`;
}
