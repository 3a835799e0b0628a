import type { Localisation } from '../i18n/index.ts';
import { type Html, html } from './html.ts';

type FieldBase = {
  /** Name of the parameter, and id of the element that an error points to. */
  name: string;
  label: string;
  hint?: string;
  /** What was typed, shown again with the error. */
  value: string;
  error?: string;
  required?: boolean;
};
type InputField = FieldBase & {
  kind: 'text' | 'email' | 'url' | 'date';
  autocomplete?: string;
  inputmode?: 'numeric' | 'decimal';
};
type TextareaField = FieldBase & { kind: 'textarea' };
type SelectField = FieldBase & { kind: 'select'; options: readonly { value: string; label: string }[] };
type RadiosField = FieldBase & {
  kind: 'radios';
  options: readonly { value: string; label: string; hint?: string }[];
};

export type FormField = InputField | TextareaField | SelectField | RadiosField;

/** A field with its label, hint and error, tied to one another for assistive technology. */
export function formField(l: Localisation, field: FormField): Html {
  const { name, label, hint, error, required } = field;
  const about = html`${hint ? html`<span class="hint" id="${name}-hint">${hint}</span>` : ''}${
    error
      ? html`<span class="field-error" id="${name}-error"><span class="visually-hidden">${l.messages.shell.errorPrefix} </span>${error}</span>`
      : ''
  }`;
  const labelText = html`${label}${required ? html` <span class="required">(${l.messages.shell.required})</span>` : ''}`;
  if (field.kind === 'radios') {
    return html`<fieldset class="${error ? 'field invalid' : 'field'}"${described(field)}><legend>${labelText}</legend>${about}${field.options.map(
      (option, i) =>
        html`<div class="choice"><input type="radio" id="${i === 0 ? name : `${name}-${i}`}" name="${name}" value="${option.value}"${option.value === field.value ? html` checked` : ''}${required ? html` required` : ''}><label for="${i === 0 ? name : `${name}-${i}`}">${option.label}${option.hint ? html`<span class="hint">${option.hint}</span>` : ''}</label></div>`,
    )}</fieldset>`;
  }
  return html`<div class="${error ? 'field invalid' : 'field'}"><label for="${name}">${labelText}</label>${about}${control(field)}</div>`;
}

function control(field: Exclude<FormField, RadiosField>): Html {
  const shared = html`id="${field.name}" name="${field.name}"${described(field)}${field.required ? html` required` : ''}${field.error ? html` aria-invalid="true"` : ''}`;
  if (field.kind === 'textarea') return html`<textarea ${shared} rows="5">${field.value}</textarea>`;
  if (field.kind === 'select') {
    return html`<select ${shared}><option value=""></option>${field.options.map(
      (option) =>
        html`<option value="${option.value}"${option.value === field.value ? html` selected` : ''}>${option.label}</option>`,
    )}</select>`;
  }
  return html`<input type="${field.kind}" ${shared} value="${field.value}"${field.autocomplete ? html` autocomplete="${field.autocomplete}"` : ''}${field.inputmode ? html` inputmode="${field.inputmode}"` : ''}>`;
}

function described({ name, hint, error }: FormField): Html | '' {
  const ids = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return ids === '' ? '' : html` aria-describedby="${ids}"`;
}

/** All the errors of a form at its head, each a link to its field; nothing when there is none. */
export function errorSummary(
  l: Localisation,
  errors: readonly { name: string; message: string }[],
): Html | '' {
  if (errors.length === 0) return '';
  return html`<div class="error-summary" role="alert" tabindex="-1"><h2>${l.messages.shell.errorSummaryTitle(errors.length)}</h2><ul>${errors.map(
    ({ name, message }) => html`<li><a href="#${name}">${message}</a></li>`,
  )}</ul></div>`;
}
