import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { exportCatalogue } from '../catalogue/index.ts';
import { systemClock } from '../core/clock.ts';
import { VigieError } from '../core/errors.ts';
import { listObservationsOf, toDeclaredStatus } from '../observations/index.ts';
import { withStore } from './command.ts';

type Options = { output?: string };

/** `vigie export catalogue`: the whole catalogue, history included, as `import catalogue` reads it. */
export function exportCatalogueCommand(parent: Command): void {
  parent
    .command('catalogue')
    .description('write the whole catalogue, its history included, as CSV')
    .option('--output <file>', 'file to write (default: standard output)')
    .action(async ({ output }: Options) => {
      const bytes = await withStore((db) =>
        db.transaction(async (tx) => {
          const observations = await listObservationsOf(tx, 'online', systemClock.now());
          const statuses = observations.map(toDeclaredStatus).filter((status) => status !== null);
          return exportCatalogue(tx, statuses);
        }),
      );
      if (output === undefined) process.stdout.write(bytes);
      else await writeOutput(output, bytes);
    });
}

async function writeOutput(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new VigieError('InvalidInput', `--output: ${path} cannot be written (${code}).`);
  }
}
