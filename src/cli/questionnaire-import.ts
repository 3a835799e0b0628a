import type { Command } from 'commander';
import { systemClock } from '../core/clock.ts';
import { VigieError } from '../core/errors.ts';
import { parseQuestionnaire, recordQuestionnaire } from '../feedback/index.ts';
import { answer, readSourceFile } from './command.ts';
import { demonstrationLines, type ImportOptions, importOptions, withImport } from './import.ts';

type Options = ImportOptions & { author: string };

/** `vigie questionnaire import FILE`: a version of a questionnaire, for ever. */
export function questionnaireImportCommand(parent: Command): void {
  const command = parent
    .command('import')
    .description('add a questionnaire, or a version of one: buttons that ask it ask the latest from then on')
    .argument('<file>', 'JSON, in the form that "vigie questionnaire show avis" prints')
    .option('--author <name>', 'who adds it', 'import');
  importOptions(command).action(async (path: string, { author, json, ...options }: Options) => {
    const file = await readSourceFile(path);
    const questionnaire = parseQuestionnaire(parseJson(file.name, file.bytes));
    const { result: isNew, demonstration } = await withImport(options, (tx) =>
      recordQuestionnaire(tx, questionnaire, { author, now: systemClock.now() }),
    );
    const { id, version } = questionnaire;
    const outcome = isNew ? 'recorded' : 'unchanged';
    answer(json === true, { id, version, outcome, demonstration }, [
      isNew
        ? `questionnaire ${id}, version ${version}, is recorded`
        : `questionnaire ${id}, version ${version}, is there already: nothing changed`,
      ...demonstrationLines(demonstration),
    ]);
  });
}

function parseJson(name: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new VigieError('InvalidInput', `${name}: it is not JSON in UTF-8 (${(error as Error).message}).`);
  }
}
