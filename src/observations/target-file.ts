/** The file of targets (docs/commands.md): CSV, one line a target. */
import { isDay } from '../core/clock.ts';
import { parseDecimal } from '../core/csv.ts';
import { type FormRow, readForm } from '../core/csv-form.ts';
import { INDICATORS } from './indicator.ts';
import { statisticsOf, TARGET_STATISTICS, type Target, unitOfTarget } from './target.ts';

/** A target as a file words it, or that it is withdrawn. */
export type TargetLine = Target & { readonly withdrawn: boolean };

const COLUMNS = {
  needed: ['code', 'indicateur', 'statistique', 'valeur', 'echeance', 'libelle_fr', 'libelle_en', 'source'],
  optional: ['retire'],
};
const INDICATOR_IDS = INDICATORS.map(({ id }) => id);
const LONGEST_CODE = 60;
const LONGEST_LABEL = 200;
const LONGEST_SOURCE = 500;

/**
 * Reads a file of targets.
 * @throws VigieError InvalidInput with every fault at once, by line and column
 */
export function readTargets(bytes: Uint8Array): TargetLine[] {
  return readForm(bytes, COLUMNS, (row, rows) => {
    const first = rows.find((other) => other.cell('code') === row.cell('code'));
    return first === row ? readTarget(row) : row.refuse('code', 'is on an earlier line too; keep one');
  });
}

function readTarget(row: FormRow): TargetLine | null {
  const code = readCode(row);
  const indicator = row.word('indicateur', INDICATOR_IDS);
  const statistic = row.word('statistique', TARGET_STATISTICS);
  const value = indicator !== null && statistic !== null ? readValue(row, { indicator, statistic }) : null;
  const dueOn = row.cell('echeance') === '' ? null : row.cell('echeance');
  if (dueOn !== null && !isDay(dueOn))
    row.refuse('echeance', `"${dueOn}" is not a day; write YYYY-MM-DD, or nothing for no term`);
  const fr = row.text('libelle_fr', LONGEST_LABEL);
  const en = row.text('libelle_en', LONGEST_LABEL);
  const source = row.text('source', LONGEST_SOURCE);
  const withdrawn = row.cell('retire') === '' ? '' : row.word('retire', ['oui']);
  const read = code !== null && indicator !== null && statistic !== null && value !== null;
  if (!read || fr === null || en === null || source === null) return null;
  return {
    code,
    indicator,
    statistic,
    value,
    dueOn,
    label: { fr, en },
    source,
    withdrawn: withdrawn === 'oui',
  };
}

function readCode(row: FormRow): string | null {
  const code = row.text('code', LONGEST_CODE);
  if (code === null || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(code)) return code;
  return row.refuse('code', `"${code}" is not lower-case letters and digits joined by hyphens; write it so`);
}

function readValue(row: FormRow, of: Pick<Target, 'indicator' | 'statistic'>): number | null {
  const unit = unitOfTarget(of);
  const statistics = statisticsOf(of.indicator);
  if (statistics.length === 0)
    return row.refuse('indicateur', `no edition judges ${of.indicator}; a target on it would stay empty`);
  if (unit === null || !statistics.includes(of.statistic)) {
    const remedy = `write ${statistics.join(' or ')}`;
    return row.refuse('statistique', `${of.statistic} says nothing of ${of.indicator}; ${remedy}`);
  }
  const cell = row.cell('valeur');
  const value = parseDecimal(cell);
  const isIn = (greatest: number) => value !== null && value >= 0 && value <= greatest;
  if (unit === 'share')
    return isIn(1) ? value : row.refuse('valeur', `"${cell}" is not a share; write 0 to 1, or 0 to 100 %`);
  const isMark = isIn(10) && !cell.includes('%');
  return isMark ? value : row.refuse('valeur', `"${cell}" is not a mark; write 0 to 10`);
}
