/** The file of figures that articles and reports told (docs/usage-csv.md): one line a figure, read strictly. */
import type { OtherKind } from '../catalogue/index.ts';
import { type FormRow, readForm } from '../core/csv-form.ts';
import { parseDimensions } from './dimension.ts';
import { findIndicator } from './indicator.ts';
import type { Indicator } from './indicator-definition.ts';
import type { Observation } from './observation.ts';
import { QUALIFIERS } from './observation.ts';
import { readFigure } from './read-figure.ts';

export const FIGURE_COLUMNS = {
  needed: [
    'id',
    'source',
    'subject',
    'subject_kind',
    'indicator',
    'period',
    'value',
    'qualifier',
    'unit',
    'dimension',
    'population',
    'note',
  ],
  optional: ['population_fr', 'note_fr'],
} as const;

/** The kinds of subject that a file may name, and what the catalogue calls them. */
export const FIGURE_SUBJECT_KINDS = {
  procedure: 'procedure',
  procedure_portal: 'portal',
  portal: 'portal',
  application: 'application',
  identity_federation: 'federation',
  federation: 'federation',
  survey: 'survey',
  international_index: 'survey',
  edition: 'portal',
  feedback: 'portal',
  country: 'country',
} as const satisfies Record<string, OtherKind | 'procedure'>;

/** Of whom or of what a figure is: found in the catalogue by its name, or made. */
export type NamedSubject = { readonly kind: OtherKind | 'procedure'; readonly name: string };

/** A figure of a file, before its subject is found. */
export type FigureLine = {
  readonly subject: NamedSubject;
  readonly observation: Omit<Observation, 'subjectId'>;
};

const NOT_REPORTED = 'not_reported';
const LONGEST_NAME = 200;
const LONGEST_SOURCE = 500;
const LONGEST_ID = 100;

/** The column that each field of a figure is told in. */
const COLUMN_OF: Readonly<Record<string, string>> = {
  status: 'qualifier',
  dimensions: 'dimension',
  population: 'population_fr',
  populationEn: 'population',
  note: 'note_fr',
  noteEn: 'note',
  reference: 'id',
};

/**
 * Reads a file of figures.
 * @param today no figure speaks of a later day
 * @throws VigieError InvalidInput with every fault at once, by line and column
 */
export function readFigures(bytes: Uint8Array, today: string): FigureLine[] {
  const ids = new Set<string>();
  const keys = new Set<string>();
  return readForm(bytes, FIGURE_COLUMNS, (row) => {
    const id = row.text('id', LONGEST_ID);
    if (id !== null && ids.has(id)) row.refuse('id', `"${id}" is on an earlier line too; keep one`);
    if (id !== null) ids.add(id);
    const line = readLine(row, id ?? '', today);
    if (line === null) return null;
    const { indicator, periodStart, periodEnd, dimensions } = line.observation;
    const key = JSON.stringify([
      line.subject,
      indicator,
      periodStart,
      periodEnd,
      Object.entries(dimensions).sort(),
    ]);
    if (keys.has(key)) return row.refuse('indicator', 'tells what an earlier line told already; keep one');
    keys.add(key);
    return line;
  });
}

function readLine(row: FormRow, reference: string, today: string): FigureLine | null {
  const name = row.text('subject', LONGEST_NAME);
  const kind = row.word(
    'subject_kind',
    Object.keys(FIGURE_SUBJECT_KINDS) as (keyof typeof FIGURE_SUBJECT_KINDS)[],
  );
  const source = row.text('source', LONGEST_SOURCE);
  const qualifier = row.word('qualifier', [...QUALIFIERS, NOT_REPORTED]);
  const indicator = findIndicator(row.cell('indicator'));
  if (indicator !== undefined) checkUnit(row, indicator);
  const dimensions = parseDimensions(row.cell('dimension'), (message) => row.refuse('dimension', message));
  const isAbsent = qualifier === NOT_REPORTED;
  const value = row.cell('value');
  if (value === '' && qualifier !== null && !isAbsent)
    row.refuse('value', `is blank; write it, or ${NOT_REPORTED} as qualifier`);
  const observation = readFigure(
    0,
    {
      indicator: row.cell('indicator'),
      period: row.cell('period'),
      // "not reported" stands in where the cell was refused already: one fault a cell.
      value: value === '' ? null : row.cell('unit') === 'percent' ? `${value} %` : value,
      ...(isAbsent && { status: NOT_REPORTED }),
      ...(qualifier !== null && !isAbsent && { qualifier }),
      ...(dimensions !== null && { dimensions }),
      ...textOf(row, 'population', 'populationEn'),
      ...textOf(row, 'population_fr', 'population'),
      ...textOf(row, 'note', 'noteEn'),
      ...textOf(row, 'note_fr', 'note'),
      ...(reference !== '' && { reference }),
    },
    { source: source ?? '', origin: 'imported', today },
    (path, message) => {
      const [field = path] = path.split('.');
      row.refuse(COLUMN_OF[field] ?? field, message);
    },
  );
  if (name === null || kind === null || source === null || observation === null || dimensions === null)
    return null;
  return { subject: { kind: FIGURE_SUBJECT_KINDS[kind], name }, observation };
}

function textOf(row: FormRow, column: string, field: string): Record<string, string> {
  const text = row.cell(column);
  return text === '' ? {} : { [field]: text };
}

/** A percent for a share or a growth, `rank`, or what is counted. */
function checkUnit(row: FormRow, { id, unit, things }: Indicator): void {
  const expected = unit === 'share' || unit === 'growth' ? 'percent' : (things?.en ?? unit);
  if (row.cell('unit') !== expected)
    row.refuse('unit', `"${row.cell('unit')}" is not the unit of ${id}; write ${expected}`);
}
