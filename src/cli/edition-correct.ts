import type { Command } from 'commander';
import { systemClock } from '../core/clock.ts';
import { VigieError } from '../core/errors.ts';
import { correctEdition, type Difference, parseSetting } from '../editions/index.ts';
import { answer, readSourceFile, withStore } from './command.ts';
import { FACT_READERS } from './fact-readers.ts';

type Options = {
  from?: string;
  set?: string[];
  removing?: true;
  reason: string;
  author: string;
  json?: true;
};

/** `vigie edition correct SLUG`: the next revision of a published edition. */
export function editionCorrectCommand(parent: Command): void {
  parent
    .command('correct')
    .description(
      'correct a published edition: a new revision, with its reason and author, beside the earlier ones',
    )
    .argument('<slug>', 'its name in addresses')
    .option(
      '--set <figure...>',
      'PROCEDURE.CRITERION=VALUE, such as 1764.satisfaction=8.2; as often as needed',
    )
    .option(
      '--from <file>',
      'lines of the CSV of the edition, corrected; or the source file it was imported from',
    )
    .requiredOption('--reason <text>', 'why, for readers')
    .requiredOption('--author <name>', 'who answers for it, for readers')
    .option('--removing', 'let a corrected source file leave procedures of the edition out')
    .option('--json', 'answer in JSON')
    .action(async (slug: string, { from, set, removing, reason, author, json }: Options) => {
      if ((from === undefined) === (set === undefined)) {
        throw new VigieError('InvalidInput', 'Give the correction by --set or by --from, one of them.');
      }
      const correction = from === undefined ? (set ?? []).map(parseSetting) : await readSourceFile(from);
      const { edition } = await withStore((db) =>
        correctEdition(
          db,
          { slug, from: correction, reason, author, removing: removing === true },
          FACT_READERS,
          systemClock,
        ),
      );
      const differences = edition.correction?.differences ?? [];
      answer(
        json === true,
        { slug, revision: edition.revision, revised_at: edition.revised_at, differences },
        [
          `edition ${slug}: revision ${edition.revision} is published, ${differences.length} ${differences.length === 1 ? 'difference' : 'differences'}`,
          ...differences.map(differenceLine),
        ],
      );
    });
}

function differenceLine({ procedure, field, before, after }: Difference): string {
  const side = (one: Difference['before']) => {
    if (one === null) return 'absent';
    const level = 'level' in one ? `, ${one.level}` : '';
    const status = 'status' in one && one.value === null ? one.status : String(one.value);
    return `${status}${level}`;
  };
  return `  ${procedure}.${field}: ${side(before)} → ${side(after)}`;
}
