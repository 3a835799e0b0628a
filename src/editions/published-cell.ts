/**
 * The cells of the published edition file, where numbers and words share a column (docs/edition-files.md).
 */
import { addDays, addMonths, isDay } from '../core/clock.ts';
import { parseDecimal } from '../core/csv.ts';
import type { Status } from '../core/figure.ts';
import { foldText } from '../core/text.ts';

/** Why a cell holds no figure. */
type Absence = {
  readonly kind: 'absent';
  readonly status: Extract<Status, 'not_reported' | 'not_applicable' | 'insufficient'>;
  /** A code of the closed list of reasons (criteria), or null. */
  readonly reason: string | null;
};

export type Cell =
  | { readonly kind: 'number'; readonly value: number }
  | Absence
  | { readonly kind: 'word'; readonly word: string };

const TO_COME = 'a venir';

/** Words that stand for an absence, as `foldText` leaves them. */
const ABSENT_WORDS: Readonly<Record<string, Absence['status']>> = {
  '': 'not_reported',
  [TO_COME]: 'not_reported',
  '–': 'not_applicable',
  '—': 'not_applicable',
  '-': 'not_applicable',
  '−': 'not_applicable',
  '‑': 'not_applicable',
  'non applicable': 'not_applicable',
  'demarche proactive': 'not_applicable',
  "nombre d'avis insuffisant": 'insufficient',
  "nombre d'avis insuffisants": 'insufficient',
};

/** What a cell says: a number, a known reason to have none, or a word left to the column to understand. */
export function readCell(text: string): Cell {
  const said = foldText(text);
  const status = ABSENT_WORDS[said];
  if (status !== undefined) return { kind: 'absent', status, reason: said === TO_COME ? 'planned' : null };
  const value = parseDecimal(text);
  return value === null ? { kind: 'word', word: text.trim() } : { kind: 'number', value };
}

/**
 * The day in a declaration's date cell: `2024-08-23`, or `21/06/2022 (périmée)` as the file writes expired ones; one
 * digit, another separator or a time of day are understood too. Null when there is none; undefined when the text is
 * not understood.
 */
export function readDeclarationDay(text: string): string | null | undefined {
  const cell = text.replace(/\(.*\)\s*$/, '').trim();
  if (readCell(text).kind === 'absent') return null;
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ][\d:.]+Z?)?$/.exec(cell);
  const french = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(cell);
  const [year = '', month = '', date = ''] = iso?.slice(1) ?? french?.slice(1).toReversed() ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
}

/** True when a date cell says that the declaration has expired, and not that it soon will. */
export function saysExpired(text: string): boolean {
  return /(?<!bientot )\bperimee?\b/.test(foldText(text));
}

/** First day of a window of `months` that ends on `lastDay`: 12 months to 2025-09-30 start on 2024-10-01. */
export function windowStart(lastDay: string, months: number): string {
  return addMonths(addDays(lastDay, 1), -months);
}
