import type { Localisation } from '../i18n/index.ts';
import { type Html, html } from './html.ts';

export type SearchField = {
  action: string;
  /** Name of the query parameter. */
  name: string;
  label: string;
  value: string;
  /** Other parameters of the address that a search must keep. */
  kept?: Readonly<Record<string, string>>;
  /** Larger, for the head of a page. */
  prominent?: boolean;
};

/** A search that is a plain form by GET. */
export function searchField(l: Localisation, field: SearchField): Html {
  const id = `search-${field.name}`;
  return html`<form class="${field.prominent ? 'search prominent' : 'search'}" role="search" method="get" action="${field.action}">
${keptFields(field.kept)}
<label for="${id}">${field.label}</label>
<div class="search-line"><input type="search" id="${id}" name="${field.name}" value="${field.value}" autocomplete="off"><button type="submit">${l.messages.shell.search}</button></div>
</form>`;
}

/** Parameters of the present address that a form by GET would lose. */
export function keptFields(kept: Readonly<Record<string, string>> = {}): Html[] {
  return Object.entries(kept).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
}
