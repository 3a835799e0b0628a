import type { Command } from 'commander';
import { writeCsv } from '../core/csv.ts';
import { TARGET_COLUMNS } from '../probes/index.ts';
import { writeOutput } from './command.ts';

type Options = { plain?: true; output?: string };

/** `vigie target template`: a file of targets to fill in. It needs no store. */
export function targetTemplateCommand(parent: Command): void {
  parent
    .command('template')
    .description('write a file of addresses to probe to fill in, as `target import` reads it')
    .option('--plain', 'comma and no byte order mark, instead of what French spreadsheets open as it is')
    .option('--output <file>', 'file to write (default: standard output)')
    .action(({ plain, output }: Options) => {
      const columns = [...TARGET_COLUMNS.needed, ...TARGET_COLUMNS.optional];
      return writeOutput(output, writeCsv(columns, [], { excel: plain !== true }));
    });
}
