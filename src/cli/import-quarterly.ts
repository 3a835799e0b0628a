import type { Command } from 'commander';
import { systemClock } from '../core/clock.ts';
import { importQuarterly } from '../editions/index.ts';
import { answer, readSourceFile, sayProgress } from './command.ts';
import { demonstrationLines, type ImportOptions, importOptions, withImport } from './import.ts';
import { outcomeLines } from './outcome.ts';

type Options = ImportOptions & { methodology: string; author: string };

/** `vigie import quarterly FILE`: each quarter of the file becomes a reconstructed edition. */
export function importQuarterlyCommand(parent: Command): void {
  const command = parent
    .command('quarterly')
    .description('import quarters rebuilt from public scans as reconstructed editions')
    .argument('<file>', 'CSV, one row a procedure and quarter')
    .option('--methodology <id>', 'what judges it: vde-2025, vigie-1', 'vde-2025')
    .option('--author <name>', 'who imports it', 'import');
  importOptions(command).action(async (path: string, { methodology, author, json, ...options }: Options) => {
    const file = await readSourceFile(path);
    const { result, demonstration } = await withImport(options, (tx) =>
      importQuarterly(tx, { file, methodology, author }, systemClock, ({ slug }) =>
        sayProgress(`quarter ${slug} read`),
      ),
    );
    sayProgress('');
    answer(
      json === true,
      result.map((outcome) => ({ ...outcome, demonstration })),
      [...result.flatMap(outcomeLines), ...demonstrationLines(demonstration)],
    );
  });
}
