/** An edition as lines for a person: how it was chosen, and what each criterion has and lacks. */
import type { CountedShare, CriterionState, EditionHead } from '../editions/index.ts';

/** How the procedures were chosen. */
export function choiceLine({ selection }: EditionHead): string {
  switch (selection.rule) {
    case 'top':
      return `chosen: the ${selection.count} most used of the ${selection.candidates} whose volume is known; ${selection.without_volume} have none`;
    case 'list':
      return `chosen: the list ${selection.source.name}, with a reason for each`;
    case 'as_published':
      return 'chosen: those of the published file';
    case 'as_scanned':
      return 'chosen: those of the scans';
    case 'as_announced':
      return 'chosen: as announced';
  }
}

/** One line a criterion: levels, then why procedures have none. */
export function criterionLine(state: CriterionState, procedures: number): string {
  const { levels, reasons, stale } = state;
  const known = procedures - levels.none;
  const why = Object.entries(reasons).map(([reason, count]) => `${reason} ${count}`);
  const shown = (['good', 'medium', 'poor', 'info'] as const)
    .filter((level) => levels[level] > 0)
    .map((level) => `${level} ${levels[level]}`);
  return [
    `  ${state.criterion.padEnd(18)} ${known} of ${procedures} with a level`,
    ...(shown.length === 0 ? [] : [shown.join(', ')]),
    ...(why.length === 0 ? [] : [`without: ${why.join(', ')}`]),
    ...(stale === 0 ? [] : [`unchanged since the edition before: ${stale}`]),
  ].join('; ');
}

/** "72.4 % (181 of 250)"; says so when nothing is known. */
export function shareText({ numerator, denominator, value }: CountedShare): string {
  return value === null ? 'unknown' : `${(value * 100).toFixed(2)} % (${numerator} of ${denominator})`;
}
