import type { Command } from 'commander';
import { exportCatalogue } from '../catalogue/index.ts';
import { systemClock } from '../core/clock.ts';
import { listObservationsOf, toDeclaredStatus } from '../observations/index.ts';
import { withStore, writeOutput } from './command.ts';

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
      await writeOutput(output, bytes);
    });
}
