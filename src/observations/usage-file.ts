/** The file of usage (docs/usage-csv.md), long or wide, read strictly: every fault is told at once. */
import { codesOf, findCode, SUBJECT_KINDS, type SubjectKind, type Vocabulary } from '../catalogue/index.ts';
import { parseDecimal, readCsv } from '../core/csv.ts';
import { type FormRow, formRow, refusal, refuseHeader } from '../core/csv-form.ts';
import type { FieldError } from '../core/errors.ts';
import { parseDimensions } from './dimension.ts';
import type { Observation } from './observation.ts';
import { type FigureInput, readFigure } from './read-figure.ts';
import { findIndicatorColumn, findIndicatorNamed, QUALIFIER_WORDS, STATUS_WORDS } from './usage-words.ts';

const SUBJECT_COLUMNS = ['genre', 'identifiant'] as const;

/** One line a value. */
export const LONG_COLUMNS = {
  needed: [...SUBJECT_COLUMNS, 'indicateur', 'periode', 'valeur'],
  optional: [
    'statut',
    'precision',
    'dimensions',
    'numerateur',
    'denominateur',
    'n',
    'population',
    'population_en',
    'note',
    'note_en',
    'source',
    'reference',
    'accepte_parce_que',
  ],
} as const;

/** One line a subject and period; every other column is an indicator. */
export const WIDE_COLUMNS = {
  needed: [...SUBJECT_COLUMNS, 'periode'],
  optional: ['source', 'note', 'note_en'],
} as const;

/** Finds the subject that a line names: the public id of a procedure, the slug of any other one. */
export type SubjectFinder = (kind: SubjectKind, identifier: string) => number | undefined;

export type UsageContext = {
  readonly find: SubjectFinder;
  /** Name of the file, the source of what does not name its own. */
  readonly name: string;
  readonly today: string;
};

/** A figure of the file, and its line. */
export type UsageLine = { readonly line: number; readonly observation: Observation };

const LONGEST_SOURCE = 500;

/** The column of a long file that each field of a figure is told in. */
const COLUMN_OF: Readonly<Record<string, string>> = {
  indicator: 'indicateur',
  period: 'periode',
  value: 'valeur',
  status: 'statut',
  qualifier: 'precision',
  numerator: 'numerateur',
  denominator: 'denominateur',
  populationEn: 'population_en',
  noteEn: 'note_en',
  acceptedBecause: 'accepte_parce_que',
};

/**
 * Reads a file of usage: long when it has a column `indicateur`, else wide.
 * @throws VigieError InvalidInput with every fault at once, by line and column
 */
export function readUsage(bytes: Uint8Array, context: UsageContext): UsageLine[] {
  const faults: FieldError[] = [];
  const { header, rows } = readCsv(bytes, ({ line, message }) =>
    faults.push({ path: `line ${line}`, message }),
  );
  const isLong = header.includes('indicateur');
  const indicators = isLong ? [] : header.filter((name) => findIndicatorColumn(name) !== undefined);
  refuseHeader(
    header,
    isLong ? LONG_COLUMNS : { ...WIDE_COLUMNS, optional: [...WIDE_COLUMNS.optional, ...indicators] },
  );
  if (rows.length + faults.length === 0)
    faults.push({ path: 'line 2', message: 'the file holds no line below its header' });
  const keys = new Map<string, number>();
  const lines = rows.flatMap(({ line, cells }) => {
    const row = formRow(
      line,
      (column) => cells[column] ?? '',
      (fault) => faults.push(fault),
    );
    const subjectId = readSubject(row, context);
    const source = row.cell('source') || `${context.name}#L${line}`;
    if (source.length > LONGEST_SOURCE)
      row.refuse('source', `is too long; write at most ${LONGEST_SOURCE} characters`);
    const about = { source, origin: 'declared' as const, today: context.today };
    const told = isLong
      ? [{ column: 'indicateur', observation: readLong(row, subjectId ?? 0, about) }]
      : indicators.map((column) => ({ column, observation: readWide(row, column, subjectId ?? 0, about) }));
    return told.flatMap(({ column, observation }) => {
      if (observation === null || subjectId === null) return [];
      const earlier = keys.get(keyOf(observation));
      keys.set(keyOf(observation), line);
      if (earlier !== undefined) row.refuse(column, `is told on line ${earlier} already; keep one`);
      return [{ line, observation }];
    });
  });
  if (faults.length > 0) throw refusal(faults);
  return lines;
}

