import type { Command } from 'commander';
import { VigieError } from '../core/errors.ts';
import {
  CHANGE_KINDS,
  type Change,
  type Comparison,
  createEditionReader,
  findComparison,
} from '../editions/index.ts';
import { answer, withStore } from './command.ts';

/** `vigie edition compare A B`: what changed between two published editions, told chronologically. */
export function editionCompareCommand(parent: Command): void {
  parent
    .command('compare')
    .description(
      'compare two published editions, of any methodology: who entered and left, what rose and fell',
    )
    .argument('<slug>', 'one edition')
    .argument('<other>', 'the other')
    .option('--json', 'answer in JSON')
    .action(async (slug: string, other: string, { json }: { json?: true }) => {
      const pair = await withStore((db) => findComparison(db, createEditionReader(db), slug, other));
      if (pair === null) {
        throw new VigieError('NotFound', `There is no published edition ${slug}, or none ${other}.`);
      }
      answer(json === true, pair.comparison, linesOf(pair.comparison));
    });
}

function linesOf({ before, after, procedures, changes, tests, criteria, ...moves }: Comparison): string[] {
  const names = (list: readonly { name: string }[]) => list.map(({ name }) => `  ${name}`);
  const moved = moves.moved.map(({ procedure, before: from }) => {
    const owners = [from.organisation, procedure.organisation].map((owner) => owner ?? 'none');
    return `  ${procedure.name}: ${owners.join(' → ')}`;
  });
  return [
    `from ${before.slug} (${before.methodology}) to ${after.slug} (${after.methodology}): ${procedures.before} → ${procedures.after} procedures, ${procedures.in_both} in both`,
    ...criteria
      .filter(({ values }) => !values)
      .map(({ criterion, reasons }) => `not comparable: ${criterion} (${reasons.join(', ')})`),
    `${moves.entered.length} entered`,
    ...names(moves.entered),
    `${moves.left.length} left`,
    ...names(moves.left),
    `${moves.renamed.length} renamed`,
    ...moves.renamed.map(({ procedure, before: name }) => `  ${name} → ${procedure.name}`),
    `${moves.moved.length} moved`,
    ...moved,
    `${moves.newly_online.length} newly online`,
    ...names(moves.newly_online.map(({ procedure }) => procedure)),
    `${tests.made} tests, false discoveries held at ${tests.false_discovery_rate * 100} %`,
    ...CHANGE_KINDS.map(
      (kind) => `${kind} ${changes.filter((one) => one.kind === kind).length} of ${changes.length}`,
    ),
    ...changes.filter(({ kind }) => kind === 'rise' || kind === 'fall').map(changeLine),
  ];
}

function changeLine({ procedure, criterion, kind, better, before, after, test }: Change): string {
  const verdict = better === null ? '' : better ? ', better' : ', worse';
  const p = test === null ? '' : `, p ${test.p.toPrecision(3)}`;
  return `  ${kind}${verdict}: ${procedure.name}, ${criterion} ${before?.value} → ${after?.value}${p}`;
}
