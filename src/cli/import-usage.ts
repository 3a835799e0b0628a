import type { Command } from 'commander';
import { systemClock } from '../core/clock.ts';
import { isReasonCode, REASONS } from '../criteria/index.ts';
import { type DoubtfulLine, importUsage } from '../observations/index.ts';
import { answer, readSourceFile } from './command.ts';
import { demonstrationLines, type ImportOptions, importOptions, withImport } from './import.ts';

type Options = ImportOptions & { author: string };

/** `vigie import usage FILE`: figures of usage that administrations declare, of any indicator. */
export function importUsageCommand(parent: Command): void {
  const command = parent
    .command('usage')
    .description('import figures of usage, of any indicator: one line a value, or one column an indicator')
    .argument('<file>', 'CSV, comma or Excel, long or wide (docs/usage-csv.md)')
    .option('--author <name>', 'who declares them', 'import');
  importOptions(command).action(async (path: string, { author, json, ...options }: Options) => {
    const file = await readSourceFile(path);
    const { result, demonstration } = await withImport(options, (tx) =>
      importUsage(tx, file, { author, clock: systemClock }),
    );
    const { figures, recorded, superseded, unchanged, suspect } = result;
    answer(json === true, { ...result, demonstration }, [
      `${figures} figures read: ${recorded} recorded, of which ${superseded} take the place of an earlier value, ` +
        `${unchanged} known already, ${suspect.length} doubtful`,
      ...suspect.map(doubtLine),
      ...demonstrationLines(demonstration),
    ]);
  });
}

/** A doubtful value, why it is, and how it is accepted. */
function doubtLine({ line, indicator, period, value, reason }: DoubtfulLine): string {
  const why = reason !== null && isReasonCode(reason) ? REASONS[reason].en : 'It is not plausible.';
  return `  line ${line}, ${indicator} ${period}: ${value} is kept as doubtful. ${why} If it is right, say why in the column accepte_parce_que.`;
}
