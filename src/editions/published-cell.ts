/**
 * The cells of the published edition file, where numbers and words share a column (docs/edition-files.md).
 */
import { addDays, addMonths, isDay } from '../core/clock.ts';
import { parseDecimal } from '../core/csv.ts';
import type { Status } from '../core/figure.ts';

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

const TO_COME = 'à venir';

const ABSENT_WORDS: Readonly<Record<string, Absence['status']>> = {
  '': 'not_reported',
  [TO_COME]: 'not_reported',
  '–': 'not_applicable',
  '—': 'not_applicable',
  '-': 'not_applicable',
  'non applicable': 'not_applicable',
  'démarche proactive': 'not_applicable',
  "nombre d'avis insuffisant": 'insufficient',
};

/** What a cell says: a number, a known reason to have none, or a word left to the column to understand. */
export function readCell(text: string): Cell {
  const word = text.normalize('NFC').trim();
  const said = word.toLowerCase().replaceAll('’', "'");
  const status = ABSENT_WORDS[said];
  if (status !== undefined) return { kind: 'absent', status, reason: said === TO_COME ? 'planned' : null };
  const value = parseDecimal(word);
  return value === null ? { kind: 'word', word } : { kind: 'number', value };
}

/**
 * The day in a declaration's date cell: `2024-08-23`, or `21/06/2022 (périmée)` as the file writes expired ones.
 * Null when there is none; undefined when the text is not understood.
 */
export function readDeclarationDay(text: string): string | null | undefined {
  const cell = text.trim();
  if (readCell(cell).kind === 'absent') return null;
  const [, iso, date, month, year] =
    /^(?:(\d{4}-\d{2}-\d{2})|(\d{2})\/(\d{2})\/(\d{4}))(?:\s*\(.*\))?$/.exec(cell) ?? [];
  const day = iso ?? `${year}-${month}-${date}`;
  return isDay(day) ? day : undefined;
}

/** First day of a window of `months` that ends on `lastDay`: 12 months to 2025-09-30 start on 2024-10-01. */
export function windowStart(lastDay: string, months: number): string {
  return addMonths(addDays(lastDay, 1), -months);
}
