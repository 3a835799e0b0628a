/** The shape of an edition's JSON, for files that come from elsewhere. Keys that are not listed are left alone. */
import { z } from 'zod';
import { type CsvRow, readCsv } from '../core/csv.ts';
import { VigieError } from '../core/errors.ts';
import { ORIGINS, STATUSES } from '../core/figure.ts';
import { CRITERIA, LEVELS, METHODOLOGY_IDS, UNITS } from '../criteria/index.ts';
import { parseResultCells, RESULT_COLUMNS } from './edition-csv.ts';
import { completeEdition, type PublishedEdition, TOTAL_INDICATORS } from './published-edition.ts';
import type { JudgedProcedures } from './verify-results.ts';

const day = z.iso.date();
const count = z.number().min(0);
const wholeCount = z.int().min(0);
const grade = z.string().regex(/^\d+(\.\d+)?$/, 'a grade is a number');
const interval = z.tuple([z.number(), z.number()]).nullable();
const counted = {
  counts: z.record(grade, wholeCount).nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
};

const clusters = z.looseObject({
  reviews: wholeCount,
  answers: wholeCount,
  total: count,
  answers_squared: wholeCount,
  total_squared: count,
  answers_by_total: count,
});

const result = z.looseObject({
  status: z.enum(STATUSES),
  value: z.union([z.number(), z.string()]).nullable(),
  level: z.enum(LEVELS),
  borderline: z.boolean().nullable(),
  n: count.nullable(),
  interval,
  unit: z.enum(UNITS),
  source: z.string(),
  source_precision: z.number().positive().nullable(),
  as_of: day,
  reason: z.string().nullable(),
  origin: z.enum(ORIGINS),
  period_start: day,
  stated_level: z.enum(LEVELS).nullable(),
  ...counted,
  parts: z
    .array(z.looseObject({ period_start: day, period_end: day, ...counted, clusters: clusters.optional() }))
    .nullable(),
  stale: z.boolean().nullable(),
  clusters: clusters.nullish(),
});

const procedure = z.looseObject({
  id: z.string().min(1),
  name: z.string(),
  organisation: z.string().nullable(),
  ministry: z.string().nullable(),
  audiences: z.array(z.string()),
  volume_online: z.number().nullable(),
  volume_total: z.number().nullable(),
  selection_reason: z.string().nullish(),
  results: z.partialRecord(z.enum(CRITERIA), result),
});

const selection = z.union([
  z.looseObject({ rule: z.enum(['as_published', 'as_scanned', 'as_announced', 'list']) }),
  z.looseObject({ rule: z.literal('top'), count }),
]);

const difference = z.looseObject({
  procedure: z.string(),
  name: z.string(),
  field: z.string(),
  before: z.looseObject({}).nullable(),
  after: z.looseObject({}).nullable(),
});

const correction = z.looseObject({
  corrects: z.int().min(1),
  author: z.string(),
  reason: z.string(),
  differences: z.array(difference),
});

const edition = z.looseObject({
  edition: z.looseObject({
    slug: z.string(),
    label: z.string(),
    published_at: z.iso.datetime(),
    cutoff_on: day,
    methodology: z.enum(METHODOLOGY_IDS),
    selection,
    revision: z.int().min(1),
    revised_at: z.iso.datetime().nullish(),
    correction: correction.nullish(),
    previous: z.looseObject({ slug: z.string(), revision: z.int().min(1), sha256: z.string() }).nullish(),
  }),
  procedures: z.array(procedure),
  aggregates: z.looseObject({}).nullish(),
  totals: z.array(z.looseObject({ indicator: z.enum(TOTAL_INDICATORS), value: z.number() })).nullish(),
});

/** What a CSV of results holds: who is judged, by what, and each result. */
const results = z.looseObject({
  edition: z.looseObject({ slug: z.string(), cutoff_on: day, methodology: z.enum(METHODOLOGY_IDS) }),
  procedures: z.array(
    z.looseObject({ id: z.string().min(1), results: z.partialRecord(z.enum(CRITERIA), result) }),
  ),
});

