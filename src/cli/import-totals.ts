import type { Command } from 'commander';
import { systemClock } from '../core/clock.ts';
import { importTotals } from '../editions/index.ts';
import { answer, parseDay, parseSlug, readSourceFile, startOf } from './command.ts';
import { demonstrationLines, type ImportOptions, importOptions, withImport } from './import.ts';

type Options = ImportOptions & {
  slug: string;
  label: string;
  methodology: string;
  cutoff: string;
  published: string;
  author: string;
};

/** `vigie import totals FILE`: what was announced of the whole becomes an edition known by its totals. */
export function importTotalsCommand(parent: Command): void {
  const command = parent
    .command('totals')
    .description('import an edition of the past that is known by its totals only, and publish it')
    .argument('<file>', 'CSV, one line a figure of the whole (docs/commands.md)')
    .requiredOption('--slug <slug>', 'its name in addresses, such as 2020-04')
    .requiredOption('--label <label>', 'its name for readers, such as "Avril 2020"')
    .requiredOption('--methodology <id>', 'what it was judged by, such as observatoire-2020')
    .requiredOption('--cutoff <day>', 'last day the figures speak of, YYYY-MM-DD')
    .requiredOption('--published <day>', 'day on which it was published, YYYY-MM-DD')
    .option('--author <name>', 'who imports it', 'import');
  importOptions(command).action(async (path: string, options: Options) => {
    const { label, methodology, author } = options;
    const given = {
      file: await readSourceFile(path),
      slug: parseSlug('--slug', options.slug),
      label,
      methodology,
      cutoffOn: parseDay('--cutoff', options.cutoff),
      publishedAt: startOf(parseDay('--published', options.published)),
      author,
    };
    const { result: outcome, demonstration } = await withImport(options, (tx) =>
      importTotals(tx, given, systemClock),
    );
    answer(options.json === true, { ...outcome, demonstration }, [
      outcome.outcome === 'unchanged'
        ? `edition ${outcome.slug} is there already, from the same file: nothing changed`
        : `edition ${outcome.slug} is published, known by its totals (${outcome.totals} figures)`,
      ...demonstrationLines(demonstration),
    ]);
  });
}
