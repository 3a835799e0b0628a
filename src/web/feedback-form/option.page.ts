/** Choices of a form: one line each, the whole of which is the target. */
import { type Html, html } from '../design/index.ts';

export type Options = {
  readonly kind: 'radio' | 'checkbox';
  /** Name of the field, and id of its first choice, to which an error leads. */
  readonly field: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: readonly string[];
  /** False for the groups after the first of a field. */
  readonly isFirst?: boolean;
  readonly isInvalid?: boolean;
};

export function optionList({ kind, field, options, chosen, isFirst = true, isInvalid }: Options): Html {
  const invalid = kind === 'checkbox' && isInvalid ? html` aria-invalid="true"` : '';
  return html`<div class="options">${options.map(
    ({ value, label }, at) =>
      html`<label class="option"><input type="${kind}" name="${field}" value="${value}"${
        isFirst && at === 0 ? html` id="${field}"` : ''
      }${chosen.includes(value) ? html` checked` : ''}${invalid}><span>${label}</span></label>`,
  )}</div>`;
}

export type ChoiceGroup = {
  readonly legend: Html | string;
  /** Ids of the texts that explain it. */
  readonly describedBy?: readonly string[];
  readonly isInvalid?: boolean;
  readonly className?: string;
  readonly body: Html;
};

/** One of several: a group of radio buttons with its question. */
export function radioGroup({ legend, describedBy = [], isInvalid, className, body }: ChoiceGroup): Html {
  return html`<fieldset role="radiogroup"${className ? html` class="${className}"` : ''}${describedBy.length > 0 ? html` aria-describedby="${describedBy.join(' ')}"` : ''}${isInvalid ? html` aria-invalid="true"` : ''}><legend>${legend}</legend>${body}</fieldset>`;
}