function keyOf({ subjectId, indicator, periodStart, periodEnd, dimensions }: Observation): string {
  return JSON.stringify([subjectId, indicator, periodStart, periodEnd, Object.entries(dimensions).sort()]);
}

function readSubject(row: FormRow, { find }: UsageContext): number | null {
  const written = row.cell('genre');
  const kind = findCode(SUBJECT_KINDS, written);
  const identifier = row.cell('identifiant');
  if (kind === undefined) {
    const known = Object.values(SUBJECT_KINDS).map(({ fr }) => fr);
    row.refuse('genre', `"${written}" is not a kind of subject; write ${known.join(', ')}`);
  }
  if (identifier === '')
    return row.refuse('identifiant', 'is blank; write the id of the subject in the catalogue');
  if (kind === undefined) return null;
  const found = find(kind, identifier);
  if (found !== undefined) return found;
  const form = kind === 'procedure' ? 'the public id of a procedure' : 'the slug of such a subject';
  return row.refuse('identifiant', `"${identifier}" is not ${form} in the catalogue`);
}

type About = Parameters<typeof readFigure>[2];

function readLong(row: FormRow, subjectId: number, about: About): Observation | null {
  let isRight = true;
  const refuse = (column: string, message: string) => {
    isRight = false;
    row.refuse(column, message);
  };
  const code = <Code extends string>(column: string, vocabulary: Vocabulary<Code>) => {
    const written = row.cell(column);
    const found = findCode(vocabulary, written);
    const known = codesOf(vocabulary).map((one) => vocabulary[one].fr);
    if (written !== '' && found === undefined)
      refuse(column, `"${written}" is not one of ${known.join(', ')}`);
    return found;
  };
  const number = (column: 'numerateur' | 'denominateur' | 'n') => {
    const written = row.cell(column);
    const value = written === '' ? undefined : (parseDecimal(written) ?? Number.NaN);
    if (Number.isNaN(value)) refuse(column, `"${written}" is not a number; write digits`);
    return Number.isNaN(value) ? undefined : value;
  };
  const dimensions = parseDimensions(row.cell('dimensions'), (message) => refuse('dimensions', message));
  const value = row.cell('valeur');
  const status = code('statut', STATUS_WORDS);
  const [numerator, denominator] = [number('numerateur'), number('denominateur')];
  if (value === '' && row.cell('statut') === '' && numerator === undefined)
    refuse('valeur', `is blank; write it, or as statut why there is none (${STATUS_WORDS.not_reported.fr})`);
  const text = (column: string) => row.cell(column) || undefined;
  const input: FigureInput = {
    indicator: findIndicatorNamed(row.cell('indicateur'))?.id ?? row.cell('indicateur'),
    period: row.cell('periode'),
    value: value === '' ? null : value,
    status,
    qualifier: code('precision', QUALIFIER_WORDS),
    dimensions: dimensions ?? {},
    numerator,
    denominator,
    n: number('n'),
    population: text('population'),
    populationEn: text('population_en'),
    note: text('note'),
    noteEn: text('note_en'),
    reference: text('reference'),
    acceptedBecause: text('accepte_parce_que'),
  };
  const read = readFigure(subjectId, input, about, (path, message) => {
    const [field = path] = path.split('.');
    row.refuse(COLUMN_OF[field] ?? field, message);
  });
  return isRight ? read : null;
}

/** One cell of a wide file; a blank one says nothing. */
function readWide(row: FormRow, column: string, subjectId: number, about: About): Observation | null {
  const told = findIndicatorColumn(column);
  const written = row.cell(column);
  if (told === undefined || written === '') return null;
  const status = told.indicator.unit === 'word' ? undefined : findCode(STATUS_WORDS, written);
  const input: FigureInput = {
    indicator: told.indicator.id,
    period: row.cell('periode'),
    value: status === undefined ? written : null,
    status,
    dimensions: told.dimensions,
    note: row.cell('note') || undefined,
    noteEn: row.cell('note_en') || undefined,
  };
  return readFigure(subjectId, input, about, (path, message) => {
    row.refuse(path === 'period' ? 'periode' : path.startsWith('note') ? 'note' : column, message);
  });
}
