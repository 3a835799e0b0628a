/** How the cells of the catalogue file are read and written, by what they hold. Pure. */
import { isDay } from '../core/clock.ts';
import { type CsvValue, parseDecimal } from '../core/csv.ts';
import { isWebAddress } from './address.ts';
import { isSlug } from './slug.ts';
import { PUBLIC_ID } from './statement.ts';
import { codesOf, findCode, findCodes, type Vocabulary } from './vocabulary.ts';

/** What a cell says, or why it cannot be understood and what to write instead. */
export type Reading<Value> = { readonly value: Value } | { readonly fault: string };

export type Cell = {
  /** Reads a cell that is not blank. */
  readonly read: (text: string) => Reading<unknown>;
  readonly write: (value: never) => CsvValue;
  /** What a blank cell says: null, an empty list, or (undefined) nothing. */
  readonly blank: null | readonly [] | undefined;
  /** The cell names an organisation, by its slug. */
  readonly isReference?: true;
  /** The cell names procedures, by their public ids. */
  readonly namesProcedures?: true;
};

function asIs(value: string): CsvValue {
  return value;
}

export const text: Cell = { read: (cell) => ({ value: cell.trim() }), write: asIs, blank: null };
export const mandatoryText: Cell = { ...text, blank: undefined };
/** Kept as published, spaces included. */
export const verbatim: Cell = { ...text, read: (cell) => ({ value: cell }) };

export const slug: Cell = { read: readSlug, write: asIs, blank: undefined };
export const reference: Cell = { read: readSlug, write: asIs, blank: null, isReference: true };
export const day: Cell = { read: readDay, write: asIs, blank: null };

/** Kept with its plus sign and its spaces, or as a short number is told: "3646". */
export const phone: Cell = {
  ...text,
  read: (cell) =>
    /\d/.test(cell)
      ? { value: cell.trim() }
      : { fault: 'holds no digit; write a telephone number, as 01 23 45 67 89' },
};
export const email: Cell = {
  ...text,
  read: (cell) =>
    /^[^\s@,;:<>()]+@[^\s@,;:<>()]+\.[^\s@,;:<>().]+$/.test(cell.trim())
      ? { value: cell.trim() }
      : { fault: 'is not an e-mail address; write one, as aide@exemple.fr' },
};
export const webAddress: Cell = {
  ...text,
  read: (cell) =>
    isWebAddress(cell.trim())
      ? { value: cell.trim() }
      : { fault: 'is not the address of a page; write it whole, as https://exemple.fr/aide' },
};
/** Each procedure once, in the order written. */
export const procedureList: Cell = {
  read: (cell) => {
    const ids = itemsOf(cell);
    const wrong = ids.find((id) => !PUBLIC_ID.test(id));
    if (wrong === undefined) return { value: [...new Set(ids)] };
    return { fault: `holds "${wrong}", ${NO_PUBLIC_ID}; separate ids by semicolons` };
  },
  write: (ids: readonly string[]) => ids.join('; '),
  blank: [],
  namesProcedures: true,
};

const NO_PUBLIC_ID = 'not the id of a procedure; write digits, after at most 8 lower-case letters';

/** The public id of a procedure. */
export function readPublicId(cell: string): Reading<string> {
  const value = cell.trim();
  return PUBLIC_ID.test(value) ? { value } : { fault: `is ${NO_PUBLIC_ID}` };
}

/** The items of a list as files write it, separated by semicolons. */
export function itemsOf(cell: string): string[] {
  return cell
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** A slug, as the file must write it. */
export function readSlug(cell: string): Reading<string> {
  const value = cell.trim();
  if (isSlug(value)) return { value };
  return {
    fault: 'is not a slug; write lower-case letters, digits and single hyphens, at most 80 characters',
  };
}

/** A day as `YYYY-MM-DD`, or `DD/MM/YYYY` as spreadsheets rewrite it. */
export function readDay(cell: string): Reading<string> {
  const [, date, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(cell.trim()) ?? [];
  const value = year === undefined ? cell.trim() : `${year}-${month}-${date}`;
  return isDay(value) ? { value } : { fault: 'is not a day; write YYYY-MM-DD or DD/MM/YYYY' };
}

export function degrees(bound: number): Cell {
  return {
    read: (cell) => {
      const value = parseDecimal(cell);
      if (value !== null && Math.abs(value) <= bound) return { value };
      return { fault: `is not a number of degrees from -${bound} to ${bound}; write it as 48,8566` };
    },
    write: (value: number) => value,
    blank: null,
  };
}

function known(vocabulary: Vocabulary): string {
  return `write ${codesOf(vocabulary)
    .map((code) => `"${vocabulary[code]?.fr}"`)
    .join(', ')}`;
}

/** One French word of a vocabulary. */
export function readWord<Code extends string>(vocabulary: Vocabulary<Code>, cell: string): Reading<Code> {
  const value = findCode(vocabulary, cell);
  return value === undefined ? { fault: `is not known here; ${known(vocabulary)}` } : { value };
}

export function word<Code extends string>(vocabulary: Vocabulary<Code>): Cell {
  return {
    read: (cell) => readWord(vocabulary, cell),
    write: (code: Code) => vocabulary[code].fr,
    blank: undefined,
  };
}

export function wordList<Code extends string>(vocabulary: Vocabulary<Code>): Cell {
  return {
    read: (cell) => {
      const { codes, unknown } = findCodes(vocabulary, cell);
      if (unknown.length === 0) return { value: codes };
      const which = unknown.map((one) => `"${one}"`).join(', ');
      return { fault: `holds ${which}, not known here; ${known(vocabulary)}, separated by semicolons` };
    },
    write: (codes: readonly Code[]) => codes.map((code) => vocabulary[code].fr).join('; '),
    blank: [],
  };
}
