/** The shape of an edition's JSON, for files that come from elsewhere. Keys that are not listed are left alone. */
import { z } from 'zod';
import { readCsv } from '../core/csv.ts';
import { VigieError } from '../core/errors.ts';
import { ORIGINS, STATUSES } from '../core/figure.ts';
import { CRITERIA, LEVELS, METHODOLOGY_IDS, UNITS } from '../criteria/index.ts';
import { parseResultCells, RESULT_COLUMNS } from './edition-csv.ts';
import { completeEdition, type PublishedEdition } from './published-edition.ts';
import type { JudgedProcedures } from './verify-edition.ts';

const day = z.iso.date();
const count = z.number().min(0);
const interval = z.tuple([z.number(), z.number()]).nullable();
const counted = {
  counts: z.record(z.string(), count).nullish(),
  numerator: z.number().nullish(),
  denominator: z.number().nullish(),
};

const result = z.looseObject({
  status: z.enum(STATUSES),
  value: z.union([z.number(), z.string()]).nullable(),
  level: z.enum(LEVELS),
  borderline: z.boolean().nullable(),
  n: count.nullable(),
  interval,
  unit: z.enum(UNITS),
  source: z.string(),
  source_precision: z.number().nullable(),
  as_of: day,
  reason: z.string().nullable(),
  origin: z.enum(ORIGINS),
  period_start: day,
  stated_level: z.enum(LEVELS).nullable(),
  ...counted,
  parts: z.array(z.looseObject({ period_start: day, period_end: day, ...counted })).nullish(),
  stale: z.boolean().nullish(),
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

const edition = z.looseObject({
  edition: z.looseObject({
    slug: z.string(),
    label: z.string(),
    published_at: z.iso.datetime(),
    cutoff_on: day,
    methodology: z.enum(METHODOLOGY_IDS),
    selection,
    revision: z.int().min(1),
  }),
  procedures: z.array(procedure),
  aggregates: z.looseObject({}).nullish(),
  totals: z.array(z.looseObject({ indicator: z.string(), value: z.number() })).nullish(),
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

/**
 * Reads the CSV of an edition, whole or some of its lines.
 * @throws VigieError InvalidInput that names the columns or values at fault
 */
export function readEditionCsv(bytes: Uint8Array, fileName: string): JudgedProcedures {
  const { header, rows } = readCsv(bytes);
  const missing = ['edition', 'methode', 'arrete_au', 'id', 'critere', ...RESULT_COLUMNS].filter(
    (column) => !header.includes(column),
  );
  if (missing.length > 0) {
    throw new VigieError(
      'InvalidInput',
      `${fileName} lacks ${missing.length} columns of the CSV of an edition; its JSON can be verified instead.`,
      missing.map((path) => ({ path, message: 'column missing' })),
    );
  }
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
  const other = rows.find(({ cells }) => cells.edition !== document.edition.slug);
  if (other !== undefined) {
    throw new VigieError(
      'InvalidInput',
      `${fileName}: line ${other.line} is of another edition; verify one at a time.`,
    );
  }
  check(results, document, fileName, '/editions/{slug}.csv');
  return document as unknown as JudgedProcedures;
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
