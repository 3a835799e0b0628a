import type { Command } from 'commander';
import { systemClock } from '../core/clock.ts';
import { VigieError } from '../core/errors.ts';
import { importTargets, textFaults } from '../probes/index.ts';
import { answer, readSourceFile } from './command.ts';
import { demonstrationLines, type ImportOptions, importOptions, withImport } from './import.ts';

type Options = ImportOptions & { author: string };

/** `vigie target import FILE`: what is to be probed for each procedure. */
export function targetImportCommand(parent: Command): void {
  const command = parent
    .command('import')
    .description('read a file of addresses to probe: one line an address of a procedure')
    .argument('<file>', 'CSV, comma or Excel (docs/probes.md)')
    .option('--author <name>', 'who asks for them', 'import');
  importOptions(command).action(async (path: string, { author, json, ...options }: Options) => {
    const faults = textFaults('--author', author, 120);
    if (faults.length > 0) throw new VigieError('InvalidInput', 'The targets cannot be imported.', faults);
    const { bytes } = await readSourceFile(path);
    const { result, demonstration } = await withImport(options, (tx) =>
      importTargets(tx, bytes, { author, now: systemClock.now() }),
    );
    const { created, shared, changed, unchanged } = result;
    answer(json === true, { ...result, demonstration }, [
      `${created + shared + changed + unchanged} lines read: ${created} targets made, ${shared} shared with another ` +
        `procedure, ${changed} changed role, ${unchanged} were there already`,
      ...demonstrationLines(demonstration),
    ]);
  });
}
