import type { Command } from 'commander';
import { writeCsv } from '../core/csv.ts';
import { makeUsageTemplate, TEMPLATE_INDICATORS } from '../observations/index.ts';
import { writeOutput } from './command.ts';

type Options = { wide?: true; indicators?: string; plain?: true; output?: string };

/** `vigie export usage-template`: a file of usage to fill in. It needs no store. */
export function exportUsageTemplateCommand(parent: Command): void {
  parent
    .command('usage-template')
    .description('write a file of usage to fill in, as `import usage` reads it')
    .option('--wide', 'one column an indicator, instead of one line a value')
    .option(
      '--indicators <ids>',
      'which ones, separated by commas (docs/usage-csv.md)',
      TEMPLATE_INDICATORS.join(','),
    )
    .option('--plain', 'comma and no byte order mark, instead of what French spreadsheets open as it is')
    .option('--output <file>', 'file to write (default: standard output)')
    .action(async ({ wide, indicators = '', plain, output }: Options) => {
      const names = indicators
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '');
      const { columns, rows } = makeUsageTemplate({ indicators: names, wide: wide === true });
      await writeOutput(output, writeCsv(columns, rows, { excel: plain !== true }));
    });
}
