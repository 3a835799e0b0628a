import { type Html, html } from './html.ts';
import { keptFields } from './search-field.ts';

export type ChoiceForm = {
  action: string;
  submit: string;
  /** What the form is for, where no heading just above says it. */
  label?: string;
  /** Each has a value that is chosen: there is no "all". */
  fields: readonly {
    name: string;
    label: string;
    value: string;
    /** `lang` where the label is a name that data gives. */
    options: readonly { value: string; label: string; lang?: string }[];
  }[];
  /** Words that narrow what is chosen; may be blank. */
  search?: { name: string; label: string; value: string };
  kept?: Readonly<Record<string, string>>;
};

/** A choice among a few, as a form by GET. */
export function choiceForm({ action, submit, label, fields, search, kept }: ChoiceForm): Html {
  return html`<form class="filters" method="get" action="${action}"${label ? html` aria-label="${label}"` : ''}>${keptFields(kept)}${fields.map(
    (field) =>
      html`<div class="filter choice-of"><label for="choice-${field.name}">${field.label}</label><select id="choice-${field.name}" name="${field.name}">${field.options.map(
        (option) =>
          html`<option value="${option.value}"${option.lang ? html` lang="${option.lang}"` : ''}${option.value === field.value ? html` selected` : ''}>${option.label}</option>`,
      )}</select></div>`,
  )}${
    search === undefined
      ? ''
      : html`<div class="filter filter-search"><label for="choice-${search.name}">${search.label}</label><input type="search" id="choice-${search.name}" name="${search.name}" value="${search.value}" autocomplete="off"></div>`
  }<button type="submit">${submit}</button></form>`;
}