const MOST_FAULTS_TOLD = 20;

/**
 * Reads the JSON of an edition that comes from anywhere.
 * @throws VigieError InvalidInput that names the keys at fault
 */
export function readEditionJson(bytes: Uint8Array, fileName: string): PublishedEdition {
  const written = readJson(bytes, fileName);
  check(edition, written, fileName, '/editions/{slug}.json');
  return completeEdition(written as PublishedEdition);
}

/** What every line of a CSV says again. */
const HEADS = ['edition', 'revision', 'methode', 'arrete_au'] as const;
/** Files written before it was added have no such column. */
const ADDED_COLUMN = 'grappes';

/**
 * Reads the CSV of one edition. Its lines can be in any order; one that is left out is a criterion that verification
 * misses.
 * @throws VigieError InvalidInput that names the columns, lines or values at fault
 */
export function readEditionCsv(bytes: Uint8Array, fileName: string): JudgedProcedures {
  const { header, rows } = readCsv(bytes);
  const missing = [...HEADS, 'id', 'critere', ...RESULT_COLUMNS].filter(
    (column) => !header.includes(column) && column !== ADDED_COLUMN,
  );
  if (missing.length > 0) {
    throw new VigieError(
      'InvalidInput',
      `${fileName} lacks ${missing.length} columns of the CSV of an edition; its JSON can be verified instead.`,
      missing.map((path) => ({ path, message: 'column missing' })),
    );
  }
  if (rows.length === 0) {
    throw new VigieError(
      'InvalidInput',
      `${fileName} has no line of figures: an edition known by its totals is verified by its JSON.`,
    );
  }
  refuseContradictions(rows, fileName);
  const byProcedure = Map.groupBy(rows, ({ cells }) => cells.id ?? '');
  const [first] = rows;
  const document = {
    edition: {
      slug: first?.cells.edition ?? '',
      cutoff_on: first?.cells.arrete_au ?? '',
      methodology: first?.cells.methode ?? '',
    },
    procedures: [...byProcedure].map(([id, lines]) => ({
      id,
      results: Object.fromEntries(lines.map(({ cells }) => [cells.critere ?? '', parseResultCells(cells)])),
    })),
  };
  check(results, document, fileName, '/editions/{slug}.csv');
  return document as unknown as JudgedProcedures;
}

/** Lines of two editions, or two lines of one figure: which of them the file means cannot be known. */
function refuseContradictions(rows: readonly CsvRow[], fileName: string): void {
  const [first] = rows;
  const lines = new Map<string, number>();
  for (const { line, cells } of rows) {
    const column = HEADS.find((head) => cells[head] !== first?.cells[head]);
    if (column !== undefined) {
      throw new VigieError(
        'InvalidInput',
        `${fileName}: line ${line} says ${column} ${cells[column]}, and line ${first?.line} ${first?.cells[column]}; verify one revision of one edition at a time.`,
        [{ path: `line ${line}, column ${column}`, message: 'not that of the first line' }],
      );
    }
    const figure = JSON.stringify([cells.id, cells.critere]);
    const earlier = lines.get(figure);
    if (earlier !== undefined) {
      throw new VigieError(
        'InvalidInput',
        `${fileName}: line ${line} gives ${cells.critere} of procedure ${cells.id} again, after line ${earlier}.`,
        [{ path: `line ${line}`, message: 'one line a procedure and criterion' }],
      );
    }
    lines.set(figure, line);
  }
}

function check(schema: z.ZodType, written: unknown, fileName: string, address: string): void {
  const found = schema.safeParse(written);
  if (found.success) return;
  throw new VigieError(
    'InvalidInput',
    `${fileName} is not an edition of this site: it must be the file that ${address} answers.`,
    found.error.issues.slice(0, MOST_FAULTS_TOLD).map(({ path, message }) => ({
      path: path.join('.') || fileName,
      message,
    })),
  );
}

function readJson(bytes: Uint8Array, fileName: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new VigieError('InvalidInput', `${fileName} is not JSON in UTF-8: ${(error as Error).message}.`);
  }
}
