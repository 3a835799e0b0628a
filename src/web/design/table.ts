import type { Localisation } from '../i18n/index.ts';
import { type Html, html } from './html.ts';

export type Sort = {
  /** The present address, sorted by this column (the other way when it is sorted by it already). */
  href: string;
  /** How the rows are sorted by this column now; null when they are not. */
  direction: 'ascending' | 'descending' | null;
};

export type Column = {
  label: string;
  /** The language of the label, where it is a name that data gives. */
  lang?: string;
  /** Figures are set to the right in tabular digits. */
  numeric?: boolean;
  sort?: Sort;
};

export type Table = {
  caption: string;
  /** Hides the caption from the eye where a heading just above says the same. */
  captionHidden?: boolean;
  columns: readonly Column[];
  /** The first cell of each row is its header. */
  rows: readonly (readonly (Html | string)[])[];
  /** On a narrow screen each row becomes a card, its cells under the words of their columns. */
  cards?: boolean;
};

/** A table that scrolls inside its own region when it is too wide, or whose rows become cards. */
export function table(l: Localisation, { caption, captionHidden, columns, rows, cards }: Table): Html {
  const role = cards ? explicitRole : () => '';
  return html`<section class="${cards ? 'scroll cards' : 'scroll'}" aria-label="${l.messages.shell.scrollableTable(caption)}" tabindex="0"><table${role('table')}>
<caption${captionHidden ? html` class="visually-hidden"` : ''}>${caption}</caption>
<thead${role('rowgroup')}><tr${role('row')}>${columns.map(
    (column) =>
      html`<th${role('columnheader')} scope="col"${column.lang ? html` lang="${column.lang}"` : ''}${column.numeric ? html` class="numeric"` : ''}${ariaSort(column.sort)}>${columnHead(l, column)}</th>`,
  )}</tr></thead>
<tbody${role('rowgroup')}>${rows.map(
    (cells) =>
      html`<tr${role('row')}>${cells.map((cell, i) => {
        const numeric = columns[i]?.numeric ? html` class="numeric"` : '';
        if (i === 0) return html`<th${role('rowheader')} scope="row"${numeric}>${cell}</th>`;
        const label = cards ? html` data-label="${columns[i]?.label ?? ''}"` : '';
        return html`<td${role('cell')}${numeric}${label}>${cell}</td>`;
      })}</tr>`,
  )}</tbody>
</table></section>`;
}

/** Keeps a table a table for assistive technology when the stylesheet lays it out as cards. */
function explicitRole(role: string): Html {
  return html` role="${role}"`;
}

/** The state of a sorted column, for its `th`. */
export function ariaSort(sort: Sort | undefined): Html | '' {
  return sort?.direction ? html` aria-sort="${sort.direction}"` : '';
}

/** A column's label, as a link that sorts where it can. */
export function columnHead(l: Localisation, column: Pick<Column, 'label' | 'sort'>): Html | string {
  if (column.sort === undefined) return column.label;
  return html`<a class="sort" href="${column.sort.href}" title="${l.messages.shell.sortBy(column.label)}">${column.label}</a>`;
}
