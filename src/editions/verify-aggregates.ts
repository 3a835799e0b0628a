/** Whether the aggregates of an edition are those of its procedures. Pure. */
import { aggregateEdition } from './aggregate.ts';
import { type Finding, finding, isCompound, keysOf, own, same } from './finding.ts';
import type { PublishedEdition } from './published-edition.ts';

/**
 * Adds every aggregate up again, or checks that there is none to add up: an edition has either procedures with their
 * aggregates, or totals that its source tells.
 * @returns how many figures were compared, and what differs
 */
export function verifyAggregates({ edition, procedures, aggregates, totals }: PublishedEdition): {
  checked: number;
  findings: Finding[];
} {
  const findings: Finding[] = [];
  if (totals !== null) findings.push(...verifyTotals({ edition, procedures, aggregates, totals }));
  else if (aggregates === null)
    findings.push(finding('aggregates', null, 'there: the edition has no totals'));
  if (aggregates === null) return { checked: 0, findings };
  const again = aggregateEdition(edition.methodology, procedures);
  const checked = compareLeaves('aggregates', aggregates, again, findings);
  return { checked, findings };
}

function verifyTotals({
  edition,
  procedures,
  aggregates,
  totals,
}: PublishedEdition & { totals: NonNullable<PublishedEdition['totals']> }): Finding[] {
  const told = new Set(totals.map(({ indicator }) => indicator));
  return [
    ...(aggregates === null ? [] : [finding('totals', 'there', 'absent: the edition has aggregates')]),
    ...(procedures.length === 0 ? [] : [finding('totals', 'there', 'absent: the edition has procedures')]),
    ...(edition.selection.rule === 'as_announced'
      ? []
      : [finding('edition.selection.rule', edition.selection.rule, 'as_announced')]),
    ...(told.size === totals.length ? [] : [finding('totals', totals.length, told.size)]),
  ];
}

/** Compares two documents key by key and item by item; returns how many leaves there are. */
function compareLeaves(path: string, found: unknown, again: unknown, findings: Finding[]): number {
  if (!isCompound(found) || !isCompound(again) || Array.isArray(found) !== Array.isArray(again)) {
    if (!same(found, again)) findings.push(finding(path, brief(found), brief(again)));
    return 1;
  }
  if (Array.isArray(found) && Array.isArray(again) && found.length !== again.length) {
    findings.push(finding(`${path}.length`, found.length, again.length));
    return 1;
  }
  return keysOf(found, again).reduce((sum, key) => {
    const [one, other] = [own(found, key), own(again, key)];
    return sum + compareLeaves(`${path}.${nameOf(other) ?? key}`, one, other, findings);
  }, 0);
}

/** What a list calls its item. */
function nameOf(item: unknown): string | null {
  return isCompound(item) && typeof item.name === 'string' ? item.name : null;
}

/** A leaf as it stands; of more than a leaf, that it is there. */
function brief(value: unknown): unknown {
  return isCompound(value) ? 'there' : value;
}
