import type { Localisation } from '../i18n/index.ts';
import { type Html, html } from './html.ts';
import { keptFields } from './search-field.ts';

export type FilterField = {
  name: string;
  label: string;
  value: string;
} & (
  | { kind: 'search' }
  /** A day, `YYYY-MM-DD`; `max` is the last one that makes sense. */
  | { kind: 'day'; max: string }
  | {
      kind: 'select';
      /** `lang` where a label is not in the language of the page. */
      options: readonly { value: string; label: string; lang?: string }[];
      /** The word for "all", where the common one does not agree with the label. */
      all?: string;
    }
);

export type ActiveFilter = {
  label: string;
  value: string;
  /** The language of the value where it is not the page's. */
  lang?: string;
  /** The present address without this filter. */
  removeHref: string;
};

export type Filters = {
  action: string;
  fields: readonly FilterField[];
  /** Fields that a narrow screen folds away until they serve. */
  more?: { label: string; open: boolean; fields: readonly FilterField[]; note?: string };
  /** Other parameters of the address (the sort) that filtering must keep. */
  kept?: Readonly<Record<string, string>>;
  active: readonly ActiveFilter[];
  clearHref: string;
};

/** Filters as a form by GET, and those in force as links that remove them. An empty value means "all". */
export function filters(l: Localisation, { action, fields, more, kept, active, clearHref }: Filters): Html {
  const { shell } = l.messages;
  return html`<form class="filters" role="search" method="get" action="${action}">
${keptFields(kept)}
${fields.map((field) => filterField(l, field))}
${
  more
    ? html`<details class="more-filters"${more.open ? html` open` : ''}><summary>${more.label}</summary><div>${more.fields.map((field) => filterField(l, field))}</div>${more.note ? html`<p class="note">${more.note}</p>` : ''}</details>`
    : ''
}
<button type="submit">${shell.filter}</button>
</form>
${
  active.length === 0
    ? ''
    : html`<div class="active-filters"><h2 class="label" id="active-filters">${shell.activeFilters}</h2><ul aria-labelledby="active-filters">${active.map(
        ({ label, value, lang, removeHref }) =>
          html`<li><a class="chip" href="${removeHref}" aria-label="${shell.removeFilter(label, value)}">${label} <strong${lang && lang !== l.locale ? html` lang="${lang}"` : ''}>${value}</strong></a></li>`,
      )}</ul><a class="clear" href="${clearHref}">${shell.clearFilters}</a></div>`
}`;
}

function filterField(l: Localisation, field: FilterField): Html {
  const id = `filter-${field.name}`;
  if (field.kind === 'search') {
    return html`<div class="filter filter-search"><label for="${id}">${field.label}</label><input type="search" id="${id}" name="${field.name}" value="${field.value}" autocomplete="off"></div>`;
  }
  if (field.kind === 'day') {
    return html`<div class="filter"><label for="${id}">${field.label}</label><input type="date" id="${id}" name="${field.name}" value="${field.value}" max="${field.max}"></div>`;
  }
  return html`<div class="filter"><label for="${id}">${field.label}</label><select id="${id}" name="${field.name}"><option value="">${field.all ?? l.messages.shell.allValues}</option>${field.options.map(
    (option) =>
      html`<option value="${option.value}"${option.lang && option.lang !== l.locale ? html` lang="${option.lang}"` : ''}${option.value === field.value ? html` selected` : ''}>${option.label}</option>`,
  )}</select></div>`;
}
