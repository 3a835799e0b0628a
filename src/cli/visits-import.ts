import type { Command } from 'commander';
import { subjectIdsByPublicId } from '../catalogue/index.ts';
import { readVisitsCsv, recordDays } from '../visits/index.ts';
import { answer, readSourceFile } from './command.ts';
import { demonstrationLines, type ImportOptions, importOptions, withImport } from './import.ts';
import { daysAnswer, daysLines, firstOpenDay } from './visits-days.ts';

type Options = ImportOptions & { replace?: true };

/** `vigie visits import FILE`: visits by procedure and day, counted elsewhere. */
export function visitsImportCommand(parent: Command): void {
  const command = parent
    .command('import')
    .description('import visits that were counted elsewhere: one line a procedure and day')
    .argument('<file>', 'CSV, comma or Excel (docs/visits-import.md)')
    .option('--replace', 'import anew the days that a file told before');
  importOptions(command).action(async (path: string, { json, replace, ...options }: Options) => {
    const { bytes } = await readSourceFile(path);
    const { result, demonstration } = await withImport(options, async (tx) => {
      const subjects = await subjectIdsByPublicId(tx);
      const days = readVisitsCsv(bytes, { find: (id) => subjects.get(id), before: firstOpenDay() });
      return recordDays(tx, days, { source: 'csv', replace: replace === true });
    });
    answer(json === true, { ...daysAnswer(result), demonstration }, [
      ...daysLines(result),
      ...demonstrationLines(demonstration),
    ]);
  });
}
