/**
 * The dense table of an edition: a row a procedure, a column a criterion; cards on a phone, by the stylesheet alone.
 * It is the one large fragment (250 rows × 14 criteria), so it is built as one string, every text through
 * `escapeText`: with `html` the markup alone takes most of the page's budget of 3 ms.
 */
import type { Status } from '../../core/figure.ts';
import type { Level } from '../../criteria/index.ts';
import type { Localisation } from '../i18n/index.ts';
import { escapeText, type Html, raw } from './html.ts';
import type { Sort } from './table.ts';

export type ResultColumn = {
  /** The label at the head of a dense column, and before the value in a card. */
  label: string;
  /** The whole name of the criterion, where the label is shorter. */
  title?: string;
  sort?: Sort;
};

export type ResultCell = {
  status: Status;
  /** "8,2", "99,85 %", "FranceConnect"; null when the status says why there is none. */
  value: string | null;
  level: Level;
  borderline?: boolean | null;
  n?: number | null;
  /** What else to know, in a word or two: "corrigé". */
  mark?: string;
};

/** A column that holds no figure of a criterion. */
export type TextCell = {
  text: string;
  /** What else to know, set smaller. */
  detail?: string | null;
  /** The words are data: they are in the language of the data. */
  isData?: boolean;
};

export type ResultRow = {
  name: string;
  href: string;
  /** The administration, or what else tells the row from its neighbours. */
  detail: string | null;
  /** What the page says of the row, in its own language. */
  note?: string;
  /** One a column, in the columns' order. */
  cells: readonly (ResultCell | TextCell)[];
};

export type ResultsTable = {
  caption: string;
  rowColumn: { label: string; sort?: Sort };
  columns: readonly ResultColumn[];
  rows: readonly ResultRow[];
  /** The language of names and details where it is not the page's. */
  dataLang?: string;
};

/** More columns than this overflow a page of 1280 px, where the stylesheet then lets the table scroll by itself. */
const MOST_FITTING_COLUMNS = 12;

/** Explicit roles keep the table a table for assistive technology when the stylesheet lays it out as cards. */
export function resultsTable(
  l: Localisation,
  { caption, rowColumn, columns, rows, dataLang }: ResultsTable,
): Html {
  const lang = dataLang && dataLang !== l.locale ? ` lang="${escapeText(dataLang)}"` : '';
  const shownCaption = escapeText(caption);
  const cell = cellWriter(l, columns, lang);
  const written = `${lang} ${columns.map(({ label }) => label).join()} ${l.locale}`;
  let body = '';
  for (const row of rows) {
    let known = writtenRows.get(row);
    if (known?.as !== written) {
      known = { as: written, markup: writeRow(row, lang, l.locale, cell) };
      writtenRows.set(row, known);
    }
    body += known.markup;
  }
  return raw(
    `<section class="scroll results${columns.length > MOST_FITTING_COLUMNS ? ' many' : ''}" aria-label="${escapeText(l.messages.shell.scrollableTable(caption))}" tabindex="0"><table role="table"><caption class="visually-hidden">${shownCaption}</caption><thead role="rowgroup" data-label="${escapeText(l.messages.shell.sort)}"><tr role="row">${headCell(l, rowColumn)}${columns.map((column) => headCell(l, column)).join('')}</tr></thead>\n<tbody role="rowgroup">${body}</tbody></table></section>`,
  );
}

/** Rows already written, and for which columns and language: a page of 250 is asked for again and again. */
const writtenRows = new WeakMap<ResultRow, { as: string; markup: string }>();

function writeRow(
  row: ResultRow,
  lang: string,
  locale: string,
  cell: (shown: ResultCell | TextCell, column: number) => string,
): string {
  let markup = `<tr role="row"><th role="rowheader" scope="row"${lang}><a href="${escapeText(row.href)}">${escapeText(row.name)}</a>`;
  if (row.detail) markup += ` <small>${escapeText(row.detail)}</small>`;
  if (row.note) {
    markup += ` <small${lang === '' ? '' : ` lang="${locale}"`}>${escapeText(row.note)}</small>`;
  }
  markup += '</th>';
  for (const [i, shown] of row.cells.entries()) markup += cell(shown, i);
  return `${markup}</tr>\n`;
}

function headCell(l: Localisation, { label, title, sort }: ResultColumn): string {
  const direction = sort?.direction ? ` aria-sort="${sort.direction}"` : '';
  const text = escapeText(label);
  const full = escapeText(sort ? l.messages.shell.sortBy(title ?? label) : (title ?? ''));
  const content = sort
    ? `<a class="sort" href="${escapeText(sort.href)}" title="${full}">${text}</a>`
    : full === ''
      ? text
      : `<span title="${full}">${text}</span>`;
  return `<th role="columnheader" scope="col"${direction}>${content}</th>`;
}

/**
 * Writes one cell: the value, its level, then how far to trust it ("limite, n 1 204, corrigé"); where there is no value, the short
 * word of the status stands in its place.
 */
function cellWriter(
  l: Localisation,
  columns: readonly ResultColumn[],
  lang: string,
): (cell: ResultCell | TextCell, column: number) => string {
  const { statuses, levels, figures } = l.messages;
  const starts = columns.map(({ label }) => `<td role="cell" data-label="${escapeText(label)}" class="`);
  const borderline = escapeText(levels.borderline.toLocaleLowerCase(l.locale));
  const sampleSize = (n: number) => `${figures.sampleSize}\u00a0${l.number(n)}`;
  const trust = ({ borderline: isBorderline, n, mark }: ResultCell): string => {
    let text = isBorderline ? borderline : '';
    if (n != null) text += `${text === '' ? '' : ', '}${sampleSize(n)}`;
    if (mark !== undefined) text += `${text === '' ? '' : ', '}${escapeText(mark)}`;
    return text === '' ? '' : ` <small>${text}</small>`;
  };
  return (cell, column) => {
    const start = starts[column] ?? '';
    if ('text' in cell) {
      const detail = cell.detail ? ` <small>${escapeText(cell.detail)}</small>` : '';
      return `${start}text"${cell.isData ? lang : ''}>${escapeText(cell.text)}${detail}</td>`;
    }
    const { status, value, level } = cell;
    if (value === null) return `${start}absent">${escapeText(statuses[status].short)}${trust(cell)}</td>`;
    const [kind, word] = status === 'suspect' ? [status, statuses.suspect.short] : [level, levels[level]];
    return `${start}${kind}">${escapeText(value)} <small>${escapeText(word)}</small>${trust(cell)}</td>`;
  };
}
