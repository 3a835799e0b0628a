import type { Command } from 'commander';
import { systemClock } from '../core/clock.ts';
import { importQuarterly } from '../editions/index.ts';
import { answer, readSourceFile, sayProgress, withStore } from './command.ts';
import { outcomeLines } from './outcome.ts';

type Options = { methodology: string; author: string; json?: true };

/** `vigie import quarterly FILE`: each quarter of the file becomes a reconstructed edition. */
export function importQuarterlyCommand(parent: Command): void {
  parent
    .command('quarterly')
    .description('import quarters rebuilt from public scans as reconstructed editions')
    .argument('<file>', 'CSV, one row a procedure and quarter')
    .option('--methodology <id>', 'what judges it: vde-2025, vigie-1', 'vde-2025')
    .option('--author <name>', 'who imports it', 'import')
    .option('--json', 'answer in JSON')
    .action(async (path: string, { methodology, author, json }: Options) => {
      const file = await readSourceFile(path);
      const outcomes = await withStore((db) =>
        importQuarterly(db, { file, methodology, author }, systemClock, ({ slug }) =>
          sayProgress(`quarter ${slug} read`),
        ),
      );
      sayProgress('');
      answer(json === true, outcomes, outcomes.flatMap(outcomeLines));
    });
}
