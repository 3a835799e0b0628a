/** The plain file of visits (docs/visits-import.md), one line a procedure and day: every fault is told at once. */
import { isDay } from '../core/clock.ts';
import { type FormRow, readForm } from '../core/csv-form.ts';
import type { ImportedDay } from './import-days.sql.ts';
import {
  ALL,
  type Dimension,
  FAILED,
  REFUSED,
  START,
  SUBMITTED,
  type SubjectDay,
  type VisitCount,
} from './visit-count.ts';

/** What is counted of a day, beside its visits and views; a blank cell says that it is not known. */
const STEP_COLUMNS = { demarrages: START, envois: SUBMITTED, refus: REFUSED, erreurs: FAILED } as const;

export const VISITS_COLUMNS = {
  needed: ['demarche', 'jour', 'visites', 'vues'],
  optional: ['visiteurs', ...Object.keys(STEP_COLUMNS), 'robots'],
} as const;

export type VisitsCsvContext = {
  /** The subject of a public id of a procedure. */
  readonly find: (publicId: string) => number | undefined;
  /** The first day that is not over, `YYYY-MM-DD`. */
  readonly before: string;
};

/**
 * Reads a file of visits.
 * @throws VigieError InvalidInput with every fault, by line and column
 */
export function readVisitsCsv(bytes: Uint8Array, { find, before }: VisitsCsvContext): ImportedDay[] {
  const met = new Set<string>();
  return readForm(bytes, VISITS_COLUMNS, (row) => {
    const day = readDay(row, before);
    const subjectId = find(row.cell('demarche'));
    if (subjectId === undefined) {
      row.refuse('demarche', `"${row.cell('demarche')}" is the id of no procedure of the catalogue`);
    }
    const counted = readCounts(row);
    if (day === null || subjectId === undefined || counted === null) return null;
    const key = `${subjectId} ${day}`;
    if (met.has(key)) return row.refuse('jour', `${day} is on an earlier line, of the same procedure`);
    met.add(key);
    return dayOf({ subjectId, day }, counted);
  });
}

function readDay(row: FormRow, before: string): string | null {
  const written = row.cell('jour');
  const [, date, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(written) ?? [];
  const day = year === undefined ? written : `${year}-${month}-${date}`;
  if (!isDay(day)) return row.refuse('jour', `"${written}" is not a day; write 2026-03-31 or 31/03/2026`);
  return day < before ? day : row.refuse('jour', `${day} is not over; import it from tomorrow on`);
}

type Counted = Readonly<Record<string, number | null>> & { readonly visites: number; readonly vues: number };

function readCounts(row: FormRow): Counted | null {
  let isRight = true;
  const count = (column: string): number | null => {
    const written = row.cell(column);
    if (/^\d{1,12}$/.test(written)) return Number(written);
    isRight = false;
    const fault = written === '' ? 'is blank' : `"${written}" is not a whole number`;
    return row.refuse(column, `${fault}; write digits alone`);
  };
  const atMost = (column: string, value: number | null, whole: string, most: number | null) => {
    if (value === null || most === null || value <= most) return;
    isRight = false;
    row.refuse(column, `${value} is more than ${whole}, ${most}`);
  };
  const [visites, vues] = [count('visites'), count('vues')];
  const others = Object.fromEntries(
    VISITS_COLUMNS.optional.map((column) => [column, row.cell(column) === '' ? null : count(column)]),
  );
  atMost('visites', visites, 'vues', vues);
  for (const column of ['visiteurs', ...Object.keys(STEP_COLUMNS)])
    atMost(column, others[column] ?? null, 'visites', visites);
  atMost('refus', endingsOf(others), 'visites, with envois', visites);
  return isRight && visites !== null && vues !== null ? { ...others, visites, vues } : null;
}

/** A visit ends once: what was sent and what was refused add up; null where neither is known. */
function endingsOf({ envois, refus }: Readonly<Record<string, number | null>>): number | null {
  return envois == null && refus == null ? null : (envois ?? 0) + (refus ?? 0);
}

function dayOf(where: SubjectDay, counted: Counted): ImportedDay {
  const count = (dimension: Dimension, value: string, visits: number, views: number): VisitCount => ({
    ...where,
    ...{ dimension, value, visits, views },
  });
  const steps = Object.entries(STEP_COLUMNS).flatMap(([column, step]) => {
    const visits = counted[column];
    return visits == null ? [] : [count('step', step, visits, visits)];
  });
  const [endings, robots] = [endingsOf(counted), counted.robots];
  return {
    ...where,
    counts: [
      count('whole', ALL, counted.visites, counted.vues),
      ...steps,
      ...(endings === null ? [] : [count('ending', ALL, endings, 0)]),
      ...(robots == null ? [] : [count('robot', ALL, 0, robots)]),
    ],
    durations: [],
    visitors: counted.visiteurs ?? null,
  };
}
