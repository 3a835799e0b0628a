import type { Command } from 'commander';
import { systemClock } from '../core/clock.ts';
import { readTargets, recordTargets } from '../observations/index.ts';
import { answer, readSourceFile, withStore } from './command.ts';

type Options = { author: string; json?: true };

/** `vigie import targets FILE`: the values that are aimed at, each created, changed, withdrawn or as it was. */
export function importTargetsCommand(parent: Command): void {
  parent
    .command('targets')
    .description('import the values that are aimed at, and by when')
    .argument('<file>', 'CSV, one line a target (docs/commands.md)')
    .option('--author <name>', 'who declares them', 'import')
    .option('--json', 'answer in JSON')
    .action(async (path: string, { author, json }: Options) => {
      const targets = readTargets((await readSourceFile(path)).bytes);
      const recordings = await withStore((db) =>
        db.transaction((tx) => recordTargets(tx, targets, { author, clock: systemClock })),
      );
      answer(
        json === true,
        recordings,
        recordings.map(({ code, outcome }) => `target ${code}: ${outcome}`),
      );
    });
}
