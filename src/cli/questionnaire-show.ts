import type { Command } from 'commander';
import { VigieError } from '../core/errors.ts';
import { latestVersion, listAllQuestionnaires } from '../feedback/index.ts';
import { withStore } from './command.ts';

/** `vigie questionnaire show ID`: the document, as `questionnaire import` reads it. */
export function questionnaireShowCommand(parent: Command): void {
  parent
    .command('show')
    .description('print a questionnaire as JSON, in the form that "vigie questionnaire import" reads')
    .argument('<id>', 'its id')
    .option('--number <version>', 'its version (default: the latest)')
    .action(async (id: string, { number }: { number?: string }) => {
      const known = await withStore(listAllQuestionnaires);
      const versions = known.filter((one) => number === undefined || String(one.version) === number);
      const found = latestVersion(versions, id);
      if (found === null) {
        const sought = number === undefined ? `"${id}"` : `"${id}" of version ${number}`;
        throw new VigieError(
          'NotFound',
          `There is no questionnaire ${sought}; see "vigie questionnaire list".`,
        );
      }
      process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
    });
}
