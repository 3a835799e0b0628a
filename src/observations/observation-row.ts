/** How an observation lies in the store, and back. */
import type { GradeCounts, Origin, Status } from '../core/figure.ts';
import { getIndicator } from './indicator.ts';
import type { Observation, Qualifier, RecordedObservation } from './observation.ts';

/** A row of `observations.observation`. */
export type Row = {
  id: number;
  subject_id: number;
  indicator: string;
  period_start: string;
  period_end: string;
  dimensions: Readonly<Record<string, string>>;
  status: Status;
  qualifier: Qualifier;
  value: number | null;
  category: string | null;
  numerator: number | null;
  denominator: number | null;
  n: number | null;
  counts: GradeCounts | null;
  unit: string;
  source: string;
  origin: Origin;
  source_precision: number | null;
  reason: string | null;
  stated_level: string | null;
  population_fr: string | null;
  population_en: string | null;
  note_fr: string | null;
  note_en: string | null;
  reference: string | null;
  accepted_because: string | null;
  author: string;
  recorded_at: Date;
  supersedes: number | null;
};

export type NewRow = Omit<Row, 'id' | 'author' | 'recorded_at' | 'supersedes'>;

/** The columns that an observation fills, each with its type. */
export const COLUMN_TYPES: Readonly<Record<keyof NewRow, string>> = {
  subject_id: 'bigint',
  indicator: 'text',
  period_start: 'date',
  period_end: 'date',
  dimensions: 'jsonb',
  status: 'text',
  qualifier: 'text',
  value: 'numeric',
  category: 'text',
  numerator: 'numeric',
  denominator: 'numeric',
  n: 'bigint',
  counts: 'jsonb',
  unit: 'text',
  source: 'text',
  origin: 'text',
  source_precision: 'numeric',
  reason: 'text',
  stated_level: 'text',
  population_fr: 'text',
  population_en: 'text',
  note_fr: 'text',
  note_en: 'text',
  reference: 'text',
  accepted_because: 'text',
};

/** What makes an observation the same one: whose, what, when, and what it is restricted to. */
export function keyOf(
  row: Pick<NewRow, 'subject_id' | 'indicator' | 'period_start' | 'period_end' | 'dimensions'>,
) {
  const { subject_id, indicator, period_start, period_end, dimensions } = row;
  return JSON.stringify([subject_id, indicator, period_start, period_end, sorted(dimensions)]);
}

/** What an observation says, its source, its author and its reference apart. */
export function contentOf(row: NewRow): string {
  const { status, qualifier, value, category, numerator, denominator, n, counts, unit } = row;
  const { source_precision, reason, stated_level } = row;
  const numbers = [value, numerator, denominator, n, source_precision];
  const words = [row.population_fr, row.population_en, row.note_fr, row.note_en, row.accepted_because];
  return JSON.stringify([
    status,
    qualifier,
    category,
    counts && sorted(counts),
    unit,
    reason,
    stated_level,
    numbers,
    words,
  ]);
}

function sorted(record: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1));
}

/** A row with the words of the one before it where it says none: silence about a population does not erase it. */
export function keepWords(row: NewRow, before: NewRow | undefined): NewRow {
  if (before === undefined) return row;
  return {
    ...row,
    population_fr: row.population_fr ?? before.population_fr,
    population_en: row.population_en ?? before.population_en,
    note_fr: row.note_fr ?? before.note_fr,
    note_en: row.note_en ?? before.note_en,
    reference: row.reference ?? before.reference,
  };
}

export function toRow(one: Observation): NewRow {
  return {
    subject_id: one.subjectId,
    indicator: one.indicator,
    period_start: one.periodStart,
    period_end: one.periodEnd,
    dimensions: one.dimensions,
    status: one.status,
    qualifier: one.qualifier,
    value: typeof one.value === 'number' ? one.value : null,
    category: typeof one.value === 'string' ? one.value : null,
    numerator: one.numerator,
    denominator: one.denominator,
    n: one.n,
    counts: one.counts,
    unit: getIndicator(one.indicator).unit,
    source: one.source,
    origin: one.origin,
    source_precision: one.sourcePrecision,
    reason: one.reason,
    stated_level: one.statedLevel,
    population_fr: one.populationFr,
    population_en: one.populationEn,
    note_fr: one.noteFr,
    note_en: one.noteEn,
    reference: one.reference,
    accepted_because: one.acceptedBecause,
  };
}

export function fromRow(row: Row): RecordedObservation {
  return {
    id: row.id,
    subjectId: row.subject_id,
    indicator: row.indicator,
    periodStart: row.period_start,
    periodEnd: row.period_end,
    dimensions: row.dimensions,
    status: row.status,
    qualifier: row.qualifier,
    value: row.value ?? row.category,
    numerator: row.numerator,
    denominator: row.denominator,
    n: row.n,
    counts: row.counts,
    clusters: null,
    parts: null,
    source: row.source,
    origin: row.origin,
    sourcePrecision: row.source_precision,
    reason: row.reason,
    statedLevel: row.stated_level,
    populationFr: row.population_fr,
    populationEn: row.population_en,
    noteFr: row.note_fr,
    noteEn: row.note_en,
    reference: row.reference,
    acceptedBecause: row.accepted_because,
    author: row.author,
    recordedAt: row.recorded_at,
    supersedes: row.supersedes,
  };
}
