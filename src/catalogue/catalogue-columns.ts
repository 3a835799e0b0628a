/**
 * The columns of the catalogue file (docs/catalogue-csv.md), as data: which kinds each applies to, how a cell is
 * read and written. Pure.
 */
import { isDay } from '../core/clock.ts';
import { type CsvValue, parseDecimal } from '../core/csv.ts';
import { isSlug } from './slug.ts';
import type { Families, Family } from './snapshot.ts';
import {
  AUDIENCES,
  codesOf,
  findCode,
  findCodes,
  LIFE_EVENTS,
  ORGANISATION_LEVELS,
  PROCEDURE_KINDS,
  type Vocabulary,
} from './vocabulary.ts';

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
};

function asIs(value: string): CsvValue {
  return value;
}

const text: Cell = { read: (cell) => ({ value: cell.trim() }), write: asIs, blank: null };
const mandatoryText: Cell = { ...text, blank: undefined };
/** Kept as published, spaces included. */
const verbatim: Cell = { ...text, read: (cell) => ({ value: cell }) };

const slug: Cell = { read: readSlug, write: asIs, blank: undefined };
const reference: Cell = { read: readSlug, write: asIs, blank: null, isReference: true };
const day: Cell = { read: readDay, write: asIs, blank: null };

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

function degrees(bound: number): Cell {
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

function word<Code extends string>(vocabulary: Vocabulary<Code>): Cell {
  return {
    read: (cell) => readWord(vocabulary, cell),
    write: (code: Code) => vocabulary[code].fr,
    blank: undefined,
  };
}

function wordList<Code extends string>(vocabulary: Vocabulary<Code>): Cell {
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

/** An attribute of a family that has a column. `url` of a procedure has none: it follows the published one. */
export type AttributeColumn<F extends Family> = Cell & {
  readonly column: string;
  readonly attribute: keyof Families[F] & string;
};

function column<F extends Family>(
  attribute: keyof Families[F] & string,
  name: string,
  cell: Cell,
): AttributeColumn<F> {
  return { ...cell, column: name, attribute };
}

export const ATTRIBUTE_COLUMNS: { readonly [F in Family]: readonly AttributeColumn<F>[] } = {
  organisation: [
    column('name', 'nom', mandatoryText),
    column('slug', 'slug', slug),
    column('acronym', 'sigle', text),
    column('level', 'niveau', word(ORGANISATION_LEVELS)),
    column('parentId', 'rattachement', reference),
  ],
  procedure: [
    column('name', 'nom', mandatoryText),
    column('slug', 'slug', slug),
    column('organisationId', 'administration', reference),
    column('ministryId', 'ministere', reference),
    column('kind', 'type_de_demarche', word(PROCEDURE_KINDS)),
    column('publishedUrl', 'url', verbatim),
    column('audiences', 'publics', wordList(AUDIENCES)),
    column('lifeEvents', 'evenements_de_vie', wordList(LIFE_EVENTS)),
    column('onlineOnlySince', 'en_ligne_seulement_depuis', day),
    column('plannedOpeningOn', 'ouverture_prevue_le', day),
  ],
  site: [
    column('name', 'nom', mandatoryText),
    column('slug', 'slug', slug),
    column('organisationId', 'administration', reference),
    column('network', 'reseau', text),
    column('street', 'adresse', text),
    column('postcode', 'code_postal', text),
    column('municipality', 'commune', text),
    column('latitude', 'latitude', degrees(90)),
    column('longitude', 'longitude', degrees(180)),
    column('openingHours', 'horaires', text),
    column('premisesAccessibility', 'accessibilite_des_locaux', text),
  ],
  other: [
    column('name', 'nom', mandatoryText),
    column('slug', 'slug', slug),
    column('organisationId', 'administration', reference),
  ],
};

/** Every column, in the order of the file. */
export const CATALOGUE_COLUMNS: readonly string[] = [
  'genre',
  'identifiant',
  'valable_depuis',
  'nom',
  'slug',
  'sigle',
  'niveau',
  'rattachement',
  'administration',
  'ministere',
  'type_de_demarche',
  'url',
  'publics',
  'evenements_de_vie',
  'statut_en_ligne',
  'en_ligne_seulement_depuis',
  'ouverture_prevue_le',
  'reseau',
  'adresse',
  'code_postal',
  'commune',
  'latitude',
  'longitude',
  'horaires',
  'accessibilite_des_locaux',
  'identifiants_externes',
  'anciens_slugs',
];
