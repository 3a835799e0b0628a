import type { Command } from 'commander';
import { systemClock } from '../core/clock.ts';
import { readSurvey, recordSurvey } from '../observations/index.ts';
import { answer, readSourceFile } from './command.ts';
import { demonstrationLines, type ImportOptions, importOptions, withImport } from './import.ts';

type Options = ImportOptions & { author: string };

/** `vigie import survey FILE`: a survey with its waves, each created, changed or as it was. */
export function importSurveyCommand(parent: Command): void {
  const command = parent
    .command('survey')
    .description('import a survey: its waves, their questions word for word, and their figures')
    .argument('<file>', 'JSON, one survey (docs/surveys.md)')
    .option('--author <name>', 'who imports it', 'import');
  importOptions(command).action(async (path: string, { author, json, ...options }: Options) => {
    const file = readSurvey((await readSourceFile(path)).bytes);
    const { result, demonstration } = await withImport(options, (tx) =>
      recordSurvey(tx, file, { author, clock: systemClock }),
    );
    const { survey, waves, figures } = result;
    answer(json === true, { ...result, demonstration }, [
      ...waves.map(({ code, outcome }) => `survey ${survey}, wave ${code}: ${outcome}`),
      `figures of the file: ${figures.recorded} recorded, ${figures.unchanged} unchanged`,
      ...demonstrationLines(demonstration),
    ]);
  });
}
