import type { Command } from 'commander';
import { writeCsv } from '../core/csv.ts';
import { VISITS_COLUMNS } from '../visits/index.ts';
import { writeOutput } from './command.ts';

type Options = { plain?: true; output?: string };

/** `vigie visits template`: a file of visits to fill in. It needs no store. */
export function visitsTemplateCommand(parent: Command): void {
  parent
    .command('template')
    .description('write a file of visits to fill in, as `visits import` reads it')
    .option('--plain', 'comma and no byte order mark, instead of what French spreadsheets open as it is')
    .option('--output <file>', 'file to write (default: standard output)')
    .action(({ plain, output }: Options) => {
      const columns = [...VISITS_COLUMNS.needed, ...VISITS_COLUMNS.optional];
      return writeOutput(output, writeCsv(columns, [], { excel: plain !== true }));
    });
}
