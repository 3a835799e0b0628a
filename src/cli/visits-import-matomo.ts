import type { Command } from 'commander';
import { readMatomo, recordDays } from '../visits/index.ts';
import { answer, readSourceFile } from './command.ts';
import { demonstrationLines, type ImportOptions, importOptions, withImport } from './import.ts';
import { daysAnswer, daysLines, firstOpenDay, procedureSubject } from './visits-days.ts';

type Options = ImportOptions & { procedure: string; devices?: string; replace?: true };

/** `vigie visits import-matomo FILE`: visits of a procedure by day, as Matomo exports them. */
export function visitsImportMatomoCommand(parent: Command): void {
  const command = parent
    .command('import-matomo')
    .description('import the visits of a procedure that Matomo counted, by day')
    .argument('<file>', 'CSV of the report of visits by day (docs/visits-import.md)')
    .requiredOption('--procedure <id>', 'public id of the procedure')
    .option('--devices <file>', 'CSV of the report of types of devices by day')
    .option('--replace', 'import anew the days that a file told before');
  importOptions(command).action(async (path: string, options: Options) => {
    const summary = await readSourceFile(path);
    const devices = options.devices === undefined ? undefined : await readSourceFile(options.devices);
    const { result, demonstration } = await withImport(options, async (tx) => {
      const subjectId = await procedureSubject(tx, options.procedure);
      const { days, views } = readMatomo({ summary, devices }, { subjectId, before: firstOpenDay() });
      const outcome = await recordDays(tx, days, { source: 'matomo', replace: options.replace === true });
      return { outcome, views };
    });
    const { outcome, views } = result;
    answer(options.json === true, { ...daysAnswer(outcome), views, demonstration }, [
      ...daysLines(outcome),
      ...(views === 'actions'
        ? [
            'views are the actions of Matomo, downloads and outward links included: no column tells pages alone',
          ]
        : []),
      ...demonstrationLines(demonstration),
    ]);
  });
}
