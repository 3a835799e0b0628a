import type { Localisation } from '../i18n/index.ts';
import { type Html, html } from './html.ts';
import { keptFields } from './search-field.ts';

export type FilterField = {
  name: string;
  label: string;
  value: string;
} & (
  | { kind: 'search' }
  | {
      kind: 'select';
      options: readonly { value: string; label: string }[];
      /** The word for "all", where the common one does not agree with the label. */
      all?: string;
    }
);

export type ActiveFilter = {
  label: string;
  value: string;
  /** The present address without this filter. */
  removeHref: string;
};

export type Filters = {
  action: string;
  fields: readonly FilterField[];
  /** Other parameters of the address (the sort) that filtering must keep. */
  kept?: Readonly<Record<string, string>>;
  active: readonly ActiveFilter[];
  clearHref: string;
};

/** Filters as a form by GET, and those in force as links that remove them. An empty value means "all". */
export function filters(l: Localisation, { action, fields, kept, active, clearHref }: Filters): Html {
  const { shell } = l.messages;
  return html`<form class="filters" role="search" method="get" action="${action}">
${keptFields(kept)}
${fields.map((field) => filterField(l, field))}
<button type="submit">${shell.filter}</button>
</form>
${
  active.length === 0
    ? ''
    : html`<div class="active-filters"><h2 class="label" id="active-filters">${shell.activeFilters}</h2><ul aria-labelledby="active-filters">${active.map(
        ({ label, value, removeHref }) =>
          html`<li><a class="chip" href="${removeHref}" aria-label="${shell.removeFilter(label, value)}">${label} <strong>${value}</strong></a></li>`,
      )}</ul><a class="clear" href="${clearHref}">${shell.clearFilters}</a></div>`
}`;
}

function filterField(l: Localisation, field: FilterField): Html {
  const id = `filter-${field.name}`;
  if (field.kind === 'search') {
    return html`<div class="filter filter-search"><label for="${id}">${field.label}</label><input type="search" id="${id}" name="${field.name}" value="${field.value}" autocomplete="off"></div>`;
  }
  return html`<div class="filter"><label for="${id}">${field.label}</label><select id="${id}" name="${field.name}"><option value="">${field.all ?? l.messages.shell.allValues}</option>${field.options.map(
    (option) =>
      html`<option value="${option.value}"${option.value === field.value ? html` selected` : ''}>${option.label}</option>`,
  )}</select></div>`;
}
