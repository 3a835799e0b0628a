import type { Command } from 'commander';
import { systemClock } from '../core/clock.ts';
import { readTargets, recordTargets } from '../observations/index.ts';
import { answer, readSourceFile } from './command.ts';
import { demonstrationLines, type ImportOptions, importOptions, withImport } from './import.ts';

type Options = ImportOptions & { author: string };

/** `vigie import targets FILE`: the values that are aimed at, each created, changed, withdrawn or as it was. */
export function importTargetsCommand(parent: Command): void {
  const command = parent
    .command('targets')
    .description('import the values that are aimed at, and by when')
    .argument('<file>', 'CSV, one line a target (docs/commands.md)')
    .option('--author <name>', 'who declares them', 'import');
  importOptions(command).action(async (path: string, { author, json, ...options }: Options) => {
    const targets = readTargets((await readSourceFile(path)).bytes);
    const { result, demonstration } = await withImport(options, (tx) =>
      recordTargets(tx, targets, { author, clock: systemClock }),
    );
    answer(
      json === true,
      result.map((recording) => ({ ...recording, demonstration })),
      [
        ...result.map(({ code, outcome }) => `target ${code}: ${outcome}`),
        ...demonstrationLines(demonstration),
      ],
    );
  });
}
