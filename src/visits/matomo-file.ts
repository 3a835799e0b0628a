/** What Matomo exports by day (docs/visits-import.md), read strictly: every fault is told at once. */
import { isDay } from '../core/clock.ts';
import { readCsv } from '../core/csv.ts';
import { type FormRow, formRow, refusal } from '../core/csv-form.ts';
import { type FieldError, VigieError } from '../core/errors.ts';
import type { ImportedDay } from './import-days.sql.ts';
import { DEVICES, type Device } from './user-agent.ts';
import { ALL, type VisitCount } from './visit-count.ts';

/** The columns that are read, under their ids and as English and French exports name them. Others are left alone. */
export const MATOMO_COLUMNS = {
  date: ['date', 'Date'],
  label: ['label', 'Label', 'Libellé'],
  visits: ['nb_visits', 'Visits', 'Visites'],
  visitors: ['nb_uniq_visitors', 'Unique visitors', 'Visiteurs uniques'],
  pageviews: ['nb_pageviews', 'Pageviews', 'Pages vues'],
  actions: ['nb_actions', 'Actions'],
  segment: ['metadata_segment'],
} as const;
type Column = keyof typeof MATOMO_COLUMNS;

/** Types of devices, by the words of Matomo's segments and by its labels in English and French. */
const WORDS: Readonly<Record<Device, readonly string[]>> = {
  desktop: ['desktop', 'ordinateur', 'ordinateur de bureau', 'bureau'],
  mobile: ['smartphone', 'téléphone intelligent (smartphone)', 'phablet', 'phablette', 'feature phone'],
  tablet: ['tablet', 'tablette'],
  other: [
    ...['console', 'tv', 'car browser', 'camera', 'smart display', 'smart speaker', 'wearable', 'peripheral'],
    ...['portable media player', 'unknown', 'inconnu'],
  ],
};

export type MatomoFile = { readonly name: string; readonly bytes: Uint8Array };

export type MatomoReading = {
  readonly days: readonly ImportedDay[];
  /** What the views of days are: pages, or all actions where the export tells nothing closer. */
  readonly views: 'pageviews' | 'actions';
};

/**
 * Reads the visits of each day, and those by type of device where their file is given.
 *
 * @param before the first day that is not over, `YYYY-MM-DD`
 * @throws VigieError InvalidInput with every fault, by file, line and column
 */
export function readMatomo(
  { summary, devices }: { readonly summary: MatomoFile; readonly devices: MatomoFile | undefined },
  { subjectId, before }: { readonly subjectId: number; readonly before: string },
): MatomoReading {
  const faults: FieldError[] = [];
  const whole = readTable(summary, ['date', 'visits'], before, faults);
  const views = whole.has('pageviews') ? 'pageviews' : 'actions';
  if (!whole.has(views)) throw lacking(summary, 'actions');
  const byDay = new Map<string, ImportedDay>();
  for (const row of whole.rows) {
    const day = row.day();
    if (day === null) continue;
    if (byDay.has(day)) row.refuse('date', `${day} is there twice; export one site, without comparison`);
    const counts = { ...{ subjectId, day, dimension: 'whole' as const, value: ALL } };
    const [visits, seen] = [row.count('visits'), row.count(views)];
    const visitors = whole.has('visitors') && row.isFilled('visitors') ? row.count('visitors') : null;
    if (visits === null || seen === null) continue;
    if (visitors !== null && visitors > visits) row.refuse('visitors', 'are more than the visits of the day');
    byDay.set(day, {
      ...{ subjectId, day, visitors, durations: [] },
      counts: [{ ...counts, visits, views: seen }],
    });
  }
  if (devices !== undefined)
    addDevices(byDay, readTable(devices, ['date', 'visits', 'actions'], before, faults));
  if (faults.length > 0) throw refusal(faults);
  return { days: [...byDay.values()], views };
}

function addDevices(byDay: Map<string, ImportedDay>, table: Table): void {
  const left = new Map([...byDay].map(([day, { counts }]) => [day, counts[0]?.visits ?? 0]));
  for (const row of table.rows) {
    const day = row.day();
    const [visits, views] = [row.count('visits'), row.count('actions')];
    const device = row.device();
    if (day === null || visits === null || views === null || device === null) continue;
    const whole = byDay.get(day);
    if (whole === undefined) {
      row.refuse('date', `${day} is not in the file of visits; export the same days`);
      continue;
    }
    const remaining = (left.get(day) ?? 0) - visits;
    if (remaining < 0) row.refuse('visits', `with the other devices of ${day}, are more than its visits`);
    left.set(day, remaining);
    const { subjectId } = whole;
    const count: VisitCount = { subjectId, day, dimension: 'device', value: device, visits, views };
    byDay.set(day, { ...whole, counts: [...whole.counts, count] });
  }
}

type Row = {
  day(): string | null;
  isFilled(column: Column): boolean;
  count(column: Column): number | null;
  device(): Device | null;
  refuse(column: Column, message: string): null;
};
type Table = { has(column: Column): boolean; readonly rows: readonly Row[] };

function readTable(file: MatomoFile, needed: readonly Column[], before: string, faults: FieldError[]): Table {
  const tell = ({ path, message }: FieldError) => faults.push({ path: `${file.name}, ${path}`, message });
  const { header, rows } = readCsv(file.bytes, ({ line, message }) =>
    tell({ path: `line ${line}`, message }),
  );
  const named = (column: Column) => MATOMO_COLUMNS[column].find((name) => header.includes(name));
  const missing = needed.find((column) => named(column) === undefined);
  if (missing !== undefined) throw lacking(file, missing);
  const nameOf = (column: Column) => named(column) ?? MATOMO_COLUMNS[column][0];
  if (rows.length === 0) tell({ path: 'line 2', message: 'the file holds no line below its header' });
  return {
    has: (column) => named(column) !== undefined,
    rows: rows.map(({ line, cells }) =>
      rowOf(
        formRow(line, (column) => cells[column] ?? '', tell),
        nameOf,
        before,
      ),
    ),
  };
}

function rowOf(row: FormRow, nameOf: (column: Column) => string, before: string): Row {
  const refuse = (column: Column, message: string) => row.refuse(nameOf(column), message);
  const cell = (column: Column) => row.cell(nameOf(column));
  return {
    refuse,
    isFilled: (column) => cell(column) !== '',
    day() {
      const day = cell('date');
      if (!isDay(day))
        return refuse('date', `"${day}" is not a day such as 2026-03-31; export with the period "day"`);
      return day < before ? day : refuse('date', `${day} is not over; import it from tomorrow on`);
    },
    count(column) {
      const text = cell(column);
      return /^\d{1,12}$/.test(text) ? Number(text) : refuse(column, `"${text}" is not a whole number`);
    },
    device() {
      const ofSegment = /^deviceType==(.+)$/.exec(cell('segment'))?.[1]?.replaceAll(/\+|%20/g, ' ');
      const word = ofSegment ?? cell('label');
      const known = DEVICES.find((kind) => WORDS[kind].includes(word.toLowerCase()));
      return known ?? refuse('label', `"${word}" is no type of device that is known; export in English`);
    },
  };
}

function lacking({ name }: MatomoFile, column: Column): VigieError {
  const names = MATOMO_COLUMNS[column].map((one) => `"${one}"`).join(' or ');
  const message = `is missing: ${names}; see docs/visits-import.md for the report to export`;
  return new VigieError('InvalidInput', `${name} is not the export that is expected.`, [
    { path: `${name}, line 1`, message },
  ]);
}
